package org.copse.convert;

import java.util.List;
import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;

/**
 * Log hazard ratio and its standard error from whatever a paper prints of a time to an event. Arm 1
 * against arm 2: below 0, arm 1 has the lower hazard.
 *
 * <p><b>Formulas</b>: ln HR = (O − E)/V and SE = 1/√V; V ≈ e₁e₂/(e₁ + e₂) from the events in each
 * arm (equal allocation), V ≈ e n₁n₂/(n₁ + n₂)² from all events e and the allocation; O − E = ±z√V
 * from the log-rank test, so that ln HR = ±z/√V.
 *
 * <p><b>Accuracy</b>: the two forms of V hold near HR = 1 and with little loss to follow-up.
 * <b>Source</b>: Parmar, Torri and Stewart, Stat Med 1998;17:2815-2834; Tierney et al., Trials
 * 2007;8:16, where each route is described by name.
 *
 * <p>{@code LogHazardRatio.fromPAndEventsInEachArm(PValue.of(0.075), Direction.LOWER, 210, 240)}
 */
public final class LogHazardRatio {

  private static final String TASK = "compute a log hazard ratio";
  private static final ReportedMeasure HR = ReportedMeasure.HAZARD_RATIO;
  private static final String NEAR_ONE = "V by the events, for HR near 1";
  private static final String EQUAL = "V by the events in each arm, for equal allocation";

  private LogHazardRatio() {}

  /**
   * From hazard ratio and confidence interval of any level: SE = ln(upper/lower)/(2z).
   *
   * @param hazardRatio as printed
   * @param lower lower bound
   * @param upper upper bound
   * @param level for example 0.95
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0 or the bounds are not in order
   */
  public static Reported fromInterval(
      double hazardRatio, double lower, double upper, double level) {
    return renamed(WaldContrast.fromInterval(HR, hazardRatio, lower, upper, level));
  }

  /**
   * From the confidence interval alone: ln HR is its centre.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param level for example 0.95
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0 or the bounds are not in order
   */
  public static Reported fromBounds(double lower, double upper, double level) {
    return WaldContrast.fromBounds(HR, lower, upper, level);
  }

  /**
   * From hazard ratio and its p value: SE = |ln HR|/z.
   *
   * @param hazardRatio as printed, not 1
   * @param p of the Wald or log-rank test, below 1
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when the hazard ratio is 1 or p is 1
   */
  public static Reported fromP(double hazardRatio, PValue p) {
    return renamed(WaldContrast.fromP(HR, hazardRatio, p));
  }

  /**
   * From the log-rank test's O − E and V: ln HR = (O − E)/V, SE = 1/√V.
   *
   * @param observedMinusExpected O − E of arm 1
   * @param variance V, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when V is not above 0
   */
  public static Reported fromObservedMinusExpected(double observedMinusExpected, double variance) {
    Given.finite(TASK, "O − E", observedMinusExpected);
    ContrastRules.positive(TASK, "V", variance);
    return Reported.fromLogRank(observedMinusExpected, variance).as(HR);
  }

  /**
   * From observed and expected events of each arm: ln HR = ln[(O₁/E₁)/(O₂/E₂)], variance 1/E₁ +
   * 1/E₂.
   *
   * @param observed1 observed events of arm 1, above 0
   * @param expected1 expected events of arm 1, above 0
   * @param observed2 observed events of arm 2, above 0
   * @param expected2 expected events of arm 2, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0, or observed and expected do not
   *     add up to the same
   */
  public static Reported fromObservedAndExpected(
      double observed1, double expected1, double observed2, double expected2) {
    ContrastRules.positive(TASK, "observed events of arm 1", observed1);
    ContrastRules.positive(TASK, "expected events of arm 1", expected1);
    ContrastRules.positive(TASK, "observed events of arm 2", observed2);
    ContrastRules.positive(TASK, "expected events of arm 2", expected2);
    double observed = observed1 + observed2;
    double expected = expected1 + expected2;
    Given.require(
        Math.abs(observed - expected) <= 0.01 * observed + 1,
        TASK,
        "expected events of both arms",
        "add up to the observed, " + Given.text(observed),
        expected,
        "Check which columns are the observed and which the expected");
    return new Reported(
            Math.log(observed1 / expected1) - Math.log(observed2 / expected2),
            Math.sqrt(1 / expected1 + 1 / expected2),
            "observed and expected events of each arm")
        .as(HR);
  }

  /**
   * From hazard ratio and log-rank variance: SE = 1/√V.
   *
   * @param hazardRatio as printed
   * @param variance V of the log-rank test, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromVariance(double hazardRatio, double variance) {
    double y = Math.log(ContrastRules.positive(TASK, "hazard ratio", hazardRatio));
    ContrastRules.positive(TASK, "V", variance);
    return new Reported(y, 1 / Math.sqrt(variance), "HR and V of the log-rank test").as(HR);
  }

  /**
   * From hazard ratio and the events in each arm: V = e₁e₂/(e₁ + e₂).
   *
   * @param hazardRatio as printed
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromEventsInEachArm(double hazardRatio, double events1, double events2) {
    double y = Math.log(ContrastRules.positive(TASK, "hazard ratio", hazardRatio));
    double v = varianceOfEventsInEachArm(events1, events2);
    return new Reported(y, 1 / Math.sqrt(v), "HR and events in each arm", EQUAL).as(HR);
  }

  /**
   * From hazard ratio, all events and the allocation: V = e n₁n₂/(n₁ + n₂)².
   *
   * @param hazardRatio as printed
   * @param events events in both arms, above 0
   * @param n1 patients in arm 1, or its part of the allocation ratio (2 of 2:1)
   * @param n2 patients in arm 2, or its part of the allocation ratio (1 of 2:1)
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromTotalEvents(double hazardRatio, double events, double n1, double n2) {
    double y = Math.log(ContrastRules.positive(TASK, "hazard ratio", hazardRatio));
    double v = varianceOfTotalEvents(events, n1, n2);
    return new Reported(y, 1 / Math.sqrt(v), "HR, total events and allocation", NEAR_ONE).as(HR);
  }

  /**
   * From the log-rank p value and the events in each arm: V = e₁e₂/(e₁ + e₂), ln HR = ±z/√V.
   *
   * @param p of the log-rank test; 1 gives ln HR = 0
   * @param direction whether the hazard is lower or higher in arm 1
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromPAndEventsInEachArm(
      PValue p, Direction direction, double events1, double events2) {
    double v = varianceOfEventsInEachArm(events1, events2);
    return ofZ(p.z(), direction, v, "log-rank p and events in each arm", assumes(p, EQUAL));
  }

  /**
   * From the log-rank p value, all events and the allocation: V = e n₁n₂/(n₁ + n₂)², ln HR = ±z/√V;
   * with equal allocation V = e/4.
   *
   * @param p of the log-rank test; 1 gives ln HR = 0
   * @param direction whether the hazard is lower or higher in arm 1
   * @param events events in both arms, above 0
   * @param n1 patients in arm 1, or its part of the allocation ratio (2 of 2:1)
   * @param n2 patients in arm 2, or its part of the allocation ratio (1 of 2:1)
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromPAndTotalEvents(
      PValue p, Direction direction, double events, double n1, double n2) {
    double v = varianceOfTotalEvents(events, n1, n2);
    String source = "log-rank p, total events and allocation";
    return ofZ(p.z(), direction, v, source, assumes(p, NEAR_ONE));
  }

  /**
   * From the log-rank p value and V: ln HR = ±z/√V.
   *
   * @param p of the log-rank test; 1 gives ln HR = 0
   * @param direction whether the hazard is lower or higher in arm 1
   * @param variance V of the log-rank test, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when V is not above 0
   */
  public static Reported fromPAndVariance(PValue p, Direction direction, double variance) {
    ContrastRules.positive(TASK, "V", variance);
    return ofZ(
        p.z(), direction, variance, "log-rank p and V", p.effectAssumes("the log-rank test"));
  }

  /**
   * From the log-rank χ² (1 df) and the events in each arm: z = √χ².
   *
   * @param chiSquared at least 0
   * @param direction whether the hazard is lower or higher in arm 1
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromChiSquaredAndEventsInEachArm(
      double chiSquared, Direction direction, double events1, double events2) {
    double z = Math.sqrt(Given.notNegative(TASK, "χ²", chiSquared));
    double v = varianceOfEventsInEachArm(events1, events2);
    return ofZ(z, direction, v, "log-rank χ² and events in each arm", EQUAL);
  }

  /**
   * From the log-rank χ² (1 df), all events and the allocation: z = √χ².
   *
   * @param chiSquared at least 0
   * @param direction whether the hazard is lower or higher in arm 1
   * @param events events in both arms, above 0
   * @param n1 patients in arm 1, or its part of the allocation ratio (2 of 2:1)
   * @param n2 patients in arm 2, or its part of the allocation ratio (1 of 2:1)
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Reported fromChiSquaredAndTotalEvents(
      double chiSquared, Direction direction, double events, double n1, double n2) {
    double z = Math.sqrt(Given.notNegative(TASK, "χ²", chiSquared));
    double v = varianceOfTotalEvents(events, n1, n2);
    return ofZ(z, direction, v, "log-rank χ², total events and allocation", NEAR_ONE);
  }

  /**
   * From two median times: ln HR = ln(median₂/median₁), variance 1/e₁ + 1/e₂.
   *
   * @param median1 median time of arm 1, above 0
   * @param median2 median time of arm 2, above 0, same unit
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Reported fromMedians(
      double median1, double median2, double events1, double events2) {
    ContrastRules.positive(TASK, "median of arm 1", median1);
    ContrastRules.positive(TASK, "median of arm 2", median2);
    double v = varianceOfEventsInEachArm(events1, events2);
    return new Reported(
            Math.log(median2) - Math.log(median1),
            1 / Math.sqrt(v),
            "two medians and events in each arm",
            "exponential survival in both arms")
        .as(HR);
  }

  /**
   * From stretches of the survival curves with the numbers at risk: the weighted mean of their log
   * hazard ratios, weights 1/variance.
   *
   * @param stretches at least one, not overlapping
   * @return ln HR and its standard error
   * @throws IllegalArgumentException when there is none
   * @see CurveStretch
   */
  public static Reported fromSurvival(List<CurveStretch> stretches) {
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot %s: stretches must be at least one, was 0. Read the curves at one time or more."
              .formatted(TASK));
    }
    double weights = 0;
    double sum = 0;
    for (CurveStretch stretch : stretches) {
      weights += 1 / stretch.variance();
      sum += stretch.logHazardRatio() / stretch.variance();
    }
    return new Reported(
            sum / weights,
            1 / Math.sqrt(weights),
            "survival curves and numbers at risk",
            "even censoring within each stretch, and stretches with few events (at most 20 % of those"
                + " at risk)")
        .as(HR);
  }

  /**
   * The log-rank variance from the events in each arm, e₁e₂/(e₁ + e₂).
   *
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return V
   */
  static double varianceOfEventsInEachArm(double events1, double events2) {
    ContrastRules.positive(TASK, "events in arm 1", events1);
    ContrastRules.positive(TASK, "events in arm 2", events2);
    return 1 / (1 / events1 + 1 / events2);
  }

  /** The log-rank variance from all events and the allocation, e n₁n₂/(n₁ + n₂)². */
  static double varianceOfTotalEvents(double events, double n1, double n2) {
    ContrastRules.positive(TASK, "events", events);
    ContrastRules.positive(TASK, "n1", n1);
    ContrastRules.positive(TASK, "n2", n2);
    return events * (n1 / (n1 + n2)) * (n2 / (n1 + n2));
  }

  private static Reported ofZ(
      double z, Direction direction, double v, String source, String assumes) {
    // 0 + keeps −0 out of what is printed
    double y = 0 + direction.sign() * z / Math.sqrt(v);
    return new Reported(y, 1 / Math.sqrt(v), source, assumes).as(HR);
  }

  private static String assumes(PValue p, String variance) {
    return variance + ", " + p.effectAssumes("the log-rank test");
  }

  private static Reported renamed(Reported wald) {
    String source = wald.source().replace("estimate", "HR");
    return new Reported(wald.estimate(), wald.standardError(), source, wald.assumes()).as(HR);
  }
}
