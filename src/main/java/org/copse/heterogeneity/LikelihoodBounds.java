package org.copse.heterogeneity;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.numeric.Roots;

/**
 * Bounds of tau² from the profile of the full or restricted likelihood: the least and the greatest
 * tau² whose log-likelihood is within χ²(1)/2 of the maximum. Between stationary points the
 * likelihood is monotone, so each crossing is bracketed; with several maxima the set may have gaps,
 * and the bounds are its ends.
 */
final class LikelihoodBounds {

  private final StudySums sums;
  private final boolean restricted;
  private final ScoreRoots roots;
  private final double best;
  private final double drop;

  LikelihoodBounds(StudySums sums, boolean restricted, double level) {
    this.sums = sums;
    this.restricted = restricted;
    roots = new ScoreRoots(sums, restricted);
    best = roots.maximum();
    drop = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - level);
  }

  private double height(double tau2) {
    return sums.logLikelihoodDifference(tau2, best, restricted) + drop;
  }

  double lower() {
    double left = 0;
    if (height(0) >= 0) {
      return 0;
    }
    for (int i = 0; i < roots.count(); i++) {
      double point = roots.root(i);
      if (height(point) >= 0) {
        return crossing(left, point);
      }
      left = point;
    }
    return best;
  }

  double upper() {
    double right = Double.POSITIVE_INFINITY;
    for (int i = roots.count() - 1; i >= 0; i--) {
      double point = roots.root(i);
      if (height(point) >= 0) {
        return crossing(point, right);
      }
      right = point;
    }
    return crossing(0, right);
  }

  /** Whether part of what lies between the bounds is less likely than the bounds. */
  boolean hasGap(double lower, double upper) {
    for (int i = 0; i < roots.count(); i++) {
      double point = roots.root(i);
      if (point > lower && point < upper && height(point) < 0) {
        return true;
      }
    }
    return false;
  }

  /** On the scale of log(tau² + smallest variance), from a bracket that may reach to infinity. */
  private double crossing(double left, double right) {
    double end = right;
    if (right == Double.POSITIVE_INFINITY) {
      end = Math.max(2 * left, sums.smallestVariance());
      while (height(end) > 0) {
        end *= 4;
      }
    }
    double shift = sums.smallestVariance();
    double width = Math.log1p((end - left) / (left + shift));
    double u = Roots.between(x -> height(left + (left + shift) * Math.expm1(x)), 0, width);
    return left + (left + shift) * Math.expm1(u);
  }
}
