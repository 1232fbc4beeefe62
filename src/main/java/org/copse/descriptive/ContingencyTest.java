package org.copse.descriptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Tests of independence in a table of counts, categories by groups. Categories and groups without
 * patients are left out, and said so; a single category or group gives no test.
 */
public enum ContingencyTest {
  /**
   * Fisher's exact test of a table of any size, two-sided: the probability, with all margins fixed,
   * of tables no more probable than the one observed.
   *
   * <p><b>Edge cases</b>: a table whose enumeration would take more than a few seconds is tested by
   * {@link #FISHER_SIMULATED} instead, which the result's method and a note say. <b>Accuracy</b>:
   * 1e-10. <b>Source</b>: Fisher, J R Stat Soc 1935;98:39; Freeman, Halton, Biometrika 1951;38:141;
   * enumeration over a network with longest and shortest paths after Mehta, Patel, JASA
   * 1983;78:427. R: {@code fisher.test(x)$p.value}.
   */
  FISHER_EXACT("Fisher's exact test") {
    @Override
    GroupComparison test(long[][] counts, List<String> notes) {
      OptionalDouble p = FisherExact.p(counts);
      if (p.isEmpty()) {
        notes.add("the table has too many others of its margins to enumerate them");
        return FISHER_SIMULATED.test(counts, notes);
      }
      return new GroupComparison(
          label(), "", OptionalDouble.empty(), OptionalInt.empty(), p, notes);
    }
  },
  /**
   * Fisher's test by simulation: (1 + tables no more probable than observed) / (1 + tables), of
   * 1,000 to 10,000 tables drawn with the same margins; a note states how many, the seed and the
   * standard error. <b>Accuracy</b>: that standard error. <b>Source</b>: Hope, J R Stat Soc B
   * 1968;30:582. R: {@code fisher.test(x, simulate.p.value = TRUE)}.
   */
  FISHER_SIMULATED("Fisher's exact test, simulated") {
    @Override
    GroupComparison test(long[][] counts, List<String> notes) {
      FisherSimulated drawn = FisherSimulated.of(counts);
      notes.add(
          String.format(
              Locale.ROOT,
              "p of %,d tables drawn with the same margins (seed %d), standard error %.2g",
              drawn.tables(),
              FisherSimulated.SEED,
              drawn.standardError()));
      return new GroupComparison(
          label(),
          "",
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalDouble.of(drawn.p()),
          notes);
    }
  },
  /**
   * Pearson's chi-squared test without correction: Σ (O − E)² / E on (r − 1)(c − 1) degrees of
   * freedom. <b>Accuracy</b>: closed form, 1e-12. <b>Source</b>: Pearson, Phil Mag 1900;50:157. R:
   * {@code chisq.test(x, correct = FALSE)}.
   */
  CHI_SQUARED("Chi-squared test") {
    @Override
    GroupComparison test(long[][] counts, List<String> notes) {
      return chiSquared(label(), counts, 0, notes);
    }
  },
  /**
   * Pearson's chi-squared test with Yates' correction in a 2 × 2 table: each |O − E| is brought
   * nearer 0 by ½, at most by itself. Larger tables are not corrected. <b>Accuracy</b>: closed
   * form, 1e-12. <b>Source</b>: Yates, J R Stat Soc Suppl 1934;1:217. R: {@code chisq.test(x)}.
   */
  CHI_SQUARED_YATES("Chi-squared test with Yates' correction") {
    @Override
    GroupComparison test(long[][] counts, List<String> notes) {
      boolean small = counts.length == 2 && counts[0].length == 2;
      String name = small ? label() : CHI_SQUARED.label();
      return chiSquared(name, counts, small ? 0.5 : 0, notes);
    }
  };

  private static final double FEW = 5;

  /** Sums of so large counts are still exact. */
  private static final long LARGEST = 1_000_000_000_000L;

  private final String label;

  ContingencyTest(String label) {
    this.label = label;
  }

  /**
   * Name of the test.
   *
   * @return for example "Fisher's exact test"
   */
  public String label() {
    return label;
  }

  /**
   * Tests a table.
   *
   * @param counts a row a category, a column a group
   * @return the test
   * @throws IllegalArgumentException when rows differ in length, or counts are negative
   */
  public GroupComparison of(long[][] counts) {
    requireCounts(counts);
    List<String> notes = new ArrayList<>();
    long[][] kept = withoutEmpty(counts, notes);
    if (kept.length < 2 || kept[0].length < 2) {
      return GroupComparison.none(
          label, kept.length < 2 ? "fewer than 2 categories" : "fewer than 2 groups");
    }
    return test(kept, notes);
  }

  abstract GroupComparison test(long[][] counts, List<String> notes);

  private static void requireCounts(long[][] counts) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i].length != counts[0].length) {
        problems.add(
            "row %s must have %s counts, was %s"
                .formatted(i + 1, counts[0].length, counts[i].length));
      }
      for (int j = 0; j < counts[i].length; j++) {
        if (counts[i][j] < 0) {
          problems.add(
              "row %s, column %s must be 0 or more, was %s".formatted(i + 1, j + 1, counts[i][j]));
        } else if (counts[i][j] > LARGEST) {
          problems.add(
              "row %s, column %s must be at most %s, was %s"
                  .formatted(i + 1, j + 1, LARGEST, counts[i][j]));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot test the counts: %s. Correct them.".formatted(String.join("; ", problems)));
    }
  }

  private static long[][] withoutEmpty(long[][] counts, List<String> notes) {
    List<long[]> rows = new ArrayList<>();
    for (long[] row : counts) {
      if (sum(row) > 0) {
        rows.add(row);
      }
    }
    int columns = counts.length == 0 ? 0 : counts[0].length;
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      int column = j;
      if (rows.stream().anyMatch(row -> row[column] > 0)) {
        kept.add(j);
      }
    }
    note(notes, counts.length - rows.size(), "category", "categories");
    note(notes, columns - kept.size(), "group", "groups");
    return rows.stream()
        .map(row -> kept.stream().mapToLong(j -> row[j]).toArray())
        .toArray(long[][]::new);
  }

  private static void note(List<String> notes, int left, String one, String several) {
    if (left > 0) {
      notes.add("%s %s without patients left out".formatted(left, left == 1 ? one : several));
    }
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  private static GroupComparison chiSquared(
      String method, long[][] counts, double correction, List<String> notes) {
    double[] columns = new double[counts[0].length];
    double total = 0;
    for (long[] row : counts) {
      for (int j = 0; j < row.length; j++) {
        columns[j] += row[j];
        total += row[j];
      }
    }
    double sum = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (long[] row : counts) {
      double inRow = sum(row);
      for (int j = 0; j < row.length; j++) {
        double expected = inRow * columns[j] / total;
        double away = Math.abs(row[j] - expected);
        double nearer = away - Math.min(correction, away);
        sum += nearer * nearer / expected;
        smallest = Math.min(smallest, expected);
      }
    }
    if (smallest < FEW) {
      notes.add("an expected count is below 5: the chi-squared distribution is only near");
    }
    int df = (counts.length - 1) * (columns.length - 1);
    double p = ChiSquaredDistribution.of(df).survivalProbability(sum);
    return new GroupComparison(
        method, "χ²", OptionalDouble.of(sum), OptionalInt.of(df), OptionalDouble.of(p), notes);
  }
}
