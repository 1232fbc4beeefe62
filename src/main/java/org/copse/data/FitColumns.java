package org.copse.data;

import java.util.List;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.model.SubgroupAnalysis;
import org.copse.sensitivity.LeaveOneOut;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Collects fits, one row each, into a table; a value that a fit does not have is missing. */
final class FitColumns {

  private final StringColumn name;
  private final StringColumn model = StringColumn.create("model");
  private final IntColumn k = IntColumn.create("k");
  private final DoubleColumn estimate = DoubleColumn.create("estimate");
  private final DoubleColumn se = DoubleColumn.create("se");
  private final DoubleColumn displayed = DoubleColumn.create("displayed");
  private final DoubleColumn low = DoubleColumn.create("ci_low");
  private final DoubleColumn high = DoubleColumn.create("ci_high");
  private final DoubleColumn p = DoubleColumn.create("p");
  private final DoubleColumn q = DoubleColumn.create("q");
  private final IntColumn df = IntColumn.create("q_df");
  private final DoubleColumn qp = DoubleColumn.create("q_p");
  private final DoubleColumn iSquared = DoubleColumn.create("i_squared_percent");
  private final DoubleColumn tau2 = DoubleColumn.create("tau2");

  FitColumns(String firstColumn) {
    this.name = StringColumn.create(firstColumn);
  }

  static Table of(SubgroupAnalysis analysis) {
    FitColumns rows = new FitColumns(analysis.moderator());
    analysis.groups().forEach(group -> rows.add(group.name(), group.fit()));
    rows.add("Overall", analysis.overall());
    return rows.toTable("Subgroups by " + analysis.moderator());
  }

  static Table of(LeaveOneOut analysis) {
    FitColumns rows = new FitColumns("left_out");
    analysis.omissions().forEach(omission -> rows.add(omission.study(), omission.fit()));
    rows.add("None", analysis.full());
    return rows.toTable("Leave-one-out");
  }

  FitColumns add(String label, Fit fit) {
    name.append(label);
    model.append(fit.model());
    k.append(fit.k());
    put(estimate, fit.estimate());
    put(se, fit.standardError());
    BackTransformed shown = fit.backTransformed();
    Interval interval = shown.interval();
    put(displayed, shown.estimate());
    put(low, interval.lower());
    put(high, interval.upper());
    put(p, fit.measure().hasNullValue() ? fit.test().p() : Double.NaN);
    Heterogeneity heterogeneity = fit.heterogeneity();
    put(q, heterogeneity.q());
    df.append(heterogeneity.df());
    put(qp, heterogeneity.p());
    if (fit instanceof RandomEffectsResult random) {
      put(iSquared, random.iSquared());
      put(tau2, random.tau2());
    } else {
      put(iSquared, heterogeneity.iSquared());
      put(tau2, Double.NaN);
    }
    return this;
  }

  Table toTable(String title) {
    return Table.create(
        title,
        List.of(name, model, k, estimate, se, displayed, low, high, p, q, df, qp, iSquared, tau2));
  }

  static void put(DoubleColumn column, double value) {
    if (Double.isNaN(value)) {
      column.appendMissing();
    } else {
      column.append(value);
    }
  }
}
