package org.copse.audit;

import org.copse.numeric.Quantiles;

/**
 * An SD that disagrees with the standard error or the interval of the same mean.
 *
 * <p><b>Formula:</b> SE = SD/√n; 95 % limits mean ± t(n−1) SE (Cochrane Handbook 6.5.2.2).
 */
final class StandardErrorCheck {

  /** How far SDs from an interval may be off before it is called a disagreement: z for t, say. */
  private static final double INTERVAL_SLACK = Math.log(1.35);

  private StandardErrorCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachMeans(
        m -> {
          for (int i = 0; i < table.rows(); i++) {
            if (m.sd().has(i) && m.n().has(i) && m.n().value(i) > 1 && m.sd().value(i) > 0) {
              standardError(m, i, findings);
              interval(m, i, findings);
            }
          }
        });
  }

  private static void standardError(AuditData.Means m, int i, Findings findings) {
    if (!m.se().has(i) || !(m.se().value(i) > 0)) {
      return;
    }
    double root = Math.sqrt(m.n().value(i));
    boolean meets =
        m.sd().low(i) <= m.se().high(i) * root && m.sd().high(i) >= m.se().low(i) * root;
    if (meets) {
      return;
    }
    boolean same = m.sd().low(i) <= m.se().high(i) && m.sd().high(i) >= m.se().low(i);
    findings.add(
        Check.SD_OR_SE,
        Severity.WARNING,
        i,
        Findings.names(m.sd(), m.se(), m.n()),
        "SD %s and SE %s of %s patients"
            .formatted(Text.of(m.sd().value(i)), Text.of(m.se().value(i)), Text.of(m.n().value(i))),
        same
            ? "Both are the same number; SD and SE differ by √n."
            : "SE × √n is %s.".formatted(Text.rounded(m.se().value(i) * root)),
        "Check which of the two the paper prints, and the number of patients behind it.");
  }

  private static void interval(AuditData.Means m, int i, Findings findings) {
    if (!m.low().has(i) || !m.high().has(i) || !(m.high().value(i) > m.low().value(i))) {
      return;
    }
    double n = m.n().value(i);
    double se =
        (m.high().value(i) - m.low().value(i)) / (2 * Quantiles.twoSided(0.95, Math.max(1, n - 1)));
    double off = Math.log(m.sd().value(i) / (se * Math.sqrt(n)));
    if (Math.abs(off) <= INTERVAL_SLACK) {
      return;
    }
    boolean isSe = Math.abs(Math.log(m.sd().value(i) / se)) <= INTERVAL_SLACK;
    findings.add(
        Check.SD_OR_SE,
        Severity.WARNING,
        i,
        Findings.names(m.sd(), m.low(), m.high(), m.n()),
        "SD %s, interval of the mean [%s; %s]"
            .formatted(
                Text.of(m.sd().value(i)), Text.of(m.low().value(i)), Text.of(m.high().value(i))),
        isSe
            ? "The interval shows that this is the standard error."
            : "The interval is that of an SD of %s.".formatted(Text.rounded(se * Math.sqrt(n))),
        isSe
            ? "Multiply it by √n."
            : "Check whether the interval is of the mean, and of this group.");
  }
}
