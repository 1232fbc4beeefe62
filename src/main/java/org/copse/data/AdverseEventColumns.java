package org.copse.data;

import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.RawColumn;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventResult;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.model.StudyLeftOut;
import org.copse.model.ZeroCellMethod;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Pooled adverse events as tables: the results, the methods for zero cells, the studies left out.
 */
final class AdverseEventColumns {

  private final StringColumn event = StringColumn.create("event");
  private final StringColumn grade = StringColumn.create("grade");
  private final StringColumn model = StringColumn.create("model");
  private final StringColumn measure = StringColumn.create("measure");
  private final IntColumn k = IntColumn.create("k");
  private final DoubleColumn estimate = DoubleColumn.create("estimate");
  private final DoubleColumn se = DoubleColumn.create("se");
  private final DoubleColumn displayed = DoubleColumn.create("displayed");
  private final DoubleColumn low = DoubleColumn.create("ci_low");
  private final DoubleColumn high = DoubleColumn.create("ci_high");
  private final DoubleColumn statistic = DoubleColumn.create("statistic");
  private final DoubleColumn p = DoubleColumn.create("p");
  private final DoubleColumn qp = DoubleColumn.create("q_p");
  private final DoubleColumn iSquared = DoubleColumn.create("i_squared_percent");

  private AdverseEventColumns() {}

  static Table of(AdverseEventAnalysis analysis) {
    AdverseEventColumns rows = new AdverseEventColumns();
    IntColumn leftOut = IntColumn.create("left_out");
    StringColumn reason = StringColumn.create("reason");
    List<RawColumn> raw = analysis.anyEffects().map(Effects::rawColumns).orElse(List.of());
    List<DoubleColumn> sums = raw.stream().map(c -> DoubleColumn.create(c.name())).toList();
    for (AdverseEventResult result : analysis.results()) {
      rows.add(
          result, result.model().label(), analysis.measure().label(), result.fit().orElse(null));
      rows.k.append(result.k());
      leftOut.append(result.leftOut().size());
      reason.append(result.reason());
      for (int j = 0; j < sums.size(); j++) {
        FitColumns.put(sums.get(j), result.k() > 0 ? result.sum(j) : Double.NaN);
      }
    }
    Table table =
        Table.create("Adverse events", rows.event, rows.grade, rows.model, rows.k, leftOut);
    sums.forEach(table::addColumns);
    return table.addColumns(
        rows.estimate,
        rows.se,
        rows.displayed,
        rows.low,
        rows.high,
        rows.statistic,
        rows.p,
        rows.qp,
        rows.iSquared,
        reason);
  }

  static Table zeroCells(AdverseEventAnalysis analysis) {
    AdverseEventColumns rows = new AdverseEventColumns();
    StringColumn reason = StringColumn.create("reason");
    for (AdverseEventResult result : analysis.results()) {
      for (ZeroCellMethod method : result.zeroCellMethods()) {
        rows.add(
            result, method.method().label(), method.measure().label(), method.fit().orElse(null));
        reason.append(method.reason());
      }
    }
    return Table.create(
        "Methods for zero cells",
        rows.event,
        rows.grade,
        rows.model.setName("method"),
        rows.measure,
        rows.estimate,
        rows.se,
        rows.displayed,
        rows.low,
        rows.high,
        rows.statistic,
        rows.p,
        reason);
  }

  static Table leftOut(AdverseEventAnalysis analysis) {
    StringColumn events = StringColumn.create("event");
    StringColumn grades = StringColumn.create("grade");
    StringColumn studies = StringColumn.create("study");
    StringColumn reasons = StringColumn.create("reason");
    for (AdverseEventResult result : analysis.results()) {
      for (StudyLeftOut study : result.leftOut()) {
        events.append(result.event());
        grades.append(result.grade());
        studies.append(study.study());
        reasons.append(study.reason());
      }
    }
    return Table.create("Studies left out", events, grades, studies, reasons);
  }

  private void add(AdverseEventResult result, String name, String of, Fit fit) {
    event.append(result.event());
    grade.append(result.grade());
    model.append(name);
    measure.append(of);
    BackTransformed shown = fit == null ? null : fit.backTransformed();
    boolean tested = fit != null && fit.measure().hasNullValue();
    FitColumns.put(estimate, fit == null ? Double.NaN : fit.estimate());
    FitColumns.put(se, fit == null ? Double.NaN : fit.standardError());
    FitColumns.put(displayed, fit == null ? Double.NaN : shown.estimate());
    FitColumns.put(low, fit == null ? Double.NaN : shown.interval().lower());
    FitColumns.put(high, fit == null ? Double.NaN : shown.interval().upper());
    FitColumns.put(statistic, tested ? fit.test().statistic() : Double.NaN);
    FitColumns.put(p, tested ? fit.test().p() : Double.NaN);
    FitColumns.put(qp, fit == null ? Double.NaN : fit.heterogeneity().p());
    FitColumns.put(iSquared, fit == null ? Double.NaN : percent(fit));
  }

  private static double percent(Fit fit) {
    return fit instanceof RandomEffectsResult random
        ? random.iSquared()
        : fit.heterogeneity().iSquared();
  }
}
