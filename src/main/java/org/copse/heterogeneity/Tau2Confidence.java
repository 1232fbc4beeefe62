package org.copse.heterogeneity;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.copse.numeric.QuadraticForm;

/**
 * The confidence distribution of tau² by Cochran's Q: H(t) = P(Q ≥ q observed | tau² = t), a
 * distribution function on t ≥ 0 with a mass at 0.
 *
 * <p>Its quantiles are read from a table, because random sampling asks for thousands: the normal
 * score of H is nearly linear in ln(1 + t/s), so a cubic spline through some hundred points is good
 * to about 1e-6; beyond probabilities of 1e-9 the ends of the table stand. <b>Source</b>:
 * Nagashima, Noma and Furukawa, Stat Methods Med Res 2019;28:1689-1702, equation 7.
 */
final class Tau2Confidence {

  private static final int POINTS = 200;
  private static final double TAIL = 1e-9;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] weights;
  private final double[] variances;
  private final double observed;
  private final double scale;
  private final double massAtZero;

  /** Null where all the mass lies at 0. */
  private PolynomialSplineFunction table;

  Tau2Confidence(double[] estimates, double[] variances) {
    this.variances = variances;
    weights = Weights.inverse(variances, 0);
    observed = Heterogeneity.of(estimates, variances).q();
    scale = smallest(variances);
    massAtZero = at(0).survival(observed);
    if (at(0).cumulative(observed) > TAIL) {
      tabulate();
    }
  }

  private static double smallest(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  /** Distribution of Q at a tau². */
  private QuadraticForm at(double tau2) {
    double[] total = new double[variances.length];
    for (int i = 0; i < total.length; i++) {
      total[i] = variances[i] + tau2;
    }
    return QuadraticForm.ofContrasts(weights, total);
  }

  private double tau2(double x) {
    return scale * Math.expm1(x);
  }

  private void tabulate() {
    double low = 0;
    double high = 1;
    while (at(tau2(high)).cumulative(observed) > TAIL) {
      high += 1;
    }
    // where Q is far out even for its expectation the table begins later
    if (massAtZero < TAIL) {
      low = firstAbove(high);
    }
    double[] scores = new double[POINTS];
    double[] places = new double[POINTS];
    int count = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = low + (high - low) * i / (POINTS - 1);
      double score = score(tau2(x));
      if (count == 0 || score > scores[count - 1]) {
        scores[count] = score;
        places[count++] = x;
      }
    }
    table =
        count < 3
            ? null
            : new SplineInterpolator()
                .interpolate(Arrays.copyOf(scores, count), Arrays.copyOf(places, count));
  }

  private double firstAbove(double end) {
    double low = 0;
    double high = end;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (at(tau2(middle)).survival(observed) < TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Normal score of H(t), from the smaller tail. */
  private double score(double tau2) {
    double upper = at(tau2).survival(observed);
    return upper < 0.5
        ? NORMAL.inverseCumulativeProbability(upper)
        : NORMAL.inverseSurvivalProbability(at(tau2).cumulative(observed));
  }

  /** The tau² with H(tau²) = probability; 0 up to the mass at 0. */
  double quantile(double probability) {
    if (probability <= massAtZero || table == null) {
      return 0;
    }
    double[] knots = table.getKnots();
    double score = NORMAL.inverseCumulativeProbability(probability);
    double inside = Math.max(knots[0], Math.min(score, knots[knots.length - 1]));
    return Math.max(0, tau2(table.value(inside)));
  }
}
