package org.copse.data;

import org.copse.effect.DataProblem;

/** Words for cells that hold no number. */
final class CellProblems {

  private CellProblems() {}

  static DataProblem missing(String study, int row, CellColumn column) {
    String text = column.text(row);
    return new DataProblem(
        study,
        row + 1,
        column.name(),
        "column '" + column.name() + "' must hold a number",
        text.isEmpty() ? "empty" : "'" + text + "', which stands for missing",
        "Fill it in, or leave such rows out with leaveOutIncomplete().");
  }

  static DataProblem noNumber(String study, int row, CellColumn column, PercentRule percent) {
    String text = column.text(row);
    Numbers.Complaint complaint = percent.complaint(text, column.name());
    return new DataProblem(
        study, row + 1, column.name(), complaint.rule(), "'" + text + "'", complaint.remedy());
  }
}
