package org.copse.batch;

import java.util.Arrays;

/** Sums over the studies of every lane, study after study in a fixed order. */
final class Sums {

  private Sums() {}

  /** w = 1/(v + tau²); the row that pads an odd number of studies stays 0. */
  static void weights(LaneBlock b, double[] tau2, double[][] w) {
    weights(b.studies, b.n, b.v, tau2, w);
  }

  static void weights(int studies, int n, double[][] v, double[] tau2, double[][] w) {
    int s = 0;
    for (; s + 1 < studies; s += 2) {
      Rows.reciprocals(n, v[s], v[s + 1], tau2, w[s], w[s + 1]);
    }
    if (s < studies) {
      Rows.reciprocal(n, v[s], tau2, w[s]);
    }
  }

  /** w = 1/v and check = number of studies + 1e-56 Σv where every variance is usable. */
  static void checkedWeights(LaneBlock b, double[] check) {
    Arrays.fill(check, 0, b.n, 0);
    int s = 0;
    for (; s + 1 < b.studies; s += 2) {
      Rows.checkedReciprocals(b.n, b.v[s], b.v[s + 1], b.w[s], b.w[s + 1], check);
    }
    if (s < b.studies) {
      Rows.checkedReciprocal(b.n, b.v[s], b.w[s], check);
    }
  }

  /** s1 = Σw. */
  static void plain(LaneBlock b, double[][] w, double[] s1) {
    Arrays.fill(s1, 0, b.n, 0);
    for (int s = 0; s < b.rows; s += 2) {
      Rows.add(b.n, w[s], w[s + 1], s1);
    }
  }

  /** s1 = Σw and s2 = Σw². */
  static void squares(LaneBlock b, double[][] w, double[] s1, double[] s2) {
    Arrays.fill(s1, 0, b.n, 0);
    Arrays.fill(s2, 0, b.n, 0);
    for (int s = 0; s < b.rows; s += 2) {
      Rows.addSquares(b.n, w[s], w[s + 1], s1, s2);
    }
  }

  /** s1 = Σw and t = Σwd. */
  static void weighted(LaneBlock b, double[][] w, double[] s1, double[] t) {
    Arrays.fill(s1, 0, b.n, 0);
    Arrays.fill(t, 0, b.n, 0);
    for (int s = 0; s < b.rows; s += 2) {
      Rows.addWeighted(b.n, w[s], w[s + 1], b.d[s], b.d[s + 1], s1, t);
    }
  }

  /** t = Σwd and u = Σwd². */
  static void moments(LaneBlock b, double[][] w, double[] t, double[] u) {
    Arrays.fill(t, 0, b.n, 0);
    Arrays.fill(u, 0, b.n, 0);
    for (int s = 0; s < b.rows; s += 2) {
      Rows.addMoments(b.n, w[s], w[s + 1], b.d[s], b.d[s + 1], t, u);
    }
  }
}
