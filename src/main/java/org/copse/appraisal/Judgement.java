package org.copse.appraisal;

/**
 * What an answer means for a reader's trust in a result, over all instruments: one symbol each, so
 * that no plot depends on colour.
 */
public enum Judgement {
  /** Low risk of bias, low concern, or all points of an item. */
  LOW("+", 0),
  /** Some concerns (RoB 2), or some of an item's points. */
  SOME_CONCERNS("\u2212", 1),
  /** Moderate risk of bias (ROBINS-I). */
  MODERATE("\u2212", 1),
  /** Unclear (RoB 1, QUADAS-2): the report does not say. */
  UNCLEAR("?", 1),
  /** High risk of bias, high concern, or none of an item's points. */
  HIGH("\u00d7", 2),
  /** Serious risk of bias (ROBINS-I). */
  SERIOUS("\u00d7", 2),
  /** Critical risk of bias (ROBINS-I). */
  CRITICAL("!", 3),
  /** No information (ROBINS-I): stands outside the order from low to critical. */
  NO_INFORMATION("?", -1);

  private final String symbol;
  private final int severity;

  Judgement(String symbol, int severity) {
    this.symbol = symbol;
    this.severity = severity;
  }

  /**
   * The symbol that plots and tables show.
   *
   * @return "+", "−", "?", "×" or "!"
   */
  public String symbol() {
    return symbol;
  }

  /**
   * Place in the order from low to critical.
   *
   * @return 0 for low to 3 for critical, −1 where there is no place in the order
   */
  public int severity() {
    return severity;
  }

  /**
   * Whether the judgement has a place in the order from low to critical.
   *
   * @return false for {@link #NO_INFORMATION} alone
   */
  public boolean isOrdered() {
    return severity >= 0;
  }
}
