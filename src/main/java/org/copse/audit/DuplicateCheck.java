package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one outcome with the same numbers in every column of data.
 *
 * <p>At least three numbers must agree; with fewer than 100 patients, or none known, that is but a
 * note, unless the label is the same. Rows of one declared population are left to that.
 */
final class DuplicateCheck {

  private static final int FEWEST = 3;

  /** Fewer patients than this may agree by chance. */
  private static final double TELLING = 100;

  private DuplicateCheck() {}

  static void run(AuditTable table, Findings findings) {
    List<AuditColumn> columns =
        table.data().stream()
            .flatMap(part -> part.columns().stream())
            .filter(c -> !c.isDerived())
            .distinct()
            .toList();
    for (List<Integer> stratum : table.strata()) {
      Map<String, List<Integer>> same = new LinkedHashMap<>();
      for (int i : stratum) {
        String numbers = numbers(columns, i);
        if (!numbers.isEmpty()) {
          same.computeIfAbsent(numbers, n -> new ArrayList<>()).add(i);
        }
      }
      for (List<Integer> rows : same.values()) {
        if (rows.size() > 1 && !isDeclared(table, rows)) {
          report(table, columns, rows, findings);
        }
      }
    }
  }

  private static String numbers(List<AuditColumn> columns, int i) {
    StringBuilder key = new StringBuilder();
    int present = 0;
    double size = 0;
    for (AuditColumn column : columns) {
      if (column.has(i)) {
        present++;
        size += Math.abs(column.value(i));
      }
      key.append(column.value(i)).append('|');
    }
    return present >= FEWEST && size > 0 ? key.toString() : "";
  }

  private static boolean isDeclared(AuditTable table, List<Integer> rows) {
    String first = table.population(rows.get(0));
    return !first.isEmpty() && rows.stream().allMatch(i -> table.population(i).equals(first));
  }

  private static void report(
      AuditTable table, List<AuditColumn> columns, List<Integer> rows, Findings findings) {
    String first = table.label(rows.get(0));
    boolean sameLabel = rows.stream().allMatch(i -> table.label(i).equals(first));
    List<AuditColumn> held = columns.stream().filter(c -> c.has(rows.get(0))).toList();
    double patients =
        table.patients(rows.get(0), true) + orNone(table.patients(rows.get(0), false));
    // a ratio and its limits are two free numbers of two digits: without patients, chance too
    boolean small = !sameLabel && !(patients >= TELLING);
    findings.add(
        Check.DUPLICATE_ROW,
        small ? Severity.NOTE : Severity.WARNING,
        rows,
        Findings.names(held.toArray(AuditColumn[]::new)),
        "%s hold the same numbers".formatted(Text.rows(rows)),
        sameLabel
            ? "They have the same label too: one is a second entry."
            : "Studies rarely agree in every number%s: "
                    .formatted(small ? ", though chance may do it here" : "")
                + "%s.".formatted(Text.some(rows.stream().map(table::label).toList())),
        "Remove one, or check which report each row comes from.");
  }

  private static double orNone(double patients) {
    return Double.isNaN(patients) ? 0 : patients;
  }
}
