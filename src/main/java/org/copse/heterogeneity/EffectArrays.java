package org.copse.heterogeneity;

/** Checks of the arrays that estimators take. */
final class EffectArrays {

  private EffectArrays() {}

  static void check(double[] estimates, double[] variances) {
    if (estimates.length == 0 || estimates.length != variances.length) {
      throw new IllegalArgumentException(
          "Cannot estimate heterogeneity: estimates and variances must have the same length of at least 1, was %s and %s. Give one variance an estimate."
              .formatted(estimates.length, variances.length));
    }
    for (int i = 0; i < estimates.length; i++) {
      // written so that NaN fails
      if (!(Double.isFinite(estimates[i])
          && variances[i] > 0
          && variances[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Cannot estimate heterogeneity: study %s must have a finite estimate and a finite variance above 0, was %s and %s. Leave it out or correct it."
                .formatted(i + 1, estimates[i], variances[i]));
      }
    }
  }
}
