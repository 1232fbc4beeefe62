package org.copse.batch;

import java.util.Arrays;

/**
 * The lanes of a block that an iteration has not finished, moved together as others drop out, and
 * their sums at a tau² of each lane's own.
 */
final class ActiveLanes {

  private static final double WORTH_MOVING = 0.7;

  /** Σw, Σw², Σw³. */
  final double[] s1;

  final double[] s2;
  final double[] s3;

  /** Σwd, Σw²d, Σw³d. */
  final double[] t1;

  final double[] t2;
  final double[] t3;

  /** Σwd², Σw²d², Σw³d². */
  final double[] u1;

  final double[] u2;
  final double[] u3;

  private final boolean cubes;
  private final int studies;
  private final int rows;
  private final double[][] w;
  private final double[][] x;
  private final double[][] ownD;
  private final double[][] ownV;
  private double[][] d;
  private double[][] v;
  private final double[] tau2;
  private final int[] lane;
  private final int[] from;
  private final boolean[] done;
  private int count;
  private int live;

  ActiveLanes(LaneBlock block, int lanes, boolean cubes) {
    this.cubes = cubes;
    studies = block.studies;
    rows = block.rows;
    w = new double[rows][lanes];
    x = new double[rows][lanes];
    ownD = new double[rows][lanes];
    ownV = new double[rows][lanes];
    s1 = new double[lanes];
    s2 = new double[lanes];
    s3 = new double[lanes];
    t1 = new double[lanes];
    t2 = new double[lanes];
    t3 = new double[lanes];
    u1 = new double[lanes];
    u2 = new double[lanes];
    u3 = new double[lanes];
    tau2 = new double[lanes];
    lane = new int[lanes];
    from = new int[lanes];
    done = new boolean[lanes];
  }

  void start(LaneBlock block) {
    d = block.d;
    v = block.v;
    count = block.n;
    live = count;
    for (int j = 0; j < count; j++) {
      lane[j] = j;
      done[j] = false;
    }
  }

  int count() {
    return count;
  }

  int lane(int j) {
    return lane[j];
  }

  boolean isLive(int j) {
    return !done[j];
  }

  void finish(int j) {
    done[j] = true;
    live--;
  }

  /** The sums at the tau² that each lane's place holds. */
  void evaluateAt(double[] tau2OfLane) {
    for (int j = 0; j < count; j++) {
      tau2[j] = tau2OfLane[lane[j]];
    }
    Sums.weights(studies, count, v, tau2, w);
    for (int s = 0; s < studies; s++) {
      Rows.products(count, w[s], d[s], x[s]);
    }
    if (cubes) {
      thirdMoments();
    } else {
      secondMoments();
    }
  }

  private void secondMoments() {
    clear(s1, s2, t1, t2, u1, u2);
    for (int s = 0; s < rows; s += 2) {
      Rows.addSquares(count, w[s], w[s + 1], s1, s2);
      Rows.addSelf(count, x[s], x[s + 1], t1, u2);
      Rows.addProducts(count, x[s], x[s + 1], d[s], d[s + 1], u1);
      Rows.addProducts(count, w[s], w[s + 1], x[s], x[s + 1], t2);
    }
  }

  private void thirdMoments() {
    clear(s1, s2, s3, t1, t2, t3, u2, u3);
    for (int s = 0; s < rows; s += 2) {
      Rows.addPowers(count, w[s], w[s + 1], s1, s2, s3);
      Rows.addSelf(count, x[s], x[s + 1], t1, u2);
      Rows.addMoments(count, w[s], w[s + 1], x[s], x[s + 1], t2, u3);
      Rows.addSquaredProducts(count, w[s], w[s + 1], x[s], x[s + 1], t3);
    }
  }

  private void clear(double[]... sums) {
    for (double[] sum : sums) {
      Arrays.fill(sum, 0, count, 0);
    }
  }

  /** Moves the live lanes together once enough have finished. */
  void compact() {
    if (live > WORTH_MOVING * count) {
      return;
    }
    int kept = 0;
    for (int j = 0; j < count; j++) {
      if (!done[j]) {
        from[kept] = j;
        lane[kept] = lane[j];
        done[kept++] = false;
      }
    }
    for (int s = 0; s < studies; s++) {
      move(d[s], ownD[s], kept);
      move(v[s], ownV[s], kept);
    }
    d = ownD;
    v = ownV;
    count = kept;
  }

  private void move(double[] source, double[] target, int kept) {
    for (int j = 0; j < kept; j++) {
      target[j] = source[from[j]];
    }
  }
}
