package org.copse.effect;

import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.AdaptiveGauss;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * The tetrachoric correlation of a two-by-two table with its variance under multinomial sampling.
 *
 * <p><b>Formula</b>: with thresholds h = Φ⁻¹((a + b)/N) and k = Φ⁻¹((a + c)/N) the table is fitted
 * exactly, so that ρ = sin θ solves Φ₂(h, k; ρ) = a/N, that is ∫₀^θ exp(−(h² + k² − 2hk sin t)/(2
 * cos² t)) dt = 2π(ad − bc)/N² (Plackett's identity: Biometrika 1954;41:351-360). Variance by the
 * delta method from ∂Φ₂/∂h = φ(h) Φ((k − ρh)/√(1 − ρ²)). <b>Edge cases</b>: with a zero cell ρ is
 * ±1 or a margin is 0, and neither has a variance: NaN.
 *
 * @param correlation ρ
 * @param variance its sampling variance
 */
record Tetrachoric(double correlation, double variance) {

  private static final Tetrachoric UNDEFINED = new Tetrachoric(Double.NaN, Double.NaN);

  static Tetrachoric of(TwoByTwo t) {
    if (t.hasZeroCell()) {
      return UNDEFINED;
    }
    double h = Probit.of(t.total1(), t.total());
    double k = Probit.of(t.events(), t.total());
    double angle = angle(t, h, k);
    return Double.isNaN(angle)
        ? UNDEFINED
        : new Tetrachoric(Math.sin(angle), variance(t, h, k, angle));
  }

  /**
   * θ by Brent in the direction of association; NaN where the thresholds are so far out that the
   * density underflows.
   */
  private static double angle(TwoByTwo t, double h, double k) {
    double n = t.total();
    double determinant =
        t.events1() / n * (t.nonEvents2() / n) - t.nonEvents1() / n * (t.events2() / n);
    if (determinant == 0) {
      return 0;
    }
    double sign = Math.signum(determinant);
    double target = 2 * Math.PI * Math.abs(determinant);
    DoubleUnaryOperator density = angle -> density(h, sign * k, angle);
    DoubleUnaryOperator gap = angle -> AdaptiveGauss.integrate(density, 0, angle) - target;
    double end = Math.PI / 2;
    return gap.applyAsDouble(end) > 0 ? sign * Roots.between(gap, 0, end) : Double.NaN;
  }

  private static double density(double h, double k, double angle) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    // h² + k² − 2hk sin t = (h − k)² + 2hk(1 − sin t), where 1 − sin t = cos² t/(1 + sin t)
    double apart = (h - k) / cosine;
    return Math.exp(-apart * apart / 2 - h * k / (1 + sine));
  }

  private static double variance(TwoByTwo t, double h, double k, double angle) {
    double n = t.total();
    double rho = Math.sin(angle);
    double root = Math.cos(angle);
    double sign = rho < 0 ? -1 : 1;
    double density = density(h, sign * k, Math.abs(angle)) / (2 * Math.PI * root);
    double byRow = Quantiles.normalProbability((k - rho * h) / root);
    double byColumn = Quantiles.normalProbability((h - rho * k) / root);
    double[] influence = {1 - byRow - byColumn, -byRow, -byColumn, 0};
    double[] shares = {t.events1() / n, t.nonEvents1() / n, t.events2() / n, t.nonEvents2() / n};
    double mean = 0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * influence[i];
    }
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * (influence[i] - mean) * (influence[i] - mean);
    }
    return sum / (n * density * density);
  }
}
