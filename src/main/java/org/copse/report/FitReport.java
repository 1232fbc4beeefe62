package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.BackTransformed;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.model.Subgroup;
import org.copse.model.SubgroupAnalysis;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.Omission;

/**
 * Fits and analyses as tables: what a methods and a results section need, methods and notes below.
 */
public final class FitReport {

  private FitReport() {}

  /**
   * Summary of a fit.
   *
   * @param fit any fit
   * @return names and values; the methods and notes below
   */
  public static ReportTable of(Fit fit) {
    ReportTable.Builder table =
        ReportTable.of(
            "%s, %s".formatted(fit.measure().label(), lower(fit.model())),
            Column.text("Quantity"),
            Column.text("Value"));
    BackTransformed shown = fit.backTransformed();
    Interval interval = shown.interval();
    table.row("Studies pooled (k)", Integer.toString(fit.k()));
    table.row(
        Kind.TOTAL,
        List.of(
            "%s [%s CI]".formatted(fit.measure().label(), Numbers.level(fit.level())),
            Numbers.fixed(shown.estimate(), 3) + " " + Numbers.interval(interval, 3)));
    if (shown.estimate() != fit.estimate()) {
      table.row(
          "on the analysis scale (SE)",
          "%s (%s)"
              .formatted(Numbers.fixed(fit.estimate(), 4), Numbers.fixed(fit.standardError(), 4)));
    }
    if (fit.measure().hasNullValue()) {
      table.row("Test of no effect", test(fit.test()));
    }
    if (fit instanceof RandomEffectsFit random) {
      random(table, random);
    } else {
      table.row("I² (from Q)", Numbers.percent(fit.heterogeneity().iSquared(), 1));
    }
    table.row("Heterogeneity", q(fit.heterogeneity()));
    return table.notes(List.of(String.join(" ", fit.methods()))).notes(fit.notes()).build();
  }

  private static void random(ReportTable.Builder table, RandomEffectsFit fit) {
    fit.prediction()
        .ifPresent(
            p ->
                table.row(
                    "Prediction interval (%s)".formatted(p.method().label()),
                    Numbers.interval(fit.backTransformedPrediction().orElseThrow(), 3)));
    String tau2 = Numbers.significant(fit.tau2(), 4);
    String bounds =
        fit.tau2Interval()
            .map(
                i ->
                    " [%s; %s]"
                        .formatted(
                            Numbers.significant(i.lower(), 4), Numbers.significant(i.upper(), 4)))
            .orElse("");
    table.row("τ² (%s)".formatted(fit.tau2Estimator().name()), tau2 + bounds);
    table.row("τ", Numbers.significant(fit.tau(), 4));
    String i2 =
        fit.iSquaredInterval()
            .map(
                i ->
                    " [%s; %s]"
                        .formatted(Numbers.percent(i.lower(), 1), Numbers.percent(i.upper(), 1)))
            .orElse("");
    table.row("I² (from τ²)", Numbers.percent(fit.iSquaredFromTau2(), 1) + i2);
    table.row("I² (from Q)", Numbers.percent(fit.iSquaredFromQ(), 1));
  }

  private static String test(EffectTest test) {
    if (!Double.isFinite(test.statistic())) {
      return Numbers.ABSENT;
    }
    String df = Double.isInfinite(test.df()) ? "" : ", df = " + Numbers.count(test.df());
    return "%s = %s%s, %s"
        .formatted(
            test.symbol(), Numbers.fixed(test.statistic(), 2), df, Numbers.pEquals(test.p()));
  }

  private static String q(Heterogeneity q) {
    return q.df() == 0
        ? "not applicable (1 study)"
        : "Q = %s, df = %d, %s".formatted(Numbers.fixed(q.q(), 2), q.df(), Numbers.pEquals(q.p()));
  }

  private static String lower(String text) {
    return text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
  }

  /**
   * The studies of a fit with their weights.
   *
   * @param fit any fit
   * @return one row a study, the pooled result last
   */
  public static ReportTable studies(Fit fit) {
    Effects effects = fit.effects();
    ReportTable.Builder table =
        ReportTable.of(
            "",
            Column.text("Study"),
            Column.number(
                "%s [%s CI]"
                    .formatted(effects.measure().abbreviation(), Numbers.level(fit.level()))),
            Column.number("Weight"));
    for (int i = 0; i < effects.size(); i++) {
      String effect =
          effects.isEstimable(i)
              ? Numbers.fixed(effects.displayed(i), 2)
                  + " "
                  + Numbers.interval(effects.displayedInterval(i, fit.level()), 2)
              : "not estimable";
      table.row(effects.studies().label(i), effect, Numbers.percent(fit.weight(i), 1));
    }
    table.row(Kind.TOTAL, List.of(fit.model(), pooled(fit), "100.0%"));
    return table.build();
  }

  private static String pooled(Fit fit) {
    BackTransformed shown = fit.backTransformed();
    return Numbers.fixed(shown.estimate(), 2) + " " + Numbers.interval(shown.interval(), 2);
  }

  /**
   * Subgroups side by side.
   *
   * @param analysis a subgroup analysis
   * @return one row a group, all studies last, the test between groups below
   */
  public static ReportTable of(SubgroupAnalysis analysis) {
    ReportTable.Builder table =
        pooledTable("Subgroups by " + analysis.moderator(), analysis.overall(), "Group");
    for (Subgroup group : analysis.groups()) {
      table.row(Kind.BODY, pooledRow(group.name(), group.fit()));
    }
    table.row(Kind.TOTAL, pooledRow("All studies", analysis.overall()));
    List<String> notes = new ArrayList<>();
    analysis
        .betweenGroups()
        .ifPresent(between -> notes.add("Test for subgroup differences: " + q(between)));
    notes.add(String.join(" ", analysis.overall().methods()));
    return table.notes(notes).notes(analysis.overall().notes()).build();
  }

  /**
   * The pooled effect without each study.
   *
   * @param analysis a leave-one-out analysis
   * @return one row a study left out, all studies last
   */
  public static ReportTable of(LeaveOneOut analysis) {
    ReportTable.Builder table = pooledTable("Leave-one-out", analysis.full(), "Omitting");
    for (Omission omission : analysis.omissions()) {
      table.row(Kind.BODY, pooledRow(omission.study(), omission.fit()));
    }
    table.row(Kind.TOTAL, pooledRow("All studies", analysis.full()));
    return table.notes(List.of(String.join(" ", analysis.full().methods()))).build();
  }

  private static ReportTable.Builder pooledTable(String caption, Fit fit, String first) {
    String effect =
        "%s [%s CI]".formatted(fit.measure().abbreviation(), Numbers.level(fit.level()));
    return ReportTable.of(
        caption,
        Column.text(first),
        Column.number("k"),
        Column.number(effect),
        Column.number("p"),
        Column.number("τ²"),
        Column.number("I²"),
        Column.number("Q (p)"));
  }

  private static List<String> pooledRow(String name, Fit fit) {
    boolean random = fit instanceof RandomEffectsFit;
    String tau2 = random ? Numbers.significant(((RandomEffectsFit) fit).tau2(), 4) : Numbers.ABSENT;
    double i2 = random ? ((RandomEffectsFit) fit).iSquared() : fit.heterogeneity().iSquared();
    boolean one = fit.k() < 2;
    Heterogeneity q = fit.heterogeneity();
    return List.of(
        name,
        Integer.toString(fit.k()),
        pooled(fit),
        fit.measure().hasNullValue() ? Numbers.p(fit.test().p()) : Numbers.ABSENT,
        one ? Numbers.ABSENT : tau2,
        one ? Numbers.ABSENT : Numbers.percent(i2, 1),
        one ? Numbers.ABSENT : "%s (%s)".formatted(Numbers.fixed(q.q(), 2), Numbers.p(q.p())));
  }
}
