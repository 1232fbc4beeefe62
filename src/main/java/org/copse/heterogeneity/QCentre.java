package org.copse.heterogeneity;

/** What Cochran's Q is taken around; programs differ for Mantel-Haenszel analyses. */
public enum QCentre {
  /** The inverse-variance common effect; R meta (unless its Q.Cochrane applies). */
  INVERSE_VARIANCE("inverse-variance estimate"),
  /**
   * The Mantel-Haenszel estimate, with inverse-variance weights; metafor, Review Manager 5, Stata.
   */
  MANTEL_HAENSZEL("Mantel-Haenszel estimate"),
  /** The Peto estimate, with the hypergeometric variances as weights. */
  PETO("Peto estimate");

  private final String label;

  QCentre(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Mantel-Haenszel estimate"
   */
  public String label() {
    return label;
  }
}
