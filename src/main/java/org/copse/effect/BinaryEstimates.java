package org.copse.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates and variances of two-arm counts under a rule for zero cells, with what the rule did.
 */
final class BinaryEstimates {

  private final double[] estimates;
  private final double[] variances;
  private final List<String> corrected = new ArrayList<>();
  private final List<String> uninformative = new ArrayList<>();
  private final List<String> notEstimable = new ArrayList<>();
  private final ZeroCells rule;
  private final BinaryMeasure measure;

  private BinaryEstimates(BinaryMeasure measure, int size, ZeroCells rule) {
    this.measure = measure;
    this.rule = rule;
    this.estimates = new double[size];
    this.variances = new double[size];
  }

  static BinaryEstimates of(
      BinaryMeasure measure, Studies studies, List<TwoByTwo> counts, ZeroCells rule) {
    BinaryEstimates result = new BinaryEstimates(measure, counts.size(), rule);
    boolean anyZero = counts.stream().anyMatch(measure::needsCorrection);
    for (int i = 0; i < counts.size(); i++) {
      result.compute(i, studies.label(i), counts.get(i), anyZero);
    }
    return result;
  }

  private void compute(int i, String study, TwoByTwo table, boolean anyZero) {
    boolean keep =
        measure.keepsUninformative()
            || rule.keepDoubleZero() && measure != BinaryMeasure.PETO_ODDS_RATIO;
    if (table.isUninformative() && !keep) {
      leaveOut(i, study, uninformative);
      return;
    }
    boolean add = isCorrected(table, anyZero);
    TwoByTwo used = add ? table.plus(rule.increment()) : table;
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

  private boolean isCorrected(TwoByTwo table, boolean anyZero) {
    if (measure == BinaryMeasure.PETO_ODDS_RATIO || rule.increment() == 0) {
      return false;
    }
    return switch (rule.to()) {
      case NO_STUDY -> false;
      case ALL_STUDIES -> true;
      case ALL_IF_ANY_ZERO -> anyZero;
      case STUDIES_WITH_ZERO -> measure.needsCorrection(table);
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
        rule.to() == ZeroCells.To.STUDIES_WITH_ZERO ? " with a zero cell" : " by the rule chosen";
    StudyList.note(
        notes,
        corrected,
        why + ": %s added to each of the four cells".formatted(CountRules.text(rule.increment())));
    StudyList.note(
        notes,
        uninformative,
        " without events in both arms, or with events only: left out, the study says nothing on the "
            + measure.label().toLowerCase(java.util.Locale.ROOT));
    StudyList.note(
        notes,
        notEstimable,
        " with a zero cell and no correction: the effect or its variance is not finite, left out");
    return notes;
  }
}
