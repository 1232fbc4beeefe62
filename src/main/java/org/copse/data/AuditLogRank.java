package org.copse.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.audit.AuditColumn;
import org.copse.audit.AuditData;
import org.copse.audit.AuditTable;
import org.copse.audit.Check;
import org.copse.audit.ContrastScale;
import org.copse.audit.Finding;
import org.copse.audit.Severity;
import org.copse.data.ColumnWords.Role;
import org.copse.numeric.Quantiles;

/** O − E and V as log hazard ratios, and χ² as p values, for the checks that take those. */
final class AuditLogRank {

  private static final double NORMAL = Double.POSITIVE_INFINITY;

  private final AuditCells read;
  private final AuditTable.Builder table;
  private final List<String> labels;

  AuditLogRank(AuditCells read, AuditTable.Builder table, List<String> labels) {
    this.read = read;
    this.table = table;
    this.labels = labels;
  }

  /** Adds O − E and V of one group of columns; returns the columns that were taken, or none. */
  Set<String> place(Map<Role, String> group) {
    String oe = group.get(Role.OBSERVED_MINUS_EXPECTED);
    String v = group.get(Role.VARIANCE);
    if (oe == null || v == null) {
      return Set.of();
    }
    AuditColumn differences = read.numbers(oe);
    AuditColumn variances = read.numbers(v);
    int k = labels.size();
    double[] estimates = new double[k];
    double[] errors = new double[k];
    for (int i = 0; i < k; i++) {
      double variance = variances.value(i);
      estimates[i] = variance > 0 ? differences.value(i) / variance : Double.NaN;
      errors[i] = variance > 0 ? 1 / Math.sqrt(variance) : Double.NaN;
      if (variance <= 0) {
        impossible(i, v, variance, "V is a variance and must be above 0.");
      }
    }
    String ratio = "%s / %s".formatted(oe, v);
    table.add(
        new AuditData.Contrast(
            AuditColumn.exact(ratio, estimates).asDerived(),
            AuditColumn.absent(),
            AuditColumn.absent(),
            AuditColumn.exact(v, errors).asDerived(),
            AuditColumn.absent(),
            List.of(ContrastScale.LOG_RATIO)));
    table.lookedAt("O \u2212 E and V, as log hazard ratios: %s, %s".formatted(oe, v));
    return Set.of(oe, v);
  }

  /** The p values of a column of χ² with 1 degree of freedom. */
  AuditColumn p(String name) {
    AuditColumn column = read.numbers(name);
    int k = labels.size();
    double[] p = new double[k];
    double[] half = new double[k];
    for (int i = 0; i < k; i++) {
      double chi = column.value(i);
      p[i] = chi < 0 ? Double.NaN : ofChiSquared(chi);
      if (chi < 0) {
        impossible(i, name, chi, "\u03c7\u00b2 is a sum of squares and cannot be negative.");
      }
      boolean known = !Double.isNaN(p[i]);
      half[i] = known ? widest(p[i], chi, column.halfUnit(i)) : 0;
      p[i] = known ? readable(p[i]) : p[i];
    }
    return AuditColumn.of(name, p, half).asDerived();
  }

  /** To four digits, as a p value is printed; far more than the check can tell apart. */
  private static double readable(double p) {
    return new BigDecimal(p).round(new MathContext(4)).doubleValue();
  }

  private static double widest(double p, double chi, double half) {
    return Math.max(ofChiSquared(Math.max(0, chi - half)) - p, p - ofChiSquared(chi + half));
  }

  private static double ofChiSquared(double chi) {
    return Quantiles.twoSidedP(Math.sqrt(chi), NORMAL);
  }

  private void impossible(int row, String column, double value, String why) {
    table.finding(
        new Finding(
            Check.RANGE,
            Severity.ERROR,
            List.of(row + 1),
            labels.get(row),
            column,
            "%s is %s".formatted(column, Numbers.text(value)),
            why,
            "Check the cell, and whether the columns stand in for each other."));
  }
}
