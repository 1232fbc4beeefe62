package org.copse.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.Roots;

/**
 * Exact distribution of the total S of arm-1 events over strata given all margins, as a function of
 * the common log odds (or rate) ratio θ: P(S = t) ∝ c(t) exp(θt).
 *
 * <p><b>Method</b>: the coefficients are convolved once, tilted to the conditional estimate, where
 * the observed total is the mean; any other θ is a tilt of that, with the normalising constants
 * taken stratum by stratum. So neither tail underflows, and the smaller tail keeps its relative
 * accuracy however small.
 */
final class ConditionalDistribution {

  private static final double LEAST = 1e-40;
  private static final double UNDERFLOW = 1e-300;

  private final List<ConditionalStratum> strata;
  private final double observed;
  private final double low;
  private final double high;
  private final double estimate;
  private final double standardError;
  private final ConditionalStratum.Weights[] base;
  private final Convolution total;

  ConditionalDistribution(List<ConditionalStratum> strata) {
    this.strata = strata;
    this.observed = strata.stream().mapToDouble(ConditionalStratum::observed).sum();
    this.low = strata.stream().mapToDouble(ConditionalStratum::low).sum();
    this.high = strata.stream().mapToDouble(ConditionalStratum::high).sum();
    if (observed == low || observed == high) {
      estimate = observed == low ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      standardError = Double.NaN;
      base = null;
      total = null;
    } else {
      estimate = solve();
      base = tilted(estimate);
      double information = 0;
      for (ConditionalStratum.Weights w : base) {
        information += w.variance();
      }
      standardError = 1 / Math.sqrt(information);
      total = convolve(base, LEAST);
    }
  }

  private double solve() {
    double step = 1;
    while (excess(-step) > 0 || excess(step) < 0) {
      step *= 2;
    }
    return Roots.between(this::excess, -step, step);
  }

  /** E(S) − s at θ, summed as deviations from the observed counts. */
  private double excess(double theta) {
    double sum = 0;
    for (ConditionalStratum stratum : strata) {
      ConditionalStratum.Weights w = stratum.weights(theta, LEAST);
      sum += w.mode() - stratum.observed() + w.meanOffset();
    }
    return sum;
  }

  private ConditionalStratum.Weights[] tilted(double theta) {
    return strata.stream()
        .map(s -> s.weights(theta, LEAST))
        .toArray(ConditionalStratum.Weights[]::new);
  }

  private static Convolution convolve(ConditionalStratum.Weights[] weights, double least) {
    Convolution[] parts = new Convolution[weights.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Convolution(weights[i].first(), weights[i].probabilities());
    }
    return Convolution.sum(parts, least);
  }

  /** Conditional maximum-likelihood estimate of θ; ±∞ where S is at an end of its range. */
  double estimate() {
    return estimate;
  }

  /** From the conditional information; NaN where the estimate is infinite. */
  double standardError() {
    return standardError;
  }

  /** Upper and lower tail at θ, each with the given share of P(S = s): 1, or ½ for mid-P. */
  double[] tails(double theta, double share) {
    if (Double.isInfinite(estimate)) {
      return tailsAtEnd(theta, share);
    }
    double tilt = theta - estimate;
    double scale = Math.exp(logShift(theta));
    boolean up = tilt <= 0;
    double sum = 0;
    int steps = total.length();
    for (int j = 1; j < steps; j++) {
      double p = total.at(up ? observed + j : observed - j);
      sum += p * Math.exp((up ? tilt : -tilt) * j);
    }
    double point = total.at(observed) * scale;
    double tail = Math.min(1, sum * scale + share * point);
    double other = Math.max(0, 1 - tail + (2 * share - 1) * point);
    return up ? new double[] {tail, other} : new double[] {other, tail};
  }

  /** ln of exp((θ − θ*)s) / [M(θ)/M(θ*)], M the normalising constant. */
  private double logShift(double theta) {
    double sum = 0;
    for (int i = 0; i < base.length; i++) {
      ConditionalStratum stratum = strata.get(i);
      ConditionalStratum.Weights w = stratum.weights(theta, LEAST);
      sum +=
          Math.log(w.sum() / base[i].sum())
              + stratum.logWeight(estimate, base[i].mode(), w.mode())
              + (theta - estimate) * (w.mode() - stratum.observed());
    }
    return -sum;
  }

  private double[] tailsAtEnd(double theta, double share) {
    double sum = 0;
    for (ConditionalStratum stratum : strata) {
      ConditionalStratum.Weights w = stratum.weights(theta, LEAST);
      sum += Math.log(w.sum()) - stratum.logWeight(theta, w.mode(), stratum.observed());
    }
    double tail = share * Math.exp(-sum);
    double other = 1 - (1 - share) * Math.exp(-sum);
    return observed == low ? new double[] {other, tail} : new double[] {tail, other};
  }

  /** θ at which the upper tail is as given: a lower confidence bound; −∞ where S is minimal. */
  double lowerBound(double tail, double share) {
    return observed == low
        ? Double.NEGATIVE_INFINITY
        : root(theta -> Math.log(tails(theta, share)[0] / tail));
  }

  /** θ at which the lower tail is as given: an upper confidence bound; +∞ where S is maximal. */
  double upperBound(double tail, double share) {
    return observed == high
        ? Double.POSITIVE_INFINITY
        : root(theta -> -Math.log(tails(theta, share)[1] / tail));
  }

  private double root(DoubleUnaryOperator increasing) {
    double centre = Double.isInfinite(estimate) ? 0 : estimate;
    double step = Double.isNaN(standardError) ? 1 : standardError;
    double from = centre - step;
    double to = centre + step;
    while (increasing.applyAsDouble(from) > 0) {
      from -= step *= 2;
    }
    while (increasing.applyAsDouble(to) < 0) {
      to += step *= 2;
    }
    return Roots.between(increasing, from, to);
  }

  /** Two-sided p of θ = 0: twice the smaller tail. */
  double twoSidedP(double share) {
    double[] tails = tails(0, share);
    return Math.min(1, 2 * Math.min(tails[0], tails[1]));
  }

  /** Two-sided p of θ = 0: all totals no more probable than the observed one, as Fisher's test. */
  double minimumLikelihoodP() {
    ConditionalStratum.Weights[] weights =
        strata.stream()
            .map(s -> s.weights(0, UNDERFLOW))
            .toArray(ConditionalStratum.Weights[]::new);
    Convolution atNull = convolve(weights, UNDERFLOW);
    double observedP = atNull.at(observed);
    if (observedP == 0) {
      return twoSidedP(1) / 2;
    }
    double sum = 0;
    for (int i = 0; i < atNull.length(); i++) {
      double p = atNull.at(atNull.first() + i);
      sum += p <= observedP * (1 + 1e-7) ? p : 0;
    }
    return Math.min(1, sum);
  }
}
