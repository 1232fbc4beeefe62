package org.copse.effect;

import java.util.ArrayList;
import java.util.List;

/** Estimates and variances of person-time counts under a rule for zero events. */
final class RateEstimates {

  private final double[] estimates;
  private final double[] variances;
  private final List<String> corrected = new ArrayList<>();
  private final List<String> doubleZero = new ArrayList<>();
  private final List<String> notEstimable = new ArrayList<>();
  private final ZeroCells rule;
  private final RateMeasure measure;

  private RateEstimates(RateMeasure measure, int size, ZeroCells rule) {
    this.measure = measure;
    this.rule = rule;
    this.estimates = new double[size];
    this.variances = new double[size];
  }

  static RateEstimates of(
      RateMeasure measure, Studies studies, List<TwoRates> counts, ZeroCells rule) {
    RateEstimates result = new RateEstimates(measure, counts.size(), rule);
    boolean anyZero = counts.stream().anyMatch(TwoRates::hasZero);
    for (int i = 0; i < counts.size(); i++) {
      result.compute(i, studies.label(i), counts.get(i), anyZero);
    }
    return result;
  }

  private void compute(int i, String study, TwoRates rates, boolean anyZero) {
    boolean ratio = measure == RateMeasure.INCIDENCE_RATE_RATIO;
    if (rates.isDoubleZero() && ratio && !rule.keepDoubleZero()) {
      leaveOut(i, study, doubleZero);
      return;
    }
    boolean add = isCorrected(rates, anyZero);
    TwoRates used = add ? rates.plus(rule.increment()) : rates;
    estimates[i] = measure.estimate(used);
    variances[i] = measure.variance(used);
    boolean usable =
        Double.isFinite(estimates[i]) && variances[i] > 0 && Double.isFinite(variances[i]);
    if (!usable) {
      leaveOut(i, study, notEstimable);
    } else if (add) {
      corrected.add(study);
    }
  }

  private boolean isCorrected(TwoRates rates, boolean anyZero) {
    return rule.increment() > 0
        && switch (rule.to()) {
          case NO_STUDY -> false;
          case ALL_STUDIES -> true;
          case ALL_IF_ANY_ZERO -> anyZero;
          case STUDIES_WITH_ZERO -> rates.hasZero();
        };
  }

  private void leaveOut(int i, String study, List<String> why) {
    estimates[i] = Double.NaN;
    variances[i] = Double.NaN;
    why.add(study);
  }

  double[] estimates() {
    return estimates;
  }

  double[] variances() {
    return variances;
  }

  List<String> notes(List<String> given) {
    List<String> notes = new ArrayList<>(given);
    String why =
        rule.to() == ZeroCells.To.STUDIES_WITH_ZERO
            ? " without events in an arm"
            : " by the rule chosen";
    StudyList.note(
        notes,
        corrected,
        why + ": %s added to the events of both arms".formatted(CountRules.text(rule.increment())));
    StudyList.note(
        notes,
        doubleZero,
        " without events in both arms: left out, the study says nothing on the incidence rate ratio");
    StudyList.note(
        notes,
        notEstimable,
        " without events and no correction: the effect or its variance is not finite, left out");
    return notes;
  }
}
