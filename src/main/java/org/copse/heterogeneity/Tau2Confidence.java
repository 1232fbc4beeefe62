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
 * to about 1e-6; beyond probabilities of 1e-9 the ends of the table stand. They are drawn in to
 * between 1e-12 and 1e-9: of many studies H leaps from 0 to 1 in so little of tau² that most points
 * would say nothing, or have an infinite score. Above {@value #MANY} studies there are fewer
 * points, because each is O(k). <b>Source</b>: Nagashima, Noma and Furukawa, Stat Methods Med Res
 * 2019;28:1689-1702, equation 7.
 */
final class Tau2Confidence {

  /** Above so many studies what is smooth in tau² is interpolated. */
  static final int MANY = 1000;

  private static final int POINTS = 200;
  private static final int LEAST_POINTS = 24;
  private static final int POINTS_A_UNIT = 8;
  private static final double TAIL = 1e-9;
  private static final double FAR_TAIL = 1e-12;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double[] weights;
  private final double[] variances;
  private final double observed;
  private final double scale;
  private final double massAtZero;
  private double low;
  private double high;

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

  /** tau² at a place. */
  double tau2(double x) {
    return scale * Math.expm1(x);
  }

  private void tabulate() {
    bracket();
    int points = points();
    double[] scores = new double[points];
    double[] places = new double[points];
    int count = 0;
    for (int i = 0; i < points; i++) {
      double x = low + (high - low) * i / (points - 1);
      double score = score(tau2(x));
      if (Double.isFinite(score) && (count == 0 || score > scores[count - 1])) {
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

  private int points() {
    return variances.length <= MANY
        ? POINTS
        : Math.min(POINTS, LEAST_POINTS + (int) Math.ceil(POINTS_A_UNIT * (high - low)));
  }

  private void bracket() {
    high = 1;
    double beyond = at(tau2(high)).cumulative(observed);
    while (beyond > TAIL) {
      low = high;
      high += 1;
      beyond = at(tau2(high)).cumulative(observed);
    }
    double inside = high == 1 ? 0 : low;
    low = 0;
    if (beyond < FAR_TAIL) {
      high = edge(high, inside, 1);
    }
    // where Q is far out even for its expectation the table begins later
    if (massAtZero < TAIL) {
      low = edge(0, high, -1);
    }
  }

  /**
   * A place where the tail lies between the two limits.
   *
   * @param outside a place with less of the tail
   * @param inside a place with more
   * @param side 1 for the tail above, -1 for that below
   */
  private double edge(double outside, double inside, int side) {
    double out = outside;
    double in = inside;
    for (int i = 0; i < 40; i++) {
      double middle = (out + in) / 2;
      QuadraticForm form = at(tau2(middle));
      double tail = side > 0 ? form.cumulative(observed) : form.survival(observed);
      if (tail >= TAIL) {
        in = middle;
      } else {
        out = middle;
        if (tail > FAR_TAIL) {
          break;
        }
      }
    }
    return out;
  }

  /** Normal score of H(t), from the smaller tail. */
  private double score(double tau2) {
    double odds = at(tau2).logOdds(observed);
    double tail = Math.exp(-Math.abs(odds));
    double smaller = tail / (1 + tail);
    return odds < 0
        ? NORMAL.inverseCumulativeProbability(smaller)
        : NORMAL.inverseSurvivalProbability(smaller);
  }

  /** Places from the least to the greatest quantile, evenly in ln(1 + tau²/s). */
  double[] grid(int points) {
    double[] grid = new double[points];
    Arrays.setAll(grid, i -> low + (high - low) * i / (points - 1));
    return grid;
  }

  /** ln(1 + tau²/s), the scale on which all is smooth. */
  double place(double tau2) {
    return Math.log1p(tau2 / scale);
  }

  /** Whether any quantile is above 0. */
  boolean isSpread() {
    return table != null;
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
