package org.copse.audit;

import java.util.ArrayList;
import java.util.List;

/** Log values in a column of ratios, and ratios in a column of logs. */
final class ScaleCheck {

  private final AuditTable table;
  private final Findings findings;

  private ScaleCheck(AuditTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static void run(AuditTable table, Findings findings) {
    ScaleCheck check = new ScaleCheck(table, findings);
    table.eachContrast(
        c -> {
          check.ratios(c);
          check.logs(c);
        });
  }

  private void ratios(AuditData.Contrast c) {
    List<Integer> bad = new ArrayList<>();
    int present = 0;
    for (int i = 0; i < table.rows(); i++) {
      if (c.scale(i) == ContrastScale.RATIO && c.estimate().has(i)) {
        present++;
        if (c.estimate().value(i) <= 0 || below(c.low(), i) || below(c.high(), i)) {
          bad.add(i);
        }
      }
    }
    if (bad.size() > 1 && 5 * bad.size() >= present) {
      findings.add(
          Check.LOG_OR_RAW,
          Severity.ERROR,
          bad,
          Findings.names(c.estimate(), c.low(), c.high()),
          "%s of %s ratios are 0 or negative".formatted(bad.size(), present),
          "A ratio is positive: these look like logarithms.",
          "Take them as log ratios with standard errors, or take exp of estimate and limits.");
      return;
    }
    for (int i : bad) {
      findings.add(
          Check.LOG_OR_RAW,
          Severity.ERROR,
          i,
          Findings.names(c.estimate(), c.low(), c.high()),
          IntervalCheck.text(c, i),
          "A ratio and its limits are positive: this may be a logarithm, or a difference.",
          "Check the cells and the measure in the paper; take exp of logarithms.");
    }
  }

  /** A negative limit; 0 may be rounded. */
  private static boolean below(AuditColumn limit, int i) {
    return limit.has(i) && limit.value(i) < 0;
  }

  /** Logs that are all positive and have intervals symmetric only as ratios. */
  private void logs(AuditData.Contrast c) {
    List<Integer> off = new ArrayList<>();
    int present = 0;
    for (int i = 0; i < table.rows(); i++) {
      if (c.scale(i) == ContrastScale.LOG_RATIO && c.hasInterval(i)) {
        present++;
        if (c.low().value(i) > 0
            && IntervalCheck.isLopsided(c, i, ContrastScale.DIFFERENCE)
            && !IntervalCheck.isLopsided(c, i, ContrastScale.RATIO)) {
          off.add(i);
        }
      }
    }
    if (off.size() > 1 && 2 * off.size() > present) {
      findings.add(
          Check.LOG_OR_RAW,
          Severity.WARNING,
          off,
          Findings.names(c.estimate(), c.low(), c.high()),
          "%s of %s intervals are symmetric as ratios, not as logarithms"
              .formatted(off.size(), present),
          "The column's name says log, its numbers say ratio.",
          "Compare with the paper: a log hazard ratio of 0.7 is a hazard ratio of 2.");
    }
  }
}
