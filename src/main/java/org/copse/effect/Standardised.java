package org.copse.effect;

/**
 * A difference of means in standard deviations, with what its variance is made of.
 *
 * @param uncorrected difference over standard deviation, d
 * @param correction the factor J, 1 without a correction
 * @param reciprocal 1/n₁ + 1/n₂
 * @param size n₁ + n₂, or n of the one arm that standardises
 * @param df degrees of freedom of the standard deviation
 * @param at the value at which the variance is taken: g, or the studies' average
 */
record Standardised(
    double uncorrected, double correction, double reciprocal, double size, double df, double at) {

  static Standardised of(
      double uncorrected, double correction, ArmMeans arms, double size, double df) {
    double reciprocal = 1 / arms.n1() + 1 / arms.n2();
    return new Standardised(
        uncorrected, correction, reciprocal, size, df, correction * uncorrected);
  }

  /** Corrected estimate; not defined where the correction is 0 or less (one degree of freedom). */
  double estimate() {
    return correction > 0 ? correction * uncorrected : Double.NaN;
  }

  double square() {
    return at * at;
  }

  Standardised at(double value) {
    return new Standardised(uncorrected, correction, reciprocal, size, df, value);
  }
}
