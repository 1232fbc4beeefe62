package org.copse.effect;

/**
 * Events in the person-time of one group.
 *
 * @param events events
 * @param time person-time at risk
 */
public record Rate(double events, double time) {

  /**
   * The rate.
   *
   * @return events / time
   */
  public double value() {
    return events / time;
  }
}
