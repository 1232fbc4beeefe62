package org.copse.convert;

import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Between the raw and the log scale of skewed data: means and SDs of the logs from what is printed
 * on the raw scale, and back.
 *
 * <p>Positive, skewed data are often better compared as logs, and some papers print them so. To
 * pool both kinds of studies, take all to one scale. A difference of log means is the log of a
 * ratio of geometric means; a geometric mean is no arithmetic one. All logs are natural. <b>Scale
 * check</b>: on the log scale an SD above about 2 is rare.
 *
 * <p><b>Source</b>: Higgins, White and Anzures-Cabrera, Stat Med 2008;27:6072-6092; Cochrane
 * Handbook 6.5.2.4, 10.5.3.
 */
public final class LogMeans {

  private static final String TASK = "take a mean to the log scale";
  private static final String LOG_NORMAL = "the raw data are log-normal";
  private static final String SOURCE = "(Higgins 2008)";

  private LogMeans() {}

  /**
   * Mean and SD of two arms on the log scale.
   *
   * @param arm1 of arm 1
   * @param arm2 of arm 2
   */
  public record TwoArms(MeanAndSd arm1, MeanAndSd arm2) {}

  /**
   * From the raw mean and SD of one arm, each arm with an SD of its own; method 1 of Higgins et al.
   * and the one that they recommend.
   *
   * <p><b>Formula</b>: s_z = √ln(1 + s²/x̄²), z̄ = ln x̄ − s_z²/2.
   *
   * @param mean raw mean, above 0
   * @param sd raw SD, above 0
   * @return mean and SD of the logs
   * @throws IllegalArgumentException when one is not above 0
   */
  public static MeanAndSd fromRaw(double mean, double sd) {
    double variance = logVariance(mean, sd);
    return of(
        Math.log(mean) - variance / 2,
        Math.sqrt(variance),
        "of the logs from the raw mean and SD: SD² = ln(1 + s²/x̄²), mean = ln x̄ − SD²/2 "
            + SOURCE,
        LOG_NORMAL);
  }

  /**
   * From the raw means and SDs of two arms, with one SD of the logs for both, pooled over the arms;
   * the difference of the log means is then ln(x̄₁/x̄₂). More precise, but misleading where the SDs
   * of the logs differ.
   *
   * <p><b>Formula</b>: vᵢ = ln(1 + sᵢ²/x̄ᵢ²), s_z² = [(n₁ − 1)v₁ + (n₂ − 1)v₂]/(n₁ + n₂ − 2), z̄ᵢ =
   * ln x̄ᵢ − s_z²/2.
   *
   * @param n1 patients of arm 1, at least 2
   * @param mean1 raw mean of arm 1, above 0
   * @param sd1 raw SD of arm 1, above 0
   * @param n2 patients of arm 2, at least 2
   * @param mean2 raw mean of arm 2, above 0
   * @param sd2 raw SD of arm 2, above 0
   * @return mean and SD of the logs of both arms
   * @throws IllegalArgumentException when a mean or SD is not above 0 or an n is below 2
   */
  public static TwoArms fromRawWithCommonSd(
      double n1, double mean1, double sd1, double n2, double mean2, double sd2) {
    double df1 = Given.size(TASK, "n1", n1) - 1;
    double df2 = Given.size(TASK, "n2", n2) - 1;
    double variance = (df1 * logVariance(mean1, sd1) + df2 * logVariance(mean2, sd2)) / (df1 + df2);
    return new TwoArms(withCommon(mean1, variance), withCommon(mean2, variance));
  }

  private static MeanAndSd withCommon(double mean, double variance) {
    return of(
        Math.log(mean) - variance / 2,
        Math.sqrt(variance),
        "of the logs from raw means and SDs, SD² = ln(1 + s²/x̄²) pooled over the arms, mean = ln x̄ − SD²/2 "
            + SOURCE,
        LOG_NORMAL + " with equal SDs of the logs in both arms");
  }

  /**
   * From the raw mean and SD of one arm by a Taylor series, with no distribution assumed; good
   * where the SD is well below the mean.
   *
   * <p><b>Formula</b>: s_z = s/x̄, z̄ = ln x̄ − s²/(2x̄²): the first term of {@link #fromRaw}.
   *
   * @param mean raw mean, above 0
   * @param sd raw SD, above 0
   * @return mean and SD of the logs
   * @throws IllegalArgumentException when one is not above 0
   */
  public static MeanAndSd fromRawByTaylorSeries(double mean, double sd) {
    logVariance(mean, sd);
    double ratio = sd / mean;
    return of(
        Math.log(mean) - ratio * ratio / 2,
        ratio,
        "of the logs from the raw mean and SD by a Taylor series: SD = s/x̄, mean = ln x̄ − SD²/2 "
            + SOURCE,
        "the SD is small beside the mean");
  }

  private static double logVariance(double mean, double sd) {
    double ratio = Given.positive(TASK, "SD", sd) / Given.positive(TASK, "mean", mean);
    return Math.log1p(ratio * ratio);
  }

  /**
   * From a geometric mean and its confidence interval by Student's t: mean ln g, SD √n (ln upper −
   * ln lower)/(2 t) with n − 1 degrees of freedom.
   *
   * @param geometricMean above 0
   * @param lower lower bound, above 0
   * @param upper upper bound
   * @param n patients of the arm, at least 2
   * @param level of the interval, for example 0.95
   * @return mean and SD of the logs
   * @throws IllegalArgumentException when a number is not above 0, the bounds are not in order, n
   *     is below 2 or the level not between 0 and 1
   */
  public static MeanAndSd fromGeometricMean(
      double geometricMean, double lower, double upper, double n, double level) {
    double df = Given.size(TASK, "n", n) - 1;
    return ofInterval(geometricMean, lower, upper, n, level, df, "t with n − 1 df");
  }

  /**
   * From a geometric mean and its confidence interval by the normal distribution: mean ln g, SD √n
   * (ln upper − ln lower)/(2 z).
   *
   * @param geometricMean above 0
   * @param lower lower bound, above 0
   * @param upper upper bound
   * @param n patients of the arm, at least 2
   * @param level of the interval, for example 0.95
   * @return mean and SD of the logs
   * @throws IllegalArgumentException when a number is not above 0, the bounds are not in order, n
   *     is below 2 or the level not between 0 and 1
   */
  public static MeanAndSd fromGeometricMeanWithNormalInterval(
      double geometricMean, double lower, double upper, double n, double level) {
    Given.size(TASK, "n", n);
    double df = Double.POSITIVE_INFINITY;
    return ofInterval(geometricMean, lower, upper, n, level, df, "normal quantile");
  }

  private static MeanAndSd ofInterval(
      double g, double lower, double upper, double n, double level, double df, String quantile) {
    Given.positive(TASK, "geometric mean", g);
    Given.positive(TASK, "lower bound", lower);
    Given.width(TASK, lower, upper);
    if (!(lower <= g && g <= upper)) {
      throw new IllegalArgumentException(
          "Cannot %s: geometric mean must lie within its interval, was %s outside %s to %s. Check the three numbers."
              .formatted(TASK, Given.text(g), Given.text(lower), Given.text(upper)));
    }
    double q = Quantiles.twoSided(Interval.requireLevel(level), df);
    return of(
        Math.log(g),
        Math.sqrt(n) * Math.log(upper / lower) / (2 * q),
        "of the logs from the geometric mean and its %s CI: mean = ln g, SD = √n × log width/(2q), q the %s (Cochrane Handbook 6.5.2.4)"
            .formatted(Given.percent(level), quantile),
        "the interval was made from the logs with that quantile");
  }

  /**
   * From a geometric mean and a geometric SD: ln g and ln of the SD.
   *
   * @param geometricMean above 0
   * @param geometricSd a factor, above 1
   * @return mean and SD of the logs
   * @throws IllegalArgumentException when the mean is not above 0 or the SD not above 1
   */
  public static MeanAndSd fromGeometricSd(double geometricMean, double geometricSd) {
    Given.positive(TASK, "geometric mean", geometricMean);
    if (!(geometricSd > 1 && geometricSd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot %s: geometric SD must be above 1, was %s. It is a factor; an SD of logs is used as it is."
              .formatted(TASK, Given.text(geometricSd)));
    }
    return of(
        Math.log(geometricMean),
        Math.log(geometricSd),
        "of the logs from the geometric mean and SD: ln of both",
        "the geometric SD is exp(SD of the logs)");
  }

  /**
   * From mean and SD of logs to base 10: both times ln 10.
   *
   * @param mean mean of the decimal logs
   * @param sd SD of the decimal logs, above 0
   * @return mean and SD of the natural logs
   * @throws IllegalArgumentException when the mean is not finite or the SD not above 0
   */
  public static MeanAndSd fromDecimalLogs(double mean, double sd) {
    double factor = Math.log(10);
    return of(
        Given.finite(TASK, "mean", mean) * factor,
        Given.positive(TASK, "SD", sd) * factor,
        "of the natural logs from those of decimal logs: times ln 10",
        "");
  }

  /**
   * Back to the raw scale: x̄ = exp(z̄ + s_z²/2), s = x̄ √(exp(s_z²) − 1), the inverse of {@link
   * #fromRaw}.
   *
   * @param mean mean of the natural logs
   * @param sd SD of the natural logs, above 0
   * @return raw mean and SD
   * @throws IllegalArgumentException when the mean is not finite or the SD not above 0
   */
  public static MeanAndSd toRaw(double mean, double sd) {
    Given.finite("take a log mean to the raw scale", "mean", mean);
    Given.positive("take a log mean to the raw scale", "SD", sd);
    double raw = Math.exp(mean + sd * sd / 2);
    return of(
        raw,
        raw * Math.sqrt(Math.expm1(sd * sd)),
        "of raw data from mean z and SD s of the logs: mean = exp(z + s²/2), SD = mean √(exp(s²) − 1) "
            + SOURCE,
        LOG_NORMAL + "; the logs are natural");
  }

  private static MeanAndSd of(double mean, double sd, String how, String assumes) {
    return new MeanAndSd(
        new Converted(mean, "Mean " + how, assumes), new Converted(sd, "SD " + how, assumes));
  }
}
