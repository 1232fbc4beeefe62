package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows gathered by report: rows of one label are parts of one. */
final class Reports {

  private Reports() {}

  /**
   * One report.
   *
   * @param rows its rows
   * @param treatment patients of one arm, all parts together, NaN where unknown
   * @param control patients of the other, NaN where unknown
   */
  record Report(List<Integer> rows, double treatment, double control) {

    double patients() {
      return Double.isNaN(control) ? treatment : treatment + control;
    }
  }

  static Map<String, Report> of(AuditTable table, List<Integer> rows) {
    Map<String, List<Integer>> byLabel = new LinkedHashMap<>();
    rows.forEach(i -> byLabel.computeIfAbsent(table.label(i), l -> new ArrayList<>()).add(i));
    Map<String, Report> reports = new LinkedHashMap<>();
    byLabel.forEach((label, parts) -> reports.put(label, report(table, parts)));
    return reports;
  }

  static Report report(AuditTable table, List<Integer> parts) {
    double treatment = 0;
    double control = 0;
    for (int i : parts) {
      treatment += table.patients(i, true);
      control += table.patients(i, false);
    }
    return new Report(parts, treatment, control);
  }

  static String text(Map<String, Report> reports) {
    List<String> texts = new ArrayList<>();
    reports.forEach(
        (label, r) ->
            texts.add(
                Double.isNaN(r.patients())
                    ? "%s (%s)".formatted(label, Text.rows(r.rows()))
                    : "%s (%s: %s)".formatted(label, Text.rows(r.rows()), Text.of(r.patients()))));
    return Text.some(texts) + ".";
  }
}
