package org.copse.model;

import java.util.List;
import org.copse.effect.TwoRates;

/** The sums of the Mantel-Haenszel method for person-time: numerator, denominator, variance. */
final class MhRateSums {

  private final boolean ratio;
  private final double[] weights;
  private double numerator;
  private double denominator;
  private double spread;

  MhRateSums(boolean ratio, List<TwoRates> rates) {
    this.ratio = ratio;
    this.weights = new double[rates.size()];
    for (int i = 0; i < weights.length; i++) {
      TwoRates r = rates.get(i);
      double share1 = r.time1() / r.time();
      double share2 = r.time2() / r.time();
      if (ratio) {
        numerator += r.events1() * share2;
        denominator += r.events2() * share1;
        spread += share1 * share2 * r.events();
        weights[i] = r.events2() * share1;
      } else {
        double weight = share1 * r.time2();
        numerator += r.events1() * share2 - r.events2() * share1;
        denominator += weight;
        spread += share2 * share2 * r.events1() + share1 * share1 * r.events2();
        weights[i] = weight;
      }
    }
  }

  /** Whether a ratio would be 0 or infinite. */
  boolean hasZeroSum() {
    return ratio && (numerator == 0 || denominator == 0);
  }

  double estimate() {
    double quotient = numerator / denominator;
    return ratio ? Math.log(quotient) : quotient;
  }

  double variance() {
    return ratio ? spread / (numerator * denominator) : spread / (denominator * denominator);
  }

  double[] weights() {
    return weights;
  }
}
