package org.copse.effect;

/**
 * Events and person-time of a two-arm study.
 *
 * @param events1 events in arm 1 (treatment)
 * @param time1 person-time at risk in arm 1
 * @param events2 events in arm 2 (control)
 * @param time2 person-time at risk in arm 2, same unit
 */
public record TwoRates(double events1, double time1, double events2, double time2) {

  /**
   * All events.
   *
   * @return events1 + events2
   */
  public double events() {
    return events1 + events2;
  }

  /**
   * All person-time.
   *
   * @return time1 + time2
   */
  public double time() {
    return time1 + time2;
  }

  /**
   * Rate of arm 1.
   *
   * @return events1 / time1
   */
  public double rate1() {
    return events1 / time1;
  }

  /**
   * Rate of arm 2.
   *
   * @return events2 / time2
   */
  public double rate2() {
    return events2 / time2;
  }

  /**
   * Whether an arm has no event.
   *
   * @return true if events1 or events2 is 0
   */
  public boolean hasZero() {
    return events1 == 0 || events2 == 0;
  }

  /**
   * Whether neither arm has an event: such a study says nothing on a ratio.
   *
   * @return true for a double-zero study
   */
  public boolean isDoubleZero() {
    return events() == 0;
  }

  /**
   * The counts with an increment added to the events of both arms; the times stay.
   *
   * @param increment what is added, usually 0.5
   * @return the new counts
   */
  public TwoRates plus(double increment) {
    return new TwoRates(events1 + increment, time1, events2 + increment, time2);
  }

  /** The counts corrected by a rule. */
  TwoRates plus(ZeroCells rule) {
    return new TwoRates(
        events1 + rule.forArm(time1, time2), time1, events2 + rule.forArm(time2, time1), time2);
  }
}
