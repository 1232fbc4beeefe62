package org.copse.heterogeneity;

/** Confidence intervals of the between-study variance tau². */
public enum Tau2IntervalMethod {
  /**
   * Q-profile: the tau² at which Q(tau²) equals the upper and the lower χ²(k − 1) quantile; exact
   * under the model. Viechtbauer, Stat Med 2007;26:37-52. metafor {@code confint}, R meta "QP".
   */
  Q_PROFILE("Q-profile");

  private final String label;

  Tau2IntervalMethod(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Q-profile"
   */
  public String label() {
    return label;
  }
}
