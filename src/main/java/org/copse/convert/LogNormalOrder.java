package org.copse.convert;

/**
 * Mean and SD of log-normal data from order statistics: those of the logs, with a correction of the
 * bias that exponentials of estimates have. Shi, Tong, Wang and Genton, Stat Interface
 * 2020;13:519-531. metafor's {@code conv.fivenum(dist = "lnorm")}.
 */
final class LogNormalOrder {

  private LogNormalOrder() {}

  /** What differs between range, quartiles and both. */
  private record Constants(double ofVariance, double ofFourth, double second, double fourth) {}

  static Moments of(OrderSummary raw) {
    OrderSummary s = raw.requirePositive("log-normal data").map(Math::log);
    double n = s.n();
    Constants c = constants(s);
    double mu = NormalOrder.luoMean(s);
    double sd = NormalOrder.shiSd(s);
    double variance = sd * sd / c.ofVariance;
    double fourth = Math.pow(sd, 4) / c.ofFourth;
    double a = c.second * variance / n;
    double b = c.fourth * fourth / n;
    double mean = Math.exp(mu + variance / 2) / (1 + a + b);
    double first = 1 + 4 * a + 16 * b;
    double second = 1 + 4 * a + 4 * b;
    // exp(2v)/first − exp(v)/second without the cancellation of small v
    double spread =
        Math.exp(variance) * (Math.expm1(variance) * second - 12 * b) / (first * second);
    return new Moments(mean, Math.exp(mu) * Math.sqrt(spread));
  }

  private static Constants constants(OrderSummary s) {
    double n = s.n();
    double log2 = Math.log(n) * Math.log(n);
    if (s.hasBoth()) {
      return new Constants(1 + 0.28 / log2, 1 + 3.93 / n, 0.405, 0.315);
    }
    return s.hasRange()
        ? new Constants(1.01 + 0.25 / log2, 1 + 2.23 / log2, 0.565, 0.37)
        : new Constants(1 + 1.58 / n, 1 + 19.2 / Math.pow(n, 1.2), 0.57, 0.75);
  }
}
