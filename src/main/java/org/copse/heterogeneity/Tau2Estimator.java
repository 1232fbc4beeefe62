package org.copse.heterogeneity;

import org.copse.numeric.Roots;
import org.copse.numeric.WeightedMean;

/**
 * Estimators of the between-study variance tau².
 *
 * <p><b>Units</b>: square of the analysis scale. <b>Shapes</b>: k estimates and k variances, any
 * order. <b>Edge cases</b>: k = 1 and equal estimates give 0; a value below 0 becomes 0; none fails
 * to converge. <b>Accuracy</b>: the closed form to rounding, the iterative ones to about 1e-14 of
 * the root's size.
 */
public enum Tau2Estimator {
  /**
   * DerSimonian and Laird: max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), w = 1/v. Control Clin Trials
   * 1986;7:177-188. metafor "DL".
   */
  DL("DerSimonian-Laird") {
    @Override
    double of(double[] y, double[] v) {
      double[] w = Weights.inverse(v, 0);
      double q = WeightedMean.sumOfSquares(y, w, WeightedMean.of(y, w));
      return Math.max(0, (q - (y.length - 1)) / Weights.momentDenominator(w));
    }
  },
  /**
   * Paule and Mandel: the root of Q(tau²) = k − 1, unique because Q(tau²) decreases. J Res Natl Bur
   * Stand 1982;87:377-385. metafor "PM" (and, equal to it, "EB").
   */
  PM("Paule-Mandel") {
    @Override
    double of(double[] y, double[] v) {
      GeneralisedQ q = new GeneralisedQ(y, v);
      int df = y.length - 1;
      return q.at(0) <= df ? 0 : Roots.ofDecreasing(tau2 -> q.at(tau2) - df, q.scale());
    }
  },
  /**
   * Restricted maximum likelihood: the global maximum over tau² ≥ 0 of −½Σln(v + tau²) − ½ln Σw −
   * ½Q(tau²). The likelihood may have several maxima; all are found and compared. Viechtbauer, J
   * Educ Behav Stat 2005;30:261-293. metafor "REML".
   */
  REML("restricted maximum likelihood") {
    @Override
    double of(double[] y, double[] v) {
      return new RestrictedLikelihood(y, v).maximum();
    }
  };

  private final String label;

  Tau2Estimator(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "DerSimonian-Laird"
   */
  public String label() {
    return label;
  }

  /**
   * Estimates tau².
   *
   * @param estimates yᵢ on the analysis scale, k ≥ 1, finite
   * @param variances vᵢ, finite and greater than 0
   * @return tau² ≥ 0
   * @throws IllegalArgumentException when the arrays differ in length, are empty, or hold a value
   *     that is not finite or a variance that is not above 0
   */
  public double estimate(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    return estimates.length == 1 ? 0 : of(estimates, variances);
  }

  abstract double of(double[] y, double[] v);
}
