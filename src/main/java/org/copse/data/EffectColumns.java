package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.bayes.BayesianFit;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.RawColumn;
import org.copse.effect.ReportedEffects;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Effects as a table, one row a study, with what a fit adds to each. */
final class EffectColumns {

  private EffectColumns() {}

  static Table of(Effects effects, double level) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    columns.add(StringColumn.create("study", effects.studies().labels()));
    columns.addAll(raw(effects));
    columns.addAll(printed(effects, columns));
    columns.add(column("estimate", k, effects::estimate));
    columns.add(column("se", k, effects::standardError));
    columns.add(column("variance", k, effects::variance));
    columns.add(column("displayed", k, effects::displayed));
    List<Interval> intervals =
        IntStream.range(0, k).mapToObj(i -> effects.displayedInterval(i, level)).toList();
    columns.add(column("ci_low", k, i -> intervals.get(i).lower()));
    columns.add(column("ci_high", k, i -> intervals.get(i).upper()));
    return Table.create(effects.measure().label(), columns);
  }

  static Table of(Fit fit) {
    Effects effects = fit.effects();
    Table table = of(effects, fit.level());
    if (fit.hasWeights()) {
      table.addColumns(column("weight", effects.size(), fit::weight));
    }
    return table;
  }

  static Table of(BayesianFit fit) {
    Effects effects = fit.effects();
    int k = effects.size();
    Table table = of(effects, fit.level());
    List<BackTransformed> shrunk =
        IntStream.range(0, k)
            .mapToObj(i -> effects.isEstimable(i) ? fit.backTransformedShrinkage(i) : null)
            .toList();
    table.addColumns(
        column("weight", k, fit::weight),
        column("shrunk", k, i -> shrunk(shrunk.get(i), BackTransformed::estimate)),
        column("shrunk_low", k, i -> shrunk(shrunk.get(i), b -> b.interval().lower())),
        column("shrunk_high", k, i -> shrunk(shrunk.get(i), b -> b.interval().upper())));
    return table;
  }

  private static double shrunk(BackTransformed value, ToDoubleFunction<BackTransformed> part) {
    return value == null ? Double.NaN : part.applyAsDouble(value);
  }

  /** The effects with their moderators behind, as they are saved. */
  static Table withModerators(Effects effects, double level) {
    Table data = of(effects, level);
    for (String name : effects.studies().moderatorNames()) {
      data.addColumns(moderator(unused(name, data), effects.studies().moderator(name)));
    }
    return data;
  }

  /** A moderator may be called as a column of the effects is, in Tablesaw whatever the case. */
  private static String unused(String name, Table data) {
    String unused = name;
    while (data.columnNames().stream().anyMatch(unused::equalsIgnoreCase)) {
      unused = "moderator_" + unused;
    }
    return unused;
  }

  private static Column<?> moderator(String name, Moderator moderator) {
    if (moderator instanceof Moderator.Numeric numbers) {
      return column(name, moderator.size(), numbers::value);
    }
    return StringColumn.create(
        name,
        IntStream.range(0, moderator.size())
            .mapToObj(((Moderator.Categorical) moderator)::text)
            .toList());
  }

  private static List<Column<?>> raw(Effects effects) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    List<RawColumn> raw = effects.rawColumns();
    for (int j = 0; j < raw.size(); j++) {
      int index = j;
      columns.add(column(raw.get(j).name(), k, i -> effects.raw(i, index)));
    }
    if (effects instanceof ReportedEffects reported) {
      columns.add(
          StringColumn.create(
              "reported_as",
              IntStream.range(0, k).mapToObj(i -> reported.reported(i).source()).toList()));
    }
    return columns;
  }

  /** Columns of the table that the effects were made from, unless the raw data hold them. */
  private static List<Column<?>> printed(Effects effects, List<Column<?>> there) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    for (String name : effects.studies().inputNames()) {
      DoubleColumn input =
          column(printedName(name, columns), k, i -> effects.studies().input(name, i));
      boolean says = input.countMissing() < k;
      if (says && there.stream().noneMatch(c -> holds(c, input))) {
        columns.add(input);
      }
    }
    return columns;
  }

  private static String printedName(String name, List<Column<?>> there) {
    String printed = "printed_" + name;
    return there.stream().anyMatch(c -> c.name().equalsIgnoreCase(printed))
        ? printedName(printed, there)
        : printed;
  }

  private static boolean holds(Column<?> column, DoubleColumn input) {
    return column instanceof DoubleColumn numbers && numbers.asList().equals(input.asList());
  }

  private static DoubleColumn column(String name, int k, IntToDoubleFunction value) {
    DoubleColumn column = DoubleColumn.create(name);
    for (int i = 0; i < k; i++) {
      FitColumns.put(column, value.applyAsDouble(i));
    }
    return column;
  }
}
