package org.copse.effect;

import java.util.List;
import java.util.Locale;

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
    boolean keep = measure.keepsUninformative() || rule.keepDoubleZero() && !peto;
    for (int i = 0; i < counts.size(); i++) {
      TwoByTwo table = counts.get(i);
      if (table.isUninformative() && !keep) {
        result.uninformative(i, studies.label(i));
        continue;
      }
      boolean add = !peto && rule.corrects(measure.needsCorrection(table), anyZero);
      TwoByTwo used = add ? table.plus(rule.increment()) : table;
      result.put(i, studies.label(i), measure.estimate(used), measure.variance(used), add);
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
    String why =
        rule.to() == ZeroCells.To.STUDIES_WITH_ZERO ? " with a zero cell" : " by the rule chosen";
    return result.notes(
        given,
        why + ": %s added to each of the four cells".formatted(CountRules.text(rule.increment())),
        " without events in both arms, or with events only: left out, the study says nothing on the "
            + measure.label().toLowerCase(Locale.ROOT),
        " with a zero cell and no correction: the effect or its variance is not finite, left out");
  }
}
