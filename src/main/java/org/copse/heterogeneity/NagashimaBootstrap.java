package org.copse.heterogeneity;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;
import org.copse.numeric.SampleQuantiles;
import org.copse.numeric.SeededBlocks;

/**
 * The predictive distribution of Nagashima, Noma and Furukawa: a parametric bootstrap in which the
 * between-study variance is uncertain too.
 *
 * <p><b>Formula</b>: for b = 1 ... B draw tau²_b from the confidence distribution of tau² by
 * Cochran's Q, z_b from N(0, 1) and t_b from t(k − 1); with w = 1/(v + tau²_b), μ_b = Σwy/Σw and
 * SE_b² = Σw(y − μ_b)²/[(k − 1)Σw] the effect in a new study is μ_b + t_b SE_b + z_b tau_b; the
 * prediction interval takes its quantiles. <b>Scale</b>: analysis scale. <b>Edge cases</b>: k ≥ 2;
 * equal estimates give tau²_b = 0 and an interval without width. <b>Accuracy</b>: a bound has the
 * Monte-Carlo error of a quantile of B draws; the same seed gives the same bits on any number of
 * threads. <b>Shapes</b>: O(k) memory; above 1,000 studies tau², μ and SE are read from splines, so
 * that only some 50 evaluations of the distribution of Q and 400 of the mean are O(k), and none of
 * the draws; that moves a draw by about 1e-6 of its standard error. <b>Source</b>: Nagashima, Noma
 * and Furukawa, Stat Methods Med Res 2019;28:1689-1702, section 3. pimeta: {@code pima(method =
 * "boot")}; R meta: {@code method.predict = "NNF"}.
 */
public final class NagashimaBootstrap {

  private final int k;
  private final double[] means;
  private final double[] taus;
  private final double[] effects;

  private NagashimaBootstrap(double[] estimates, double[] variances, int samples, long seed) {
    k = estimates.length;
    means = new double[samples];
    taus = new double[samples];
    effects = new double[samples];
    Tau2Confidence confidence = new Tau2Confidence(estimates, variances);
    MeanGivenTau2 given = new MeanGivenTau2(estimates, variances, confidence);
    SeededBlocks.draw(
        samples, seed, (random, from, to) -> draw(random, from, to, confidence, given));
  }

  /**
   * Draws the samples.
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 2
   * @param variances vᵢ &gt; 0
   * @param samples B, at least 100
   * @param seed of the random numbers
   * @return the sampled distribution
   * @throws IllegalArgumentException for unusable values, k below 2 or fewer than 100 samples
   */
  public static NagashimaBootstrap of(
      double[] estimates, double[] variances, int samples, long seed) {
    EffectArrays.check(estimates, variances);
    if (estimates.length < 2 || samples < 100) {
      throw new IllegalArgumentException(
          "Cannot bootstrap a prediction interval: it needs at least 2 studies and 100 samples, was %s and %s. Add studies or samples."
              .formatted(estimates.length, samples));
    }
    return new NagashimaBootstrap(estimates, variances, samples, seed);
  }

  private void draw(
      UniformRandomProvider random,
      int from,
      int to,
      Tau2Confidence confidence,
      MeanGivenTau2 given) {
    ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
    ContinuousDistribution.Sampler t = TDistribution.of(k - 1).createSampler(random);
    for (int b = from; b < to; b++) {
      double tau2 = confidence.quantile(random.nextDouble());
      means[b] = given.draw(t.sample(), tau2);
      taus[b] = Math.sqrt(tau2);
      effects[b] = means[b] + normal.sample() * taus[b];
    }
  }

  /**
   * Prediction interval.
   *
   * @param level for example 0.95
   * @return the quantiles of the sampled effects; its df are those of t, k − 1
   */
  public Prediction prediction(double level) {
    return new Prediction(PredictionMethod.NNF, k - 1, interval(effects, level));
  }

  /**
   * Probability that the effect in a new study exceeds a threshold.
   *
   * @param threshold on the analysis scale
   * @return the mean over the samples of 1 − Φ((c − μ_b − t_b SE_b)/tau_b)
   */
  public double exceedance(double threshold) {
    return mean(tails(threshold, 1));
  }

  /**
   * Probability that the effect in a new study falls short of a threshold; a tail of its own, so
   * that a small one keeps its digits.
   *
   * @param threshold on the analysis scale
   * @return the mean over the samples of Φ((c − μ_b − t_b SE_b)/tau_b)
   */
  public double shortfall(double threshold) {
    return mean(tails(threshold, -1));
  }

  /**
   * Interval of that probability: quantiles over the samples, which are draws of what mean and
   * variance of the true effects may be.
   *
   * @param threshold on the analysis scale
   * @param level for example 0.95
   * @return the interval
   */
  public Interval exceedanceInterval(double threshold, double level) {
    return interval(tails(threshold, 1), level);
  }

  /**
   * Interval of {@link #shortfall}, as {@link #exceedanceInterval}.
   *
   * @param threshold on the analysis scale
   * @param level for example 0.95
   * @return the interval
   */
  public Interval shortfallInterval(double threshold, double level) {
    return interval(tails(threshold, -1), level);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private double[] tails(double threshold, int side) {
    double[] values = new double[means.length];
    for (int b = 0; b < values.length; b++) {
      values[b] = tail(threshold, side, b);
    }
    return values;
  }

  private double tail(double threshold, int side, int b) {
    double distance = side * (threshold - means[b]);
    if (taus[b] == 0) {
      return distance == 0 ? 0.5 : distance < 0 ? 1 : 0;
    }
    return Quantiles.upperTail(distance / taus[b], Double.POSITIVE_INFINITY);
  }

  private static Interval interval(double[] sample, double level) {
    double tail = (1 - Interval.requireLevel(level)) / 2;
    SampleQuantiles quantiles = new SampleQuantiles(sample);
    return new Interval(quantiles.at(tail), quantiles.at(1 - tail), level);
  }
}
