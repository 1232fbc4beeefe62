package org.copse.effect;

/**
 * Measures of two-arm means and standard deviations. Arm 1 minus, or over, arm 2.
 *
 * <p>m₁, m₂ the means, s₁, s₂ the SDs, sₚ the pooled SD, N = n₁ + n₂. Variances are chosen with
 * {@link SmdVariance} (standardised measures) and {@link MeansVariance} (the others), corrections
 * for small samples with {@link SmallSampleCorrection}. <b>Edge cases</b>: a study for which a
 * measure or its variance is not defined is left out and noted with the reason. <b>Accuracy</b>:
 * closed forms, compared with metafor 5.1 at 1e-12.
 *
 * <p><b>Source</b>: Cochrane Handbook, section 6.5; Hedges 1981. metafor's measures "MD", "SMD",
 * "SMDH", "SMD1", "SMD1H", "ROM", "VR", "CVR", "CLESN", "AUCN", "D2ORN", "D2ORL", "RPB", "ZPB",
 * "RBIS", "ZBIS".
 */
public enum ContinuousMeasure implements Measure {
  /**
   * Mean difference m₁ − m₂ in the outcome's unit; variance s₁²/n₁ + s₂²/n₂ (variances not assumed
   * equal), or sₚ²(1/n₁ + 1/n₂) with {@link MeansVariance#POOLED}. metafor: "MD".
   */
  MEAN_DIFFERENCE("MD", "Mean difference", AnalysisScale.IDENTITY, RawMeansFormula.DIFFERENCE),
  /**
   * Standardised mean difference, Hedges' g = J (m₁ − m₂)/sₚ with the exact correction J; no unit.
   * Hedges LV, J Educ Stat 1981;6:107-128. metafor: "SMD".
   */
  STANDARDISED_MEAN_DIFFERENCE(
      "SMD", "Standardised mean difference", AnalysisScale.IDENTITY, StandardisedFormula.pooled()),
  /**
   * Cohen's d = (m₁ − m₂)/sₚ, without correction whatever is chosen; too large by about 3/(4N − 9)
   * of itself. Its {@link SmdVariance#UNBIASED} is the variance of Hedges' g, as in R meta
   * (method.smd = "Cohen"); metafor's is that of {@link #STANDARDISED_MEAN_DIFFERENCE} with {@link
   * SmallSampleCorrection#NONE}. Cohen, Statistical Power Analysis, 1988.
   */
  COHENS_D("d", "Cohen's d", AnalysisScale.IDENTITY, StandardisedFormula.cohen()),
  /**
   * Glass' delta J (m₁ − m₂)/s of one arm, arm 2 unless {@link StandardisingArm#FIRST} is chosen; J
   * and variances with the size of that arm. The variance takes the population's SDs as equal.
   * Glass, Educ Res 1976;5(10):3-8; Hedges 1981. metafor: "SMD1"; R meta (method.smd = "Glass") has
   * no J and {@link SmdVariance#DEGREES_OF_FREEDOM}.
   */
  GLASS_DELTA("Glass' Δ", "Glass' delta", AnalysisScale.IDENTITY, StandardisedFormula.glass()),
  /**
   * Glass' delta with a variance that does not take the SDs as equal, g²/(2(n₂−1)) + 1/(n₂−1) +
   * s₁²/(s₂²(n₁−1)). Bonett, Psychol Methods 2008;13:99-109. metafor: "SMD1H".
   */
  GLASS_DELTA_HETEROSCEDASTIC(
      "Glass' Δ",
      "Glass' delta (unequal variances)",
      AnalysisScale.IDENTITY,
      HeteroscedasticFormula.ONE_ARM),
  /**
   * J(N − 2) (m₁ − m₂)/s with s² = (s₁² + s₂²)/2, for arms whose variances differ; variance
   * g²[s₁⁴/(n₁−1) + s₂⁴/(n₂−1)]/(8s⁴) + [s₁²/(n₁−1) + s₂²/(n₂−1)]/s². Bonett, Psychol Methods
   * 2008;13:99-109 and 2009;14:225-238. metafor: "SMDH".
   */
  STANDARDISED_MEAN_DIFFERENCE_HETEROSCEDASTIC(
      "SMD",
      "Standardised mean difference (unequal variances)",
      AnalysisScale.IDENTITY,
      HeteroscedasticFormula.AVERAGE_VARIANCE),
  /**
   * Ratio of means ln(m₁/m₂), corrected for bias as in metafor 5 (Lajeunesse, Ecology
   * 2015;96:2056-2063, equation 8) unless {@link SmallSampleCorrection#NONE} is chosen, which R
   * meta and the Cochrane Handbook (6.5.1.3) have; variance s₁²/(n₁m₁²) + s₂²/(n₂m₂²) (Hedges et
   * al., Ecology 1999;80:1150-1156). For outcomes with a true zero; not defined for means of unlike
   * sign. metafor: "ROM".
   */
  RATIO_OF_MEANS("RoM", "Ratio of means", AnalysisScale.LOG, RawMeansFormula.MEANS),
  /**
   * Variability ratio ln(s₁/s₂) + ½[1/(n₁−1) − 1/(n₂−1)]; variance ½[1/(n₁−1) + 1/(n₂−1)]. Nakagawa
   * et al., Methods Ecol Evol 2015;6:143-152; Senior et al., Res Synth Methods 2020;11:553-567.
   * metafor: "VR".
   */
  VARIABILITY_RATIO("VR", "Variability ratio", AnalysisScale.LOG, RawMeansFormula.VARIABILITY),
  /**
   * Ratio of coefficients of variation ln[(s₁/m₁)/(s₂/m₂)], corrected: {@link #VARIABILITY_RATIO}
   * less {@link #RATIO_OF_MEANS}; variance the sum of theirs (normal data). Senior et al. 2020.
   * metafor: "CVR".
   */
  COEFFICIENT_OF_VARIATION_RATIO(
      "CVR", "Coefficient of variation ratio", AnalysisScale.LOG, RawMeansFormula.VARIATION),
  /**
   * Cohen's U₃ = Φ(g): the share of arm 2 that lies below the mean of arm 1, for normal values of
   * equal SD. Pooled as g with the variance of g, shown as Φ; 0.5 without effect. Cohen,
   * Statistical Power Analysis, 1988. Not in metafor (SMD with {@code transf = pnorm}).
   */
  COHENS_U3("U₃", "Cohen's U₃", AnalysisScale.PROBIT, StandardisedFormula.pooled()),
  /**
   * Common-language effect size P(X₁ > X₂) = Φ[(m₁ − m₂)/√(s₁² + s₂²)] for normal values; 0.5
   * without effect. Pooled as it is, less one half. With {@link MeansVariance#POOLED} Φ(d/√2).
   * McGraw and Wong, Psychol Bull 1992;111:361-365; variance Goddard and Hinberg, Stat Med
   * 1990;9:325-337. metafor: "CLESN".
   */
  COMMON_LANGUAGE_EFFECT_SIZE(
      "CLES",
      "Common-language effect size",
      AnalysisScale.EXCESS_OVER_HALF,
      SuperiorityFormula.BINORMAL),
  /**
   * Area under the binormal ROC curve: {@link #COMMON_LANGUAGE_EFFECT_SIZE} under its diagnostic
   * name. metafor: "AUCN".
   */
  AREA_UNDER_CURVE(
      "AUC", "Area under the curve", AnalysisScale.EXCESS_OVER_HALF, SuperiorityFormula.BINORMAL),
  /**
   * Log odds ratio from Cohen's d for logistic values, π/√3 d; variance π²/3 times that of d.
   * Hasselblad and Hedges, Psychol Bull 1995;117:167-178; Chinn, Stat Med 2000;19:3127-3131.
   * metafor: "D2ORL".
   */
  ODDS_RATIO_FROM_SMD_LOGISTIC(
      "OR",
      "Odds ratio (from d, logistic)",
      AnalysisScale.LOG,
      StandardisedFormula.timesFactor(Math.PI / Math.sqrt(3))),
  /**
   * Log odds ratio from Cohen's d for normal values, 1.65 d; variance 1.65² times that of d. Cox
   * and Snell, Analysis of Binary Data, 1989. metafor: "D2ORN".
   */
  ODDS_RATIO_FROM_SMD_NORMAL(
      "OR",
      "Odds ratio (from d, normal)",
      AnalysisScale.LOG,
      StandardisedFormula.timesFactor(1.65)),
  /**
   * Point-biserial correlation of arm (1 for arm 1) and value, r = d/√(d² + h), h = m/n₁ + m/n₂, m
   * = N − 2, d Cohen's; variance h²/(d² + h)³ times that of d, for arms whose sizes the design
   * fixes. It depends on the ratio of the arms. metafor: "RPB", {@code vtype = "ST"}, its default.
   */
  POINT_BISERIAL_CORRELATION(
      "r pb",
      "Point-biserial correlation",
      AnalysisScale.IDENTITY,
      new BiserialFormula(BiserialFormula.Kind.POINT_FIXED_ARMS, false)),
  /**
   * The same correlation where only N is fixed, as in a survey; variance (1 − r²)²[1 − 3r²/2 +
   * r²/(4pq)]/N, p = n₁/N, q = n₂/N. Tate, Ann Math Stat 1954;25:603-607. metafor: "RPB", {@code
   * vtype = "CS"}.
   */
  POINT_BISERIAL_CORRELATION_CROSS_SECTIONAL(
      "r pb",
      "Point-biserial correlation (cross-sectional)",
      AnalysisScale.IDENTITY,
      new BiserialFormula(BiserialFormula.Kind.POINT_CROSS_SECTIONAL, false)),
  /**
   * Biserial correlation, of the value with the normal variable whose dichotomy the arms are: r =
   * √(pq)/φ(z) times the point-biserial one, z = Φ⁻¹(q); variance {pq/φ² − [3/2 + (1 − pz/φ)(1 +
   * qz/φ)]r² + r⁴}/(N − 1). It may exceed 1; its variance is then taken at 1. Soper, Biometrika
   * 1914;10:384-390; Jacobs and Viechtbauer, Res Synth Methods 2017;8:161-180. metafor: "RBIS".
   */
  BISERIAL_CORRELATION(
      "r bis",
      "Biserial correlation",
      AnalysisScale.IDENTITY,
      new BiserialFormula(BiserialFormula.Kind.BISERIAL, false)),
  /**
   * Fisher's z of {@link #POINT_BISERIAL_CORRELATION}, shown as r; variance that of r over (1 −
   * r²)², which it does not stabilise. metafor: "ZPB".
   */
  FISHER_Z_POINT_BISERIAL(
      "r pb",
      "Point-biserial correlation (Fisher's z)",
      AnalysisScale.FISHER_Z,
      new BiserialFormula(BiserialFormula.Kind.POINT_FIXED_ARMS, true)),
  /**
   * Fisher's z of {@link #POINT_BISERIAL_CORRELATION_CROSS_SECTIONAL}. metafor: "ZPB", {@code vtype
   * = "CS"}.
   */
  FISHER_Z_POINT_BISERIAL_CROSS_SECTIONAL(
      "r pb",
      "Point-biserial correlation (Fisher's z, cross-sectional)",
      AnalysisScale.FISHER_Z,
      new BiserialFormula(BiserialFormula.Kind.POINT_CROSS_SECTIONAL, true)),
  /**
   * Fisher's z of {@link #BISERIAL_CORRELATION}, not defined where that is 1 or more. metafor:
   * "ZBIS".
   */
  FISHER_Z_BISERIAL(
      "r bis",
      "Biserial correlation (Fisher's z)",
      AnalysisScale.FISHER_Z,
      new BiserialFormula(BiserialFormula.Kind.BISERIAL, true));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;
  private final ContinuousFormula formula;

  ContinuousMeasure(
      String abbreviation, String label, AnalysisScale scale, ContinuousFormula formula) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
    this.formula = formula;
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
        : this == FISHER_Z_BISERIAL ? "Biserial correlation" : "Point-biserial correlation";
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  /** 0.5 for probabilities of superiority and U₃. */
  @Override
  public double nullValue() {
    return isProbability() ? 0.5 : Measure.super.nullValue();
  }

  @Override
  public double lowest() {
    return isProbability() ? 0 : isCorrelation() ? -1 : Measure.super.lowest();
  }

  @Override
  public double highest() {
    return isProbability() || isCorrelation() ? 1 : Measure.super.highest();
  }

  private boolean isProbability() {
    return scale == AnalysisScale.PROBIT || scale == AnalysisScale.EXCESS_OVER_HALF;
  }

  /** Whether the measure correlates arm and value. */
  boolean isCorrelation() {
    return formula instanceof BiserialFormula;
  }

  ContinuousFormula formula() {
    return formula;
  }

  /** Whether {@link SmdVariance} chooses the variance. */
  boolean isStandardised() {
    return formula instanceof StandardisedFormula;
  }

  /** Why a study has no estimate or variance, after "study". */
  String undefined() {
    return switch (this) {
      case RATIO_OF_MEANS -> " with means of unlike sign, or 0, which have no ratio: left out";
      case COEFFICIENT_OF_VARIATION_RATIO ->
          " with a mean of 0 or less, which has no coefficient of variation: left out";
      case COMMON_LANGUAGE_EFFECT_SIZE, AREA_UNDER_CURVE ->
          " whose arms do not overlap, so that the variance is 0: left out";
      case FISHER_Z_BISERIAL ->
          " with a biserial correlation of 1 or more, which has no Fisher's z: left out";
      case MEAN_DIFFERENCE,
          VARIABILITY_RATIO,
          POINT_BISERIAL_CORRELATION,
          POINT_BISERIAL_CORRELATION_CROSS_SECTIONAL,
          BISERIAL_CORRELATION,
          FISHER_Z_POINT_BISERIAL,
          FISHER_Z_POINT_BISERIAL_CROSS_SECTIONAL ->
          " whose estimate or variance is not a finite number above 0: left out";
      default -> " too small for the correction or variance chosen: left out";
    };
  }
}
