package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.copse.numeric.GaussHermite;
import org.copse.numeric.LongRun;

/**
 * Global maximum of the likelihood with random study effects: mean effect θ, mean study effect α,
 * and the two standard deviations.
 *
 * <p>The likelihood is an even function of each standard deviation, so that Newton's method needs
 * no bounds; eigenvalues of the wrong sign are turned, steps that do not climb are halved. Several
 * starts and each boundary (a variance of 0) are tried; the highest wins.
 */
final class RandomStudyEffects {

  private static final int SCAN_POINTS = 5;
  private static final int FIRST_POINTS = 12;
  private static final int MOST_POINTS = 90;
  private static final int MOST_STEPS = 200;
  private static final double ACCURACY = 1e-10;
  // more than five points in each dimension can be wrong by
  private static final double CLEARLY_LOWER = 1;
  private static final double LARGEST = Math.sqrt(GlmmOptimum.LARGEST_TAU2);
  private static final boolean[][] FREE = {
    {true, true, false, false},
    {true, true, true, false},
    {true, true, false, true},
    {true, true, true, true}
  };

  private final List<TwoArmTerm> terms;
  private final double constant;
  private final double rounding;
  private final double theta;
  private final double alpha;

  RandomStudyEffects(
      List<TwoArmTerm> terms, double constant, double counts, double theta, double alpha) {
    this.terms = terms;
    this.constant = constant;
    this.rounding = 1e-16 * counts;
    this.theta = theta;
    this.alpha = alpha;
  }

  /** The maximum with τ² = 0. */
  GlmmOptimum common() {
    return best(FREE[0], FREE[2]);
  }

  /** The maximum over τ² ≥ 0. */
  GlmmOptimum maximum() {
    return terms.size() < 2 ? common() : best(FREE);
  }

  /** Log-likelihood at θ, α, τ, σ. */
  double logLikelihood(double[] x, int points) {
    return at(x, GaussHermite.of(points)).value + constant;
  }

  private GlmmOptimum best(boolean[]... choices) {
    List<Start> all = new ArrayList<>();
    for (boolean[] free : choices) {
      all.addAll(starts(free));
    }
    double highest = all.stream().mapToDouble(Start::value).max().orElseThrow();
    GlmmOptimum best = null;
    for (Start start : all) {
      if (start.value() < highest - CLEARLY_LOWER) {
        continue;
      }
      GlmmOptimum peak = refined(start.x(), start.free());
      // a boundary is left only for what rounding cannot explain
      if (best == null || peak.logLikelihood() > best.logLikelihood() + ACCURACY / 100) {
        best = peak;
      }
    }
    return best;
  }

  /** A maximum by few points: where, which parameters were free, and how high. */
  private static final class Start {
    private final double[] x;
    private final boolean[] free;
    private final double value;

    Start(double[] x, boolean[] free, double value) {
      this.x = x;
      this.free = free;
      this.value = value;
    }

    double[] x() {
      return x;
    }

    boolean[] free() {
      return free;
    }

    double value() {
      return value;
    }
  }

  /** Different maxima by few points. */
  private List<Start> starts(boolean[] free) {
    GaussHermite rule = GaussHermite.of(SCAN_POINTS);
    List<Start> found = new ArrayList<>();
    for (double tau : free[2] ? new double[] {0.3, 1.5} : new double[1]) {
      for (double sigma : free[3] ? new double[] {0.4, 1.5} : new double[1]) {
        double[] x = {theta, alpha, tau, sigma};
        climb(x, free, rule, 1e-6);
        if (found.stream().noneMatch(o -> near(o.x(), x))) {
          found.add(new Start(x, free, at(x, rule).value));
        }
      }
    }
    return found;
  }

  private static boolean near(double[] a, double[] b) {
    double distance = 0;
    for (int i = 0; i < a.length; i++) {
      distance = Math.max(distance, Math.abs(Math.abs(a[i]) - Math.abs(b[i])));
    }
    return distance < 0.01;
  }

  private GlmmOptimum refined(double[] x, boolean[] free) {
    GlmmOptimum optimum = null;
    for (int points = FIRST_POINTS; points <= MOST_POINTS; points += points / 2) {
      climb(x, free, GaussHermite.of(points), 1e-19);
      TwoArmTerm.Sums sums = at(x, GaussHermite.of(points));
      double change = Math.abs(at(x, GaussHermite.of(2 * points)).value - sums.value);
      optimum = optimum(x, free, sums, points, change);
      double sum = 4e-16 * Math.abs(sums.value) * Math.sqrt(terms.size());
      if (change <= ACCURACY + rounding + sum) {
        return optimum;
      }
    }
    return optimum;
  }

  private GlmmOptimum optimum(
      double[] x, boolean[] free, TwoArmTerm.Sums sums, int points, double change) {
    int[] active = active(x, free);
    EigenDecomposition information = information(sums, active);
    double variance = 0;
    for (int i = 0; i < active.length; i++) {
      double part = information.getEigenvector(i).getEntry(0);
      variance += part * part / Math.abs(information.getRealEigenvalue(i));
    }
    double error = Math.sqrt(variance);
    return new GlmmOptimum(
        x[0],
        error,
        x[2] * x[2],
        x[3] * x[3],
        sums.value + constant,
        sums.score[0] * error,
        sums.tau2,
        points,
        change);
  }

  /** Newton's method to a maximum near x, in place; the accuracy is that of twice the gain left. */
  private void climb(double[] x, boolean[] free, GaussHermite rule, double accuracy) {
    TwoArmTerm.Sums here = at(x, rule);
    double[] move = new double[x.length];
    double gain = newton(here, active(x, free), move);
    for (int step = 0; step < MOST_STEPS && gain > accuracy; step++) {
      boolean accepted = false;
      for (double part = 1; part > 1e-6 && !accepted; part /= 4) {
        double[] to = moved(x, move, part);
        TwoArmTerm.Sums next = at(to, rule);
        double[] nextMove = new double[x.length];
        double nextGain = newton(next, active(to, free), nextMove);
        // few points: value and derivatives may disagree a little, progress in either will do
        accepted = next.value > here.value || nextGain < 0.5 * gain;
        if (accepted) {
          System.arraycopy(to, 0, x, 0, to.length);
          here = next;
          move = nextMove;
          gain = nextGain;
        }
      }
      if (!accepted) {
        return;
      }
    }
  }

  private static double[] moved(double[] x, double[] move, double part) {
    double[] to = x.clone();
    for (int i = 0; i < x.length; i++) {
      to[i] += part * Math.max(-2, Math.min(2, move[i]));
    }
    to[2] = Math.max(-LARGEST, Math.min(LARGEST, to[2]));
    to[3] = Math.max(-LARGEST, Math.min(LARGEST, to[3]));
    return to;
  }

  /** Puts the step into move, returns twice the gain that it promises. */
  private static double newton(TwoArmTerm.Sums sums, int[] active, double[] move) {
    EigenDecomposition information = information(sums, active);
    double largest = 0;
    for (double value : information.getRealEigenvalues()) {
      largest = Math.max(largest, Math.abs(value));
    }
    double gain = 0;
    for (int i = 0; i < active.length; i++) {
      double slope = 0;
      for (int p = 0; p < active.length; p++) {
        slope += information.getEigenvector(i).getEntry(p) * sums.score[active[p]];
      }
      double curvature = Math.max(Math.abs(information.getRealEigenvalue(i)), 1e-10 * largest);
      gain += slope * slope / curvature;
      for (int p = 0; p < active.length; p++) {
        move[active[p]] += information.getEigenvector(i).getEntry(p) * slope / curvature;
      }
    }
    return gain;
  }

  private static EigenDecomposition information(TwoArmTerm.Sums sums, int[] active) {
    double[][] values = new double[active.length][active.length];
    for (int p = 0; p < active.length; p++) {
      for (int q = 0; q < active.length; q++) {
        values[p][q] = -sums.hessian[active[Math.max(p, q)]][active[Math.min(p, q)]];
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(values, false));
  }

  /** Parameters that are free and not held at the largest standard deviation. */
  private static int[] active(double[] x, boolean[] free) {
    return java.util.stream.IntStream.range(0, x.length)
        .filter(i -> free[i] && (i < 2 || Math.abs(x[i]) < LARGEST))
        .toArray();
  }

  private TwoArmTerm.Sums at(double[] x, GaussHermite rule) {
    TwoArmTerm.Sums sums = new TwoArmTerm.Sums();
    for (TwoArmTerm term : terms) {
      LongRun.heed();
      term.add(x, rule, sums);
    }
    return sums;
  }
}
