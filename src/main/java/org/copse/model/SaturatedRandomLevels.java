package org.copse.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The saturated model with random study effects: η₁ = α + θᵢ + σz, η₂ = α + σz, an effect θᵢ in
 * each study, profiled out. A study whose first arm has no or only events has an infinite θᵢ; there
 * only its second arm says anything on α and σ.
 */
final class SaturatedRandomLevels {

  private static final double[] BOTH = {1, 1};
  private static final double[] FIRST = {1, 0};

  private final List<StudyTerm> terms = new ArrayList<>();
  private final List<StudyTerm> finite = new ArrayList<>();
  private final GlmmMaximiser maximiser;

  SaturatedRandomLevels(GlmmData data) {
    for (int i = 0; i < data.k(); i++) {
      CountLikelihood first = data.first().get(i);
      CountLikelihood second = data.second().get(i);
      boolean infinite = Double.isInfinite(first.mode());
      double start = first.mode() - data.level(i);
      StudyTerm term =
          infinite ? StudyTerm.of(second) : StudyTerm.of(first, second, BOTH, FIRST, BOTH, start);
      terms.add(term);
      if (!infinite) {
        finite.add(term);
      }
    }
    maximiser = new GlmmMaximiser(terms, data.constant(), data.counts(), data.meanLevel());
  }

  GlmmHeterogeneity heterogeneity(double common) {
    GlmmOptimum best = maximiser.maximum();
    maximiser.logLikelihood(best.theta(), best.tau2(), Math.max(2, best.points()));
    double ratio = 2 * (best.logLikelihood() - common);
    double wald = finite.size() < 2 ? 0 : wald(best.tau2() > 0);
    return GlmmHeterogeneity.of(wald, ratio, terms.size() - 1);
  }

  /**
   * θ′Mθ − (1′Mθ)²/1′M1, where M, the inverse of the covariance of the θᵢ, is what is left of their
   * information D when α and σ are eliminated: D − BA⁻¹B′.
   */
  private double wald(boolean withSigma) {
    int k = finite.size();
    double mean = finite.stream().mapToDouble(StudyTerm::gamma).average().orElseThrow();
    double[] theta = finite.stream().mapToDouble(t -> t.gamma() - mean).toArray();
    double[] ones = new double[k];
    java.util.Arrays.fill(ones, 1);
    double[] a = shared();
    double cross = product(ones, theta, a, withSigma);
    return product(theta, theta, a, withSigma) - cross * cross / product(ones, ones, a, withSigma);
  }

  /** Information of (α, σ) before the θᵢ were profiled out: αα, ασ, σσ. */
  private double[] shared() {
    double[] sums = maximiser.sums();
    double[] a = {
      -sums[StudyTerm.THETA_THETA], -sums[StudyTerm.THETA_TAU], -sums[StudyTerm.TAU_TAU]
    };
    for (StudyTerm t : finite) {
      a[0] -= t.thetaGamma() * t.thetaGamma() / t.gammaSlope();
      a[1] -= t.thetaGamma() * t.tauGamma() / t.gammaSlope();
      a[2] -= t.tauGamma() * t.tauGamma() / t.gammaSlope();
    }
    return a;
  }

  private double product(double[] x, double[] y, double[] a, boolean withSigma) {
    double direct = 0;
    double xa = 0;
    double xs = 0;
    double ya = 0;
    double ys = 0;
    for (int i = 0; i < x.length; i++) {
      StudyTerm t = finite.get(i);
      direct -= t.gammaSlope() * x[i] * y[i];
      xa -= t.thetaGamma() * x[i];
      xs -= t.tauGamma() * x[i];
      ya -= t.thetaGamma() * y[i];
      ys -= t.tauGamma() * y[i];
    }
    if (!withSigma) {
      return direct - xa * ya / a[0];
    }
    double determinant = a[0] * a[2] - a[1] * a[1];
    double inner = xa * (a[2] * ya - a[1] * ys) + xs * (a[0] * ys - a[1] * ya);
    return direct - inner / determinant;
  }
}
