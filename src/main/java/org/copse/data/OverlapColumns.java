package org.copse.data;

import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.OverlapFit;
import org.copse.sensitivity.OverlapHandling;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Collects the handlings of overlap, one row a model. */
final class OverlapColumns {

  private final StringColumn handling = StringColumn.create("handling");
  private final DoubleColumn correlation = DoubleColumn.create("correlation");
  private final StringColumn model = StringColumn.create("model");
  private final IntColumn rows = IntColumn.create("rows");
  private final DoubleColumn estimate = DoubleColumn.create("estimate");
  private final DoubleColumn se = DoubleColumn.create("se");
  private final DoubleColumn displayed = DoubleColumn.create("displayed");
  private final DoubleColumn low = DoubleColumn.create("ci_low");
  private final DoubleColumn high = DoubleColumn.create("ci_high");
  private final DoubleColumn p = DoubleColumn.create("p");
  private final DoubleColumn tau2 = DoubleColumn.create("tau2");

  private OverlapColumns() {}

  static Table table(OverlapAnalysis analysis) {
    OverlapColumns all = new OverlapColumns();
    analysis.handlings().forEach(h -> all.add(h, Double.NaN));
    analysis.sweep().forEach(step -> all.add(step.handling(), step.correlation()));
    return Table.create(
        "Rows that share patients",
        all.handling,
        all.correlation,
        all.model,
        all.rows,
        all.estimate,
        all.se,
        all.displayed,
        all.low,
        all.high,
        all.p,
        all.tau2);
  }

  private void add(OverlapHandling from, double rho) {
    add(from, rho, "Common effect", from.common());
    add(from, rho, "Random effects", from.random());
    add(from, rho, "Weights as if independent", from.plainWeights());
  }

  private void add(OverlapHandling from, double rho, String name, Optional<OverlapFit> pooled) {
    if (pooled.isEmpty()) {
      return;
    }
    OverlapFit fit = pooled.get();
    Interval shown = fit.displayedInterval();
    handling.append(from.name());
    FitColumns.put(correlation, rho);
    model.append(name);
    rows.append(fit.k());
    FitColumns.put(estimate, fit.estimate());
    FitColumns.put(se, fit.standardError());
    FitColumns.put(displayed, fit.displayed());
    FitColumns.put(low, shown.lower());
    FitColumns.put(high, shown.upper());
    FitColumns.put(p, fit.measure().hasNullValue() ? fit.p() : Double.NaN);
    FitColumns.put(tau2, fit.tau2().orElse(Double.NaN));
  }
}
