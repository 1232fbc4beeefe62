package org.copse.heterogeneity;

/**
 * A word for a range of I².
 *
 * @param name for example "moderate"
 * @param from lower end, percent
 * @param to upper end, percent
 * @param includesFrom whether the lower end belongs to it
 * @param includesTo whether the upper end belongs to it
 */
public record HeterogeneityGrade(
    String name, double from, double to, boolean includesFrom, boolean includesTo) {

  private static final double HUNDRED = 100;

  /**
   * Checks the range.
   *
   * @param name as above
   * @param from as above
   * @param to as above
   * @param includesFrom as above
   * @param includesTo as above
   */
  public HeterogeneityGrade {
    if (name == null || name.isBlank() || !(0 <= from && from < to && to <= HUNDRED)) {
      throw new IllegalArgumentException(
          "Cannot make a grade '%s': its range must have a name and run upwards within 0 to 100 %%, was %s to %s. Give percent."
              .formatted(name, from, to));
    }
  }

  /**
   * A range with both ends.
   *
   * @param name for example "moderate"
   * @param from lower end, percent
   * @param to upper end, percent
   * @return the grade
   */
  public static HeterogeneityGrade closed(String name, double from, double to) {
    return new HeterogeneityGrade(name, from, to, true, true);
  }

  /**
   * A range with its lower end, without its upper one.
   *
   * @param name for example "moderate"
   * @param from lower end, percent
   * @param to upper end, percent
   * @return the grade
   */
  public static HeterogeneityGrade below(String name, double from, double to) {
    return new HeterogeneityGrade(name, from, to, true, false);
  }

  /**
   * A range above its lower end, up to 100.
   *
   * @param name for example "high"
   * @param from lower end, percent, not in the range
   * @return the grade
   */
  public static HeterogeneityGrade above(String name, double from) {
    return new HeterogeneityGrade(name, from, HUNDRED, false, true);
  }

  /**
   * Whether an I² lies in the range.
   *
   * @param iSquared percent
   * @return true if so
   */
  public boolean holds(double iSquared) {
    boolean over = includesFrom ? iSquared >= from : iSquared > from;
    return over && (includesTo ? iSquared <= to : iSquared < to);
  }

  @Override
  public String toString() {
    return "%s: %s%s to %s%s %%"
        .formatted(
            name, includesFrom ? "" : "above ", text(from), includesTo ? "" : "below ", text(to));
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
  }
}
