package org.copse.report;

import java.util.List;
import org.copse.effect.Interval;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.ReportTable.Column;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationStep;

/** Pooled results under each assumed correlation, side by side. */
public final class CorrelationReport {

  private CorrelationReport() {}

  /**
   * The sweep.
   *
   * @param analysis the sweep
   * @return one row a correlation, then the fit as given; methods and notes below
   */
  public static ReportTable of(CorrelationAnalysis analysis) {
    Fit given = analysis.asGiven();
    List<Interval> intervals =
        analysis.steps().stream().map(s -> s.fit().backTransformed().interval()).toList();
    EffectFormat format = EffectFormat.of(intervals, 3);
    ReportTable.Builder table =
        ReportTable.of(
            given.measure().label() + ", correlation of before and after varied",
            Column.number("Correlation"),
            Column.number(
                "%s [%s CI]"
                    .formatted(given.measure().abbreviation(), Numbers.level(given.level()))),
            Column.number("p"),
            Column.number("τ²"),
            Column.number("I²"),
            Column.number("Weight of varied studies"));
    for (CorrelationStep step : analysis.steps()) {
      table.row(
          ReportTable.Kind.BODY,
          row(
              Numbers.significant(step.correlation(), 3),
              step.fit(),
              analysis.variedWeight(step),
              format));
    }
    table.row(ReportTable.Kind.TOTAL, row("As given", given, Double.NaN, format));
    return table.notes(analysis.notes()).notes(given.methods()).notes(given.notes()).build();
  }

  private static List<String> row(String label, Fit fit, double weight, EffectFormat format) {
    BackTransformed shown = fit.backTransformed();
    boolean random = fit instanceof RandomEffectsResult;
    double iSquared =
        fit instanceof RandomEffectsResult r ? r.iSquared() : fit.heterogeneity().iSquared();
    return List.of(
        label,
        format.effect(shown.estimate(), shown.interval()),
        Numbers.p(fit.test().p()),
        random ? Numbers.significant(((RandomEffectsResult) fit).tau2(), 4) : Numbers.ABSENT,
        fit.k() < 2 ? Numbers.ABSENT : Numbers.percent(iSquared, 1),
        Double.isNaN(weight) ? Numbers.ABSENT : Numbers.percent(weight, 1));
  }
}
