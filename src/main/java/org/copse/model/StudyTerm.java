package org.copse.model;

import org.copse.numeric.GaussHermite;

/**
 * One study's share of a mixed model's log-likelihood: the logarithm of ∫ exp[Σⱼ fⱼ(Aⱼθ + Bⱼγ +
 * Cⱼτz)] φ(z) dz over its arms j, where γ, if any arm has it, is the study's own and is profiled
 * out.
 *
 * <p>The quadrature is centred at the integrand's mode and scaled by its curvature there. First and
 * second derivatives are expectations under the same points (Louis, JRSS B 1982;44:226-233), so
 * they are those of the integral itself, not of the rule. Keeps its mode and γ as the next start:
 * use one instance in one thread.
 */
final class StudyTerm {

  /** What {@link #add} adds up: log-likelihood, its scores in θ and τ², second derivatives. */
  static final int VALUE = 0;

  static final int THETA = 1;
  static final int TAU2 = 2;
  static final int THETA_THETA = 3;
  static final int THETA_TAU = 4;
  static final int TAU_TAU = 5;
  static final int SIZE = 6;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double MODE_ACCURACY = 1e-3;
  private static final int MOST_STEPS = 200;
  private static final double FAR = 4;

  private final CountLikelihood[] arms;
  private final double[] a;
  private final double[] b;
  private final double[] c;
  private final boolean profiled;
  private final double[] f = new double[3];
  private double gamma;
  private double mode;

  // at the last point: sums over arms, then expectations
  private double fSum;
  private double gTheta;
  private double gGamma;
  private double gU;
  private double hThetaTheta;
  private double hThetaGamma;
  private double hGammaGamma;
  private double hThetaU;
  private double hGammaU;
  private double hUU;
  private final double[] e = new double[11];

  private StudyTerm(CountLikelihood[] arms, double[] a, double[] b, double[] c, double gamma) {
    this.arms = arms;
    this.a = a;
    this.b = b;
    this.c = c;
    this.profiled = b.length > 0;
    this.gamma = gamma;
  }

  /** A study whose likelihood depends on θ + τz alone. */
  static StudyTerm of(CountLikelihood likelihood) {
    double[] one = {1};
    return new StudyTerm(new CountLikelihood[] {likelihood}, one, new double[0], one, 0);
  }

  /**
   * Two arms with a nuisance parameter.
   *
   * @param a loadings of θ
   * @param b loadings of γ
   * @param c loadings of the random effect
   * @param gamma where to start
   */
  static StudyTerm of(
      CountLikelihood arm1,
      CountLikelihood arm2,
      double[] a,
      double[] b,
      double[] c,
      double gamma) {
    return new StudyTerm(new CountLikelihood[] {arm1, arm2}, a, b, c, gamma);
  }

  /** Adds this study to the sums, γ at its best for θ and τ. */
  void add(double theta, double tau, GaussHermite rule, double[] sums) {
    if (profiled) {
      gamma =
          ConcaveRoot.of(
              gamma,
              (trial, out) -> {
                gamma = trial;
                integrate(theta, tau, rule);
                out[0] = gammaScore();
                out[1] = gammaSlope();
              });
    } else {
      integrate(theta, tau, rule);
    }
    sums[VALUE] += e[0];
    sums[THETA] += e[1];
    sums[TAU2] += e[10];
    sums[THETA_THETA] += e[4] - e[1] * e[1];
    sums[THETA_TAU] += e[6] - e[1] * e[3];
    sums[TAU_TAU] += e[9] - e[3] * e[3];
    if (profiled) {
      double slope = gammaSlope();
      sums[THETA_THETA] -= thetaGamma() * thetaGamma() / slope;
      sums[THETA_TAU] -= thetaGamma() * tauGamma() / slope;
      sums[TAU_TAU] -= tauGamma() * tauGamma() / slope;
    }
  }

  /** The study's own parameter at the last point. */
  double gamma() {
    return gamma;
  }

  private double gammaScore() {
    return e[2];
  }

  /** Second derivative in γ at the last point. */
  double gammaSlope() {
    return e[7] - e[2] * e[2];
  }

  /** Mixed derivative in θ and γ at the last point. */
  double thetaGamma() {
    return e[5] - e[1] * e[2];
  }

  /** Mixed derivative in τ and γ at the last point. */
  double tauGamma() {
    return e[8] - e[2] * e[3];
  }

  private void integrate(double theta, double tau, GaussHermite rule) {
    double curvature = findMode(theta, tau);
    double spread = Math.sqrt(2 / curvature);
    double reference = fSum - mode * mode / 2;
    double sum = 0;
    java.util.Arrays.fill(e, 0);
    for (int j = 0; j < rule.points(); j++) {
      double z = mode + spread * rule.node(j);
      at(theta, tau * z);
      double w = rule.weight(j) * Math.exp(fSum - z * z / 2 - reference);
      // where nothing is left of the integrand its derivatives may overflow
      if (w > 0) {
        sum += w;
        collect(w, z);
      }
    }
    for (int i = 1; i < e.length; i++) {
      e[i] /= sum;
    }
    e[0] = reference + Math.log(sum * spread) - HALF_LOG_TWO_PI;
  }

  private void collect(double w, double z) {
    double gTau = z * gU;
    e[1] += w * gTheta;
    e[3] += w * gTau;
    e[4] += w * (hThetaTheta + gTheta * gTheta);
    e[6] += w * (z * hThetaU + gTheta * gTau);
    e[9] += w * (z * z * hUU + gTau * gTau);
    e[10] += w * 0.5 * (hUU + gU * gU);
    if (profiled) {
      e[2] += w * gGamma;
      e[5] += w * (hThetaGamma + gTheta * gGamma);
      e[7] += w * (hGammaGamma + gGamma * gGamma);
      e[8] += w * (z * hGammaU + gGamma * gTau);
    }
  }

  /** Moves the mode to where the integrand is largest in z; returns its curvature there. */
  private double findMode(double theta, double tau) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    // from an overshoot a Poisson mean comes back by one on the log scale a step only
    double farthest = FAR / tau;
    for (int step = 0; step < MOST_STEPS; step++) {
      at(theta, tau * mode);
      double slope = tau * gU - mode;
      double curvature = 1 - tau * tau * hUU;
      // the curvature is at least 1, so the mode is no farther than the slope
      if (slope > 0) {
        low = mode;
        high = Math.min(high, mode + slope);
      } else {
        high = mode;
        low = Math.max(low, mode + slope);
      }
      if (Math.abs(slope) <= MODE_ACCURACY * Math.sqrt(curvature)) {
        return curvature;
      }
      double next = mode + Math.max(-farthest, Math.min(farthest, slope / curvature));
      if (next <= low || next >= high) {
        next = 0.5 * (low + high);
      }
      if (next == mode) {
        return curvature;
      }
      mode = next;
    }
    at(theta, tau * mode);
    return 1 - tau * tau * hUU;
  }

  private void at(double theta, double u) {
    if (!profiled) {
      arms[0].at(theta + u, f);
      fSum = f[0];
      gTheta = f[1];
      gU = f[1];
      hThetaTheta = f[2];
      hThetaU = f[2];
      hUU = f[2];
      return;
    }
    fSum = gTheta = gGamma = gU = 0;
    hThetaTheta = hThetaGamma = hGammaGamma = hThetaU = hGammaU = hUU = 0;
    for (int j = 0; j < arms.length; j++) {
      arms[j].at(a[j] * theta + b[j] * gamma + c[j] * u, f);
      fSum += f[0];
      gTheta += a[j] * f[1];
      gGamma += b[j] * f[1];
      gU += c[j] * f[1];
      hThetaTheta += a[j] * a[j] * f[2];
      hThetaGamma += a[j] * b[j] * f[2];
      hGammaGamma += b[j] * b[j] * f[2];
      hThetaU += a[j] * c[j] * f[2];
      hGammaU += b[j] * c[j] * f[2];
      hUU += c[j] * c[j] * f[2];
    }
  }
}
