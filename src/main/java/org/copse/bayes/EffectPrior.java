package org.copse.bayes;

/** The prior of μ: normal, or uniform (improper) with an infinite sd. */
record EffectPrior(double mean, double sd) {

  static final EffectPrior UNIFORM = new EffectPrior(0, Double.POSITIVE_INFINITY);

  static EffectPrior normal(double mean, double sd) {
    if (!(Double.isFinite(mean) && sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot use the prior of μ: its mean must be finite and its sd finite and above 0, was %s and %s. Give both on the analysis scale, or use effectPriorUniform()."
              .formatted(mean, sd));
    }
    return new EffectPrior(mean, sd);
  }

  boolean isProper() {
    return sd < Double.POSITIVE_INFINITY;
  }

  double precision() {
    return 1 / (sd * sd);
  }

  String label() {
    return isProper()
        ? "normal(%s, %s)".formatted(TauPrior.text(mean), TauPrior.text(sd))
        : "uniform (improper)";
  }
}
