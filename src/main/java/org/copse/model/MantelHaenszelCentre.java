package org.copse.model;

import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Method;
import org.copse.heterogeneity.Weights;

/**
 * Random effects of counts as Review Manager's "M-H, Random": Q is taken around the
 * Mantel-Haenszel estimate, and DerSimonian-Laird's tau² = max(0, (Q − (k − 1))/(Σw − Σw²/Σw)) with
 * it; the mean is by inverse variance as ever. <b>Source</b>: Deeks and Higgins, Statistical
 * algorithms in Review Manager 5, 2010. R meta: {@code Q.Cochrane = TRUE}.
 */
final class MantelHaenszelCentre {

  private MantelHaenszelCentre() {}

  /** Whether Q of these effects is taken so under a preset's model of counts, null for none. */
  static boolean applies(MantelHaenszel counts, Effects effects) {
    return counts != null
        && effects instanceof BinaryEffects binary
        && binary.measure() != BinaryMeasure.PETO_ODDS_RATIO;
  }

  static Heterogeneity q(MantelHaenszel counts, Effects effects) {
    return counts.qCentre(QCentre.MANTEL_HAENSZEL).fit((BinaryEffects) effects).heterogeneity();
  }

  /** tau² by the method: DerSimonian-Laird's from this Q, any other as it is. */
  static double tau2(MantelHaenszel counts, Effects effects, EstimableRows rows, Tau2Method method) {
    if (method != Tau2Estimator.DL || rows.k() < 2) {
      return method.estimate(rows.estimates(), rows.variances());
    }
    Heterogeneity q = q(counts, effects);
    double[] weights = Weights.inverse(rows.variances(), 0);
    return Math.max(0, (q.q() - q.df()) / Weights.momentDenominator(weights));
  }
}
