package org.copse.batch;

import org.copse.heterogeneity.Tau2Estimator;

/**
 * Paule-Mandel, all lanes at once: Newton's method on 1/Q(tau²) − 1/(k − 1).
 *
 * <p>Q(t) = Σz²/(m + t) for fixed z and m &gt; 0 (the eigenvalues of the variances between
 * contrasts), so 1/Q is a weighted harmonic mean, concave and increasing in t: Newton's steps never
 * pass the root from the left and need no bracket. They start at the DerSimonian-Laird estimate;
 * the derivative is −Σw²(y − μ)².
 */
final class PauleMandelLanes implements LaneEstimator {

  private static final int MOST_STEPS = 40;
  private static final double CONVERGED = 1e-8;
  private static final double ROUNDING = 1e-16;

  private final ActiveLanes active;

  PauleMandelLanes(LaneBlock block, int lanes) {
    active = new ActiveLanes(block, lanes, false);
  }

  @Override
  public void estimate(LaneBlock block, double[] tau2) {
    LaneEstimator.derSimonianLaird(block, tau2);
    block.recentre();
    active.start(block);
    for (int step = 0; step < MOST_STEPS && active.count() > 0; step++) {
      active.evaluateAt(tau2);
      for (int j = 0; j < active.count(); j++) {
        if (active.isLive(j) && hasRoot(block, j, tau2)) {
          active.finish(j);
        }
      }
      active.compact();
    }
    for (int j = 0; j < active.count(); j++) {
      if (active.isLive(j)) {
        int l = active.lane(j);
        tau2[l] = Tau2Estimator.PM.estimate(block.present(block.d, l), block.present(block.v, l));
      }
    }
  }

  /** One step; true when the lane has its root. */
  private boolean hasRoot(LaneBlock block, int j, double[] tau2) {
    int l = active.lane(j);
    int df = block.k[l] - 1;
    if (df < 1 || block.q[l] <= df) {
      tau2[l] = 0;
      return true;
    }
    double m = active.t1[j] / active.s1[j];
    double q = active.u1[j] - m * active.t1[j];
    double slope = active.u2[j] - 2 * m * active.t2[j] + m * m * active.s2[j];
    double step = q * (q - df) / (df * slope);
    double next = Math.max(0, tau2[l] + step);
    if (!(next < Double.POSITIVE_INFINITY)) {
      // left to the scalar solver
      return false;
    }
    tau2[l] = next;
    double rounding = ROUNDING * active.s1[j] / active.s2[j];
    return Math.abs(step) <= CONVERGED * next + rounding;
  }
}
