package org.copse.effect;

import java.util.List;

/**
 * Estimates and variances of two-arm counts under a rule for zero cells, with what the rule did.
 */
final class BinaryEstimates {

  private final BinaryMeasure measure;
  private final ZeroCells rule;
  private final CorrectedEstimates result;

  private BinaryEstimates(BinaryMeasure measure, ZeroCells rule, CorrectedEstimates result) {
    this.measure = measure;
    this.rule = rule;
    this.result = result;
  }

  static BinaryEstimates of(
      BinaryMeasure measure, Studies studies, List<TwoByTwo> counts, ZeroCells rule) {
    CorrectedEstimates result = new CorrectedEstimates(counts.size());
    boolean anyZero = counts.stream().anyMatch(measure::needsCorrection);
    boolean peto = measure == BinaryMeasure.PETO_ODDS_RATIO;
    for (int i = 0; i < counts.size(); i++) {
      TwoByTwo table = counts.get(i);
      boolean silent = table.isUninformative() && !measure.keepsUninformative();
      if (silent && (peto || !rule.keepDoubleZero())) {
        result.uninformative(i, studies.label(i));
        continue;
      }
      boolean add = !peto && rule.corrects(measure.needsCorrection(table), anyZero);
      TwoByTwo used = add ? table.plus(rule) : table;
      double estimate = measure.estimate(used);
      result.put(i, studies.label(i), estimate, measure.variance(used), add);
      if (silent && result.isEstimable(i)) {
        result.kept(studies.label(i));
      }
    }
    return new BinaryEstimates(measure, rule, result);
  }

  double[] estimates() {
    return result.estimates();
  }

  double[] variances() {
    return result.variances();
  }

  List<String> notes(List<String> given) {
    String label = MeasureNames.withinSentence(measure.label());
    return result.notes(
        given,
        rule.why(" with a zero cell")
            + ": %s added to each of the four cells".formatted(rule.what()),
        " without events in both arms, or with events only: left out, the study says nothing on the "
            + label,
        measure.takesZeroCells()
            ? " whose zero cells leave the " + label + " without a variance: left out"
            : " with a zero cell and no correction: the effect or its variance is not finite, left out");
  }
}
