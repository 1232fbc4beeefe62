package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.copse.bias.BeggResult;
import org.copse.bias.EggerLine;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitEstimate;
import org.copse.bias.LimitResult;
import org.copse.bias.RankCorrelation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tests for small-study effects, one row each. */
final class SmallStudyColumns {

  private SmallStudyColumns() {}

  static Table of(EggerResult result) {
    Optional<EggerLine> line = result.line();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("intercept", line.map(EggerLine::intercept).orElse(Double.NaN));
    values.put("intercept_se", line.map(EggerLine::interceptSe).orElse(Double.NaN));
    values.put("ci_low", line.map(l -> l.interceptInterval().lower()).orElse(Double.NaN));
    values.put("ci_high", line.map(l -> l.interceptInterval().upper()).orElse(Double.NaN));
    values.put("t", line.map(l -> l.test().statistic()).orElse(Double.NaN));
    values.put("df", line.map(l -> l.test().df()).orElse(Double.NaN));
    values.put("p", line.map(l -> l.test().p()).orElse(Double.NaN));
    values.put("effect_at_zero", line.map(EggerLine::effectAtZero).orElse(Double.NaN));
    values.put("effect_at_zero_se", line.map(EggerLine::effectAtZeroSe).orElse(Double.NaN));
    return row("Egger's test", result.k(), values);
  }

  static Table of(BeggResult result) {
    Optional<RankCorrelation> c = result.correlation();
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("tau", c.map(RankCorrelation::tau).orElse(Double.NaN));
    values.put("s", c.map(RankCorrelation::s).orElse(Double.NaN));
    values.put("s_se", c.map(RankCorrelation::sSe).orElse(Double.NaN));
    values.put("z", c.map(r -> r.test().statistic()).orElse(Double.NaN));
    values.put("p", c.map(r -> r.test().p()).orElse(Double.NaN));
    values.put("p_exact", c.map(r -> r.exactP().orElse(Double.NaN)).orElse(Double.NaN));
    return row("Begg's test", result.k(), values);
  }

  static Table of(LimitResult result) {
    Map<String, Double> values = new LinkedHashMap<>();
    BiConsumer<String, ToDoubleFunction<LimitEstimate>> put =
        (name, value) ->
            values.put(name, result.estimate().map(value::applyAsDouble).orElse(Double.NaN));
    put.accept("estimate", LimitEstimate::estimate);
    put.accept("se", LimitEstimate::standardError);
    put.accept("ci_low", e -> e.interval().lower());
    put.accept("ci_high", e -> e.interval().upper());
    put.accept("p", e -> e.test().p());
    put.accept("bias", LimitEstimate::bias);
    put.accept("slope", LimitEstimate::slope);
    put.accept("tau2", LimitEstimate::tau2);
    put.accept("q_small", e -> e.smallStudyEffects().statistic());
    put.accept("p_small", e -> e.smallStudyEffects().p());
    put.accept("q_rest", e -> e.restHeterogeneity().statistic());
    put.accept("p_rest", e -> e.restHeterogeneity().p());
    put.accept("g2", e -> e.gSquared().orElse(Double.NaN));
    return row("Limit meta-analysis", result.k(), values);
  }

  private static Table row(String title, int k, Map<String, Double> values) {
    List<Column<?>> columns = new ArrayList<>();
    columns.add(IntColumn.create("k", k));
    values.forEach(
        (name, value) -> {
          DoubleColumn column = DoubleColumn.create(name);
          FitColumns.put(column, value);
          columns.add(column);
        });
    return Table.create(title, columns);
  }
}
