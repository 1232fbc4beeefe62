package org.copse.convert;

/**
 * On which side of no effect an estimate lies, which a p value, χ² or F does not say and the text
 * of the paper must.
 */
public enum Direction {
  /** Arm 1 has the lower value, risk or hazard: a ratio below 1, a difference below 0. */
  LOWER(-1),
  /** Arm 1 has the higher value, risk or hazard: a ratio above 1, a difference above 0. */
  HIGHER(1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /**
   * The sign of the effect on the analysis scale.
   *
   * @return −1 or 1
   */
  public int sign() {
    return sign;
  }
}
