package org.copse.bias;

/** Side of a funnel plot on which studies may be missing. */
public enum FunnelSide {
  /** Small effects are missing. */
  LEFT("left"),
  /** Large effects are missing. */
  RIGHT("right"),
  /**
   * The side away from which the small studies lean: left if the line of Egger's test rises with
   * the standard error, else right. As R meta; metafor asks a meta-regression on the standard error
   * by the fit's own tau², which can differ where its slope is near 0.
   */
  AUTO("by the slope of Egger's line");

  private final String label;

  FunnelSide(String label) {
    this.label = label;
  }

  /**
   * The side in words.
   *
   * @return for example "left"
   */
  public String label() {
    return label;
  }
}
