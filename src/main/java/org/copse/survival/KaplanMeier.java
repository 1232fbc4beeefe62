package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Interval;

/**
 * Kaplan-Meier estimate of survival, a curve a group.
 *
 * <p><b>Formula</b>: S(t) = Π (1 − dᵢ/nᵢ) over event times tᵢ ≤ t; Var S = S² Σ dᵢ/(nᵢ(nᵢ − dᵢ))
 * (Greenwood); with case weights d and n are sums of weights, with entry times n counts those under
 * observation. <b>Scale</b>: probability; times in the unit given. <b>Edge cases</b>: no events: S
 * = 1 throughout, median not reached; where S = 0 its variance is not defined and absent; late
 * entries can empty the risk set early, and a note says so. <b>Accuracy</b>: closed form, 1e-12.
 * <b>Source</b>: Kaplan, Meier, JASA 1958;53:457. R survival: {@code survfit} (its variance with
 * {@code robust = FALSE} where weights are not whole numbers).
 */
public final class KaplanMeier {

  private final SurvivalInterval interval;
  private final double level;

  private KaplanMeier(SurvivalInterval interval, double level) {
    this.interval = interval;
    this.level = level;
  }

  /**
   * The defaults of R's survfit: {@link SurvivalInterval#LOG}, 95 %.
   *
   * @return the method
   */
  public static KaplanMeier withDefaults() {
    return new KaplanMeier(SurvivalInterval.LOG, 0.95);
  }

  /**
   * Curves with the defaults.
   *
   * @param data the data
   * @return the curves
   */
  public static KaplanMeierFit of(SurvivalData data) {
    return withDefaults().fit(data);
  }

  /**
   * Another interval.
   *
   * @param newInterval the transformation
   * @return a new method
   */
  public KaplanMeier interval(SurvivalInterval newInterval) {
    return new KaplanMeier(newInterval, level);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new method
   */
  public KaplanMeier level(double newLevel) {
    return new KaplanMeier(interval, Interval.requireLevel(newLevel));
  }

  /**
   * Estimates the curves.
   *
   * @param data the data; strata are not used, groups are
   * @return a curve a group
   */
  public KaplanMeierFit fit(SurvivalData data) {
    int[][] rows = data.rowsByGroup();
    List<SurvivalCurve> curves = new ArrayList<>(rows.length);
    for (int g = 0; g < rows.length; g++) {
      curves.add(new SurvivalCurve(data.groups().get(g), data, rows[g], interval, level));
    }
    return new KaplanMeierFit(data, interval, level, curves);
  }
}
