package org.copse.effect;

/**
 * The Freeman-Tukey double arcsine transformation of x events in n, and the inverse of the double
 * square root of a rate.
 *
 * <p>Source: Freeman MF, Tukey JW, Ann Math Stat 1950;21:607-611; inverse: Miller JJ, Am Stat
 * 1978;32:138. The values are half of theirs, as in metafor's "PFT", so that the variance is 1/(4n
 * + 2).
 */
final class FreemanTukey {

  private FreemanTukey() {}

  static double transform(double x, double n) {
    return 0.5 * (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1))));
  }

  static double inverse(double value, double n) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (value <= transform(0, n)) {
      return 0;
    }
    if (value >= transform(n, n)) {
      return 1;
    }
    double t = 2 * value;
    double sine = Math.sin(t);
    double inner = sine + (sine - 1 / sine) / n;
    double root = Math.sqrt(Math.max(0, 1 - inner * inner));
    return 0.5 * (1 - Math.signum(Math.cos(t)) * root);
  }

  /**
   * Rate whose double square root ½[√(x/t) + √((x+1)/t)] is the value: with s = 2 value √t, √x = (s
   * − 1/s)/2.
   */
  static double inverseRate(double value, double time) {
    double s = 2 * value * Math.sqrt(time);
    if (s <= 1) {
      return 0;
    }
    double root = (s - 1 / s) / 2;
    return root * root / time;
  }
}
