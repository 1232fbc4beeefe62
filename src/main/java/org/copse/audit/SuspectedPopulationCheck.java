package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same patients in more than one row, suspected: reports with equal totals in both arms, rows
 * of one report adding up to another, one label twice.
 *
 * <p>Equal totals may be chance. Of k studies of a size, about k²/2 · 1/(2 n₁) · 1/(0.2 n₂/2) pairs
 * agree in both arms, as n₂ is mostly within a tenth of n₁ and n₁ within a factor of three: warned
 * of below 0.02 such pairs, noted below 0.2 or where names share their first word. Rows whose
 * population is declared are left to that.
 */
final class SuspectedPopulationCheck {

  private static final double WARNED = 0.02;
  private static final double NOTED = 0.2;

  /** What equal totals were found of, in one outcome or several. */
  private static final class Match {
    private final List<Integer> rows = new ArrayList<>();
    private int outcomes;
    private int reports;
    private boolean warned;
  }

  private final AuditTable table;
  private final Findings findings;

  private SuspectedPopulationCheck(AuditTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static void run(AuditTable table, Findings findings) {
    SuspectedPopulationCheck check = new SuspectedPopulationCheck(table, findings);
    Map<String, Match> found = new LinkedHashMap<>();
    for (List<Integer> stratum : table.strata()) {
      check.stratum(stratum, found);
    }
    found.forEach(check::report);
    check.labels();
  }

  private void stratum(List<Integer> stratum, Map<String, Match> found) {
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
          double chance = chance(reports, used.size());
          boolean told = chance < NOTED || sharesName(reports);
          if (reports.size() > 1 && !declared(reports) && told) {
            StringBuilder key = new StringBuilder(totals);
            if (!table.studyColumn().isEmpty()) {
              reports.forEach(r -> key.append('\u0000').append(table.label(r.rows().get(0))));
            }
            Match match = found.computeIfAbsent(key.toString(), k -> new Match());
            reports.forEach(r -> match.rows.addAll(r.rows()));
            match.outcomes++;
            match.reports = Math.max(match.reports, reports.size());
            match.warned |= chance < WARNED;
          }
        });
  }

  private boolean declared(List<Reports.Report> reports) {
    String first = table.population(reports.get(0).rows().get(0));
    return !first.isEmpty()
        && reports.stream()
            .allMatch(r -> r.rows().stream().allMatch(i -> table.population(i).equals(first)));
  }

  /** How many such agreements to expect among so many studies. */
  private static double chance(List<Reports.Report> reports, int studies) {
    Reports.Report one = reports.get(0);
    double pairs =
        studies
            * (double) studies
            / 2
            / (2 * one.treatment())
            / (0.1 * Math.max(10, one.control()));
    return Math.pow(pairs, reports.size() - 1);
  }

  private boolean sharesName(List<Reports.Report> reports) {
    String name = firstWord(reports.get(0));
    return !name.isEmpty() && reports.stream().allMatch(r -> firstWord(r).equals(name));
  }

  /** The first word of a label that is a name: not "Study 12" against "Study 13". */
  private String firstWord(Reports.Report report) {
    String[] words = table.label(report.rows().get(0)).split("[^\\p{L}\\p{N}'’-]+", 2);
    String word = words[0].toLowerCase(java.util.Locale.ROOT);
    return word.length() < 3 || word.equals("study") || word.equals("trial") ? "" : word;
  }

  private void report(String key, Match match) {
    Map<String, Reports.Report> reports = Reports.of(table, match.rows);
    int outcomes = match.outcomes;
    String totals = key.split("\u0000", 2)[0];
    boolean split = outcomes == 1 && reports.values().stream().anyMatch(r -> r.rows().size() > 1);
    List<String> labels = new ArrayList<>(reports.keySet());
    findings.add(
        Check.SAME_POPULATION,
        match.warned ? Severity.WARNING : Severity.NOTE,
        match.rows,
        table.reportColumns(),
        "%s reports have %s patients%s: %s"
            .formatted(match.reports, totals, split ? ", some in parts" : "", Text.some(labels)),
        "Equal totals in both arms suggest the same patients, entered %s times%s."
            .formatted(
                match.reports, outcomes > 1 ? " in each of %s outcomes".formatted(outcomes) : ""),
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
        table.reportColumns(),
        "%s label(s) stand in more than one row: %s"
            .formatted(twice.size(), Text.some(new ArrayList<>(twice.keySet()))),
        "Arms, subgroups or time points of one study share patients; a second entry doubles them.",
        "Say which with cluster(...), or name the column of outcomes with"
            + " auditing().outcome(...).");
  }
}
