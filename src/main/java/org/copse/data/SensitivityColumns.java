package org.copse.data;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.bias.PCurveResult;
import org.copse.bias.PCurveStudy;
import org.copse.bias.TrimAndFillResult;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationStep;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.RoundingRange;
import org.copse.sensitivity.Specification;
import org.copse.sensitivity.SpecificationAnalysis;
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

  static Table of(GoshResult result) {
    List<Integer> sets = IntStream.range(0, result.size()).boxed().toList();
    return Table.create(
        "GOSH",
        number("k", sets, result::studies),
        number("estimate", sets, result::estimate),
        number("displayed", sets, i -> result.full().effects().backTransform(result.estimate(i))),
        number("i_squared_percent", sets, result::iSquared));
  }

  static Table of(SpecificationAnalysis analysis) {
    List<Specification> rows = analysis.specifications();
    FitColumns fits = new FitColumns("studies");
    rows.forEach(s -> fits.add(s.studies(), s.fit()));
    Table table = fits.toTable("Specifications");
    table.insertColumn(0, text("specified_interval", rows, Specification::interval));
    table.insertColumn(0, text("estimator", rows, Specification::estimator));
    table.insertColumn(0, text("specified_measure", rows, Specification::measure));
    return table;
  }

  static Table of(PCurveResult result) {
    List<PCurveStudy> rows = result.studies();
    return Table.create(
        "p-curve",
        text("study", rows, PCurveStudy::study),
        number("z", rows, PCurveStudy::z),
        number("p", rows, PCurveStudy::p));
  }

  static Table of(CorrelationAnalysis analysis) {
    List<CorrelationStep> steps = analysis.steps();
    FitColumns fits = new FitColumns("label");
    steps.forEach(step -> fits.add("", step.fit()));
    Table table = fits.toTable("Correlation sweep");
    table.replaceColumn(0, number("correlation", steps, CorrelationStep::correlation));
    return table;
  }

  static Table of(RoundingAnalysis analysis) {
    List<RoundingRange> ranges = analysis.ranges();
    return Table.create(
        "Within rounding",
        text("quantity", ranges, r -> r.quantity().label()),
        number("as_printed", ranges, RoundingRange::asPrinted),
        number("lower", ranges, RoundingRange::lower),
        number("upper", ranges, RoundingRange::upper),
        text("bounds", ranges, r -> r.how().label()),
        number("median", ranges, RoundingRange::median),
        number("low", ranges, RoundingRange::low),
        number("high", ranges, RoundingRange::high));
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
