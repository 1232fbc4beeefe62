package org.copse.batch;

import java.util.Arrays;
import org.copse.heterogeneity.Weights;

/**
 * A few hundred sets side by side, one lane each, and their moments at tau² = 0.
 *
 * <p>Lanes never mix: what a lane gives depends on its own set only, whatever the block's length,
 * its neighbours or the thread. A missing study has a variance so large that its weight vanishes in
 * every sum.
 */
final class LaneBlock {

  /** Variance of a missing study; the product of two still fits a double. */
  static final double MISSING = 1e140;

  static final double LARGEST_SUM = 1e50;

  /** The check of a lane of usable variances that sum to at most LARGEST_SUM, with a margin. */
  private static final double REGULAR = 0.9 * LARGEST_SUM * Rows.SIZE;

  /** Σwd² over Q: costs at most six bits. */
  static final double CANCELLATION = 64;

  static final double DOMINATED = 0.01;

  final int studies;
  final int rows;
  final double[][] d;
  final double[][] v;
  final double[][] w;
  final double[] centre;
  final double[] s1;
  final double[] s2;
  final double[] t;
  final double[] u;
  final double[] mean;
  final double[] q;

  /** Σw − Σw²/Σw. */
  final double[] denominator;

  final int[] k;
  final BatchStatus[] status;

  /** Lanes in which one study has nearly all the weight: plain sums lose digits there. */
  final boolean[] dominated;

  /** Whether every set of the block has every study. */
  boolean complete;

  /** Whether the block holds sets that are not {@link BatchStatus#ESTIMATED}. */
  boolean special;

  int n;

  private final double[][] givenEstimates;
  private final double[][] givenVariances;
  private final double[] check;
  private final double[] shift;
  private final double[] inverse;

  /** Whether studies are missing or a centre has moved since the last block began. */
  private boolean touched;

  LaneBlock(int studies, int lanes) {
    this.studies = studies;
    rows = studies + studies % 2;
    d = new double[rows][lanes];
    v = new double[rows][lanes];
    w = new double[rows][lanes];
    givenEstimates = Arrays.copyOf(d, studies);
    givenVariances = Arrays.copyOf(v, studies);
    centre = new double[lanes];
    s1 = new double[lanes];
    s2 = new double[lanes];
    t = new double[lanes];
    u = new double[lanes];
    mean = new double[lanes];
    q = new double[lanes];
    denominator = new double[lanes];
    k = new int[lanes];
    status = new BatchStatus[lanes];
    dominated = new boolean[lanes];
    check = new double[lanes];
    shift = new double[lanes];
    inverse = new double[lanes];
    touched = true;
  }

  void load(BatchSource source, long first, int count) {
    start(count);
    source.fill(first, n, givenEstimates, givenVariances);
    sums();
    if (cleaned()) {
      // lanes that were clean get the same bits again
      sums();
    }
    moments();
  }

  /**
   * Reads sets where they are, for a model that needs their moments only: no deviations, variances
   * or weights are kept.
   *
   * @return false when that cannot be, and the sets must be loaded
   */
  boolean loadInPlace(WidePasses wide, StudyMajor sets, int first, int count, double[] tau2) {
    start(count);
    return wide.moments(sets, first, this, tau2);
  }

  private void start(int count) {
    n = count;
    if (touched) {
      Arrays.fill(k, studies);
      Arrays.fill(status, studies > 1 ? BatchStatus.ESTIMATED : BatchStatus.SINGLE_STUDY);
      Arrays.fill(centre, 0);
    }
    touched = false;
    complete = true;
    special = studies == 1;
  }

  /** Around 0: where the mean is too far from it for that, the centre moves there. */
  private void sums() {
    Sums.checkedWeights(this, check);
    Sums.squares(this, w, s1, s2);
    Sums.moments(this, w, t, u);
  }

  /** Looks for missing or unusable numbers, which leave their mark in the sums. */
  private boolean cleaned() {
    boolean found = false;
    for (int l = 0; l < n; l++) {
      // written so that NaN fails
      if (!(Math.abs(check[l] - studies) <= REGULAR && u[l] <= Double.MAX_VALUE)) {
        clean(l);
        found = true;
      }
    }
    return found;
  }

  private void clean(int l) {
    touched = true;
    complete = false;
    double sum = 0;
    double variances = 0;
    boolean usable = true;
    for (int s = 0; s < studies; s++) {
      if (Double.isNaN(d[s][l]) || Double.isNaN(v[s][l])) {
        d[s][l] = 0;
        v[s][l] = MISSING;
        k[l]--;
      } else {
        usable &= Double.isFinite(d[s][l]) && v[s][l] > 0;
        sum += d[s][l];
        variances += v[s][l];
      }
    }
    if (!(usable && variances <= LARGEST_SUM && Double.isFinite(sum))) {
      refuse(l);
    } else if (k[l] < 2) {
      status[l] = k[l] == 1 ? BatchStatus.SINGLE_STUDY : BatchStatus.EMPTY;
      special = true;
    }
  }

  /** Harmless numbers in a lane that cannot be used. */
  private void refuse(int l) {
    status[l] = BatchStatus.UNUSABLE;
    special = true;
    k[l] = studies;
    for (int s = 0; s < studies; s++) {
      d[s][l] = 0;
      v[s][l] = 1;
    }
  }

  private void silenceMissing() {
    for (int s = 0; s < studies; s++) {
      for (int l = 0; l < n; l++) {
        if (v[s][l] == MISSING) {
          d[s][l] = 0;
        }
      }
    }
  }

  private void moments() {
    Rows.inverse(n, s1, inverse);
    Rows.residual(n, t, inverse, u, mean, q);
    if (cancels()) {
      moveCentres();
      Sums.moments(this, w, t, u);
      Rows.residual(n, t, inverse, u, mean, q);
    }
    Rows.trace(n, s1, s2, inverse, denominator);
    for (int l = 0; l < n; l++) {
      // written so that NaN passes
      dominated[l] = !(denominator[l] >= DOMINATED * s1[l]);
      if (dominated[l] || !(u[l] <= CANCELLATION * q[l]) || s1[l] > LARGEST_SUM) {
        repair(l);
      }
    }
  }

  /** Whether there are lanes whose centre must move to their mean: a shift, or else 0. */
  private boolean cancels() {
    boolean found = false;
    for (int l = 0; l < n; l++) {
      // written so that NaN moves
      boolean near = u[l] <= CANCELLATION * q[l];
      found |= !near;
      shift[l] = near ? 0 : mean[l];
    }
    return found;
  }

  /** Lanes that stay keep their bits: x − 0 is x. */
  private void moveCentres() {
    touched = true;
    for (int s = 0; s < studies; s++) {
      Rows.subtract(n, d[s], shift);
    }
    for (int l = 0; l < n; l++) {
      centre[l] += shift[l];
    }
    if (!complete) {
      silenceMissing();
    }
  }

  /** The moments of one lane in two passes, where plain sums cancel. */
  private void repair(int l) {
    touched = true;
    if (!(s1[l] <= LARGEST_SUM)) {
      refuse(l);
      for (int s = 0; s < studies; s++) {
        w[s][l] = 1;
      }
      s1[l] = studies;
      mean[l] = 0;
    }
    recentre(l);
    double[] weights = new double[k[l]];
    int i = 0;
    for (int s = 0; s < studies; s++) {
      if (v[s][l] != MISSING) {
        weights[i++] = w[s][l];
      }
    }
    denominator[l] = k[l] < 2 ? 0 : Weights.momentDenominator(weights);
  }

  private void recentre(int l) {
    double by = mean[l];
    centre[l] += by;
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < studies; s++) {
      if (v[s][l] != MISSING) {
        d[s][l] -= by;
        double product = w[s][l] * d[s][l];
        sum += product;
        squares += product * d[s][l];
      }
    }
    t[l] = sum;
    u[l] = squares;
    mean[l] = sum / s1[l];
    q[l] = k[l] < 2 ? 0 : Math.max(0, squares - mean[l] * sum);
  }

  /** Moves the centre of every lane to the common effect, for estimators that iterate. */
  void recentre() {
    touched = true;
    for (int s = 0; s < studies; s++) {
      Rows.subtract(n, d[s], mean);
    }
    if (!complete) {
      silenceMissing();
    }
    for (int l = 0; l < n; l++) {
      centre[l] += mean[l];
      mean[l] = 0;
    }
  }

  /** The present studies of a lane, for a scalar estimator. */
  double[] present(double[][] values, int l) {
    double[] present = new double[k[l]];
    int i = 0;
    for (int s = 0; s < studies; s++) {
      if (v[s][l] != MISSING) {
        present[i++] = values[s][l];
      }
    }
    return present;
  }
}
