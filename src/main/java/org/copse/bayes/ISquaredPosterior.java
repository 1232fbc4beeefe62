package org.copse.bayes;

import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.heterogeneity.ISquared;

/** I², in percent, as a transform of τ; empty for a single study. */
final class ISquaredPosterior {

  private final double[] variances;

  ISquaredPosterior(double[] variances) {
    this.variances = variances;
  }

  private double at(double tau) {
    return ISquared.fromTau2(tau * tau, variances);
  }

  OptionalDouble median(Posterior tau) {
    return variances.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(at(tau.median()));
  }

  OptionalDouble mean(TauNodes nodes) {
    if (variances.length < 2) {
      return OptionalDouble.empty();
    }
    double typical = ISquared.typicalVariance(variances);
    double sum = 0;
    for (int i = 0; i < nodes.size(); i++) {
      double t = nodes.tau(i) * nodes.tau(i);
      sum += nodes.mass(i) * t / (t + typical);
    }
    return OptionalDouble.of(100 * sum);
  }

  Optional<Interval> equalTailed(Posterior tau, double level) {
    return variances.length < 2
        ? Optional.empty()
        : Optional.of(tau.equalTailed(level).map(this::at));
  }
}
