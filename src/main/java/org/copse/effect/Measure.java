package org.copse.effect;

/**
 * An effect measure: what is estimated in each study and on which scale it is pooled.
 *
 * <p>One enum per data type implements it, so that a measure cannot be asked of data that do not
 * hold it. Constant names are unique across the enums and may be star-imported together.
 */
public sealed interface Measure
    permits BinaryMeasure,
        ContinuousMeasure,
        MatchedPairsMeasure,
        ProportionMeasure,
        RateMeasure,
        ReportedMeasure,
        SingleRateMeasure,
        SummaryMeasure {

  /**
   * Field's short name.
   *
   * @return for example "RR"
   */
  String abbreviation();

  /**
   * Field's full name.
   *
   * @return for example "Risk ratio"
   */
  String label();

  /**
   * Scale on which the measure is pooled.
   *
   * @return the analysis scale
   */
  AnalysisScale scale();

  /**
   * Name on the scale that readers know, for axes and columns of back-transformed values.
   *
   * @return for example "Proportion" where {@link #label()} is "Proportion (logit)"
   */
  default String displayedLabel() {
    return label();
  }

  /**
   * Smallest value that the measure can have on the reader's scale.
   *
   * @return for example 0 for a proportion, −∞ where there is no bound
   */
  default double lowest() {
    return isRatio() ? 0 : Double.NEGATIVE_INFINITY;
  }

  /**
   * Largest value that the measure can have on the reader's scale.
   *
   * @return for example 1 for a proportion, ∞ where there is no bound
   */
  default double highest() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Constant's name.
   *
   * @return the enum constant's name
   */
  String name();

  /**
   * Whether the measure is a ratio, shown on a logarithmic axis.
   *
   * @return true for ratios
   */
  default boolean isRatio() {
    return scale() == AnalysisScale.LOG;
  }

  /**
   * Whether "no effect" is a value of this measure; a single proportion or rate has none.
   *
   * @return true when {@link #nullValue()} is meaningful
   */
  default boolean hasNullValue() {
    return !(this instanceof ProportionMeasure || this instanceof SingleRateMeasure);
  }

  /**
   * The value of no effect on the reader's scale.
   *
   * @return 1 for ratios, 0 for differences, NaN where there is none
   */
  default double nullValue() {
    if (!hasNullValue()) {
      return Double.NaN;
    }
    return isRatio() ? 1 : 0;
  }
}
