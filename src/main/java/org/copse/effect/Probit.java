package org.copse.effect;

import org.copse.numeric.Quantiles;

/** The probit of x events in n, and its delta-method variance. */
final class Probit {

  private Probit() {}

  /** Φ⁻¹(x/n), from the smaller of events and non-events, so that no digit is lost near 1. */
  static double of(double events, double total) {
    double nonEvents = total - events;
    return events <= nonEvents
        ? Quantiles.normal(events / total)
        : -Quantiles.normal(nonEvents / total);
  }

  /** p(1 − p)/(n φ(z)²) = 2π p(1 − p) exp(z²)/n. */
  static double variance(double events, double total) {
    double z = of(events, total);
    return 2 * Math.PI * (events / total) * ((total - events) / total) * Math.exp(z * z) / total;
  }
}
