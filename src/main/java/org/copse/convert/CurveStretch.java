package org.copse.convert;

/**
 * One stretch of the two survival curves of a trial, read at its start and end, with the numbers at
 * risk printed under the figure.
 *
 * <p><b>Formula</b>, in each arm, with censoring even over the stretch: events d = (R₀ + R₁)(S₀ −
 * S₁)/(S₀ + S₁); censored c = R₀ − R₁ − d; at risk r = R₀ − c/2. Log hazard ratio ln[(d₁/r₁)/
 * (d₂/r₂)], variance 1/d₁ − 1/r₁ + 1/d₂ − 1/r₂. <b>Source</b>: Parmar et al., Stat Med
 * 1998;17:2815-2834; Williamson et al., Stat Med 2002;21:3337-3351; Tierney et al., Trials
 * 2007;8:16 (numbers at risk reported).
 *
 * @param survivalStart1 survival of arm 1 at the start, a proportion, 1 at time 0
 * @param survivalEnd1 survival of arm 1 at the end
 * @param atRiskStart1 at risk in arm 1 at the start
 * @param atRiskEnd1 at risk in arm 1 at the end
 * @param survivalStart2 survival of arm 2 at the start
 * @param survivalEnd2 survival of arm 2 at the end
 * @param atRiskStart2 at risk in arm 2 at the start
 * @param atRiskEnd2 at risk in arm 2 at the end
 */
public record CurveStretch(
    double survivalStart1,
    double survivalEnd1,
    double atRiskStart1,
    double atRiskEnd1,
    double survivalStart2,
    double survivalEnd2,
    double atRiskStart2,
    double atRiskEnd2) {

  private static final String TASK = "read a stretch of survival curves";

  /**
   * Checks the parts.
   *
   * @param survivalStart1 as above
   * @param survivalEnd1 as above
   * @param atRiskStart1 as above
   * @param atRiskEnd1 as above
   * @param survivalStart2 as above
   * @param survivalEnd2 as above
   * @param atRiskStart2 as above
   * @param atRiskEnd2 as above
   */
  public CurveStretch {
    check("arm 1", survivalStart1, survivalEnd1, atRiskStart1, atRiskEnd1);
    check("arm 2", survivalStart2, survivalEnd2, atRiskStart2, atRiskEnd2);
  }

  private static void check(String arm, double start, double end, double r0, double r1) {
    ContrastRules.risk(TASK, "survival of " + arm + " at the start", start);
    ContrastRules.risk(TASK, "survival of " + arm + " at the end", end);
    Given.require(
        end < start,
        TASK,
        "survival of " + arm + " at the end",
        "be below that at the start",
        end,
        "A stretch needs events in both arms: join it with the next");
    ContrastRules.positive(TASK, "number at risk in " + arm + " at the start", r0);
    Given.require(
        r1 >= 0 && r1 <= r0,
        TASK,
        "number at risk in " + arm + " at the end",
        "be from 0 to that at the start",
        r1,
        "Check the line under the figure");
    double events = events(start, end, r0, r1);
    // survival printed in whole percent moves the events by up to some 2 % of those at risk
    Given.require(
        events <= r0 - r1 + 0.5 + 0.02 * r0,
        TASK,
        "events in " + arm + " implied by the curve",
        "not exceed those who left the risk set, " + Given.text(r0 - r1),
        events,
        "Check curve and numbers at risk against each other");
  }

  private static double events(double start, double end, double r0, double r1) {
    return (r0 + r1) * (start - end) / (start + end);
  }

  private static double exposed(double events, double r0, double r1) {
    return (r0 + r1 + events) / 2;
  }

  /**
   * Events of arm 1 in the stretch, not whole.
   *
   * @return above 0
   */
  public double events1() {
    return events(survivalStart1, survivalEnd1, atRiskStart1, atRiskEnd1);
  }

  /**
   * Events of arm 2 in the stretch, not whole.
   *
   * @return above 0
   */
  public double events2() {
    return events(survivalStart2, survivalEnd2, atRiskStart2, atRiskEnd2);
  }

  /** Log hazard ratio of the stretch. */
  double logHazardRatio() {
    double r1 = exposed(events1(), atRiskStart1, atRiskEnd1);
    double r2 = exposed(events2(), atRiskStart2, atRiskEnd2);
    return Math.log(events1() / r1) - Math.log(events2() / r2);
  }

  /** Its variance. */
  double variance() {
    double r1 = exposed(events1(), atRiskStart1, atRiskEnd1);
    double r2 = exposed(events2(), atRiskStart2, atRiskEnd2);
    return (r1 - events1()) / (r1 * events1()) + (r2 - events2()) / (r2 * events2());
  }
}
