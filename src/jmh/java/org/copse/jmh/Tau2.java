package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.heterogeneity.Tau2Estimator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** tau² alone, every estimator, 13 studies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Tau2 {

  /** Every constant of the enum. */
  @Param public Tau2Estimator estimator;

  private final BinaryEffects bcg = SampleData.bcg(BinaryMeasure.RISK_RATIO);
  private final double[] y = SampleData.estimates(bcg);
  private final double[] v = SampleData.variances(bcg);

  /** The estimate. */
  @Benchmark
  public double estimate() {
    return estimator.estimate(y, v);
  }
}
