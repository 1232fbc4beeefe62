package org.copse.descriptive;

/**
 * Something in a printed table that does not agree with the rest of it.
 *
 * @param kind what was checked
 * @param variable the variable
 * @param level the category, empty where a whole variable is meant
 * @param group the column
 * @param printed as printed
 * @param expected what the other cells give
 * @param how the arithmetic in words
 */
public record PrintedFinding(
    Kind kind,
    String variable,
    String level,
    String group,
    String printed,
    String expected,
    String how) {

  /** What was checked. */
  public enum Kind {
    /** A percentage against count and size of the group. */
    PERCENT,
    /** A percentage whose surplus digits were cut off, not rounded. */
    PERCENT_CUT_OFF,
    /** Categories against the size of the group. */
    SUM,
    /** Parts against the category to which they belong. */
    PARTS,
    /** Groups against the total. */
    GROUPS
  }
}
