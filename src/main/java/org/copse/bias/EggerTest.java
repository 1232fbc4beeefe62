package org.copse.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.numeric.Quantiles;

/**
 * Egger's test: a line through the studies' standardised effects against their precision, whose
 * intercept is 0 where small studies show the same effect as large ones.
 *
 * <p><b>Formula</b>: least squares of yᵢ/sᵢ = a + b/sᵢ, sᵢ = √vᵢ; t = a/SE(a) with k − 2 degrees of
 * freedom. a is the asymmetry; b is the effect that the line gives at a standard error of 0. The
 * same as yᵢ = b + a sᵢ weighted by 1/vᵢ, the line of a funnel plot. <b>Units</b>: a has none; b is
 * on the analysis scale. <b>Fewest studies</b>: 10; below that nothing is computed but a note,
 * unless {@link #evenIfFew()} asks for it. <b>Edge cases</b>: no result for fewer than 3 studies,
 * for standard errors that are all the same and for studies exactly on a line. <b>Accuracy</b>:
 * 1e-10 relative against R. <b>Source</b>: Egger et al., BMJ 1997;315:629-634. R meta: {@code
 * metabias(method.bias = "Egger")}; metafor: {@code regtest(model = "lm")}.
 */
public final class EggerTest {

  private static final String NAME = "Egger's test";

  /** Precisions this close to each other, relative to their mean, are the same but for rounding. */
  private static final double SAME = 1e-10;

  private final boolean evenIfFew;

  private EggerTest(boolean evenIfFew) {
    this.evenIfFew = evenIfFew;
  }

  /**
   * The test on the studies of a fit, its intervals of the fit's level.
   *
   * @param fit any fit; the studies' own effects are used, not the model
   * @return the result, without numbers for fewer than 10 studies
   */
  public static EggerResult of(Fit fit) {
    return new EggerTest(false).test(fit);
  }

  /**
   * The test whatever the number of studies; the result says so.
   *
   * @return a configuration, to be run with {@code test(fit)}
   */
  public static EggerTest evenIfFew() {
    return new EggerTest(true);
  }

  /**
   * Runs the test.
   *
   * @param fit any fit
   * @return the result
   */
  public EggerResult test(Fit fit) {
    Effects effects = Objects.requireNonNull(fit, "fit").effects();
    int k = effects.estimable().length;
    if (FunnelRules.tooFew(k, evenIfFew)) {
      return new EggerResult(
          k, effects.measure(), Optional.empty(), FunnelRules.notes(effects, NAME, false));
    }
    List<String> notes = new ArrayList<>(FunnelRules.notes(effects, NAME, true));
    Optional<EggerLine> line = k < 3 ? Optional.empty() : line(effects, fit.level());
    if (line.isEmpty()) {
      notes.add(
          k < 3
              ? "No line: 3 studies at least are needed."
              : "No test: the standard errors are all the same, or the studies lie exactly on a"
                  + " line.");
    }
    return new EggerResult(k, effects.measure(), line, List.copyOf(notes));
  }

  private static Optional<EggerLine> line(Effects effects, double level) {
    int[] rows = effects.estimable();
    int k = rows.length;
    double[] x = new double[k];
    double[] y = new double[k];
    for (int i = 0; i < k; i++) {
      double se = effects.standardError(rows[i]);
      x[i] = 1 / se;
      y[i] = effects.estimate(rows[i]) / se;
    }
    double meanX = mean(x);
    double meanY = mean(y);
    double sxx = products(x, meanX, x, meanX);
    if (!(Math.sqrt(sxx / k) > SAME * meanX)) {
      return Optional.empty();
    }
    double slope = products(x, meanX, y, meanY) / sxx;
    double intercept = meanY - slope * meanX;
    double squares = 0;
    double size = 0;
    for (int i = 0; i < k; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      squares += residual * residual;
      size += y[i] * y[i];
    }
    if (!(squares > 1e-24 * size)) {
      return Optional.empty();
    }
    double df = k - 2;
    double s2 = squares / df;
    double interceptSe = Math.sqrt(s2 * (1.0 / k + meanX * meanX / sxx));
    double slopeSe = Math.sqrt(s2 / sxx);
    double t = intercept / interceptSe;
    return Optional.of(
        new EggerLine(
            intercept,
            interceptSe,
            interval(intercept, interceptSe, level, df),
            slope,
            slopeSe,
            interval(slope, slopeSe, level, df),
            new EffectTest(t, df, Quantiles.twoSidedP(t, df))));
  }

  private static Interval interval(double value, double se, double level, double df) {
    double margin = Quantiles.twoSided(level, df) * se;
    return new Interval(value - margin, value + margin, level);
  }

  private static double mean(double[] values) {
    double rough = 0;
    for (double value : values) {
      rough += value / values.length;
    }
    double rest = 0;
    for (double value : values) {
      rest += value - rough;
    }
    return rough + rest / values.length;
  }

  private static double products(double[] x, double meanX, double[] y, double meanY) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
