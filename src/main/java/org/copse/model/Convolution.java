package org.copse.model;

import java.util.Arrays;
import org.copse.numeric.LongRun;

/**
 * Distribution of a sum of independent whole numbers, by direct convolution in a balanced tree.
 *
 * <p>All terms are positive, so that every kept probability has nearly full relative accuracy; ends
 * below a share of the largest are cut, which keeps the work near the number of studies times the
 * square of the standard deviation of one block.
 */
final class Convolution {

  private final double first;
  private final double[] p;

  Convolution(double first, double[] p) {
    this.first = first;
    this.p = p;
  }

  /** Sum of all parts, ends below {@code least} times the largest probability cut. */
  static Convolution sum(Convolution[] parts, double least) {
    return sum(parts, 0, parts.length, least);
  }

  private static Convolution sum(Convolution[] parts, int from, int to, double least) {
    if (to - from == 1) {
      return parts[from];
    }
    int middle = (from + to) >>> 1;
    return sum(parts, from, middle, least).plus(sum(parts, middle, to, least), least);
  }

  private Convolution plus(Convolution other, double least) {
    double[] longer = p.length >= other.p.length ? p : other.p;
    double[] shorter = longer == p ? other.p : p;
    double[] out = new double[longer.length + shorter.length - 1];
    for (int j = 0; j < shorter.length; j++) {
      LongRun.heed();
      double q = shorter[j];
      for (int i = 0; i < longer.length; i++) {
        out[i + j] += q * longer[i];
      }
    }
    return new Convolution(first + other.first, out).cut(least);
  }

  private Convolution cut(double least) {
    double largest = 0;
    for (double value : p) {
      largest = Math.max(largest, value);
    }
    int from = 0;
    while (p[from] < least * largest) {
      from++;
    }
    int to = p.length;
    while (p[to - 1] < least * largest) {
      to--;
    }
    return from == 0 && to == p.length
        ? this
        : new Convolution(first + from, Arrays.copyOfRange(p, from, to));
  }

  double first() {
    return first;
  }

  int length() {
    return p.length;
  }

  /** Probability of a value, 0 outside. */
  double at(double value) {
    double i = value - first;
    return i < 0 || i >= p.length ? 0 : p[(int) i];
  }
}
