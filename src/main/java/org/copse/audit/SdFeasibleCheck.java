package org.copse.audit;

/** SDs that no n whole numbers with the printed mean have; the rules are in {@link SdBounds}. */
final class SdFeasibleCheck {

  private SdFeasibleCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachMeans(
        m -> {
          AuditTable.Scale scale = table.scale(m.mean());
          for (int i = 0; scale != null && i < table.rows(); i++) {
            boolean given = m.mean().has(i) && m.sd().has(i) && SdBounds.isCountable(m, i);
            if (given && m.n().value(i) > 1 && isWithin(m, i, scale)) {
              row(m, i, scale, findings);
            }
          }
        });
  }

  /** A mean outside the scale, or of no whole sum, is GRIM's to report. */
  private static boolean isWithin(AuditData.Means m, int i, AuditTable.Scale scale) {
    double n = m.n().value(i);
    boolean whole = Math.ceil(m.mean().low(i) * n - 1e-9) <= m.mean().high(i) * n + 1e-9;
    return whole && m.mean().value(i) >= scale.low() && m.mean().value(i) <= scale.high();
  }

  private static void row(AuditData.Means m, int i, AuditTable.Scale scale, Findings findings) {
    if (SdBounds.isAttainable(m, i, scale)) {
      return;
    }
    double least = SdBounds.leastSd(m, i);
    double most = SdBounds.mostSd(m, i, scale);
    String why =
        m.sd().value(i) < least
            ? "The smallest possible is %s.".formatted(Text.rounded(least))
            : m.sd().value(i) > most
                ? "The largest possible is %s.".formatted(Text.rounded(most))
                : "No whole sum of squares gives it (GRIMMER).";
    findings.add(
        Check.SD_FEASIBLE,
        Severity.ERROR,
        i,
        Findings.names(m.sd(), m.mean(), m.n()),
        "%s is no SD of %s whole numbers with mean %s"
            .formatted(
                Text.of(m.sd().value(i)), Text.of(m.n().value(i)), Text.of(m.mean().value(i))),
        why,
        "Check for a standard error, a divisor n instead of n − 1, or another number of patients.");
  }
}
