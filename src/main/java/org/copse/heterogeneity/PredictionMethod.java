package org.copse.heterogeneity;

/**
 * Prediction intervals for the effect in a new study, by R meta's names.
 *
 * <p><b>Formula</b>: μ ± q √(tau² + SE²) with quantile q and standard error SE as each says; {@link
 * #NNF} is a bootstrap. <b>Scale</b>: analysis scale. <b>Edge cases</b>: absent, with a note in the
 * fit, where there are too few studies or no degree of freedom is left. <b>Accuracy</b>: closed
 * forms to rounding, {@link #NNF} to the error of its number of samples. <b>Source</b>: as each
 * says. R meta: {@code method.predict}.
 */
public enum PredictionMethod {
  /**
   * t with k − 1 degrees of freedom and the Wald standard error. Veroniki et al., Res Synth Methods
   * 2019;10:23-43. R meta "V".
   */
  V("t, k − 1 df", 0, StandardError.WALD),
  /**
   * t with k − 2 degrees of freedom and the Wald standard error. Higgins, Thompson, Spiegelhalter,
   * JRSS A 2009;172:137-159. R meta "HTS".
   */
  HTS("t, k − 2 df", 1, StandardError.WALD),
  /** t with k − 1 degrees of freedom and the Hartung-Knapp standard error. R meta "HK". */
  HK("Hartung-Knapp, t, k − 1 df", 0, StandardError.HARTUNG_KNAPP),
  /**
   * t with k − 2 degrees of freedom and the Hartung-Knapp standard error. Partlett and Riley, Stat
   * Med 2017;36:301-317. R meta "HK-PR".
   */
  HK_PR("Hartung-Knapp, t, k − 2 df", 1, StandardError.HARTUNG_KNAPP),
  /**
   * t with Kenward-Roger's degrees of freedom and standard error; tau² by REML only. R meta "KR".
   */
  KR("Kenward-Roger, t", 0, StandardError.KENWARD_ROGER),
  /**
   * t with one less than Kenward-Roger's degrees of freedom and its standard error; tau² by REML
   * only. Partlett and Riley, Stat Med 2017;36:301-317. R meta "KR-PR".
   */
  KR_PR("Kenward-Roger, t, df − 1", 1, StandardError.KENWARD_ROGER),
  /**
   * Nagashima, Noma and Furukawa's parametric bootstrap from a confidence distribution of tau²; see
   * {@link NagashimaBootstrap}. It has its own centre and does not use the fit's tau². Stat Methods
   * Med Res 2019;28:1689-1702. R meta "NNF"; pimeta {@code pima(method = "boot")}.
   */
  NNF("Nagashima's bootstrap", 0, StandardError.BOOTSTRAP),
  /**
   * Standard normal quantile and the Wald standard error; metafor's default. Skipka 2006. R meta
   * "S".
   */
  S("normal", 0, StandardError.WALD);

  private enum StandardError {
    WALD,
    HARTUNG_KNAPP,
    KENWARD_ROGER,
    BOOTSTRAP
  }

  private final String label;
  private final int lost;
  private final StandardError standardError;

  PredictionMethod(String label, int lost, StandardError standardError) {
    this.label = label;
    this.lost = lost;
    this.standardError = standardError;
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
   * R meta's name.
   *
   * @return for example "HK-PR"
   */
  public String abbreviation() {
    return name().replace('_', '-');
  }

  /**
   * Degrees of freedom.
   *
   * @param ofMean those of the mean's t interval: k − 1, or Kenward-Roger's where {@link
   *     #usesKenwardRoger()}
   * @return the degrees of freedom, +∞ for the normal; 0 or less where the method is not defined
   */
  public double degreesOfFreedom(double ofMean) {
    return this == S ? Double.POSITIVE_INFINITY : ofMean - lost;
  }

  /**
   * Whether the Hartung-Knapp standard error is used in place of Wald's.
   *
   * @return true for {@link #HK} and {@link #HK_PR}
   */
  public boolean usesHartungKnapp() {
    return standardError == StandardError.HARTUNG_KNAPP;
  }

  /**
   * Whether standard error and degrees of freedom are Kenward-Roger's.
   *
   * @return true for {@link #KR} and {@link #KR_PR}
   */
  public boolean usesKenwardRoger() {
    return standardError == StandardError.KENWARD_ROGER;
  }

  /**
   * Whether the interval makes sense around a mean with weights other than inverse-variance ones.
   *
   * @return false for Kenward-Roger's and the bootstrap
   */
  public boolean takesAnyWeights() {
    return !usesKenwardRoger() && standardError != StandardError.BOOTSTRAP;
  }

  /**
   * Number of studies below which the interval is not defined.
   *
   * @return 2 or 3
   */
  public int leastStudies() {
    return lost > 0 && !usesKenwardRoger() ? 3 : 2;
  }

  /**
   * Whether the interval is defined for k studies; Kenward-Roger's degrees of freedom may still be
   * too few.
   *
   * @param k number of studies
   * @return true if there are at least {@link #leastStudies()}
   */
  public boolean isDefined(int k) {
    return k >= leastStudies();
  }
}
