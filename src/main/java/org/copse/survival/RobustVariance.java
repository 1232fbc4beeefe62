package org.copse.survival;

import org.copse.numeric.LongRun;

/**
 * Infinitesimal jackknife variance of the product-limit estimate: for weights that are not numbers
 * of patients, such as inverse probabilities.
 *
 * <p><b>Formula</b>: Var log S(t) = Σ wᵢ² (∂ log S(t)/∂wᵢ)². With H(t) = Σ d/(n(n − d)) over event
 * times up to t the derivative is H(t) − H(entryᵢ) for a patient still at risk, H(tᵢ) − H(entryᵢ)
 * after a censoring, and that − 1/(n(tᵢ) − d(tᵢ)) after an event. <b>Accuracy</b>: closed form, one
 * pass. <b>Source</b>: Therneau, Grambsch, Modeling Survival Data, 2000. R survival: {@code
 * survfit}, its default for weights that are not whole numbers.
 */
final class RobustVariance {

  private final CurveSteps steps;
  private final double[] hazard;

  /** Σ w², Σ w² H(entry) and Σ w² H(entry)² as they change at each time. */
  private final double[][] sums;

  /** What those that left at each time add from then on. */
  private final double[] gone;

  private RobustVariance(CurveSteps steps) {
    int n = steps.count();
    this.steps = steps;
    this.hazard = steps.logVariance.clone();
    this.sums = new double[3][n + 1];
    this.gone = new double[n];
  }

  /** Puts the robust variance in the place of Greenwood's, which is H. */
  static void replace(CurveSteps steps, SurvivalData data, int[] rows) {
    RobustVariance variance = new RobustVariance(steps);
    int at = -1;
    double last = -1;
    for (int row : rows) {
      if (data.time(row) != last) {
        last = data.time(row);
        at++;
      }
      variance.add(data, row, at);
    }
    variance.fill();
  }

  private void add(SurvivalData data, int row, int exit) {
    int entry = data.isLeftTruncated() ? steps.indexAt(data.entry(row)) : -1;
    double base = entry < 0 ? 0 : hazard[entry];
    double w2 = data.weight(row) * data.weight(row);
    double term = w2;
    for (double[] sum : sums) {
      sum[entry + 1] += term;
      sum[exit] -= term;
      term *= base;
    }
    double slope = hazard[exit] - base;
    if (data.event(row)) {
      slope -= 1 / (steps.atRisk(exit) - steps.events(exit));
    }
    gone[exit] += w2 * slope * slope;
  }

  private void fill() {
    double left = 0;
    double[] at = new double[sums.length];
    for (int i = 0; i < hazard.length; i++) {
      LongRun.heed();
      left += gone[i];
      for (int j = 0; j < at.length; j++) {
        at[j] += sums[j][i];
      }
      double h = hazard[i];
      double here = h * h * at[0] - 2 * h * at[1] + at[2];
      steps.logVariance[i] =
          steps.survival[i] > 0 ? left + Math.max(0, here) : Double.POSITIVE_INFINITY;
    }
  }
}
