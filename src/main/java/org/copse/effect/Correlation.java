package org.copse.effect;

import java.util.List;

/**
 * A correlation of two quantities in one sample.
 *
 * @param r correlation, −1 to 1
 * @param n patients, at least 2
 */
public record Correlation(double r, double n) implements SummaryData {

  /**
   * From the t statistic of the test that a correlation is 0: r = t/√(t² + n − 2).
   *
   * @param t the statistic with its sign
   * @param n patients
   * @return the correlation
   */
  public static Correlation ofT(double t, double n) {
    return new Correlation(fromT(t, n - 2), n);
  }

  /** r = t/√(t² + df), without overflow. */
  static double fromT(double t, double df) {
    return Double.isInfinite(t) ? Math.signum(t) : t / Math.hypot(t, Math.sqrt(df));
  }

  @Override
  public double[] values() {
    return new double[] {r, n};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    new SummaryRules(study, row, names, problems)
        .between(0, "correlation", r, -1, 1)
        .whole(1, "number of patients", n, 2);
  }
}
