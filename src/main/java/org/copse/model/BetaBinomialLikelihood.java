package org.copse.model;

import java.util.Arrays;

/**
 * Log-likelihood of beta-binomial counts of one group of arms with mean μ and overdispersion θ =
 * ρ/(1 − ρ), with its first and second derivatives.
 *
 * <p>ln L = Σᵢ[Σ_{r&lt;yᵢ} ln(μ + rθ) + Σ_{r&lt;nᵢ−yᵢ} ln(1 − μ + rθ) − Σ_{r&lt;nᵢ} ln(1 + rθ)],
 * without the binomial coefficients. This form is exact down to θ = 0, where gamma functions
 * cancel, and concave in μ. Over the studies the terms of one r are alike, so that the cost is that
 * of the largest arm, not of all patients.
 */
final class BetaBinomialLikelihood {

  private final Steps events;
  private final Steps nonEvents;
  private final Steps totals;
  private final double sumEvents;
  private final double sumTotals;

  BetaBinomialLikelihood(double[] events, double[] totals) {
    double[] none = new double[events.length];
    double sum = 0;
    double all = 0;
    for (int i = 0; i < none.length; i++) {
      none[i] = totals[i] - events[i];
      sum += events[i];
      all += totals[i];
    }
    this.events = new Steps(events);
    this.nonEvents = new Steps(none);
    this.totals = new Steps(totals);
    this.sumEvents = sum;
    this.sumTotals = all;
  }

  /** Share of events among all patients: the estimate of μ at θ = 0. */
  double crude() {
    return sumEvents / sumTotals;
  }

  boolean isDegenerate() {
    return sumEvents == 0 || sumEvents == sumTotals;
  }

  double value(double mean, double theta) {
    return logs(events, mean, theta) + logs(nonEvents, 1 - mean, theta) - logs(totals, 1, theta);
  }

  private static double logs(Steps steps, double start, double theta) {
    return steps.count() == 0 ? 0 : steps.sum(r -> Math.log(start + r * theta));
  }

  /** Mean that maximises the likelihood at θ: Newton's method on a concave function, bracketed. */
  double mean(double theta, double start) {
    if (isDegenerate()) {
      return crude();
    }
    double low = 0;
    double high = 1;
    double mean = start;
    for (int step = 0; step < 200; step++) {
      double[] d = derivatives(mean, theta);
      if (d[0] > 0) {
        low = mean;
      } else {
        high = mean;
      }
      double next = mean - d[0] / d[2];
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - mean) <= 1e-15 * mean || high - low <= Math.ulp(high)) {
        return next;
      }
      mean = next;
    }
    return mean;
  }

  /** ∂μ, ∂θ, ∂²μμ, ∂²μθ, ∂²θθ of the log-likelihood. */
  double[] derivatives(double mean, double theta) {
    double[] e = sums(events, mean, theta);
    double[] n = sums(nonEvents, 1 - mean, theta);
    double[] t = sums(totals, 1, theta);
    return new double[] {
      e[0] - n[0], e[1] + n[1] - t[1], -e[2] - n[2], -e[3] + n[3], -e[4] - n[4] + t[4]
    };
  }

  /** Σ1/u, Σr/u, Σ1/u², Σr/u², Σr²/u² with u = start + rθ. */
  private static double[] sums(Steps steps, double start, double theta) {
    double[] sums = new double[5];
    steps.forEach(
        (r, count) -> {
          double inverse = 1 / (start + r * theta);
          double once = count * inverse;
          double twice = once * inverse;
          sums[0] += once;
          sums[1] += r * once;
          sums[2] += twice;
          sums[3] += r * twice;
          sums[4] += r * r * twice;
        });
    return sums;
  }

  /** How many of some whole numbers exceed r, for r = 0, 1, ... */
  private static final class Steps {

    private final double[] sorted;

    private Steps(double[] values) {
      sorted = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
    }

    int count() {
      return sorted.length;
    }

    double sum(java.util.function.DoubleUnaryOperator term) {
      double[] sum = new double[1];
      forEach((r, count) -> sum[0] += count * term.applyAsDouble(r));
      return sum[0];
    }

    void forEach(Term term) {
      int from = 0;
      for (double r = 0; from < sorted.length; r++) {
        while (from < sorted.length && sorted[from] <= r) {
          from++;
        }
        if (from < sorted.length) {
          term.add(r, sorted.length - from);
        }
      }
    }
  }

  /** What is summed over r. */
  @FunctionalInterface
  private interface Term {
    void add(double r, int count);
  }
}
