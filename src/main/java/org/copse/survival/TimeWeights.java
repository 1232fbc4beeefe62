package org.copse.survival;

import java.util.function.Supplier;

/** The weights of one stratum, asked for at one event time after the other. */
abstract class TimeWeights {

  /** Weight of the next event time, with n at risk and d events. */
  abstract double next(double n, double d);

  static Supplier<TimeWeights> of(LogRankWeight weight) {
    return switch (weight) {
      case LOG_RANK -> () -> plain((n, d) -> 1);
      case GEHAN -> () -> plain((n, d) -> n);
      case TARONE_WARE -> () -> plain((n, d) -> Math.sqrt(n));
      case PETO_PETO -> () -> flemingHarrington(1, 0);
      case PRENTICE -> () -> running((n, d) -> n / (n + d), true);
      case PRENTICE_MAREK -> () -> running((n, d) -> 1 - d / (n + 1), true);
      case ANDERSEN -> TimeWeights::andersen;
    };
  }

  private interface AtTime {
    double of(double n, double d);
  }

  private static TimeWeights plain(AtTime weight) {
    return new TimeWeights() {
      @Override
      double next(double n, double d) {
        return weight.of(n, d);
      }
    };
  }

  private static TimeWeights running(AtTime factor, boolean withThisTime) {
    return new TimeWeights() {
      private double product = 1;

      @Override
      double next(double n, double d) {
        double before = product;
        product *= factor.of(n, d);
        return withThisTime ? product : before;
      }
    };
  }

  private static TimeWeights andersen() {
    TimeWeights before = running((n, d) -> 1 - d / (n + 1), false);
    return plain((n, d) -> before.next(n, d) * n / (n + 1));
  }

  static TimeWeights flemingHarrington(double rho, double gamma) {
    TimeWeights survival = running((n, d) -> 1 - d / n, false);
    return plain(
        (n, d) -> {
          double s = survival.next(n, d);
          return Math.pow(s, rho) * Math.pow(1 - s, gamma);
        });
  }
}
