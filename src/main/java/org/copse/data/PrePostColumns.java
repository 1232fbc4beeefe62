package org.copse.data;

import java.util.stream.Stream;
import org.copse.effect.PrePost;
import org.copse.effect.TwoArmChange;

/**
 * The columns of one arm measured before and after.
 *
 * @param n column of patients
 * @param meanBefore column of means before
 * @param sdBefore column of standard deviations before
 * @param meanAfter column of means after
 * @param sdAfter column of standard deviations after
 * @param correlation column of correlations between a patient's two values; {@code
 *     trials.derive(...)} makes one of printed SDs of the changes or of an assumption
 */
public record PrePostColumns(
    String n,
    String meanBefore,
    String sdBefore,
    String meanAfter,
    String sdAfter,
    String correlation) {

  static final int SIZE = 6;

  static SummaryOutcome<TwoArmChange> outcome(
      CellTable cells, Roles roles, PrePostColumns first, PrePostColumns second) {
    String[] names = Stream.of(first, second).flatMap(PrePostColumns::names).toArray(String[]::new);
    return new SummaryOutcome<>(
        new StudyRows(cells, roles, names),
        names.length,
        v -> new TwoArmChange(data(v, 0), data(v, SIZE)),
        "Means before and after of two arms",
        0,
        SIZE);
  }

  private Stream<String> names() {
    return Stream.of(n, meanBefore, sdBefore, meanAfter, sdAfter, correlation);
  }

  static PrePost data(double[] v, int from) {
    return new PrePost(v[from], v[from + 1], v[from + 2], v[from + 3], v[from + 4], v[from + 5]);
  }
}
