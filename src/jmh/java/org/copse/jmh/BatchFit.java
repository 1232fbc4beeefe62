package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.batch.Batch;
import org.copse.batch.BatchColumn;
import org.copse.batch.BatchInterval;
import org.copse.batch.BatchModel;
import org.copse.batch.BatchSource;
import org.copse.batch.BatchSources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 100,000 sets of 15 studies, and what merely reading them costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BatchFit {

  private static final int STUDIES = 15;
  private static final int SETS = 100_000;

  /** Threads. */
  @Param({"1", "2"})
  public int threads;

  private double[] y;
  private double[] v;
  private BatchSource source;

  /** Makes the sets. */
  @Setup
  public void sets() {
    v = SampleData.randomVariances(3, STUDIES * SETS);
    y = SampleData.randomEstimates(3, v);
    source = BatchSources.studyMajor(y, v, STUDIES);
  }

  /** The bound by memory: the sum of both arrays. */
  @Benchmark
  public double read() throws InterruptedException {
    return ReadBound.sum(threads, y, v);
  }

  /** Common effect: estimate, standard error, bounds. */
  @Benchmark
  public Object common() {
    return batch(BatchModel.COMMON).fit(source);
  }

  /** DL: estimate, standard error and tau². */
  @Benchmark
  public Object dl() {
    return batch(BatchModel.DL)
        .columns(BatchColumn.ESTIMATE, BatchColumn.SE, BatchColumn.TAU2)
        .fit(source);
  }

  /** DL with the interval. */
  @Benchmark
  public Object dlInterval() {
    return batch(BatchModel.DL).fit(source);
  }

  /** DL with Hartung-Knapp's interval. */
  @Benchmark
  public Object dlHartungKnapp() {
    return batch(BatchModel.DL).interval(BatchInterval.HARTUNG_KNAPP).fit(source);
  }

  /** Paule-Mandel. */
  @Benchmark
  public Object pauleMandel() {
    return batch(BatchModel.PM).fit(source);
  }

  /** REML. */
  @Benchmark
  public Object reml() {
    return batch(BatchModel.REML).fit(source);
  }

  private Batch batch(BatchModel model) {
    return Batch.withDefaults().model(model).interval(BatchInterval.WALD).threads(threads);
  }
}
