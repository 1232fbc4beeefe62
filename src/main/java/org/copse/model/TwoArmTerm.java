package org.copse.model;

import org.copse.numeric.GaussHermite;

/**
 * One study's share of the log-likelihood with a random study effect and a random treatment effect:
 * η₁ = α + θ + σz₁ + c₁τz₂, η₂ = α + σz₁ − c₂τz₂, z₁ and z₂ independent standard normal.
 *
 * <p>A product rule, centred at the integrand's mode and turned and scaled by the Cholesky factor
 * of its curvature there. Derivatives as in {@link StudyTerm}.
 */
final class TwoArmTerm {

  /** Parameters: θ, α, τ, σ. */
  static final int PARAMETERS = 4;

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
  private static final double MODE_ACCURACY = 1e-3;
  private static final int MOST_STEPS = 200;

  private final CountLikelihood arm1;
  private final CountLikelihood arm2;
  private final double c1;
  private final double c2;
  private final double[] f1 = new double[3];
  private final double[] f2 = new double[3];
  private final double[] first = new double[PARAMETERS];
  private final double[] meanFirst = new double[PARAMETERS];
  private final double[][] meanSecond = new double[PARAMETERS][PARAMETERS];
  private final double[] d1 = {1, 1, 0, 0};
  private final double[] d2 = {0, 1, 0, 0};
  private double mode1;
  private double mode2;

  TwoArmTerm(CountLikelihood arm1, CountLikelihood arm2, double c1) {
    this.arm1 = arm1;
    this.arm2 = arm2;
    this.c1 = c1;
    this.c2 = 1 - c1;
  }

  /**
   * Adds this study to the sums; a standard deviation of 0 needs one point.
   *
   * @param x θ, α, τ, σ
   */
  void add(double[] x, GaussHermite rule, Sums sums) {
    GaussHermite one = GaussHermite.of(1);
    GaussHermite rule1 = x[3] == 0 ? one : rule;
    GaussHermite rule2 = x[2] == 0 ? one : rule;
    double[] l = findMode(x);
    double reference = exponent(x, mode1, mode2);
    double sum = 0;
    double tau2 = 0;
    double sigma2 = 0;
    java.util.Arrays.fill(meanFirst, 0);
    for (double[] row : meanSecond) {
      java.util.Arrays.fill(row, 0);
    }
    for (int i = 0; i < rule1.points(); i++) {
      for (int j = 0; j < rule2.points(); j++) {
        // columns of the inverse transposed factor: the second coordinate feeds the first
        double y2 = Math.sqrt(2) * rule2.node(j) / l[2];
        double y1 = (Math.sqrt(2) * rule1.node(i) - l[1] * y2) / l[0];
        double z1 = mode1 + y1;
        double z2 = mode2 + y2;
        double w = rule1.weight(i) * rule2.weight(j) * Math.exp(exponent(x, z1, z2) - reference);
        // where nothing is left of the integrand its derivatives may overflow
        if (w == 0) {
          continue;
        }
        sum += w;
        collect(w, z1, z2);
        double u = c1 * f1[1] - c2 * f2[1];
        tau2 += w * 0.5 * (c1 * c1 * f1[2] + c2 * c2 * f2[2] + u * u);
        double v = f1[1] + f2[1];
        sigma2 += w * 0.5 * (f1[2] + f2[2] + v * v);
      }
    }
    sums.value += reference + Math.log(2 * sum / (l[0] * l[2])) - LOG_TWO_PI;
    sums.tau2 += tau2 / sum;
    sums.sigma2 += sigma2 / sum;
    for (int p = 0; p < PARAMETERS; p++) {
      sums.score[p] += meanFirst[p] / sum;
      for (int q = 0; q < PARAMETERS; q++) {
        sums.hessian[p][q] += meanSecond[p][q] / sum - meanFirst[p] * meanFirst[q] / (sum * sum);
      }
    }
  }

  private double exponent(double[] x, double z1, double z2) {
    double common = x[1] + x[3] * z1;
    arm1.at(common + x[0] + c1 * x[2] * z2, f1);
    arm2.at(common - c2 * x[2] * z2, f2);
    return f1[0] + f2[0] - (z1 * z1 + z2 * z2) / 2;
  }

  private void collect(double w, double z1, double z2) {
    d1[2] = c1 * z2;
    d1[3] = z1;
    d2[2] = -c2 * z2;
    d2[3] = z1;
    for (int p = 0; p < PARAMETERS; p++) {
      first[p] = f1[1] * d1[p] + f2[1] * d2[p];
      meanFirst[p] += w * first[p];
    }
    for (int p = 0; p < PARAMETERS; p++) {
      for (int q = 0; q < PARAMETERS; q++) {
        double second = f1[2] * d1[p] * d1[q] + f2[2] * d2[p] * d2[q];
        meanSecond[p][q] += w * (second + first[p] * first[q]);
      }
    }
  }

  /** Moves to the mode; returns the factor (l11, l21, l22) of the curvature there. */
  private double[] findMode(double[] x) {
    double value = exponent(x, mode1, mode2);
    double[] l = factor(x);
    for (int step = 0; step < MOST_STEPS; step++) {
      double s1 = x[3] * (f1[1] + f2[1]) - mode1;
      double s2 = x[2] * (c1 * f1[1] - c2 * f2[1]) - mode2;
      double y1 = s1 / l[0];
      double y2 = (s2 - l[1] * y1) / l[2];
      if (y1 * y1 + y2 * y2 < MODE_ACCURACY * MODE_ACCURACY) {
        return l;
      }
      double move2 = y2 / l[2];
      double move1 = (y1 - l[1] * move2) / l[0];
      double from1 = mode1;
      double from2 = mode2;
      double before = value;
      for (double part = 1; part > 1e-10; part /= 2) {
        mode1 = from1 + part * move1;
        mode2 = from2 + part * move2;
        value = exponent(x, mode1, mode2);
        if (value >= before) {
          break;
        }
      }
      l = factor(x);
    }
    return l;
  }

  /** Lower Cholesky factor of the curvature at the last point. */
  private double[] factor(double[] x) {
    double e1 = c1 * x[2];
    double e2 = -c2 * x[2];
    double a11 = 1 - x[3] * x[3] * (f1[2] + f2[2]);
    double a21 = -x[3] * (f1[2] * e1 + f2[2] * e2);
    double a22 = 1 - f1[2] * e1 * e1 - f2[2] * e2 * e2;
    double l11 = Math.sqrt(a11);
    double l21 = a21 / l11;
    return new double[] {l11, l21, Math.sqrt(Math.max(1e-300, a22 - l21 * l21))};
  }

  /** What {@link #add} adds up: value, derivatives, and those in τ² and σ². */
  static final class Sums {
    double value;
    double tau2;
    double sigma2;
    final double[] score = new double[PARAMETERS];
    final double[][] hessian = new double[PARAMETERS][PARAMETERS];
  }
}
