package org.copse.effect;

import org.copse.numeric.Quantiles;

/** Estimates and variances of the change within one group; s₁ before, s₂ after, r correlation. */
final class ChangeFormulas {

  private ChangeFormulas() {}

  /** Hedges' exact correction; NaN without a degree of freedom to spare. */
  static double correction(double m) {
    return m > 1 ? HedgesCorrection.exact(m) : Double.NaN;
  }

  static double changeVariance(PrePost d) {
    return square(d.sdChange()) / d.n();
  }

  static double byChangeSd(double n, double mean, double sd) {
    return correction(n - 1) * mean / sd;
  }

  static double byChangeSdVariance(double n, double g) {
    return 1 / n + g * g / (2 * n);
  }

  static double byBaseline(PrePost d) {
    return correction(d.n() - 1) * d.change() / d.sdBefore();
  }

  static double byBaselineVariance(PrePost d) {
    return byBaselineVarianceAt(d, byBaseline(d));
  }

  static double byBaselineVarianceAt(PrePost d, double g) {
    return 2 * (1 - d.correlation()) / d.n() + g * g / (2 * d.n());
  }

  static double byBaselineUnequalVariance(PrePost d) {
    return byBaselineUnequalVarianceAt(d, byBaseline(d));
  }

  static double byBaselineUnequalVarianceAt(PrePost d, double g) {
    double m = d.n() - 1;
    return square(d.sdChange() / d.sdBefore()) / m + g * g / (2 * m);
  }

  /** √[(s₁² + s₂²)/2]. */
  static double averageSd(PrePost d) {
    return Math.hypot(d.sdBefore(), d.sdAfter()) / Math.sqrt(2);
  }

  static double byAverage(PrePost d) {
    double df = 2 * (d.n() - 1) / (1 + square(d.correlation()));
    return correction(df) * d.change() / averageSd(d);
  }

  static double byAverageVariance(PrePost d) {
    return byAverageVarianceAt(d, byAverage(d));
  }

  static double byAverageVarianceAt(PrePost d, double g) {
    double squares = 1 + square(d.correlation());
    return 2 * (1 - d.correlation()) / d.n() + g * g * squares / (4 * d.n());
  }

  static double byAverageUnequalVariance(PrePost d) {
    return byAverageUnequalVarianceAt(d, byAverage(d));
  }

  static double byAverageUnequalVarianceAt(PrePost d, double g) {
    double m = d.n() - 1;
    double average = averageSd(d);
    double before = square(d.sdBefore() / average);
    double after = square(d.sdAfter() / average);
    double fourth = before * before + after * after + 2 * square(d.correlation()) * before * after;
    return square(d.sdChange() / average) / m + g * g * fourth / (8 * m);
  }

  /** d = change √(2(1 − r)) / SD of the changes, before its correction. */
  static double byWithin(PrePost d) {
    double unit = Math.sqrt(2 * (1 - d.correlation()));
    return correction(d.n() - 1) * d.change() * unit / d.sdChange();
  }

  static double byWithinVariance(PrePost d) {
    double j = correction(d.n() - 1);
    double g = byWithin(d);
    return 2 * (1 - d.correlation()) * (j * j / d.n() + g * g / (2 * d.n()));
  }

  private static double cv2(double sd, double mean, double n) {
    return square(sd / mean) / n;
  }

  static double logRatio(PrePost d) {
    double correction =
        cv2(d.sdAfter(), d.meanAfter(), d.n()) - cv2(d.sdBefore(), d.meanBefore(), d.n());
    return Math.log(d.meanAfter() / d.meanBefore()) + correction / 2;
  }

  static double logRatioVariance(PrePost d) {
    double after = d.sdAfter() / d.meanAfter();
    double before = d.sdBefore() / d.meanBefore();
    double spread = square(after - before) + 2 * (1 - d.correlation()) * after * before;
    return spread / d.n();
  }

  static double logSdRatio(PrePost d) {
    return Math.log(d.sdAfter() / d.sdBefore());
  }

  static double logSdRatioVariance(PrePost d) {
    double r = d.correlation();
    return (1 - r) * (1 + r) / (d.n() - 1);
  }

  /** NaN unless both means are above 0: else there is no coefficient of variation. */
  static double logCvRatio(PrePost d) {
    return d.meanBefore() > 0 && d.meanAfter() > 0 ? logSdRatio(d) - logRatio(d) : Double.NaN;
  }

  static double logCvRatioVariance(PrePost d) {
    return logSdRatioVariance(d) + logRatioVariance(d);
  }

  private static double separation(PrePost d) {
    return d.change() / Math.hypot(d.sdBefore(), d.sdAfter());
  }

  /** Less one half. */
  static double superiority(PrePost d) {
    double z = separation(d);
    double beyond = Quantiles.upperTail(Math.abs(z), Double.POSITIVE_INFINITY);
    return Math.copySign(0.5 - beyond, z);
  }

  static double superiorityVariance(PrePost d) {
    double both = Math.hypot(d.sdBefore(), d.sdAfter());
    double before = square(d.sdBefore() / both);
    double after = square(d.sdAfter() / both);
    double fourth = before * before + after * after + 2 * square(d.correlation()) * before * after;
    double z = separation(d);
    double density2 = Math.exp(-z * z) / (2 * Math.PI);
    return density2 * (square(d.sdChange() / both) + z * z * fourth / 2) / (d.n() - 1);
  }

  static double byChangeSdBorenstein(PrePost d) {
    double j = correction(d.n() - 1);
    return j * j / d.n() + square(byChangeSd(d.n(), d.change(), d.sdChange())) / (2 * d.n());
  }

  static double byChangeSdUnbiased(PrePost d) {
    double g = byChangeSd(d.n(), d.change(), d.sdChange());
    return 1 / d.n() + g * g * unbiasedFactor(d.n() - 1);
  }

  static double byBaselineBorenstein(PrePost d) {
    double j = correction(d.n() - 1);
    return (j * j * 2 * (1 - d.correlation()) + square(byBaseline(d)) / 2) / d.n();
  }

  /** NaN below n = 5, where the unbiased correlation does not exist. */
  static double byBaselineUnbiased(PrePost d) {
    double r = d.n() >= 5 ? CorrelationFormulas.unbiased(d.correlation(), d.n()) : Double.NaN;
    return 2 * (1 - r) / d.n() + square(byBaseline(d)) * unbiasedFactor(d.n() - 1);
  }

  /** 1 − (m − 2)/(m J²). */
  private static double unbiasedFactor(double m) {
    return 1 - (m - 2) / (m * square(correction(m)));
  }

  static double logRatioSecondOrder(PrePost d) {
    double before = square(d.sdBefore() / d.meanBefore());
    double after = square(d.sdAfter() / d.meanAfter());
    double own = before * before + after * after;
    double byAfter = before * square(d.sdAfter() / d.meanBefore());
    double byBefore = after * square(d.sdBefore() / d.meanAfter());
    double shared = square(d.correlation()) * (byAfter + byBefore);
    return logRatioVariance(d) + (own + shared) / (2 * d.n() * d.n());
  }

  static double logSdRatioSecondOrder(PrePost d) {
    double m = d.n() - 1;
    double r2 = square(d.correlation());
    double ratio = square(square(d.sdAfter() / d.sdBefore()));
    double shared = r2 * r2 * (ratio + 1 / ratio) / (2 * m * m);
    return d.n() / (m * m) - r2 / m + shared;
  }

  static double square(double x) {
    return x * x;
  }
}
