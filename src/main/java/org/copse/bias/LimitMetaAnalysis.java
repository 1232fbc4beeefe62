package org.copse.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.ChiSquaredTest;
import org.copse.model.EffectTest;
import org.copse.model.RandomEffectsFit;
import org.copse.numeric.Quantiles;
import org.copse.numeric.WeightedMean;

/**
 * Limit meta-analysis: the pooled effect that the studies point to as their precision grows without
 * bound, when small ones show larger or smaller effects than large ones.
 *
 * <p><b>Formula</b>: yᵢ = β + √(vᵢ + τ²) (α + εᵢ), εᵢ standard normal, τ² that of the fit; α and β
 * by maximum likelihood, which is least squares of yᵢ/√(vᵢ + τ²) on 1/√(vᵢ + τ²), intercept α,
 * slope β. For vᵢ → 0 the mean is β₀ = β + τα, the adjusted effect; its variance follows from that
 * of α and β, which the model gives, residual variance 1. A study goes to its limit β + √(τ²/(vᵢ +
 * τ²)) (yᵢ − β). G² = 1 − R² of these limits over √vᵢ against 1/√vᵢ: what remains unexplained. The
 * tests split Q = Σ(yᵢ − ȳ)²/vᵢ into Q′, the residual sum of squares of Egger's line, df k − 2, and
 * Q − Q′, df 1. <b>Scale</b>: analysis scale; α has none. <b>Interval</b>: normal. <b>Edge
 * cases</b>: no numbers for fewer than 3 studies or for standard errors that are all the same; with
 * fewer than 10 a note. With τ² = 0 it is Egger's line with a residual variance of 1, every limit
 * is β, and there is no G². It takes every small-study effect for bias. <b>Accuracy</b>: 1e-10
 * relative, given τ². <b>Source</b>: Rücker et al., Biostatistics 2011;12:122-142; the tests,
 * Rücker et al., Stat Med 2008;27:746-763. R metasens: {@code limitmeta(method.adjust = "beta0")}.
 */
public final class LimitMetaAnalysis {

  /** Precisions this close to each other, relative to their mean, are the same but for rounding. */
  private static final double SAME = 1e-10;

  private static final int ENOUGH = 10;

  private LimitMetaAnalysis() {}

  /**
   * Limit meta-analysis of the studies of a fit, by its τ² and level.
   *
   * @param fit a random-effects fit
   * @return the result, without numbers where they are not defined
   */
  public static LimitResult of(RandomEffectsFit fit) {
    Effects effects = Objects.requireNonNull(fit, "fit").effects();
    int[] rows = effects.estimable();
    List<String> notes = new ArrayList<>();
    if (rows.length < effects.size()) {
      notes.add(
          "%s of %s studies have no estimable effect and are left out."
              .formatted(effects.size() - rows.length, effects.size()));
    }
    Optional<LimitEstimate> estimate =
        rows.length < 3 ? Optional.empty() : estimate(effects, rows, fit.tau2(), fit.level());
    if (estimate.isEmpty()) {
      notes.add(
          rows.length < 3
              ? "Not computed: 3 studies at least are needed."
              : "Not computed: the standard errors are all the same, or nearly.");
    } else {
      notes.add(
          "The adjusted effect takes every small-study effect for bias; heterogeneity can look the"
              + " same.");
      if (fit.tau2() > 0) {
        notes.add(
            "Q − Q′ is tested as if chance alone were left beside small-study effects: with"
                + " heterogeneity it rejects too often.");
      }
      if (rows.length < ENOUGH) {
        notes.add(
            "%s studies: with fewer than %s the adjustment is unreliable (Rücker et al., 2011)."
                .formatted(rows.length, ENOUGH));
      }
    }
    return new LimitResult(fit, estimate, notes);
  }

  private static Optional<LimitEstimate> estimate(
      Effects effects, int[] rows, double tau2, double level) {
    int k = rows.length;
    double[] x = new double[k];
    double[] y = new double[k];
    for (int i = 0; i < k; i++) {
      double se = effects.standardError(rows[i]);
      x[i] = 1 / Math.sqrt(se * se + tau2);
      y[i] = effects.estimate(rows[i]) * x[i];
    }
    StraightLine line = StraightLine.of(x, y);
    StraightLine fixed = egger(effects, rows);
    if (!line.spread(SAME) || !fixed.spread(SAME)) {
      return Optional.empty();
    }
    double tau = Math.sqrt(tau2);
    double adjusted = line.slope() + tau * line.intercept();
    // variance of slope + tau * intercept = slope + tau * (mean of y - slope * mean of x)
    double lever = 1 - tau * line.meanX();
    double se = Math.sqrt(lever * lever / line.sxx() + tau2 / k);
    double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    Interval interval = new Interval(adjusted - z * se, adjusted + z * se, level);
    List<Double> limits = limits(effects, rows, line.slope(), tau2);
    double q = q(effects, rows);
    double rest = Math.min(q, fixed.residuals());
    double statistic = adjusted / se;
    double p = Quantiles.twoSidedP(statistic, Double.POSITIVE_INFINITY);
    return Optional.of(
        new LimitEstimate(
            line.intercept(),
            line.slope(),
            tau2,
            adjusted,
            se,
            interval,
            new EffectTest(statistic, Double.POSITIVE_INFINITY, p),
            chiSquared(q - rest, 1),
            chiSquared(rest, k - 2),
            tau2 > 0 ? gSquared(effects, rows, limits) : Optional.empty(),
            limits));
  }

  private static StraightLine egger(Effects effects, int[] rows) {
    double[] x = new double[rows.length];
    double[] y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      x[i] = 1 / effects.standardError(rows[i]);
      y[i] = effects.estimate(rows[i]) * x[i];
    }
    return StraightLine.of(x, y);
  }

  private static List<Double> limits(Effects effects, int[] rows, double slope, double tau2) {
    List<Double> limits = new ArrayList<>();
    for (int row : rows) {
      double se = effects.standardError(row);
      double kept = Math.sqrt(tau2 / (se * se + tau2));
      limits.add(slope + kept * (effects.estimate(row) - slope));
    }
    return limits;
  }

  private static Optional<Double> gSquared(Effects effects, int[] rows, List<Double> limits) {
    double[] x = new double[rows.length];
    double[] y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      x[i] = 1 / effects.standardError(rows[i]);
      y[i] = limits.get(i) * x[i];
    }
    StraightLine line = StraightLine.of(x, y);
    return line.syy() > 0 ? Optional.of(100 * line.residuals() / line.syy()) : Optional.empty();
  }

  private static double q(Effects effects, int[] rows) {
    double[] y = new double[rows.length];
    double[] w = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double se = effects.standardError(rows[i]);
      y[i] = effects.estimate(rows[i]);
      w[i] = 1 / (se * se);
    }
    return WeightedMean.sumOfSquares(y, w, WeightedMean.of(y, w));
  }

  private static ChiSquaredTest chiSquared(double statistic, int df) {
    double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
    return new ChiSquaredTest(statistic, df, p);
  }
}
