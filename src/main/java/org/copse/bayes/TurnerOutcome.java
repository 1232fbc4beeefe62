package org.copse.bayes;

/**
 * The kinds of binary outcome of Turner et al. (2015), each with the log-normal distribution of τ²
 * of a log odds ratio for the five comparisons, as (location, scale) of ln τ².
 *
 * <p><b>Source</b>: Turner, Jackson, Wei, Thompson, Higgins, Stat Med 2015;34:984-998, as tabulated
 * by bayesmeta 3.4 ({@code TurnerEtAlPrior}); every combination is tested against it.
 */
public enum TurnerOutcome {
  /** No outcome in particular: the marginal distribution, the same for every comparison. */
  ANY("any outcome", -2.56, 1.74, -2.56, 1.74, -2.56, 1.74, -2.56, 1.74, -2.56, 1.74),
  /** Death of any cause. */
  ALL_CAUSE_MORTALITY(
      "all-cause mortality", -4.18, 1.41, -2.92, 1.02, -3.95, 1.34, -3.5, 1.26, -4.17, 1.55),
  /** Obstetric outcomes. */
  OBSTETRIC("obstetric outcome", -3.75, 1.79, -2.49, 1.5, -3.52, 1.74, -3.08, 1.68, -3.74, 1.91),
  /**
   * Cause-specific mortality, a major morbidity event, or a composite of mortality and morbidity.
   */
  CAUSE_SPECIFIC_MORTALITY_OR_MAJOR_EVENT(
      "cause-specific mortality, major morbidity event or composite",
      -3.95,
      1.79,
      -2.68,
      1.51,
      -3.71,
      1.74,
      -3.27,
      1.68,
      -3.93,
      1.91),
  /** Resource use, hospital stay, process. */
  RESOURCE_USE_OR_HOSPITAL_STAY(
      "resource use, hospital stay or process",
      -2.58,
      1.79,
      -1.31,
      1.5,
      -2.34,
      1.74,
      -1.9,
      1.68,
      -2.56,
      1.91),
  /** Success or failure of surgery or of a device. */
  SURGICAL_OR_DEVICE_SUCCESS(
      "surgical or device-related success or failure",
      -2.37,
      1.79,
      -1.11,
      1.5,
      -2.14,
      1.74,
      -1.69,
      1.68,
      -2.36,
      1.91),
  /** Withdrawals and drop-outs. */
  WITHDRAWAL(
      "withdrawal or drop-out", -3.23, 1.79, -1.96, 1.51, -2.99, 1.74, -2.55, 1.68, -3.21, 1.91),
  /** Internal or structure-related outcomes. */
  INTERNAL_STRUCTURE(
      "internal or structure-related outcome",
      -2.94,
      1.79,
      -1.67,
      1.51,
      -2.71,
      1.74,
      -2.26,
      1.68,
      -2.93,
      1.92),
  /** General physical health indicators. */
  GENERAL_PHYSICAL_HEALTH(
      "general physical health indicator",
      -2.53,
      1.58,
      -1.26,
      1.25,
      -2.29,
      1.53,
      -1.85,
      1.46,
      -2.51,
      1.72),
  /** Adverse events. */
  ADVERSE_EVENT("adverse event", -2.1, 1.58, -0.84, 1.24, -1.87, 1.52, -1.43, 1.45, -2.1, 1.71),
  /** Infection or onset of new disease. */
  INFECTION_OR_NEW_DISEASE(
      "infection or onset of new disease",
      -2.73,
      1.58,
      -1.46,
      1.24,
      -2.49,
      1.52,
      -2.05,
      1.45,
      -2.71,
      1.71),
  /** Signs and symptoms reflecting continuation or end of a condition. */
  SIGNS_OR_SYMPTOMS(
      "signs or symptoms reflecting continuation or end of condition",
      -2.29,
      1.58,
      -1.03,
      1.24,
      -2.06,
      1.51,
      -1.61,
      1.45,
      -2.28,
      1.71),
  /** Pain. */
  PAIN("pain", -2.06, 1.58, -0.8, 1.25, -1.83, 1.52, -1.38, 1.45, -2.05, 1.71),
  /** Quality of life or functioning, dichotomised. */
  QUALITY_OF_LIFE(
      "quality of life or functioning (dichotomised)",
      -2.78,
      1.6,
      -1.51,
      1.27,
      -2.54,
      1.54,
      -2.1,
      1.47,
      -2.77,
      1.73),
  /** Mental health indicators. */
  MENTAL_HEALTH(
      "mental health indicator", -2.35, 1.6, -1.09, 1.27, -2.12, 1.53, -1.67, 1.47, -2.34, 1.72),
  /** Biological markers, dichotomised. */
  BIOLOGICAL_MARKER(
      "biological marker (dichotomised)",
      -2,
      1.58,
      -0.74,
      1.24,
      -1.77,
      1.52,
      -1.33,
      1.45,
      -1.99,
      1.71),
  /** Subjective outcomes, various. */
  SUBJECTIVE(
      "subjective outcome (various)",
      -2.93,
      1.58,
      -1.67,
      1.25,
      -2.7,
      1.52,
      -2.26,
      1.45,
      -2.92,
      1.71);

  private final String label;
  private final double[] parameters;

  TurnerOutcome(String label, double... parameters) {
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

  /** Location and scale of ln τ². */
  double[] parameters(InterventionComparison comparison) {
    int at = 2 * comparison.ordinal();
    return new double[] {parameters[at], parameters[at + 1]};
  }
}
