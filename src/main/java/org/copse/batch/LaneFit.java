package org.copse.batch;

import static org.copse.batch.BatchColumn.CI_LOWER;
import static org.copse.batch.BatchColumn.CI_UPPER;
import static org.copse.batch.BatchColumn.ESTIMATE;
import static org.copse.batch.BatchColumn.I2_FROM_Q;
import static org.copse.batch.BatchColumn.I2_FROM_TAU2;
import static org.copse.batch.BatchColumn.K;
import static org.copse.batch.BatchColumn.P;
import static org.copse.batch.BatchColumn.Q;
import static org.copse.batch.BatchColumn.SE;
import static org.copse.batch.BatchColumn.STATISTIC;
import static org.copse.batch.BatchColumn.TAU2;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.copse.numeric.Quantiles;

/** Fits the sets of one block and writes the columns that were asked for. */
final class LaneFit {

  /** Blocks that are loaded after one that could not be read in place: the next ones are alike. */
  private static final int PAUSE = 15;

  private final BatchModel model;
  private final BatchInterval interval;
  private final LaneBlock block;
  private final CriticalValues critical;
  private final LaneEstimator estimator;
  private final Supplier<WidePasses> wide;

  /** Whether a set is done when its moments around 0, without and with tau², are known. */
  private final boolean needsMomentsOnly;

  private final boolean needsError;
  private final boolean needsStatistic;
  private final double[] tau2;
  private final double[] s1;
  private final double[] t;
  private final double[] u;
  private final double[] estimate;
  private final double[] error;
  private final double[] other;
  private int pause;

  LaneFit(
      BatchModel model,
      BatchInterval interval,
      double level,
      Set<BatchColumn> columns,
      int studies,
      int lanes,
      Supplier<WidePasses> wide) {
    this.model = model;
    this.interval = model == BatchModel.COMMON ? BatchInterval.WALD : interval;
    this.wide = wide;
    block = new LaneBlock(studies, lanes);
    critical = new CriticalValues(level, studies);
    estimator = LaneEstimator.of(model, block, lanes);
    needsMomentsOnly =
        model == BatchModel.COMMON || model == BatchModel.DL && interval == BatchInterval.WALD;
    needsStatistic = columns.contains(STATISTIC) || columns.contains(P);
    needsError =
        needsStatistic
            || columns.contains(SE)
            || columns.contains(CI_LOWER)
            || columns.contains(CI_UPPER);
    tau2 = new double[lanes];
    s1 = new double[lanes];
    t = new double[lanes];
    u = new double[lanes];
    estimate = new double[lanes];
    error = new double[lanes];
    other = new double[lanes];
  }

  /** Fits {@code count} sets from {@code first} on and writes them from {@code at} on. */
  void fit(BatchSource source, long first, int count, Columns columns, int at) {
    boolean done =
        needsMomentsOnly
            && source instanceof StudyMajor sets
            && fitInPlace(sets, (int) first, count, columns, at);
    if (!done) {
      fitLoaded(source, first, count, columns, at);
    }
    finish(columns, at);
  }

  private void fitLoaded(BatchSource source, long first, int count, Columns columns, int at) {
    block.load(source, first, count);
    // before an estimator moves the centre of the deviations
    heterogeneity(columns, at);
    if (model == BatchModel.COMMON) {
      pooled(columns, at, block.s1, block.t);
      return;
    }
    estimator.estimate(block, tau2);
    between(columns, at);
    if (needsError || columns.has(ESTIMATE)) {
      randomEffects(columns, at);
    }
  }

  private boolean fitInPlace(StudyMajor sets, int first, int count, Columns columns, int at) {
    WidePasses passes = wide.get();
    if (passes == null) {
      return false;
    }
    if (pause > 0) {
      pause--;
      return false;
    }
    if (!block.loadInPlace(passes, sets, first, count, tau2)) {
      pause = PAUSE;
      return false;
    }
    heterogeneity(columns, at);
    if (model == BatchModel.COMMON) {
      pooled(columns, at, block.s1, block.t);
      return true;
    }
    between(columns, at);
    if (needsError || columns.has(ESTIMATE)) {
      passes.weighted(sets, first, block.n, tau2, s1, t);
      pooled(columns, at, s1, t);
    }
    return true;
  }

  private void heterogeneity(Columns columns, int at) {
    int n = block.n;
    if (columns.has(Q)) {
      columns.put(Q, block.q, at, n);
    }
    if (columns.has(I2_FROM_Q)) {
      for (int l = 0; l < n; l++) {
        double df = block.k[l] - 1;
        other[l] = block.q[l] <= df ? 0 : 100 * (block.q[l] - df) / block.q[l];
      }
      columns.put(I2_FROM_Q, other, at, n);
    }
  }

  private void between(Columns columns, int at) {
    int n = block.n;
    if (columns.has(TAU2)) {
      columns.put(TAU2, tau2, at, n);
    }
    if (columns.has(I2_FROM_TAU2)) {
      for (int l = 0; l < n; l++) {
        double typical = (block.k[l] - 1) / block.denominator[l];
        other[l] = 100 * tau2[l] / (tau2[l] + typical);
      }
      columns.put(I2_FROM_TAU2, other, at, n);
    }
  }

  private void randomEffects(Columns columns, int at) {
    Sums.weights(block, tau2, block.w);
    if (needsError && interval != BatchInterval.WALD) {
      Sums.plain(block, block.w, s1);
      Sums.moments(block, block.w, t, u);
    } else {
      Sums.weighted(block, block.w, s1, t);
    }
    pooled(columns, at, s1, t);
  }

  private void pooled(Columns columns, int at, double[] weights, double[] products) {
    int n = block.n;
    Rows.inverse(n, weights, error);
    Rows.estimate(n, block.centre, products, error, estimate);
    if (columns.has(ESTIMATE)) {
      columns.put(ESTIMATE, estimate, at, n);
    }
    if (!needsError) {
      return;
    }
    Rows.root(n, error);
    if (interval == BatchInterval.WALD) {
      bounds(columns, at, critical.normal());
    } else {
      rescale(columns, at);
    }
    if (columns.has(SE)) {
      columns.put(SE, error, at, n);
    }
    if (needsStatistic) {
      test(columns, at);
    }
  }

  private void bounds(Columns columns, int at, double quantile) {
    if (columns.has(CI_LOWER)) {
      Rows.shifted(block.n, estimate, -quantile, error, other);
      columns.put(CI_LOWER, other, at, block.n);
    }
    if (columns.has(CI_UPPER)) {
      Rows.shifted(block.n, estimate, quantile, error, other);
      columns.put(CI_UPPER, other, at, block.n);
    }
  }

  private void rescale(Columns columns, int at) {
    for (int l = 0; l < block.n; l++) {
      double quantile = critical.normal();
      if (interval.rescales(block.k[l], tau2[l])) {
        int df = block.k[l] - 1;
        double spread = u[l] - t[l] / s1[l] * t[l];
        error[l] = Math.sqrt(Math.max(0, spread) / (df * s1[l]));
        quantile = critical.t(df);
      }
      double margin = quantile * error[l];
      columns.put(CI_LOWER, at + l, estimate[l] - margin);
      columns.put(CI_UPPER, at + l, estimate[l] + margin);
    }
  }

  private void test(Columns columns, int at) {
    Rows.divide(block.n, estimate, error, other);
    if (columns.has(STATISTIC)) {
      columns.put(STATISTIC, other, at, block.n);
    }
    if (columns.has(P)) {
      for (int l = 0; l < block.n; l++) {
        double df =
            interval.rescales(block.k[l], tau2[l]) ? block.k[l] - 1 : Double.POSITIVE_INFINITY;
        boolean fitted = block.status[l].ordinal() <= BatchStatus.SINGLE_STUDY.ordinal();
        columns.put(P, at + l, fitted ? Quantiles.twoSidedP(other[l], df) : Double.NaN);
      }
    }
  }

  private void finish(Columns columns, int at) {
    if (columns.has(K)) {
      for (int l = 0; l < block.n; l++) {
        columns.put(K, at + l, block.k[l]);
      }
    }
    if (block.special) {
      for (int l = 0; l < block.n; l++) {
        absent(columns, at + l, block.status[l]);
      }
    }
  }

  private static void absent(Columns columns, int at, BatchStatus status) {
    columns.status(at, status);
    if (status == BatchStatus.ESTIMATED) {
      return;
    }
    if (status == BatchStatus.SINGLE_STUDY) {
      for (BatchColumn column : Arrays.asList(TAU2, I2_FROM_Q, I2_FROM_TAU2)) {
        columns.put(column, at, Double.NaN);
      }
      return;
    }
    for (BatchColumn column : BatchColumn.values()) {
      if (column != K || status == BatchStatus.UNUSABLE) {
        columns.put(column, at, Double.NaN);
      }
    }
  }
}
