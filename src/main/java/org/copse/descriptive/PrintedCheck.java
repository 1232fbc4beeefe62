package org.copse.descriptive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.copse.convert.Printed;
import org.copse.descriptive.PrintedCounts.Row;

/**
 * What does not agree within a printed table: percentages beside their counts, categories beside
 * the size of their group, parts beside wholes, groups beside the total.
 *
 * <p>A percentage agrees when count / size lies within half a unit of its last printed place.
 *
 * @param percents percentages checked
 * @param sums sums checked
 * @param findings what does not agree, in the order of the table
 */
public record PrintedCheck(int percents, int sums, List<PrintedFinding> findings) {

  /**
   * Copies the findings.
   *
   * @param percents as above
   * @param sums as above
   * @param findings as above
   */
  public PrintedCheck {
    findings = List.copyOf(findings);
  }

  static PrintedCheck of(PrintedCounts table) {
    List<PrintedFinding> findings = new ArrayList<>();
    int percents = 0;
    int[] sums = {0};
    sizes(table, findings);
    for (Row row : table.rows()) {
      for (int g = 0; g < table.groups().size(); g++) {
        if (!row.percents().get(g).isBlank()) {
          percents++;
          percent(table, row, g, findings);
        }
      }
      groups(table, row, sums, findings);
      exceeding(table, row, findings);
    }
    for (String variable : table.variables()) {
      List<Row> rows = table.rows().stream().filter(r -> r.variable().equals(variable)).toList();
      for (int g = 0; g < table.groups().size(); g++) {
        if (table.adds(variable)) {
          sum(table, rows, "", g, sums, findings);
        }
        for (Row row : rows) {
          if (rows.stream().anyMatch(part -> part.parent().equals(row.level()))) {
            sum(table, rows, row.level(), g, sums, findings);
          }
        }
      }
    }
    return new PrintedCheck(percents, sums[0], findings);
  }

  private static void percent(PrintedCounts table, Row row, int g, List<PrintedFinding> findings) {
    long n = row.counts().get(g);
    long size = table.sizes().get(g);
    String text = row.percents().get(g).strip();
    double exact = 100.0 * n / size;
    if (Printed.of(text).covers(exact)) {
      return;
    }
    BigDecimal printed = new BigDecimal(text);
    BigDecimal share = BigDecimal.valueOf(n).multiply(BigDecimal.valueOf(100));
    BigDecimal all = BigDecimal.valueOf(size);
    int places = Math.max(0, printed.scale());
    BigDecimal rounded = share.divide(all, places, RoundingMode.HALF_UP);
    boolean cut = share.divide(all, places, RoundingMode.DOWN).compareTo(printed) == 0;
    String how =
        "%s / %s = %s %%%s"
            .formatted(
                n,
                size,
                share.divide(all, places + 3, RoundingMode.HALF_UP).toPlainString(),
                cut ? ", cut off in place of rounded" : "");
    findings.add(
        new PrintedFinding(
            cut ? PrintedFinding.Kind.PERCENT_CUT_OFF : PrintedFinding.Kind.PERCENT,
            row.variable(),
            row.level(),
            table.groups().get(g),
            "%s (%s)".formatted(n, text),
            "%s (%s)".formatted(n, rounded.toPlainString()),
            how));
  }

  /** The head, which is no cell of the table and not counted as a sum: groups beside the total. */
  private static void sizes(PrintedCounts table, List<PrintedFinding> findings) {
    Row head = new Row("Patients", "", "", false, table.sizes(), List.of());
    groups(table, head, new int[1], findings);
  }

  /** Where a variable's sums are not checked, a category still has no more than all patients. */
  private static void exceeding(PrintedCounts table, Row row, List<PrintedFinding> findings) {
    for (int g = 0; g < table.sizes().size() && !table.adds(row.variable()); g++) {
      long size = table.sizes().get(g);
      if (row.counts().get(g) > size) {
        findings.add(
            new PrintedFinding(
                PrintedFinding.Kind.SUM,
                row.variable(),
                row.level(),
                table.groups().get(g),
                Long.toString(row.counts().get(g)),
                "at most " + size,
                "%s > %s".formatted(row.counts().get(g), size)));
      }
    }
  }

  private static void groups(
      PrintedCounts table, Row row, int[] sums, List<PrintedFinding> findings) {
    if (table.total().isEmpty() || table.groups().size() < 2) {
      return;
    }
    int total = table.total().get();
    sums[0]++;
    long sum = 0;
    List<String> terms = new ArrayList<>();
    for (int g = 0; g < row.counts().size(); g++) {
      if (g != total) {
        sum += row.counts().get(g);
        terms.add(Long.toString(row.counts().get(g)));
      }
    }
    add(
        PrintedFinding.Kind.GROUPS,
        row.variable(),
        row.level(),
        table.groups().get(total),
        row.counts().get(total),
        terms,
        sum,
        findings);
  }

  /** Categories without a parent against the group, or parts against their whole. */
  private static void sum(
      PrintedCounts table,
      List<Row> rows,
      String parent,
      int g,
      int[] sums,
      List<PrintedFinding> findings) {
    sums[0]++;
    long whole = table.sizes().get(g);
    long sum = 0;
    List<String> terms = new ArrayList<>();
    for (Row row : rows) {
      if (row.parent().equals(parent)) {
        sum += row.counts().get(g);
        terms.add(Long.toString(row.counts().get(g)));
      }
      if (!parent.isEmpty() && row.level().equals(parent)) {
        whole = row.counts().get(g);
      }
    }
    PrintedFinding.Kind kind =
        parent.isEmpty() ? PrintedFinding.Kind.SUM : PrintedFinding.Kind.PARTS;
    String variable = rows.get(0).variable();
    add(kind, variable, parent, table.groups().get(g), whole, terms, sum, findings);
  }

  private static void add(
      PrintedFinding.Kind kind,
      String variable,
      String level,
      String group,
      long whole,
      List<String> terms,
      long sum,
      List<PrintedFinding> findings) {
    if (sum != whole) {
      findings.add(
          new PrintedFinding(
              kind,
              variable,
              level,
              group,
              Long.toString(whole),
              Long.toString(sum),
              String.join(" + ", terms) + " = " + sum));
    }
  }

  /**
   * Whether all agrees.
   *
   * @return true without findings
   */
  public boolean agrees() {
    return findings.isEmpty();
  }

  @Override
  public String toString() {
    return "%s percentages and %s sums checked, %s do not agree"
        .formatted(percents, sums, findings.size());
  }
}
