package org.copse.heterogeneity;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * The weighted mean μ and its Hartung-Knapp standard error as functions of tau², to draw μ + t SE.
 *
 * <p>Both are sums over the studies. Above {@value Tau2Confidence#MANY} studies cubic splines in
 * ln(1 + tau²/s) take their place, so that a draw costs the same for any k; {@value #POINTS} points
 * are good to about 1e-6 of a standard error.
 */
final class MeanGivenTau2 {

  static final int POINTS = 400;

  private final double[] estimates;
  private final double[] variances;
  private final Tau2Confidence confidence;

  /** Null where each draw is exact. */
  private PolynomialSplineFunction means;

  private PolynomialSplineFunction errors;

  MeanGivenTau2(double[] estimates, double[] variances, Tau2Confidence confidence) {
    this.estimates = estimates;
    this.variances = variances;
    this.confidence = confidence;
    if (estimates.length > Tau2Confidence.MANY) {
      tabulate();
    }
  }

  private void tabulate() {
    double[] grid = confidence.isSpread() ? confidence.grid(POINTS) : new double[] {0, 1, 2};
    // quantiles are 0 below the grid where there is a mass at 0, and the grid begins there
    double[] mean = new double[grid.length];
    double[] error = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      double tau2 = confidence.tau2(grid[i]);
      mean[i] = offset(tau2);
      error[i] = error(tau2, mean[i]);
    }
    means = new SplineInterpolator().interpolate(grid, mean);
    errors = new SplineInterpolator().interpolate(grid, error);
  }

  /** μ + t SE at a quantile of tau². */
  double draw(double t, double tau2) {
    if (means == null) {
      double mean = offset(tau2);
      return estimates[0] + mean + t * error(tau2, mean);
    }
    double[] knots = means.getKnots();
    double place = confidence.place(tau2);
    double inside = Math.max(knots[0], Math.min(place, knots[knots.length - 1]));
    return estimates[0] + means.value(inside) + t * errors.value(inside);
  }

  /** μ less the first estimate: deviations from it keep their digits. */
  private double offset(double tau2) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < estimates.length; i++) {
      double w = 1 / (variances[i] + tau2);
      weights += w;
      sum += w * (estimates[i] - estimates[0]);
    }
    return sum / weights;
  }

  private double error(double tau2, double mean) {
    double weights = 0;
    double spread = 0;
    for (int i = 0; i < estimates.length; i++) {
      double deviation = estimates[i] - estimates[0] - mean;
      weights += 1 / (variances[i] + tau2);
      spread += deviation * deviation / (variances[i] + tau2);
    }
    return Math.sqrt(spread / ((estimates.length - 1) * weights));
  }
}
