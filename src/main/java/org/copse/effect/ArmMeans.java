package org.copse.effect;

/**
 * Sizes, means and standard deviations of a two-arm study with a continuous outcome.
 *
 * @param n1 patients in arm 1 (treatment)
 * @param mean1 mean in arm 1
 * @param sd1 standard deviation in arm 1
 * @param n2 patients in arm 2 (control)
 * @param mean2 mean in arm 2
 * @param sd2 standard deviation in arm 2
 */
public record ArmMeans(double n1, double mean1, double sd1, double n2, double mean2, double sd2) {

  /**
   * Degrees of freedom of the pooled variance.
   *
   * @return n₁ + n₂ − 2
   */
  public double degreesOfFreedom() {
    return n1 + n2 - 2;
  }

  /**
   * Pooled standard deviation √{[(n₁−1)s₁² + (n₂−1)s₂²] / (n₁+n₂−2)}.
   *
   * @return the pooled standard deviation
   */
  public double pooledSd() {
    return Math.sqrt(((n1 - 1) * sd1 * sd1 + (n2 - 1) * sd2 * sd2) / degreesOfFreedom());
  }
}
