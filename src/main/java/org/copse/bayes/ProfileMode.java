package org.copse.bayes;

import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.Roots;

/** The τ at which prior times likelihood, μ at its best, is highest. */
final class ProfileMode {

  private ProfileMode() {}

  static double of(MarginalLikelihood likelihood, TauDistribution prior, TauNodes nodes) {
    DoubleUnaryOperator log = tau -> prior.logDensity(tau) + likelihood.logProfile(tau);
    DoubleUnaryOperator slope = tau -> prior.slope(tau) + likelihood.profileSlope(tau);
    double best = 0;
    double highest = log.applyAsDouble(0);
    for (int i = 1; i < nodes.size(); i++) {
      double low = nodes.tau(i - 1);
      double high = nodes.tau(i);
      if (low > 0 && slope.applyAsDouble(low) > 0 && slope.applyAsDouble(high) <= 0) {
        double root = Roots.between(slope, low, high);
        double value = log.applyAsDouble(root);
        if (value > highest) {
          best = root;
          highest = value;
        }
      }
    }
    double bound = prior.upperBound();
    return Double.isFinite(bound) && log.applyAsDouble(bound) > highest ? bound : best;
  }
}
