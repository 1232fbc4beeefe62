package org.copse.batch;

import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link WidePasses} with the vectors of an incubating module: as many sets a register as it holds,
 * four studies a loop.
 *
 * <p>Each loop reads a few streams of the caller's arrays, which the processor fetches ahead, and
 * keeps its sums in the cache. Every set sees the operations of {@link Sums} and {@link Rows} in
 * their order, and no fused multiply-add, so that its bits are theirs. Loops are written out: a
 * loop over pairs within the loop over sets would put each vector into an object.
 */
final class VectorPasses implements WidePasses {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  VectorPasses() {}

  @Override
  public boolean moments(StudyMajor sets, int first, LaneBlock block, double[] tau2) {
    int n = block.n;
    if (n % WIDTH != 0) {
      return false;
    }
    Arrays.fill(block.s1, 0, n, 0);
    Arrays.fill(block.s2, 0, n, 0);
    Arrays.fill(block.t, 0, n, 0);
    Arrays.fill(block.u, 0, n, 0);
    int stride = sets.sets;
    int at = first;
    int left = sets.studies;
    boolean usable = true;
    for (; left >= 4; left -= 4, at += 4 * stride) {
      usable &= four(n, sets.estimates, sets.variances, at, stride, block);
    }
    for (; left >= 2; left -= 2, at += 2 * stride) {
      usable &= two(n, sets.estimates, sets.variances, at, stride, block);
    }
    if (left > 0) {
      usable &= one(n, sets.estimates, sets.variances, at, block);
    }
    return usable && heterogeneity(n, sets.studies, block, tau2);
  }

  private static boolean four(int n, double[] y, double[] v, int from, int stride, LaneBlock to) {
    double[] s1 = to.s1;
    double[] s2 = to.s2;
    double[] t = to.t;
    double[] u = to.u;
    DoubleVector sum = DoubleVector.zero(SPECIES);
    LongVector signs = sum.reinterpretAsLongs();
    for (int l = 0; l < n; l += WIDTH) {
      int i = from + l;
      DoubleVector a = fromArray(SPECIES, v, i);
      DoubleVector b = fromArray(SPECIES, v, i + stride);
      DoubleVector c = fromArray(SPECIES, y, i);
      DoubleVector d = fromArray(SPECIES, y, i + stride);
      sum = sum.add(a.add(b));
      signs = signs.or(signs(a, b));
      DoubleVector r = inverse(a.mul(b));
      DoubleVector e = b.mul(r);
      DoubleVector f = a.mul(r);
      DoubleVector w = fromArray(SPECIES, s1, l).add(e.add(f));
      DoubleVector w2 = fromArray(SPECIES, s2, l).add(e.mul(e).add(f.mul(f)));
      e = e.mul(c);
      f = f.mul(d);
      DoubleVector wd = fromArray(SPECIES, t, l).add(e.add(f));
      DoubleVector wd2 = fromArray(SPECIES, u, l).add(e.mul(c).add(f.mul(d)));
      i += 2 * stride;
      a = fromArray(SPECIES, v, i);
      b = fromArray(SPECIES, v, i + stride);
      c = fromArray(SPECIES, y, i);
      d = fromArray(SPECIES, y, i + stride);
      sum = sum.add(a.add(b));
      signs = signs.or(signs(a, b));
      r = inverse(a.mul(b));
      e = b.mul(r);
      f = a.mul(r);
      w.add(e.add(f)).intoArray(s1, l);
      w2.add(e.mul(e).add(f.mul(f))).intoArray(s2, l);
      e = e.mul(c);
      f = f.mul(d);
      wd.add(e.add(f)).intoArray(t, l);
      wd2.add(e.mul(c).add(f.mul(d))).intoArray(u, l);
    }
    return usable(sum, signs);
  }

  private static boolean two(int n, double[] y, double[] v, int from, int stride, LaneBlock to) {
    double[] s1 = to.s1;
    double[] s2 = to.s2;
    double[] t = to.t;
    double[] u = to.u;
    DoubleVector sum = DoubleVector.zero(SPECIES);
    LongVector signs = sum.reinterpretAsLongs();
    for (int l = 0; l < n; l += WIDTH) {
      int i = from + l;
      DoubleVector a = fromArray(SPECIES, v, i);
      DoubleVector b = fromArray(SPECIES, v, i + stride);
      DoubleVector c = fromArray(SPECIES, y, i);
      DoubleVector d = fromArray(SPECIES, y, i + stride);
      sum = sum.add(a.add(b));
      signs = signs.or(signs(a, b));
      DoubleVector r = inverse(a.mul(b));
      DoubleVector e = b.mul(r);
      DoubleVector f = a.mul(r);
      fromArray(SPECIES, s1, l).add(e.add(f)).intoArray(s1, l);
      fromArray(SPECIES, s2, l).add(e.mul(e).add(f.mul(f))).intoArray(s2, l);
      e = e.mul(c);
      f = f.mul(d);
      fromArray(SPECIES, t, l).add(e.add(f)).intoArray(t, l);
      fromArray(SPECIES, u, l).add(e.mul(c).add(f.mul(d))).intoArray(u, l);
    }
    return usable(sum, signs);
  }

  private static boolean one(int n, double[] y, double[] v, int from, LaneBlock to) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    LongVector signs = sum.reinterpretAsLongs();
    for (int l = 0; l < n; l += WIDTH) {
      DoubleVector a = fromArray(SPECIES, v, from + l);
      DoubleVector c = fromArray(SPECIES, y, from + l);
      sum = sum.add(a);
      signs = signs.or(signs(a, a));
      DoubleVector w = inverse(a);
      fromArray(SPECIES, to.s1, l).add(w).intoArray(to.s1, l);
      fromArray(SPECIES, to.s2, l).add(w.mul(w)).intoArray(to.s2, l);
      DoubleVector e = w.mul(c);
      fromArray(SPECIES, to.t, l).add(e).intoArray(to.t, l);
      fromArray(SPECIES, to.u, l).add(e.mul(c)).intoArray(to.u, l);
    }
    return usable(sum, signs);
  }

  private static DoubleVector inverse(DoubleVector x) {
    return DoubleVector.broadcast(SPECIES, 1.0).div(x);
  }

  private static LongVector signs(DoubleVector a, DoubleVector b) {
    return a.reinterpretAsLongs().or(b.reinterpretAsLongs());
  }

  /**
   * No negative variance, and no sum of several sets, let alone of one, beyond the usual; a 0 or
   * NaN leaves its mark in Σw.
   */
  private static boolean usable(DoubleVector sum, LongVector signs) {
    return signs.reduceLanes(VectorOperators.OR) >= 0
        && sum.compare(VectorOperators.LE, LaneBlock.LARGEST_SUM / 2).allTrue();
  }

  /** Q, its denominator and tau²; whether no set cancels, is dominated or has unusable weights. */
  private static boolean heterogeneity(int n, int studies, LaneBlock b, double[] tau2) {
    VectorMask<Double> regular = SPECIES.maskAll(true);
    for (int l = 0; l < n; l += WIDTH) {
      DoubleVector s1 = fromArray(SPECIES, b.s1, l);
      DoubleVector t = fromArray(SPECIES, b.t, l);
      DoubleVector u = fromArray(SPECIES, b.u, l);
      DoubleVector inverse = inverse(s1);
      DoubleVector q = u.sub(t.mul(inverse).mul(t));
      DoubleVector denominator = s1.sub(fromArray(SPECIES, b.s2, l).mul(inverse));
      q.intoArray(b.q, l);
      denominator.intoArray(b.denominator, l);
      q.sub(studies - 1).div(denominator).max(0).intoArray(tau2, l);
      // all written so that NaN fails
      regular =
          regular
              .and(u.compare(VectorOperators.LE, q.mul(LaneBlock.CANCELLATION)))
              .and(denominator.compare(VectorOperators.GE, s1.mul(LaneBlock.DOMINATED)))
              .and(s1.compare(VectorOperators.LE, LaneBlock.LARGEST_SUM))
              .and(u.compare(VectorOperators.LE, Double.MAX_VALUE));
    }
    return regular.allTrue();
  }

  @Override
  public void weighted(StudyMajor sets, int first, int n, double[] tau2, double[] s1, double[] t) {
    Arrays.fill(s1, 0, n, 0);
    Arrays.fill(t, 0, n, 0);
    double[] y = sets.estimates;
    double[] v = sets.variances;
    int stride = sets.sets;
    int at = first;
    int left = sets.studies;
    for (; left >= 4; left -= 4, at += 4 * stride) {
      weightedFour(n, y, v, at, stride, tau2, s1, t);
    }
    for (; left >= 2; left -= 2, at += 2 * stride) {
      weightedTwo(n, y, v, at, stride, tau2, s1, t);
    }
    if (left > 0) {
      weightedOne(n, y, v, at, tau2, s1, t);
    }
  }

  private static void weightedFour(
      int n, double[] y, double[] v, int from, int stride, double[] tau2, double[] s, double[] t) {
    for (int l = 0; l < n; l += WIDTH) {
      int i = from + l;
      DoubleVector between = fromArray(SPECIES, tau2, l);
      DoubleVector a = fromArray(SPECIES, v, i).add(between);
      DoubleVector b = fromArray(SPECIES, v, i + stride).add(between);
      DoubleVector r = inverse(a.mul(b));
      DoubleVector e = b.mul(r);
      DoubleVector f = a.mul(r);
      DoubleVector w = fromArray(SPECIES, s, l).add(e.add(f));
      DoubleVector c = e.mul(fromArray(SPECIES, y, i));
      DoubleVector wd =
          fromArray(SPECIES, t, l).add(c.add(f.mul(fromArray(SPECIES, y, i + stride))));
      i += 2 * stride;
      a = fromArray(SPECIES, v, i).add(between);
      b = fromArray(SPECIES, v, i + stride).add(between);
      r = inverse(a.mul(b));
      e = b.mul(r);
      f = a.mul(r);
      w.add(e.add(f)).intoArray(s, l);
      c = e.mul(fromArray(SPECIES, y, i));
      wd.add(c.add(f.mul(fromArray(SPECIES, y, i + stride)))).intoArray(t, l);
    }
  }

  private static void weightedTwo(
      int n, double[] y, double[] v, int from, int stride, double[] tau2, double[] s, double[] t) {
    for (int l = 0; l < n; l += WIDTH) {
      int i = from + l;
      DoubleVector between = fromArray(SPECIES, tau2, l);
      DoubleVector a = fromArray(SPECIES, v, i).add(between);
      DoubleVector b = fromArray(SPECIES, v, i + stride).add(between);
      DoubleVector r = inverse(a.mul(b));
      DoubleVector e = b.mul(r);
      DoubleVector f = a.mul(r);
      fromArray(SPECIES, s, l).add(e.add(f)).intoArray(s, l);
      DoubleVector c = e.mul(fromArray(SPECIES, y, i));
      DoubleVector d = f.mul(fromArray(SPECIES, y, i + stride));
      fromArray(SPECIES, t, l).add(c.add(d)).intoArray(t, l);
    }
  }

  private static void weightedOne(
      int n, double[] y, double[] v, int from, double[] tau2, double[] s, double[] t) {
    for (int l = 0; l < n; l += WIDTH) {
      DoubleVector a = fromArray(SPECIES, v, from + l).add(fromArray(SPECIES, tau2, l));
      DoubleVector w = inverse(a);
      fromArray(SPECIES, s, l).add(w).intoArray(s, l);
      DoubleVector c = w.mul(fromArray(SPECIES, y, from + l));
      fromArray(SPECIES, t, l).add(c).intoArray(t, l);
    }
  }
}
