package org.copse.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;

/** Numbers that their kind rules out: negative counts, totals of 0, p above 1, an SD of 0. */
final class RangeCheck {

  private final AuditTable table;
  private final Findings findings;

  private RangeCheck(AuditTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  static void run(AuditTable table, Findings findings) {
    new RangeCheck(table, findings).run();
  }

  private void run() {
    Set<AuditColumn> events = identitySet();
    Set<AuditColumn> totals = identitySet();
    Set<AuditColumn> percents = identitySet();
    Set<AuditColumn> sds = identitySet();
    Set<AuditColumn> ses = identitySet();
    Set<AuditColumn> ps = identitySet();
    table.eachCounts(
        c -> {
          events.add(c.events());
          totals.add(c.total());
          percents.add(c.percent());
        });
    table.eachMeans(
        m -> {
          totals.add(m.n());
          sds.add(m.sd());
          ses.add(m.se());
        });
    table.eachContrast(
        c -> {
          ses.add(c.se());
          ps.add(c.p());
        });
    totals.add(table.randomised());
    totals.addAll(table.looseTotals());
    events.forEach(c -> each(c, v -> v < 0, "a count cannot be negative"));
    totals.forEach(c -> each(c, v -> v < 1, "a group has at least one patient"));
    sds.forEach(c -> each(c, v -> v < 0, "a standard deviation cannot be negative"));
    ses.forEach(c -> each(c, v -> v < 0, "a standard error cannot be negative"));
    ps.forEach(c -> each(c, v -> v < 0 || v > 1, "a p value lies between 0 and 1"));
    percents.forEach(this::percents);
    events.forEach(this::whole);
    totals.forEach(this::whole);
    sds.forEach(c -> zero(c, "No patient differed from any other."));
    ses.forEach(c -> zero(c, "An estimate without error would have all the weight."));
    ps.forEach(this::zeroP);
  }

  private static Set<AuditColumn> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private List<Integer> rows(AuditColumn column, DoublePredicate bad) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      if (column.has(i) && bad.test(column.value(i))) {
        rows.add(i);
      }
    }
    return rows;
  }

  private void each(AuditColumn column, DoublePredicate bad, String rule) {
    for (int i : rows(column, bad)) {
      findings.add(
          Check.RANGE,
          Severity.ERROR,
          i,
          column.name(),
          Text.of(column.value(i)),
          "Impossible: " + rule + ".",
          "Check the cell, and whether the column is what its name says.");
    }
  }

  /** Percentages between 0 and 100; a column of fractions is one finding and no percentages. */
  private void percents(AuditColumn column) {
    each(column, v -> v < 0 || v > 100, "a percentage of patients lies between 0 and 100");
    if (areFractions(table, column)) {
      findings.add(
          Check.UNITS,
          Severity.WARNING,
          List.of(),
          column.name(),
          "no value above 1",
          "These look like fractions, where 0.14 means 14 %.",
          "Multiply them by 100. They were not checked against counts.");
    }
  }

  /** Whether a column named as percent holds fractions: none above 1, and some well inside. */
  static boolean areFractions(AuditTable table, AuditColumn column) {
    int inside = 0;
    int present = 0;
    for (int i = 0; i < table.rows(); i++) {
      if (column.has(i)) {
        present++;
        if (column.value(i) > 1) {
          return false;
        }
        inside += column.value(i) > 0 && column.value(i) < 1 ? 1 : 0;
      }
    }
    return present >= 3 && 2 * inside >= present;
  }

  private void whole(AuditColumn column) {
    if (column.isDerived()) {
      return;
    }
    for (int i : rows(column, v -> v != Math.rint(v))) {
      findings.add(
          Check.RANGE,
          Severity.WARNING,
          i,
          column.name(),
          Text.of(column.value(i)) + " is no whole number",
          "Patients are counted whole, unless the number was adjusted for clusters.",
          "Check the cell; if it is an effective sample size, say so in the report.");
    }
  }

  private void zero(AuditColumn column, String why) {
    for (int i : rows(column, v -> v == 0)) {
      findings.add(
          Check.RANGE,
          Severity.WARNING,
          i,
          column.name(),
          "0",
          why,
          "Check whether the paper prints it, or whether it was rounded or stands for missing.");
    }
  }

  private void zeroP(AuditColumn column) {
    for (int i : rows(column, v -> v == 0)) {
      findings.add(
          Check.RANGE,
          Severity.NOTE,
          i,
          column.name(),
          "0",
          "A p value is above 0: it was printed rounded, or as a bound.",
          "Write it as printed, for example <0.001; no standard error follows from it.");
    }
  }
}
