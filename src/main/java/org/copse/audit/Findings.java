package org.copse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the findings of all checks. */
final class Findings {

  private final AuditTable table;
  private final List<Finding> all = new ArrayList<>();

  Findings(AuditTable table) {
    this.table = table;
  }

  /** A finding in one row, given by index. */
  void add(
      Check check,
      Severity severity,
      int row,
      String columns,
      String what,
      String why,
      String do_) {
    add(check, severity, List.of(row), columns, what, why, do_);
  }

  /** A finding in several rows, given by index; none for a whole column. */
  void add(
      Check check,
      Severity severity,
      List<Integer> rows,
      String columns,
      String what,
      String why,
      String remedy) {
    String study = rows.isEmpty() ? "" : table.label(rows.get(0));
    List<Integer> numbered = rows.stream().map(i -> i + 1).toList();
    all.add(new Finding(check, severity, numbered, study, columns, what, why, remedy));
  }

  List<Finding> all() {
    return all;
  }

  /** Names of the columns that are there, as a finding names them. */
  static String names(AuditColumn... columns) {
    return Stream.of(columns)
        .filter(c -> !c.isAbsent())
        .map(AuditColumn::name)
        .collect(Collectors.joining(", "));
  }
}
