package org.copse.model;

import java.util.List;
import java.util.Optional;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.TwoByTwo;

/** Tests on stratified two-by-two tables: Cochran-Mantel-Haenszel, Breslow-Day, Tarone. */
final class StratifiedTests {

  private StratifiedTests() {}

  /** (|Σ(O − E)| − ½ if corrected)²/ΣV; empty where no table is informative. */
  static Optional<ChiSquaredTest> cochranMantelHaenszel(List<TwoByTwo> tables, boolean corrected) {
    double deviation = 0;
    double variance = 0;
    for (TwoByTwo t : tables) {
      if (!t.isUninformative()) {
        deviation += BinaryMeasure.observedMinusExpected(t);
        variance += BinaryMeasure.hypergeometricVariance(t);
      }
    }
    return chiSquared(deviation, variance, corrected);
  }

  static Optional<ChiSquaredTest> chiSquared(double deviation, double variance, boolean corrected) {
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double size = Math.abs(deviation) - (corrected ? 0.5 : 0);
    return Optional.of(ChiSquaredTest.of(size * size / variance, 1));
  }

  /**
   * Σ(aᵢ − eᵢ)²/vᵢ at a common odds ratio, and for Tarone less (Σ(aᵢ − eᵢ))²/Σvᵢ; empty for fewer
   * than 2 informative tables, or an odds ratio of 0 or ∞.
   */
  static Optional<ChiSquaredTest> homogeneity(
      List<TwoByTwo> tables, double logOddsRatio, boolean tarone) {
    List<TwoByTwo> used = tables.stream().filter(t -> !t.isUninformative()).toList();
    if (used.size() < 2 || !Double.isFinite(logOddsRatio)) {
      return Optional.empty();
    }
    double statistic = 0;
    double sum = 0;
    double variance = 0;
    for (TwoByTwo t : used) {
      double expected = expected(t, Math.exp(logOddsRatio));
      double v = variance(t, expected);
      double deviation = t.events1() - expected;
      statistic += deviation * deviation / v;
      sum += deviation;
      variance += v;
    }
    double less = tarone ? sum * sum / variance : 0;
    return Optional.of(ChiSquaredTest.of(statistic - less, used.size() - 1));
  }

  /** The a between its bounds with a(n₂ − m + a) = ψ(n₁ − a)(m − a). */
  private static double expected(TwoByTwo t, double ratio) {
    double m = t.events();
    double c = ratio * t.total1() * m;
    double b = t.total2() - m + ratio * (t.total1() + m);
    double a = 1 - ratio;
    // (1 - psi) x^2 + b x - c = 0, b > 0 or psi > 1: the root without cancellation
    double root = Math.sqrt(b * b + 4 * a * c);
    return b > 0 ? 2 * c / (b + root) : (root - b) / (2 * a);
  }

  private static double variance(TwoByTwo t, double a) {
    double m = t.events();
    return 1 / (1 / a + 1 / (t.total1() - a) + 1 / (m - a) + 1 / (t.total2() - m + a));
  }
}
