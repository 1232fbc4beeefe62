package org.copse.model;

import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Method;
import org.copse.heterogeneity.Weights;

/**
 * Random effects of counts as Review Manager's "M-H, Random": Q is taken around the Mantel-Haenszel
 * estimate, and DerSimonian-Laird's tau² = max(0, (Q − (k − 1))/(Σw − Σw²/Σw)) with it; the mean is
 * by inverse variance as ever. <b>Source</b>: Deeks and Higgins, Statistical algorithms in Review
 * Manager 5, 2010. R meta: {@code Q.Cochrane = TRUE}.
 */
final class MantelHaenszelCentre {

  private MantelHaenszelCentre() {}

  /** Whether Q of these effects is taken so: ratios and differences of counts, where asked for. */
  private static boolean applies(RandomEffectsOptions options, Effects effects) {
    return options.counts != null
        && effects instanceof BinaryEffects binary
        && CountMeasures.hasMantelHaenszel(binary.measure());
  }

  /** Q around the Mantel-Haenszel estimate where that applies, else around the mean. */
  static Heterogeneity q(RandomEffectsOptions options, Effects effects, EstimableRows rows) {
    return applies(options, effects)
        ? options.counts.fit((BinaryEffects) effects).heterogeneity()
        : Heterogeneity.of(rows.estimates(), rows.variances());
  }

  /** tau² by the method; DerSimonian-Laird's from this Q. */
  static double tau2(
      RandomEffectsOptions options, Effects effects, EstimableRows rows, Tau2Method method) {
    if (method != Tau2Estimator.DL || rows.k() < 2 || !applies(options, effects)) {
      return method.estimate(rows.estimates(), rows.variances());
    }
    Heterogeneity q = q(options, effects, rows);
    double[] weights = Weights.inverse(rows.variances(), 0);
    return Math.max(0, (q.q() - q.df()) / Weights.momentDenominator(weights));
  }
}
