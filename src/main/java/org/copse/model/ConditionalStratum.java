package org.copse.model;

import java.util.Arrays;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.numeric.LongRun;

/**
 * Distribution of one study's arm-1 events given its margins: noncentral hypergeometric for a
 * two-by-two table, binomial for person-time. P(a) ∝ c(a) exp(θa) on low..high.
 *
 * <p>Both are log-concave, so that weights are built outwards from the mode by ratios c(a+1)/c(a),
 * without factorials, and cut where they no longer count.
 */
abstract class ConditionalStratum {

  private final double observed;
  private final double low;
  private final double high;

  private ConditionalStratum(double observed, double low, double high) {
    this.observed = observed;
    this.low = low;
    this.high = high;
  }

  static ConditionalStratum of(TwoByTwo t) {
    double m = t.events();
    return new ConditionalStratum(
        t.events1(), Math.max(0, m - t.total2()), Math.min(t.total1(), m)) {
      @Override
      double ratio(double a) {
        return (t.total1() - a) / (a + 1) * ((m - a) / (t.total2() - m + a + 1));
      }
    };
  }

  static ConditionalStratum of(TwoRates r) {
    double n = r.events();
    double odds = r.time1() / r.time2();
    return new ConditionalStratum(r.events1(), 0, n) {
      @Override
      double ratio(double a) {
        return (n - a) / (a + 1) * odds;
      }
    };
  }

  /** c(a+1)/c(a), decreasing in a, for low ≤ a &lt; high. */
  abstract double ratio(double a);

  double observed() {
    return observed;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  boolean isInformative() {
    return high > low;
  }

  /** The most probable value at θ; the smallest one of a tie. */
  double mode(double theta) {
    double cut = Math.exp(-theta);
    double from = low;
    double to = high;
    while (from < to) {
      double middle = Math.floor((from + to) / 2);
      if (ratio(middle) > cut) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** Weights relative to the mode's, down to {@code least}. */
  Weights weights(double theta, double least) {
    LongRun.heed();
    double mode = mode(theta);
    double odds = Math.exp(theta);
    double[] up = new double[16];
    int above = 0;
    double weight = 1;
    for (double a = mode; a < high && weight > least; a++) {
      weight *= ratio(a) * odds;
      up = above == up.length ? Arrays.copyOf(up, 2 * above) : up;
      up[above++] = weight;
    }
    double[] down = new double[16];
    int below = 0;
    weight = 1;
    for (double a = mode; a > low && weight > least; a--) {
      weight /= ratio(a - 1) * odds;
      down = below == down.length ? Arrays.copyOf(down, 2 * below) : down;
      down[below++] = weight;
    }
    double[] all = new double[above + below + 1];
    for (int i = 0; i < below; i++) {
      all[below - 1 - i] = down[i];
    }
    all[below] = 1;
    System.arraycopy(up, 0, all, below + 1, above);
    return new Weights(mode, mode - below, all);
  }

  /** Σ ln[c(j+1)/c(j) · exp θ] from one value to another: ln of their relative weights at θ. */
  double logWeight(double theta, double from, double to) {
    double sum = 0;
    for (double j = Math.min(from, to); j < Math.max(from, to); j++) {
      sum += Math.log(ratio(j)) + theta;
    }
    return from <= to ? sum : -sum;
  }

  /** Weights of the values first, first + 1, ... relative to that of the mode. */
  static final class Weights {

    private final double mode;
    private final double first;
    private final double[] values;
    private final double sum;

    private Weights(double mode, double first, double[] values) {
      this.mode = mode;
      this.first = first;
      this.values = values;
      double total = 0;
      for (double value : values) {
        total += value;
      }
      this.sum = total;
    }

    double mode() {
      return mode;
    }

    double first() {
      return first;
    }

    double sum() {
      return sum;
    }

    /** Mean less the mode. */
    double meanOffset() {
      double moment = 0;
      for (int i = 0; i < values.length; i++) {
        moment += values[i] * (first - mode + i);
      }
      return moment / sum;
    }

    double variance() {
      double offset = meanOffset();
      double moment = 0;
      for (int i = 0; i < values.length; i++) {
        double deviation = first - mode + i - offset;
        moment += values[i] * deviation * deviation;
      }
      return moment / sum;
    }

    double[] probabilities() {
      double[] p = values.clone();
      for (int i = 0; i < p.length; i++) {
        p[i] /= sum;
      }
      return p;
    }
  }
}
