package org.copse.effect;

/**
 * Sampling variance of the standardised mean difference g. With N = n₁ + n₂ and 1/ñ = 1/n₁ + 1/n₂.
 */
public enum SmdVariance {
  /** 1/ñ + g²/(2N): large-sample form; metafor's vtype "LS", its default. Hedges 1982. */
  LARGE_SAMPLE("1/n₁ + 1/n₂ + g²/(2N)") {
    @Override
    double of(ArmMeans arms, double g, double correction) {
      return reciprocal(arms) + g * g / (2 * (arms.n1() + arms.n2()));
    }
  },
  /**
   * 1/ñ + (1 − (m − 2)/(m J²)) g², m = N − 2: exact and unbiased; R meta's default (exact.smd =
   * TRUE), metafor's vtype "UB". White and Thomas, Clin Trials 2005;2:141-151; Hedges 1983.
   */
  UNBIASED("1/n₁ + 1/n₂ + (1 − (m−2)/(m J²)) g²") {
    @Override
    double of(ArmMeans arms, double g, double correction) {
      double m = arms.degreesOfFreedom();
      return reciprocal(arms) + (1 - (m - 2) / (m * correction * correction)) * g * g;
    }
  },
  /**
   * 1/ñ + g²/(2(N − 3.94)): Review Manager 5 and R meta with exact.smd = FALSE. Hedges and Olkin
   * 1985.
   */
  REVMAN5("1/n₁ + 1/n₂ + g²/(2(N − 3.94))") {
    @Override
    double of(ArmMeans arms, double g, double correction) {
      return reciprocal(arms) + g * g / (2 * (arms.n1() + arms.n2() - 3.94));
    }

    @Override
    double correction(double m) {
      return HedgesCorrection.approximate(m);
    }
  },
  /**
   * J²[1/ñ + d²/(2N)] with the approximate J and d = g/J: Comprehensive Meta-Analysis. Borenstein
   * et al., Introduction to Meta-Analysis, 2009, equations 4.20, 4.22 and 4.24.
   */
  BORENSTEIN("J² (1/n₁ + 1/n₂ + d²/(2N))") {
    @Override
    double of(ArmMeans arms, double g, double correction) {
      double cohen = correction * correction * reciprocal(arms);
      return cohen + g * g / (2 * (arms.n1() + arms.n2()));
    }

    @Override
    double correction(double m) {
      return HedgesCorrection.approximate(m);
    }
  };

  private final String formula;

  SmdVariance(String formula) {
    this.formula = formula;
  }

  /**
   * The formula in plain text.
   *
   * @return for example "1/n₁ + 1/n₂ + g²/(2N)"
   */
  public String formula() {
    return formula;
  }

  /**
   * Whether Hedges' correction is the exact one or the approximation 1 − 3/(4m − 1).
   *
   * @return true if exact
   */
  public boolean isExact() {
    return this == LARGE_SAMPLE || this == UNBIASED;
  }

  /** The small-sample correction that goes with the formula. */
  double correction(double m) {
    return HedgesCorrection.exact(m);
  }

  abstract double of(ArmMeans arms, double g, double correction);

  private static double reciprocal(ArmMeans arms) {
    return 1 / arms.n1() + 1 / arms.n2();
  }
}
