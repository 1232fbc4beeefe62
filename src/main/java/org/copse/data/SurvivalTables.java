package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.copse.effect.Interval;
import org.copse.survival.CurvePoint;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRankResult;
import org.copse.survival.ProportionalHazards;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalData;
import org.copse.survival.SurvivalQuantile;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Survival curves as Tablesaw tables; what is not defined or not reached is missing. */
public final class SurvivalTables {

  private SurvivalTables() {}

  /**
   * All points of the curves: {@code group, time, at_risk, events, censored, survival, se, ci_low,
   * ci_high}.
   *
   * @param fit the curves
   * @return a row a distinct time of a group
   */
  public static Table curves(KaplanMeierFit fit) {
    return points("Kaplan-Meier", fit, SurvivalCurve::points);
  }

  /**
   * The curves at chosen times, with the same columns: numbers at risk under a plot, survival at
   * landmarks.
   *
   * @param fit the curves
   * @param times ascending, 0 or later
   * @return a row a time of a group
   */
  public static Table at(KaplanMeierFit fit, double... times) {
    return points("Kaplan-Meier at chosen times", fit, curve -> curve.at(times));
  }

  /**
   * One row a group: {@code group, patients, events, median, ci_low, ci_high}.
   *
   * @param fit the curves
   * @return a row a group
   */
  public static Table medians(KaplanMeierFit fit) {
    StringColumn groups = StringColumn.create("group");
    IntColumn patients = IntColumn.create("patients");
    DoubleColumn events = DoubleColumn.create("events");
    DoubleColumn median = DoubleColumn.create("median");
    DoubleColumn low = DoubleColumn.create("ci_low");
    DoubleColumn high = DoubleColumn.create("ci_high");
    for (SurvivalCurve curve : fit.curves()) {
      SurvivalQuantile quantile = curve.median();
      groups.append(curve.group());
      patients.append(curve.patients());
      events.append(curve.events());
      append(median, quantile.time());
      append(low, quantile.lower());
      append(high, quantile.upper());
    }
    return Table.create("Median survival", groups, patients, events, median, low, high);
  }

  static Table curve(SurvivalCurve curve) {
    return Tables.of(curve.points());
  }

  static Table groups(LogRankResult result) {
    return Tables.of(result.groups());
  }

  static Table tests(ProportionalHazards test) {
    ResultRows rows = new ResultRows();
    for (int i = 0; i < test.covariates().size(); i++) {
      rows.add(named("covariate", test.covariates().get(i), test.tests().get(i)));
    }
    return rows.add(named("covariate", "All", test.joint())).table("Test of proportional hazards");
  }

  static Table patients(SurvivalData data) {
    ResultRows rows = new ResultRows();
    for (int i = 0; i < data.size(); i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("time", data.time(i));
      row.put("event", data.event(i) ? 1 : 0);
      row.put("group", data.group(i));
      row.put("entry", data.entry(i));
      row.put("weight", data.weight(i));
      int patient = i;
      data.covariates().forEach(name -> row.put(name, data.covariate(name)[patient]));
      rows.add(row);
    }
    return rows.table("Patients");
  }

  static Table summary(SummarySurvivalFit fit) {
    ResultRows rows = new ResultRows();
    fit.randomEffects().forEach(p -> rows.add(named("model", "Random effects", p)));
    fit.commonEffect().forEach(p -> rows.add(named("model", "Common effect", p)));
    return rows.table("Summary survival");
  }

  private static Map<String, Object> named(String column, String name, Record result) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(column, name);
    row.putAll(ResultParts.of(result));
    return row;
  }

  private static Table points(
      String name, KaplanMeierFit fit, Function<SurvivalCurve, List<CurvePoint>> of) {
    StringColumn groups = StringColumn.create("group");
    List<DoubleColumn> columns = new ArrayList<>();
    for (String column :
        List.of("time", "at_risk", "events", "censored", "survival", "se", "ci_low", "ci_high")) {
      columns.add(DoubleColumn.create(column));
    }
    for (SurvivalCurve curve : fit.curves()) {
      for (CurvePoint point : of.apply(curve)) {
        groups.append(curve.group());
        columns.get(0).append(point.time());
        columns.get(1).append(point.atRisk());
        columns.get(2).append(point.events());
        columns.get(3).append(point.censored());
        append(columns.get(4), point.survival());
        append(columns.get(5), point.standardError());
        columns.get(6).append(point.interval().map(Interval::lower).orElse(Double.NaN));
        columns.get(7).append(point.interval().map(Interval::upper).orElse(Double.NaN));
      }
    }
    Table table = Table.create(name, groups);
    columns.forEach(table::addColumns);
    return table;
  }

  private static void append(DoubleColumn column, OptionalDouble value) {
    column.append(value.orElse(Double.NaN));
  }
}
