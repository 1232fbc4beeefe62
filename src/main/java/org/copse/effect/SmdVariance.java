package org.copse.effect;

/**
 * Sampling variance of a standardised mean difference g.
 *
 * <p>1/ñ = 1/n₁ + 1/n₂; J is the small-sample correction in use, 1 without one. Where both arms
 * standardise, N = n₁ + n₂ and m = N − 2; for Glass' delta N and m are n and n − 1 of the arm that
 * standardises. The two heteroscedastic measures have formulas of their own.
 */
public enum SmdVariance {
  /**
   * 1/ñ + g²/(2N): large-sample form; metafor's vtype "LS", its default. Hedges, Psychol Bull
   * 1982;92:490-499, equation 8.
   */
  LARGE_SAMPLE("1/n₁ + 1/n₂ + g²/(2N)") {
    @Override
    double of(Standardised s) {
      return s.reciprocal() + s.square() / (2 * s.size());
    }
  },
  /**
   * 1/ñ + (1 − (m − 2)/(m J²)) g²: exact and unbiased; R meta's default (exact.smd = TRUE),
   * metafor's vtype "UB". White and Thomas, Clin Trials 2005;2:141-151; Hedges, Psychol Bull
   * 1983;93:388-395, equation 9.
   */
  UNBIASED("1/n₁ + 1/n₂ + (1 − (m−2)/(m J²)) g²") {
    @Override
    double of(Standardised s) {
      double m = s.df();
      return s.reciprocal() + (1 - (m - 2) / (m * s.correction() * s.correction())) * s.square();
    }
  },
  /**
   * 1/ñ + g²/(2(N − 3.94)): Review Manager 5 and R meta with exact.smd = FALSE. Hedges and Olkin,
   * Statistical Methods for Meta-Analysis, 1985.
   */
  REVMAN5("1/n₁ + 1/n₂ + g²/(2(N − 3.94))") {
    @Override
    double of(Standardised s) {
      return s.reciprocal() + s.square() / (2 * (s.size() - 3.94));
    }

    @Override
    double correction(double m) {
      return HedgesCorrection.approximate(m);
    }
  },
  /**
   * J²[1/ñ + d²/(2N)] with the approximate J and d = g/J: Comprehensive Meta-Analysis, Stata.
   * Borenstein et al., Introduction to Meta-Analysis, 2009, equations 4.20, 4.22 and 4.24.
   */
  BORENSTEIN("J² (1/n₁ + 1/n₂ + d²/(2N))") {
    @Override
    double of(Standardised s) {
      return BORENSTEIN_EXACT.of(s);
    }

    @Override
    double correction(double m) {
      return HedgesCorrection.approximate(m);
    }
  },
  /**
   * J²[1/ñ + d²/(2N)] with the exact J and d = g/J; metafor's vtype "LS2". Borenstein, in Cooper et
   * al., Handbook of Research Synthesis, 2009, equation 12.17.
   */
  BORENSTEIN_EXACT("J² (1/n₁ + 1/n₂ + d²/(2N)), exact J") {
    @Override
    double of(Standardised s) {
      double shrunk = s.correction() * s.correction() * s.reciprocal();
      return shrunk + s.square() / (2 * s.size());
    }
  },
  /**
   * 1/ñ + g²/(2m): degrees of freedom in the place of N; R meta's variance of Glass' delta.
   * Rosenthal, in Cooper and Hedges, Handbook of Research Synthesis, 1994.
   */
  DEGREES_OF_FREEDOM("1/n₁ + 1/n₂ + g²/(2m)") {
    @Override
    double of(Standardised s) {
      return s.reciprocal() + s.square() / (2 * s.df());
    }
  },
  /**
   * 1/ñ + ḡ²/(2N) with ḡ = Σ(n₁+n₂)g / Σ(n₁+n₂) over the studies at hand, so that a study's weight
   * does not hang on its own effect; metafor's vtype "AV". Leaving a study out changes the others'
   * variances.
   */
  AVERAGE("1/n₁ + 1/n₂ + ḡ²/(2N)") {
    @Override
    double of(Standardised s) {
      return LARGE_SAMPLE.of(s);
    }
  },
  /**
   * J² m/(m − 2) (1/ñ): the exact variance where the true difference is 0; metafor's vtype "H0".
   * For tests of no effect anywhere, not for intervals. Hedges, J Educ Stat 1981;6:107-128. Not
   * defined for m ≤ 2.
   */
  UNDER_NULL("J² m/(m−2) (1/n₁ + 1/n₂)") {
    @Override
    double of(Standardised s) {
      double m = s.df();
      double shrunk = s.correction() * s.correction() * s.reciprocal();
      return m > 2 ? shrunk * m / (m - 2) : Double.NaN;
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
    return this != REVMAN5 && this != BORENSTEIN;
  }

  /** The small-sample correction that goes with the formula. */
  double correction(double m) {
    return HedgesCorrection.exact(m);
  }

  abstract double of(Standardised s);
}
