package org.copse.effect;

import org.copse.numeric.Quantiles;

/**
 * Correlations of arm and value from means and SDs; the formulas stand with the measures.
 *
 * @param kind which correlation, and what the design fixes
 * @param fisherZ whether it is pooled as artanh r
 */
record BiserialFormula(Kind kind, boolean fisherZ) implements ContinuousFormula {

  /** Which correlation, and what the design fixes. */
  enum Kind {
    POINT_FIXED_ARMS,
    POINT_CROSS_SECTIONAL,
    BISERIAL
  }

  @Override
  public double estimate(ArmMeans a, ContinuousOptions o) {
    double r = correlation(a);
    return fisherZ ? AnalysisScale.FISHER_Z.transform(r) : r;
  }

  @Override
  public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
    double variance =
        switch (kind) {
          case POINT_FIXED_ARMS -> ofFixedArms(a);
          case POINT_CROSS_SECTIONAL -> crossSectional(a);
          case BISERIAL -> biserial(a);
        };
    return fisherZ ? Association.ofFisherZ(correlation(a), variance) : variance;
  }

  private double correlation(ArmMeans a) {
    double d = d(a);
    double r = d / Math.sqrt(d * d + h(a));
    return kind == Kind.BISERIAL ? r * Math.sqrt(share1(a) * share2(a)) / density(a) : r;
  }

  private static double d(ArmMeans a) {
    return (a.mean1() - a.mean2()) / a.pooledSd();
  }

  private static double h(ArmMeans a) {
    return a.degreesOfFreedom() * (1 / a.n1() + 1 / a.n2());
  }

  private static double share1(ArmMeans a) {
    return a.n1() / (a.n1() + a.n2());
  }

  private static double share2(ArmMeans a) {
    return a.n2() / (a.n1() + a.n2());
  }

  private static double cut(ArmMeans a) {
    return Quantiles.normal(share2(a));
  }

  private static double density(ArmMeans a) {
    double z = cut(a);
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double ofFixedArms(ArmMeans a) {
    double d2 = d(a) * d(a);
    double slope2 = h(a) * h(a) / Math.pow(d2 + h(a), 3);
    return slope2 * (1 / a.n1() + 1 / a.n2() + d2 / (2 * (a.n1() + a.n2())));
  }

  private static double crossSectional(ArmMeans a) {
    double d2 = d(a) * d(a);
    double r2 = d2 / (d2 + h(a));
    double left = h(a) / (d2 + h(a));
    double spread = 1 - 1.5 * r2 + r2 / (4 * share1(a) * share2(a));
    return left * left * spread / (a.n1() + a.n2());
  }

  private double biserial(ArmMeans a) {
    // beyond ±1 the formula leaves the range it was derived for; taken at 1, as metafor does
    double r2 = Math.min(1, correlation(a) * correlation(a));
    double p = share1(a);
    double q = share2(a);
    double f = density(a);
    double z = cut(a);
    double middle = 1.5 + (1 - p * z / f) * (1 + q * z / f);
    return (p * q / (f * f) - middle * r2 + r2 * r2) / (a.n1() + a.n2() - 1);
  }
}
