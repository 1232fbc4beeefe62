package org.copse.report;

import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.model.BackTransformed;
import org.copse.model.ChiSquaredTest;
import org.copse.model.EffectTest;
import org.copse.model.Exceedance;
import org.copse.model.GlmmCommonEffect;
import org.copse.model.GlmmHeterogeneity;
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
    return table(shown.measure().displayedLabel())
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

  /**
   * The probability that a new study passes a threshold.
   *
   * @param e the probability with its bootstrap interval
   * @return names and values
   */
  public static ReportTable of(Exceedance e) {
    String level = Numbers.level(e.interval().level());
    return table("Effect in a new study against a threshold")
        .row("Threshold, analysis scale", number(e.threshold()))
        .row("P(above)", number(e.probability()))
        .row("P(above), " + level + " CI", bounds(e.interval()))
        .row("P(below)", number(e.below()))
        .row("P(below), " + level + " CI", bounds(e.belowInterval()))
        .row("Distribution", e.method().name() + " (" + e.method().label() + ")")
        .row("Bootstrap samples, seed", "%s, %s".formatted(e.samples(), e.seed()))
        .build();
  }

  /**
   * An interval of tau² with those of tau, I² and H² that follow from it.
   *
   * @param bounds the interval with its method
   * @return names and bounds
   */
  public static ReportTable of(Tau2Interval bounds) {
    ReportTable.Builder table =
        table(bounds.method().label() + " interval of between-study variance");
    bounds.interval().ifPresent(i -> table.row("Level", Numbers.level(i.level())));
    table.row("τ²", bounds(bounds.interval()));
    table.row("τ", bounds(bounds.tau()));
    table.row("I² (%)", bounds(bounds.iSquared()));
    table.row("H²", bounds(bounds.hSquared()));
    return table.notes(bounds.note().stream().toList()).build();
  }

  private static String bounds(Optional<Interval> interval) {
    return interval.map(SmallReport::bounds).orElse(Numbers.ABSENT);
  }

  /**
   * A tau² that all groups share.
   *
   * @param common the estimate
   * @return names and values
   */
  public static ReportTable of(CommonTau2 common) {
    return table("τ² common to all groups")
        .row("Estimator", common.name())
        .row("τ²", common.df() == 0 ? Numbers.ABSENT : number(common.tau2()))
        .row("τ², interval", bounds(common.interval()))
        .row("df (studies − groups)", Integer.toString(common.df()))
        .build();
  }

  /**
   * A chi-squared test.
   *
   * @param test the test
   * @return names and values
   */
  public static ReportTable of(ChiSquaredTest test) {
    return table("Chi-squared test")
        .row("χ²", number(test.statistic()))
        .row("df", Integer.toString(test.df()))
        .row("p", Numbers.p(test.p()))
        .build();
  }

  /**
   * Both tests of heterogeneity of a mixed model of counts.
   *
   * @param tests the tests
   * @return names and values
   */
  public static ReportTable of(GlmmHeterogeneity tests) {
    boolean one = tests.df() == 0;
    return table("Heterogeneity, mixed model of counts")
        .row("Likelihood ratio χ²", one ? Numbers.ABSENT : number(tests.likelihoodRatio()))
        .row("Likelihood ratio p", one ? Numbers.ABSENT : Numbers.p(tests.likelihoodRatioP()))
        .row("Wald χ²", one ? Numbers.ABSENT : number(tests.wald()))
        .row("Wald p", one ? Numbers.ABSENT : Numbers.p(tests.waldP()))
        .row("df", Integer.toString(tests.df()))
        .build();
  }

  /**
   * A mixed model of counts without heterogeneity.
   *
   * @param common the common effect
   * @return names and values, analysis scale
   */
  public static ReportTable of(GlmmCommonEffect common) {
    return table("Common effect, analysis scale")
        .row("Estimate", number(common.estimate()))
        .row("Standard error", number(common.standardError()))
        .row(Numbers.level(common.interval().level()) + " CI", bounds(common.interval()))
        .row("Log-likelihood", number(common.logLikelihood()))
        .build();
  }
}
