package org.copse.model;

/**
 * How the random effect u of an unconditional model is shared between the arms: the first arm's
 * linear predictor gets c₁u, the second's (c₁ − 1)u. With a level of its own in each study this
 * decides where between the arms that level lies, and so what is independent of the effect.
 * metafor's {@code coding}.
 */
public enum GlmmCoding {
  /** +½ and −½; metafor's default. */
  HALF(0.5, "±½"),
  /** 1 and 0: arm 1 varies more. metafor {@code coding = 1}. */
  ARM_1(1, "1 in arm 1"),
  /** 0 and −1: arm 2 varies more. metafor {@code coding = 0}. */
  ARM_2(0, "1 in arm 2");

  private final double first;
  private final String label;

  GlmmCoding(double first, String label) {
    this.first = first;
    this.label = label;
  }

  double first() {
    return first;
  }

  /**
   * Name as printed.
   *
   * @return for example "±½"
   */
  public String label() {
    return label;
  }
}
