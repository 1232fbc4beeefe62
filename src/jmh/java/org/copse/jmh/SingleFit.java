package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
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

/** One meta-analysis of 13 trials (BCG), with full inference. */
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

  /** Estimate, standard error, interval, test, tau², Q and I². */
  @Benchmark
  public Object dl() {
    return dl.fit(ratio);
  }

  /** The same with REML. */
  @Benchmark
  public Object reml() {
    return reml.fit(ratio);
  }

  /** All defaults: REML, Hartung-Knapp, Q-profile, prediction interval. */
  @Benchmark
  public Object defaults() {
    return RandomEffects.of(ratio);
  }

  /** Common effect. */
  @Benchmark
  public Object common() {
    return CommonEffect.of(ratio);
  }

  /** Mantel-Haenszel odds ratio. */
  @Benchmark
  public Object mantelHaenszel() {
    return MantelHaenszel.of(odds);
  }

  /** Peto odds ratio. */
  @Benchmark
  public Object peto() {
    return Peto.of(peto);
  }

  /** Q-profile interval of tau². */
  @Benchmark
  public Object qProfile() {
    return Tau2Interval.qProfile(y, v, 0.95);
  }
}
