package org.copse.report;

import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Prediction;
import org.copse.model.BackTransformed;
import org.copse.model.EffectTest;
import org.copse.report.ReportTable.Column;

/** Single results as tables of names and values. */
public final class SmallReport {

  private static final int DIGITS = 5;

  private SmallReport() {}

  private static ReportTable.Builder table(String caption) {
    return ReportTable.of(caption, Column.text("Quantity"), Column.number("Value"));
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }

  private static String bounds(Interval i) {
    return "[" + number(i.lower()) + "; " + number(i.upper()) + "]";
  }

  /**
   * Q with its test.
   *
   * @param q the heterogeneity
   * @return names and values
   */
  public static ReportTable of(Heterogeneity q) {
    boolean one = q.df() == 0;
    return table("Heterogeneity around the " + q.centre().label())
        .row("Q", one ? Numbers.ABSENT : number(q.q()))
        .row("df", Integer.toString(q.df()))
        .row("p", one ? Numbers.ABSENT : Numbers.p(q.p()))
        .row("I² (from Q)", one ? Numbers.ABSENT : Numbers.percent(q.iSquared(), 1))
        .row("H² (from Q)", one ? Numbers.ABSENT : number(q.hSquared()))
        .build();
  }

  /**
   * A prediction interval, on the analysis scale.
   *
   * @param prediction the interval with its method
   * @return names and values
   */
  public static ReportTable of(Prediction prediction) {
    return table("Prediction interval, analysis scale")
        .row("Method", prediction.method().name() + " (" + prediction.method().label() + ")")
        .row(Numbers.level(prediction.interval().level()), bounds(prediction.interval()))
        .build();
  }

  /**
   * An interval.
   *
   * @param interval the interval
   * @return level and bounds
   */
  public static ReportTable of(Interval interval) {
    return table("Interval").row(Numbers.level(interval.level()), bounds(interval)).build();
  }

  /**
   * A pooled effect on the reader's scale.
   *
   * @param shown the effect
   * @return names and values
   */
  public static ReportTable of(BackTransformed shown) {
    return table(shown.measure().label())
        .row("Estimate", number(shown.estimate()))
        .row(Numbers.level(shown.interval().level()) + " CI", bounds(shown.interval()))
        .build();
  }

  /**
   * A test of no effect.
   *
   * @param test the test
   * @return names and values
   */
  public static ReportTable of(EffectTest test) {
    String df = Double.isInfinite(test.df()) ? Numbers.ABSENT : Numbers.count(test.df());
    return table("Test of no effect")
        .row(test.symbol(), number(test.statistic()))
        .row("df", df)
        .row("p", Numbers.p(test.p()))
        .build();
  }
}
