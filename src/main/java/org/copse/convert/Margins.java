package org.copse.convert;

/** Margins of a 2×2 table and the cell that a statistic leaves to find. */
record Margins(double total1, double total2, double events) {

  private static final String TASK = ReconstructedTable.TASK;

  Margins {
    ContrastRules.atLeast(TASK, "total of arm 1", 1, total1);
    ContrastRules.atLeast(TASK, "total of arm 2", 1, total2);
    Given.require(
        events > 0 && events < total1 + total2,
        TASK,
        "events of both arms",
        "be above 0 and below all patients",
        events,
        "With no event or an event in all, every table is the same");
  }

  double n() {
    return total1 + total2;
  }

  /** Smallest events of arm 1. */
  double least() {
    return Math.max(0, events - total2);
  }

  /** Largest events of arm 1. */
  double most() {
    return Math.min(events, total1);
  }

  /** Product of the four margins, its root. */
  double rootOfProduct() {
    return Math.sqrt(total1 * total2) * Math.sqrt(events * (n() - events));
  }

  /** Events of arm 1 from φ: a = (n₁ m + φ √(n₁ n₂ m (N − m)))/N. */
  double ofPhi(double phi) {
    return (total1 * events + phi * rootOfProduct()) / n();
  }

  /**
   * Events of arm 1 from the odds ratio: the root of (ψ − 1) a² − [N + (ψ − 1)(n₁ + m)] a ... in
   * the range of a, by the form of the quadratic that does not cancel.
   */
  double ofOddsRatio(double oddsRatio) {
    double excess = oddsRatio - 1;
    double b = n() + excess * (total1 + events);
    double c = oddsRatio * total1 * events;
    // (ψ − 1) a² − b a + c = 0; the attainable root is the smaller in size for either sign
    double discriminant = Math.max(0, b * b - 4 * excess * c);
    double signed = b + Math.copySign(Math.sqrt(discriminant), b);
    double first = 2 * c / signed;
    double second = excess == 0 ? Double.NaN : signed / (2 * excess);
    double slack = 1e-9 * n();
    return first >= least() - slack && first <= most() + slack ? first : second;
  }

  /** Events of arm 1 from the risk ratio: a = ρ n₁ m/(n₂ + ρ n₁). */
  double ofRiskRatio(double riskRatio) {
    return riskRatio * total1 * events / (total2 + riskRatio * total1);
  }

  /** Events of arm 1 from the risk difference: a = n₁ (m + δ n₂)/N. */
  double ofRiskDifference(double difference) {
    return total1 * (events + difference * total2) / n();
  }
}
