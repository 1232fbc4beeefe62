package org.copse.convert;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.Measure;
import org.copse.numeric.Quantiles;

/**
 * A named way from one analysis scale to another, with its derivative, so that {@link DeltaMethod}
 * can carry an estimate and its standard error along.
 *
 * <p>{@code DeltaMethod.of(logOddsRatio, Transformation.logOddsRatioToSmdLogistic())}
 */
public final class Transformation {

  private static final String TASK = "transform an effect";
  private static final String LOGISTIC_OUTCOME =
      "a logistic outcome behind the event, equal SD in both arms";
  private static final String NORMAL_OUTCOME =
      "a normal outcome behind the event, equal SD in both arms";
  private static final double COX = 1.65;
  private static final double LOGISTIC = Math.sqrt(3) / Math.PI;

  private final String name;
  private final String assumes;
  private final DoubleUnaryOperator value;
  private final DoubleUnaryOperator derivative;
  private final Optional<Measure> target;

  private Transformation(
      String name, String assumes, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
    this(name, assumes, value, derivative, Optional.empty());
  }

  private Transformation(
      String name,
      String assumes,
      DoubleUnaryOperator value,
      DoubleUnaryOperator derivative,
      Optional<Measure> target) {
    this.target = target;
    this.name = name;
    this.assumes = assumes;
    this.value = value;
    this.derivative = derivative;
  }

  private static Transformation times(String name, String assumes, double factor) {
    return new Transformation(name, assumes, y -> factor * y, y -> factor);
  }

  /**
   * A transformation of the caller's with its derivative; without one see {@link
   * DeltaMethod#numerically}.
   *
   * @param name what it is, for the note
   * @param value f
   * @param derivative f′
   * @return the transformation
   */
  public static Transformation of(
      String name, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
    return new Transformation(name, "", value, derivative);
  }

  /**
   * d = ln OR √3/π. Source: Hasselblad and Hedges, Psychol Bull 1995;117:167-178; Chinn, Stat Med
   * 2000;19:3127-3131 (ln OR/1.81). metafor's OR2DL, {@code transf.lnortod.logis}.
   *
   * @return the transformation
   */
  public static Transformation logOddsRatioToSmdLogistic() {
    return times("SMD = ln OR √3/π (Chinn 2000)", LOGISTIC_OUTCOME, LOGISTIC)
        .to(ContinuousMeasure.COHENS_D);
  }

  /**
   * ln OR = d π/√3. metafor's D2ORL, {@code transf.dtolnor.logis}.
   *
   * @return the transformation
   */
  public static Transformation smdToLogOddsRatioLogistic() {
    return times("ln OR = SMD π/√3 (Chinn 2000)", LOGISTIC_OUTCOME, 1 / LOGISTIC)
        .to(BinaryMeasure.ODDS_RATIO);
  }

  /**
   * d = ln OR/1.65. Source: Cox, Analysis of Binary Data, 1970. metafor's OR2DN, {@code
   * transf.lnortod.norm}.
   *
   * @return the transformation
   */
  public static Transformation logOddsRatioToSmdCox() {
    return times("SMD = ln OR/1.65 (Cox 1970)", NORMAL_OUTCOME, 1 / COX)
        .to(ContinuousMeasure.COHENS_D);
  }

  /**
   * ln OR = 1.65 d. metafor's D2ORN, {@code transf.dtolnor.norm}.
   *
   * @return the transformation
   */
  public static Transformation smdToLogOddsRatioCox() {
    return times("ln OR = 1.65 SMD (Cox 1970)", NORMAL_OUTCOME, COX).to(BinaryMeasure.ODDS_RATIO);
  }

  /**
   * d = Φ⁻¹(p₁) − Φ⁻¹(p₀) with p₁ from the odds ratio at the baseline risk: exact for a normal
   * outcome. Source: Sánchez-Meca et al., Psychol Methods 2003;8:448-467.
   *
   * @param baselineRisk risk in arm 2, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logOddsRatioToSmdProbit(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "SMD = Φ⁻¹(p1) − Φ⁻¹(p0)" + at(p0),
            NORMAL_OUTCOME,
            y -> Risks.probitDifference(Risks.riskOfOddsRatio(Math.exp(y), p0), p0),
            y -> {
              double p1 = Risks.riskOfOddsRatio(Math.exp(y), p0);
              double density = Risks.density(Quantiles.normal(p1));
              return p1 * (1 - p1) / density;
            })
        .to(ContinuousMeasure.COHENS_D);
  }

  /**
   * ln RR from ln OR at a baseline risk; derivative 1 − p₁. metafor's {@code transf.lnortorr}.
   *
   * @param baselineRisk risk in arm 2, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   * @see AtBaselineRisk#riskRatioFromOddsRatio(double, double)
   */
  public static Transformation logOddsRatioToLogRiskRatio(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "RR = OR/(1 − p0 + p0 OR)" + at(p0),
            "an unadjusted odds ratio (Zhang and Yu 1998; McNutt 2003) and a known baseline risk",
            y -> Math.log(Risks.riskRatioOfOddsRatio(Math.exp(y), p0)),
            y -> 1 - Risks.riskOfOddsRatio(Math.exp(y), p0))
        .to(BinaryMeasure.RISK_RATIO);
  }

  /**
   * ln OR from ln RR at a baseline risk; derivative 1/(1 − p₁).
   *
   * @param baselineRisk risk in arm 2, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logRiskRatioToLogOddsRatio(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "OR = RR (1 − p0)/(1 − p0 RR)" + at(p0),
            "a known baseline risk",
            y -> Math.log(Risks.oddsRatioOfRiskRatio(treated(p0 * Math.exp(y)) / p0, p0)),
            y -> 1 / (1 - p0 * Math.exp(y)))
        .to(BinaryMeasure.ODDS_RATIO);
  }

  /**
   * RD from ln OR at a baseline risk; derivative p₁(1 − p₁). metafor's {@code transf.lnortord}.
   *
   * @param baselineRisk risk in arm 2, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logOddsRatioToRiskDifference(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "RD = p0 OR/(1 − p0 + p0 OR) − p0" + at(p0),
            "an unadjusted odds ratio and a known baseline risk",
            y -> Risks.differenceOfOddsRatio(Math.exp(y), p0),
            y -> {
              double p1 = Risks.riskOfOddsRatio(Math.exp(y), p0);
              return p1 * (1 - p1);
            })
        .to(BinaryMeasure.RISK_DIFFERENCE);
  }

  /**
   * RD from ln RR at a baseline risk; derivative p₁.
   *
   * @param baselineRisk risk in arm 2, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logRiskRatioToRiskDifference(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "RD = p0 (RR − 1)" + at(p0),
            "a known baseline risk",
            y -> treated(p0 * Math.exp(y)) - p0,
            y -> p0 * Math.exp(y))
        .to(BinaryMeasure.RISK_DIFFERENCE);
  }

  /**
   * ln RR from ln HR at a baseline risk, under proportional hazards.
   *
   * @param baselineRisk risk in arm 2 at the time, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logHazardRatioToLogRiskRatio(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "RR = (1 − (1 − p0)^HR)/p0" + at(p0),
            "proportional hazards and a known baseline risk",
            y -> Math.log(Risks.riskRatioOfHazardRatio(Math.exp(y), p0)),
            y -> {
              double cumulative = -Math.exp(y) * Math.log1p(-p0);
              return cumulative / Math.expm1(cumulative);
            })
        .to(BinaryMeasure.RISK_RATIO);
  }

  /**
   * RD from ln HR at a baseline risk, under proportional hazards.
   *
   * @param baselineRisk risk in arm 2 at the time, between 0 and 1
   * @return the transformation
   * @throws IllegalArgumentException when the risk is not between 0 and 1
   */
  public static Transformation logHazardRatioToRiskDifference(double baselineRisk) {
    double p0 = inside(baselineRisk);
    return new Transformation(
            "RD = (1 − p0) − (1 − p0)^HR" + at(p0),
            "proportional hazards and a known baseline risk",
            y -> Risks.differenceOfHazardRatio(Math.exp(y), p0),
            y -> {
              double cumulative = -Math.exp(y) * Math.log1p(-p0);
              return cumulative * Math.exp(-cumulative);
            })
        .to(BinaryMeasure.RISK_DIFFERENCE);
  }

  /**
   * r = d/√(d² + a), a = (n₁ + n₂)²/(n₁n₂), which is 4 for equal arms. Source: Borenstein et al.,
   * Introduction to Meta-Analysis, 2009, chapter 7.
   *
   * @param n1 patients of arm 1, above 0
   * @param n2 patients of arm 2, above 0
   * @return the transformation
   * @throws IllegalArgumentException when n1 or n2 is not above 0
   */
  public static Transformation smdToCorrelation(double n1, double n2) {
    double a = allocation(n1, n2);
    return new Transformation(
            "r = d/√(d² + a), a = (n1 + n2)²/(n1 n2) (Borenstein 2009)",
            "two arms cut from one normal variable",
            d -> d / Math.hypot(d, Math.sqrt(a)),
            d -> a / Math.pow(d * d + a, 1.5))
        .to(CorrelationMeasure.CORRELATION);
  }

  /**
   * d = √a r/√(1 − r²), a = (n₁ + n₂)²/(n₁n₂); with equal arms 2r/√(1 − r²). Source: Borenstein et
   * al., Introduction to Meta-Analysis, 2009, chapter 7.
   *
   * @param n1 patients of arm 1, above 0
   * @param n2 patients of arm 2, above 0
   * @return the transformation; r must lie between −1 and 1
   * @throws IllegalArgumentException when n1 or n2 is not above 0
   */
  public static Transformation correlationToSmd(double n1, double n2) {
    double root = Math.sqrt(allocation(n1, n2));
    return new Transformation(
            "d = √a r/√(1 − r²), a = (n1 + n2)²/(n1 n2) (Borenstein 2009)",
            "a continuous variable cut into two groups",
            r -> {
              ContrastRules.correlation(TASK, "r", r);
              return root * r / Math.sqrt((1 - r) * (1 + r));
            },
            r -> root / Math.pow((1 - r) * (1 + r), 1.5))
        .to(ContinuousMeasure.COHENS_D);
  }

  /**
   * Fisher's z = artanh r; derivative 1/(1 − r²).
   *
   * @return the transformation; r must lie between −1 and 1
   */
  public static Transformation correlationToFisherZ() {
    return new Transformation(
            "Fisher's z = artanh r",
            "",
            r -> {
              ContrastRules.correlation(TASK, "r", r);
              return 0.5 * (Math.log1p(r) - Math.log1p(-r));
            },
            r -> 1 / ((1 - r) * (1 + r)))
        .to(CorrelationMeasure.FISHER_Z_CORRELATION);
  }

  /**
   * r = tanh z; derivative 1 − r².
   *
   * @return the transformation
   */
  public static Transformation fisherZToCorrelation() {
    return new Transformation(
            "r = tanh z",
            "",
            Math::tanh,
            z -> {
              double cosh = Math.cosh(z);
              return 1 / (cosh * cosh);
            })
        .to(CorrelationMeasure.CORRELATION);
  }

  private static double allocation(double n1, double n2) {
    ContrastRules.positive(TASK, "n1", n1);
    ContrastRules.positive(TASK, "n2", n2);
    return (n1 + n2) / n1 * ((n1 + n2) / n2);
  }

  private static double inside(double risk) {
    return Given.require(
        risk > 0 && risk < 1,
        TASK,
        "baseline risk",
        "lie between 0 and 1, both excluded",
        risk,
        "Give a proportion, for example 0.3; at 0 and 1 there is no standard error");
  }

  private static double treated(double risk) {
    return Given.require(
        risk < 1,
        TASK,
        "baseline risk × RR",
        "be below 1",
        risk,
        "Take a lower baseline risk, or pool odds ratios");
  }

  private static String at(double risk) {
    return " at p0 = " + Given.text(risk);
  }

  private Transformation to(Measure measure) {
    return new Transformation(name, assumes, value, derivative, Optional.of(measure));
  }

  /** What it leads to; a transformation of the caller's does not say. */
  Optional<Measure> target() {
    return target;
  }

  /** What it assumes, empty where nothing. */
  String assumes() {
    return assumes;
  }

  /**
   * What it does.
   *
   * @return for the note
   */
  public String name() {
    return name;
  }

  /**
   * The transformed value.
   *
   * @param y on the old scale
   * @return f(y)
   */
  public double value(double y) {
    return value.applyAsDouble(y);
  }

  /**
   * The derivative.
   *
   * @param y on the old scale
   * @return f′(y)
   */
  public double derivative(double y) {
    return derivative.applyAsDouble(y);
  }

  @Override
  public String toString() {
    return assumes.isEmpty() ? name : name + "; assumes " + assumes;
  }
}
