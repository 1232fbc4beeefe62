package org.copse.effect;

import java.util.List;

/**
 * The change of one arm: patients, mean change (after − before) and the SD of the changes, printed
 * or computed from the SDs before and after by a correlation.
 *
 * @param n patients
 * @param mean mean change
 * @param sd standard deviation of the changes
 * @param sdBefore SD before where the correlation was used, else NaN
 * @param sdAfter SD after where the correlation was used, else NaN
 * @param correlation the correlation used, NaN where the SD of the changes was printed
 */
public record ArmChange(
    double n, double mean, double sd, double sdBefore, double sdAfter, double correlation) {

  /**
   * An arm whose SD of the changes is printed.
   *
   * @param n patients
   * @param mean mean change
   * @param sd SD of the changes
   * @return the arm
   */
  public static ArmChange printed(double n, double mean, double sd) {
    return new ArmChange(n, mean, sd, Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * An arm whose SD of the changes is √(s₁² + s₂² − 2 r s₁ s₂).
   *
   * @param n patients
   * @param mean mean change
   * @param sdBefore s₁
   * @param sdAfter s₂
   * @param correlation r, −1 to 1
   * @return the arm
   */
  public static ArmChange imputed(
      double n, double mean, double sdBefore, double sdAfter, double correlation) {
    double sd = new PrePost(n, 0, sdBefore, 0, sdAfter, correlation).sdChange();
    return new ArmChange(n, mean, sd, sdBefore, sdAfter, correlation);
  }

  /**
   * Whether the SD of the changes was computed with a correlation.
   *
   * @return false where it was printed
   */
  public boolean usesCorrelation() {
    return !Double.isNaN(correlation);
  }

  ArmChange withCorrelation(double other) {
    return usesCorrelation() ? imputed(n, mean, sdBefore, sdAfter, other) : this;
  }

  double variance() {
    return sd * sd / n;
  }

  void check(String study, int row, List<String> names, List<DataProblem> problems) {
    boolean knownR = !usesCorrelation() || (correlation >= -1 && correlation <= 1);
    if (!knownR) {
      problems.add(
          new DataProblem(
              study,
              row,
              names.get(2),
              "correlation must be from -1 to 1",
              CountRules.text(correlation),
              "Give another correlation."));
      return;
    }
    if (usesCorrelation()) {
      for (double part : new double[] {sdBefore, sdAfter}) {
        MeansRules.check(
            study, row, 2, 0, part, names.get(0), names.get(1), names.get(2), problems);
      }
    }
    // a correlation of 1 with equal SDs gives an SD of 0: no error of the data, but no variance
    double checked = usesCorrelation() ? 1 : sd;
    MeansRules.check(
        study, row, n, mean, checked, names.get(0), names.get(1), names.get(2), problems);
  }
}
