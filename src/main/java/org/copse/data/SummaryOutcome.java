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
import org.copse.sensitivity.PrintedEffects;

/**
 * Summaries of studies in one form, checked; a measure of that form makes effects of them.
 *
 * @param <D> the form of the data
 */
public final class SummaryOutcome<D extends SummaryData> {

  private final StudyRows rows;
  private final StudyColumns studies;
  private final Map<Integer, D> data = new HashMap<>();
  private final Function<double[], D> form;
  private final String what;
  private final int columns;
  private final int[] exact;

  /**
   * Checks the rows.
   *
   * @param rows their columns in the order of the form's values
   * @param columns how many columns
   * @param form makes the data of a row's numbers
   * @param what the data in words, for {@link #toString()}
   * @param exact the columns that have no rounding: sizes, numbers of predictors
   */
  SummaryOutcome(
      StudyRows rows, int columns, Function<double[], D> form, String what, int... exact) {
    this.rows = rows;
    this.form = form;
    this.what = what;
    this.columns = columns;
    this.exact = exact;
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

  /**
   * Effects that carry the rounding of the printed numbers, for {@link
   * org.copse.sensitivity.Rounding}; sizes and numbers of predictors or items are exact, computed
   * cells stay as they are. Of text cells the decimals count as printed; a column of typed numbers
   * is taken to have the decimals of its longest.
   *
   * @param measure one that takes this form of data
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row whose numbers are impossible, or
   *     have no effect, somewhere within rounding
   */
  public PrintedEffects asPrinted(SummaryMeasure<D> measure) {
    return PrintedCells.outcome(
        rows,
        studies,
        columns,
        exact,
        form,
        (s, used) -> SummaryEffects.of(measure, s, used),
        as(measure).notes());
  }

  /** In words, for example "Means". */
  String what() {
    return what;
  }

  @Override
  public String toString() {
    return "%s of %s studies; choose a measure with .as(...)"
        .formatted(what, studies.used().length);
  }
}
