package org.copse.audit;

/** How bad a finding is. */
public enum Severity {
  /** Cannot be: at least one of the cells named is wrong or not what its column says. */
  ERROR("error"),
  /** Possible, but likely wrong. */
  WARNING("warning"),
  /** Worth a look. */
  NOTE("note");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /**
   * The severity in words.
   *
   * @return for example "error"
   */
  public String label() {
    return label;
  }
}
