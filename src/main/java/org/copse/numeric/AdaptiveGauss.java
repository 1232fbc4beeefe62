package org.copse.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of smooth functions by Gauss-Kronrod rules of 7 and 15 points, halving where the two
 * differ; Apache Commons Math's Gauss-Legendre integrator refines everywhere at once.
 *
 * <p><b>Accuracy</b>: about 1e-12 of the integral for a function of one sign. <b>Source</b>:
 * Piessens et al., QUADPACK, 1983.
 */
public final class AdaptiveGauss {

  private static final int DEEPEST = 40;
  private static final int PANELS = 8;

  // of the difference between the two rules, far above the error of the better one
  private static final double TOLERANCE = 1e-10;

  /** Kronrod's nodes above 0, outermost first; those at odd places are Gauss's, as is 0. */
  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693013,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245
  };

  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649
  };
  private static final double KRONROD_CENTRE = 0.209482141084727828012999174891714;

  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975
  };
  private static final double GAUSS_CENTRE = 0.417959183673469387755102040816327;

  private AdaptiveGauss() {}

  /**
   * ∫ f from low to high.
   *
   * @param f a smooth function, finite on the interval
   * @param low lower end
   * @param high upper end
   * @return the integral
   */
  public static double integrate(DoubleUnaryOperator f, double low, double high) {
    if (!(high > low)) {
      return 0;
    }
    double size = 0;
    for (int i = 0; i < PANELS; i++) {
      size += Math.abs(rule(f, end(low, high, i), end(low, high, i + 1))[0]);
    }
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      sum += refined(f, end(low, high, i), end(low, high, i + 1), size * TOLERANCE, 0);
    }
    return sum;
  }

  private static double end(double low, double high, int panel) {
    return low + (high - low) * panel / PANELS;
  }

  private static double refined(
      DoubleUnaryOperator f, double low, double high, double allowed, int depth) {
    double[] rule = rule(f, low, high);
    if (depth >= DEEPEST || Math.abs(rule[0] - rule[1]) <= allowed) {
      return rule[0];
    }
    double middle = (low + high) / 2;
    return refined(f, low, middle, allowed, depth + 1)
        + refined(f, middle, high, allowed, depth + 1);
  }

  /** Kronrod's value and Gauss's. */
  private static double[] rule(DoubleUnaryOperator f, double low, double high) {
    LongRun.heed();
    double centre = (low + high) / 2;
    double half = (high - low) / 2;
    double middle = f.applyAsDouble(centre);
    double kronrod = KRONROD_CENTRE * middle;
    double gauss = GAUSS_CENTRE * middle;
    for (int i = 0; i < NODES.length; i++) {
      double both =
          f.applyAsDouble(centre - half * NODES[i]) + f.applyAsDouble(centre + half * NODES[i]);
      kronrod += KRONROD[i] * both;
      if (i % 2 == 1) {
        gauss += GAUSS[i / 2] * both;
      }
    }
    return new double[] {half * kronrod, half * gauss};
  }
}
