package org.copse.effect;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.copse.numeric.Quantiles;

/** Confidence intervals of one study's proportion, on the scale of proportions. */
public enum ProportionInterval {
  /**
   * Clopper-Pearson, exact: quantiles α/2 of Beta(x, n − x + 1) and 1 − α/2 of Beta(x + 1, n − x).
   * Biometrika 1934;26:404-413. R meta's default.
   */
  CLOPPER_PEARSON("Clopper-Pearson") {
    @Override
    public Interval of(Proportion p, double level) {
      double tail = (1 - Interval.requireLevel(level)) / 2;
      double x = p.events();
      double n = p.total();
      double lower =
          x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(tail);
      double upper =
          x == n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(tail);
      return new Interval(lower, upper, level);
    }
  },
  /** Wilson's score interval, without continuity correction. J Am Stat Assoc 1927;22:209-212. */
  WILSON("Wilson") {
    @Override
    public Interval of(Proportion p, double level) {
      double z = Quantiles.twoSided(Interval.requireLevel(level), Double.POSITIVE_INFINITY);
      double n = p.total();
      double centre = p.value() + z * z / (2 * n);
      double spread = z * Math.sqrt(p.value() * (1 - p.value()) / n + z * z / (4 * n * n));
      double scale = 1 + z * z / n;
      double lower = p.events() == 0 ? 0 : (centre - spread) / scale;
      double upper = p.events() == n ? 1 : (centre + spread) / scale;
      return new Interval(lower, upper, level);
    }
  };

  private final String label;

  ProportionInterval(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Clopper-Pearson"
   */
  public String label() {
    return label;
  }

  /**
   * The interval.
   *
   * @param proportion events and total
   * @param level for example 0.95
   * @return bounds between 0 and 1; exactly 0 without events, exactly 1 with events only
   */
  public abstract Interval of(Proportion proportion, double level);
}
