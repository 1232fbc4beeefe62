package org.copse.effect;

/**
 * Measures of matched pairs with events in both (a), only in arm 1 (b), only in arm 2 (c) or in
 * neither (d) of n pairs. Arm 1 is compared with arm 2.
 *
 * <p>Marginal measures compare the arms' risks (a + b)/n and (a + c)/n as trials of independent
 * arms do, and so may be pooled with those; conditional ones compare within pairs and are further
 * from 1. <b>Source</b>: Elbourne et al., Int J Epidemiol 2002;31:140-149; Curtin et al., Stat Med
 * 2002;21:2131-2144; Zou GY, Stat Med 2007;26:3742-3756. metafor's measures "MPORC", "MPPETO",
 * "MPOR" and "MPORM", "MPRR", "MPRD".
 */
public enum MatchedPairsMeasure implements Measure {
  /** Conditional odds ratio b/c, pooled as its logarithm; variance 1/b + 1/c. metafor "MPORC". */
  CONDITIONAL_ODDS_RATIO(
      "OR (conditional)", "Odds ratio within matched pairs (conditional)", AnalysisScale.LOG) {
    @Override
    double estimate(MatchedPairs p) {
      return Math.log(p.onlyFirst() / p.onlySecond());
    }

    @Override
    double variance(MatchedPairs p) {
      return 1 / p.onlyFirst() + 1 / p.onlySecond();
    }

    @Override
    boolean needsCorrection(MatchedPairs p) {
      return p.onlyFirst() == 0 || p.onlySecond() == 0;
    }
  },
  /**
   * Peto's conditional odds ratio exp((O − E)/V), O − E = (b − c)/2, V = (b + c)/4, pooled as its
   * logarithm 2(b − c)/(b + c); variance 4/(b + c). Nothing is added to zero cells. metafor
   * "MPPETO".
   */
  CONDITIONAL_PETO_ODDS_RATIO(
      "Peto OR (conditional)", "Peto odds ratio within matched pairs", AnalysisScale.LOG) {
    @Override
    double estimate(MatchedPairs p) {
      return 2 * (p.onlyFirst() - p.onlySecond()) / (p.onlyFirst() + p.onlySecond());
    }

    @Override
    double variance(MatchedPairs p) {
      return 4 / (p.onlyFirst() + p.onlySecond());
    }

    @Override
    boolean needsCorrection(MatchedPairs p) {
      return false;
    }
  },
  /**
   * Marginal odds ratio (a + b)(b + d)/((a + c)(c + d)), pooled as its logarithm; variance 1/(a +
   * b) + 1/(c + d) + 1/(a + c) + 1/(b + d) − 2n(ad − bc)/((a + b)(c + d)(a + c)(b + d)) (Becker and
   * Balagtas, Biometrics 1993;49:997-1009). metafor "MPOR"; from margins and a correlation "MPORM".
   */
  MARGINAL_ODDS_RATIO("OR (marginal)", "Marginal odds ratio of matched pairs", AnalysisScale.LOG) {
    @Override
    double estimate(MatchedPairs p) {
      return BinaryMeasure.ODDS_RATIO.estimate(p.margins());
    }

    @Override
    double variance(MatchedPairs p) {
      double n = p.pairs();
      // the same number as a sum of squares, pair by pair, so that nothing cancels
      return p.both() * square(1 / p.events1() - 1 / p.events2())
          + p.onlyFirst() * square(1 / p.events1() + 1 / (n - p.events2()))
          + p.onlySecond() * square(1 / (n - p.events1()) + 1 / p.events2())
          + p.neither() * square(1 / (n - p.events1()) - 1 / (n - p.events2()));
    }
  },
  /**
   * Marginal risk ratio (a + b)/(a + c), pooled as its logarithm; variance (b + c)/((a + b)(a +
   * c)). metafor "MPRR".
   */
  MARGINAL_RISK_RATIO("RR (matched)", "Risk ratio of matched pairs", AnalysisScale.LOG) {
    @Override
    double estimate(MatchedPairs p) {
      return Math.log(p.events1() / p.events2());
    }

    @Override
    double variance(MatchedPairs p) {
      return (p.onlyFirst() + p.onlySecond()) / (p.events1() * p.events2());
    }
  },
  /** Risk difference (b − c)/n; variance [(b + c) − (b − c)²/n]/n². metafor "MPRD". */
  MARGINAL_RISK_DIFFERENCE(
      "RD (matched)", "Risk difference of matched pairs", AnalysisScale.IDENTITY) {
    @Override
    double estimate(MatchedPairs p) {
      return (p.onlyFirst() - p.onlySecond()) / p.pairs();
    }

    @Override
    double variance(MatchedPairs p) {
      double n = p.pairs();
      double b = p.onlyFirst();
      double c = p.onlySecond();
      // b + c - (b - c)²/n = ((b + c)(a + d) + 4bc)/n, without the cancellation
      return ((b + c) * (p.both() + p.neither()) + 4 * b * c) / (n * n * n);
    }
  };

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  MatchedPairsMeasure(String abbreviation, String label, AnalysisScale scale) {
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

  /**
   * Whether the measure compares within pairs, and so needs the four cells.
   *
   * @return true for conditional measures
   */
  public boolean isConditional() {
    return this == CONDITIONAL_ODDS_RATIO || this == CONDITIONAL_PETO_ODDS_RATIO;
  }

  @Override
  public double lowest() {
    return isRatio() ? 0 : -1;
  }

  @Override
  public double highest() {
    return isRatio() ? Double.POSITIVE_INFINITY : 1;
  }

  /** Estimate on the analysis scale. */
  abstract double estimate(MatchedPairs pairs);

  /** Sampling variance on the analysis scale. */
  abstract double variance(MatchedPairs pairs);

  /** Whether a cell that the measure uses is zero: all four of marginal ones, as in metafor. */
  boolean needsCorrection(MatchedPairs pairs) {
    return pairs.hasZeroCell();
  }

  /** Whether the pairs say nothing on the measure. */
  boolean isUninformative(MatchedPairs p) {
    return switch (this) {
      case CONDITIONAL_ODDS_RATIO, CONDITIONAL_PETO_ODDS_RATIO ->
          p.onlyFirst() + p.onlySecond() == 0;
      case MARGINAL_ODDS_RATIO, MARGINAL_RISK_RATIO -> p.margins().isUninformative();
      case MARGINAL_RISK_DIFFERENCE -> false;
    };
  }

  private static double square(double x) {
    return x * x;
  }
}
