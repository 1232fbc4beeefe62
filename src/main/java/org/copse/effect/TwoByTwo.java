package org.copse.effect;

/**
 * Counts of a two-arm study.
 *
 * <pre>
 *             event   no event   total
 * arm 1         a        b      total1
 * arm 2         c        d      total2
 * </pre>
 *
 * @param events1 events a in arm 1 (treatment)
 * @param total1 patients in arm 1
 * @param events2 events c in arm 2 (control)
 * @param total2 patients in arm 2
 */
public record TwoByTwo(double events1, double total1, double events2, double total2) {

  /**
   * Patients without an event in arm 1.
   *
   * @return b
   */
  public double nonEvents1() {
    return total1 - events1;
  }

  /**
   * Patients without an event in arm 2.
   *
   * @return d
   */
  public double nonEvents2() {
    return total2 - events2;
  }

  /**
   * All patients.
   *
   * @return total1 + total2
   */
  public double total() {
    return total1 + total2;
  }

  /**
   * All events.
   *
   * @return events1 + events2
   */
  public double events() {
    return events1 + events2;
  }

  /**
   * Whether any of the four cells is zero.
   *
   * @return true if a, b, c or d is 0
   */
  public boolean hasZeroCell() {
    return events1 == 0 || events2 == 0 || nonEvents1() == 0 || nonEvents2() == 0;
  }

  /**
   * Whether no arm has an event, or every patient of both arms has one: such a study says nothing
   * on a ratio.
   *
   * @return true for a double-zero or an all-event study
   */
  public boolean isUninformative() {
    return events() == 0 || events() == total();
  }

  /**
   * The table with an increment added to each of the four cells.
   *
   * @param increment what is added, usually 0.5
   * @return the table with a + x, b + x, c + x, d + x
   */
  public TwoByTwo plus(double increment) {
    return plus(increment, increment);
  }

  /** The table with an increment of its own added to both cells of each arm. */
  TwoByTwo plus(double first, double second) {
    return new TwoByTwo(events1 + first, total1 + 2 * first, events2 + second, total2 + 2 * second);
  }

  /** The table corrected by a rule. */
  TwoByTwo plus(ZeroCells rule) {
    return plus(rule.forArm(total1, total2), rule.forArm(total2, total1));
  }
}
