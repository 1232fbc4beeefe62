package org.copse.descriptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.copse.numeric.LogFactorial;
import org.copse.numeric.LongRun;

/**
 * The exact test over a network: a stage a row of the table, a node what of the columns' margins is
 * left, a path a table. From each node the largest and smallest probability of what follows and the
 * sum of all are known, so that whole bundles of paths are added or dropped at once.
 */
final class FisherExact {

  /** R counts a table within 1e-7 of the observed probability as equally probable. */
  private static final double TIE = 1e-7;

  /** Terms below this share of the observed one add nothing to a double. */
  private static final double NOTHING = 1e-20;

  /** Each stage is a call within the one before it. */
  private static final int MOST_STAGES = 300;

  /** Cells of all nodes looked up: some 25 bytes each. */
  private static final long MOST_CELLS = 8_000_000;

  private static final long MOST_WAYS = 40_000_000;

  /** Ways held at a time, of some 50 bytes each. */
  private static final long MOST_KEPT = 2_000_000;

  /** What can follow from a node: logarithms of Σ, largest and smallest Π 1/x!. */
  private record Rest(double sum, double largest, double smallest) {}

  /** More others of the margins than can be followed. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many tables", null, false, false);
    }
  }

  private final long[] rows;
  private final long[] columns;
  private final List<Map<List<Long>, Rest>> known = new ArrayList<>();
  private long cells;
  private long ways;
  private long kept;

  private FisherExact(long[] rows, long[] columns) {
    this.rows = rows;
    this.columns = columns;
    for (int i = 0; i <= rows.length; i++) {
      known.add(new HashMap<>());
    }
  }

  /** The p-value; empty where enumeration would take more than a few seconds. */
  static OptionalDouble p(long[][] counts) {
    long[] rows = new long[counts.length];
    long[] columns = new long[counts[0].length];
    double observed = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        rows[i] += counts[i][j];
        columns[j] += counts[i][j];
        observed -= LogFactorial.of(counts[i][j]);
      }
    }
    if (rows.length == 2 && columns.length == 2) {
      return OptionalDouble.of(fourfold(rows, columns, counts[0][0]));
    }
    // the shorter margin is the node, so that there are few of them; large rows come last
    boolean turn = columns.length > rows.length;
    long[] stages = turn ? columns : rows;
    Arrays.sort(stages);
    FisherExact test = new FisherExact(stages, turn ? rows : columns);
    try {
      refuse(stages.length > MOST_STAGES);
      return OptionalDouble.of(test.tail(observed));
    } catch (TooMany e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * The hypergeometric distribution of one cell: Σ P(x) of those no more probable than observed,
   * each from its neighbour by a ratio, outwards from the mode until nothing is added any more.
   */
  private static double fourfold(long[] rows, long[] columns, long observed) {
    long low = Math.max(0, columns[0] - rows[1]);
    long high = Math.min(rows[0], columns[0]);
    double all = (double) rows[0] + rows[1];
    long mode = (long) ((rows[0] + 1.0) * (columns[0] + 1.0) / (all + 2));
    mode = Math.max(low, Math.min(high, mode));
    double d = observed - mode;
    double share =
        Math.exp(
            -LogFactorial.difference(mode, d)
                - LogFactorial.difference((double) rows[0] - mode, -d)
                - LogFactorial.difference((double) columns[0] - mode, -d)
                - LogFactorial.difference((double) rows[1] - columns[0] + mode, d));
    double most = share * (1 + TIE);
    double[] sums = {1, 1 <= most ? 1 : 0};
    double term = 1;
    for (long x = mode; x < high && term > share * NOTHING; x++) {
      term *= ratio(rows, columns, x);
      add(sums, term, most);
    }
    term = 1;
    for (long x = mode - 1; x >= low && term > share * NOTHING; x--) {
      term /= ratio(rows, columns, x);
      add(sums, term, most);
    }
    return Math.min(1, sums[1] / sums[0]);
  }

  private static void add(double[] sums, double term, double most) {
    sums[0] += term;
    sums[1] += term <= most ? term : 0;
  }

  /** P(x + 1) / P(x). */
  private static double ratio(long[] rows, long[] columns, long x) {
    double up = ((double) rows[0] - x) * ((double) columns[0] - x);
    return up / ((x + 1.0) * ((double) rows[1] - columns[0] + x + 1));
  }

  private double tail(double observed) {
    List<Long> start = sorted(columns);
    double total = rest(0, start).sum();
    double limit = observed + Math.log1p(TIE);
    Map<List<Long>, FisherWays> stage = Map.of(start, FisherWays.start());
    double p = 0;
    for (int i = 0; i < rows.length; i++) {
      Map<List<Long>, FisherWays> next = new HashMap<>();
      kept = 0;
      for (Map.Entry<List<Long>, FisherWays> node : stage.entrySet()) {
        LongRun.heed();
        p += step(i, node.getKey(), node.getValue(), next, limit, total);
      }
      stage = next;
    }
    return Math.min(1, p);
  }

  /** Moves the ways to a node one row on; returns the probability of what is settled by it. */
  private double step(
      int row,
      List<Long> node,
      FisherWays pasts,
      Map<List<Long>, FisherWays> next,
      double limit,
      double total) {
    double[] settled = {0};
    arcs(
        row,
        node,
        (after, arc) -> {
          Rest rest = rest(row + 1, after);
          refuse((ways += pasts.size()) > MOST_WAYS || kept > MOST_KEPT);
          double allSettled = limit - arc - rest.largest();
          double someSettled = limit - arc - rest.smallest();
          double factor = arc + rest.sum() - total;
          FisherWays there = next.getOrDefault(after, new FisherWays());
          int before = there.size();
          pasts.forEach(
              (log, times) -> {
                if (log <= allSettled) {
                  settled[0] += times * Math.exp(log + factor);
                } else if (log <= someSettled) {
                  there.add(log + arc, times);
                }
              });
          kept += there.size() - before;
          if (before == 0 && there.size() > 0) {
            next.put(after, there);
          }
        });
    return settled[0];
  }

  private Rest rest(int row, List<Long> node) {
    Rest found = known.get(row).get(node);
    if (found != null) {
      return found;
    }
    Rest rest = row == rows.length ? new Rest(0, 0, 0) : follow(row, node);
    known.get(row).put(node, rest);
    return rest;
  }

  private Rest follow(int row, List<Long> node) {
    List<Double> sums = new ArrayList<>();
    double[] bounds = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    arcs(
        row,
        node,
        (after, arc) -> {
          Rest rest = rest(row + 1, after);
          sums.add(arc + rest.sum());
          bounds[0] = Math.max(bounds[0], arc + rest.largest());
          bounds[1] = Math.min(bounds[1], arc + rest.smallest());
        });
    double top = sums.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double sum = sums.stream().mapToDouble(s -> Math.exp(s - top)).sum();
    return new Rest(top + Math.log(sum), bounds[0], bounds[1]);
  }

  private interface Arc {
    void to(List<Long> after, double log);
  }

  /** All ways to spread a row over what is left of the columns. */
  private void arcs(int row, List<Long> node, Arc arc) {
    spread(node, new long[node.size()], 0, rows[row], 0, arc);
  }

  private void spread(List<Long> node, long[] left, int column, long toPlace, double log, Arc arc) {
    if (column == left.length - 1) {
      LongRun.heed();
      if (toPlace <= node.get(column)) {
        refuse((cells += left.length) > MOST_CELLS);
        left[column] = node.get(column) - toPlace;
        arc.to(sorted(left), log - LogFactorial.of(toPlace));
      }
      return;
    }
    long room = 0;
    for (int j = column + 1; j < left.length; j++) {
      room += node.get(j);
    }
    for (long x = Math.max(0, toPlace - room); x <= Math.min(toPlace, node.get(column)); x++) {
      left[column] = node.get(column) - x;
      spread(node, left, column + 1, toPlace - x, log - LogFactorial.of(x), arc);
    }
  }

  private static void refuse(boolean tooMany) {
    if (tooMany) {
      throw new TooMany();
    }
  }

  private static List<Long> sorted(long[] values) {
    return Arrays.stream(values).sorted().boxed().toList();
  }
}
