package org.copse.audit;

/** Years in the future, and years that are none. */
final class YearCheck {

  /** Lind's trial of scurvy was printed in 1753; nothing to pool is older. */
  private static final int FIRST = 1700;

  private YearCheck() {}

  static void run(AuditTable table, Findings findings) {
    AuditColumn years = table.years();
    for (int i = 0; i < table.rows(); i++) {
      if (!years.has(i)) {
        continue;
      }
      double year = years.value(i);
      boolean next = year == table.thisYear() + 1;
      if (year > table.thisYear()) {
        findings.add(
            Check.YEAR,
            next ? Severity.NOTE : Severity.ERROR,
            i,
            years.name(),
            Text.of(year) + " is in the future",
            next
                ? "Journals date issues ahead by some months, not more."
                : "Nothing has been published yet in that year.",
            "Check for a misprint.");
      } else if (year < FIRST || year != Math.rint(year)) {
        findings.add(
            Check.YEAR,
            Severity.WARNING,
            i,
            years.name(),
            Text.of(year) + " is no year of publication",
            "Two digits, an age or a duration sort and group wrongly.",
            "Write the year with four digits, or do not name the column as year.");
      }
    }
  }
}
