package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.copse.audit.Audit;
import org.copse.audit.Finding;
import org.copse.audit.Severity;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** An audit as a table: one row a finding, under a heading for each severity. */
public final class AuditReport {

  /** Findings that are shown; the others are counted, and all are in the audit itself. */
  private static final int SHOWN = 200;

  private static final int ROWS = 8;

  private AuditReport() {}

  /**
   * Table of findings.
   *
   * @param audit the audit
   * @return errors first; what was looked at and what was not below
   */
  public static ReportTable of(Audit audit) {
    ReportTable.Builder table =
        ReportTable.of(
            audit.summary(),
            Column.text("Row"),
            Column.text("Study"),
            Column.text("Column"),
            Column.text("Severity"),
            Column.text("What"),
            Column.text("Why"),
            Column.text("Remedy"));
    List<Finding> shown = audit.findings().stream().limit(SHOWN).toList();
    Severity last = null;
    for (Finding finding : shown) {
      if (finding.severity() != last) {
        last = finding.severity();
        table.row(Kind.HEADING, heading(last, audit.count(last)));
      }
      table.row(
          rows(finding),
          finding.study().isEmpty() ? Numbers.ABSENT : finding.study(),
          finding.column(),
          finding.severity().label(),
          finding.check().label() + ": " + finding.what(),
          finding.why(),
          finding.remedy());
    }
    return table.notes(notes(audit, shown.size())).build();
  }

  private static List<String> heading(Severity severity, int count) {
    String name = severity.label().substring(0, 1).toUpperCase(Locale.ROOT);
    String text = "%s%ss (%s)".formatted(name, severity.label().substring(1), count);
    return List.of(text, "", "", "", "", "", "");
  }

  private static String rows(Finding finding) {
    if (finding.rows().isEmpty()) {
      return "all";
    }
    String first =
        finding.rows().stream().limit(ROWS).map(String::valueOf).collect(Collectors.joining(", "));
    int more = finding.rows().size() - ROWS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static List<String> notes(Audit audit, int shown) {
    List<String> notes = new ArrayList<>();
    if (audit.findings().isEmpty()) {
      notes.add("Nothing found: nothing contradicts itself, which does not make the table right.");
    }
    if (audit.findings().size() > shown) {
      notes.add(
          "The first %s of %s findings; Tables.of(audit) holds all."
              .formatted(shown, audit.findings().size()));
    }
    if (!audit.lookedAt().isEmpty()) {
      notes.add("Looked at. " + String.join("; ", audit.lookedAt()) + ".");
    }
    if (!audit.unchecked().isEmpty()) {
      notes.add("Not checked. " + String.join(" ", audit.unchecked()));
    }
    return notes;
  }
}
