package org.copse.heterogeneity;

/**
 * Prediction intervals for the effect in a new study, by R meta's names: μ ± q √(tau² + SE²) with
 * quantile q and standard error SE as each says.
 */
public enum PredictionMethod {
  /**
   * t with k − 1 degrees of freedom and the Wald standard error. Veroniki et al., Res Synth Methods
   * 2019;10:23-43.
   */
  V("t, k − 1 df", 1, false),
  /**
   * t with k − 2 degrees of freedom and the Wald standard error. Higgins, Thompson, Spiegelhalter,
   * JRSS A 2009.
   */
  HTS("t, k − 2 df", 2, false),
  /**
   * t with k − 1 degrees of freedom and the Hartung-Knapp standard error. Partlett and Riley, Stat
   * Med 2017.
   */
  HK("Hartung-Knapp, t, k − 1 df", 1, true),
  /** Standard normal quantile and the Wald standard error; metafor's default. Skipka 2006. */
  S("normal", 0, false);

  private final String label;
  private final int lost;
  private final boolean hartungKnapp;

  PredictionMethod(String label, int lost, boolean hartungKnapp) {
    this.label = label;
    this.lost = lost;
    this.hartungKnapp = hartungKnapp;
  }

  /**
   * Distribution and degrees of freedom as printed.
   *
   * @return for example "t, k − 1 df"
   */
  public String label() {
    return label;
  }

  /**
   * Degrees of freedom for k studies.
   *
   * @param k number of studies
   * @return the degrees of freedom, +∞ for the normal; below 1 where the method is not defined
   */
  public double degreesOfFreedom(int k) {
    return this == S ? Double.POSITIVE_INFINITY : k - lost;
  }

  /**
   * Whether the Hartung-Knapp standard error is used in place of Wald's.
   *
   * @return true for {@link #HK}
   */
  public boolean usesHartungKnapp() {
    return hartungKnapp;
  }

  /**
   * Whether the interval is defined for k studies.
   *
   * @param k number of studies
   * @return true if there are at least 2 studies and 1 degree of freedom
   */
  public boolean isDefined(int k) {
    return k >= 2 && degreesOfFreedom(k) >= 1;
  }
}
