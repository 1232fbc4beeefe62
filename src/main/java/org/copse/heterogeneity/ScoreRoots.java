package org.copse.heterogeneity;

import java.util.Arrays;

/**
 * All the stationary points of the full or restricted likelihood of tau² on tau² ≥ 0, found with a
 * guarantee rather than on a grid.
 *
 * <p>Twice the score is A − B with A = y′P²y and B = tr P (restricted) or Σw (full). A and B
 * decrease, and so do −A′/A and −B′/B because their logarithms are convex. On an interval [l, r]
 * hence: A(l) &lt; B(r) or A(r) &gt; B(l) exclude a root, and −A′/A at r above −B′/B at l (or the
 * reverse) leaves room for one at most, told by the signs at the ends. Intervals for which neither
 * holds are halved, down to a relative width at which two roots are one. Above the bound of {@link
 * #upper} the score is negative.
 */
final class ScoreRoots {

  private static final double SMALLEST_RATIO = 1e-7;
  private static final int FIELDS = 5;

  private final StudySums sums;
  private final boolean restricted;
  private double[] stack = new double[FIELDS * 16];
  private int depth;
  private double[] roots = new double[4];
  private int count;
  private boolean positiveAtZero;

  ScoreRoots(StudySums sums, boolean restricted) {
    this.sums = sums;
    this.restricted = restricted;
    search();
  }

  /** Stationary points in increasing order, on the scale of the sums. */
  int count() {
    return count;
  }

  double root(int index) {
    return roots[index];
  }

  /** Whether a root is a maximum; maxima and minima alternate. */
  boolean isMaximum(int index) {
    return (index % 2 == 0) == positiveAtZero;
  }

  /** The global maximum on tau² ≥ 0, 0 included. */
  double maximum() {
    double best = positiveAtZero && count > 0 ? roots[0] : 0;
    for (int i = positiveAtZero ? 2 : 1; i < count; i += 2) {
      if (sums.logLikelihoodDifference(roots[i], best, restricted) > 0) {
        best = roots[i];
      }
    }
    return best;
  }

  private void search() {
    double bound = upper();
    double[] left = new double[FIELDS];
    evaluate(0, left, 0);
    positiveAtZero = left[1] > left[2];
    if (bound <= 0) {
      return;
    }
    evaluate(bound, stack, 0);
    depth = 1;
    while (depth > 0) {
      int top = FIELDS * (depth - 1);
      if (isSettled(left, top)) {
        System.arraycopy(stack, top, left, 0, FIELDS);
        depth--;
      } else {
        split(left[0], stack[top]);
      }
    }
  }

  /** Beyond min(S, root of S(t + v_max) = (k − 1)t²), S = Σ(y − ȳ)², no term can win. */
  private double upper() {
    double s = sums.sumOfSquares();
    double half = s / (sums.k - 1) / 2;
    double root = half + Math.sqrt(half) * Math.sqrt(half + 2 * sums.largestVariance());
    return Math.min(s, root) * (1 + 1e-9);
  }

  private void evaluate(double tau2, double[] into, int at) {
    sums.at(tau2);
    into[at] = tau2;
    into[at + 1] = sums.a;
    into[at + 2] = restricted ? sums.traceP : sums.sumW;
    into[at + 3] = 2 * sums.c;
    into[at + 4] = restricted ? sums.tracePP : sums.sumWW;
  }

  private boolean isSettled(double[] left, int top) {
    double a = left[1];
    double b = left[2];
    double aRight = stack[top + 1];
    double bRight = stack[top + 2];
    if (a < bRight || aRight > b) {
      return true;
    }
    // slopes of log A and log B: −A′/A and −B′/B decrease
    boolean falling = stack[top + 3] * b > left[4] * aRight;
    boolean rising = stack[top + 4] * a > left[3] * bRight;
    double smallest = sums.smallestVariance();
    boolean narrow = stack[top] - left[0] <= SMALLEST_RATIO * (left[0] + smallest);
    if (!falling && !rising && !narrow) {
      return false;
    }
    if (a > b != aRight > bRight) {
      add(polished(left[0], left, stack[top], top));
    }
    return true;
  }

  /** The middle on the scale of log(tau² + smallest variance), without cancellation near 0. */
  private double middle(double l, double r) {
    double smallest = sums.smallestVariance();
    return l + (r - l) / (1 + Math.sqrt((r + smallest) / (l + smallest)));
  }

  private void split(double l, double r) {
    if (stack.length < FIELDS * (depth + 1)) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    evaluate(middle(l, r), stack, FIELDS * depth);
    depth++;
  }

  private void add(double root) {
    if (count == roots.length) {
      roots = Arrays.copyOf(roots, 2 * count);
    }
    roots[count++] = root;
  }

  /** Newton on B/A − 1, linear in tau² for equal variances, kept inside the bracket. */
  private double polished(double l, double[] left, double r, int top) {
    double low = l;
    double high = r;
    double atLeft = left[2] / left[1] - 1;
    double atRight = stack[top + 2] / stack[top + 1] - 1;
    double t = l + (r - l) * (atLeft / (atLeft - atRight));
    boolean positiveLeft = left[1] > left[2];
    double smallest = sums.smallestVariance();
    for (int i = 0; i < 100; i++) {
      if (!(t > low && t < high)) {
        t = middle(low, high);
      }
      sums.at(t);
      double b = restricted ? sums.traceP : sums.sumW;
      double bSlope = restricted ? sums.tracePP : sums.sumWW;
      if (sums.a > b == positiveLeft) {
        low = t;
      } else {
        high = t;
      }
      double step = (b - sums.a) * sums.a / (2 * b * sums.c - bSlope * sums.a);
      t -= step;
      if (Math.abs(step) <= 1e-9 * t || high - low <= 4e-16 * (high + smallest)) {
        return Math.min(Math.max(t, low), high);
      }
    }
    return (low + high) / 2;
  }
}
