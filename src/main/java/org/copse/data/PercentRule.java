package org.copse.data;

import java.math.BigDecimal;

/** What "5%" is taken for in a column. */
enum PercentRule {
  /** Nothing: an error. */
  REFUSED(1),
  /** 0.05. */
  FRACTION(0.01),
  /** 5. */
  POINTS(1);

  final double unit;

  PercentRule(double unit) {
    this.unit = unit;
  }

  /** The number in a cell, NaN where it holds none or lacks the sign that the column has. */
  double parse(String cell) {
    if (this == REFUSED) {
      return Numbers.parse(cell);
    }
    String points = cell.endsWith("%") ? digits(cell) : "";
    double value = Numbers.parse(points);
    if (this == POINTS || Double.isNaN(value)) {
      return value;
    }
    // Two places to the left in decimal: 35 * 0.01 would not be the double nearest to 0.35.
    return BigDecimal.valueOf(value).movePointLeft(2).doubleValue();
  }

  /** A computed number as a cell of the column would hold it, so that it is read back the same. */
  String text(double value) {
    return switch (this) {
      case REFUSED -> Double.toString(value);
      case POINTS -> value + "%";
      case FRACTION ->
          Double.isFinite(value)
              ? BigDecimal.valueOf(value).movePointRight(2).toPlainString() + "%"
              : value + "%";
    };
  }

  double halfUnit(String cell) {
    return Numbers.halfUnit(this == REFUSED ? cell : digits(cell)) * unit;
  }

  Numbers.Complaint complaint(String cell, String column) {
    if (this != REFUSED && !Double.isNaN(Numbers.parse(cell))) {
      return new Numbers.Complaint(
          "column '" + column + "' was declared as percent and must hold a percent sign",
          "Write " + cell + "% if that is meant, or do not declare the column as percent.");
    }
    return Numbers.complaint(this == REFUSED ? cell : digits(cell), column);
  }

  private static String digits(String cell) {
    return cell.endsWith("%") ? cell.substring(0, cell.length() - 1).strip() : cell;
  }
}
