package org.copse.convert;

import java.util.Arrays;
import java.util.List;

/**
 * Odds ratio, risk ratio, risk difference and hazard ratio turned into one another at a baseline
 * risk p₀, that of arm 2. Each bound of a confidence interval goes the same way as the estimate;
 * {@link AbsoluteEffect} does so, and {@link Transformation} carries a standard error along.
 *
 * <p><b>Formulas</b>: RR = OR/(1 − p₀ + p₀ OR); p₁ = p₀ RR = p₀ + RD; under proportional hazards 1
 * − p₁ = (1 − p₀)^HR.
 *
 * <p><b>Edge cases</b>: no effect stays none at any baseline risk; at p₀ = 0 odds, risk and hazard
 * ratio agree and the risk difference is 0.
 *
 * <p><b>Warning</b>: the formula is exact for the risk that it is given. An odds ratio adjusted for
 * covariates holds at a patient's own risk, not at the average one, so that a risk ratio from it
 * (Zhang and Yu) is biased, more so the stronger the covariates and the commoner the event (McNutt
 * et al. 2003). The uncertainty of the baseline risk is not in the interval.
 *
 * <p><b>Source</b>: Cochrane Handbook, section 15.4.4; Zhang and Yu, JAMA 1998;280:1690-1691;
 * McNutt et al., Am J Epidemiol 2003;157:940-943; Grant, BMJ 2014;348:f7450; Altman and Andersen,
 * BMJ 1999;319:1492-1495 for the hazard ratio. metafor: {@code transf.lnortorr}, {@code
 * transf.lnortord}.
 *
 * <p>{@code AtBaselineRisk.riskRatioFromOddsRatio(0.73, 0.3)}
 */
public final class AtBaselineRisk {

  private static final String TASK = "convert an effect at a baseline risk";
  private static final String ZHANG_YU =
      "an unadjusted odds ratio, or one adjusted for weak covariates (Zhang and Yu 1998; McNutt"
          + " 2003)";
  private static final String PROPORTIONAL = "proportional hazards up to the time of the risk";
  private static final String SAME = "the effect is the same at this baseline risk";

  private AtBaselineRisk() {}

  /**
   * RR = OR/(1 − p₀ + p₀ OR).
   *
   * @param oddsRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk ratio
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Converted riskRatioFromOddsRatio(double oddsRatio, double baselineRisk) {
    check("odds ratio", oddsRatio, baselineRisk);
    return at(
        Risks.riskRatioOfOddsRatio(oddsRatio, baselineRisk),
        "RR = OR/(1 − p0 + p0 OR)",
        baselineRisk,
        ZHANG_YU);
  }

  /**
   * RR = OR/(1 − p₀ + p₀ OR) at each of a range of plausible baseline risks, as Grant (2014)
   * advises where the risk is not known.
   *
   * @param oddsRatio at least 0
   * @param baselineRisks risks in arm 2, proportions
   * @return one risk ratio a baseline risk, same order
   * @throws IllegalArgumentException when a number is out of range
   */
  public static List<Converted> riskRatiosFromOddsRatio(double oddsRatio, double... baselineRisks) {
    return Arrays.stream(baselineRisks)
        .mapToObj(risk -> riskRatioFromOddsRatio(oddsRatio, risk))
        .toList();
  }

  /**
   * OR = RR (1 − p₀)/(1 − p₀ RR).
   *
   * @param riskRatio at least 0, below 1/p₀
   * @param baselineRisk risk in arm 2, a proportion
   * @return odds ratio
   * @throws IllegalArgumentException when a number is out of range or p₀ RR not below 1
   */
  public static Converted oddsRatioFromRiskRatio(double riskRatio, double baselineRisk) {
    check("risk ratio", riskRatio, baselineRisk);
    below(riskRatio * baselineRisk);
    return at(
        Risks.oddsRatioOfRiskRatio(riskRatio, baselineRisk),
        "OR = RR (1 − p0)/(1 − p0 RR)",
        baselineRisk,
        SAME);
  }

  /**
   * RD = p₀(1 − p₀)(OR − 1)/(1 − p₀ + p₀ OR).
   *
   * @param oddsRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk difference, arm 1 minus arm 2
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Converted riskDifferenceFromOddsRatio(double oddsRatio, double baselineRisk) {
    check("odds ratio", oddsRatio, baselineRisk);
    return at(
        Risks.differenceOfOddsRatio(oddsRatio, baselineRisk),
        "RD = p0 OR/(1 − p0 + p0 OR) − p0",
        baselineRisk,
        ZHANG_YU);
  }

  /**
   * RD = p₀(RR − 1).
   *
   * @param riskRatio at least 0, at most 1/p₀
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk difference, arm 1 minus arm 2
   * @throws IllegalArgumentException when a number is out of range or p₀ RR above 1
   */
  public static Converted riskDifferenceFromRiskRatio(double riskRatio, double baselineRisk) {
    check("risk ratio", riskRatio, baselineRisk);
    ContrastRules.risk(TASK, "p0 RR", riskRatio * baselineRisk);
    return at(baselineRisk * (riskRatio - 1), "RD = p0 (RR − 1)", baselineRisk, SAME);
  }

  /**
   * RR = 1 + RD/p₀.
   *
   * @param riskDifference arm 1 minus arm 2, with p₀ + RD from 0 to 1
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk ratio
   * @throws IllegalArgumentException when p₀ is 0 or p₀ + RD not from 0 to 1
   */
  public static Converted riskRatioFromRiskDifference(double riskDifference, double baselineRisk) {
    double risk = risk(riskDifference, baselineRisk);
    ContrastRules.positive(TASK, "baseline risk", baselineRisk);
    return at(risk / baselineRisk, "RR = (p0 + RD)/p0", baselineRisk, SAME);
  }

  /**
   * OR of p₀ + RD against p₀.
   *
   * @param riskDifference arm 1 minus arm 2, with p₀ + RD from 0 to below 1
   * @param baselineRisk risk in arm 2, a proportion
   * @return odds ratio
   * @throws IllegalArgumentException when p₀ is 0 or 1 or p₀ + RD not from 0 to below 1
   */
  public static Converted oddsRatioFromRiskDifference(double riskDifference, double baselineRisk) {
    double risk = risk(riskDifference, baselineRisk);
    ContrastRules.positive(TASK, "baseline risk", baselineRisk);
    below(risk);
    below(baselineRisk);
    return at(
        risk / (1 - risk) * ((1 - baselineRisk) / baselineRisk),
        "OR of p0 + RD against p0",
        baselineRisk,
        SAME);
  }

  /**
   * RD = (1 − p₀) − (1 − p₀)^HR.
   *
   * @param hazardRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk difference at that time, arm 1 minus arm 2
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Converted riskDifferenceFromHazardRatio(double hazardRatio, double baselineRisk) {
    check("hazard ratio", hazardRatio, baselineRisk);
    return at(
        Risks.differenceOfHazardRatio(hazardRatio, baselineRisk),
        "RD = (1 − p0) − (1 − p0)^HR (Altman and Andersen 1999)",
        baselineRisk,
        PROPORTIONAL);
  }

  /**
   * RR = [1 − (1 − p₀)^HR]/p₀.
   *
   * @param hazardRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return risk ratio at that time
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Converted riskRatioFromHazardRatio(double hazardRatio, double baselineRisk) {
    check("hazard ratio", hazardRatio, baselineRisk);
    return at(
        Risks.riskRatioOfHazardRatio(hazardRatio, baselineRisk),
        "RR = (1 − (1 − p0)^HR)/p0",
        baselineRisk,
        PROPORTIONAL);
  }

  /**
   * OR = [(1 − p₀)^−HR − 1]/[(1 − p₀)^−1 − 1].
   *
   * @param hazardRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return odds ratio at that time
   * @throws IllegalArgumentException when a number is out of range or p₀ is 1
   */
  public static Converted oddsRatioFromHazardRatio(double hazardRatio, double baselineRisk) {
    check("hazard ratio", hazardRatio, baselineRisk);
    below(baselineRisk);
    return at(
        Risks.oddsRatioOfHazardRatio(hazardRatio, baselineRisk),
        "OR of 1 − (1 − p0)^HR against p0",
        baselineRisk,
        PROPORTIONAL);
  }

  /**
   * HR = ln(1 − p₀ RR)/ln(1 − p₀).
   *
   * @param riskRatio at least 0, below 1/p₀
   * @param baselineRisk risk in arm 2, a proportion
   * @return hazard ratio
   * @throws IllegalArgumentException when a number is out of range or p₀ RR not below 1
   */
  public static Converted hazardRatioFromRiskRatio(double riskRatio, double baselineRisk) {
    check("risk ratio", riskRatio, baselineRisk);
    below(riskRatio * baselineRisk);
    below(baselineRisk);
    double value =
        baselineRisk == 0
            ? riskRatio
            : Math.log1p(-riskRatio * baselineRisk) / Math.log1p(-baselineRisk);
    return at(value, "HR = ln(1 − p0 RR)/ln(1 − p0)", baselineRisk, PROPORTIONAL);
  }

  /**
   * HR = ln(1 + OR p₀/(1 − p₀))/ln(1/(1 − p₀)).
   *
   * @param oddsRatio at least 0
   * @param baselineRisk risk in arm 2, a proportion
   * @return hazard ratio
   * @throws IllegalArgumentException when a number is out of range or p₀ is 1
   */
  public static Converted hazardRatioFromOddsRatio(double oddsRatio, double baselineRisk) {
    check("odds ratio", oddsRatio, baselineRisk);
    below(baselineRisk);
    double odds = baselineRisk / (1 - baselineRisk);
    double value = odds == 0 ? oddsRatio : Math.log1p(oddsRatio * odds) / Math.log1p(odds);
    return at(value, "HR = ln(1 + OR p0/(1 − p0))/ln(1/(1 − p0))", baselineRisk, PROPORTIONAL);
  }

  /**
   * RR ≈ (1 − ½^√HR)/(1 − ½^√(1/HR)) without a baseline risk, for an event that is common at the
   * end of follow-up (above 15 %); of a rare one RR ≈ HR. Source: VanderWeele and Ding, Ann Intern
   * Med 2017;167:268-274, table 2.
   *
   * @param hazardRatio above 0
   * @return risk ratio, approximate
   * @throws IllegalArgumentException when the hazard ratio is not above 0
   */
  public static Converted riskRatioFromHazardRatioOfCommonEvent(double hazardRatio) {
    ContrastRules.positive(TASK, "hazard ratio", hazardRatio);
    return new Converted(
        Risks.riskRatioOfCommonHazardRatio(hazardRatio),
        "RR ≈ (1 − 0.5^√HR)/(1 − 0.5^√(1/HR)) (VanderWeele 2017)",
        "an event that is common, proportional hazards");
  }

  /**
   * RR ≈ √OR without a baseline risk, for risks from 0.2 to 0.8; of a rare event RR ≈ OR. Source:
   * VanderWeele, Epidemiology 2017;28:e58.
   *
   * @param oddsRatio above 0
   * @return risk ratio, approximate within a factor of 1.25
   * @throws IllegalArgumentException when the odds ratio is not above 0
   */
  public static Converted riskRatioFromOddsRatioOfCommonEvent(double oddsRatio) {
    ContrastRules.positive(TASK, "odds ratio", oddsRatio);
    return new Converted(
        Math.sqrt(oddsRatio), "RR ≈ √OR (VanderWeele 2017)", "risks in both arms from 0.2 to 0.8");
  }

  private static Converted at(double value, String how, double baselineRisk, String assumes) {
    String where = " at baseline risk p0 = " + Given.text(baselineRisk);
    return new Converted(value, how + where, assumes);
  }

  private static void check(String name, double effect, double baselineRisk) {
    Given.notNegative(TASK, name, effect);
    ContrastRules.risk(TASK, "baseline risk", baselineRisk);
  }

  private static double risk(double riskDifference, double baselineRisk) {
    ContrastRules.risk(TASK, "baseline risk", baselineRisk);
    return ContrastRules.risk(
        TASK, "baseline risk + risk difference", baselineRisk + riskDifference);
  }

  private static void below(double risk) {
    Given.require(
        risk < 1,
        TASK,
        "risk in each arm",
        "be below 1",
        risk,
        "At a risk of 1 odds and hazard have no end: take a lower baseline risk");
  }
}
