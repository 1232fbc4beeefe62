package org.copse.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an audit found, what it looked at, and what it could not check. Immutable.
 *
 * <p>Findings are sorted by severity, errors first, then by row. An audit without findings says
 * that nothing contradicts itself, not that the table is right.
 */
public final class Audit {

  private final String name;
  private final int rowCount;
  private final List<Finding> findings;
  private final List<String> lookedAt;
  private final List<String> unchecked;

  Audit(
      String name,
      int rowCount,
      List<Finding> findings,
      List<String> lookedAt,
      List<String> unchecked) {
    this.name = name;
    this.rowCount = rowCount;
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Finding::severity).thenComparingInt(Finding::row));
    this.findings = List.copyOf(sorted);
    this.lookedAt = List.copyOf(lookedAt);
    this.unchecked = List.copyOf(unchecked);
  }

  /**
   * Name of the table.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Rows of the table.
   *
   * @return their number
   */
  public int rowCount() {
    return rowCount;
  }

  /**
   * All findings.
   *
   * @return errors first, then warnings and notes, each by row
   */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * What was taken for what, and which checks it went through.
   *
   * @return sentences
   */
  public List<String> lookedAt() {
    return lookedAt;
  }

  /**
   * Columns and checks that were left out, with the reason.
   *
   * @return sentences
   */
  public List<String> unchecked() {
    return unchecked;
  }

  /**
   * Whether there is no error and no warning.
   *
   * @return true also when there are notes
   */
  public boolean isClean() {
    return count(Severity.ERROR) == 0 && count(Severity.WARNING) == 0;
  }

  /**
   * Number of findings of a severity.
   *
   * @param severity the severity
   * @return how many
   */
  public int count(Severity severity) {
    return (int) findings.stream().filter(f -> f.severity() == severity).count();
  }

  /**
   * The findings of a severity only.
   *
   * @param severity the severity
   * @return a new audit
   */
  public Audit withSeverity(Severity severity) {
    return filtered(f -> f.severity() == severity);
  }

  /**
   * The findings of a check only.
   *
   * @param check the check
   * @return a new audit
   */
  public Audit withCheck(Check check) {
    return filtered(f -> f.check() == check);
  }

  /**
   * The findings that concern a row only.
   *
   * @param row 1 for the first data row
   * @return a new audit
   */
  public Audit withRow(int row) {
    return filtered(f -> f.rows().contains(row));
  }

  private Audit filtered(Predicate<Finding> keep) {
    List<Finding> kept = findings.stream().filter(keep).toList();
    return new Audit(name, rowCount, kept, lookedAt, unchecked);
  }

  /**
   * The counts in one line.
   *
   * @return for example "Audit of 'orr', 8 rows: 2 errors, 1 warning, 0 notes"
   */
  public String summary() {
    return "Audit of '%s', %s rows: %s, %s, %s"
        .formatted(
            name,
            rowCount,
            counted(Severity.ERROR),
            counted(Severity.WARNING),
            counted(Severity.NOTE));
  }

  private String counted(Severity severity) {
    int n = count(severity);
    return n + " " + severity.label() + (n == 1 ? "" : "s");
  }

  @Override
  public String toString() {
    return summary();
  }
}
