package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.model.BetaBinomial;
import org.copse.model.ExactFit;
import org.copse.model.ExactMethod;
import org.copse.model.ExactOddsRatio;
import org.copse.model.PenalisedLogistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One likelihood of the counts of the 13 BCG trials; see {@link GlmmFits} for the mixed models. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CountFit {

  private final BinaryEffects odds = SampleData.bcg(BinaryMeasure.ODDS_RATIO);

  /** Exact conditional odds ratio with its interval and p value. */
  @Benchmark
  public double exactOddsRatio() {
    ExactFit fit = ExactOddsRatio.of(odds);
    return FullInference.of(fit) + fit.p(ExactMethod.CENTRAL);
  }

  /** Beta-binomial model with a common correlation. */
  @Benchmark
  public double betaBinomial() {
    return FullInference.of(BetaBinomial.of(odds));
  }

  /** Penalised (Firth) logistic regression, interval by profile. */
  @Benchmark
  public double penalisedLogistic() {
    return FullInference.of(PenalisedLogistic.of(odds));
  }
}
