package org.copse.bayes;

/**
 * The three kinds of binary outcome of Turner et al. (2012), each with the log-normal distribution
 * of τ² of a log odds ratio, as (location, scale) of ln τ².
 *
 * <p><b>Source</b>: Turner, Davey, Clarke, Thompson, Higgins, Int J Epidemiol 2012;41:818-827, the
 * nine settings of its table of predictive distributions.
 */
public enum Turner2012Outcome {
  /** Death of any cause. */
  ALL_CAUSE_MORTALITY("all-cause mortality", -4.27, 1.48, -4.06, 1.45, -3.93, 1.51),
  /**
   * Cause-specific mortality, major events, obstetric outcomes, resource use, surgical success,
   * withdrawals, structure-related outcomes, physical health indicators.
   */
  SEMI_OBJECTIVE("semi-objective outcome", -3.23, 1.88, -3.02, 1.85, -2.89, 1.91),
  /**
   * Pain, mental health, signs and symptoms, quality of life, infection, adverse events, biological
   * markers cut in two.
   */
  SUBJECTIVE("subjective outcome", -2.34, 1.62, -2.13, 1.58, -2.01, 1.64);

  private final String label;
  private final double[] parameters;

  Turner2012Outcome(String label, double... parameters) {
    this.label = label;
    this.parameters = parameters;
  }

  /**
   * The outcome in words.
   *
   * @return for example "all-cause mortality"
   */
  public String label() {
    return label;
  }

  /** Location and scale of ln τ²; all comparisons with a treatment that is not a drug share one. */
  double[] parameters(InterventionComparison comparison) {
    int at =
        switch (comparison) {
          case PHARMACOLOGICAL_VS_PHARMACOLOGICAL -> 0;
          case PHARMACOLOGICAL_VS_PLACEBO -> 2;
          default -> 4;
        };
    return new double[] {parameters[at], parameters[at + 1]};
  }
}
