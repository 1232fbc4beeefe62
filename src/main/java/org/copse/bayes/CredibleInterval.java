package org.copse.bayes;

/** How a credible interval is chosen among all that hold the probability asked for. */
public enum CredibleInterval {
  /**
   * The shortest interval on the analysis scale; for a posterior with one peak, that of highest
   * density (HPD). It may begin at τ = 0. bayesmeta: {@code interval.type = "shortest"}, its
   * default.
   */
  SHORTEST("shortest"),
  /**
   * Equal probability in both tails; not changed by a transformation such as exp. bayesmeta: {@code
   * interval.type = "central"}.
   */
  EQUAL_TAILED("equal-tailed");

  private final String label;

  CredibleInterval(String label) {
    this.label = label;
  }

  /**
   * The name in a sentence.
   *
   * @return for example "shortest"
   */
  public String label() {
    return label;
  }
}
