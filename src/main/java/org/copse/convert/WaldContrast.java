package org.copse.convert;

import org.copse.effect.AnalysisScale;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.numeric.Quantiles;

/**
 * Estimate and standard error of any contrast, from the estimate as printed with its interval, test
 * statistic or p value. Ratios are taken as printed and leave as logarithms.
 *
 * <p><b>Formula</b>, on the analysis scale f (the logarithm for ratios): SE = (f(upper) −
 * f(lower))/(2q), or (f(upper) − f(estimate))/q, or |f(estimate)/statistic|, with q the normal
 * quantile, or that of t where the name says so.
 *
 * <p><b>Source</b>: Cochrane Handbook, section 6.3; metafor's {@code conv.wald}.
 *
 * <p>{@code WaldContrast.fromP(GENERIC_RATIO, 0.72, PValue.of(0.03))}
 */
public final class WaldContrast {

  private static final String TASK = "compute a standard error";
  private static final double NORMAL = Double.POSITIVE_INFINITY;
  // beyond this part of its width off the centre an interval was not a Wald interval of this scale
  private static final double OFF_CENTRE = 0.05;

  private WaldContrast() {}

  /**
   * From estimate and normal interval: SE = width/(2z). An estimate more than 5 % of the width away
   * from the centre leaves a note, unless numbers that round to the three given ones are symmetric.
   *
   * @param measure what is reported
   * @param estimate as printed
   * @param lower lower bound as printed
   * @param upper upper bound as printed
   * @param level of the interval, for example 0.95
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the bounds are not in order or a ratio is not above 0
   */
  public static Reported fromInterval(
      Measure measure, double estimate, double lower, double upper, double level) {
    String source = "estimate and " + percent(level) + " CI";
    return ofInterval(measure, estimate, lower, upper, level, NORMAL, source);
  }

  /**
   * From estimate and an interval by Student's t: SE = width/(2t).
   *
   * @param measure what is reported
   * @param estimate as printed
   * @param lower lower bound as printed
   * @param upper upper bound as printed
   * @param level of the interval, for example 0.95
   * @param df degrees of freedom, above 0
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the bounds are not in order or a ratio is not above 0
   */
  public static Reported fromTInterval(
      Measure measure, double estimate, double lower, double upper, double level, double df) {
    ContrastRules.positive(TASK, "df", df);
    String source = "estimate and " + percent(level) + " CI by t";
    return ofInterval(measure, estimate, lower, upper, level, df, source);
  }

  /**
   * From a normal interval alone: the estimate is its centre on the analysis scale.
   *
   * @param measure what is reported
   * @param lower lower bound as printed
   * @param upper upper bound as printed
   * @param level of the interval, for example 0.95
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the bounds are not in order or a ratio is not above 0
   */
  public static Reported fromBounds(Measure measure, double lower, double upper, double level) {
    double low = transformed(measure, "lower bound", lower);
    double high = transformed(measure, "upper bound", upper);
    ContrastRules.ordered(TASK, lower, upper);
    return new Reported(
            low / 2 + high / 2,
            (high - low) / (2 * quantile(level, NORMAL)),
            percent(level) + " CI alone",
            "an interval symmetric on the analysis scale")
        .as(measure);
  }

  /**
   * From estimate and upper bound: SE = (f(upper) − f(estimate))/z. For a ratio whose lower bound
   * is small and rounded this is nearer the truth than the whole interval.
   *
   * @param measure what is reported
   * @param estimate as printed
   * @param upper upper bound as printed
   * @param level of the interval, for example 0.95
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the bound is not above the estimate or a ratio not above
   *     0
   */
  public static Reported fromUpperBound(
      Measure measure, double estimate, double upper, double level) {
    double y = transformed(measure, "estimate", estimate);
    double high = transformed(measure, "upper bound", upper);
    ContrastRules.ordered(TASK, estimate, upper);
    return new Reported(
            y,
            (high - y) / quantile(level, NORMAL),
            "estimate and upper bound of the " + percent(level) + " CI",
            "an interval symmetric on the analysis scale")
        .as(measure);
  }

  /**
   * From estimate and p value of a z test: SE = |f(estimate)|/z.
   *
   * @param measure what is reported
   * @param estimate as printed, not none
   * @param p its p value, below 1
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the estimate is none or p is 1: neither gives a standard
   *     error
   */
  public static Reported fromP(Measure measure, double estimate, PValue p) {
    double y = effect(measure, estimate);
    double z = p.statisticForError(TASK, NORMAL);
    return new Reported(y, Math.abs(y) / z, "estimate and p value", p.errorAssumes("a z test"))
        .as(measure);
  }

  /**
   * From estimate and p value of a t test: SE = |f(estimate)|/t.
   *
   * @param measure what is reported
   * @param estimate as printed, not none
   * @param p its p value, below 1
   * @param df degrees of freedom, above 0
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the estimate is none or p is 1: neither gives a standard
   *     error
   */
  public static Reported fromTTestP(Measure measure, double estimate, PValue p, double df) {
    double y = effect(measure, estimate);
    ContrastRules.positive(TASK, "df", df);
    double t = p.statisticForError(TASK, df);
    return new Reported(
            y, Math.abs(y) / t, "estimate and p value of a t test", p.errorAssumes("a t test"))
        .as(measure);
  }

  /**
   * From estimate and test statistic, z or t: SE = |f(estimate)/statistic|.
   *
   * @param measure what is reported
   * @param estimate as printed, not none
   * @param statistic z or t, not 0, either sign
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the estimate is none or the statistic 0
   */
  public static Reported fromStatistic(Measure measure, double estimate, double statistic) {
    double y = effect(measure, estimate);
    ContrastRules.positive(TASK, "|statistic|", Math.abs(statistic));
    return new Reported(y, Math.abs(y / statistic), "estimate and test statistic").as(measure);
  }

  /**
   * From estimate and Wald χ² with 1 degree of freedom: SE = |f(estimate)|/√χ².
   *
   * @param measure what is reported
   * @param estimate as printed, not none
   * @param chiSquared above 0
   * @return estimate and standard error on the analysis scale
   * @throws IllegalArgumentException when the estimate is none or χ² not above 0
   */
  public static Reported fromChiSquared(Measure measure, double estimate, double chiSquared) {
    double y = effect(measure, estimate);
    double z = Math.sqrt(ContrastRules.positive(TASK, "χ²", chiSquared));
    return new Reported(
            y, Math.abs(y) / z, "estimate and χ²", "a Wald χ² of this estimate with 1 df")
        .as(measure);
  }

  private static Reported ofInterval(
      Measure measure,
      double estimate,
      double lower,
      double upper,
      double level,
      double df,
      String source) {
    double y = transformed(measure, "estimate", estimate);
    double low = transformed(measure, "lower bound", lower);
    double high = transformed(measure, "upper bound", upper);
    ContrastRules.ordered(TASK, lower, upper);
    double width = high - low;
    double off = Math.abs(y - low / 2 - high / 2) / width;
    String assumes =
        off > OFF_CENTRE && !isCentredBeforeRounding(measure, estimate, lower, upper)
            ? "the interval's width to be right although the estimate lies off its centre on the"
                + " analysis scale"
            : "";
    return new Reported(y, width / (2 * quantile(level, df)), source, assumes).as(measure);
  }

  /** Whether numbers that print as these have the estimate in the middle. */
  private static boolean isCentredBeforeRounding(
      Measure measure, double estimate, double lower, double upper) {
    double half = Printed.halfUnitOf(estimate, lower, upper);
    AnalysisScale scale = measure.scale();
    double least = scale.transform(lower - half) / 2 + scale.transform(upper - half) / 2;
    double most = scale.transform(lower + half) / 2 + scale.transform(upper + half) / 2;
    // an interval of a correlation whose limit may be 1 decides nothing
    return !(most < scale.transform(estimate - half) || least > scale.transform(estimate + half));
  }

  /** An estimate other than none, on the analysis scale. */
  private static double effect(Measure measure, double estimate) {
    double y = transformed(measure, "estimate", estimate);
    Given.require(
        y != 0,
        TASK,
        "estimate",
        "differ from no effect",
        estimate,
        "An estimate of none has no standard error by its test: take an interval");
    return y;
  }

  private static double transformed(Measure measure, String name, double value) {
    return measure.scale() == AnalysisScale.LOG
        ? Math.log(ContrastRules.positive(TASK, name, value))
        : measure.scale().transform(Given.finite(TASK, name, value));
  }

  private static double quantile(double level, double df) {
    return Quantiles.twoSided(Interval.requireLevel(level), df);
  }

  /** A level in percent, for example "95 %". */
  static String percent(double level) {
    return Given.text(Math.round(level * 1e8) / 1e6) + " %";
  }
}
