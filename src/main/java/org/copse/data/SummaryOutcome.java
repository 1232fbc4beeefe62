package org.copse.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.SummaryData;
import org.copse.effect.SummaryEffects;
import org.copse.effect.SummaryMeasure;

/**
 * Summaries of studies in one form, checked; a measure of that form makes effects of them.
 *
 * @param <D> the form of the data
 */
public final class SummaryOutcome<D extends SummaryData> {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final Map<Integer, D> data = new HashMap<>();
  private final String what;

  /**
   * Checks the rows.
   *
   * @param rows their columns in the order of the form's values
   * @param columns how many columns
   * @param form makes the data of a row's numbers
   * @param what the data in words, for {@link #toString()}
   */
  SummaryOutcome(StudyRows rows, int columns, Function<double[], D> form, String what) {
    this.rows = rows;
    this.what = what;
    List<String> names = IntStream.range(0, columns).mapToObj(rows::column).toList();
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      int row = i;
      double[] values = IntStream.range(0, columns).mapToDouble(j -> rows.value(row, j)).toArray();
      data.put(i, form.apply(values));
      data.get(i).check(rows.label(i), i + 1, names, problems);
    }
    this.studies = rows.studies(problems);
  }

  /**
   * Effects of the summaries under a measure.
   *
   * @param measure one that takes this form of data
   * @return effects with raw data, moderators and notes
   */
  public SummaryEffects<D> as(SummaryMeasure<D> measure) {
    List<D> used = Arrays.stream(studies.used()).mapToObj(data::get).toList();
    return SummaryEffects.of(measure, studies.studies(), used).withNotes(studies.notes(rows));
  }

  @Override
  public String toString() {
    return "%s of %s studies; choose a measure with .as(...)"
        .formatted(what, studies.used().length);
  }
}
