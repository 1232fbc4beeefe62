package org.copse.survival;

/** Arcsine-transformed conditional survival of one study, interval by interval. */
record ConditionalSurvival(String label, double[] y, double[] variance) {

  static ConditionalSurvival of(String label, double[] survival, double[] atRisk, int most) {
    SurvivalRules rules = new SurvivalRules();
    rules.length("number at risk", atRisk.length, survival.length);
    rules.throwIfAny();
    if (survival.length == 0 || survival.length > most) {
      throw new IllegalArgumentException(
          ("Cannot use the survival data: study '%s' must have 1 to %s values of survival, was %s. Give"
                  + " one at each time that its follow-up reaches.")
              .formatted(label, most, survival.length));
    }
    double[] y = new double[survival.length];
    double[] variance = new double[survival.length];
    double before = 1;
    for (int j = 0; j < survival.length; j++) {
      if (!(survival[j] >= 0 && survival[j] <= before && before > 0)) {
        String rule = "survival of '" + label + "' must be 0 to 1, not rise, and end once it is 0";
        rules.row(j, rule, survival[j], "of survival");
      }
      if (!(atRisk[j] > 0 && atRisk[j] < Double.POSITIVE_INFINITY)) {
        String rule = "number at risk of '" + label + "' must be above 0 at the interval's start";
        rules.row(j, rule, atRisk[j], "at risk");
      }
      double n = atRisk[j];
      y[j] = Math.asin(Math.sqrt((n * survival[j] / before + 0.25) / (n + 0.5)));
      variance[j] = 1 / (4 * n + 2);
      before = survival[j];
    }
    rules.throwIfAny();
    return new ConditionalSurvival(label, y, variance);
  }

  int intervals() {
    return y.length;
  }
}
