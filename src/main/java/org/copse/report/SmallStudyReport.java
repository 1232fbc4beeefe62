package org.copse.report;

import org.copse.bias.BeggResult;
import org.copse.bias.EggerLine;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitEstimate;
import org.copse.bias.LimitResult;
import org.copse.bias.RankCorrelation;
import org.copse.bias.TrimAndFillResult;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.model.BackTransformed;
import org.copse.model.ChiSquaredTest;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.report.ReportTable.Column;

/** Tests for small-study effects as tables of names and values. */
public final class SmallStudyReport {

  private static final int DIGITS = 5;

  private SmallStudyReport() {}

  /**
   * Egger's test.
   *
   * @param result the result
   * @return names and values, or k and the note alone
   */
  public static ReportTable of(EggerResult result) {
    ReportTable.Builder table =
        ReportTable.of(
                "Egger's test of funnel-plot asymmetry",
                Column.text("Quantity"),
                Column.number("Value"))
            .row("Studies", Integer.toString(result.k()));
    result.line().ifPresent(line -> rows(table, line));
    return table.notes(result.notes()).build();
  }

  private static void rows(ReportTable.Builder table, EggerLine line) {
    String level = Numbers.level(line.interceptInterval().level());
    table
        .row("Intercept (0: no asymmetry)", number(line.intercept()))
        .row("Intercept, SE", number(line.interceptSe()))
        .row("Intercept, " + level + " CI", bounds(line.interceptInterval()))
        .row("t", number(line.test().statistic()))
        .row("df", Numbers.count(line.test().df()))
        .row("p", Numbers.p(line.test().p()))
        .row("Effect at SE 0, analysis scale", number(line.effectAtZero()))
        .row("Effect at SE 0, " + level + " CI", bounds(line.effectAtZeroInterval()));
  }

  /**
   * Begg's test.
   *
   * @param result the result
   * @return names and values, or k and the note alone
   */
  public static ReportTable of(BeggResult result) {
    ReportTable.Builder table =
        ReportTable.of(
                "Begg's test of funnel-plot asymmetry",
                Column.text("Quantity"),
                Column.number("Value"))
            .row("Studies", Integer.toString(result.k()));
    result.correlation().ifPresent(c -> rows(table, c));
    return table.notes(result.notes()).build();
  }

  private static void rows(ReportTable.Builder table, RankCorrelation c) {
    table
        .row("Kendall's τ_b (0: no asymmetry)", number(c.tau()))
        .row("S", number(c.s()))
        .row("S, SE", number(c.sSe()))
        .row("z", number(c.test().statistic()))
        .row("p", Numbers.p(c.test().p()));
    c.exactP().ifPresent(p -> table.row("p, exact", Numbers.p(p)));
  }

  /**
   * Limit meta-analysis.
   *
   * @param result the result
   * @return names and values, the pooled effect without and with the adjustment, or the note alone
   */
  public static ReportTable of(LimitResult result) {
    ReportTable.Builder table =
        ReportTable.of("Limit meta-analysis", Column.text("Quantity"), Column.number("Value"))
            .row("Studies", Integer.toString(result.k()));
    pooled(table, "Unadjusted", result.unadjusted());
    result.estimate().ifPresent(e -> rows(table, e, result.measure()));
    return table.notes(result.notes()).build();
  }

  private static void rows(ReportTable.Builder table, LimitEstimate e, Measure measure) {
    boolean ratio = measure.isRatio();
    String name = ratio ? "Adjusted, " + measure.abbreviation() : "Adjusted, analysis scale";
    Interval i = e.interval();
    Interval shown = ratio ? new Interval(Math.exp(i.lower()), Math.exp(i.upper()), i.level()) : i;
    table
        .row(name, number(ratio ? Math.exp(e.estimate()) : e.estimate()))
        .row("Adjusted, " + Numbers.level(i.level()) + " CI", bounds(shown))
        .row("Adjusted, p of no effect", Numbers.p(e.test().p()))
        .row("Bias α, in standard errors (0: none)", number(e.bias()));
    test(table, "No small-study effects, Q − Q′", e.smallStudyEffects());
    test(table, "No heterogeneity beyond them, Q′", e.restHeterogeneity());
    e.gSquared().ifPresent(g -> table.row("G², unexplained", Numbers.fixed(g, 1) + "%"));
  }

  private static void test(ReportTable.Builder table, String name, ChiSquaredTest test) {
    String words = "%s, df %s, %s";
    String p = Numbers.pEquals(test.p());
    table.row(name, words.formatted(Numbers.fixed(test.statistic(), 2), test.df(), p));
  }

  /**
   * Trim and fill.
   *
   * @param result the result
   * @return names and values, the pooled effect without and with the filled studies
   */
  public static ReportTable of(TrimAndFillResult result) {
    ReportTable.Builder table =
        ReportTable.of("Trim and fill", Column.text("Quantity"), Column.number("Value"))
            .row("Studies", Integer.toString(result.observed().k()))
            .row("Missing on the " + result.side().label(), Integer.toString(result.missing()))
            .row("Estimator", result.estimator().name());
    result.standardError().ifPresent(se -> table.row("Missing, SE", number(se)));
    result.test().ifPresent(t -> table.row("p of none missing", Numbers.p(t.p())));
    pooled(table, "Observed", result.observed());
    pooled(table, "With filled studies", result.filled());
    return table.notes(result.notes()).build();
  }

  private static void pooled(ReportTable.Builder table, String which, Fit fit) {
    BackTransformed shown = fit.backTransformed();
    table
        .row(which + ", " + fit.measure().abbreviation(), number(shown.estimate()))
        .row(which + ", " + Numbers.level(fit.level()) + " CI", bounds(shown.interval()));
    if (fit instanceof RandomEffectsFit random) {
      table.row(which + ", τ²", number(random.tau2()));
    }
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }

  private static String bounds(Interval i) {
    return "[" + number(i.lower()) + "; " + number(i.upper()) + "]";
  }
}
