package org.copse.plot;

import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Measure;

/**
 * The layout of a forest plot: which columns stand where, how numbers are written, what the lines
 * below say. The numbers are the fit's in every layout: for those of another program choose its
 * {@link org.copse.model.Preset} too.
 */
public enum ForestStyle {
  /**
   * Copse's own: raw data left, weights and effects right, every method named. The only layout that
   * recomputes in the page.
   */
  COPSE("Study", "#4477aa", "#000000", "#777777"),
  /**
   * As the figures of Review Manager 5: data, weights and effects left, the plot right of them;
   * "Total (95% CI)", total events, then heterogeneity and overall effect.
   */
  REVMAN5("Study or Subgroup", "#0000ff", "#000000", "#000000"),
  /**
   * As the JAMA journals print them: source and effect left, thin rules, the axis named below, P
   * without a leading zero.
   */
  JAMA("Source", "#0b2a5b", "#4a7fb5", "#4a7fb5"),
  /**
   * As The BMJ prints them: events/total in one column an arm, weight (%) and effect right, "0.49
   * (0.34 to 0.70)".
   */
  BMJ("Study", "#6e6e6e", "#4d4d4d", "#6e6e6e"),
  /**
   * As the R package meta draws them: data left; effect, interval and weights in columns of their
   * own right, one line of heterogeneity.
   */
  META("Study", "#8c8c8c", "#6e6e6e", "#8c8c8c"),
  /**
   * Copse's own without data and weights, narrow: for one column of a journal (85 mm) or a phone,
   * where the full plot would have to shrink until nobody can read it.
   */
  COMPACT("Study", "#4477aa", "#000000", "#777777");

  private static final String REVMAN_MEANS = "#007f00";
  private static final String REVMAN_OTHER = "#cc0000";

  private final String studies;
  private final String square;
  private final String diamond;
  private final String subtotal;

  ForestStyle(String studies, String square, String diamond, String subtotal) {
    this.studies = studies;
    this.square = square;
    this.diamond = diamond;
    this.subtotal = subtotal;
  }

  /** Heading of the first column. */
  String studies() {
    return studies;
  }

  /** Colour of squares; Review Manager has one for each kind of data. */
  String square(String measure) {
    if (this != REVMAN5 || isOneOf(measure, BinaryMeasure.values())) {
      return square;
    }
    return isOneOf(measure, ContinuousMeasure.values()) ? REVMAN_MEANS : REVMAN_OTHER;
  }

  private static boolean isOneOf(String name, Measure[] measures) {
    for (Measure measure : measures) {
      if (measure.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Colour of a diamond. */
  String diamond(boolean ofSubgroup) {
    return ofSubgroup ? subtotal : diamond;
  }

  /** Whether thin rules part the rows. */
  boolean hasRules() {
    return this == JAMA;
  }

  /** Whether the data of the arms are shown. */
  boolean hasRawColumns() {
    return this != JAMA && this != COMPACT;
  }

  boolean hasWeights() {
    return hasRawColumns();
  }

  /** Whether all columns stand left of the plot area. */
  boolean isPlotLast() {
    return this == REVMAN5 || !hasRawColumns();
  }

  /** Whether lines below are in Copse's own words. */
  boolean isOwn() {
    return this == COPSE || this == COMPACT;
  }

  /** How effects are written. */
  NumberForm numbers(Measure measure) {
    return switch (this) {
      case COPSE, COMPACT, META -> NumberForm.SEMICOLON;
      case REVMAN5 -> NumberForm.COMMA;
      case BMJ -> NumberForm.TO;
      case JAMA -> measure.lowest() >= 0 ? NumberForm.HYPHEN : NumberForm.TO;
    };
  }
}
