package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.model.CommonEffect;
import org.copse.model.ConfidenceMethod;
import org.copse.model.MantelHaenszel;
import org.copse.model.Peto;
import org.copse.model.RandomEffects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One meta-analysis of 13 trials (BCG) with full inference: all that {@link FullInference} reads is
 * computed, weights in percent and notes included. {@code pooledOnly} leaves unread what a fit
 * computes on demand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SingleFit {

  private final BinaryEffects ratio = SampleData.bcg(BinaryMeasure.RISK_RATIO);
  private final BinaryEffects odds = SampleData.bcg(BinaryMeasure.ODDS_RATIO);
  private final BinaryEffects peto = SampleData.bcg(BinaryMeasure.PETO_ODDS_RATIO);
  private final double[] y = SampleData.estimates(ratio);
  private final double[] v = SampleData.variances(ratio);
  private final RandomEffects dl =
      RandomEffects.withDefaults()
          .tau2(Tau2Estimator.DL)
          .interval(ConfidenceMethod.WALD)
          .withoutPrediction();
  private final RandomEffects reml = dl.tau2(Tau2Estimator.REML);

  /** Estimate, standard error, interval, test, tau², Q with its test and I². */
  @Benchmark
  public double dl() {
    return FullInference.of(dl.fit(ratio));
  }

  /** The fit alone: estimate, standard error, interval and tau², no tail probability. */
  @Benchmark
  public Object dlPooledOnly() {
    return dl.fit(ratio);
  }

  /** The same with REML. */
  @Benchmark
  public double reml() {
    return FullInference.of(reml.fit(ratio));
  }

  /** The fit alone. */
  @Benchmark
  public Object remlPooledOnly() {
    return reml.fit(ratio);
  }

  /** All defaults: REML, Hartung-Knapp, Q-profile, I² with its interval, prediction interval. */
  @Benchmark
  public double defaults() {
    return FullInference.withIntervals(RandomEffects.of(ratio));
  }

  /** Common effect. */
  @Benchmark
  public double common() {
    return FullInference.of(CommonEffect.of(ratio));
  }

  /** Mantel-Haenszel odds ratio. */
  @Benchmark
  public double mantelHaenszel() {
    return FullInference.of(MantelHaenszel.of(odds));
  }

  /** Peto odds ratio. */
  @Benchmark
  public double peto() {
    return FullInference.of(Peto.of(peto));
  }

  /** Q-profile interval of tau². */
  @Benchmark
  public Interval qProfile() {
    return Tau2Interval.qProfile(y, v, 0.95);
  }
}
