package org.copse.effect;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Two arms, each measured before and after: a controlled pre-post study.
 *
 * <p><b>Where the numbers of one arm come from</b>: baseline SD, final SD and correlation are the
 * parts of {@link PrePost}; a printed SD of the changes enters by {@link PrePost#ofChangeSd}; an SD
 * of the changes pooled over the arms, or one from the confidence interval or p value of the
 * difference between arms, by {@code org.copse.convert.ChangeSd}. Studies that print nothing but
 * mean change and SD of the changes of each arm are {@link ContinuousEffects}, and an estimate
 * adjusted for baseline (analysis of covariance) stays as reported, {@link ReportedEffects}: it is
 * the most precise of them and none of these formulas can make it from summaries.
 *
 * @param first the arm compared (treatment)
 * @param second the arm compared with (control)
 */
public record TwoArmChange(PrePost first, PrePost second) implements WithCorrelation<TwoArmChange> {

  /**
   * The same data with another correlation in both arms.
   *
   * @param other −1 to 1
   * @return new data
   */
  @Override
  public TwoArmChange withCorrelation(double other) {
    return new TwoArmChange(first.withCorrelation(other), second.withCorrelation(other));
  }

  /**
   * Always: one that {@link PrePost#ofChangeSd} worked out of a printed SD of the changes counts as
   * a correlation like any other.
   */
  @Override
  public boolean usesCorrelation() {
    return true;
  }

  /**
   * Of each arm its own values, then mean and SD of the changes, which are computed from them.
   *
   * @return the values of the first arm, then those of the second
   */
  @Override
  public double[] values() {
    return Stream.of(first, second)
        .flatMapToDouble(
            arm ->
                DoubleStream.concat(
                    DoubleStream.of(arm.values()), DoubleStream.of(arm.change(), arm.sdChange())))
        .toArray();
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    int size = names.size() / 2;
    first.check(study, row, names.subList(0, size), problems);
    second.check(study, row, names.subList(size, 2 * size), problems);
  }
}
