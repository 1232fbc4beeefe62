package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same patients in more than one row, suspected: reports with equal totals in both arms, rows
 * of one report adding up to another, one label twice.
 *
 * <p>Equal totals are called where chance is an unlikely reason: at least 100 patients in arms of
 * different sizes, or names that share their first word. Rows whose population is declared are left
 * to that.
 */
final class SuspectedPopulationCheck {

  private static final double TELLING = 100;

  private final AuditTable table;
  private final Findings findings;

  private SuspectedPopulationCheck(AuditTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static void run(AuditTable table, Findings findings) {
    SuspectedPopulationCheck check = new SuspectedPopulationCheck(table, findings);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    Map<String, Integer> outcomes = new LinkedHashMap<>();
    for (List<Integer> stratum : table.strata()) {
      check.stratum(stratum, rows, outcomes);
    }
    rows.forEach((key, all) -> check.report(key, all, outcomes.get(key)));
    check.labels();
  }

  private void stratum(
      List<Integer> stratum, Map<String, List<Integer>> found, Map<String, Integer> outcomes) {
    List<Integer> used = stratum.stream().filter(table::hasOutcome).toList();
    Map<String, List<Reports.Report>> byTotals = new LinkedHashMap<>();
    Reports.of(table, used)
        .forEach(
            (label, report) -> {
              if (!Double.isNaN(report.control())) {
                String totals = Text.of(report.treatment()) + " and " + Text.of(report.control());
                byTotals.computeIfAbsent(totals, t -> new ArrayList<>()).add(report);
              }
            });
    byTotals.forEach(
        (totals, reports) -> {
          if (reports.size() > 1 && !declared(reports) && isTelling(reports)) {
            StringBuilder key = new StringBuilder(totals);
            reports.forEach(r -> key.append('\u0000').append(table.label(r.rows().get(0))));
            List<Integer> all = found.computeIfAbsent(key.toString(), k -> new ArrayList<>());
            reports.forEach(r -> all.addAll(r.rows()));
            outcomes.merge(key.toString(), 1, Integer::sum);
          }
        });
  }

  private boolean declared(List<Reports.Report> reports) {
    String first = table.population(reports.get(0).rows().get(0));
    return !first.isEmpty()
        && reports.stream()
            .allMatch(r -> r.rows().stream().allMatch(i -> table.population(i).equals(first)));
  }

  private boolean isTelling(List<Reports.Report> reports) {
    Reports.Report one = reports.get(0);
    boolean unusual = one.patients() >= TELLING && one.treatment() != one.control();
    String name = firstWord(one);
    return unusual || !name.isEmpty() && reports.stream().allMatch(r -> firstWord(r).equals(name));
  }

  /** The first word of a label that is a name: not "Study 12" against "Study 13". */
  private String firstWord(Reports.Report report) {
    String[] words = table.label(report.rows().get(0)).split("[^\\p{L}\\p{N}'’-]+", 2);
    String word = words[0].toLowerCase(java.util.Locale.ROOT);
    return word.length() < 3 || word.equals("study") || word.equals("trial") ? "" : word;
  }

  private void report(String key, List<Integer> rows, int outcomes) {
    Map<String, Reports.Report> reports = Reports.of(table, rows);
    String totals = key.substring(0, key.indexOf('\u0000'));
    boolean split = outcomes == 1 && reports.values().stream().anyMatch(r -> r.rows().size() > 1);
    List<String> labels = new ArrayList<>(reports.keySet());
    findings.add(
        Check.SAME_POPULATION,
        Severity.WARNING,
        rows,
        table.studyColumn(),
        "%d reports have %s patients%s: %s"
            .formatted(reports.size(), totals, split ? ", some in parts" : "", Text.some(labels)),
        "Equal totals in both arms suggest the same patients, entered %d times%s."
            .formatted(
                reports.size(), outcomes > 1 ? " in each of %d outcomes".formatted(outcomes) : ""),
        "Compare registration numbers, sites and dates; name the column that tells trials apart"
            + " with cluster(...).");
  }

  /** One label twice in an outcome: arms, subgroups, or a report entered twice. */
  private void labels() {
    Map<String, List<Integer>> twice = new LinkedHashMap<>();
    for (List<Integer> stratum : table.strata()) {
      List<Integer> used =
          stratum.stream()
              .filter(table::hasOutcome)
              .filter(i -> table.population(i).isEmpty())
              .toList();
      Reports.of(table, used)
          .forEach(
              (label, report) -> {
                if (report.rows().size() > 1 && !label.isBlank()) {
                  twice.computeIfAbsent(label, l -> new ArrayList<>()).addAll(report.rows());
                }
              });
    }
    if (twice.isEmpty()) {
      return;
    }
    List<Integer> rows = twice.values().stream().flatMap(List::stream).toList();
    findings.add(
        Check.SAME_POPULATION,
        Severity.NOTE,
        rows,
        table.studyColumn(),
        "%d label(s) stand in more than one row: %s"
            .formatted(twice.size(), Text.some(new ArrayList<>(twice.keySet()))),
        "Arms, subgroups or time points of one study share patients; a second entry doubles them.",
        "Say which with cluster(...), or name the column of outcomes with"
            + " auditing().outcome(...).");
  }
}
