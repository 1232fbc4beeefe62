package org.copse.batch;

import java.util.Arrays;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * Restricted maximum likelihood, all lanes at once: a certified search for the global maximum.
 *
 * <p>With P the projection that the weights define, twice the score is A − B, A = y′P²y = Σw²(y −
 * μ)² and B = tr P. In the eigenvectors of the variances between contrasts, which do not depend on
 * tau² = t, A = Σz²/(m + t)², B = Σ1/(m + t). With C = y′P³y / y′P²y and R = tr P² / tr P follows,
 * all by Cauchy-Schwarz:
 *
 * <ul>
 *   <li>A, B, C and R decrease in t, and A/B decreases exactly where 2C &gt; R;
 *   <li>hence on [a, b] the score has at most one zero, a maximum, if 2C(b) &gt; R(a); none, and is
 *       positive, if A(b) &gt; B(a); none, and is negative, if A(a) &lt; B(b);
 *   <li>C ≥ 1/(max v + t), and (max v + t) R decreases: from the first t with (max v + t) R ≤ 2 on,
 *       A/B decreases for good;
 *   <li>1/B and A^(−½), being power means, are concave: B(a + x) ≥ B/(1 + xR) and A(a + x) ≥ A/(1 +
 *       xC)²; and A(a + x) ≤ A/(1 + x/(max v + a))². These tell, without another evaluation, how
 *       far the score keeps its sign, and where a negative score stays negative for good.
 * </ul>
 *
 * So each lane walks up from 0 in steps that these bounds certify until the last one ends the
 * search; steps that fail are halved. A lane with one maximum is finished by Newton's method on
 * B/A, nearly a straight line in t (exactly one for equal variances). A lane with several maxima,
 * with no certificate after {@value #MOST_EVALUATIONS} evaluations, or with one dominating study
 * goes to the scalar estimator, which compares all maxima.
 */
final class RemlLanes implements LaneEstimator {

  private static final int MOST_EVALUATIONS = 40;
  private static final double CAUTION = 0.45;
  private static final double MARGIN = 1 + 1e-9;
  private static final double SMALLEST_STEP = 1e-3;
  private static final double CONVERGED = 3e-6;
  private static final double ROUNDING = 1e-15;

  private final ActiveLanes active;
  private final LaneScore score;
  private final double[] largest;

  // the last certified point of each lane
  private final boolean[] started;
  private final double[] point;
  private final double[] a;
  private final double[] b;
  private final double[] inverseC;
  private final double[] inverseR;

  /** How far beyond the last point the sign of the score is certain. */
  private final double[] sure;

  // the maximum found so far: between low and high, found is their number
  private final int[] found;
  private final double[] low;
  private final double[] high;
  private final double[] guess;
  private final boolean[] polishing;

  private int rescued;

  RemlLanes(LaneBlock block, int lanes) {
    active = new ActiveLanes(block, lanes, true);
    score = new LaneScore(lanes);
    largest = new double[lanes];
    started = new boolean[lanes];
    point = new double[lanes];
    a = new double[lanes];
    b = new double[lanes];
    inverseC = new double[lanes];
    inverseR = new double[lanes];
    sure = new double[lanes];
    found = new int[lanes];
    low = new double[lanes];
    high = new double[lanes];
    guess = new double[lanes];
    polishing = new boolean[lanes];
  }

  /** How many sets the scalar estimator has taken over. */
  int rescued() {
    return rescued;
  }

  @Override
  public void estimate(LaneBlock block, double[] tau2) {
    block.recentre();
    start(block, tau2);
    for (int i = 0; i < MOST_EVALUATIONS && active.count() > 0; i++) {
      active.evaluateAt(tau2);
      score.of(active);
      for (int j = 0; j < active.count(); j++) {
        if (active.isLive(j)) {
          step(block, j, tau2);
        }
      }
      active.compact();
    }
    for (int j = 0; j < active.count(); j++) {
      if (active.isLive(j)) {
        rescue(block, active.lane(j), tau2);
      }
    }
  }

  private void start(LaneBlock block, double[] tau2) {
    int n = block.n;
    Arrays.fill(tau2, 0, n, 0);
    Arrays.fill(started, 0, n, false);
    Arrays.fill(polishing, 0, n, false);
    Arrays.fill(found, 0, n, 0);
    Arrays.fill(largest, 0, n, 0);
    for (int s = 0; s < block.studies; s++) {
      Rows.raise(n, block.v[s], largest);
    }
    if (!block.complete) {
      for (int l = 0; l < n; l++) {
        largest[l] = Arrays.stream(block.present(block.v, l)).max().orElse(0);
      }
    }
    active.start(block);
  }

  private void step(LaneBlock block, int j, double[] tau2) {
    int l = active.lane(j);
    if (block.k[l] < 2) {
      tau2[l] = 0;
      active.finish(j);
      return;
    }
    if (block.dominated[l]) {
      rescue(block, l, tau2);
      active.finish(j);
      return;
    }
    if (polishing[l]) {
      polish(j, l, tau2);
    } else {
      walk(block, j, l, tau2);
    }
  }

  private void walk(LaneBlock block, int j, int l, double[] tau2) {
    double t = tau2[l];
    if (!(score.a[j] > 0)) {
      // all effects equal
      tau2[l] = 0;
      active.finish(j);
      return;
    }
    boolean climbs = score.a[j] > score.b[j];
    if (!started[l]) {
      started[l] = true;
      if (!climbs) {
        found[l] = 1;
        low[l] = 0;
        high[l] = 0;
      }
    } else if (!certified(l, j, t)) {
      tau2[l] = point[l] + (t - point[l]) / 2;
      if (t - point[l] < SMALLEST_STEP * inverseR[l]) {
        giveUp(block, j, l, tau2);
      }
      return;
    } else if (a[l] > b[l] && !climbs) {
      found[l]++;
      low[l] = point[l];
      high[l] = t;
      guess[l] = between(l, j, t);
    }
    if (found[l] > 1) {
      giveUp(block, j, l, tau2);
      return;
    }
    remember(l, j, t);
    if (sure[l] == Double.POSITIVE_INFINITY || (largest[l] + t) * MARGIN <= 2 * inverseR[l]) {
      endWalk(block, j, l, climbs, tau2);
    } else {
      double next = t + stepFrom(l);
      tau2[l] = next;
      if (!(next < Double.POSITIVE_INFINITY && next > t)) {
        giveUp(block, j, l, tau2);
      }
    }
  }

  private boolean certified(int l, int j, double t) {
    boolean oneZero = 2 * inverseR[l] > score.inverseC[j] * MARGIN && score.inverseC[j] > 0;
    boolean positive = score.a[j] > b[l] * MARGIN;
    boolean negative = a[l] * MARGIN < score.b[j];
    return t - point[l] <= sure[l] || oneZero || positive || negative;
  }

  private void remember(int l, int j, double t) {
    point[l] = t;
    a[l] = score.a[j];
    b[l] = score.b[j];
    inverseC[l] = score.inverseC[j];
    inverseR[l] = score.inverseR[j];
    sure[l] = (a[l] > b[l] ? staysPositive(l) : staysNegative(l)) / MARGIN;
  }

  /** How far A/(1 + xC)² &gt; B. */
  private double staysPositive(int l) {
    return (Math.sqrt(a[l] / b[l]) - 1) * inverseC[l];
  }

  /**
   * How far A/(1 + x/u)² &lt; B/(1 + xR) with u = max v + t: a quadratic, perhaps without a root.
   */
  private double staysNegative(int l) {
    double ratio = a[l] / b[l];
    double u = largest[l] + point[l];
    // z² − 2 half z + 1 − ratio > 0 with z = x/u
    double half = ratio * u / inverseR[l] / 2 - 1;
    double discriminant = half * half - (1 - ratio);
    return half <= 0 || discriminant < 0
        ? Double.POSITIVE_INFINITY
        : u * (1 - ratio) / (half + Math.sqrt(discriminant));
  }

  /** The step that the bounds are likely to certify, as they would were all eigenvalues equal. */
  private double stepFrom(int l) {
    double oneZero = CAUTION * (2 * inverseR[l] - inverseC[l]);
    double step = Math.max(oneZero, sure[l]);
    // no further than where the search will end
    double end = largest[l] + point[l] - 2 * inverseR[l];
    double least = SMALLEST_STEP * inverseR[l];
    return Math.min(Math.max(step, 2 * least), 1.1 * end + least);
  }

  /**
   * From here on A/B decreases: at most one more maximum, and that only if the score is positive.
   */
  private void endWalk(LaneBlock block, int j, int l, boolean climbs, double[] tau2) {
    if (climbs) {
      found[l]++;
      low[l] = point[l];
      high[l] = Double.POSITIVE_INFINITY;
      guess[l] = point[l] + score.newton[j];
    }
    if (found[l] > 1) {
      giveUp(block, j, l, tau2);
    } else if (high[l] == 0) {
      tau2[l] = 0;
      active.finish(j);
    } else {
      polishing[l] = true;
      tau2[l] = inside(l, guess[l]);
    }
  }

  private void polish(int j, int l, double[] tau2) {
    double t = tau2[l];
    if (score.a[j] > score.b[j]) {
      low[l] = t;
    } else {
      high[l] = t;
    }
    double step = score.newton[j];
    if (Math.abs(step) <= CONVERGED * t + ROUNDING * score.inverseR[j]) {
      tau2[l] = Math.max(0, t + step);
      active.finish(j);
    } else {
      tau2[l] = inside(l, t + step);
    }
  }

  private double inside(int l, double t) {
    if (t > low[l] && t < high[l]) {
      return t;
    }
    return high[l] < Double.POSITIVE_INFINITY ? low[l] + (high[l] - low[l]) / 2 : 2 * low[l] + 1;
  }

  /** The zero of B/A − 1 between the last point and t, by cubic inverse interpolation. */
  private double between(int l, int j, double t) {
    double f0 = b[l] / a[l] - 1;
    double f1 = score.b[j] / score.a[j] - 1;
    double slope0 = slope(f0, inverseC[l], inverseR[l]);
    double slope1 = slope(f1, score.inverseC[j], score.inverseR[j]);
    double width = f1 - f0;
    double x = -f0 / width;
    double y = 1 - x;
    return point[l] * y * y * (1 + 2 * x)
        + t * x * x * (1 + 2 * y)
        + x * y * width * (slope0 * y - slope1 * x);
  }

  /** The derivative of t by B/A. */
  private static double slope(double f, double inverseC, double inverseR) {
    return inverseC * inverseR / ((1 + f) * (2 * inverseR - inverseC));
  }

  private void giveUp(LaneBlock block, int j, int l, double[] tau2) {
    rescue(block, l, tau2);
    active.finish(j);
  }

  private void rescue(LaneBlock block, int l, double[] tau2) {
    rescued++;
    tau2[l] = Tau2Estimator.REML.estimate(block.present(block.d, l), block.present(block.v, l));
  }
}
