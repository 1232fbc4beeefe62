package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.audit.Audit;
import org.copse.audit.Check;
import org.copse.audit.Finding;
import org.copse.audit.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A clean table with one damaged cell: the audit names that row and that column. */
final class AuditDamageTest {

  private static final long SEED = 20261121;
  private static final int STUDIES = 12;

  private static StringColumn text(String name, List<String> cells) {
    return StringColumn.create(name, cells);
  }

  private static List<String> labels(Random random) {
    return IntStream.range(0, STUDIES)
        .mapToObj(i -> "" + (char) ('A' + i) + "uthor " + (1990 + random.nextInt(30)))
        .toList();
  }

  /** Two arms with counts and their percentages, an odds ratio near 0.4. */
  private static Table counts(Random random) {
    Table table = Table.create("counts", text("study", labels(random)));
    for (String arm : List.of("treatment", "control")) {
      IntColumn events = IntColumn.create("events_" + arm);
      IntColumn total = IntColumn.create("total_" + arm);
      StringColumn percent = StringColumn.create("percent_" + arm);
      for (int i = 0; i < STUDIES; i++) {
        int n = 90 + 37 * i + random.nextInt(30);
        double rate = (arm.equals("control") ? 0.42 : 0.22) + 0.04 * random.nextDouble();
        int x = (int) Math.round(rate * n);
        events.append(x);
        total.append(n);
        percent.append(String.format(Locale.ROOT, "%.1f", 100.0 * x / n));
      }
      table.addColumns(events, total, percent);
    }
    return table;
  }

  /** Two arms of means, FEV1 in ml. */
  private static Table means(Random random) {
    Table table = Table.create("means", text("study", labels(random)));
    for (String arm : List.of("1", "2")) {
      IntColumn n = IntColumn.create("n_" + arm);
      DoubleColumn mean = DoubleColumn.create("mean_" + arm);
      DoubleColumn sd = DoubleColumn.create("sd_" + arm);
      for (int i = 0; i < STUDIES; i++) {
        n.append(40 + 13 * i + random.nextInt(10));
        mean.append((arm.equals("1") ? 2600 : 2200) + random.nextInt(60));
        sd.append(600 + random.nextInt(120));
      }
      table.addColumns(n, mean, sd);
    }
    return table;
  }

  /** Hazard ratios near 0.6, as printed, with p. */
  private static Table ratios(Random random) {
    StringColumn[] columns = new StringColumn[4];
    String[] names = {"hr", "ci_low", "ci_high", "p"};
    for (int j = 0; j < 4; j++) {
      columns[j] = StringColumn.create(names[j]);
    }
    for (int i = 0; i < STUDIES; i++) {
      double log = Math.log(0.6) + 0.1 * random.nextGaussian();
      double se = 0.10 + 0.05 * random.nextDouble();
      double p = org.copse.numeric.Quantiles.twoSidedP(log / se, Double.POSITIVE_INFINITY);
      double[] values = {log, log - 1.959964 * se, log + 1.959964 * se};
      for (int j = 0; j < 3; j++) {
        columns[j].append(String.format(Locale.ROOT, "%.2f", Math.exp(values[j])));
      }
      columns[3].append(p < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p));
    }
    return Table.create("ratios", text("study", labels(random))).addColumns(columns);
  }

  private static Audit audit(Table table) {
    return Trials.of(table).auditing().asOf(2026).audit();
  }

  private static void names(Audit audit, Check check, int row, String column, String seed) {
    List<Finding> found = audit.withCheck(check).findings();
    assertTrue(
        found.stream().anyMatch(f -> f.concerns(row + 1, column)),
        () ->
            seed + ": " + check + " of row " + (row + 1) + ", " + column + ": " + audit.findings());
    // and no other row is blamed
    for (Finding finding : serious(audit)) {
      assertTrue(finding.rows().contains(row + 1), () -> seed + ": " + finding);
    }
  }

  /**
   * All but the note on equal ratios, which twelve seeded ones of two digits may have by chance.
   */
  private static List<Finding> serious(Audit audit) {
    return audit.findings().stream()
        .filter(f -> f.check() != Check.DUPLICATE_ROW || f.severity() != Severity.NOTE)
        .toList();
  }

  @Test
  void undamagedTablesAreClean() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      for (Table table : List.of(counts(random), means(random), ratios(random))) {
        assertEquals(List.of(), serious(audit(table)), "seed " + (SEED + s));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"percent_treatment", "percent_control"})
  void aPercentageAsPrintedWrongly(String column) {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = counts(random);
      int row = random.nextInt(STUDIES);
      StringColumn cells = table.stringColumn(column);
      double wrong = Double.parseDouble(cells.get(row)) + 2.3;
      cells.set(row, String.format(Locale.ROOT, "%.1f", wrong));
      names(audit(table), Check.COUNT_AND_PERCENT, row, column, "seed " + (SEED + s));
    }
  }

  @Test
  void aPercentageThatNoCountAttains() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = counts(random);
      table.removeColumns("events_treatment", "events_control");
      int row = random.nextInt(4);
      int n = table.intColumn("total_control").get(row);
      // half way between two counts, to a hundredth
      double wrong = 100 * (Math.round(0.43 * n) + 0.5) / n;
      table.stringColumn("percent_control").set(row, String.format(Locale.ROOT, "%.2f", wrong));
      names(audit(table), Check.PERCENT_ATTAINABLE, row, "percent_control", "seed " + (SEED + s));
    }
  }

  @ParameterizedTest
  @CsvSource({"sd_1", "sd_2"})
  void aStandardErrorForAnSd(String column) {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = means(random);
      int row = random.nextInt(STUDIES);
      int n = table.intColumn(column.replace("sd", "n")).get(row);
      DoubleColumn cells = table.doubleColumn(column);
      cells.set(row, Math.round(cells.get(row) / Math.sqrt(n)));
      names(audit(table), Check.SD_OR_SE, row, column, "seed " + (SEED + s));
    }
  }

  @ParameterizedTest
  @CsvSource({"sd_1", "sd_2"})
  void anSdTakenForAStandardError(String column) {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = means(random);
      int row = random.nextInt(STUDIES);
      int n = table.intColumn(column.replace("sd", "n")).get(row);
      DoubleColumn cells = table.doubleColumn(column);
      cells.set(row, Math.round(cells.get(row) * Math.sqrt(n)));
      names(audit(table), Check.SD_OR_SE, row, column, "seed " + (SEED + s));
    }
  }

  @ParameterizedTest
  @CsvSource({"mean_1, 1000", "mean_2, 0.001", "sd_1, 1000", "sd_2, 0.001", "mean_2, 100"})
  void anotherUnit(String column, double factor) {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = means(random);
      int row = random.nextInt(STUDIES);
      DoubleColumn cells = table.doubleColumn(column);
      cells.set(row, cells.get(row) * factor);
      names(audit(table), Check.UNITS, row, column, "seed " + (SEED + s));
    }
  }

  @Test
  void swappedArms() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = counts(random);
      int row = random.nextInt(STUDIES);
      for (String name : List.of("events_", "total_")) {
        IntColumn one = table.intColumn(name + "treatment");
        IntColumn two = table.intColumn(name + "control");
        int kept = one.get(row);
        one.set(row, (int) two.get(row));
        two.set(row, kept);
      }
      StringColumn one = table.stringColumn("percent_treatment");
      StringColumn two = table.stringColumn("percent_control");
      String kept = one.get(row);
      one.set(row, two.get(row));
      two.set(row, kept);
      names(audit(table), Check.SWAPPED, row, "events_treatment", "seed " + (SEED + s));
    }
  }

  @Test
  void swappedMeans() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = means(random);
      int row = random.nextInt(STUDIES);
      double kept = table.doubleColumn("mean_1").get(row);
      table.doubleColumn("mean_1").set(row, table.doubleColumn("mean_2").get(row));
      table.doubleColumn("mean_2").set(row, kept);
      names(audit(table), Check.SWAPPED, row, "mean_1", "seed " + (SEED + s));
    }
  }

  @Test
  void aDuplicatedRow() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = counts(random);
      int row = random.nextInt(STUDIES);
      Table twice = table.copy().append(table.rows(row));
      Audit audit = audit(twice);
      Finding finding = audit.withCheck(Check.DUPLICATE_ROW).findings().get(0);
      assertEquals(List.of(row + 1, STUDIES + 1), finding.rows(), "seed " + (SEED + s));
      assertTrue(finding.concerns(row + 1, "events_control"), finding.toString());
      assertEquals(Severity.WARNING, finding.severity());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hr, 1.15, INTERVAL_CENTRE",
    "ci_low, 0.7, INTERVAL_CENTRE",
    "ci_high, 1.4, INTERVAL_CENTRE",
    "hr, 2, INTERVAL_ORDER",
    "ci_low, 3, INTERVAL_ORDER",
    "hr, -1, LOG_OR_RAW"
  })
  void anIntervalWithOneMisprint(String column, double factor, Check check) {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = ratios(random);
      int row = random.nextInt(STUDIES);
      StringColumn cells = table.stringColumn(column);
      double wrong = Double.parseDouble(cells.get(row)) * factor;
      cells.set(row, String.format(Locale.ROOT, "%.2f", wrong));
      names(audit(table), check, row, column, "seed " + (SEED + s));
    }
  }

  @Test
  void pOfAnotherResult() {
    for (int s = 0; s < 20; s++) {
      Random random = new Random(SEED + s);
      Table table = ratios(random);
      int row = random.nextInt(STUDIES);
      table.stringColumn("p").set(row, "0.31");
      names(audit(table), Check.INTERVAL_AND_P, row, "p", "seed " + (SEED + s));
    }
  }

  @Test
  void aYearOfTheFuture() {
    Table table = counts(new Random(SEED));
    List<Double> years = new ArrayList<>();
    for (int i = 0; i < STUDIES; i++) {
      years.add(i == 5 ? 2091.0 : 1991 + i);
    }
    table.addColumns(DoubleColumn.create("year", years));
    names(audit(table), Check.YEAR, 5, "year", "year");
  }
}
