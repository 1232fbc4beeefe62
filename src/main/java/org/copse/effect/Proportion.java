package org.copse.effect;

/**
 * Events among the patients of one group.
 *
 * @param events patients with the event
 * @param total all patients
 */
public record Proportion(double events, double total) {

  /**
   * The proportion.
   *
   * @return events / total
   */
  public double value() {
    return events / total;
  }
}
