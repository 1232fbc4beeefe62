package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;
import org.copse.model.BackTransformed;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.GlmmCommonEffect;
import org.copse.model.GlmmFit;
import org.copse.model.RandomEffectsResult;
import org.copse.model.Subgroup;
import org.copse.model.SubgroupAnalysis;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.sensitivity.LeaveOneOut;

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
            "%s, %s".formatted(fit.measure().label(), Names.withinSentence(fit.model())),
            Column.text("Quantity"),
            Column.text("Value"));
    EffectFormat format = EffectFormat.of(List.of(fit.backTransformed().interval()), 3);
    table.row(
        Kind.TOTAL,
        List.of(
            "%s [%s CI]".formatted(fit.effects().displayedLabel(), Numbers.level(fit.level())),
            pooled(fit, format)));
    table.row("Studies pooled (k)", Integer.toString(fit.k()));
    table.row(scaled(fit));
    if (fit.measure().hasNullValue()) {
      table.row("Test of no effect", test(fit.test()));
    }
    if (fit instanceof RandomEffectsResult random) {
      random
          .backTransformedPrediction()
          .ifPresent(p -> table.row(predictionName(random), format.interval(p)));
    }
    if (fit instanceof GlmmFit glmm) {
      table.row("Common effect (τ² = 0)", common(glmm, format));
    }
    return HeterogeneityRows.add(table, fit).notes(methods(fit)).notes(fit.notes()).build();
  }

  private static String common(GlmmFit fit, EffectFormat format) {
    GlmmCommonEffect common = fit.commonEffect();
    return format.effect(
        fit.effects().backTransform(common.estimate()),
        common.interval().map(fit.effects()::backTransform));
  }

  private static String[] scaled(Fit fit) {
    String error = Numbers.significant(fit.standardError(), 4);
    return fit.measure().scale() == AnalysisScale.IDENTITY
        ? new String[] {"Standard error", error}
        : new String[] {
          "Analysis scale (SE)", "%s (%s)".formatted(Numbers.fixed(fit.estimate(), 4), error)
        };
  }

  static String predictionName(RandomEffectsResult fit) {
    return "Prediction interval (%s)".formatted(fit.prediction().orElseThrow().method().label());
  }

  static List<String> methods(Fit fit) {
    return List.of(String.join(" ", fit.methods()));
  }

  static String test(EffectTest test) {
    if (!Double.isFinite(test.statistic())) {
      return Double.isNaN(test.p()) ? Numbers.ABSENT : Numbers.pEquals(test.p());
    }
    String df = Double.isInfinite(test.df()) ? "" : ", df = " + Numbers.count(test.df());
    return "%s = %s%s, %s"
        .formatted(
            test.symbol(), Numbers.fixed(test.statistic(), 2), df, Numbers.pEquals(test.p()));
  }

  /**
   * The studies of a fit with their weights, where the model has weights.
   *
   * @param fit any fit
   * @return one row a study, the pooled result last
   */
  public static ReportTable studies(Fit fit) {
    Effects effects = fit.effects();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    columns.add(
        Column.number(
            "%s [%s CI]".formatted(effects.measure().abbreviation(), Numbers.level(fit.level()))));
    if (fit.hasWeights()) {
      columns.add(Column.number("Weight"));
    }
    ReportTable.Builder table = ReportTable.of("", columns.toArray(Column[]::new));
    EffectFormat format = studyFormat(fit);
    for (int i = 0; i < effects.size(); i++) {
      String effect =
          format.effect(effects.displayed(i), effects.displayedInterval(i, fit.level()));
      String shown = effects.isEstimable(i) ? effect : EffectFormat.NOT_ESTIMABLE;
      String weight = Numbers.percent(fit.weight(i), 1);
      table.row(Kind.BODY, weighted(fit, effects.studies().label(i), shown, weight));
    }
    table.row(Kind.TOTAL, weighted(fit, fit.model(), pooled(fit, format), "100.0%"));
    return table.build();
  }

  private static List<String> weighted(Fit fit, String name, String effect, String weight) {
    return fit.hasWeights() ? List.of(name, effect, weight) : List.of(name, effect);
  }

  static EffectFormat studyFormat(Fit fit) {
    return EffectFormat.of(
        Arrays.stream(fit.effects().estimable())
            .mapToObj(i -> fit.effects().displayedInterval(i, fit.level()))
            .toList(),
        2);
  }

  static String pooled(Fit fit, EffectFormat format) {
    BackTransformed shown = fit.backTransformed();
    return format.effect(shown.estimate(), shown.interval());
  }

  /**
   * Subgroups side by side.
   *
   * @param analysis a subgroup analysis
   * @return one row a group, all studies last, the test between groups below
   */
  public static ReportTable of(SubgroupAnalysis analysis) {
    PooledRows rows = new PooledRows(analysis.overall());
    analysis.groups().forEach(group -> rows.add(group.name(), group.fit()));
    List<String> notes = new ArrayList<>();
    analysis
        .betweenGroups()
        .ifPresent(
            q -> notes.add("Test for subgroup differences: " + HeterogeneityRows.test(q) + "."));
    analysis
        .withinGroups()
        .ifPresent(
            q -> notes.add("Heterogeneity within subgroups: " + HeterogeneityRows.test(q) + "."));
    analysis
        .commonTau2()
        .ifPresent(
            t -> notes.add("τ² common to the subgroups: " + HeterogeneityRows.tau2(t) + "."));
    notes.addAll(analysis.notes());
    notes.addAll(methods(analysis.overall()));
    notes.addAll(analysis.overall().notes());
    for (Subgroup group : analysis.groups()) {
      group.fit().notes().stream()
          .filter(note -> !analysis.overall().notes().contains(note))
          .forEach(note -> notes.add(group.name() + ": " + note));
    }
    return rows.table("Subgroups by " + analysis.moderator(), "Group").notes(notes).build();
  }

  /**
   * The pooled effect without each study.
   *
   * @param analysis a leave-one-out analysis
   * @return one row a study left out, all studies last
   */
  public static ReportTable of(LeaveOneOut analysis) {
    PooledRows rows = new PooledRows(analysis.full());
    analysis.omissions().forEach(omission -> rows.add(omission.study(), omission.fit()));
    return rows.table("Leave-one-out", "Omitting")
        .notes(methods(analysis.full()))
        .notes(analysis.full().notes())
        .build();
  }
}
