package org.copse.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.bias.TrimAndFillResult;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.StudyInfluence;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Sensitivity analyses as tables. */
final class SensitivityColumns {

  private SensitivityColumns() {}

  static Table of(TrimAndFillResult result) {
    Table table = Tables.of(result.filled());
    int first = table.rowCount() - result.missing();
    List<Boolean> filled =
        IntStream.range(0, table.rowCount()).mapToObj(row -> row >= first).toList();
    table.addColumns(BooleanColumn.create("filled", filled));
    table.setName("Trim and fill");
    return table;
  }

  static Table of(InfluenceAnalysis analysis) {
    List<StudyInfluence> rows = analysis.studies();
    return Table.create(
        "Influence",
        text("study", rows, StudyInfluence::study),
        number("rstudent", rows, StudyInfluence::studentisedResidual),
        number("dffits", rows, StudyInfluence::dffits),
        number("cook", rows, StudyInfluence::cooksDistance),
        number("cov_ratio", rows, StudyInfluence::covarianceRatio),
        number("tau2", rows, StudyInfluence::tau2),
        number("q", rows, StudyInfluence::q),
        number("hat", rows, StudyInfluence::hat),
        number("weight", rows, StudyInfluence::weight),
        number("dfbetas", rows, StudyInfluence::dfbetas),
        number("contribution", rows, StudyInfluence::contribution),
        number("influence", rows, StudyInfluence::shift),
        BooleanColumn.create(
            "influential", rows.stream().map(StudyInfluence::influential).toList()));
  }

  static <T> StringColumn text(String name, List<T> rows, Function<T, String> cell) {
    return StringColumn.create(name, rows.stream().map(cell).toList());
  }

  /** A column of numbers; NaN and infinite values are missing. */
  static <T> DoubleColumn number(String name, List<T> rows, ToDoubleFunction<T> cell) {
    DoubleColumn column = DoubleColumn.create(name);
    rows.forEach(row -> FitColumns.put(column, cell.applyAsDouble(row)));
    return column;
  }
}
