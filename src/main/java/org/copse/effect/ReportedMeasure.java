package org.copse.effect;

/**
 * Measures that a study reports as an estimate with its uncertainty. metafor and R meta: generic
 * inverse variance.
 */
public enum ReportedMeasure implements Measure {
  /** Hazard ratio, pooled as its logarithm. */
  HAZARD_RATIO("HR", "Hazard ratio", AnalysisScale.LOG),
  /** Any ratio, pooled as its logarithm. */
  GENERIC_RATIO("Ratio", "Ratio", AnalysisScale.LOG),
  /** Any difference, pooled as it is. */
  GENERIC_DIFFERENCE("Difference", "Difference", AnalysisScale.IDENTITY);

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  ReportedMeasure(String abbreviation, String label, AnalysisScale scale) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
  }

  @Override
  public String abbreviation() {
    return abbreviation;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }
}
