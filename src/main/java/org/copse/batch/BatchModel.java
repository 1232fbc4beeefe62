package org.copse.batch;

/** What a {@link Batch} fits to each set. */
public enum BatchModel {
  /** Common effect by inverse variance, wᵢ = 1/vᵢ. As {@code model.CommonEffect}. */
  COMMON("common effect"),
  /** Random effects, tau² by DerSimonian and Laird. As {@code Tau2Estimator.DL}. */
  DL("DerSimonian-Laird"),
  /** Random effects, tau² by Paule and Mandel. As {@code Tau2Estimator.PM}. */
  PM("Paule-Mandel"),
  /**
   * Random effects, tau² by restricted maximum likelihood, the global maximum. As {@code
   * Tau2Estimator.REML}.
   */
  REML("restricted maximum likelihood");

  private final String label;

  BatchModel(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Paule-Mandel"
   */
  public String label() {
    return label;
  }
}
