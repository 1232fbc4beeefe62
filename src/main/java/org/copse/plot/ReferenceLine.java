package org.copse.plot;

/**
 * A vertical line of a forest plot.
 *
 * @param kind what it marks
 * @param value where, in the axis' units
 */
public record ReferenceLine(Kind kind, double value) {

  /** What a line marks. */
  public enum Kind {
    /** No effect: a solid line behind the data. */
    NULL,
    /** The pooled effect: a dotted line. */
    POOLED,
    /** The pooled effect of the second model, if two are shown: a dashed line. */
    SECOND
  }
}
