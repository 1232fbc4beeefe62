package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kaplan-Meier curves, one a group. */
public final class KaplanMeierFit {

  private final SurvivalData data;
  private final SurvivalInterval interval;
  private final double level;
  private final List<SurvivalCurve> curves;

  KaplanMeierFit(
      SurvivalData data, SurvivalInterval interval, double level, List<SurvivalCurve> curves) {
    this.data = data;
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
   * What a reader should know.
   *
   * @return notes on the data and the curves, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(data.notes());
    if (data.strata().size() > 1) {
      notes.add("strata are not used by the curves");
    }
    if (fractionalWeights()) {
      notes.add(
          "weights are not whole numbers: Greenwood's variance takes them as numbers of patients;"
              + " R's survfit would give a robust one");
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

  private boolean fractionalWeights() {
    for (int row = 0; data.isWeighted() && row < data.size(); row++) {
      if (data.weight(row) != Math.rint(data.weight(row))) {
        return true;
      }
    }
    return false;
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
