package org.copse.model;

import org.copse.effect.TwoByTwo;
import org.copse.numeric.LongRun;

/**
 * One study's part in the penalised likelihood of a logistic model with an intercept a study and a
 * common treatment effect β: logit p₁ = α + β, logit p₂ = α.
 *
 * <p>With w = np(1 − p), d = w₁ + w₂ and g = w₁w₂/d the determinant of the information of all
 * intercepts and β is Πdᵢ Σgᵢ, so that the penalty ½ ln det couples the studies only through Σgᵢ.
 */
final class FirthStudy {

  private static final int MAX_STEPS = 200;

  private final TwoByTwo table;
  private double alpha;
  private double p1;
  private double p2;
  private double w1;
  private double w2;

  FirthStudy(TwoByTwo table) {
    this.table = table;
    double share = (table.events() + 0.5) / (table.total() + 1);
    this.alpha = Math.log(share / (1 - share));
  }

  /** Puts α at the maximum of ln L + ½ ln d + λg for a given β: Newton's method, bracketed. */
  void maximise(double beta, double lambda) {
    LongRun.heed();
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      evaluate(beta);
      double slope = alphaSlope(lambda);
      if (slope > 0) {
        low = alpha;
      } else {
        high = alpha;
      }
      double move = Math.max(-2, Math.min(2, -slope / curvature(lambda)));
      double next = alpha + (move * slope > 0 ? move : Math.signum(slope));
      if (Math.abs(next - alpha) <= 4e-16 * Math.max(1, Math.abs(alpha))) {
        break;
      }
      alpha = next > low && next < high ? next : (low + high) / 2;
    }
    evaluate(beta);
  }

  private void evaluate(double beta) {
    p1 = 1 / (1 + Math.exp(-alpha - beta));
    p2 = 1 / (1 + Math.exp(-alpha));
    // p(1 - p) without cancellation in either tail
    w1 = table.total1() * p1 / (1 + Math.exp(alpha + beta));
    w2 = table.total2() * p2 / (1 + Math.exp(alpha));
  }

  private double alphaSlope(double lambda) {
    return table.events1()
        - table.total1() * p1
        + (table.events2() - table.total2() * p2)
        + (slope1() + slope2()) / (2 * (w1 + w2))
        + lambda * informationSlope(slope1(), slope2());
  }

  private double slope1() {
    return w1 * (1 - 2 * p1);
  }

  private double slope2() {
    return w2 * (1 - 2 * p2);
  }

  /** g' when w₁' and w₂' are as given. */
  private double informationSlope(double first, double second) {
    double share1 = w1 / (w1 + w2);
    double share2 = w2 / (w1 + w2);
    return first * share2 * share2 + second * share1 * share1;
  }

  private double curvature(double lambda) {
    double d = w1 + w2;
    double a = slope1();
    double b = slope2();
    double aa = w1 * (1 - 6 * p1 * (1 - p1));
    double bb = w2 * (1 - 6 * p2 * (1 - p2));
    double relative = (a + b) / d;
    double g = (aa * w2 * w2 + bb * w1 * w1 + 2 * a * b * d) / (d * d);
    double second = g - 2 * informationSlope(a, b) * relative;
    return -d + 0.5 * ((aa + bb) / d - relative * relative) + lambda * second;
  }

  /** This study's share g of the information on β. */
  double information() {
    return w1 / (w1 + w2) * w2;
  }

  /** ∂β of ln L + ½ ln d + λg. */
  double betaSlope(double lambda) {
    return table.events1()
        - table.total1() * p1
        + slope1() / (2 * (w1 + w2))
        + lambda * informationSlope(slope1(), 0);
  }

  /** ln L + ½ ln d. */
  double value(double beta) {
    return table.events1() * logistic(alpha + beta)
        + table.nonEvents1() * logistic(-alpha - beta)
        + table.events2() * logistic(alpha)
        + table.nonEvents2() * logistic(-alpha)
        + 0.5 * Math.log(w1 + w2);
  }

  /** ln of the logistic function. */
  private static double logistic(double x) {
    return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
  }
}
