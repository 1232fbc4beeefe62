package org.copse.model;

/** How a discrete distribution is turned into an interval and a test. */
public enum ExactMethod {
  /**
   * Both tails hold at most α/2, all of the observed probability counted: coverage is never below
   * the level (Clopper and Pearson 1934; Gart 1970). The default; R's {@code mantelhaen.test(exact
   * = TRUE)} interval.
   */
  CENTRAL("exact central", 1),
  /**
   * Half of the observed probability counted (Lancaster 1961): shorter, coverage near the level on
   * average rather than never below.
   */
  MID_P("mid-P", 0.5);

  private final String label;
  private final double share;

  ExactMethod(String label, double share) {
    this.label = label;
    this.share = share;
  }

  /**
   * Name as printed.
   *
   * @return for example "mid-P"
   */
  public String label() {
    return label;
  }

  double share() {
    return share;
  }
}
