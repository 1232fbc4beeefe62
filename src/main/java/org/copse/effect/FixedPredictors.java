package org.copse.effect;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.copse.numeric.AdaptiveGauss;

/**
 * Variance of R² of a regression whose predictors are fixed, from the non-central F distribution.
 *
 * <p><b>Formula</b>: the likelihood of the true ρ² given R² is that of the non-central beta
 * variable R² with λ = n ρ²/(1 − ρ²): L = e^(−λ/2) Σ_j (λR²/2)^j/j! · (a)_j/(b)_j, a = (n − 1)/2, b
 * = m/2. The variance is that of ρ² on [0, 1] with a density in proportion to L. <b>Accuracy</b>:
 * about 1e-9. <b>Source</b>: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions,
 * volume 2, 1995, chapter 30.
 */
final class FixedPredictors {

  private static final double NEGLIGIBLE = 1e-18;

  private FixedPredictors() {}

  static double variance(ModelFit d) {
    if (d.rSquared() >= 1) {
      return 0;
    }
    double[] cuts = cuts(d);
    double top = logLikelihood(d, (cuts[1] + cuts[2]) / 2);
    DoubleUnaryOperator density = rho2 -> Math.exp(logLikelihood(d, rho2) - top);
    double total = integrate(density, cuts);
    double mean = integrate(x -> x * density.applyAsDouble(x), cuts) / total;
    return integrate(x -> (x - mean) * (x - mean) * density.applyAsDouble(x), cuts) / total;
  }

  /** 0, a dozen standard deviations around the adjusted R², 1. */
  private static double[] cuts(ModelFit d) {
    double df = d.n() - d.predictors() - 1;
    double adjusted = Math.max(0, 1 - (1 - d.rSquared()) * (d.n() - 1) / df);
    double shape = 4 * adjusted * (1 - adjusted) + 2 * d.predictors() / d.n();
    double reach = 12 * Math.sqrt(shape / df) + 12 / d.n();
    return new double[] {0, Math.max(0, adjusted - reach), Math.min(1, adjusted + reach), 1};
  }

  private static double integrate(DoubleUnaryOperator f, double[] cuts) {
    double sum = 0;
    for (int i = 0; i + 1 < cuts.length; i++) {
      sum += AdaptiveGauss.integrate(f, cuts[i], cuts[i + 1]);
    }
    return sum;
  }

  private static double logLikelihood(ModelFit d, double rho2) {
    if (rho2 >= 1) {
      return Double.NEGATIVE_INFINITY;
    }
    double half = d.n() * rho2 / (1 - rho2) / 2;
    return logSeries((d.n() - 1) / 2, d.predictors() / 2, half * d.rSquared()) - half;
  }

  /** ln ₁F₁(a; b; x), x ≥ 0, its terms added up from the largest outwards. */
  private static double logSeries(double a, double b, double x) {
    // ratio of terms (a + j) x/((b + j)(j + 1)) passes 1 here
    double half = (b + 1 - x) / 2;
    double root = Math.sqrt(Math.max(0, half * half + a * x - b));
    double largest = Math.max(0, Math.floor(root - half));
    double sum = 1;
    double term = 1;
    for (double j = largest; term > NEGLIGIBLE * sum; j++) {
      term *= (a + j) * x / ((b + j) * (j + 1));
      sum += term;
    }
    term = 1;
    for (double j = largest; j > 0 && term > NEGLIGIBLE * sum; j--) {
      term *= (b + j - 1) * j / ((a + j - 1) * x);
      sum += term;
    }
    return Math.log(sum) + logTerm(a, b, x, largest);
  }

  private static double logTerm(double a, double b, double x, double j) {
    return j == 0
        ? 0
        : j * Math.log(x)
            - logGamma(j + 1)
            + logGamma(a + j)
            - logGamma(a)
            - logGamma(b + j)
            + logGamma(b);
  }

  private static double logGamma(double x) {
    return LogGamma.value(x);
  }
}
