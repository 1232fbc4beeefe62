package org.copse.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.copse.numeric.LongRun;

/**
 * Log-likelihood of beta-binomial counts of one group of arms with mean μ and overdispersion θ =
 * ρ/(1 − ρ), with its first and second derivatives.
 *
 * <p>ln L = Σᵢ[Σ_{r&lt;yᵢ} ln(μ + rθ) + Σ_{r&lt;nᵢ−yᵢ} ln(1 − μ + rθ) − Σ_{r&lt;nᵢ} ln(1 + rθ)],
 * without the binomial coefficients. This form is exact down to θ = 0, where gamma functions
 * cancel, and concave in μ. Over the studies the terms of one r are alike, and long runs are summed
 * as integrals, so that the cost does not grow with the number of patients.
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
      LongRun.heed();
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
        (r, weight) -> {
          double inverse = 1 / (start + r * theta);
          double once = weight * inverse;
          double twice = once * inverse;
          sums[0] += once;
          sums[1] += r * once;
          sums[2] += twice;
          sums[3] += r * twice;
          sums[4] += r * r * twice;
        });
    return sums;
  }

  /**
   * How many of some whole numbers exceed r, for r = 0, 1, ...
   *
   * <p>A long run of r with the same count is summed as its integral (Gauss-Legendre on doubling
   * intervals) with the Euler-Maclaurin terms by central differences: the terms are powers or logs
   * of start + rθ, so smooth beyond r = 1024 that nothing is lost, and arms of a million patients
   * cost no more than those of a thousand.
   */
  private static final class Steps {

    private static final double DIRECT = 1024;
    private static final double SHORT = 256;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(14);

    private final double[] sorted;

    private Steps(double[] values) {
      sorted = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
    }

    int count() {
      return sorted.length;
    }

    double sum(DoubleUnaryOperator term) {
      double[] sum = new double[1];
      forEach((r, weight) -> sum[0] += weight * term.applyAsDouble(r));
      return sum[0];
    }

    void forEach(Term term) {
      double r = 0;
      int done = 0;
      while (done < sorted.length) {
        double to = sorted[done];
        int count = sorted.length - done;
        LongRun.heed();
        while (r < to && (r < DIRECT || to - r <= SHORT)) {
          term.add(r, count);
          r++;
        }
        if (r < to) {
          smooth(term, r, to, count);
          r = to;
        }
        while (done < sorted.length && sorted[done] <= r) {
          done++;
        }
      }
    }

    private static void smooth(Term term, double from, double to, int count) {
      double low = from;
      while (low < to) {
        double high = Math.min(to, 2 * low);
        double half = (high - low) / 2;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
          term.add(low + half * (1 + RULE.getPoint(i)), count * half * RULE.getWeight(i));
        }
        low = high;
      }
      end(term, from, count);
      end(term, to, -count);
    }

    /** Half the value less a twelfth of the first derivative plus 1/720 of the third. */
    private static void end(Term term, double a, double count) {
      term.add(a, 0.5 * count);
      term.add(a + 1, -count * 41 / 720);
      term.add(a - 1, count * 41 / 720);
      term.add(a + 2, count * 11 / 1440);
      term.add(a - 2, -count * 11 / 1440);
    }
  }

  /** What is summed over r. */
  @FunctionalInterface
  private interface Term {
    void add(double r, double weight);
  }
}
