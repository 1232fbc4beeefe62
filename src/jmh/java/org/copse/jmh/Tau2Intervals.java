package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An interval of tau² alone, every method, 13 studies, tau² by REML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Tau2Intervals {

  /** Every constant of the enum. */
  @Param public Tau2IntervalMethod method;

  private final BinaryEffects bcg = SampleData.bcg(BinaryMeasure.RISK_RATIO);
  private final double[] y = SampleData.estimates(bcg);
  private final double[] v = SampleData.variances(bcg);

  /** The interval. */
  @Benchmark
  public Tau2Interval interval() {
    return Tau2Interval.of(method, Tau2Estimator.REML, y, v, 0.95);
  }
}
