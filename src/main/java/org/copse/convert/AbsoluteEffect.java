package org.copse.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.copse.effect.Interval;

/**
 * What an effect means at a baseline risk: the risk with treatment and the difference, each with
 * the interval that the effect's own bounds give. Of these come the "62 fewer per 1000" of a
 * summary of findings and the number needed to treat.
 *
 * <p><b>Formula</b>: {@link AtBaselineRisk}, for the estimate and each bound. <b>Source</b>:
 * Cochrane Handbook, section 15.4.4; Altman and Andersen, BMJ 1999;319:1492-1495 for hazard ratios.
 *
 * <p><b>Not in the interval</b>: the uncertainty of the baseline risk.
 *
 * <p>{@code AbsoluteEffect.ofOddsRatio(0.73, 0.61, 0.88, 0.95, 0.3)}
 *
 * @param baselineRisk risk in arm 2, a proportion
 * @param riskDifference arm 1 minus arm 2, a proportion
 * @param interval of the risk difference
 * @param how where it comes from, with what it assumes
 * @param notes what a reader must know, perhaps nothing
 */
public record AbsoluteEffect(
    double baselineRisk, double riskDifference, Interval interval, String how, List<String> notes) {

  private static final String TASK = "compute an absolute effect";
  private static final double SLACK = 1e-12;

  /**
   * Checks the parts.
   *
   * @param baselineRisk as above
   * @param riskDifference as above
   * @param interval as above
   * @param how as above
   * @param notes as above
   */
  public AbsoluteEffect {
    ContrastRules.risk(TASK, "baseline risk", baselineRisk);
    Given.require(
        Math.abs(riskDifference) <= 1,
        TASK,
        "risk difference",
        "lie between −1 and 1",
        riskDifference,
        "Give a proportion");
    Given.require(
        baselineRisk + riskDifference >= -SLACK && baselineRisk + riskDifference <= 1 + SLACK,
        TASK,
        "risk with treatment",
        "lie between 0 and 1",
        baselineRisk + riskDifference,
        "The effect cannot hold at this baseline risk: take another, or pool odds ratios");
    if (!(interval.lower() <= interval.upper())) {
      throw new IllegalArgumentException(
          "Cannot %s: interval must have two bounds in order, was [%s; %s]. Check the bounds; a fit without an interval has none to give."
              .formatted(TASK, interval.lower(), interval.upper()));
    }
    notes = List.copyOf(notes);
  }

  /**
   * From an odds ratio.
   *
   * @param oddsRatio the estimate, above 0
   * @param lower its lower bound, at least 0
   * @param upper its upper bound
   * @param level of the interval, for example 0.95
   * @param baselineRisk risk in arm 2, from 0 to 1
   * @return the absolute effect
   * @throws IllegalArgumentException when a number is out of range
   */
  public static AbsoluteEffect ofOddsRatio(
      double oddsRatio, double lower, double upper, double level, double baselineRisk) {
    ContrastRules.positive(TASK, "odds ratio", oddsRatio);
    return ratio(
        oddsRatio,
        lower,
        upper,
        level,
        baselineRisk,
        or -> Risks.differenceOfOddsRatio(or, baselineRisk),
        "odds ratio");
  }

  /**
   * From a risk ratio.
   *
   * @param riskRatio the estimate, above 0 and at most 1/p₀
   * @param lower its lower bound, at least 0
   * @param upper its upper bound; where p₀ × upper exceeds 1, the risk is cut at 1 and a note says
   *     so
   * @param level of the interval, for example 0.95
   * @param baselineRisk risk in arm 2, from 0 to 1
   * @return the absolute effect
   * @throws IllegalArgumentException when a number is out of range
   */
  public static AbsoluteEffect ofRiskRatio(
      double riskRatio, double lower, double upper, double level, double baselineRisk) {
    ContrastRules.positive(TASK, "risk ratio", riskRatio);
    return ratio(
        riskRatio,
        lower,
        upper,
        level,
        baselineRisk,
        rr -> baselineRisk == 0 ? 0 : baselineRisk * (rr - 1),
        "risk ratio");
  }

  /**
   * From a hazard ratio and the risk at a time in arm 2, 1 − survival there, under proportional
   * hazards.
   *
   * @param hazardRatio the estimate, above 0
   * @param lower its lower bound, at least 0
   * @param upper its upper bound
   * @param level of the interval, for example 0.95
   * @param baselineRisk risk in arm 2 at the time, from 0 to 1
   * @return the absolute effect at that time
   * @throws IllegalArgumentException when a number is out of range
   */
  public static AbsoluteEffect ofHazardRatio(
      double hazardRatio, double lower, double upper, double level, double baselineRisk) {
    ContrastRules.positive(TASK, "hazard ratio", hazardRatio);
    return ratio(
        hazardRatio,
        lower,
        upper,
        level,
        baselineRisk,
        hr -> Risks.differenceOfHazardRatio(hr, baselineRisk),
        "hazard ratio");
  }

  /**
   * From a risk difference, which does not depend on the baseline risk.
   *
   * @param riskDifference the estimate, arm 1 minus arm 2
   * @param lower its lower bound
   * @param upper its upper bound; bounds that take the risk out of 0 to 1 are cut there and a note
   *     says so
   * @param level of the interval, for example 0.95
   * @param baselineRisk risk in arm 2, from 0 to 1
   * @return the absolute effect
   * @throws IllegalArgumentException when a number is out of range
   */
  public static AbsoluteEffect ofRiskDifference(
      double riskDifference, double lower, double upper, double level, double baselineRisk) {
    Given.finite(TASK, "risk difference", riskDifference);
    return of(riskDifference, lower, upper, level, baselineRisk, rd -> rd, "risk difference", "");
  }

  private static AbsoluteEffect ratio(
      double estimate,
      double lower,
      double upper,
      double level,
      double baselineRisk,
      DoubleUnaryOperator difference,
      String name) {
    Given.require(
        lower >= 0, TASK, "lower bound", "be at least 0", lower, "Give ratios as printed");
    String proportional = name.equals("hazard ratio") ? ", proportional hazards" : "";
    return of(estimate, lower, upper, level, baselineRisk, difference, name, proportional);
  }

  private static AbsoluteEffect of(
      double estimate,
      double lower,
      double upper,
      double level,
      double p0,
      DoubleUnaryOperator difference,
      String name,
      String also) {
    ContrastRules.risk(TASK, "baseline risk", p0);
    if (!(lower <= estimate && estimate <= upper)) {
      throw new IllegalArgumentException(
          "Cannot %s: estimate must lie in its interval, was %s [%s; %s]. Check the order of the numbers; a fit without an interval has none to give."
              .formatted(TASK, estimate, lower, upper));
    }
    List<String> notes = new ArrayList<>();
    double low = cut(difference.applyAsDouble(lower), p0, "Lower", notes);
    double high = cut(difference.applyAsDouble(upper), p0, "Upper", notes);
    if (p0 == 0 || p0 == 1) {
      notes.add("At a baseline risk of %s a ratio makes no difference.".formatted(Given.text(p0)));
    }
    String how =
        "%s at baseline risk %s; assumes the same effect at this risk, and the risk known%s"
            .formatted(name, Given.text(p0), also);
    double rd = difference.applyAsDouble(estimate);
    return new AbsoluteEffect(p0, rd, new Interval(low, high, level), how, notes);
  }

  private static double cut(double rd, double p0, String which, List<String> notes) {
    double inside = Math.max(-p0, Math.min(1 - p0, rd));
    if (Math.abs(inside - rd) > SLACK) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%s bound takes the risk to %.3g: cut at %s.",
              which,
              p0 + rd,
              rd > 0 ? "1" : "0"));
    }
    return inside;
  }

  /**
   * Risk with treatment, that of arm 1.
   *
   * @return a proportion
   */
  public double risk() {
    return Math.max(0, Math.min(1, baselineRisk + riskDifference));
  }

  /**
   * Interval of the risk with treatment, the baseline risk taken as known.
   *
   * @return proportions
   */
  public Interval riskInterval() {
    return interval.map(rd -> Math.max(0, Math.min(1, baselineRisk + rd)));
  }

  /**
   * The difference in patients with the event per 1000.
   *
   * @return negative for fewer with treatment
   */
  public double differencePer1000() {
    return 1000 * riskDifference;
  }

  /**
   * Its interval.
   *
   * @return negative for fewer with treatment
   */
  public Interval intervalPer1000() {
    return interval.map(rd -> 1000 * rd);
  }

  /**
   * As a summary of findings says it.
   *
   * @return for example "62 fewer per 1000 (95 % CI 94 fewer to 25 fewer)"
   */
  public String per1000() {
    return "%s per 1000 (%s CI %s to %s)"
        .formatted(
            fewerOrMore(riskDifference),
            WaldContrast.percent(interval.level()),
            fewerOrMore(interval.lower()),
            fewerOrMore(interval.upper()));
  }

  private static String fewerOrMore(double rd) {
    long count = Math.round(1000 * Math.abs(rd));
    if (count == 0) {
      return Math.abs(rd) <= SLACK ? "no difference" : "less than 1 " + (rd < 0 ? "fewer" : "more");
    }
    return count + (rd < 0 ? " fewer" : " more");
  }

  /**
   * The number needed to treat.
   *
   * @param event whether the event is one to be prevented or to be hoped for
   * @return for benefit or harm, with its interval
   */
  public NumberNeeded numberNeededToTreat(EventMeaning event) {
    Interval benefit =
        event == EventMeaning.DESIRABLE
            ? interval
            : new Interval(-interval.upper(), -interval.lower(), interval.level());
    double sign = event == EventMeaning.DESIRABLE ? 1 : -1;
    String said = event == EventMeaning.DESIRABLE ? "desirable" : "undesirable";
    return new NumberNeeded(
        0 + sign * riskDifference, benefit, how + "; the event is " + said, notes);
  }

  @Override
  public String toString() {
    String text =
        "%s per 1000 without, %s with treatment: %s (%s)"
            .formatted(number(baselineRisk), number(risk()), per1000(), how);
    return notes.isEmpty() ? text : text + ". " + String.join(" ", notes);
  }

  private static String number(double risk) {
    return Long.toString(Math.round(1000 * risk));
  }
}
