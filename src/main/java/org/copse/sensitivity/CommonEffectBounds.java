package org.copse.sensitivity;

import java.util.stream.IntStream;
import org.copse.numeric.LongRun;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * The extremes of a common effect when each estimate and each variance may lie anywhere in an
 * interval of its own.
 *
 * <p><b>Formula</b>: with N = Σwᵢyᵢ and W = Σwᵢ the estimate N/W, the limit N/W + z/√W and the
 * statistic N/√W grow with every yᵢ, so that these lie at their ends; their derivative in wⱼ has
 * the sign of yⱼ − t with one threshold t for all studies (μ, μ + z/(2√W), μ/2). At an extreme all
 * studies above the threshold therefore have one end of their weight, all below the other, and at
 * most the one at the threshold lies between: k + 1 places to look, the last one solved in closed
 * form. Lower limits by reflection. Q grows with every weight, is least at the point nearest to all
 * intervals and largest at one of the 2ᵏ corners. <b>Accuracy</b>: 1e-12. <b>Source</b>: derived
 * here.
 */
final class CommonEffectBounds {

  /** Beyond this many studies the corners of Q are too many. */
  static final int MOST_CORNERS = 16;

  private final double[] low;
  private final double[] high;
  private final double[] light;
  private final double[] heavy;

  /**
   * Boxes of the studies.
   *
   * @param boxes for each study lowest and highest estimate, lowest and highest variance
   */
  CommonEffectBounds(double[][] boxes) {
    low = column(boxes, 0);
    high = column(boxes, 1);
    heavy = inverse(column(boxes, 2));
    light = inverse(column(boxes, 3));
  }

  private static double[] column(double[][] boxes, int j) {
    return IntStream.range(0, boxes.length).mapToDouble(i -> boxes[i][j]).toArray();
  }

  private static double[] inverse(double[] variances) {
    return IntStream.range(0, variances.length).mapToDouble(i -> 1 / variances[i]).toArray();
  }

  /** A function of N and W, largest or smallest at a threshold. */
  private interface Surface {
    double value(double n, double w);

    /** The W at which the derivative in one weight vanishes; a and sum are of the others. */
    double stationary(double y, double a, double sum);
  }

  private static final Surface MEAN =
      new Surface() {
        @Override
        public double value(double n, double w) {
          return n / w;
        }

        @Override
        public double stationary(double y, double a, double sum) {
          return Double.NaN;
        }
      };

  private static final Surface STATISTIC =
      new Surface() {
        @Override
        public double value(double n, double w) {
          return n / Math.sqrt(w);
        }

        @Override
        public double stationary(double y, double a, double sum) {
          return (a - sum * y) / y;
        }
      };

  private static Surface limit(double z) {
    return new Surface() {
      @Override
      public double value(double n, double w) {
        return n / w + z / Math.sqrt(w);
      }

      @Override
      public double stationary(double y, double a, double sum) {
        double root = 2 * (sum * y - a) / z;
        return root > 0 ? root * root : Double.NaN;
      }
    };
  }

  double[] estimate() {
    return new double[] {-extreme(negative(low), MEAN, 1), extreme(high, MEAN, 1)};
  }

  double[] upperLimit(double level) {
    Surface limit = limit(Quantiles.twoSided(level, Double.POSITIVE_INFINITY));
    return new double[] {-extreme(low, limit, -1), extreme(high, limit, 1)};
  }

  double[] lowerLimit(double level) {
    Surface limit = limit(Quantiles.twoSided(level, Double.POSITIVE_INFINITY));
    return new double[] {-extreme(negative(low), limit, 1), extreme(negative(high), limit, -1)};
  }

  /** Bounds of the two-sided p value of the test of no effect. */
  double[] p() {
    double least = -extreme(low, STATISTIC, -1);
    double most = extreme(high, STATISTIC, 1);
    double far = Math.max(Math.abs(least), Math.abs(most));
    double near = least <= 0 && most >= 0 ? 0 : Math.min(Math.abs(least), Math.abs(most));
    return new double[] {
      Quantiles.twoSidedP(far, Double.POSITIVE_INFINITY),
      Quantiles.twoSidedP(near, Double.POSITIVE_INFINITY)
    };
  }

  private static double[] negative(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> -values[i]).toArray();
  }

  /** Largest value of sign × surface over all weights. */
  private double extreme(double[] y, Surface surface, int sign) {
    int[] order =
        IntStream.range(0, y.length)
            .boxed()
            .sorted((i, j) -> Double.compare(y[j], y[i]))
            .mapToInt(i -> i)
            .toArray();
    double best = Double.NEGATIVE_INFINITY;
    for (double[][] ends : new double[][][] {{light, heavy}, {heavy, light}}) {
      best = Math.max(best, alongThreshold(y, order, ends[0], ends[1], surface, sign));
    }
    return best;
  }

  private static double alongThreshold(
      double[] y, int[] order, double[] below, double[] above, Surface surface, int sign) {
    double sum = 0;
    double n = 0;
    for (int i : order) {
      sum += below[i];
      n += below[i] * y[i];
    }
    double best = sign * surface.value(n, sum);
    for (int i : order) {
      double others = sum - below[i];
      double a = n - below[i] * y[i];
      double between = surface.stationary(y[i], a, others) - others;
      double least = Math.min(below[i], above[i]);
      double most = Math.max(below[i], above[i]);
      if (between > least && between < most) {
        best = Math.max(best, sign * surface.value(a + between * y[i], others + between));
      }
      sum = others + above[i];
      n = a + above[i] * y[i];
      best = Math.max(best, sign * surface.value(n, sum));
    }
    return best;
  }

  /** Smallest Q: light studies, each as near to the best centre as it can be. */
  double leastQ() {
    double from = IntStream.range(0, low.length).mapToDouble(i -> low[i]).min().orElseThrow();
    double to = IntStream.range(0, low.length).mapToDouble(i -> high[i]).max().orElseThrow();
    double centre =
        slope(from) >= 0 ? from : slope(to) <= 0 ? to : Roots.between(this::slope, from, to);
    double q = 0;
    for (int i = 0; i < low.length; i++) {
      double away = away(i, centre);
      q += light[i] * away * away;
    }
    return q;
  }

  private double slope(double centre) {
    double sum = 0;
    for (int i = 0; i < low.length; i++) {
      sum += light[i] * away(i, centre);
    }
    return sum;
  }

  private double away(int i, double centre) {
    return centre < low[i] ? centre - low[i] : centre > high[i] ? centre - high[i] : 0;
  }

  /** Largest Q: heavy studies at the ends of their estimates, all corners tried. */
  double mostQ() {
    int k = low.length;
    double most = 0;
    for (int corner = 0; corner < 1 << (k - 1); corner++) {
      LongRun.heed();
      most = Math.max(most, Math.max(q(corner), q(~corner)));
    }
    return most;
  }

  private double q(int corner) {
    double sum = 0;
    double n = 0;
    for (int i = 0; i < low.length; i++) {
      sum += heavy[i];
      n += heavy[i] * end(corner, i);
    }
    double q = 0;
    for (int i = 0; i < low.length; i++) {
      double away = end(corner, i) - n / sum;
      q += heavy[i] * away * away;
    }
    return q;
  }

  private double end(int corner, int i) {
    return (corner >>> i & 1) != 0 ? high[i] : low[i];
  }
}
