package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.heterogeneity.Tau2Estimator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** tau² of very many studies: time and memory grow with k, not with its square. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LargeFit {

  /** Number of studies. */
  @Param({"2000", "100000"})
  public int k;

  private double[] y;
  private double[] v;

  /** Makes the studies. */
  @Setup
  public void studies() {
    v = SampleData.randomVariances(7, k);
    y = SampleData.randomEstimates(7, v);
  }

  /** REML. */
  @Benchmark
  public double reml() {
    return Tau2Estimator.REML.estimate(y, v);
  }

  /** Paule-Mandel. */
  @Benchmark
  public double pauleMandel() {
    return Tau2Estimator.PM.estimate(y, v);
  }
}
