package org.copse.heterogeneity;

/**
 * One number for the within-study variances of k studies, in each of the senses in use; a share of
 * variance tau²/(tau² + s²) depends on which is meant.
 *
 * <p><b>Units</b>: square of the analysis scale. <b>Edge cases</b>: equal variances v give v in
 * each sense.
 */
public final class WithinStudyVariance {

  private WithinStudyVariance() {}

  /**
   * The typical variance of Higgins and Thompson, s² = (k − 1)Σw / [(Σw)² − Σw²], w = 1/v: I² and
   * H² from tau² use it.
   *
   * <p><b>Source</b>: Higgins and Thompson, Stat Med 2002;21:1539-1558, equation 9. metafor: {@code
   * vt}.
   *
   * @param variances vᵢ &gt; 0, k ≥ 2
   * @return s²
   */
  public static double higginsThompson(double[] variances) {
    return ISquared.typicalVariance(variances);
  }

  /**
   * The harmonic mean k/Σ(1/v): R_I uses it.
   *
   * <p><b>Source</b>: Takkouche, Cadarso-Suárez and Spiegelman, Am J Epidemiol 1999;150:206-215.
   *
   * @param variances vᵢ &gt; 0, k ≥ 1
   * @return k/Σ(1/v)
   */
  public static double harmonicMean(double[] variances) {
    return impliedBy(0, variances);
  }

  /**
   * The variance implied by tau²: equal studies of this variance would give the pooled effect the
   * same variance 1/Σ1/(v + tau²). R_b uses it.
   *
   * <p><b>Formula</b>: k/Σ1/(v + tau²) − tau², written as Σuv/Σu with u = 1/(v + tau²), which has
   * no difference. Between the harmonic mean (tau² = 0) and the plain mean (tau² → ∞).
   * <b>Source</b>: from Crippa, Khudyakov, Wang, Orsini and Spiegelman, Stat Med 2016;35:3661-3675.
   *
   * @param tau2 the between-study variance, at least 0
   * @param variances vᵢ &gt; 0, k ≥ 1
   * @return s²
   */
  public static double impliedBy(double tau2, double[] variances) {
    double weighted = 0;
    double sum = 0;
    for (double v : variances) {
      double share = 1 / (v + tau2);
      weighted += v * share;
      sum += share;
    }
    return weighted / sum;
  }
}
