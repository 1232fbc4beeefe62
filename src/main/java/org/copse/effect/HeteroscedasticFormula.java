package org.copse.effect;

/**
 * Standardised differences that do not take the arms' variances as equal, with Bonett's variances.
 *
 * <p>Source: Bonett DG, Psychol Methods 2008;13:99-109; the correction 2009;14:225-238.
 */
enum HeteroscedasticFormula implements ContinuousFormula {
  /** Over the square root of the mean variance, s = √[(s₁² + s₂²)/2]. */
  AVERAGE_VARIANCE {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      double j = o.correction().factor(a.degreesOfFreedom(), SmdVariance.LARGE_SAMPLE);
      return j * (a.mean1() - a.mean2()) / sd(a);
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      double g = estimate(a, o);
      double u1 = square(a.sd1() / sd(a));
      double u2 = square(a.sd2() / sd(a));
      double df1 = a.n1() - 1;
      double df2 = a.n2() - 1;
      return g * g * (u1 * u1 / df1 + u2 * u2 / df2) / 8 + u1 / df1 + u2 / df2;
    }
  },
  /** Over the SD of one arm. */
  ONE_ARM {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      StandardisingArm arm = o.standardisedBy();
      double j = o.correction().factor(arm.n(a) - 1, SmdVariance.LARGE_SAMPLE);
      return j > 0 ? j * (a.mean1() - a.mean2()) / arm.sd(a) : Double.NaN;
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      StandardisingArm arm = o.standardisedBy();
      double df = arm.n(a) - 1;
      double other = arm.otherMeanVariance(a) / square(arm.sd(a));
      return square(estimate(a, o)) / (2 * df) + 1 / df + other;
    }
  };

  private static double sd(ArmMeans a) {
    return Math.sqrt((a.sd1() * a.sd1() + a.sd2() * a.sd2()) / 2);
  }

  private static double square(double x) {
    return x * x;
  }
}
