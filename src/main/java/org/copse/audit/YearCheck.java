package org.copse.audit;

import java.util.ArrayList;
import java.util.List;

/** Years in the future, and years that are none. */
final class YearCheck {

  /** Lind's trial of scurvy was printed in 1753; nothing to pool is older. */
  private static final int FIRST = 1700;

  /** More than this many odd years are a column of something else, not misprints. */
  private static final int MANY = 3;

  private YearCheck() {}

  static void run(AuditTable table, Findings findings) {
    AuditColumn years = table.years();
    List<Integer> odd = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      if (years.has(i) && years.value(i) > table.thisYear()) {
        future(table, i, findings);
      } else if (years.has(i)
          && (years.value(i) < FIRST || years.value(i) != Math.rint(years.value(i)))) {
        odd.add(i);
      }
    }
    if (odd.size() > MANY) {
      findings.add(
          Check.YEAR,
          Severity.NOTE,
          odd,
          years.name(),
          "%s values are no years, such as %s"
              .formatted(odd.size(), Text.of(years.value(odd.get(0)))),
          "The column may hold something else than years of publication.",
          "Name another column with year(...), if there is one.");
      return;
    }
    for (int i : odd) {
      findings.add(
          Check.YEAR,
          Severity.WARNING,
          i,
          years.name(),
          Text.of(years.value(i)) + " is no year of publication",
          "Two digits, an age or a duration sort and group wrongly.",
          "Write the year with four digits.");
    }
  }

  private static void future(AuditTable table, int i, Findings findings) {
    double year = table.years().value(i);
    boolean next = year == table.thisYear() + 1;
    findings.add(
        Check.YEAR,
        next ? Severity.NOTE : Severity.ERROR,
        i,
        table.years().name(),
        Text.of(year) + " is in the future",
        next
            ? "Journals date issues ahead by some months, not more."
            : "Nothing has been published yet in that year.",
        "Check for a misprint.");
  }
}
