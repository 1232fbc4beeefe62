package org.copse.effect;

import java.util.List;
import org.copse.numeric.Hypergeometric;

/** Estimates and variances of correlations. */
final class CorrelationFormulas {

  static final String AVERAGE_NOTE =
      "Variances are taken at the studies' average correlation, weighted by patients.";

  private CorrelationFormulas() {}

  /** (1 − r²)²/(n − 1), with the digits of 1 − |r|. */
  static double largeSample(double r, double n) {
    double left = (1 - r) * (1 + r);
    return left * left / (n - 1);
  }

  static double[] atAverage(SummaryMeasure<Correlation> measure, List<Correlation> studies) {
    double[] estimates = studies.stream().mapToDouble(measure::estimate).toArray();
    double[] sizes = studies.stream().mapToDouble(Correlation::n).toArray();
    double average = SummaryRules.weightedMean(estimates, sizes);
    return studies.stream().mapToDouble(d -> largeSample(average, d.n())).toArray();
  }

  /** Olkin and Pratt's G, n ≥ 5. */
  static double unbiased(double r, double n) {
    return r + r * excess(r, n);
  }

  /** ₂F₁(½, ½; (n−2)/2; 1 − r²) − 1. */
  private static double excess(double r, double n) {
    return Hypergeometric.gaussMinusOne(0.5, 0.5, (n - 2) / 2, (1 - r) * (1 + r), r * r);
  }

  /** (1 − G²)²/(n − 1). */
  static double varianceOfUnbiased(double r, double n) {
    double left = oneMinusSquare(r, n);
    return left * left / (n - 1);
  }

  /** 1 − G², with its digits near r = ±1. */
  private static double oneMinusSquare(double r, double n) {
    double size = Math.abs(r);
    double gap = 1 - size - size * excess(r, n);
    return gap * (2 - gap);
  }

  /** Unbiased variance of G, n ≥ 5. */
  static double unbiasedVariance(double r, double n) {
    double left = (1 - r) * (1 + r);
    double f = Hypergeometric.gauss(1, 1, n / 2, left, r * r);
    return (n - 3) * left * f / (n - 2) - oneMinusSquare(r, n);
  }
}
