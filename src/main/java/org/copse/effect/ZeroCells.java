package org.copse.effect;

/**
 * What is done about zero cells when a study's own estimate is computed.
 *
 * <p>The default adds 0.5 to the four cells of a study that has a zero cell, to no other, and
 * leaves double-zero studies out of ratios. Pooling methods that take the raw counts
 * (Mantel-Haenszel, Peto) have their own rule.
 *
 * <p>{@code effects.zeroCells(ZeroCells.TREATMENT_ARM.withDoubleZero())}. metafor: {@code add},
 * {@code to}, {@code drop00}; R meta: {@code incr}, {@code allincr}, {@code addincr}, {@code
 * allstudies}. Of single groups the increment goes to events and non-events, and double zeros play
 * no part.
 *
 * @param increment what is added to each cell, &gt; 0 unless {@code to} is NO_STUDY; of a split by
 *     arm size its mean over the arms
 * @param to the studies that get it
 * @param keepDoubleZero whether a study without (or with only) events is kept in a ratio, with the
 *     increment
 * @param split how the increment is split between the arms
 */
public record ZeroCells(double increment, To to, boolean keepDoubleZero, Split split) {

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

  /** How the increment is split between the arms. */
  public enum Split {
    /** The same for both arms. */
    EQUAL,
    /**
     * Treatment-arm correction: proportional to the reciprocal of the other arm's size, so that
     * arms of n₁ and n₂ get 2 × increment × n₁/(n₁ + n₂) and 2 × increment × n₂/(n₁ + n₂) and a
     * double-zero study estimates no effect, which it does not with an equal increment in unequal
     * arms. Of rates the sizes are person-times. <b>Source</b>: Sweeting, Sutton and Lambert, Stat
     * Med 2004;23:1351-1375. R meta: {@code incr = "TACC"}.
     */
    BY_ARM_SIZE
  }

  /** 0.5 to the studies with a zero cell; double-zero studies left out of ratios. */
  public static final ZeroCells DEFAULT = new ZeroCells(0.5, To.STUDIES_WITH_ZERO, false);

  /** 0.5 to every study; double-zero studies left out of ratios. */
  public static final ZeroCells ALL = new ZeroCells(0.5, To.ALL_STUDIES, false);

  /** 0.5 to every study as soon as one has a zero cell; double-zero studies left out of ratios. */
  public static final ZeroCells ALL_IF_ANY = new ZeroCells(0.5, To.ALL_IF_ANY_ZERO, false);

  /**
   * Treatment-arm correction of the studies with a zero cell, the two arms' increments adding up to
   * 1; double-zero studies left out of ratios.
   */
  public static final ZeroCells TREATMENT_ARM =
      new ZeroCells(0.5, To.STUDIES_WITH_ZERO, false, Split.BY_ARM_SIZE);

  /** Nothing added. */
  public static final ZeroCells NONE = new ZeroCells(0, To.NO_STUDY, false);

  /**
   * Checks the increment.
   *
   * @param increment as above
   * @param to as above
   * @param keepDoubleZero as above
   * @param split as above
   */
  public ZeroCells {
    if (!(increment >= 0 && increment < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot correct zero cells: increment must be a finite number of at least 0, was %s. Use 0.5."
              .formatted(increment));
    }
  }

  /**
   * A rule with the same increment for both arms.
   *
   * @param increment what is added to each cell
   * @param to the studies that get it
   * @param keepDoubleZero whether a study without (or with only) events is kept in a ratio
   */
  public ZeroCells(double increment, To to, boolean keepDoubleZero) {
    this(increment, to, keepDoubleZero, Split.EQUAL);
  }

  /**
   * The same rule with double-zero studies in ratios.
   *
   * @return a new rule
   */
  public ZeroCells withDoubleZero() {
    return new ZeroCells(increment, to, true, split);
  }

  /**
   * The same rule with double-zero studies left out of ratios.
   *
   * @return a new rule
   */
  public ZeroCells withoutDoubleZero() {
    return new ZeroCells(increment, to, false, split);
  }

  /**
   * The same rule with another increment.
   *
   * @param other for example 0.01
   * @return a new rule
   */
  public ZeroCells increment(double other) {
    return new ZeroCells(other, to, keepDoubleZero, split);
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

  /** Increment of an arm by its size and that of the other. */
  double forArm(double size, double other) {
    return split == Split.EQUAL ? increment : 2 * increment * (size / (size + other));
  }

  /** The studies that got the increment, to follow "2 studies". */
  String why(String zero) {
    return switch (to) {
      case STUDIES_WITH_ZERO -> zero;
      case ALL_IF_ANY_ZERO -> " by the rule chosen (all, as one has a zero)";
      default -> " by the rule chosen";
    };
  }

  /** What was added, to precede "added to each cell". */
  String what() {
    return split == Split.EQUAL
        ? CountRules.text(increment)
        : "%s in both arms together, split by arm size (treatment-arm correction)"
            .formatted(CountRules.text(2 * increment));
  }
}
