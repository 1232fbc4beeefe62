package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.numeric.GaussHermite;
import org.copse.numeric.LongRun;

/**
 * Global maximum of a mixed model's likelihood in one mean θ and one variance τ² ≥ 0.
 *
 * <p>For given τ² the likelihood is log-concave in θ (an integral of a log-concave function), so
 * its maximum is unique and found by safeguarded Newton steps. The profile score in τ² is scanned
 * over the range in which it can change sign; each change from + to − is a local maximum, found by
 * Newton's method between the two; the highest wins, τ² = 0 included. Points are added until twice
 * as many no longer change the log-likelihood.
 */
final class GlmmMaximiser {

  private static final int SCAN_POINTS = 7;
  private static final double SCAN_ACCURACY = 1e-3;
  private static final int FIRST_POINTS = 12;
  private static final int MOST_POINTS = 300;
  private static final int MOST_AT_BOUND = 50;
  private static final double STEPS_A_DECADE = 2.5;
  private static final double ACCURACY = 1e-10;

  private final List<StudyTerm> terms;
  private final double constant;
  private final double rounding;
  private double[] sums = new double[StudyTerm.SIZE];
  private double theta;

  /**
   * @param constant added to the log-likelihood
   * @param counts sum of all counts: what rounding errors are measured by
   * @param start a first guess of θ
   */
  GlmmMaximiser(List<StudyTerm> terms, double constant, double counts, double start) {
    this.terms = terms;
    this.constant = constant;
    this.rounding = 1e-16 * counts;
    this.theta = start;
  }

  /** The maximum with τ² = 0. */
  GlmmOptimum common() {
    profileScore(0, GaussHermite.of(2));
    return optimum(0, 2, 0);
  }

  /** The maximum over τ² ≥ 0. */
  GlmmOptimum maximum() {
    GlmmOptimum best = common();
    if (terms.size() < 2) {
      return best;
    }
    for (double start : peaks(GaussHermite.of(SCAN_POINTS))) {
      GlmmOptimum peak = refined(start);
      // a boundary is left only for what rounding cannot explain
      if (peak.logLikelihood() > best.logLikelihood() + ACCURACY / 100) {
        best = peak;
      }
    }
    return best;
  }

  /** Log-likelihood without its constant at a given point. */
  double logLikelihood(double at, double tau2, int points) {
    evaluate(at, Math.sqrt(tau2), GaussHermite.of(points));
    return sums[StudyTerm.VALUE] + constant;
  }

  private List<Double> peaks(GaussHermite rule) {
    List<Double> peaks = new ArrayList<>();
    double largest = 0;
    for (StudyTerm term : terms) {
      LongRun.heed();
      double[] one = new double[StudyTerm.SIZE];
      term.add(theta, 0, rule, one);
      largest = Math.max(largest, -one[StudyTerm.THETA_THETA]);
    }
    double lower = Math.max(1e-10, Math.min(1e-2, 0.01 / largest));
    double upper = GlmmOptimum.LARGEST_TAU2;
    int steps = (int) Math.ceil(STEPS_A_DECADE * Math.log10(upper / lower));
    double before = 0;
    boolean rising = profileScore(0, rule) > 0;
    for (int i = 0; i <= steps; i++) {
      double point = lower * Math.pow(upper / lower, (double) i / steps);
      boolean rises = profileScore(point, rule, SCAN_ACCURACY) > 0;
      if (rising && !rises) {
        peaks.add(before == 0 ? point / 2 : Math.sqrt(before * point));
      }
      rising = rises;
      before = point;
    }
    if (rising) {
      peaks.add(upper);
    }
    return peaks;
  }

  /** A peak of the scan with as many points as it takes. */
  private GlmmOptimum refined(double start) {
    double tau2 = start;
    double widening = 3;
    int points = enough(start, FIRST_POINTS);
    while (true) {
      tau2 = peak(tau2, widening, GaussHermite.of(points));
      double value = sums[StudyTerm.VALUE];
      GlmmOptimum optimum = optimum(tau2, points, 0);
      double change = changeByDoubling(tau2, points, value);
      boolean most = points >= (optimum.isAtUpperBound() ? MOST_AT_BOUND : MOST_POINTS);
      if (change <= tolerance(value) || most) {
        return with(optimum, change);
      }
      points += points / 2;
      widening = 1.01;
    }
  }

  /** Points that suffice at a first guess; spares a search for each number of them. */
  private int enough(double tau2, int first) {
    int points = first;
    double value = valueAt(tau2, points);
    while (points < MOST_AT_BOUND && changeByDoubling(tau2, points, value) > tolerance(value)) {
      points += points / 2;
      value = valueAt(tau2, points);
    }
    return points;
  }

  private double changeByDoubling(double tau2, int points, double value) {
    return Math.abs(valueAt(tau2, 2 * points) - value);
  }

  private double valueAt(double tau2, int points) {
    evaluate(theta, Math.sqrt(tau2), GaussHermite.of(points));
    return sums[StudyTerm.VALUE];
  }

  /** What doubling may change: the accuracy wanted and the rounding errors of counts and sum. */
  private double tolerance(double value) {
    return ACCURACY + rounding + 4e-16 * Math.abs(value) * Math.sqrt(terms.size());
  }

  /**
   * Root of the profile score near a start; 0 or the upper bound where the score keeps its sign.
   */
  private double peak(double start, double widening, GaussHermite rule) {
    double tau2 = start;
    double factor = widening;
    double low = start / factor;
    while (low > 0 && profileScore(low, rule) <= 0) {
      factor *= factor;
      low = low < 1e-12 ? 0 : low / factor;
    }
    factor = widening;
    double high = Math.min(GlmmOptimum.LARGEST_TAU2, start * factor);
    while (profileScore(high, rule) > 0) {
      if (high >= GlmmOptimum.LARGEST_TAU2) {
        return high;
      }
      factor *= factor;
      high = Math.min(GlmmOptimum.LARGEST_TAU2, high * factor);
    }
    double root =
        low == 0 && profileScore(0, rule) <= 0
            ? 0
            : between(Math.sqrt(low), Math.sqrt(high), Math.sqrt(tau2), rule);
    profileScore(root, rule);
    return root;
  }

  /** Newton's method in τ, whose score is 2τ times that in τ², by the profile's curvature. */
  private double between(double low, double high, double start, GaussHermite rule) {
    double tau =
        ConcaveRoot.between(
            low,
            high,
            start,
            ConcaveRoot.EXACT,
            (trial, out) -> {
              out[0] = 2 * trial * profileScore(trial * trial, rule);
              double cross = sums[StudyTerm.THETA_TAU];
              out[1] = sums[StudyTerm.TAU_TAU] - cross * cross / sums[StudyTerm.THETA_THETA];
            });
    return tau * tau;
  }

  /** Derivative in τ² of the likelihood maximised over θ; leaves θ and all sums at that point. */
  private double profileScore(double tau2, GaussHermite rule) {
    return profileScore(tau2, rule, ConcaveRoot.EXACT);
  }

  private double profileScore(double tau2, GaussHermite rule, double accuracy) {
    double tau = Math.sqrt(tau2);
    theta =
        ConcaveRoot.of(
            theta,
            accuracy,
            (trial, out) -> {
              evaluate(trial, tau, rule);
              out[0] = sums[StudyTerm.THETA];
              out[1] = sums[StudyTerm.THETA_THETA];
            });
    return sums[StudyTerm.TAU2];
  }

  private void evaluate(double trial, double tau, GaussHermite rule) {
    sums = new double[StudyTerm.SIZE];
    for (StudyTerm term : terms) {
      LongRun.heed();
      term.add(trial, tau, rule, sums);
    }
  }

  private GlmmOptimum optimum(double tau2, int points, double change) {
    double information = -sums[StudyTerm.THETA_THETA];
    double cross = sums[StudyTerm.THETA_TAU];
    double ofTau = -sums[StudyTerm.TAU_TAU];
    boolean interior = tau2 > 0 && tau2 < GlmmOptimum.LARGEST_TAU2 && ofTau > 0;
    double left = interior ? information - cross * cross / ofTau : information;
    double error = 1 / Math.sqrt(left > 0 ? left : information);
    return new GlmmOptimum(
        theta,
        error,
        tau2,
        Double.NaN,
        sums[StudyTerm.VALUE] + constant,
        sums[StudyTerm.THETA] * error,
        sums[StudyTerm.TAU2],
        points,
        change);
  }

  private static GlmmOptimum with(GlmmOptimum o, double change) {
    return new GlmmOptimum(
        o.theta(),
        o.standardError(),
        o.tau2(),
        o.sigma2(),
        o.logLikelihood(),
        o.thetaScore(),
        o.tau2Score(),
        o.points(),
        change);
  }

  /** The terms, at the last point evaluated. */
  List<StudyTerm> terms() {
    return terms;
  }

  /** The sums at the last point evaluated. */
  double[] sums() {
    return sums.clone();
  }
}
