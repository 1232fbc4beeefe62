package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same trial or population in more than one row of an outcome, as its id declares.
 *
 * <p>Rows of one label are parts of one report: the patients of a population are the most that any
 * report has, and each report with as many counts as the whole. Rows that report nothing are left
 * out, as they are not pooled.
 */
final class PopulationCheck {

  private PopulationCheck() {}

  static void run(AuditTable table, Findings findings) {
    if (table.populationColumn().isEmpty()) {
      return;
    }
    Map<String, Overlap> found = new LinkedHashMap<>();
    for (List<Integer> stratum : table.strata()) {
      Map<String, List<Integer>> populations = new LinkedHashMap<>();
      for (int i : stratum) {
        if (!table.population(i).isEmpty() && table.hasOutcome(i)) {
          populations.computeIfAbsent(table.population(i), p -> new ArrayList<>()).add(i);
        }
      }
      populations.forEach(
          (id, rows) -> {
            if (rows.size() > 1) {
              found.computeIfAbsent(key(table, id, rows), k -> new Overlap(id)).add(rows);
            }
          });
    }
    found.values().forEach(overlap -> overlap.report(table, findings));
  }

  /** The same reports of one population make one finding, however many outcomes they report. */
  private static String key(AuditTable table, String id, List<Integer> rows) {
    StringBuilder key = new StringBuilder(id);
    rows.forEach(
        i ->
            key.append('\u0000')
                .append(table.label(i))
                .append('\u0000')
                .append(table.patients(i, true))
                .append('\u0000')
                .append(table.patients(i, false)));
    return key.toString();
  }

  /** One population's rows, of one outcome or of several with the same reports. */
  private static final class Overlap {
    private final String id;
    private final List<Integer> first = new ArrayList<>();
    private final List<Integer> all = new ArrayList<>();
    private int outcomes;

    Overlap(String id) {
      this.id = id;
    }

    void add(List<Integer> rows) {
      if (outcomes == 0) {
        first.addAll(rows);
      }
      all.addAll(rows);
      outcomes++;
    }

    void report(AuditTable table, Findings findings) {
      Map<String, Reports.Report> reports = Reports.of(table, first);
      double whole =
          reports.values().stream().mapToDouble(Reports.Report::patients).max().orElse(Double.NaN);
      long times = times(reports, whole);
      String outcome = outcomes > 1 ? ", in each of %s outcomes".formatted(outcomes) : "";
      String what =
          times > 1
              ? "%s: %s patients entered %s times, in %s rows%s"
                  .formatted(id, Text.of(whole), times, first.size(), outcome)
              : "%s: in %s rows%s".formatted(id, first.size(), outcome);
      boolean parts = reports.size() == 1;
      findings.add(
          Check.SAME_POPULATION,
          parts ? Severity.NOTE : Severity.WARNING,
          all,
          table.populationColumn(),
          what,
          parts
              ? "All are of one report, %s If they are parts, no patient is entered twice."
                  .formatted(Reports.text(reports))
              : "The rows share patients: pooled as independent, their intervals are too narrow. "
                  + Reports.text(reports),
          parts
              ? "Make sure that they are parts, not arms with one control group or time points."
              : "Keep one report a trial, or pool with the covariance of shared patients.");
    }
  }

  /**
   * How often the largest report's patients are entered: once for each report of all of them, and
   * once for each set of smaller ones that adds up to them, as two halves under labels of their
   * own.
   */
  private static long times(Map<String, Reports.Report> reports, double whole) {
    double sum = reports.values().stream().mapToDouble(Reports.Report::patients).sum();
    double ratio = sum / whole;
    return Math.abs(ratio - Math.rint(ratio)) < 1e-9
        ? (long) Math.rint(ratio)
        : reports.values().stream().filter(r -> r.patients() == whole).count();
  }
}
