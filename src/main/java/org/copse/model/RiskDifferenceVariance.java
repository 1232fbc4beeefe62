package org.copse.model;

/** Variance of the Mantel-Haenszel risk difference; programs differ. */
public enum RiskDifferenceVariance {
  /**
   * Greenland and Robins, Biometrics 1985;41:55-68: consistent for large strata. Review Manager 5,
   * R meta.
   */
  GREENLAND_ROBINS("Greenland-Robins"),
  /**
   * Sato, Greenland and Robins, Biometrics 1989;45:1323-1324: consistent for large and for sparse
   * strata. metafor.
   */
  SATO("Sato-Greenland-Robins");

  private final String label;

  RiskDifferenceVariance(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Greenland-Robins"
   */
  public String label() {
    return label;
  }
}
