package org.copse.descriptive;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.copse.numeric.LogFactorial;
import org.copse.numeric.LongRun;
import org.copse.numeric.SeededBlocks;

/**
 * Fisher's test from tables drawn at random with the margins of the observed one: the share of
 * those no more probable, the observed one counted among them.
 *
 * @param p (1 + tables no more probable) / (1 + tables)
 * @param tables how many were drawn
 */
record FisherSimulated(double p, int tables) {

  static final long SEED = 1;

  private static final double TIE = 1e-7;
  private static final int MOST_TABLES = 10_000;
  private static final int FEWEST_TABLES = 1_000;
  private static final long MOST_CELLS = 20_000_000;

  static FisherSimulated of(long[][] counts) {
    long[] rows = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    long[] columns = new long[counts[0].length];
    double observed = 0;
    for (long[] row : counts) {
      for (int j = 0; j < columns.length; j++) {
        columns[j] += row[j];
        observed -= LogFactorial.of(row[j]);
      }
    }
    long cells = (long) rows.length * columns.length;
    int tables = (int) Math.max(FEWEST_TABLES, Math.min(MOST_TABLES, MOST_CELLS / cells));
    boolean[] extreme = new boolean[tables];
    double limit = observed + TIE;
    SeededBlocks.draw(
        tables,
        SEED,
        (random, from, to) -> {
          for (int t = from; t < to; t++) {
            LongRun.heed();
            extreme[t] = draw(random, rows.clone(), columns) <= limit;
          }
        });
    long found = IntStream.range(0, tables).filter(t -> extreme[t]).count();
    return new FisherSimulated((1.0 + found) / (1.0 + tables), tables);
  }

  /** Spreads each column over what is left of the rows; ln Π 1/x! of the table. */
  private static double draw(UniformRandomProvider random, long[] left, long[] columns) {
    double log = 0;
    long all = Arrays.stream(left).sum();
    for (int j = 0; j < columns.length - 1; j++) {
      long toPlace = columns[j];
      long rest = all;
      for (int i = 0; i < left.length && toPlace > 0; i++) {
        long others = rest - left[i];
        rest = others;
        long x =
            others == 0 ? toPlace : new HypergeometricDraw(left[i], others, toPlace).from(random);
        left[i] -= x;
        toPlace -= x;
        log -= LogFactorial.of(x);
      }
      all -= columns[j];
    }
    for (long x : left) {
      log -= LogFactorial.of(x);
    }
    return log;
  }

  /** Standard error of p. */
  double standardError() {
    return Math.sqrt(p * (1 - p) / tables);
  }
}
