package org.copse.effect;

/**
 * Measures of two-arm counts. Arm 1 is compared with arm 2.
 *
 * <p><b>Symbols</b>: a, b events and non-events of arm 1 with n₁ patients; c, d those of arm 2 with
 * n₂ patients.
 *
 * <p><b>Source</b>: Deeks JJ, Higgins JPT, Statistical algorithms in Review Manager 5 (2010);
 * Cochrane Handbook, chapter 10. metafor's measures "RR", "OR", "RD", "PETO".
 */
public enum BinaryMeasure implements Measure {
  /** Risk ratio (a/n₁)/(c/n₂), pooled as its logarithm; variance 1/a − 1/n₁ + 1/c − 1/n₂. */
  RISK_RATIO("RR", "Risk ratio", AnalysisScale.LOG) {
    @Override
    double estimate(TwoByTwo t) {
      return Math.log(t.events1() / t.total1()) - Math.log(t.events2() / t.total2());
    }

    @Override
    double variance(TwoByTwo t) {
      // (n - a) / (a n) keeps the digits that 1/a - 1/n loses for rare events
      return t.nonEvents1() / (t.events1() * t.total1())
          + t.nonEvents2() / (t.events2() * t.total2());
    }
  },
  /** Odds ratio ad/(bc), pooled as its logarithm; variance 1/a + 1/b + 1/c + 1/d (Woolf). */
  ODDS_RATIO("OR", "Odds ratio", AnalysisScale.LOG) {
    @Override
    double estimate(TwoByTwo t) {
      return Math.log(t.events1() / t.nonEvents1()) - Math.log(t.events2() / t.nonEvents2());
    }

    @Override
    double variance(TwoByTwo t) {
      return 1 / t.events1() + 1 / t.nonEvents1() + 1 / t.events2() + 1 / t.nonEvents2();
    }
  },
  /** Risk difference a/n₁ − c/n₂; variance ab/n₁³ + cd/n₂³. */
  RISK_DIFFERENCE("RD", "Risk difference", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return t.events1() / t.total1() - t.events2() / t.total2();
    }

    @Override
    double variance(TwoByTwo t) {
      double risk1 = t.events1() / t.total1();
      double risk2 = t.events2() / t.total2();
      return risk1 * (t.nonEvents1() / t.total1()) / t.total1()
          + risk2 * (t.nonEvents2() / t.total2()) / t.total2();
    }
  },
  /**
   * Peto's one-step odds ratio exp((O − E)/V), pooled as its logarithm; variance 1/V with
   * hypergeometric V. No zero cell needs a correction (Yusuf 1985).
   */
  PETO_ODDS_RATIO("Peto OR", "Peto odds ratio", AnalysisScale.LOG) {
    @Override
    double estimate(TwoByTwo t) {
      return observedMinusExpected(t) / hypergeometricVariance(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return 1 / hypergeometricVariance(t);
    }

    @Override
    boolean needsCorrection(TwoByTwo t) {
      return false;
    }
  };

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  BinaryMeasure(String abbreviation, String label, AnalysisScale scale) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
  }

  @Override
  public String abbreviation() {
    return abbreviation;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  /** Estimate on the analysis scale. */
  abstract double estimate(TwoByTwo table);

  /** Sampling variance on the analysis scale. */
  abstract double variance(TwoByTwo table);

  /**
   * Whether this table has a zero cell that the measure's formula cannot take (or whose variance
   * would be off).
   */
  boolean needsCorrection(TwoByTwo table) {
    return table.hasZeroCell();
  }

  /**
   * Whether a study in which no or every patient has an event carries information on this measure.
   */
  boolean keepsUninformative() {
    return this == RISK_DIFFERENCE;
  }

  /**
   * Observed minus expected events of arm 1 under no effect: a − n₁(a + c)/N.
   *
   * @param table the counts
   * @return O − E
   */
  public static double observedMinusExpected(TwoByTwo table) {
    // (a n2 - c n1) / N: the same number without subtracting two large ones
    return (table.events1() * table.total2() - table.events2() * table.total1()) / table.total();
  }

  /**
   * Hypergeometric variance of the events of arm 1: n₁n₂m(N − m) / (N²(N − 1)), m = a + c.
   *
   * @param table the counts
   * @return V
   */
  public static double hypergeometricVariance(TwoByTwo table) {
    double n = table.total();
    double m = table.events();
    return (table.total1() / n) * (table.total2() / n) * m * ((n - m) / (n - 1));
  }
}
