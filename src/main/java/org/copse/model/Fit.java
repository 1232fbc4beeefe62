package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.heterogeneity.Heterogeneity;

/**
 * A pooled effect with everything needed to print, draw, test and repeat it.
 *
 * <p><b>Scale</b>: {@link #estimate()}, {@link #standardError()} and {@link #interval()} are on the
 * analysis scale (log for ratios); {@link #backTransformed()} is what readers know. Immutable.
 */
public abstract sealed class Fit
    permits BetaBinomialFit,
        CommonEffectFit,
        ExactFit,
        GlmmFit,
        MantelHaenszelFit,
        MantelHaenszelRatesFit,
        PenalisedLogisticFit,
        PetoFit,
        RandomEffectsFit,
        SampleSizeWeightedFit {

  private final PooledEffect pooled;

  Fit(PooledEffect pooled) {
    this.pooled = pooled;
  }

  /**
   * The effects that were pooled, rows left out included.
   *
   * @return the effects
   */
  public abstract Effects effects();

  /**
   * The same model, same settings, on some of the studies.
   *
   * @param rows indices of the studies, in the order wanted
   * @return a new fit
   * @throws IllegalArgumentException when none of them has an estimable effect
   */
  public abstract Fit refit(int... rows);

  /**
   * Short name of the model.
   *
   * @return for example "Random effects"
   */
  public abstract String model();

  /**
   * The methods and settings in use, one sentence each, for a methods section.
   *
   * @return the sentences
   */
  public abstract List<String> methods();

  /**
   * The measure.
   *
   * @return the measure
   */
  public final Measure measure() {
    return effects().measure();
  }

  /**
   * Number of studies pooled; rows without an estimable effect do not count.
   *
   * @return k
   */
  public final int k() {
    return pooled.k();
  }

  /**
   * Pooled estimate on the analysis scale.
   *
   * @return the estimate, for example a log risk ratio
   */
  public final double estimate() {
    return pooled.estimate();
  }

  /**
   * Standard error of the estimate on the analysis scale, as the interval uses it.
   *
   * @return the standard error
   */
  public final double standardError() {
    return pooled.standardError();
  }

  /**
   * Confidence interval on the analysis scale.
   *
   * @return the interval
   */
  public final Interval interval() {
    return pooled.interval();
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public final double level() {
    return pooled.interval().level();
  }

  /**
   * Test of no effect.
   *
   * @return statistic, degrees of freedom, p
   */
  public final EffectTest test() {
    return pooled.test();
  }

  /**
   * Estimate and interval on the scale that readers know.
   *
   * @return for example the risk ratio 0.49 [0.34; 0.70]
   */
  public final BackTransformed backTransformed() {
    return new BackTransformed(
        measure(), effects().backTransform(estimate()), interval().map(effects()::backTransform));
  }

  /**
   * Whether the estimate is a weighted mean of the studies' own, so that each has a share of it; a
   * likelihood of the counts themselves has none. Tables and plots leave weights out then.
   *
   * @return true unless the model says otherwise
   */
  public boolean hasWeights() {
    return true;
  }

  /**
   * One study's share of the pooled estimate.
   *
   * @param study index in {@link #effects()}, 0 for the first
   * @return weight in percent, 0 for a study left out; all add up to 100; NaN where {@link
   *     #hasWeights()} is false
   */
  public final double weight(int study) {
    return pooled.weight(study);
  }

  /**
   * Cochran's Q, its test, and I² and H² from Q.
   *
   * @return heterogeneity
   */
  public final Heterogeneity heterogeneity() {
    return pooled.heterogeneity();
  }

  /**
   * What a reader must know: corrections, studies left out, fallbacks.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> scale = ScaleNotes.of(this);
    if (scale.isEmpty()) {
      return pooled.notes();
    }
    List<String> notes = new ArrayList<>(pooled.notes());
    notes.addAll(scale);
    return List.copyOf(notes);
  }

  @Override
  public final String toString() {
    BackTransformed shown = backTransformed();
    double lower = shown.interval().lower();
    double upper = shown.interval().upper();
    String interval =
        Double.isNaN(lower) || Double.isNaN(upper)
            ? " without an interval"
            : " [%s; %s]".formatted(text(lower), text(upper));
    return "%s, %s: %s%s, k = %s"
        .formatted(model(), measure().label(), text(shown.estimate()), interval, k());
  }

  private static String text(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
