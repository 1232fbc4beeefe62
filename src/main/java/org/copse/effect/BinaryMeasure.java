package org.copse.effect;

/**
 * Measures of two-arm counts. Arm 1 is compared with arm 2.
 *
 * <p><b>Symbols</b>: a, b events and non-events of arm 1 with n₁ patients; c, d those of arm 2 with
 * n₂ patients.
 *
 * <p><b>Source</b>: Deeks JJ, Higgins JPT, Statistical algorithms in Review Manager 5 (2010);
 * Cochrane Handbook, chapter 10. metafor's measures "RR", "OR", "RD", "PETO", "AS", "YUQ", "YUY",
 * "PHI", "ZPHI", "RTET", "ZTET", "PBIT", "OR2DN", "OR2DL".
 *
 * <p><b>Zero cells</b>: the rule of {@link ZeroCells} corrects a table whose zero cell a formula
 * cannot take; arcsine differences and phi take zero cells as they are ({@link #takesZeroCells()})
 * and are corrected only where every study is; Peto's odds ratio never.
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
  },
  /**
   * Arcsine difference arcsin √(a/n₁) − arcsin √(c/n₂), pooled as it is; variance 1/(4n₁) +
   * 1/(4n₂). It takes zero cells and double-zero studies without a correction. Twice the value is
   * Cohen's h. <b>Source</b>: Rücker et al., Stat Med 2009;28:721-738. metafor "AS"; R meta "ASD".
   */
  ARCSINE_DIFFERENCE("AS", "Arcsine difference", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return arcsine(t.events1(), t.total1()) - arcsine(t.events2(), t.total2());
    }

    @Override
    double variance(TwoByTwo t) {
      return 1 / (4 * t.total1()) + 1 / (4 * t.total2());
    }
  },
  /**
   * Yule's Q, (ad − bc)/(ad + bc) = (OR − 1)/(OR + 1); variance ¼(1 − Q²)²(1/a + 1/b + 1/c + 1/d).
   * <b>Source</b>: Yule GU, J R Stat Soc 1912;75:579-652. metafor "YUQ".
   */
  YULES_Q("Q", "Yule's Q", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Association.q(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.qVariance(t);
    }
  },
  /**
   * Yule's Y, the coefficient of colligation (√(ad) − √(bc))/(√(ad) + √(bc)) = (√OR − 1)/(√OR + 1);
   * variance (1 − Y²)²(1/a + 1/b + 1/c + 1/d)/16. <b>Source</b>: Yule GU, J R Stat Soc
   * 1912;75:579-652. metafor "YUY".
   */
  YULES_Y("Y", "Yule's Y", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Association.y(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.yVariance(t);
    }
  },
  /**
   * Phi coefficient (ad − bc)/√(n₁n₂m₁m₂), m₁ = a + c, m₂ = b + d: the correlation of arm and
   * event. Variance by the delta method for cross-sectional (multinomial) sampling, where only N is
   * fixed: metafor's default for "PHI" ({@code vtype = "LS"} or {@code "CS"}); see {@link
   * #PHI_COEFFICIENT_FIXED_ARMS} for arms of fixed size. A margin of 0 leaves phi undefined, ±1 its
   * variance 0: the study is left out. <b>Source</b>: Yule GU, J R Stat Soc 1912;75:579-652;
   * Bishop, Fienberg and Holland, Discrete Multivariate Analysis, 1975, section 11.3.
   */
  PHI_COEFFICIENT("φ", "Phi coefficient", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Association.phi(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.phiVariance(t);
    }
  },
  /**
   * Phi coefficient of arms whose sizes the design fixes (stratified sampling, as in a trial);
   * variance by the delta method from two independent binomial risks. metafor "PHI" with {@code
   * vtype = "ST"}.
   */
  PHI_COEFFICIENT_FIXED_ARMS("φ", "Phi coefficient (arms of fixed size)", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Association.phi(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.phiVarianceOfFixedArms(t);
    }
  },
  /**
   * Fisher's z = artanh φ of {@link #PHI_COEFFICIENT}, shown as φ, to pool phi with correlations on
   * that scale; variance that of φ over (1 − φ²)², which it does not stabilise. metafor "ZPHI".
   */
  FISHER_Z_PHI("φ", "Phi coefficient (Fisher's z)", AnalysisScale.FISHER_Z) {
    @Override
    double estimate(TwoByTwo t) {
      return scale().transform(Association.phi(t));
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.ofFisherZ(Association.phi(t), Association.phiVariance(t));
    }
  },
  /** {@link #FISHER_Z_PHI} of arms of fixed size. metafor "ZPHI" with {@code vtype = "ST"}. */
  FISHER_Z_PHI_FIXED_ARMS(
      "φ", "Phi coefficient (Fisher's z, arms of fixed size)", AnalysisScale.FISHER_Z) {
    @Override
    double estimate(TwoByTwo t) {
      return scale().transform(Association.phi(t));
    }

    @Override
    double variance(TwoByTwo t) {
      return Association.ofFisherZ(Association.phi(t), Association.phiVarianceOfFixedArms(t));
    }
  },
  /**
   * Tetrachoric correlation: of the two normal variables whose dichotomies arm and event are, the
   * maximum likelihood estimate. Variance by the delta method for cross-sectional sampling. A zero
   * cell puts the estimate at ±1 without a variance, so that the rule for zero cells holds.
   * <b>Accuracy</b>: estimate about 1e-11 (metafor's about 1e-5). <b>Source</b>: Pearson K, Philos
   * Trans R Soc A 1900;195:1-47; Brown and Benedetti, Psychometrika 1977;42:347-355. metafor
   * "RTET".
   */
  TETRACHORIC_CORRELATION("r tet", "Tetrachoric correlation", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Tetrachoric.of(t).correlation();
    }

    @Override
    double variance(TwoByTwo t) {
      return Tetrachoric.of(t).variance();
    }
  },
  /**
   * Fisher's z of {@link #TETRACHORIC_CORRELATION}, shown as r; variance that of r over (1 − r²)²,
   * which it does not stabilise. metafor "ZTET".
   */
  FISHER_Z_TETRACHORIC("r tet", "Tetrachoric correlation (Fisher's z)", AnalysisScale.FISHER_Z) {
    @Override
    double estimate(TwoByTwo t) {
      return scale().transform(Tetrachoric.of(t).correlation());
    }

    @Override
    double variance(TwoByTwo t) {
      Tetrachoric r = Tetrachoric.of(t);
      return Association.ofFisherZ(r.correlation(), r.variance());
    }
  },
  /**
   * Difference of probits Φ⁻¹(a/n₁) − Φ⁻¹(c/n₂), an estimate of the standardised mean difference of
   * a normal variable that was dichotomised; variance Σ 2π p(1 − p) exp(z²)/n. <b>Source</b>:
   * Sánchez-Meca et al., Psychol Methods 2003;8:448-467. metafor "PBIT".
   */
  PROBIT_DIFFERENCE("SMD", "Standardised mean difference (from probits)", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return Probit.of(t.events1(), t.total1()) - Probit.of(t.events2(), t.total2());
    }

    @Override
    double variance(TwoByTwo t) {
      return Probit.variance(t.events1(), t.total1()) + Probit.variance(t.events2(), t.total2());
    }
  },
  /**
   * Log odds ratio divided by 1.65, which estimates the standardised mean difference of a normal
   * variable that was dichotomised; variance that of the log odds ratio over 1.65². <b>Source</b>:
   * Cox DR, Snell EJ, Analysis of Binary Data, 2nd ed. (1989). metafor "OR2DN".
   */
  ODDS_RATIO_TO_SMD_NORMAL(
      "SMD", "Standardised mean difference (from odds ratios, normal)", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return ODDS_RATIO.estimate(t) / COX;
    }

    @Override
    double variance(TwoByTwo t) {
      return ODDS_RATIO.variance(t) / (COX * COX);
    }
  },
  /**
   * Log odds ratio times √3/π, which estimates the standardised mean difference of a logistic
   * variable that was dichotomised; variance that of the log odds ratio times 3/π². <b>Source</b>:
   * Hasselblad and Hedges, Psychol Bull 1995;117:167-178; Chinn S, Stat Med 2000;19:3127-3131;
   * Cochrane Handbook, section 10.6. metafor "OR2DL".
   */
  ODDS_RATIO_TO_SMD_LOGISTIC(
      "SMD", "Standardised mean difference (from odds ratios, logistic)", AnalysisScale.IDENTITY) {
    @Override
    double estimate(TwoByTwo t) {
      return ODDS_RATIO.estimate(t) * Math.sqrt(3) / Math.PI;
    }

    @Override
    double variance(TwoByTwo t) {
      return ODDS_RATIO.variance(t) * 3 / (Math.PI * Math.PI);
    }
  },
  /**
   * Diagnostic odds ratio (TP · TN)/(FP · FN), pooled as its logarithm; variance 1/TP + 1/FP + 1/FN
   * + 1/TN. Arm 1 are the diseased (a = TP, b = FN), arm 2 the others (c = FP, d = TN).
   * <b>Source</b>: Glas et al., J Clin Epidemiol 2003;56:1129-1135.
   */
  DIAGNOSTIC_ODDS_RATIO("DOR", "Diagnostic odds ratio", AnalysisScale.LOG) {
    @Override
    double estimate(TwoByTwo t) {
      return ODDS_RATIO.estimate(t);
    }

    @Override
    double variance(TwoByTwo t) {
      return ODDS_RATIO.variance(t);
    }
  };

  // Cox's constant: a logistic variable over a normal one, between the tails and the centre
  private static final double COX = 1.65;

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
  public String displayedLabel() {
    return scale != AnalysisScale.FISHER_Z
        ? label
        : this == FISHER_Z_TETRACHORIC ? "Tetrachoric correlation" : "Phi coefficient";
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  /** Estimate on the analysis scale. */
  abstract double estimate(TwoByTwo table);

  /** Sampling variance on the analysis scale. */
  abstract double variance(TwoByTwo table);

  private static double arcsine(double events, double total) {
    return Math.asin(Math.sqrt(events / total));
  }

  /**
   * Whether the formula takes zero cells as they are, so that nothing needs to be added.
   *
   * @return true for Peto's odds ratio, arcsine differences and phi
   */
  public boolean takesZeroCells() {
    return this == PETO_ODDS_RATIO || this == ARCSINE_DIFFERENCE || isPhi();
  }

  private boolean isPhi() {
    return label.startsWith("Phi coefficient");
  }

  @Override
  public double lowest() {
    return isBounded() ? -1 : isRatio() ? 0 : Double.NEGATIVE_INFINITY;
  }

  @Override
  public double highest() {
    return isBounded() ? 1 : Double.POSITIVE_INFINITY;
  }

  private boolean isBounded() {
    return switch (this) {
      case RISK_DIFFERENCE, YULES_Q, YULES_Y -> true;
      case TETRACHORIC_CORRELATION, FISHER_Z_TETRACHORIC -> true;
      default -> isPhi();
    };
  }

  /**
   * Whether this table has a zero cell that the measure's formula cannot take (or whose variance
   * would be off).
   */
  boolean needsCorrection(TwoByTwo table) {
    return !takesZeroCells() && table.hasZeroCell();
  }

  /**
   * Whether a study in which no or every patient has an event carries information on this measure.
   */
  boolean keepsUninformative() {
    return this == RISK_DIFFERENCE || this == ARCSINE_DIFFERENCE;
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
