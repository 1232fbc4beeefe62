package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Interval;

/**
 * Kaplan-Meier estimate of survival, a curve a group.
 *
 * <p><b>Formula</b>: S(t) = Π (1 − dᵢ/nᵢ) over event times tᵢ ≤ t; Var S = S² Σ dᵢ/(nᵢ(nᵢ − dᵢ))
 * (Greenwood), or Σ wᵢ² (∂S/∂wᵢ)² (robust); with case weights d and n are sums of weights, with
 * entry times n counts those under observation. <b>Scale</b>: probability; times in the unit given.
 * <b>Edge cases</b>: no events: S = 1 throughout, median not reached; where S = 0 its variance is
 * not defined and absent; late entries can empty the risk set early, and a note says so.
 * <b>Accuracy</b>: closed form, 1e-12. <b>Source</b>: Kaplan, Meier, JASA 1958;53:457. R survival:
 * {@code survfit}.
 */
public final class KaplanMeier {

  private final SurvivalInterval interval;
  private final double level;
  private final Variance variance;

  /** Which variance; by the weights unless chosen. */
  private enum Variance {
    BY_WEIGHTS,
    GREENWOOD,
    ROBUST
  }

  private KaplanMeier(SurvivalInterval interval, double level, Variance variance) {
    this.interval = interval;
    this.level = level;
    this.variance = variance;
  }

  /**
   * The defaults of R's survfit: {@link SurvivalInterval#LOG}, 95 %, Greenwood's variance unless
   * some weight is not a whole number, then the robust one.
   *
   * @return the method
   */
  public static KaplanMeier withDefaults() {
    return new KaplanMeier(SurvivalInterval.LOG, 0.95, Variance.BY_WEIGHTS);
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
    return new KaplanMeier(newInterval, level, variance);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new method
   */
  public KaplanMeier level(double newLevel) {
    return new KaplanMeier(interval, Interval.requireLevel(newLevel), variance);
  }

  /**
   * Greenwood's variance whatever the weights, which then count as numbers of patients. R: {@code
   * survfit(..., robust = FALSE)}.
   *
   * @return a new method
   */
  public KaplanMeier greenwood() {
    return new KaplanMeier(interval, level, Variance.GREENWOOD);
  }

  /**
   * The robust variance of the infinitesimal jackknife, whatever the weights. R: {@code
   * survfit(..., robust = TRUE)}.
   *
   * @return a new method
   */
  public KaplanMeier robust() {
    return new KaplanMeier(interval, level, Variance.ROBUST);
  }

  /**
   * Estimates the curves.
   *
   * @param data the data; strata are not used, groups are
   * @return a curve a group
   */
  public KaplanMeierFit fit(SurvivalData data) {
    boolean robust =
        variance == Variance.ROBUST
            || variance == Variance.BY_WEIGHTS && data.hasFractionalWeights();
    OrderedRows[] rows = data.rowsByGroup();
    List<SurvivalCurve> curves = new ArrayList<>(rows.length);
    for (int g = 0; g < rows.length; g++) {
      curves.add(new SurvivalCurve(data.groups().get(g), data, rows[g], robust, interval, level));
    }
    return new KaplanMeierFit(data, robust, interval, level, curves);
  }
}
