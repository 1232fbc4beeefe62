package org.copse.bayes;

/** The medical areas that Rhodes et al. (2015) tell apart. */
public enum MedicalArea {
  /** Every area but the two others. */
  OTHER("other area"),
  /** Respiratory diseases. */
  RESPIRATORY("respiratory"),
  /** Cancer. */
  CANCER("cancer");

  private final String label;

  MedicalArea(String label) {
    this.label = label;
  }

  /**
   * The area in words.
   *
   * @return for example "cancer"
   */
  public String label() {
    return label;
  }
}
