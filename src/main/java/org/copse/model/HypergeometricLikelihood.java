package org.copse.model;

import org.copse.effect.TwoByTwo;
import org.copse.numeric.LogFactorial;

/**
 * Events of arm 1 given all margins: Fisher's noncentral hypergeometric distribution with log odds
 * ratio η.
 *
 * <p><b>Formula</b>: P(x) ∝ C(n₁, x) C(n₂, m − x) exp(ηx), max(0, m − n₂) ≤ x ≤ min(n₁, m). The sum
 * runs from the mode to both sides by the ratio of neighbours until terms no longer count, so that
 * its length is that of the distribution's body, not of its support. <b>Accuracy</b>: 1e-14.
 * <b>Source</b>: Liao and Rosen, Am Stat 2001;55:366-369 (mode and recurrences).
 */
final class HypergeometricLikelihood implements CountLikelihood {

  private static final double NEGLIGIBLE = 1e-17;
  private static final double LARGEST_ETA = 690;
  private static final int CACHED = 1 << 12;

  private final double a;
  private final double n1;
  private final double n2;
  private final double m;
  private final double low;
  private final double high;
  private final double[] logBase;
  private double mode = Double.NaN;

  HypergeometricLikelihood(TwoByTwo t) {
    a = t.events1();
    n1 = t.total1();
    n2 = t.total2();
    m = t.events();
    low = Math.max(0, m - n2);
    high = Math.min(n1, m);
    logBase = high - low < CACHED ? new double[(int) (high - low) + 1] : null;
    if (logBase != null) {
      java.util.Arrays.fill(logBase, Double.NaN);
    }
  }

  @Override
  public void at(double eta, double[] out) {
    double clamped = Math.max(-LARGEST_ETA, Math.min(LARGEST_ETA, eta));
    double odds = Math.exp(clamped);
    double centre = likeliest(clamped, odds);
    double sum = 1;
    double first = 0;
    double second = 0;
    double term = 1;
    for (double x = centre; x < high; x++) {
      double ratio = (n1 - x) * (m - x) / ((x + 1) * (n2 - m + x + 1)) * odds;
      term *= ratio;
      double distance = x + 1 - centre;
      sum += term;
      first += term * distance;
      second += term * distance * distance;
      if (ratio < 1 && term * distance * distance < NEGLIGIBLE * (1 - ratio) * sum) {
        break;
      }
    }
    term = 1;
    for (double x = centre; x > low; x--) {
      double ratio = x * (n2 - m + x) / ((n1 - x + 1) * (m - x + 1) * odds);
      term *= ratio;
      double distance = x - 1 - centre;
      sum += term;
      first += term * distance;
      second += term * distance * distance;
      if (ratio < 1 && term * distance * distance < NEGLIGIBLE * (1 - ratio) * sum) {
        break;
      }
    }
    double mean = first / sum;
    out[0] = -Math.log(sum) - logBase(centre) - eta * (centre - a);
    out[1] = (a - centre) - mean;
    out[2] = mean * mean - second / sum;
  }

  /**
   * The most probable x, by the quadratic that neighbours' ratio 1 gives; a step off is no harm.
   */
  private double likeliest(double eta, double odds) {
    double other = n2 - m;
    double root;
    if (eta > 0) {
      double inverse = 1 / odds;
      double b = (n1 + m + 2) + other * inverse;
      double c = (n1 + 1) * (m + 1);
      root = 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * (1 - inverse) * c)));
    } else {
      double b = (n1 + m + 2) * odds + other;
      double c = (n1 + 1) * (m + 1) * odds;
      double square = Math.sqrt(Math.max(0, b * b - 4 * (odds - 1) * c));
      // of the two forms of the same root the one in which nothing cancels
      root = b > 0 ? 2 * c / (b + square) : (b - square) / (2 * (odds - 1));
    }
    return Math.max(low, Math.min(high, Math.floor(root)));
  }

  /** ln of C(n₁, x) C(n₂, m − x) over the same at x = a. */
  private double logBase(double x) {
    if (logBase == null) {
      return computeLogBase(x);
    }
    int index = (int) (x - low);
    if (Double.isNaN(logBase[index])) {
      logBase[index] = computeLogBase(x);
    }
    return logBase[index];
  }

  private double computeLogBase(double x) {
    double d = x - a;
    return -LogFactorial.difference(a, d)
        - LogFactorial.difference(n1 - a, -d)
        - LogFactorial.difference(m - a, -d)
        - LogFactorial.difference(n2 - m + a, d);
  }

  @Override
  public double mode() {
    if (Double.isNaN(mode)) {
      mode = solve();
    }
    return mode;
  }

  private double solve() {
    if (a == low || a == high) {
      return a == low ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double start =
        Math.log((a + 0.5) * (n2 - m + a + 0.5)) - Math.log((n1 - a + 0.5) * (m - a + 0.5));
    return ConcaveRoot.of(
        start,
        (eta, out) -> {
          double[] f = new double[3];
          at(eta, f);
          out[0] = f[1];
          out[1] = f[2];
        });
  }

  @Override
  public double constant() {
    return 0;
  }
}
