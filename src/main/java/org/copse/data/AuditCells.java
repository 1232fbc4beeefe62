package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.audit.AuditColumn;
import org.copse.audit.Check;
import org.copse.audit.Finding;
import org.copse.audit.Severity;

/** Columns of cells as columns of printed numbers; what cannot be read becomes a finding. */
final class AuditCells {

  private final CellTable cells;
  private final Roles roles;
  private final List<String> labels;
  private final Map<String, AuditColumn> read = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  AuditCells(CellTable cells, Roles roles, List<String> labels) {
    this.cells = cells;
    this.roles = roles;
    this.labels = labels;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether at least half of the cells that are not missing are numbers or bounds. */
  boolean isNumeric(CellColumn column) {
    if (column.isTyped()) {
      return true;
    }
    int present = 0;
    int numbers = 0;
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i, roles.missing())) {
        present++;
        String text = column.text(i);
        numbers += Double.isNaN(number(text)) && Double.isNaN(bound(text)) ? 0 : 1;
      }
    }
    return present > 0 && 2 * numbers >= present;
  }

  /** A percentage: a percent sign at the end of a cell is part of how it is printed. */
  AuditColumn percent(String name) {
    return column(name, true);
  }

  AuditColumn numbers(String name) {
    return column(name, false);
  }

  /** Years; the letter of 1981a is part of how a report is cited. */
  AuditColumn years(String name) {
    CellColumn column = cells.column(name);
    if (column.isTyped()) {
      return numbers(name);
    }
    String[] texts = new String[column.size()];
    for (int i = 0; i < texts.length; i++) {
      String text = column.text(i);
      texts[i] = text.matches("\\d{4}[a-z]") ? text.substring(0, 4) : text;
    }
    return read(CellColumn.ofTexts(name, texts), false);
  }

  private AuditColumn column(String name, boolean bounds) {
    AuditColumn known = read.get(name);
    if (known == null) {
      known = read(cells.column(name), bounds);
      read.put(name, known);
    }
    return known;
  }

  /** As {@link #numbers} for a column of p values, whose bounds are checked like values. */
  AuditColumn pValues(String name) {
    return column(name, true);
  }

  private AuditColumn read(CellColumn column, boolean bounds) {
    int k = column.size();
    double[] values = new double[k];
    double[] half = new double[k];
    double[] below = new double[k];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(below, Double.NaN);
    boolean computed = ColumnWords.split(column.name()).contains("derived");
    for (int i = 0; i < k; i++) {
      if (column.isMissing(i, roles.missing())) {
        continue;
      }
      computed |= !column.how(i).isEmpty();
      if (column.isTyped()) {
        typed(column, i, values, half);
      } else {
        text(column, i, bounds, values, half, below);
      }
    }
    AuditColumn result = AuditColumn.of(column.name(), values, half).below(below);
    return computed ? result.asDerived() : result;
  }

  private void typed(CellColumn column, int i, double[] values, double[] half) {
    double value = column.number(i, PercentRule.REFUSED);
    if (!Double.isFinite(value)) {
      unreadable(column, i, "infinite", "Correct the cell.");
      return;
    }
    values[i] = value;
    half[i] = column.halfUnit(i, PercentRule.REFUSED);
  }

  private void text(
      CellColumn column, int i, boolean bounds, double[] values, double[] half, double[] below) {
    String text = column.text(i);
    double value = number(text);
    double bound = bound(text);
    if (!Double.isNaN(value)) {
      values[i] = value;
      String digits = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
      half[i] = halfUnit(digits);
    } else if (bounds && !Double.isNaN(bound)) {
      below[i] = bound;
    } else if (!Double.isNaN(bound)) {
      add(column, i, Severity.NOTE, text, "A bound is no value; the cell was not checked.", "");
    } else {
      unreadable(column, i, text, Numbers.complaint(text, column.name()).remedy());
    }
  }

  private void unreadable(CellColumn column, int i, String text, String remedy) {
    add(column, i, Severity.WARNING, text, "The cell holds no number and was not checked.", remedy);
  }

  private void add(
      CellColumn column, int i, Severity severity, String text, String why, String remedy) {
    String what = "'" + text + "'";
    String todo = remedy.isEmpty() ? "Give the exact number or leave the cell empty." : remedy;
    findings.add(
        new Finding(
            Check.CELL, severity, List.of(i + 1), labels.get(i), column.name(), what, why, todo));
  }

  private static double halfUnit(String digits) {
    try {
      return Numbers.halfUnit(digits);
    } catch (NumberFormatException e) {
      // an exponent beyond all decimals: the number has been read as 0
      return 0;
    }
  }

  /** The number in a text, with a percent sign or without; NaN where there is none. */
  private static double number(String text) {
    return Numbers.parse(text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
  }

  /** The number behind "&lt;" or "≤", NaN where the text is no such bound. */
  private static double bound(String text) {
    boolean isBound = !text.isEmpty() && (text.charAt(0) == '<' || text.charAt(0) == '≤');
    return isBound ? number(text.substring(1).strip()) : Double.NaN;
  }
}
