package org.copse.heterogeneity;

/**
 * The tau² at which Q(tau²) meets a target.
 *
 * <p>Q(tau²) = Σbⱼ²/(λⱼ + tau²) decreases and 1/Q is concave in tau², so Newton's method on 1/Q
 * from 0 climbs to the only root without ever passing it, whatever the data (as in the secular
 * equation of trust regions: Moré and Sorensen, SIAM J Sci Stat Comput 1983;4:553-572).
 */
final class QRoot {

  private static final int MOST_STEPS = 500;

  private QRoot() {}

  /** The root on the scale of the sums, 0 where Q(0) ≤ target. */
  static double of(StudySums sums, double target) {
    double tau2 = 0;
    sums.qAt(0);
    for (int i = 0; i < MOST_STEPS && sums.q > target; i++) {
      double step = sums.q / target * (sums.q - target) / sums.a;
      double next = tau2 + step;
      if (!(next > tau2)) {
        return tau2;
      }
      tau2 = next;
      if (step <= 1e-12 * tau2) {
        return tau2;
      }
      sums.qAt(tau2);
    }
    return tau2;
  }
}
