package org.copse.effect;

/**
 * Coefficients of association of a two-by-two table of cells a, b, c, d.
 *
 * <p>Source: Yule GU, J R Stat Soc 1912;75:579-652; Bishop, Fienberg and Holland, Discrete
 * Multivariate Analysis, 1975, section 11.3.
 */
final class Association {

  private Association() {}

  /** (ad − bc)/(ad + bc). */
  static double q(TwoByTwo t) {
    double concordant = t.events1() * t.nonEvents2();
    double discordant = t.nonEvents1() * t.events2();
    return (concordant - discordant) / (concordant + discordant);
  }

  /** 1 − Q² = 4 ad bc/(ad + bc)², without the cancellation near Q = ±1. */
  static double qVariance(TwoByTwo t) {
    double concordant = t.events1() * t.nonEvents2();
    double discordant = t.nonEvents1() * t.events2();
    double sum = concordant + discordant;
    double rest = 4 * (concordant / sum) * (discordant / sum);
    return rest * rest / 4 * BinaryMeasure.ODDS_RATIO.variance(t);
  }

  /** (√(ad) − √(bc))/(√(ad) + √(bc)), the difference of roots taken as that of products. */
  static double y(TwoByTwo t) {
    double concordant = t.events1() * t.nonEvents2();
    double discordant = t.nonEvents1() * t.events2();
    double sum = Math.sqrt(concordant) + Math.sqrt(discordant);
    return (concordant - discordant) / (sum * sum);
  }

  /** With 1 − Y² = 4 √(ad bc)/(√(ad) + √(bc))². */
  static double yVariance(TwoByTwo t) {
    double concordant = Math.sqrt(t.events1() * t.nonEvents2());
    double discordant = Math.sqrt(t.nonEvents1() * t.events2());
    double sum = concordant + discordant;
    double rest = 4 * (concordant / sum) * (discordant / sum);
    return rest * rest / 16 * BinaryMeasure.ODDS_RATIO.variance(t);
  }

  /** (ad − bc)/√(n₁n₂m₁m₂); NaN where a margin is 0. */
  static double phi(TwoByTwo t) {
    double events = t.events();
    double nonEvents = t.total() - events;
    double determinant = t.events1() * t.nonEvents2() - t.nonEvents1() * t.events2();
    return determinant
        / (Math.sqrt(t.total1() * t.total2()) * Math.sqrt(events) * Math.sqrt(nonEvents));
  }

  /**
   * Delta-method variance of phi under multinomial sampling, Σ p g² / N with the influence of one
   * patient with x, y = 0 or 1: g = uv − φ(u² + v²)/2, u and v the standardised x and y.
   */
  static double phiVariance(TwoByTwo t) {
    double[] cells = {t.events1(), t.nonEvents1(), t.events2(), t.nonEvents2()};
    if (cells[0] + cells[3] == 0 || cells[1] + cells[2] == 0) {
      return 0; // phi is 1 or -1, and rounding must not make a variance of 1e-32
    }
    double n = t.total();
    double phi = phi(t);
    double row = Math.sqrt(t.total2() / t.total1());
    double column = Math.sqrt((n - t.events()) / t.events());
    double[] u = {row, -1 / row};
    double[] v = {column, -1 / column};
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      double x = u[i / 2];
      double y = v[i % 2];
      double influence = x * y - phi * (x * x + y * y) / 2;
      sum += cells[i] / n * (influence * influence);
    }
    return sum / n;
  }

  /**
   * Delta-method variance of phi with n₁ and n₂ fixed: with φ = (p₁ − p₂)w, w = √(n₁n₂/(m₁m₂)),
   * ∂φ/∂p₁ = w[1 − (p₁ − p₂)n₁h] and ∂φ/∂p₂ = −w[1 + (p₁ − p₂)n₂h], h = (m₂ − m₁)/(2m₁m₂).
   */
  static double phiVarianceOfFixedArms(TwoByTwo t) {
    double n1 = t.total1();
    double n2 = t.total2();
    double m1 = t.events();
    double m2 = t.total() - m1;
    double difference = t.events1() / n1 - t.events2() / n2;
    double h = (m2 - m1) / m1 / m2 / 2;
    double by1 = 1 - difference * n1 * h;
    double by2 = 1 + difference * n2 * h;
    double variance1 = t.events1() / n1 * (t.nonEvents1() / n1) / n1;
    double variance2 = t.events2() / n2 * (t.nonEvents2() / n2) / n2;
    return n1 / m1 * (n2 / m2) * (by1 * by1 * variance1 + by2 * by2 * variance2);
  }

  /** Variance of artanh r from that of r. */
  static double ofFisherZ(double r, double variance) {
    double left = (1 - r) * (1 + r);
    return variance / (left * left);
  }
}
