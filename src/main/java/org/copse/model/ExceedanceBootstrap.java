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
    boolean bootstrap = options.prediction == PredictionMethod.NNF;
    return new Exceedance(
        threshold,
        bootstrap ? nagashima.get().exceedance(threshold) : probability(threshold, mean),
        bootstrap
            ? nagashima.get().exceedanceInterval(threshold, options.level)
            : interval(threshold),
        options.prediction,
        FitPrediction.degreesOfFreedom(options.prediction, mean),
        options.samples,
        options.seed);
  }

  private double probability(double threshold, RandomMean of) {
    double error = FitPrediction.standardError(options.prediction, of);
    double spread = Math.sqrt(of.tau2() + error * error);
    double distance = threshold - of.estimate();
    if (spread == 0) {
      return distance == 0 ? 0.5 : distance < 0 ? 1 : 0;
    }
    double df = FitPrediction.degreesOfFreedom(options.prediction, of);
    // Kenward-Roger's can fall to nothing in a sample: the widest t that there is
    return Quantiles.upperTail(distance / spread, Math.max(df, Double.MIN_NORMAL));
  }

  private Interval interval(double threshold) {
    double[] sample = new double[options.samples];
    SeededBlocks.draw(
        options.samples,
        options.seed,
        (random, from, to) -> draw(random, from, to, threshold, sample));
    double tail = (1 - options.level) / 2;
    SampleQuantiles quantiles = new SampleQuantiles(sample);
    return new Interval(quantiles.at(tail), quantiles.at(1 - tail), options.level);
  }

  private void draw(
      UniformRandomProvider random, int from, int to, double threshold, double[] sample) {
    ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
    double[] v = mean.variances();
    double[] y = new double[v.length];
    for (int b = from; b < to; b++) {
      for (int i = 0; i < y.length; i++) {
        y[i] = mean.estimate() + normal.sample() * Math.sqrt(v[i] + mean.tau2());
      }
      sample[b] = probability(threshold, mean.refitted(y, method.estimate(y, v)));
    }
  }
}
