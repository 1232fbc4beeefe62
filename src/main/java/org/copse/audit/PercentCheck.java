package org.copse.audit;

import java.util.ArrayList;
import java.util.List;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Printed;

/**
 * Percentages that no whole count of the patients gives, and counts that disagree with theirs.
 *
 * <p><b>Formula:</b> x of n prints as p when |100 x/n − p| ≤ half a unit of p's last digit.
 */
final class PercentCheck {

  /** How far around the total other totals are tried for the remedy. */
  private static final int NEAR = 6;

  private final AuditTable table;
  private final Findings findings;

  private PercentCheck(AuditTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static void run(AuditTable table, Findings findings) {
    PercentCheck check = new PercentCheck(table, findings);
    table.eachCounts(
        c -> {
          if (!RangeCheck.areFractions(table, c.percent())) {
            for (int i = 0; i < table.rows(); i++) {
              check.row(c, i);
            }
          }
        });
  }

  private void row(AuditData.Counts c, int i) {
    if (c.percent().hasBound(i)) {
      bound(c, i);
    }
    boolean usable = c.percent().has(i) && c.total().has(i) && isWhole(c.total().value(i));
    if (!usable || c.percent().value(i) < 0 || c.percent().value(i) > 100) {
      return;
    }
    boolean attainable = isAttainable(c, i, (long) c.total().value(i));
    if (!attainable) {
      unattainable(c, i);
    }
    if (c.events().has(i)) {
      count(c, i, attainable);
    }
  }

  private static boolean isWhole(double n) {
    return n >= 1 && n == Math.rint(n) && n < 1e15;
  }

  private static boolean isAttainable(AuditData.Counts c, int i, long n) {
    double width = 2 * c.percent().half(i) / 100 * n;
    // wide enough to hold a whole count wherever it lies: nothing to search
    return width > 1.5 || !counts(c, i, n).isEmpty();
  }

  private static AttainableCounts counts(AuditData.Counts c, int i, long n) {
    return AttainableCounts.of(new Printed(c.percent().value(i), c.percent().half(i)), n);
  }

  private void unattainable(AuditData.Counts c, int i) {
    long n = (long) c.total().value(i);
    double percent = c.percent().value(i);
    long below = (long) Math.floor(percent / 100 * n);
    findings.add(
        Check.PERCENT_ATTAINABLE,
        Severity.ERROR,
        i,
        c.percent().name(),
        "%s %% of %s is no whole number of patients".formatted(Text.of(percent), n),
        "%s of %s are %s %%, %s are %s %%."
            .formatted(
                below,
                n,
                Text.rounded(100.0 * below / n),
                below + 1,
                Text.rounded(100.0 * (below + 1) / n)),
        remedy(c, i, n));
  }

  private static String remedy(AuditData.Counts c, int i, long n) {
    if (looksLikeFraction(c, i, n)) {
      return "Check whether a fraction was entered in place of a percentage: %s %% of %s is a whole number of patients."
          .formatted(Text.of(100 * c.percent().value(i)), n);
    }
    List<String> others = new ArrayList<>();
    for (long m = Math.max(1, n - NEAR); m <= n + NEAR; m++) {
      if (m != n && isAttainable(c, i, m)) {
        others.add(Long.toString(m));
      }
    }
    String near = others.isEmpty() ? "" : " (it fits " + String.join(", ", others) + ")";
    return "Look for another number of patients, such as those evaluable%s; a percentage estimated"
            .formatted(near)
        + " over time is no count.";
  }

  /** Whether a value below 1 would be attainable as a fraction of the patients. */
  private static boolean looksLikeFraction(AuditData.Counts c, int i, long n) {
    double value = c.percent().value(i);
    return value > 0
        && value < 1
        && !AttainableCounts.of(new Printed(100 * value, 100 * c.percent().half(i)), n).isEmpty();
  }

  /** A printed count must print as its percentage; a derived one must be the nearest. */
  private void count(AuditData.Counts c, int i, boolean attainable) {
    double events = c.events().value(i);
    double n = c.total().value(i);
    double percent = 100 * events / n;
    Printed printed = new Printed(c.percent().value(i), c.percent().half(i));
    boolean derived = c.events().isDerived();
    if (derived
        ? Math.abs(events - printed.value() / 100 * n) <= 0.5 + 1e-9 * n
        : printed.covers(percent)) {
      return;
    }
    // a derived count off by more than half also disagrees; where none is attainable, one is enough
    if (!derived && !attainable && Math.abs(events - printed.value() / 100 * n) <= 1) {
      return;
    }
    findings.add(
        Check.COUNT_AND_PERCENT,
        derived ? Severity.WARNING : Severity.ERROR,
        i,
        Findings.names(c.events(), c.percent(), c.total()),
        "%s of %s is %s %%, not %s %%"
            .formatted(
                Text.of(events), Text.of(n), Text.rounded(percent), Text.of(printed.value())),
        derived
            ? "The count is said to be derived from the percentage, and is not the nearest."
            : "Count, percentage and total cannot all be right.",
        "Check all three in the paper; percentages are often of the patients evaluable.");
  }

  private void bound(AuditData.Counts c, int i) {
    String stands = "";
    if (c.total().has(i)) {
      double most = Math.ceil(c.percent().bound(i) / 100 * c.total().value(i)) - 1;
      stands =
          most < 1
              ? " No patient of %s.".formatted(Text.of(c.total().value(i)))
              : " 0 to %s of %s patients.".formatted(Text.of(most), Text.of(c.total().value(i)));
    }
    findings.add(
        Check.CELL,
        Severity.NOTE,
        i,
        c.percent().name(),
        "below " + Text.of(c.percent().bound(i)) + " %",
        "A bound is no value." + stands,
        "Leave the cell empty, or pool with the smallest and the largest count.");
  }
}
