package org.copse.plot;

import java.util.List;
import java.util.Optional;

/**
 * A row of a forest plot.
 *
 * @param kind what the row is
 * @param cells one cell a column, the label first; a heading or a statistic has its text in the
 *     first cell and may run over the columns that follow
 * @param mark what is drawn in the plot area
 * @param study index of the study in {@link ForestData#studies()}, −1 if the row is none
 * @param hover the row in words, with the raw data, for hovering and screen readers
 */
public record ForestRow(
    Kind kind, List<TextCell> cells, Optional<ForestMark> mark, int study, String hover) {

  /** What a row is. */
  public enum Kind {
    /** Heading of a subgroup. */
    HEADING,
    /** A study, or the pooled effect without one. */
    STUDY,
    /** Pooled effect of a subgroup. */
    SUBTOTAL,
    /** Pooled effect of all studies. */
    TOTAL,
    /** Prediction interval. */
    PREDICTION,
    /** Distribution of the effect in a new study. */
    DISTRIBUTION,
    /** The axis once more. */
    AXIS,
    /** Sums over the studies under their columns. */
    SUMS,
    /** A line of statistics, such as heterogeneity. */
    STATISTIC,
    /** Empty space. */
    SPACER
  }

  /**
   * Copies the cells.
   *
   * @param kind as above
   * @param cells as above
   * @param mark as above
   * @param study as above
   * @param hover as above
   */
  public ForestRow {
    cells = List.copyOf(cells);
  }

  /**
   * Text of the first cell.
   *
   * @return the label, empty for a spacer
   */
  public String label() {
    return cells.isEmpty() ? "" : cells.get(0).text();
  }

  static ForestRow axis() {
    return new ForestRow(Kind.AXIS, List.of(), Optional.empty(), -1, "");
  }

  static ForestRow spacer() {
    return new ForestRow(Kind.SPACER, List.of(), Optional.empty(), -1, "");
  }

  static ForestRow text(Kind kind, String text) {
    return new ForestRow(kind, List.of(TextCell.of(text)), Optional.empty(), -1, text);
  }
}
