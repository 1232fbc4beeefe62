package org.copse.effect;

/**
 * What is done about zero cells when a study's own estimate is computed.
 *
 * <p>The default adds 0.5 to the four cells of a study that has a zero cell, to no other, and
 * leaves double-zero studies out of ratios. Pooling methods that take the raw counts
 * (Mantel-Haenszel, Peto) have their own rule.
 *
 * @param increment what is added to each cell, &gt; 0 unless {@code to} is NONE
 * @param to the studies that get it
 * @param keepDoubleZero whether a study without (or with only) events is kept in a ratio, with the
 *     increment
 */
public record ZeroCells(double increment, To to, boolean keepDoubleZero) {

  /** Which studies get the increment. */
  public enum To {
    /** Studies with a zero cell. */
    STUDIES_WITH_ZERO,
    /** Every study. */
    ALL_STUDIES,
    /** Every study as soon as one has a zero cell. */
    ALL_IF_ANY_ZERO,
    /** No study; an estimate that is then infinite is left out. */
    NO_STUDY
  }

  /** 0.5 to the studies with a zero cell; double-zero studies left out of ratios. */
  public static final ZeroCells DEFAULT = new ZeroCells(0.5, To.STUDIES_WITH_ZERO, false);

  /** Nothing added. */
  public static final ZeroCells NONE = new ZeroCells(0, To.NO_STUDY, false);

  /**
   * Checks the increment.
   *
   * @param increment as above
   * @param to as above
   * @param keepDoubleZero as above
   */
  public ZeroCells {
    if (!(increment >= 0 && increment < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot correct zero cells: increment must be a finite number of at least 0, was %s. Use 0.5."
              .formatted(increment));
    }
  }

  /** Whether a study gets the increment, by its own zeros and those of all. */
  boolean corrects(boolean hasZero, boolean anyZero) {
    return increment > 0
        && switch (to) {
          case NO_STUDY -> false;
          case ALL_STUDIES -> true;
          case ALL_IF_ANY_ZERO -> anyZero;
          case STUDIES_WITH_ZERO -> hasZero;
        };
  }
}
