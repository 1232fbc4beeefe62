package org.copse.bayes;

/**
 * The likelihood of τ with μ integrated out, and the normal distribution of μ given τ.
 *
 * <p>wᵢ = 1/(vᵢ + τ²); with a normal prior N(m₀, 1/w₀) of μ, w₀ = 0 for the uniform one: W = w₀ +
 * Σwᵢ, m = (w₀m₀ + Σwᵢyᵢ)/W, ln p(y | τ) = −½[Σln(vᵢ + τ²) + ln W − ln w₀ + w₀(m₀ − m)² + Σwᵢ(yᵢ −
 * m)² + d ln 2π], d = k, or k − 1 without ln w₀ for the uniform prior; μ | τ, y ~ N(m, 1/W). Röver
 * 2020, section 2.3.
 */
final class MarginalLikelihood implements TauLikelihood {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double FLAT = 1e-17;

  private final double[] y;
  private final double[] v;
  private final double priorWeight;
  private final double priorMean;

  /** Without a prior of μ: weight 0, any mean. */
  MarginalLikelihood(double[] y, double[] v, double priorWeight, double priorMean) {
    this.y = y;
    this.v = v;
    this.priorWeight = priorWeight;
    this.priorMean = priorWeight == 0 ? 0 : priorMean;
  }

  /** The normal distribution of μ given τ. */
  record Conditional(double mean, double precision) {
    double sd() {
      return Math.sqrt(1 / precision);
    }
  }

  Conditional given(double tau) {
    double t = tau * tau;
    double total = priorWeight;
    double sum = priorWeight * priorMean;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + t);
      total += w;
      sum += w * y[i];
    }
    return new Conditional(sum / total, total);
  }

  private double sumOfSquares(double t, double mean) {
    double sum = priorWeight * (priorMean - mean) * (priorMean - mean);
    for (int i = 0; i < y.length; i++) {
      double r = y[i] - mean;
      sum += r * r / (v[i] + t);
    }
    return sum;
  }

  @Override
  public double log(double tau) {
    Conditional given = given(tau);
    double log =
        SamplingVariances.sumOfLogs(v, tau * tau)
            + Math.log(given.precision())
            + sumOfSquares(tau * tau, given.mean())
            + decay() * LOG_TWO_PI;
    return -0.5 * (priorWeight == 0 ? log : log - Math.log(priorWeight));
  }

  /** ln of the largest p(y, μ | τ) over μ, without its constants. */
  double logProfile(double tau) {
    double t = tau * tau;
    return -0.5 * (SamplingVariances.sumOfLogs(v, t) + sumOfSquares(t, given(tau).mean()));
  }

  /**
   * Derivative in τ of {@link #log}: τ[Σwᵢ²(yᵢ − m)² − Σwᵢ(W − wᵢ)/W], the last without subtracting
   * the largest weight from the total.
   */
  double slope(double tau) {
    double t = tau * tau;
    double largest = 0;
    double others = priorWeight;
    for (double variance : v) {
      double w = 1 / (variance + t);
      others += Math.min(w, largest);
      largest = Math.max(w, largest);
    }
    double total = others + largest;
    double mean = given(tau).mean();
    double sum = 0;
    boolean seen = false;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + t);
      boolean isLargest = !seen && w == largest;
      seen |= isLargest;
      double r = w * (y[i] - mean);
      sum += r * r - w * ((isLargest ? others : total - w) / total);
    }
    return tau * sum;
  }

  /** Derivative in τ of {@link #logProfile}. */
  double profileSlope(double tau) {
    double t = tau * tau;
    double mean = given(tau).mean();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double w = 1 / (v[i] + t);
      double r = w * (y[i] - mean);
      sum += r * r - w;
    }
    return tau * sum;
  }

  @Override
  public double flatBelow() {
    double mean = given(0).mean();
    double bound = 0;
    for (int i = 0; i < y.length; i++) {
      double r = (y[i] - mean) / v[i];
      bound += r * r + 1 / v[i];
    }
    return Math.sqrt(FLAT / bound);
  }

  @Override
  public double spread() {
    double mean = given(0).mean();
    double widest = Math.sqrt(SamplingVariances.largest(v));
    for (double estimate : y) {
      widest = Math.max(widest, Math.abs(estimate - mean));
    }
    double prior = priorWeight == 0 ? 0 : Math.abs(priorMean - mean);
    return Math.max(widest, prior);
  }

  @Override
  public int decay() {
    return priorWeight == 0 ? y.length - 1 : y.length;
  }

  /** The likelihood of τ for a known μ, the denominator or numerator of a Bayes factor. */
  static TauLikelihood atMean(double[] y, double[] v, double mean) {
    double[] r = new double[y.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = y[i] - mean;
    }
    // a prior of μ with all its weight at 0 would do, but for the rounding
    MarginalLikelihood bounds = new MarginalLikelihood(r, v, 0, 0);
    return new TauLikelihood() {
      @Override
      public double log(double tau) {
        double t = tau * tau;
        return -0.5
            * (SamplingVariances.sumOfLogs(v, t)
                + bounds.sumOfSquares(t, 0)
                + r.length * LOG_TWO_PI);
      }

      @Override
      public double flatBelow() {
        double bound = 0;
        for (int i = 0; i < r.length; i++) {
          bound += r[i] * r[i] / (v[i] * v[i]) + 1 / v[i];
        }
        return Math.sqrt(FLAT / bound);
      }

      @Override
      public double spread() {
        double widest = Math.sqrt(SamplingVariances.largest(v));
        for (double residual : r) {
          widest = Math.max(widest, Math.abs(residual));
        }
        return widest;
      }

      @Override
      public int decay() {
        return r.length;
      }
    };
  }
}
