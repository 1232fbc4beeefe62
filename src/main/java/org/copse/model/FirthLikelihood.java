package org.copse.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.TwoByTwo;
import org.copse.numeric.Roots;

/**
 * Penalised profile log-likelihood of a common log odds ratio with an intercept a study.
 *
 * <p><b>Method</b>: for a given β the intercepts solve k separate equations once λ = 1/(2Σgᵢ) is
 * known; ln λ + ln 2Σgᵢ(λ) increases with slope at least 1, so that its root is bracketed at once.
 * The cost is O(k) and no matrix is built.
 */
final class FirthLikelihood {

  private static final int STEPS = 12;
  private static final double TOLERANCE = 1e-14;

  private final FirthStudy[] studies;
  private double logLambda;

  FirthLikelihood(List<TwoByTwo> tables) {
    studies = tables.stream().map(FirthStudy::new).toArray(FirthStudy[]::new);
    logLambda = -excess(0, 0);
  }

  /** ln λ + ln 2Σg with the intercepts at their maximum for λ. */
  private double excess(double beta, double logOfLambda) {
    double lambda = Math.exp(logOfLambda);
    double sum = 0;
    for (FirthStudy study : studies) {
      study.maximise(beta, lambda);
      sum += study.information();
    }
    return logOfLambda + Math.log(2 * sum);
  }

  /** Puts the intercepts and λ at their maximum for a β. */
  private void profile(double beta) {
    double excess = excess(beta, logLambda);
    for (int i = 0; i < STEPS && Math.abs(excess) > TOLERANCE; i++) {
      // the fixed point λ = 1/(2Σg); one study's α hardly moves with λ when there are many
      logLambda -= excess;
      excess = excess(beta, logLambda);
    }
    if (Math.abs(excess) > TOLERANCE) {
      double width = 1.000001 * Math.abs(excess);
      double centre = logLambda;
      logLambda = Roots.between(x -> excess(beta, x), centre - width, centre + width);
      excess(beta, logLambda);
    }
  }

  /** Derivative of the profile. */
  double score(double beta) {
    profile(beta);
    double lambda = Math.exp(logLambda);
    double sum = 0;
    for (FirthStudy study : studies) {
      sum += study.betaSlope(lambda);
    }
    return sum;
  }

  /** Value of the profile. */
  double value(double beta) {
    profile(beta);
    double sum = 0;
    for (FirthStudy study : studies) {
      sum += study.value(beta);
    }
    return sum + 0.5 * Math.log(information());
  }

  /** Information on β at the last point. */
  double information() {
    double sum = 0;
    for (FirthStudy study : studies) {
      sum += study.information();
    }
    return sum;
  }

  double maximum() {
    double step = 1;
    while (score(-step) < 0 || score(step) > 0) {
      step *= 2;
    }
    return Roots.between(this::score, -step, step);
  }

  /** Where the profile has fallen below its maximum by half a χ² quantile, on one side. */
  double bound(double maximum, double fall, double firstStep) {
    double top = value(maximum);
    DoubleUnaryOperator above = beta -> value(beta) - top + fall;
    double step = firstStep;
    while (above.applyAsDouble(maximum + step) > 0) {
      step *= 2;
    }
    return Roots.between(
        above, Math.min(maximum, maximum + step), Math.max(maximum, maximum + step));
  }
}
