package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kaplan-Meier curves, one a group. */
public final class KaplanMeierFit {

  private final SurvivalData data;
  private final boolean robust;
  private final SurvivalInterval interval;
  private final double level;
  private final List<SurvivalCurve> curves;

  KaplanMeierFit(
      SurvivalData data,
      boolean robust,
      SurvivalInterval interval,
      double level,
      List<SurvivalCurve> curves) {
    this.data = data;
    this.robust = robust;
    this.interval = interval;
    this.level = level;
    this.curves = List.copyOf(curves);
  }

  /**
   * The curves.
   *
   * @return in the order of the groups
   */
  public List<SurvivalCurve> curves() {
    return curves;
  }

  /**
   * The curve of a group.
   *
   * @param group its label, "all" where data have no groups
   * @return the curve
   * @throws IllegalArgumentException when there is no such group
   */
  public SurvivalCurve curve(String group) {
    Optional<SurvivalCurve> found =
        curves.stream().filter(curve -> curve.group().equals(group)).findFirst();
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "Cannot find the curve: group must be one of %s, was '%s'. Check its spelling."
                    .formatted(data.groups(), group)));
  }

  /**
   * Difference in restricted mean survival time of the second group from the first (Royston,
   * Parmar, BMC Med Res Methodol 2013;13:152).
   *
   * @param tau horizon that both groups reach
   * @return the difference
   * @throws IllegalArgumentException unless there are two groups and both reach τ
   */
  public SurvivalDifference restrictedMeanDifference(double tau) {
    requireTwo();
    RestrictedMean first = curves.get(0).restrictedMean(tau);
    RestrictedMean second = curves.get(1).restrictedMean(tau);
    return difference(
        "restricted mean survival time to " + SurvivalRules.text(tau),
        second.mean() - first.mean(),
        Math.hypot(first.standardError(), second.standardError()));
  }

  /**
   * Difference in survival at a landmark of the second group from the first, with Greenwood's
   * standard errors.
   *
   * @param time the landmark
   * @return the difference
   * @throws IllegalArgumentException unless there are two groups, both followed to the landmark
   *     with survivors
   */
  public SurvivalDifference survivalDifference(double time) {
    requireTwo();
    CurvePoint first = landmark(curves.get(0), time);
    CurvePoint second = landmark(curves.get(1), time);
    return difference(
        "survival at " + SurvivalRules.text(time),
        second.survival().getAsDouble() - first.survival().getAsDouble(),
        Math.hypot(first.standardError().getAsDouble(), second.standardError().getAsDouble()));
  }

  static CurvePoint landmark(SurvivalCurve curve, double time) {
    CurvePoint point = curve.at(time).get(0);
    if (point.standardError().isEmpty()) {
      throw new IllegalArgumentException(
          ("Cannot compare survival in group '%s': the landmark must be within follow-up with"
                  + " survivors, last time %s, was %s. Choose an earlier one.")
              .formatted(
                  curve.group(), SurvivalRules.text(curve.lastTime()), SurvivalRules.text(time)));
    }
    return point;
  }

  private SurvivalDifference difference(String what, double estimate, double standardError) {
    return new SurvivalDifference(
        what, curves.get(1).group(), curves.get(0).group(), estimate, standardError, level);
  }

  private void requireTwo() {
    if (curves.size() != 2) {
      throw new IllegalArgumentException(
          "Cannot compute a difference: groups must be 2, was %s. Keep the two to compare."
              .formatted(curves.size()));
    }
  }

  /**
   * How the intervals are made.
   *
   * @return the transformation
   */
  public SurvivalInterval interval() {
    return interval;
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return level;
  }

  /**
   * Whether the curve's variance is the robust one.
   *
   * @return false for Greenwood's
   */
  public boolean isRobust() {
    return robust;
  }

  /**
   * What a reader should know.
   *
   * @return notes on the data and the curves, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(data.notes());
    if (data.strata().size() > 1) {
      notes.add("strata are not used by the curves");
    }
    if (robust) {
      notes.add(
          "robust variance of the curve (infinitesimal jackknife); standard errors of restricted"
              + " means are Greenwood's");
    } else if (data.hasFractionalWeights()) {
      notes.add(
          "weights are not whole numbers: Greenwood's variance takes them as numbers of patients");
    }
    for (SurvivalCurve curve : curves) {
      double[] s = curve.survival();
      for (int i = 0; i < s.length - 1; i++) {
        if (s[i] == 0) {
          notes.add(
              ("all patients of group '%s' at risk at %s had the event while others entered later:"
                      + " S = 0 from then on; consider a curve from a later start")
                  .formatted(curve.group(), SurvivalRules.text(curve.times()[i])));
          break;
        }
      }
    }
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "Kaplan-Meier, %s %% intervals %s"
                .formatted(SurvivalRules.text(100 * level), interval));
    curves.forEach(curve -> text.append("\n  ").append(curve));
    notes().forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
