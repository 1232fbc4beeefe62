package org.copse.effect;

import java.util.List;
import org.copse.numeric.LongRun;

/** What must hold of events and totals, whoever gives them. */
public final class CountRules {

  private CountRules() {}

  /**
   * Checks the events and total of one arm and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param events the events
   * @param total the patients
   * @param eventsColumn what the user calls the events
   * @param totalColumn what the user calls the total
   * @param problems receives the problems
   */
  public static void check(
      String study,
      int row,
      double events,
      double total,
      String eventsColumn,
      String totalColumn,
      List<DataProblem> problems) {
    LongRun.heed();
    String both = eventsColumn + ", " + totalColumn;
    boolean whole = checkWhole(study, row, events, eventsColumn, "events", problems);
    whole &= checkWhole(study, row, total, totalColumn, "total", problems);
    if (!whole) {
      return;
    }
    if (events < 0) {
      problems.add(problem(study, row, eventsColumn, "events must not be negative", text(events)));
    }
    if (total <= 0) {
      problems.add(problem(study, row, totalColumn, "total must be at least 1", text(total)));
    } else if (events > total) {
      String value = text(events) + " > " + text(total);
      problems.add(
          new DataProblem(
              study,
              row,
              both,
              "events must not exceed total",
              value,
              "Check columns " + both + "."));
    }
  }

  /**
   * Checks one count and adds what is wrong to a list.
   *
   * @param study the study's label
   * @param row its row, 1 for the first
   * @param value the count
   * @param column what the user calls it
   * @param role what is counted, for example "pairs"
   * @param problems receives the problems
   */
  public static void checkCount(
      String study, int row, double value, String column, String role, List<DataProblem> problems) {
    if (checkWhole(study, row, value, column, role, problems) && value < 0) {
      problems.add(problem(study, row, column, role + " must not be negative", text(value)));
    }
  }

  static boolean checkWhole(
      String study, int row, double value, String column, String role, List<DataProblem> problems) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (!whole) {
      problems.add(problem(study, row, column, role + " must be a whole number", text(value)));
    }
    return whole;
  }

  static DataProblem problem(String study, int row, String column, String rule, String value) {
    return new DataProblem(study, row, column, rule, value, "Check column " + column + ".");
  }

  /** A number as a user would write it: no decimals for a whole one. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
