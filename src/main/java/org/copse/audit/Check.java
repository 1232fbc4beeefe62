package org.copse.audit;

/** What an audit looks for. Severities are those of each finding; a check may give several. */
public enum Check {
  /** A cell that should hold a number holds a text, such as a bound {@code <0.5}. */
  CELL("unreadable cell"),
  /** Negative counts, totals below 1, fractions of patients, p above 1, SDs of 0. */
  RANGE("range"),
  /** More events than patients. */
  EVENTS_WITHIN_TOTAL("events within total"),
  /** A percentage that no whole count of the patients gives, such as 14 % of 54. */
  PERCENT_ATTAINABLE("percentage attainable"),
  /** A count and a percentage of the same patients that disagree beyond rounding. */
  COUNT_AND_PERCENT("count and percentage"),
  /** More patients than the trial randomised. */
  RANDOMISED("randomised number"),
  /** Limits the wrong way round, or an estimate outside them. */
  INTERVAL_ORDER("estimate within interval"),
  /** An estimate away from the (log) centre of its interval by more than printed rounding. */
  INTERVAL_CENTRE("centre of interval"),
  /** A p value and an interval that disagree. */
  INTERVAL_AND_P("interval and p"),
  /** Log values where ratios should be, or the reverse. */
  LOG_OR_RAW("log or raw scale"),
  /** A standard error given as standard deviation, or the reverse. */
  SD_OR_SE("SD or SE"),
  /**
   * A mean that no whole numbers give. Source: Brown and Heathers 2017, Soc Psychol Personal Sci
   * 8:363-369 (GRIM).
   */
  GRIM("mean attainable (GRIM)"),
  /**
   * A standard deviation that no whole numbers with the mean give. Source: Allard 2018, "Analytic-
   * GRIMMER"; Bhatia and Davis 2000, Am Math Mon 107:353-357, for the largest.
   */
  SD_FEASIBLE("SD attainable"),
  /** Standard deviations of the two arms that are far apart. */
  SD_RATIO("SD ratio"),
  /** Arms whose sizes differ as those of no other study. */
  ARM_SIZES("arm sizes"),
  /** The same patients in more than one row, declared or suspected. */
  SAME_POPULATION("same population"),
  /** The same numbers in two rows. */
  DUPLICATE_ROW("duplicate row"),
  /** An effect that fits the other studies once arms or sign are swapped. */
  SWAPPED("arms or sign swapped"),
  /** An effect far from the others, or too large to be believed. */
  IMPLAUSIBLE_EFFECT("implausible effect"),
  /** A value some power of ten away from the other studies. */
  UNITS("units"),
  /** A year in the future, or before there were trials. */
  YEAR("year");

  private final String label;

  Check(String label) {
    this.label = label;
  }

  /**
   * The check in words.
   *
   * @return for example "percentage attainable"
   */
  public String label() {
    return label;
  }
}
