package org.copse.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * An SD that is √n times smaller than those of the other studies, so probably a standard error; or
 * √n times larger, so an SD that was taken for a standard error.
 *
 * <p><b>Formula:</b> d = log SD − median log SD of all groups of the outcome; called when |d| is
 * above 3 robust spreads and above log 2.5, and d ± log √n is within 1.5 spreads (at least 0.45) of
 * 0. At least 5 studies.
 */
final class SdAgainstOthersCheck {

  private static final double LEAST = Math.log(2.5);
  private static final double NEAR = 0.45;

  private SdAgainstOthersCheck() {}

  static void run(AuditTable table, Findings findings) {
    for (AuditData part : table.data()) {
      List<AuditData.Means> groups = groups(part);
      if (!groups.isEmpty()) {
        table.strata().forEach(rows -> stratum(rows, groups, findings));
      }
    }
  }

  /** Groups whose spreads are alike: the arms of a comparison. */
  static List<AuditData.Means> groups(AuditData part) {
    if (part instanceof AuditData.TwoMeans two) {
      return List.of(two.treatment(), two.control());
    }
    return part instanceof AuditData.Means means ? List.of(means) : List.of();
  }

  private static void stratum(List<Integer> rows, List<AuditData.Means> groups, Findings findings) {
    List<Double> logs = new ArrayList<>();
    int studies = 0;
    for (int i : rows) {
      boolean has = false;
      for (AuditData.Means m : groups) {
        if (m.sd().has(i) && m.sd().value(i) > 0) {
          logs.add(Math.log(m.sd().value(i)));
          has = true;
        }
      }
      studies += has ? 1 : 0;
    }
    if (studies < EffectsCheck.FEWEST) {
      return;
    }
    Spread spread = Spread.of(logs.stream().mapToDouble(Double::doubleValue).toArray());
    for (int i : rows) {
      for (AuditData.Means m : groups) {
        if (m.sd().has(i) && m.n().has(i) && m.sd().value(i) > 0 && m.n().value(i) > 1) {
          cell(m, i, spread, findings);
        }
      }
    }
  }

  private static void cell(AuditData.Means m, int i, Spread spread, Findings findings) {
    double away = Math.log(m.sd().value(i)) - spread.median();
    double root = Math.log(m.n().value(i)) / 2;
    double near = Math.max(NEAR, 1.5 * spread.spread());
    boolean outlying = Math.abs(away) > Math.max(LEAST, 3 * spread.spread());
    boolean isSe = outlying && away < 0 && Math.abs(away + root) < near;
    boolean fromSd = outlying && away > 0 && Math.abs(away - root) < near;
    if (!isSe && !fromSd) {
      return;
    }
    double other = Math.exp(Math.log(m.sd().value(i)) + (isSe ? root : -root));
    findings.add(
        Check.SD_OR_SE,
        Severity.WARNING,
        i,
        m.sd().name(),
        "%s with n = %s; the median SD is %s"
            .formatted(
                Text.of(m.sd().value(i)),
                Text.of(m.n().value(i)),
                Text.rounded(Math.exp(spread.median()))),
        isSe
            ? "It looks like a standard error: times √n it is %s.".formatted(Text.rounded(other))
            : "It looks like an SD multiplied by √n: without that it is %s."
                .formatted(Text.rounded(other)),
        isSe
            ? "Check the legend of the table; if it is the SE, multiply by √n."
            : "Check whether the paper prints the SD itself.");
  }
}
