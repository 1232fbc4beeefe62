package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.bayes.BayesianFit;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.bayes.Posterior;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bayesian random effects of the 13 BCG trials by quadrature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BayesFit {

  private final BinaryEffects ratio = SampleData.bcg(BinaryMeasure.RISK_RATIO);

  /** Medians and intervals of mu, tau and a new study's effect. */
  @Benchmark
  public double fit() {
    BayesianFit fit = BayesianRandomEffects.of(ratio);
    return summary(fit.mu()) + summary(fit.tau()) + summary(fit.newStudy());
  }

  private static double summary(Posterior posterior) {
    return posterior.median() + posterior.interval().upper();
  }
}
