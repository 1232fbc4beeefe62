package org.copse.model;

/**
 * Moments of weights under themselves, as Kenward-Roger's and Henmi and Copas' formulas need them,
 * with pᵢ = wᵢ/Σw, in O(k).
 *
 * <p>Written as sums of positive terms: differences such as Σw² − (Σw²)²/... lose all digits when
 * one study has nearly all the weight.
 *
 * @param sum Σw
 * @param mean W₂ = Σpw
 * @param variance Σp(w − W₂)² = Σw³/Σw − W₂²
 * @param third Σpw(w − W₂)² = Σw⁴/Σw − 2W₂Σw³/Σw + W₂³
 * @param tracePp Σw² − 2Σw³/Σw + W₂², the trace of P² for P = diag(w) − ww'/Σw
 */
record WeightMoments(double sum, double mean, double variance, double third, double tracePp) {

  static WeightMoments of(double[] weights) {
    int largest = 0;
    for (int i = 1; i < weights.length; i++) {
      largest = weights[i] > weights[largest] ? i : largest;
    }
    double top = weights[largest];
    double others = 0;
    double squares = 0;
    double gap = 0;
    for (int i = 0; i < weights.length; i++) {
      if (i != largest) {
        others += weights[i];
        squares += weights[i] * weights[i];
        gap += weights[i] * (top - weights[i]);
      }
    }
    double sum = others + top;
    double mean = (squares + top * top) / sum;
    double deviation = gap / sum;
    double variance = top / sum * deviation * deviation;
    double third = variance * top;
    double trace = square(top * others / sum) + square(top / sum) * squares;
    for (int i = 0; i < weights.length; i++) {
      if (i != largest) {
        double w = weights[i];
        double spread = w / sum * square(w - mean);
        variance += spread;
        third += spread * w;
        double rest = squares - w * w + top * top;
        trace += square(w * (sum - w) / sum) + square(w / sum) * rest;
      }
    }
    return new WeightMoments(sum, mean, variance, third, trace);
  }

  private static double square(double x) {
    return x * x;
  }
}
