package org.copse.effect;

import java.util.Objects;
import java.util.Optional;
import org.copse.numeric.Quantiles;

/**
 * What a study reports of its effect, taken to an estimate and standard error on the analysis
 * scale.
 *
 * <p>Formulas: Cochrane Handbook, sections 6.3 and 6.8.2; Tierney et al., Trials 2007;8:16.
 *
 * @param estimate on the analysis scale (log for ratios)
 * @param standardError on the analysis scale
 * @param source how it was reported, for example "estimate and 95 % CI"
 * @param assumes what must hold for the two numbers to be right; effects carry it as a note; empty
 *     where nothing need be said
 * @param measure what is estimated, and so the scale that readers know; empty where the way there
 *     does not say
 */
public record Reported(
    double estimate,
    double standardError,
    String source,
    String assumes,
    Optional<Measure> measure) {

  /**
   * Checks the texts.
   *
   * @param estimate as above
   * @param standardError as above
   * @param source as above
   * @param assumes as above
   * @param measure as above
   */
  public Reported {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(assumes, "assumes");
    Objects.requireNonNull(measure, "measure");
  }

  /**
   * An estimate of a measure that is not told.
   *
   * @param estimate on the analysis scale (log for ratios)
   * @param standardError on the analysis scale
   * @param source how it was reported, for example "estimate and 95 % CI"
   * @param assumes what must hold for the two numbers to be right, perhaps empty
   */
  public Reported(double estimate, double standardError, String source, String assumes) {
    this(estimate, standardError, source, assumes, Optional.empty());
  }

  /**
   * An estimate that needs no further word.
   *
   * @param estimate on the analysis scale (log for ratios)
   * @param standardError on the analysis scale
   * @param source how it was reported, for example "estimate and 95 % CI"
   */
  public Reported(double estimate, double standardError, String source) {
    this(estimate, standardError, source, "");
  }

  /**
   * The same estimate, said to be of a measure: a notebook then shows it on the scale that readers
   * know.
   *
   * @param of what is estimated
   * @return a new value
   */
  public Reported as(Measure of) {
    return new Reported(estimate, standardError, source, assumes, Optional.of(of));
  }

  /**
   * The normal interval estimate ± z SE, on the analysis scale.
   *
   * @param level for example 0.95
   * @return the interval
   */
  public Interval interval(double level) {
    double half = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * standardError;
    return new Interval(estimate - half, estimate + half, level);
  }

  /**
   * From an estimate and its confidence interval: SE = (upper − lower) / (2z) on the analysis
   * scale.
   *
   * @param measure ratio or difference
   * @param estimate as printed, on the reader's scale
   * @param lower lower bound as printed
   * @param upper upper bound as printed
   * @param level level of the printed interval, for example 0.95
   * @return estimate and standard error on the analysis scale
   */
  public static Reported fromInterval(
      Measure measure, double estimate, double lower, double upper, double level) {
    AnalysisScale scale = measure.scale();
    double width = scale.transform(upper) - scale.transform(lower);
    double z = Quantiles.twoSided(Interval.requireLevel(level), Double.POSITIVE_INFINITY);
    String source = "estimate and %s %% CI".formatted(CountRules.text(100 * level));
    return new Reported(scale.transform(estimate), width / (2 * z), source).as(measure);
  }

  /**
   * From an estimate and the standard error of it on the analysis scale.
   *
   * @param measure ratio or difference
   * @param estimate as printed, on the reader's scale
   * @param standardError on the analysis scale: of the log ratio, or of the difference
   * @return estimate and standard error on the analysis scale
   */
  public static Reported fromStandardError(Measure measure, double estimate, double standardError) {
    return new Reported(measure.scale().transform(estimate), standardError, "estimate and SE")
        .as(measure);
  }

  /**
   * From an estimate and its two-sided p value of a z test: SE = |estimate| / z.
   *
   * @param measure ratio or difference
   * @param estimate as printed, on the reader's scale
   * @param p the two-sided p value, above 0 and below 1
   * @return estimate and standard error on the analysis scale
   */
  public static Reported fromP(Measure measure, double estimate, double p) {
    double y = measure.scale().transform(estimate);
    return new Reported(
            y,
            Math.abs(y) / Quantiles.ofTwoSidedP(p, Double.POSITIVE_INFINITY),
            "estimate and p value")
        .as(measure);
  }

  /**
   * Log hazard ratio from the log-rank statistics: (O − E)/V, standard error 1/√V.
   *
   * @param observedMinusExpected O − E of the treatment arm
   * @param variance V, above 0
   * @return estimate and standard error on the log scale
   */
  public static Reported fromLogRank(double observedMinusExpected, double variance) {
    double error = 1 / Math.sqrt(variance);
    return new Reported(observedMinusExpected / variance, error, "O − E and V");
  }
}
