package org.copse.effect;

/**
 * One thing wrong with the data of one study, in the order in which it is read.
 *
 * @param study the study's label
 * @param row the study's row, 1 for the first
 * @param column the column or columns concerned, as the user calls them
 * @param rule what must hold, beginning with what it must hold for, for example "events must not
 *     exceed total"
 * @param value what was found
 * @param remedy what to do, one sentence
 */
public record DataProblem(
    String study, int row, String column, String rule, String value, String remedy) {

  /**
   * The problem as one sentence with its remedy.
   *
   * @return for example "Study 'Aronson 1948' (row 1): events must not exceed total, was 123 &gt;
   *     4. Check columns tpos, tn."
   */
  public String message() {
    return "Study '%s' (row %s): %s, was %s. %s".formatted(study, row, rule, value, remedy);
  }
}
