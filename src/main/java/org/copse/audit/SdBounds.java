package org.copse.audit;

/**
 * Which standard deviations n whole numbers with a printed mean can have.
 *
 * <p><b>Formula:</b> with sum S and sum of squares Q, SD² = (Q − S²/n)/(n − 1). Q is whole, of the
 * parity of S, at least that of S spread as evenly as whole numbers can be, and on a scale from a
 * to b at most that of all numbers but one at the ends.
 *
 * <p><b>Source:</b> Allard A 2018, Analytic-GRIMMER (the parity and the whole Q); Bhatia R, Davis C
 * 2000, Am Math Mon 107:353-357 (largest variance).
 */
final class SdBounds {

  /** Sums of squares beyond this are no longer exact in double precision. */
  private static final double EXACT = 1e14;

  private SdBounds() {}

  /** Whether means of n whole numbers are told apart: n whole and not too large. */
  static boolean isCountable(AuditData.Means m, int i) {
    if (!m.n().has(i)) {
      return false;
    }
    double n = m.n().value(i);
    double mean = m.mean().value(i);
    return n >= 1 && n == Math.rint(n) && n <= 1e6 && Math.abs(mean) * n < 1e9;
  }

  /** The smallest sum of squares of n whole numbers with sum s. */
  static double least(double n, double s) {
    double q = Math.floor(s / n);
    double r = s - q * n;
    return (n - r) * q * q + r * (q + 1) * (q + 1);
  }

  /** The largest, on a scale from a to b; infinite without one. */
  static double most(double n, double s, double a, double b) {
    if (Double.isInfinite(a) || Double.isInfinite(b)) {
      return Double.POSITIVE_INFINITY;
    }
    double above = s - n * a;
    double atTop = Math.min(n, Math.floor(above / (b - a)));
    double rest = a + above - atTop * (b - a);
    double one = atTop < n ? 1 : 0;
    return atTop * b * b + one * rest * rest + (n - atTop - one) * a * a;
  }

  /**
   * Whether some whole numbers have a mean and an SD that print as given. True where it cannot be
   * decided.
   */
  static boolean isAttainable(AuditData.Means m, int i, AuditTable.Scale scale) {
    double n = m.n().value(i);
    double first = Math.ceil(m.mean().low(i) * n - 1e-9);
    double last = Math.floor(m.mean().high(i) * n + 1e-9);
    // with this many sums and squares some always fit
    if (last - first > 1000) {
      return true;
    }
    double sdLow = Math.max(0, m.sd().low(i));
    double sdHigh = m.sd().high(i);
    for (double s = first; s <= last; s++) {
      double low = Math.max(sdLow * sdLow * (n - 1) + s * s / n - 1e-7, least(n, s) - 1e-7);
      double high =
          Math.min(
              sdHigh * sdHigh * (n - 1) + s * s / n + 1e-7,
              most(n, s, scale.low(), scale.high()) + 1e-7);
      if (high > EXACT || hasParity(low, high, s)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a whole number between the two is even where s is, odd where s is. */
  private static boolean hasParity(double low, double high, double s) {
    double first = Math.ceil(low);
    if (Math.abs(first % 2) != Math.abs(s % 2)) {
      first++;
    }
    return first <= high;
  }

  /** The smallest SD that the sums within rounding allow. */
  static double leastSd(AuditData.Means m, int i) {
    double n = m.n().value(i);
    double first = Math.ceil(m.mean().low(i) * n - 1e-9);
    double last = Math.min(first + 1000, Math.floor(m.mean().high(i) * n + 1e-9));
    double smallest = Double.POSITIVE_INFINITY;
    for (double s = first; s <= last; s++) {
      smallest = Math.min(smallest, (least(n, s) - s * s / n) / (n - 1));
    }
    return Math.sqrt(Math.max(0, smallest));
  }

  /** The largest, infinite without a scale. */
  static double mostSd(AuditData.Means m, int i, AuditTable.Scale scale) {
    double n = m.n().value(i);
    double first = Math.ceil(m.mean().low(i) * n - 1e-9);
    double last = Math.min(first + 1000, Math.floor(m.mean().high(i) * n + 1e-9));
    double largest = 0;
    for (double s = first; s <= last; s++) {
      double most = most(n, s, scale.low(), scale.high());
      largest = Math.max(largest, (most - s * s / n) / (n - 1));
    }
    return Math.sqrt(largest);
  }
}
