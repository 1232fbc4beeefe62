package org.copse.bayes;

/**
 * The kinds of intervention that a meta-analysis compares, as Turner et al. and Rhodes et al. class
 * them; the order within a pair does not matter.
 */
public enum InterventionComparison {
  /** Two drugs. */
  PHARMACOLOGICAL_VS_PHARMACOLOGICAL("pharmacological vs pharmacological"),
  /** A drug and a device, operation, psychological or other treatment. */
  PHARMACOLOGICAL_VS_NON_PHARMACOLOGICAL("pharmacological vs non-pharmacological"),
  /** A drug against placebo or control. */
  PHARMACOLOGICAL_VS_PLACEBO("pharmacological vs placebo/control"),
  /** Two treatments that are not drugs. */
  NON_PHARMACOLOGICAL_VS_NON_PHARMACOLOGICAL("non-pharmacological vs non-pharmacological"),
  /** A treatment that is not a drug, against placebo or control. */
  NON_PHARMACOLOGICAL_VS_PLACEBO("non-pharmacological vs placebo/control");

  private final String label;

  InterventionComparison(String label) {
    this.label = label;
  }

  /**
   * The comparison in words.
   *
   * @return for example "pharmacological vs placebo/control"
   */
  public String label() {
    return label;
  }
}
