package org.copse.effect;

import java.util.List;
import java.util.Locale;

/** Estimates and variances of matched pairs under a rule for zero cells. */
final class MatchedPairsEstimates {

  private final MatchedPairsMeasure measure;
  private final ZeroCells rule;
  private final boolean fromMargins;
  private final CorrectedEstimates result;

  private MatchedPairsEstimates(
      MatchedPairsMeasure measure, ZeroCells rule, boolean fromMargins, int size) {
    this.measure = measure;
    this.rule = rule;
    this.fromMargins = fromMargins;
    this.result = new CorrectedEstimates(size);
  }

  /**
   * @param margins of the same studies where only these are known, else null
   */
  static MatchedPairsEstimates of(
      MatchedPairsMeasure measure,
      Studies studies,
      List<MatchedPairs> cells,
      List<MatchedMargins> margins,
      ZeroCells rule) {
    boolean fromMargins = margins != null;
    MatchedPairsEstimates all = new MatchedPairsEstimates(measure, rule, fromMargins, cells.size());
    boolean[] zero = new boolean[cells.size()];
    boolean any = false;
    for (int i = 0; i < zero.length; i++) {
      zero[i] = fromMargins ? margins.get(i).hasZeroCell() : measure.needsCorrection(cells.get(i));
      any |= zero[i];
    }
    for (int i = 0; i < zero.length; i++) {
      all.add(i, studies.label(i), cells.get(i), fromMargins ? margins.get(i) : null, zero[i], any);
    }
    return all;
  }

  private void add(
      int i, String study, MatchedPairs cells, MatchedMargins margins, boolean zero, boolean any) {
    boolean peto = measure == MatchedPairsMeasure.CONDITIONAL_PETO_ODDS_RATIO;
    boolean silent = measure.isUninformative(cells);
    if (silent && (peto || !rule.keepDoubleZero())) {
      result.uninformative(i, study);
      return;
    }
    boolean correct = !peto && rule.corrects(zero, any);
    MatchedPairs used = correct ? corrected(cells, margins) : cells;
    if (Double.isNaN(used.both())) {
      result.leaveOut(i, study, notAllowed(margins));
      return;
    }
    result.put(i, study, measure.estimate(used), measure.variance(used), correct);
    if (silent && result.isEstimable(i)) {
      result.kept(study);
    }
  }

  private MatchedPairs corrected(MatchedPairs cells, MatchedMargins margins) {
    return margins == null ? cells.plus(rule.increment()) : margins.plus(rule.increment()).cells();
  }

  private static String notAllowed(MatchedMargins margins) {
    double[] allowed = margins.allowed();
    return String.format(
        Locale.ROOT,
        ": left out, its margins allow correlations from %.2f to %.2f, not %s",
        allowed[0],
        allowed[1],
        CountRules.text(margins.correlation()));
  }

  double[] estimates() {
    return result.estimates();
  }

  double[] variances() {
    return result.variances();
  }

  List<String> notes(List<String> given) {
    String cells = fromMargins ? "each margin" : "each of the four cells of pairs";
    String silent =
        measure.isConditional()
            ? " without discordant pairs"
            : " without events in both arms, or with events only";
    return result.notes(
        given,
        rule.why(fromMargins ? " with a zero margin" : " with a zero cell")
            + ": %s added to %s".formatted(CountRules.text(rule.increment()), cells),
        silent
            + ": left out, the study says nothing on the "
            + MeasureNames.withinSentence(measure.label()),
        " with a zero cell and no correction: the effect or its variance is not finite, left out");
  }
}
