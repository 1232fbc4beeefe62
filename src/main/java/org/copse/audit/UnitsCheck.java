package org.copse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Means or SDs some power of ten away from those of the other studies.
 *
 * <p><b>Formula:</b> d = log₁₀|x| less the median of all groups of the outcome; called when |d| is
 * above 1.6 (a factor of 40) and above 5 robust spreads. At least 5 studies; means only where nine
 * in ten have one sign, as a change around 0 has no unit to tell.
 */
final class UnitsCheck {

  private static final double LEAST = 1.6;
  private static final double SPREADS = 5;

  private UnitsCheck() {}

  static void run(AuditTable table, Findings findings) {
    for (AuditData part : table.data()) {
      List<AuditData.Means> groups = SdAgainstOthersCheck.groups(part);
      if (!groups.isEmpty()) {
        for (List<Integer> rows : table.strata()) {
          stratum(rows, groups, findings);
        }
      }
    }
  }

  private static void stratum(List<Integer> rows, List<AuditData.Means> groups, Findings findings) {
    Spread means = spread(rows, groups, AuditData.Means::mean, true);
    Spread sds = spread(rows, groups, AuditData.Means::sd, false);
    for (int i : rows) {
      for (AuditData.Means m : groups) {
        double mean = away(m.mean(), i, means);
        double sd = away(m.sd(), i, sds);
        if (mean != 0 || sd != 0) {
          add(m, i, mean, sd, findings);
        }
      }
    }
  }

  /** Median and spread of the logs, of size 0 where they cannot be compared. */
  private static Spread spread(
      List<Integer> rows,
      List<AuditData.Means> groups,
      Function<AuditData.Means, AuditColumn> part,
      boolean oneSign) {
    List<Double> logs = new ArrayList<>();
    int positive = 0;
    int studies = 0;
    for (int i : rows) {
      boolean has = false;
      for (AuditData.Means m : groups) {
        AuditColumn column = part.apply(m);
        if (column.has(i) && column.value(i) != 0) {
          logs.add(Math.log10(Math.abs(column.value(i))));
          positive += column.value(i) > 0 ? 1 : 0;
          has = true;
        }
      }
      studies += has ? 1 : 0;
    }
    double share = positive / (double) Math.max(1, logs.size());
    boolean comparable = !oneSign || share >= 0.9 || share <= 0.1;
    return studies < EffectsCheck.FEWEST || !comparable
        ? new Spread(0, 0, 0)
        : Spread.of(logs.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Powers of ten away from the others, 0 where not outlying. */
  private static double away(AuditColumn column, int i, Spread spread) {
    if (spread.size() == 0 || !column.has(i) || column.value(i) == 0) {
      return 0;
    }
    double away = Math.log10(Math.abs(column.value(i))) - spread.median();
    return Math.abs(away) > Math.max(LEAST, SPREADS * spread.spread()) ? away : 0;
  }

  private static void add(AuditData.Means m, int i, double mean, double sd, Findings findings) {
    AuditColumn seen = mean != 0 ? m.mean() : m.sd();
    double away = mean != 0 ? mean : sd;
    findings.add(
        Check.UNITS,
        Severity.WARNING,
        i,
        Findings.names(
            mean != 0 ? m.mean() : AuditColumn.absent(), sd != 0 ? m.sd() : AuditColumn.absent()),
        "%s is about %s times the others"
            .formatted(Text.of(seen.value(i)), Text.rounded(Math.pow(10, Math.rint(away)))),
        mean != 0 && sd != 0
            ? "Mean and SD are both off: another unit."
            : "One cell off alone is more often a slipped decimal point than another unit.",
        "Check the unit in the paper (ml and l, pg and ng, days and weeks) and convert it.");
  }
}
