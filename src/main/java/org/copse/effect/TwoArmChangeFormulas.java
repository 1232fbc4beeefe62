package org.copse.effect;

/** Estimates and variances of the difference between arms in their changes. */
final class TwoArmChangeFormulas {

  private TwoArmChangeFormulas() {}

  static double difference(TwoArmChange d) {
    return d.first().change() - d.second().change();
  }

  static double differenceVariance(TwoArmChange d) {
    return ChangeFormulas.changeVariance(d.first()) + ChangeFormulas.changeVariance(d.second());
  }

  static double pooledVariance(TwoArmChange d) {
    double sd = pooled(d, d.first().sdChange(), d.second().sdChange());
    return sd * sd * reciprocals(d);
  }

  static double becker(TwoArmChange d) {
    return ChangeFormulas.byBaseline(d.first()) - ChangeFormulas.byBaseline(d.second());
  }

  static double beckerVariance(TwoArmChange d) {
    return ChangeFormulas.byBaselineVariance(d.first())
        + ChangeFormulas.byBaselineVariance(d.second());
  }

  static double beckerUnequalVariance(TwoArmChange d) {
    return ChangeFormulas.byBaselineUnequalVariance(d.first())
        + ChangeFormulas.byBaselineUnequalVariance(d.second());
  }

  static double byBaseline(TwoArmChange d) {
    double sd = pooled(d, d.first().sdBefore(), d.second().sdBefore());
    return ChangeFormulas.correction(degrees(d)) * difference(d) / sd;
  }

  /** Variance of the difference of changes in units of the common variance. */
  private static double scaled(TwoArmChange d) {
    return 2 * (1 - d.first().correlation()) / d.first().n()
        + 2 * (1 - d.second().correlation()) / d.second().n();
  }

  static double byBaselineVariance(TwoArmChange d) {
    double m = degrees(d);
    if (!(m > 2)) {
      return Double.NaN;
    }
    double j = ChangeFormulas.correction(m);
    double g = byBaseline(d);
    double spread = j * j * m / (m - 2);
    return spread * scaled(d) + (spread - 1) * g * g;
  }

  static double byBaselineLargeSampleVariance(TwoArmChange d) {
    return scaled(d) + ChangeFormulas.square(byBaseline(d)) / (2 * total(d));
  }

  static double byAllSds(TwoArmChange d) {
    double before = pooled(d, d.first().sdBefore(), d.second().sdBefore());
    double after = pooled(d, d.first().sdAfter(), d.second().sdAfter());
    double sd = Math.hypot(before, after) / Math.sqrt(2);
    return ChangeFormulas.correction(2 * degrees(d)) * difference(d) / sd;
  }

  /** Delta method: Var(s²)/σ⁴ = [(n₁−1)(1+r₁²) + (n₂−1)(1+r₂²)]/m², a quarter of it times g². */
  static double byAllSdsVariance(TwoArmChange d) {
    double m = degrees(d);
    double squares =
        (d.first().n() - 1) * (1 + ChangeFormulas.square(d.first().correlation()))
            + (d.second().n() - 1) * (1 + ChangeFormulas.square(d.second().correlation()));
    return scaled(d) + ChangeFormulas.square(byAllSds(d)) * squares / (4 * m * m);
  }

  static double byChangeSd(TwoArmChange d) {
    double sd = pooled(d, d.first().sdChange(), d.second().sdChange());
    return ChangeFormulas.correction(degrees(d)) * difference(d) / sd;
  }

  static double byChangeSdVariance(TwoArmChange d) {
    return reciprocals(d) + ChangeFormulas.square(byChangeSd(d)) / (2 * total(d));
  }

  private static double total(TwoArmChange d) {
    return d.first().n() + d.second().n();
  }

  private static double degrees(TwoArmChange d) {
    return total(d) - 2;
  }

  private static double reciprocals(TwoArmChange d) {
    return 1 / d.first().n() + 1 / d.second().n();
  }

  private static double pooled(TwoArmChange d, double sd1, double sd2) {
    double squares = (d.first().n() - 1) * sd1 * sd1 + (d.second().n() - 1) * sd2 * sd2;
    return Math.sqrt(squares / degrees(d));
  }
}
