package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.model.Glmm;
import org.copse.model.GlmmFit;
import org.copse.model.GlmmModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One generalised linear mixed model of the 13 BCG trials, every constant of the enum. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GlmmFits {

  /** The model. */
  @Param public GlmmModel model;

  private final BinaryEffects odds = SampleData.bcg(BinaryMeasure.ODDS_RATIO);

  /** Estimate with interval and test, tau², tests of heterogeneity, prediction interval. */
  @Benchmark
  public double fit() {
    GlmmFit fit = Glmm.withDefaults().model(model).fit(odds);
    return FullInference.of(fit) + fit.tau2() + fit.prediction().orElseThrow().interval().upper();
  }
}
