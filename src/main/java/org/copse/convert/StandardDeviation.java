package org.copse.convert;

import java.util.Arrays;
import org.copse.effect.Interval;
import org.copse.numeric.AdaptiveGauss;
import org.copse.numeric.Quantiles;

/**
 * The standard deviation of one arm from what a paper prints of it.
 *
 * <p>All are taken to the standard error of the arm's mean and from there by SD = SE √n. What is
 * printed of a difference between two arms belongs to {@link MeanContrast}: the standard error of a
 * difference taken as one arm's gives an SD that is wrong and looks right.
 *
 * <p><b>Source</b>: Cochrane Handbook 6.5.2.2 to 6.5.2.7.
 */
public final class StandardDeviation {

  private static final String TASK = "compute a standard deviation";
  private static final String ONE_ARM = "it is of one arm's mean, not of a difference";

  // beyond this both tails of the normal are 0 in double precision
  private static final double FAR = 39;

  private StandardDeviation() {}

  /**
   * From the standard error of the mean: SD = SE √n.
   *
   * @param standardError of one arm's mean, at least 0
   * @param n patients of the arm, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the standard error is negative or n below 2
   */
  public static Converted fromStandardError(double standardError, double n) {
    Given.notNegative(TASK, "standard error", standardError);
    Given.size(TASK, "n", n);
    return new Converted(
        standardError * Math.sqrt(n),
        "SD from the standard error: SD = SE √n (Cochrane Handbook 6.5.2.2)",
        ONE_ARM);
  }

  /**
   * The standard error of a mean from its SD: SE = SD/√n.
   *
   * @param sd standard deviation of the arm, at least 0
   * @param n patients of the arm, at least 2
   * @return the standard error
   * @throws IllegalArgumentException when the SD is negative or n below 2
   */
  public static Converted toStandardError(double sd, double n) {
    Given.notNegative(TASK, "SD", sd);
    Given.size(TASK, "n", n);
    return new Converted(
        sd / Math.sqrt(n), "Standard error from the SD: SE = SD/√n", "patients are independent");
  }

  /**
   * From the confidence interval of the mean, by Student's t: SD = √n (upper − lower)/(2 t) with n
   * − 1 degrees of freedom. For large n this is what {@link #fromNormalInterval} gives; for small n
   * it is what a paper's interval is nearly always made with.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param n patients of the arm, at least 2
   * @param level of the interval, for example 0.95
   * @return the SD
   * @throws IllegalArgumentException when the bounds are not in order, n is below 2 or the level
   *     not between 0 and 1
   */
  public static Converted fromInterval(double lower, double upper, double n, double level) {
    Given.size(TASK, "n", n);
    return ofInterval(lower, upper, n, level, n - 1, "t with n − 1 df");
  }

  /**
   * From the confidence interval of the mean, by the normal distribution: SD = √n (upper −
   * lower)/(2 z), for 95 % the Handbook's √n × width/3.92.
   *
   * @param lower lower bound
   * @param upper upper bound
   * @param n patients of the arm, at least 2
   * @param level of the interval, for example 0.95
   * @return the SD
   * @throws IllegalArgumentException when the bounds are not in order, n is below 2 or the level
   *     not between 0 and 1
   */
  public static Converted fromNormalInterval(double lower, double upper, double n, double level) {
    Given.size(TASK, "n", n);
    return ofInterval(lower, upper, n, level, Double.POSITIVE_INFINITY, "normal quantile");
  }

  private static Converted ofInterval(
      double lower, double upper, double n, double level, double df, String quantile) {
    Given.width(TASK, lower, upper);
    double q = Quantiles.twoSided(Interval.requireLevel(level), df);
    return new Converted(
        Math.sqrt(n) * (upper - lower) / (2 * q),
        "SD from the %s CI of the mean: SD = √n × width/(2q), q the %s (Cochrane Handbook 6.5.2.2)"
            .formatted(Given.percent(level), quantile),
        ONE_ARM + ", and was made with that quantile on the raw scale");
  }

  /**
   * From the t statistic of a test of the arm's mean (a change, for example) against a value: SE =
   * |difference/t|, SD = SE √n.
   *
   * @param difference the mean less the value that it was tested against, mostly 0
   * @param t the statistic, not 0
   * @param n patients of the arm, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the difference or t is 0, or n below 2
   */
  public static Converted fromT(double difference, double t, double n) {
    Given.notZero(TASK, "t", t);
    return ofStatistic(difference, t, n, "t statistic", "");
  }

  /**
   * From the F statistic with one numerator degree of freedom, F = t², of a test of the arm's mean.
   *
   * @param difference the mean less the value that it was tested against, mostly 0
   * @param f the statistic, above 0
   * @param n patients of the arm, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the difference is 0, F not above 0 or n below 2
   */
  public static Converted fromF(double difference, double f, double n) {
    Given.positive(TASK, "F", f);
    return ofStatistic(difference, Math.sqrt(f), n, "F statistic", "F has 1 and n − 1 df");
  }

  /**
   * From the two-sided p value of a t test of the arm's mean.
   *
   * @param difference the mean less the value that it was tested against, mostly 0
   * @param p exact two-sided p value, between 0 and 1
   * @param n patients of the arm, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the difference is 0, p not between 0 and 1 or n below 2
   */
  public static Converted fromP(double difference, double p, double n) {
    Given.size(TASK, "n", n);
    double t = Given.tOfTwoSided(TASK, p, n - 1);
    return ofStatistic(difference, t, n, "two-sided p value", "p is exact, of a t test");
  }

  /**
   * From the one-sided p value of a t test of the arm's mean, taken on either side.
   *
   * @param difference the mean less the value that it was tested against, mostly 0
   * @param p exact one-sided p value, between 0 and 1, not 0.5
   * @param n patients of the arm, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the difference is 0, p not between 0 and 1 or n below 2
   */
  public static Converted fromOneSidedP(double difference, double p, double n) {
    Given.size(TASK, "n", n);
    double t = Given.tOfOneSided(TASK, p, n - 1);
    return ofStatistic(difference, t, n, "one-sided p value", "p is exact, of a t test");
  }

  private static Converted ofStatistic(
      double difference, double t, double n, String what, String also) {
    Given.notZero(TASK, "difference", difference);
    Given.size(TASK, "n", n);
    return new Converted(
        Math.abs(difference / t) * Math.sqrt(n),
        "SD from the %s of one arm: SE = |difference/t|, SD = SE √n (Cochrane Handbook 6.5.2.2, 6.5.2.3)"
            .formatted(what),
        also.isEmpty() ? ONE_ARM : ONE_ARM + "; " + also);
  }

  /**
   * From the quartiles of normal data in a large sample: SD = (q₃ − q₁)/1.349. With the median and
   * n known, {@link Medians#fromQuartiles} is better.
   *
   * <p><b>Formula</b>: 2 Φ⁻¹(0.75) = 1.34898, of which the Handbook prints 1.35.
   *
   * @param q1 first quartile
   * @param q3 third quartile
   * @return the SD
   * @throws IllegalArgumentException when the quartiles are not in order
   */
  public static Converted fromInterquartileRange(double q1, double q3) {
    Given.order(TASK, "q1", q1, "q3", q3);
    return new Converted(
        (q3 - q1) / (2 * Quantiles.normal(0.75)),
        "SD from the interquartile range: SD = (q3 − q1)/1.349 (Cochrane Handbook 6.5.2.5)",
        "the data are normal and the sample large");
  }

  /**
   * A quarter of the range, the rule of thumb for 16 to 70 patients of Hozo et al. The Handbook
   * advises against SDs from ranges.
   *
   * @param min smallest value
   * @param max largest value
   * @return the SD
   * @throws IllegalArgumentException when the values are not in order
   */
  public static Converted quarterOfRange(double min, double max) {
    return ofRange(min, max, 4);
  }

  /**
   * A sixth of the range, the rule of thumb for more than 70 patients of Hozo et al. The Handbook
   * advises against SDs from ranges.
   *
   * @param min smallest value
   * @param max largest value
   * @return the SD
   * @throws IllegalArgumentException when the values are not in order
   */
  public static Converted sixthOfRange(double min, double max) {
    return ofRange(min, max, 6);
  }

  private static Converted ofRange(double min, double max, int parts) {
    Given.order(TASK, "min", min, "max", max);
    return new Converted(
        (max - min) / parts,
        "SD from the range: SD = range/%s (Hozo 2005); the Cochrane Handbook (6.5.2.6) advises against it"
            .formatted(parts),
        "the data are normal and the sample of the size that the rule is for");
  }

  /**
   * From the range and its expectation in normal samples of n: SD = (max − min)/d(n), d(n) = ∫ 1 −
   * Φ(x)ⁿ − (1 − Φ(x))ⁿ dx. d(2) = 1.128, d(10) = 3.078, d(100) = 5.015.
   *
   * <p><b>Accuracy</b>: 1e-12. <b>Source</b>: Tippett, Biometrika 1925;17:364-387; Walter and Yao,
   * J Clin Epidemiol 2007;60:849-852. metafor's {@code conv.fivenum(method = "walter2007")}.
   *
   * @param min smallest value
   * @param max largest value
   * @param n patients, at least 2
   * @return the SD
   * @throws IllegalArgumentException when the values are not in order or n is below 2
   */
  public static Converted fromExpectedRange(double min, double max, double n) {
    Given.order(TASK, "min", min, "max", max);
    Given.size(TASK, "n", n);
    return new Converted(
        (max - min) / expectedRange(n),
        "SD from the range over the expected range of n normal values (Walter 2007); the Cochrane Handbook (6.5.2.6) advises against it",
        "the data are normal and min and max are of the patients analysed");
  }

  private static double expectedRange(double n) {
    // symmetric; ln of the upper tail, so that Φⁿ keeps its digits for huge n
    return 2
        * AdaptiveGauss.integrate(
            x -> {
              double tail = Quantiles.upperTail(x, Double.POSITIVE_INFINITY);
              return -Math.expm1(n * Math.log1p(-tail)) - Math.pow(tail, n);
            },
            0,
            FAR);
  }

  /**
   * An SD borrowed from other studies or arms: the largest, which gives the study the least weight.
   *
   * @param sds known SDs, NaN where missing
   * @return the largest, as an imputation
   * @throws IllegalArgumentException when none is known or one is negative
   */
  public static Converted borrowedLargest(double... sds) {
    double[] known = known(sds);
    return borrowed(known[known.length - 1], "largest", known.length);
  }

  /**
   * An SD borrowed from other studies or arms: the median of theirs.
   *
   * @param sds known SDs, NaN where missing
   * @return the median, as an imputation
   * @throws IllegalArgumentException when none is known or one is negative
   */
  public static Converted borrowedMedian(double... sds) {
    double[] known = known(sds);
    int k = known.length;
    return borrowed((known[(k - 1) / 2] + known[k / 2]) / 2, "median", k);
  }

  private static Converted borrowed(double sd, String which, int k) {
    return new Converted(
        sd,
        "SD IMPUTED, not this study's own: the %s of %s known SD(s) (Cochrane Handbook 6.5.2.7; Furukawa, J Clin Epidemiol 2006;59:7-10). Repeat the analysis without the study"
            .formatted(which, k),
        "the patients vary as those of the other studies do, on the same scale of measurement");
  }

  private static double[] known(double[] sds) {
    double[] known = Arrays.stream(sds).filter(sd -> !Double.isNaN(sd)).sorted().toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException(
          "Cannot borrow a standard deviation: at least one SD must be known, was none of %s. Give those of other studies."
              .formatted(sds.length));
    }
    for (double sd : known) {
      Given.positive("borrow a standard deviation", "each SD", sd);
    }
    return known;
  }
}
