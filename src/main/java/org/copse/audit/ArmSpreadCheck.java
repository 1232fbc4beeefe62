package org.copse.audit;

/**
 * SDs of the two arms that are far apart.
 *
 * <p><b>Formula:</b> |log SD₁/SD₂| above log 3 and above 4 of its standard errors, √(½/(n₁−1) +
 * ½/(n₂−1)).
 */
final class ArmSpreadCheck {

  private static final double RATIO = Math.log(3);
  private static final double ERRORS = 4;

  private ArmSpreadCheck() {}

  static void run(AuditTable table, Findings findings) {
    for (AuditData part : table.data()) {
      if (part instanceof AuditData.TwoMeans two) {
        for (int i = 0; i < table.rows(); i++) {
          row(two.treatment(), two.control(), i, findings);
        }
      }
    }
  }

  private static void row(AuditData.Means a, AuditData.Means b, int i, Findings findings) {
    if (!usable(a, i) || !usable(b, i)) {
      return;
    }
    double ratio = Math.log(a.sd().value(i) / b.sd().value(i));
    double se = Math.sqrt(0.5 / (a.n().value(i) - 1) + 0.5 / (b.n().value(i) - 1));
    if (Math.abs(ratio) > Math.max(RATIO, ERRORS * se)) {
      findings.add(
          Check.SD_RATIO,
          Severity.NOTE,
          i,
          Findings.names(a.sd(), b.sd()),
          "%s and %s".formatted(Text.of(a.sd().value(i)), Text.of(b.sd().value(i))),
          "One arm spreads %s times as much as the other."
              .formatted(Text.rounded(Math.exp(Math.abs(ratio)))),
          "Check for a standard error, a unit or a misprint in one of them.");
    }
  }

  private static boolean usable(AuditData.Means m, int i) {
    return m.sd().has(i) && m.n().has(i) && m.sd().value(i) > 0 && m.n().value(i) > 1;
  }
}
