package org.copse.data;

import java.util.List;
import org.copse.effect.AnalysisScale;
import org.copse.effect.DataProblem;
import org.copse.effect.Measure;

/**
 * What must hold of an estimate (column 0) and its printed interval (columns 1 and 2).
 *
 * <p>A Wald interval is symmetric on its analysis scale. Every printed number stands for all
 * numbers that round to it, half a unit in its last place to either side; an interval is lopsided
 * only if no numbers within that rounding are symmetric.
 */
final class IntervalRules {

  /** Numbers of full precision need room for their own last digits. */
  private static final double RELATIVE_SLACK = 1e-9;

  private IntervalRules() {}

  /** Whether the three numbers can be an estimate within its interval, lopsided or not. */
  static boolean check(StudyRows rows, int row, Measure measure, List<DataProblem> problems) {
    boolean usable = true;
    for (int j = 0; j < 3; j++) {
      usable &= ReportedRules.estimate(rows, row, j, measure, problems);
    }
    if (!usable) {
      return false;
    }
    double estimate = rows.value(row, 0);
    double low = rows.value(row, 1);
    double high = rows.value(row, 2);
    if (!(low < high)) {
      String value = Numbers.text(low) + " and " + Numbers.text(high);
      problems.add(
          problem(
              rows, row, "lower limit must be below the upper limit", value, "swapped columns"));
      return false;
    }
    if (estimate < low || estimate > high) {
      problems.add(
          problem(rows, row, "interval must contain its estimate", text(rows, row), "a misprint"));
      return false;
    }
    return true;
  }

  /** Adds a problem if no numbers within printed rounding make the interval symmetric. */
  static boolean checkSymmetry(
      StudyRows rows, int row, Measure measure, List<DataProblem> problems) {
    if (!isLopsided(rows, row, measure)) {
      return true;
    }
    AnalysisScale scale = measure.scale();
    double middle = (scale.transform(rows.value(row, 1)) + scale.transform(rows.value(row, 2))) / 2;
    double centre = scale.backTransform(middle, Double.NaN);
    String where = measure.isRatio() ? " on the log scale" : "";
    problems.add(
        new DataProblem(
            rows.label(row),
            row + 1,
            columns(rows),
            "interval must be symmetric about its estimate" + where + " within printed rounding",
            text(rows, row) + ", centred at " + Math.round(centre * 1e4) / 1e4,
            "Check columns "
                + columns(rows)
                + " for a misprint, or take the interval's width as it is with acceptLopsided()."));
    return false;
  }

  static boolean isLopsided(StudyRows rows, int row, Measure measure) {
    AnalysisScale scale = measure.scale();
    double least = (end(rows, row, 1, -1, scale) + end(rows, row, 2, -1, scale)) / 2;
    double most = (end(rows, row, 1, 1, scale) + end(rows, row, 2, 1, scale)) / 2;
    // Written so that a NaN (a limit that may be rounded from 0 or less) is not called lopsided.
    return most < end(rows, row, 0, -1, scale) || least > end(rows, row, 0, 1, scale);
  }

  /** The lowest or highest number that a cell may stand for, on the analysis scale. */
  private static double end(StudyRows rows, int row, int column, int sign, AnalysisScale scale) {
    double value = rows.value(row, column);
    double half = rows.halfUnit(row, column) + RELATIVE_SLACK * Math.abs(value);
    return scale.transform(value + sign * half);
  }

  private static String text(StudyRows rows, int row) {
    return Numbers.text(rows.value(row, 0))
        + " ["
        + Numbers.text(rows.value(row, 1))
        + "; "
        + Numbers.text(rows.value(row, 2))
        + "]";
  }

  private static String columns(StudyRows rows) {
    return rows.column(0) + ", " + rows.column(1) + ", " + rows.column(2);
  }

  private static DataProblem problem(
      StudyRows rows, int row, String rule, String value, String lookFor) {
    return new DataProblem(
        rows.label(row),
        row + 1,
        columns(rows),
        rule,
        value,
        "Check columns " + columns(rows) + " for " + lookFor + ".");
  }
}
