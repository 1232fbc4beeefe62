package org.copse.bayes;

import java.util.Arrays;

/**
 * A distribution of τ as points with probabilities, for sums over it. The last ones may have next
 * to no probability and be there for the moments only.
 */
final class TauNodes {

  private static final double NEGLIGIBLE = 1e-18;
  private static final int FEWEST = 24;
  private static final int MOST = 96;

  private final double[] tau;
  private final double[] mass;
  private final int significant;

  private TauNodes(double[] tau, double[] mass, int significant) {
    this.tau = tau;
    this.mass = mass;
    this.significant = significant;
  }

  int size() {
    return tau.length;
  }

  /** Number of nodes, from the first, with all of the probability. */
  int significant() {
    return significant;
  }

  double tau(int i) {
    return tau[i];
  }

  double mass(int i) {
    return mass[i];
  }

  /**
   * As few nodes as give the same mixtures, these nodes where fewer do not do.
   *
   * @param scale the smallest standard error
   */
  TauNodes reduced(double scale, HierarchicalModel model) {
    for (int n = FEWEST; n <= MOST && 2 * n < size(); n *= 2) {
      TauNodes rule = GaussRule.of(this, scale, n);
      if (model.agree(this, rule)) {
        return rule;
      }
    }
    return this;
  }

  double[] masses() {
    return mass.clone();
  }

  /** Collects nodes in ascending order; negligible ones are dropped. */
  static final class Builder {
    private final double[] tau;
    private final double[] mass;
    private final double scale;
    private int size;
    private int significant;

    Builder(int most, double scale) {
      tau = new double[most];
      mass = new double[most];
      this.scale = scale;
    }

    Builder add(double at, double share) {
      double large = Math.max(1, at / scale);
      if (share * large * large > NEGLIGIBLE) {
        tau[size] = at;
        mass[size++] = share;
        significant = share > NEGLIGIBLE ? size : significant;
      }
      return this;
    }

    TauNodes build() {
      return new TauNodes(Arrays.copyOf(tau, size), Arrays.copyOf(mass, size), significant);
    }
  }
}
