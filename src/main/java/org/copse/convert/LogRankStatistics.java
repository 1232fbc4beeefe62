package org.copse.convert;

import org.copse.effect.Reported;
import org.copse.effect.ReportedMeasure;

/**
 * O − E and V of the log-rank test for columns of a table, where they are to be pooled as such.
 *
 * <p><b>Source</b>: Parmar, Torri and Stewart, Stat Med 1998;17:2815-2834; Tierney et al., Trials
 * 2007;8:16.
 *
 * <p>{@code trials.derive("v", r -> LogRankStatistics.varianceFromEventsInEachArm(r.number("e1"),
 * r.number("e2")))}
 */
public final class LogRankStatistics {

  private static final String TASK = "compute a log-rank statistic";

  private LogRankStatistics() {}

  /**
   * V = e₁e₂/(e₁ + e₂), for equal allocation.
   *
   * @param events1 events in arm 1, above 0
   * @param events2 events in arm 2, above 0
   * @return V
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Converted varianceFromEventsInEachArm(double events1, double events2) {
    return new Converted(
        LogHazardRatio.varianceOfEventsInEachArm(events1, events2),
        "V = e1 e2/(e1 + e2) (Parmar 1998; Tierney 2007)",
        "equal allocation, HR near 1");
  }

  /**
   * V = e n₁n₂/(n₁ + n₂)²; e/4 with equal allocation.
   *
   * @param events events in both arms, above 0
   * @param n1 patients in arm 1, or its part of the allocation ratio (2 of 2:1)
   * @param n2 patients in arm 2, or its part of the allocation ratio (1 of 2:1)
   * @return V
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Converted varianceFromTotalEvents(double events, double n1, double n2) {
    return new Converted(
        LogHazardRatio.varianceOfTotalEvents(events, n1, n2),
        "V = e n1 n2/(n1 + n2)² (Parmar 1998; Tierney 2007)",
        "HR near 1");
  }

  /**
   * V = 1/SE² with SE = ln(upper/lower)/(2z) from the interval of the hazard ratio.
   *
   * @param lower lower bound of the HR, above 0
   * @param upper upper bound of the HR
   * @param level of the interval, for example 0.95
   * @return V
   * @throws IllegalArgumentException when the bounds are not in order or above 0
   */
  public static Converted varianceFromInterval(double lower, double upper, double level) {
    Reported hr = WaldContrast.fromBounds(ReportedMeasure.HAZARD_RATIO, lower, upper, level);
    return new Converted(
        1 / (hr.standardError() * hr.standardError()),
        "V = (2z/ln(upper/lower))² from the %s CI (Parmar 1998; Tierney 2007)"
            .formatted(WaldContrast.percent(level)),
        "a normal interval on the log scale");
  }

  /**
   * O − E = ±z√V from the log-rank p value.
   *
   * @param p of the log-rank test
   * @param direction whether arm 1 has fewer or more events than expected
   * @param variance V, above 0
   * @return O − E of arm 1
   * @throws IllegalArgumentException when V is not above 0
   */
  public static Converted observedMinusExpectedFromP(
      PValue p, Direction direction, double variance) {
    ContrastRules.positive(TASK, "V", variance);
    return new Converted(
        0 + direction.sign() * p.z() * Math.sqrt(variance),
        "O − E = ±z √V from the log-rank p (Parmar 1998; Tierney 2007)",
        p.effectAssumes("the log-rank test"));
  }

  /**
   * O − E = V ln HR.
   *
   * @param hazardRatio above 0
   * @param variance V, above 0
   * @return O − E of arm 1
   * @throws IllegalArgumentException when a number is not above 0
   */
  public static Converted observedMinusExpectedFromHazardRatio(
      double hazardRatio, double variance) {
    ContrastRules.positive(TASK, "hazard ratio", hazardRatio);
    ContrastRules.positive(TASK, "V", variance);
    return new Converted(
        variance * Math.log(hazardRatio), "O − E = V ln HR (Parmar 1998; Tierney 2007)", "");
  }
}
