package org.copse.effect;

/** The arm whose standard deviation is the unit of Glass' delta. */
public enum StandardisingArm {
  /** Arm 1, as a rule the treatment; R meta: {@code sd.glass = "experimental"}. */
  FIRST,
  /** Arm 2, as a rule the control; Glass' choice, metafor's SMD1. */
  SECOND;

  double sd(ArmMeans a) {
    return this == FIRST ? a.sd1() : a.sd2();
  }

  double n(ArmMeans a) {
    return this == FIRST ? a.n1() : a.n2();
  }

  /** Variance of the other arm's mean over its degrees of freedom. */
  double otherMeanVariance(ArmMeans a) {
    return this == FIRST ? a.sd2() * a.sd2() / (a.n2() - 1) : a.sd1() * a.sd1() / (a.n1() - 1);
  }
}
