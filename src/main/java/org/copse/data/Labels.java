package org.copse.data;

import java.util.List;

/** Makes each study's label: its label columns joined by a space, and its year if not yet in it. */
final class Labels {

  private final List<CellColumn> parts;
  private final CellColumn year;
  private final MissingWords missing;

  Labels(CellTable cells, Roles roles) {
    this.parts = roles.study().stream().map(cells::column).toList();
    this.year = roles.year().isEmpty() ? null : cells.column(roles.year());
    this.missing = roles.missing();
  }

  /** The columns that labels come from, for messages. */
  String columns() {
    if (parts.isEmpty()) {
      return "study";
    }
    return String.join(", ", parts.stream().map(CellColumn::name).toList());
  }

  String of(int row) {
    if (parts.isEmpty()) {
      return "Study " + (row + 1);
    }
    StringBuilder label = new StringBuilder();
    for (CellColumn part : parts) {
      append(label, part, row);
    }
    if (!label.isEmpty() && year != null && !year.isMissing(row, missing)) {
      if (!containsNumber(label.toString(), year.text(row))) {
        append(label, year, row);
      }
    }
    return label.toString();
  }

  private void append(StringBuilder label, CellColumn part, int row) {
    if (!part.isMissing(row, missing)) {
      label.append(label.isEmpty() ? "" : " ").append(part.text(row));
    }
  }

  /**
   * Whether a label names the number on its own: 1948 is in "Aronson 1948", not in "Trial 19481".
   */
  static boolean containsNumber(String label, String number) {
    for (int at = label.indexOf(number); at >= 0; at = label.indexOf(number, at + 1)) {
      int end = at + number.length();
      boolean startsHere = at == 0 || !Character.isDigit(label.charAt(at - 1));
      boolean endsHere = end == label.length() || !Character.isDigit(label.charAt(end));
      if (startsHere && endsHere) {
        return true;
      }
    }
    return false;
  }
}
