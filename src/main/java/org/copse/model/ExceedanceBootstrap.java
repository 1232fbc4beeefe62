package org.copse.model;

import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.copse.effect.Interval;
import org.copse.heterogeneity.NagashimaBootstrap;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Method;
import org.copse.numeric.Quantiles;
import org.copse.numeric.SampleQuantiles;
import org.copse.numeric.SeededBlocks;

/** Exceedance probabilities of a fit; see {@link Exceedance}. */
final class ExceedanceBootstrap {

  private final RandomEffectsOptions options;
  private final Tau2Method method;
  private final RandomMean mean;

  /**
   * @param method the estimator for just these studies
   * @param mean of at least two studies, with a prediction interval that is defined
   */
  ExceedanceBootstrap(RandomEffectsOptions options, Tau2Method method, RandomMean mean) {
    this.options = options;
    this.method = method;
    this.mean = mean;
  }

  Exceedance of(double threshold, Supplier<NagashimaBootstrap> nagashima) {
    if (options.prediction == PredictionMethod.NNF) {
      NagashimaBootstrap samples = nagashima.get();
      return of(
          threshold,
          samples.exceedance(threshold),
          samples.exceedanceInterval(threshold, options.level),
          samples.shortfall(threshold),
          samples.shortfallInterval(threshold, options.level));
    }
    double[] above = new double[options.samples];
    double[] below = new double[options.samples];
    SeededBlocks.draw(
        options.samples,
        options.seed,
        (random, from, to) -> draw(random, from, to, threshold, above, below));
    return of(
        threshold,
        tail(threshold, mean, 1),
        interval(above),
        tail(threshold, mean, -1),
        interval(below));
  }

  private Exceedance of(
      double threshold,
      double above,
      Interval aboveInterval,
      double below,
      Interval belowInterval) {
    return new Exceedance(
        threshold,
        above,
        aboveInterval,
        below,
        belowInterval,
        options.prediction,
        FitPrediction.degreesOfFreedom(options.prediction, mean),
        options.samples,
        options.seed);
  }

  /**
   * @param side 1 for the probability above, -1 for that below
   */
  private double tail(double threshold, RandomMean of, int side) {
    double error = FitPrediction.standardError(options.prediction, of);
    double spread = Math.sqrt(of.tau2() + error * error);
    double distance = side * (threshold - of.estimate());
    if (spread == 0) {
      return distance == 0 ? 0.5 : distance < 0 ? 1 : 0;
    }
    double df = FitPrediction.degreesOfFreedom(options.prediction, of);
    // Kenward-Roger's can fall to nothing in a sample: the widest t that there is
    return Quantiles.upperTail(distance / spread, Math.max(df, Double.MIN_NORMAL));
  }

  private Interval interval(double[] sample) {
    double tail = (1 - options.level) / 2;
    SampleQuantiles quantiles = new SampleQuantiles(sample);
    return new Interval(quantiles.at(tail), quantiles.at(1 - tail), options.level);
  }

  private void draw(
      UniformRandomProvider random,
      int from,
      int to,
      double threshold,
      double[] above,
      double[] below) {
    ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
    double[] v = mean.variances();
    double[] y = new double[v.length];
    for (int b = from; b < to; b++) {
      for (int i = 0; i < y.length; i++) {
        y[i] = mean.estimate() + normal.sample() * Math.sqrt(v[i] + mean.tau2());
      }
      RandomMean sample = mean.refitted(y, method.estimate(y, v));
      above[b] = tail(threshold, sample, 1);
      below[b] = tail(threshold, sample, -1);
    }
  }
}
