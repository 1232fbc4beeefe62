package org.copse.effect;

/** Mean difference and log ratios of means, SDs and coefficients of variation. */
enum RawMeansFormula implements ContinuousFormula {
  /** m₁ − m₂. */
  DIFFERENCE {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      return a.mean1() - a.mean2();
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      boolean pooled = o.meansVariance() == MeansVariance.POOLED;
      double s1 = pooled ? a.pooledSd() : a.sd1();
      double s2 = pooled ? s1 : a.sd2();
      return s1 * s1 / a.n1() + s2 * s2 / a.n2();
    }
  },
  /** ln(m₁/m₂). */
  MEANS {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      double bias = 0.5 * (meanTerm(a.sd1() / a.mean1(), a.n1()) - second(a));
      return Math.log(a.mean1() / a.mean2()) + o.correction().term() * bias;
    }

    private double second(ArmMeans a) {
      return meanTerm(a.sd2() / a.mean2(), a.n2());
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      return switch (o.meansVariance()) {
        case SEPARATE -> meanTerm(a.sd1() / a.mean1(), a.n1()) + second(a);
        case POOLED ->
            meanTerm(a.pooledSd() / a.mean1(), a.n1()) + meanTerm(a.pooledSd() / a.mean2(), a.n2());
        case SECOND_ORDER -> secondOrderOfMeans(a);
        case AVERAGE_CV -> meanTerm(averages.cv1(), a.n1()) + meanTerm(averages.cv2(), a.n2());
        case AVERAGE_CV_OF_BOTH_ARMS ->
            meanTerm(averages.cv(), a.n1()) + meanTerm(averages.cv(), a.n2());
      };
    }
  },
  /** ln(s₁/s₂). */
  VARIABILITY {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      double bias = 0.5 * (1 / (a.n1() - 1) - 1 / (a.n2() - 1));
      return Math.log(a.sd1() / a.sd2()) + o.correction().term() * bias;
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      double first = 0.5 * (1 / (a.n1() - 1) + 1 / (a.n2() - 1));
      double second = 0.5 * (square(1 / (a.n1() - 1)) + square(1 / (a.n2() - 1)));
      return o.meansVariance() == MeansVariance.SECOND_ORDER ? first + second : first;
    }
  },
  /** ln[(s₁/m₁)/(s₂/m₂)]: variability less means, both of them above 0. */
  VARIATION {
    @Override
    public double estimate(ArmMeans a, ContinuousOptions o) {
      if (!(a.mean1() > 0 && a.mean2() > 0)) {
        return Double.NaN;
      }
      return VARIABILITY.estimate(a, o) - MEANS.estimate(a, o);
    }

    @Override
    public double variance(ArmMeans a, ContinuousOptions o, ContinuousAverages averages) {
      boolean second = o.meansVariance() == MeansVariance.SECOND_ORDER;
      ContinuousOptions used = o.with(second ? MeansVariance.SECOND_ORDER : MeansVariance.SEPARATE);
      return VARIABILITY.variance(a, used, averages) + MEANS.variance(a, used, averages);
    }
  };

  private static double meanTerm(double cv, double n) {
    return cv * cv / n;
  }

  private static double secondOrderOfMeans(ArmMeans a) {
    double t1 = meanTerm(a.sd1() / a.mean1(), a.n1());
    double t2 = meanTerm(a.sd2() / a.mean2(), a.n2());
    return t1 + t2 + 0.5 * (t1 * t1 + t2 * t2);
  }

  private static double square(double x) {
    return x * x;
  }
}
