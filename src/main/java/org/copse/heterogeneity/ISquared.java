package org.copse.heterogeneity;

/**
 * I² and H² from tau², by the typical within-study variance s² of Higgins and Thompson: I² =
 * tau²/(tau² + s²), H² = 1 + tau²/s².
 *
 * <p>The same I² as from Q only for the DerSimonian-Laird estimator. <b>Source</b>: Higgins and
 * Thompson, Stat Med 2002;21:1539-1558, equation 9; Cochrane (RevMan since 2024) and metafor report
 * this one.
 */
public final class ISquared {

  private ISquared() {}

  /** Which I² a preset prints first. */
  public enum Source {
    /** From tau². */
    TAU2,
    /** From Q. */
    Q
  }

  /**
   * Typical within-study variance (k − 1)Σw / [(Σw)² − Σw²], w = 1/v.
   *
   * @param variances vᵢ &gt; 0, k ≥ 2
   * @return s²
   */
  public static double typicalVariance(double[] variances) {
    return (variances.length - 1) / Weights.momentDenominator(Weights.inverse(variances, 0));
  }

  /**
   * I² from tau².
   *
   * @param tau2 the between-study variance
   * @param variances vᵢ &gt; 0
   * @return I² in percent; 0 for a single study
   */
  public static double fromTau2(double tau2, double[] variances) {
    return variances.length < 2 ? 0 : 100 * tau2 / (tau2 + typicalVariance(variances));
  }

  /**
   * H² from tau².
   *
   * @param tau2 the between-study variance
   * @param variances vᵢ &gt; 0
   * @return H² ≥ 1; 1 for a single study
   */
  public static double hSquaredFromTau2(double tau2, double[] variances) {
    return variances.length < 2 ? 1 : 1 + tau2 / typicalVariance(variances);
  }

  /**
   * R_b: the share of tau² in the variance of the pooled effect.
   *
   * <p><b>Formula</b>: tau²/(k Var μ) = (1/k)Σ tau²/(vᵢ + tau²), which is tau²/(tau² + s²) with s²
   * of {@link WithinStudyVariance#impliedBy}; unlike I² it needs no single within-study variance.
   * <b>Source</b>: Crippa et al., Stat Med 2016;35:3661-3675. R meta: {@code Rb}.
   *
   * @param tau2 the between-study variance
   * @param variances vᵢ &gt; 0
   * @return percent; 0 for a single study
   */
  public static double rB(double tau2, double[] variances) {
    if (variances.length < 2) {
      return 0;
    }
    double sum = 0;
    for (double v : variances) {
      sum += tau2 / (v + tau2);
    }
    return 100 * sum / variances.length;
  }

  /**
   * R_I: as I² from tau², with the harmonic mean of the variances as the within-study variance.
   *
   * <p><b>Source</b>: Takkouche et al., Am J Epidemiol 1999;150:206-215.
   *
   * @param tau2 the between-study variance
   * @param variances vᵢ &gt; 0
   * @return percent; 0 for a single study
   */
  public static double rI(double tau2, double[] variances) {
    return variances.length < 2
        ? 0
        : 100 * tau2 / (tau2 + WithinStudyVariance.harmonicMean(variances));
  }
}
