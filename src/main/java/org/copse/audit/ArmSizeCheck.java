package org.copse.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A study whose arms differ in size as no other study's of the same outcome do: a digit lost or
 * added.
 *
 * <p><b>Formula:</b> rᵢ = log n₁/n₂; |rᵢ − m| above log 4, m their median, where all other studies,
 * four or more, lie within log 2 of m. Allocation in fixed ratios, such as 2 to 1, stays below. The
 * limits are ours.
 */
final class ArmSizeCheck {

  private static final double FAR = Math.log(4);
  private static final double ALIKE = Math.log(2) + 1e-12;
  private static final int FEWEST_OTHERS = 4;

  private ArmSizeCheck() {}

  static void run(AuditTable table, Findings findings) {
    for (AuditData part : table.data()) {
      if (part instanceof AuditData.TwoCounts two) {
        part(table, two.treatment().total(), two.control().total(), findings);
      } else if (part instanceof AuditData.TwoMeans two) {
        part(table, two.treatment().n(), two.control().n(), findings);
      }
    }
  }

  private static void part(AuditTable table, AuditColumn n1, AuditColumn n2, Findings findings) {
    for (List<Integer> stratum : table.strata()) {
      List<Integer> rows = new ArrayList<>(stratum);
      rows.removeIf(i -> !n1.has(i) || !n2.has(i) || n1.value(i) <= 0 || n2.value(i) <= 0);
      if (rows.size() > FEWEST_OTHERS) {
        stratum(rows, n1, n2, findings);
      }
    }
  }

  private static void stratum(
      List<Integer> rows, AuditColumn n1, AuditColumn n2, Findings findings) {
    double[] sorted = rows.stream().mapToDouble(i -> ratio(n1, n2, i)).sorted().toArray();
    double median = sorted[sorted.length / 2];
    List<Integer> unlike = new ArrayList<>(rows);
    unlike.removeIf(i -> Math.abs(ratio(n1, n2, i) - median) <= ALIKE);
    if (unlike.size() == 1 && Math.abs(ratio(n1, n2, unlike.get(0)) - median) > FAR) {
      int i = unlike.get(0);
      findings.add(
          Check.ARM_SIZES,
          Severity.NOTE,
          i,
          Findings.names(n1, n2),
          "%s and %s patients".formatted(Text.of(n1.value(i)), Text.of(n2.value(i))),
          "Arms of one study are rarely so unequal, and those of the other studies are not.",
          "Check both totals for a digit lost or added, and whether one is of all arms together.");
    }
  }

  private static double ratio(AuditColumn n1, AuditColumn n2, int i) {
    return Math.log(n1.value(i) / n2.value(i));
  }
}
