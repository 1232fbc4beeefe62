package org.copse.appraisal;

/**
 * RoB 2: what several domains with some concerns, and none at high risk, make of the overall
 * judgement. The tool leaves it to the reviewers, who judge whether the concerns together lower
 * confidence in the result substantially; a count of domains is a convention and must be reported
 * as one.
 */
public enum SeveralConcerns {
  /** They stay some concerns. */
  STAY_SOME_CONCERNS("several domains with some concerns stay some concerns", 99),
  /** Two or more make a high risk of bias. */
  HIGH_FROM_TWO("two or more domains with some concerns make high", 2),
  /** Three or more make a high risk of bias. */
  HIGH_FROM_THREE("three or more domains with some concerns make high", 3),
  /** Four or more make a high risk of bias. */
  HIGH_FROM_FOUR("four or more domains with some concerns make high", 4);

  private final String words;
  private final int from;

  SeveralConcerns(String words, int from) {
    this.words = words;
    this.from = from;
  }

  /**
   * The choice in words.
   *
   * @return for methods sections
   */
  public String words() {
    return words;
  }

  int from() {
    return from;
  }
}
