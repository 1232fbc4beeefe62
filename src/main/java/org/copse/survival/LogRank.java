package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.copse.effect.Interval;

/**
 * Log-rank test between groups, with weights, strata and trend.
 *
 * <p><b>Formula</b>: U_g = Σ a(t) (d_g − n_g d/n) over event times, V the sum of hypergeometric
 * covariances a² d (n − d)/(n − 1) · n_g/n (δ_gh − n_h/n), both summed over strata; χ² = Uᵀ V⁻ U
 * with the rank of V as degrees of freedom. <b>Edge cases</b>: entry times narrow the risk sets;
 * whole case weights count as repeated patients; groups never at risk at an event time drop out of
 * the degrees of freedom; no test where no event time had two groups at risk. <b>Accuracy</b>:
 * closed form, 1e-10. <b>Source</b>: Mantel, Cancer Chemother Rep 1966;50:163; Klein, Moeschberger,
 * Survival Analysis, 2nd ed. 2003, chapter 7. R survival: {@code survdiff}; coin's {@code
 * logrank_test} has the same numerators with a permutation variance.
 */
public final class LogRank {

  private final Supplier<TimeWeights> weights;
  private final String name;
  private final double level;

  private LogRank(Supplier<TimeWeights> weights, String name, double level) {
    this.weights = weights;
    this.name = name;
    this.level = level;
  }

  /**
   * The defaults: all event times weigh the same; hazard ratios with 95 % intervals.
   *
   * @return the test
   */
  public static LogRank withDefaults() {
    return new LogRank(TimeWeights.of(LogRankWeight.LOG_RANK), LogRankWeight.LOG_RANK.name(), 0.95);
  }

  /**
   * The test with the defaults.
   *
   * @param data two groups or more
   * @return the result
   */
  public static LogRankResult of(SurvivalData data) {
    return withDefaults().test(data);
  }

  /**
   * Other weights.
   *
   * @param weight the weight
   * @return a new test
   */
  public LogRank weight(LogRankWeight weight) {
    return new LogRank(TimeWeights.of(weight), weight.name(), level);
  }

  /**
   * Fleming-Harrington weights S^ρ (1 − S)^γ (Fleming, Harrington, Counting Processes and Survival
   * Analysis, 1991, section 7.2); with γ = 0 the G-rho family of R's survdiff.
   *
   * @param rho ρ, 0 or more: above 0 weighs early times
   * @param gamma γ, 0 or more: above 0 weighs late times
   * @return a new test
   */
  public LogRank flemingHarrington(double rho, double gamma) {
    if (!(rho >= 0 && gamma >= 0 && rho + gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot weigh the event times: rho and gamma must be 0 or more, was %s and %s. Use (0, 1)"
                  .formatted(rho, gamma)
              + " for late differences.");
    }
    if (rho == 0 && gamma == 0) {
      return weight(LogRankWeight.LOG_RANK);
    }
    String label =
        "FLEMING_HARRINGTON(%s, %s)".formatted(SurvivalRules.text(rho), SurvivalRules.text(gamma));
    return new LogRank(() -> TimeWeights.flemingHarrington(rho, gamma), label, level);
  }

  /**
   * Another level of the intervals of hazard ratios.
   *
   * @param newLevel for example 0.90
   * @return a new test
   */
  public LogRank level(double newLevel) {
    return new LogRank(weights, name, Interval.requireLevel(newLevel));
  }

  /**
   * Tests the groups, within strata where the data have them.
   *
   * @param data two groups or more
   * @return the result
   * @throws IllegalArgumentException when there is one group, or naming every weight that is not a
   *     whole number
   */
  public LogRankResult test(SurvivalData data) {
    if (data.groups().size() < 2) {
      throw new IllegalArgumentException(
          "Cannot compare groups: groups must be at least 2, was %s. Give the column of groups."
              .formatted(data.groups().size()));
    }
    requireWholeWeights(data);
    return new LogRankResult(data, name, level, LogRankSums.of(data, weights));
  }

  private static void requireWholeWeights(SurvivalData data) {
    if (!data.hasFractionalWeights()) {
      return;
    }
    List<String> bad = new ArrayList<>();
    for (int row = 0; row < data.size(); row++) {
      if (data.weight(row) != Math.rint(data.weight(row))) {
        bad.add("%s (row %s)".formatted(data.weight(row), row + 1));
      }
    }
    throw new IllegalArgumentException(
        ("Cannot test the groups: weights must be whole numbers of patients, was %s."
                + " Use the Cox model's score test for other weights.")
            .formatted(String.join(", ", bad)));
  }
}
