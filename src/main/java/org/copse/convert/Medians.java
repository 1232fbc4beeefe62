package org.copse.convert;

/**
 * Mean and SD of a group of which a paper prints the median with quartiles, range or both.
 *
 * <p>{@code Medians.fromQuartiles(4.1, 6, 9.5, 52, MedianMethod.LUO_WAN_SHI).sd()}
 *
 * <p>A median is often printed because the data are skewed, and the usual methods assume that they
 * are normal. Each result therefore says what the {@link SkewnessTest} finds; a significant test
 * stops nothing, as the choice is the analyst's, but stays with the effect as a note. So does a
 * mean or an SD that no data within the printed range can have.
 */
public final class Medians {

  private Medians() {}

  /**
   * From median and range.
   *
   * @param min smallest value
   * @param median median
   * @param max largest value, above min
   * @param n patients, at least 5
   * @param method any but BLAND_2015
   * @return mean and SD
   * @throws IllegalArgumentException when the values are not in order, n is below 5 or the method
   *     cannot take them
   */
  public static MeanAndSd fromRange(
      double min, double median, double max, double n, MedianMethod method) {
    return of(OrderSummary.ofRange(min, median, max, n), method);
  }

  /**
   * From median and quartiles.
   *
   * @param q1 first quartile
   * @param median median
   * @param q3 third quartile, above q1
   * @param n patients, at least 5
   * @param method any but BLAND_2015 and HOZO_2005
   * @return mean and SD
   * @throws IllegalArgumentException when the values are not in order, n is below 5 or the method
   *     cannot take them
   */
  public static MeanAndSd fromQuartiles(
      double q1, double median, double q3, double n, MedianMethod method) {
    return of(OrderSummary.ofQuartiles(q1, median, q3, n), method);
  }

  /**
   * From median, quartiles and range.
   *
   * @param min smallest value
   * @param q1 first quartile
   * @param median median
   * @param q3 third quartile, above q1
   * @param max largest value
   * @param n patients, at least 5
   * @param method any but HOZO_2005
   * @return mean and SD
   * @throws IllegalArgumentException when the values are not in order, n is below 5 or the method
   *     cannot take them
   */
  public static MeanAndSd fromFiveNumbers(
      double min, double q1, double median, double q3, double max, double n, MedianMethod method) {
    return of(OrderSummary.ofFive(min, q1, median, q3, max, n), method);
  }

  private static MeanAndSd of(OrderSummary s, MedianMethod method) {
    Moments moments = method.moments(s);
    String remark = moments.remark().isEmpty() ? "" : ", " + moments.remark();
    if (isImpossible(s, moments)) {
      remark += ", NOT CREDIBLE: no data within the printed range have such a mean and SD";
    }
    String from = " from " + s.printed() + " by ";
    String assumes = method.isNormal() ? normality(s, method) : anyShape(method);
    return new MeanAndSd(
        new Converted(moments.mean(), "Mean" + from + method.label() + remark, assumes),
        new Converted(moments.sd(), "SD" + from + method.sdLabel(s) + remark, assumes));
  }

  /** Beyond the range, or more spread than half the patients at either end of it. */
  private static boolean isImpossible(OrderSummary s, Moments moments) {
    double widest = (s.max() - s.min()) / 2 * Math.sqrt(s.n() / (s.n() - 1));
    return s.hasRange()
        && !(moments.mean() >= s.min() && moments.mean() <= s.max() && moments.sd() <= widest);
  }

  private static String normality(OrderSummary s, MedianMethod method) {
    boolean logs = method == MedianMethod.LOG_NORMAL;
    String data = logs ? "the logs of the data are normal" : "the data are normal";
    boolean skewed = SkewnessTest.of(logs ? s.map(Math::log) : s).isSkewed();
    return skewed
        ? data
            + ", AGAINST the skewness test of Shi 2023, which is significant: compare QUANTILE_ESTIMATION, BOX_COX and leaving the study out"
        : data + ", which the skewness test of Shi 2023 does not contradict";
  }

  private static String anyShape(MedianMethod method) {
    return method == MedianMethod.BOX_COX
        ? "some power of the data is normal"
        : "the data follow the nearest of these distributions";
  }
}
