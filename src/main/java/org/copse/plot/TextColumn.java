package org.copse.plot;

/**
 * A text column of a forest plot.
 *
 * @param header text over the column, perhaps empty
 * @param group spanning header over this and the neighbouring columns of the same group, empty for
 *     none
 * @param align how cells and header are aligned
 * @param side on which side of the plot area the column stands
 */
public record TextColumn(String header, String group, Align align, Side side) {

  /** Alignment within a column. */
  public enum Align {
    /** Left-aligned. */
    START,
    /** Right-aligned, as numbers are. */
    END,
    /** Centred, as the circles of an appraisal are. */
    CENTRE
  }

  /** Side of the plot area. */
  public enum Side {
    /** Left of the plot area. */
    LEFT,
    /** Right of the plot area. */
    RIGHT
  }
}
