package org.copse.effect;

import java.util.List;

/** Estimates and variances of person-time counts under a rule for zero events. */
final class RateEstimates {

  private final ZeroCells rule;
  private final CorrectedEstimates result;

  private RateEstimates(ZeroCells rule, CorrectedEstimates result) {
    this.rule = rule;
    this.result = result;
  }

  static RateEstimates of(
      RateMeasure measure, Studies studies, List<TwoRates> counts, ZeroCells rule) {
    CorrectedEstimates result = new CorrectedEstimates(counts.size());
    boolean anyZero = counts.stream().anyMatch(TwoRates::hasZero);
    boolean ratio = measure == RateMeasure.INCIDENCE_RATE_RATIO;
    boolean takesZero = measure == RateMeasure.SQUARE_ROOT_RATE_DIFFERENCE;
    for (int i = 0; i < counts.size(); i++) {
      TwoRates rates = counts.get(i);
      if (rates.isDoubleZero() && ratio && !rule.keepDoubleZero()) {
        result.uninformative(i, studies.label(i));
        continue;
      }
      boolean add = rule.corrects(rates.hasZero() && !takesZero, anyZero && !takesZero);
      TwoRates used = add ? rates.plus(rule) : rates;
      result.put(i, studies.label(i), measure.estimate(used), measure.variance(used), add);
      if (rates.isDoubleZero() && ratio && result.isEstimable(i)) {
        result.kept(studies.label(i));
      }
    }
    return new RateEstimates(rule, result);
  }

  double[] estimates() {
    return result.estimates();
  }

  double[] variances() {
    return result.variances();
  }

  List<String> notes(List<String> given) {
    return result.notes(
        given,
        rule.why(" without events in an arm")
            + ": %s added to the events of both arms".formatted(rule.what()),
        " without events in both arms: left out, the study says nothing on the incidence rate ratio",
        " without events and no correction: the effect or its variance is not finite, left out");
  }
}
