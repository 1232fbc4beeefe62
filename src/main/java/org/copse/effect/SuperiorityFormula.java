package org.copse.effect;

import org.apache.commons.numbers.gamma.Erf;

/**
 * Probability that a patient of arm 1 has the larger value, less one half, where the values of both
 * arms are normal.
 *
 * <p>With separate SDs δ = (m₁ − m₂)/S, S² = s₁² + s₂², and by the delta method variance φ(δ)²
 * {[s₁²/(n₁−1) + s₂²/(n₂−1)]/S² + δ² [s₁⁴/(n₁−1) + s₂⁴/(n₂−1)]/(2S⁴)}. With one SD δ = d/√2 and
 * variance φ(δ)² [1/n₁ + 1/n₂ + d²/(2N)]/2.
 *
 * <p>Source: McGraw and Wong, Psychol Bull 1992;111:361-365; Goddard and Hinberg, Stat Med
 * 1990;9:325-337, equations 3 and 4.
 */
enum SuperiorityFormula implements ContinuousFormula {
  /** The one formula. */
  BINORMAL;

  @Override
  public double estimate(ArmMeans a, ContinuousOptions o) {
    return 0.5 * Erf.value(delta(a, o) / Math.sqrt(2));
  }

  @Override
  public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
    double delta = delta(a, o);
    double density = Math.exp(-delta * delta) / (2 * Math.PI);
    return density * (pooled(o) ? pooledVariance(a, delta) : separateVariance(a, delta));
  }

  private static boolean pooled(ContinuousOptions o) {
    return o.meansVariance() == MeansVariance.POOLED;
  }

  private static double delta(ArmMeans a, ContinuousOptions o) {
    double difference = a.mean1() - a.mean2();
    return pooled(o)
        ? difference / (a.pooledSd() * Math.sqrt(2))
        : difference / Math.sqrt(a.sd1() * a.sd1() + a.sd2() * a.sd2());
  }

  private static double pooledVariance(ArmMeans a, double delta) {
    double d2 = 2 * delta * delta;
    return (1 / a.n1() + 1 / a.n2() + d2 / (2 * (a.n1() + a.n2()))) / 2;
  }

  private static double separateVariance(ArmMeans a, double delta) {
    double total = a.sd1() * a.sd1() + a.sd2() * a.sd2();
    double u1 = a.sd1() * a.sd1() / total;
    double u2 = a.sd2() * a.sd2() / total;
    double means = u1 / (a.n1() - 1) + u2 / (a.n2() - 1);
    double sds = u1 * u1 / (a.n1() - 1) + u2 * u2 / (a.n2() - 1);
    return means + delta * delta * sds / 2;
  }
}
