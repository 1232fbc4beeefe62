package org.copse.sensitivity;

/** At which level true effects differ in a random-effects model of rows that share patients. */
public enum OverlapHeterogeneity {
  /**
   * Every row has a true effect of its own: V + τ²I. With a correlation of 0 these are the usual
   * random effects. metafor: {@code rma.mv(yi, V, random = ~ 1 | row)}.
   */
  BETWEEN_ROWS("between rows"),
  /**
   * The rows of a trial share one true effect: V + τ²ZZ′. metafor: {@code rma.mv(yi, V, random = ~
   * 1 | trial)}.
   */
  BETWEEN_TRIALS("between trials");

  private final String label;

  OverlapHeterogeneity(String label) {
    this.label = label;
  }

  /**
   * In words.
   *
   * @return for example "between rows"
   */
  public String label() {
    return label;
  }
}
