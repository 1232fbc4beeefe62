package org.copse.model;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Weights;
import org.copse.numeric.AdaptiveGauss;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/** The interval of {@link HenmiCopas}. */
enum HenmiCopasInterval implements MeanInterval {
  /** By the distribution of the standardised mean. */
  HENMI_COPAS;

  @Override
  public String label() {
    return "Henmi-Copas interval";
  }

  /** Of a mean with common-effect weights and tau² by DerSimonian and Laird. */
  static Inference inference(RandomMean mean, double level) {
    if (mean.k() < 2) {
      return ConfidenceMethod.WALD.inference(mean, null, level);
    }
    Distribution distribution = new Distribution(mean);
    double error = mean.standardError();
    double margin = distribution.quantile(level) * error;
    double estimate = mean.estimate();
    return Inference.of(
        error,
        new Interval(estimate - margin, estimate + margin, level),
        new Lazy<>(() -> test(estimate, distribution.twoSidedP(Math.abs(estimate) / error))));
  }

  /** The normal quantile that has this p, with the sign of the estimate. */
  private static EffectTest test(double estimate, double p) {
    double z = p > 0 ? Quantiles.ofTwoSidedP(p, Double.POSITIVE_INFINITY) : Double.MAX_VALUE;
    return new EffectTest(Math.signum(estimate) * z, Double.POSITIVE_INFINITY, p);
  }

  /**
   * The distribution of U = R/√(1 + tau²W₂), R = √W₁(θ̂ − θ), W₁ = Σw, W₂ = Σw²/Σw, where tau² is
   * the DerSimonian-Laird estimate that goes with R: P(U &gt; u) = ∫ φ(z) P(Q ≤ q(r/u) | R = r) dz
   * over r = z√VR &gt; u, VR = 1 + tau²W₂, q(f) = k − 1 + (W₁/W₂ − 1)(f² − 1), with the conditional
   * distribution of Cochran's Q taken as a gamma of the same mean and variance.
   */
  private static final class Distribution {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    // standard deviations: beyond 39 the normal density is 0, 12 further on it is negligible
    private static final double FARTHEST = 39;
    private static final double REACH = 12;

    private final int df;
    private final double tau2;
    private final double ratio;
    private final double spread;
    private final double slope;
    private final WeightMoments w;

    Distribution(RandomMean mean) {
      df = mean.k() - 1;
      tau2 = mean.tau2();
      w = WeightMoments.of(mean.weights());
      slope = Weights.momentDenominator(mean.weights());
      ratio = slope / w.mean();
      spread = Math.sqrt(1 + tau2 * w.mean());
    }

    /** The u with P(|U| ≤ u) = level. */
    double quantile(double level) {
      // U is never beyond R, so neither is its quantile
      double normal = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * spread;
      return Roots.between(
          u -> Math.log(twoSidedP(u) / (1 - level)), normal * 1e-3 / spread, normal * (1 + 1e-9));
    }

    double twoSidedP(double u) {
      double from = u / spread;
      if (from >= FARTHEST) {
        return 0;
      }
      // Q's conditional distribution passes its middle near z = u
      double middle = Math.min(u, FARTHEST);
      double to = middle + REACH;
      return 2
          * (AdaptiveGauss.integrate(z -> density(z, u), from, middle)
              + AdaptiveGauss.integrate(z -> density(z, u), middle, to));
    }

    private double density(double z, double u) {
      double f = z * spread / u;
      double q = df + ratio * (f * f - 1);
      // r²/VR² − 1/VR and 1/VR² − 2r²/VR³ at r = z√VR
      double vr = spread * spread;
      double first = (z * z - 1) / vr;
      double second = (1 - 2 * z * z) / (vr * vr);
      double t4 = tau2 * tau2;
      double mean = df + tau2 * slope + t4 * first * w.variance();
      double variance =
          2 * df
              + 4 * tau2 * slope
              + 2 * t4 * w.tracePp()
              + 4 * t4 * first * w.variance()
              + 4 * t4 * tau2 * first * w.third()
              + 2 * t4 * t4 * second * w.variance() * w.variance();
      double below =
          GammaDistribution.of(mean * mean / variance, variance / mean).cumulativeProbability(q);
      return NORMAL.density(z) * below;
    }
  }
}
