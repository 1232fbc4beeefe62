package org.copse.heterogeneity;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * A prediction interval with its method named.
 *
 * <p><b>Formula</b>: see {@link PredictionMethod}.
 *
 * @param method the method
 * @param df its degrees of freedom, +∞ for the normal; k − 1, those of its t variate, for {@code
 *     NNF}
 * @param interval the interval on the analysis scale
 */
public record Prediction(PredictionMethod method, double df, Interval interval) {

  /**
   * Prediction interval for the effect in a new study.
   *
   * @param method the method
   * @param mean pooled effect μ on the analysis scale
   * @param standardError the standard error that the method asks for
   * @param tau2 between-study variance
   * @param df degrees of freedom of that method, above 0, +∞ for the normal
   * @param level for example 0.95
   * @return μ ± q √(tau² + SE²)
   */
  public static Prediction of(
      PredictionMethod method,
      double mean,
      double standardError,
      double tau2,
      double df,
      double level) {
    double spread = Math.sqrt(tau2 + standardError * standardError);
    // a factor of +∞ (hardly any degree of freedom) times a spread of 0 is no interval
    double margin = spread == 0 ? 0 : Quantiles.twoSided(level, df) * spread;
    return new Prediction(method, df, new Interval(mean - margin, mean + margin, level));
  }

  /**
   * Density of the effect in a new study, of which the interval holds the middle.
   *
   * <p><b>Formula</b>: t with {@link #df()} (normal for +∞) around the middle of the interval, its
   * scale the half width over the quantile of the level.
   *
   * @param effect on the analysis scale
   * @return the density; empty for an interval by bootstrap and for one without width
   */
  public OptionalDouble density(double effect) {
    double scale = interval.width() / 2 / Quantiles.twoSided(interval.level(), df);
    if (method == PredictionMethod.NNF || !(scale > 0) || Double.isInfinite(scale)) {
      return OptionalDouble.empty();
    }
    double z = (effect - (interval.lower() + interval.upper()) / 2) / scale;
    double height =
        Double.isInfinite(df)
            ? NormalDistribution.of(0, 1).density(z)
            : TDistribution.of(df).density(z);
    return OptionalDouble.of(height / scale);
  }
}
