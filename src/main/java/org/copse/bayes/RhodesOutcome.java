package org.copse.bayes;

/**
 * The kinds of continuous outcome of Rhodes et al. (2015), each with the log-Student-t distribution
 * (5 df) of τ² of a standardised mean difference, as (location, scale) of ln τ² for the five
 * comparisons in each medical area.
 *
 * <p><b>Source</b>: Rhodes, Turner, Higgins, J Clin Epidemiol 2015;68:52-60, as tabulated by
 * bayesmeta 3.4 ({@code RhodesEtAlPrior}); every combination is tested against it. Two entries do
 * not follow the additive pattern of the others, and are kept as bayesmeta has them: mental health
 * in other areas with a treatment that is not a drug (−3.85 where the pattern gives −2.85), and
 * structure-related outcomes in cancer, a drug against placebo (−0.13 where it gives 0.13 or 0.14).
 */
public enum RhodesOutcome {
  /**
   * No outcome in particular: the marginal distribution, the same for every comparison and area.
   */
  ANY(
      "any outcome",
      new double[] {-3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59},
      new double[] {-3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59},
      new double[] {-3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59, -3.44, 2.59}),
  /** Obstetric outcomes. */
  OBSTETRIC(
      "obstetric outcome",
      new double[] {-4.4, 2.31, -3.99, 2.11, -4.13, 2.34, -3.99, 2.11, -3.99, 2.11},
      new double[] {-6.31, 2.31, -5.89, 2.21, -6.03, 2.36, -5.89, 2.21, -5.89, 2.21},
      new double[] {-1.85, 2.41, -1.43, 2.24, -1.57, 2.45, -1.43, 2.24, -1.43, 2.24}),
  /** Resource use, hospital stay, process. */
  RESOURCE_USE_OR_HOSPITAL_STAY(
      "resource use, hospital stay or process",
      new double[] {-2.83, 2.7, -2.41, 2.57, -2.55, 2.73, -2.41, 2.57, -2.41, 2.57},
      new double[] {-4.73, 2.7, -4.32, 2.57, -4.46, 2.74, -4.32, 2.57, -4.32, 2.57},
      new double[] {-0.27, 2.79, 0.15, 2.68, 0.01, 2.83, 0.15, 2.68, 0.15, 2.68}),
  /** Internal and external structure-related outcomes. */
  INTERNAL_OR_EXTERNAL_STRUCTURE(
      "internal or external structure-related outcome",
      new double[] {-2.7, 2.46, -2.29, 2.32, -2.43, 2.5, -2.29, 2.32, -2.29, 2.32},
      new double[] {-4.61, 2.46, -4.19, 2.33, -4.33, 2.51, -4.19, 2.33, -4.19, 2.33},
      new double[] {-0.14, 2.56, 0.27, 2.45, -0.13, 2.61, 0.27, 2.45, 0.27, 2.45}),
  /** General physical health, adverse events, pain, quality of life and functioning. */
  PHYSICAL_HEALTH_ADVERSE_EVENT_PAIN_OR_QUALITY_OF_LIFE(
      "general physical health, adverse event, pain, quality of life or functioning",
      new double[] {-3.44, 2.44, -3.02, 2.27, -3.16, 2.5, -3.02, 2.27, -3.02, 2.27},
      new double[] {-5.34, 2.45, -4.93, 2.28, -5.07, 2.51, -4.93, 2.28, -4.93, 2.28},
      new double[] {-0.88, 2.55, -0.46, 2.4, -0.6, 2.61, -0.46, 2.4, -0.46, 2.4}),
  /**
   * Signs and symptoms reflecting continuation or end of a condition, infection, onset of new acute
   * or chronic disease.
   */
  SIGNS_SYMPTOMS_INFECTION_OR_NEW_DISEASE(
      "signs or symptoms, infection, onset of new disease",
      new double[] {-3.27, 2.47, -2.86, 2.33, -3, 2.5, -2.86, 2.33, -2.86, 2.33},
      new double[] {-5.18, 2.47, -4.76, 2.33, -4.9, 2.5, -4.76, 2.33, -4.76, 2.33},
      new double[] {-0.71, 2.57, -0.3, 2.46, -0.44, 2.6, -0.3, 2.46, -0.3, 2.46}),
  /** Mental health outcomes. */
  MENTAL_HEALTH(
      "mental health outcome",
      new double[] {-3.27, 2.14, -3.85, 1.93, -2.99, 2.16, -3.85, 1.93, -3.85, 1.93},
      new double[] {-5.17, 2.14, -4.76, 1.94, -4.9, 2.17, -4.76, 1.94, -4.76, 1.94},
      new double[] {-0.71, 2.25, -0.29, 2.08, -0.43, 2.28, -0.29, 2.08, -0.29, 2.08}),
  /** Biological markers. */
  BIOLOGICAL_MARKER(
      "biological marker",
      new double[] {-3.68, 2.78, -3.27, 2.66, -3.41, 2.83, -3.27, 2.66, -3.27, 2.66},
      new double[] {-5.59, 2.78, -5.17, 2.66, -5.31, 2.83, -5.17, 2.66, -5.17, 2.66},
      new double[] {-1.13, 2.87, -0.71, 2.78, -0.85, 2.93, -0.71, 2.78, -0.71, 2.78}),
  /** Subjectively measured outcomes, various. */
  SUBJECTIVE(
      "subjectively measured outcome (various)",
      new double[] {-3.03, 2.59, -2.62, 2.41, -2.76, 2.58, -2.62, 2.41, -2.62, 2.41},
      new double[] {-4.94, 2.59, -4.52, 2.41, -4.66, 2.59, -4.52, 2.41, -4.52, 2.41},
      new double[] {-0.48, 2.68, -0.06, 2.53, -0.2, 2.68, -0.06, 2.53, -0.06, 2.53});

  private final String label;
  private final double[][] parameters;

  RhodesOutcome(String label, double[]... parameters) {
    this.label = label;
    this.parameters = parameters;
  }

  /**
   * The outcome in words.
   *
   * @return for example "mental health outcome"
   */
  public String label() {
    return label;
  }

  /** Location and scale of ln τ². */
  double[] parameters(InterventionComparison comparison, MedicalArea area) {
    double[] ofArea = parameters[area.ordinal()];
    int at = 2 * comparison.ordinal();
    return new double[] {ofArea[at], ofArea[at + 1]};
  }
}
