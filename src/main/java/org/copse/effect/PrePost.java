package org.copse.effect;

import java.util.List;

/**
 * One group measured twice, before and after.
 *
 * <p>The change is after minus before. Where a paper prints the SD of the changes instead of the
 * correlation, use {@link #ofChangeSd}; where it prints neither, a correlation must be imputed (see
 * {@code org.copse.convert.ChangeSd}) and varied: {@link #withCorrelation(double)}. Matched pairs
 * have the same form: before is the one member, after the other.
 *
 * @param n patients measured at both times
 * @param meanBefore mean before
 * @param sdBefore standard deviation before
 * @param meanAfter mean after
 * @param sdAfter standard deviation after
 * @param correlation correlation of a patient's two values, −1 to 1
 */
public record PrePost(
    double n,
    double meanBefore,
    double sdBefore,
    double meanAfter,
    double sdAfter,
    double correlation)
    implements WithCorrelation<PrePost> {

  private static final int COLUMNS = 6;

  /**
   * One group whose SD of the changes is printed: the correlation is what the three SDs make it,
   * (s₁² + s₂² − s²) / (2 s₁ s₂).
   *
   * @param n patients
   * @param meanBefore mean before
   * @param sdBefore standard deviation before
   * @param meanAfter mean after
   * @param sdAfter standard deviation after
   * @param sdChange standard deviation of the changes
   * @return the data; a correlation beyond ±1 is refused once effects are made of them
   */
  public static PrePost ofChangeSd(
      double n,
      double meanBefore,
      double sdBefore,
      double meanAfter,
      double sdAfter,
      double sdChange) {
    double difference = sdBefore - sdAfter;
    double correlation =
        1 - (sdChange - difference) * (sdChange + difference) / (2 * sdBefore * sdAfter);
    return new PrePost(n, meanBefore, sdBefore, meanAfter, sdAfter, correlation);
  }

  /**
   * Mean change.
   *
   * @return mean after − mean before
   */
  public double change() {
    return meanAfter - meanBefore;
  }

  /**
   * Standard deviation of the changes, √(s₁² + s₂² − 2 r s₁ s₂).
   *
   * @return computed as √[(s₁ − s₂)² + 2 (1 − r) s₁ s₂], which keeps its digits near r = 1
   */
  public double sdChange() {
    double difference = sdBefore - sdAfter;
    return Math.sqrt(difference * difference + 2 * (1 - correlation) * sdBefore * sdAfter);
  }

  /**
   * The same data with another correlation.
   *
   * @param other −1 to 1
   * @return new data
   */
  @Override
  public PrePost withCorrelation(double other) {
    return new PrePost(n, meanBefore, sdBefore, meanAfter, sdAfter, other);
  }

  /**
   * Always: one that {@link #ofChangeSd} worked out of a printed SD of the changes counts as a
   * correlation like any other.
   */
  @Override
  public boolean usesCorrelation() {
    return true;
  }

  /**
   * What remains when only the change is looked at.
   *
   * @return n, mean change and its SD
   */
  public MeanChange toMeanChange() {
    return new MeanChange(n, change(), sdChange());
  }

  @Override
  public double[] values() {
    return new double[] {n, meanBefore, sdBefore, meanAfter, sdAfter, correlation};
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    MeansRules.check(
        study, row, n, meanBefore, sdBefore, names.get(0), names.get(1), names.get(2), problems);
    double checkedAlready = 2;
    MeansRules.check(
        study,
        row,
        checkedAlready,
        meanAfter,
        sdAfter,
        names.get(0),
        names.get(3),
        names.get(4),
        problems);
    if (!(correlation >= -1 && correlation <= 1)) {
      problems.add(
          new DataProblem(
              study,
              row,
              names.get(COLUMNS - 1),
              "correlation must be from -1 to 1",
              CountRules.text(correlation),
              "Check column %s and the SDs; where none is reported, impute one and vary it."
                  .formatted(names.get(COLUMNS - 1))));
    }
  }
}
