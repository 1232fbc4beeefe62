package org.copse.data;

import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.Measure;
import org.copse.effect.Reported;

/** What must hold of an estimate and its uncertainty as a paper prints them. */
final class ReportedRules {

  private ReportedRules() {}

  /** An estimate is finite, and above 0 where it is a ratio. */
  static boolean estimate(
      StudyRows rows, int row, int column, Measure measure, List<DataProblem> problems) {
    double value = rows.value(row, column);
    if (!Double.isFinite(value)) {
      problems.add(problem(rows, row, column, "must be finite", value, ""));
      return false;
    }
    if (measure.isRatio() && value <= 0) {
      problems.add(
          problem(
              rows,
              row,
              column,
              "must be greater than 0, as it is a ratio",
              value,
              "Give ratios as printed, not their logarithms, with enough decimals. "));
      return false;
    }
    return true;
  }

  /** A standard error or variance is finite and above 0. */
  static boolean positive(
      StudyRows rows, int row, int column, String what, List<DataProblem> problems) {
    double value = rows.value(row, column);
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      return true;
    }
    String rule = "must be a finite number greater than 0, as it is a " + what;
    problems.add(problem(rows, row, column, rule, value, ""));
    return false;
  }

  /** A two-sided p value from which a standard error can be had. */
  static boolean pValue(
      StudyRows rows,
      int row,
      int column,
      double effect,
      Measure measure,
      List<DataProblem> problems) {
    double p = rows.value(row, column);
    if (!(p > 0 && p <= 1)) {
      problems.add(problem(rows, row, column, "must be a p value above 0 and at most 1", p, ""));
      return false;
    }
    if (p == 1 || effect == measure.nullValue()) {
      String rule = "must go with an effect other than none, as p gives no standard error there";
      String remedy = "Use an interval or a standard error for this study. ";
      problems.add(problem(rows, row, column, rule, p, remedy));
      return false;
    }
    return true;
  }

  /** What comes out must be a usable standard error, however odd the numbers. */
  static void usable(StudyRows rows, int row, Reported reported, List<DataProblem> problems) {
    double variance = reported.standardError() * reported.standardError();
    boolean finite = Double.isFinite(reported.estimate()) && Double.isFinite(variance);
    if (!finite || !(variance > 0)) {
      problems.add(
          new DataProblem(
              rows.label(row),
              row + 1,
              rows.column(0),
              "estimate and standard error must be finite numbers on the analysis scale",
              Numbers.text(reported.estimate()) + " and " + Numbers.text(reported.standardError()),
              "Check the columns of this row."));
    }
  }

  private static DataProblem problem(
      StudyRows rows, int row, int column, String rule, double value, String remedy) {
    String name = rows.column(column);
    return new DataProblem(
        rows.label(row),
        row + 1,
        name,
        "column '" + name + "' " + rule,
        Numbers.text(value),
        remedy + "Check column " + name + ".");
  }
}
