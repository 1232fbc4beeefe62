package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Moderator;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.Numbers;

/** Columns and cells in the order and form of a layout. */
final class StyleColumns {

  private static final String EVENTS = "Events";
  private static final TextColumn.Side LEFT = TextColumn.Side.LEFT;
  private static final TextColumn.Side RIGHT = TextColumn.Side.RIGHT;

  private final ForestOptions options;
  private final ForestStyle style;
  private final Fit fit;
  private final Measure measure;
  private final List<TextColumn> raw;

  StyleColumns(ForestOptions options, Fit fit, List<TextColumn> raw) {
    this.options = options;
    this.style = options.style();
    this.fit = fit;
    this.measure = fit.measure();
    this.raw = raw;
  }

  List<TextColumn> columns() {
    List<TextColumn> weights = new ArrayList<>();
    weighted().forEach(f -> weights.add(weight(f)));
    List<TextColumn> columns = new ArrayList<>();
    columns.add(new TextColumn(style.studies(), "", TextColumn.Align.START, LEFT));
    options.left().forEach(name -> columns.add(table(name, LEFT)));
    columns.addAll(rawColumns());
    if (style == ForestStyle.META) {
      columns.add(number(measure.abbreviation(), "", RIGHT));
      columns.add(number(Numbers.level(fit.level()) + " CI", "", RIGHT));
      columns.addAll(weights);
    } else {
      columns.addAll(weights);
      columns.add(effectColumn());
    }
    options.right().forEach(name -> columns.add(table(name, RIGHT)));
    return columns;
  }

  /** A column of the table: numbers stand right, words left. */
  private TextColumn table(String name, TextColumn.Side side) {
    boolean words = fit.effects().studies().moderator(name) instanceof Moderator.Categorical;
    TextColumn.Align align = words ? TextColumn.Align.START : TextColumn.Align.END;
    return new TextColumn(ForestColumns.capital(name), "", align, side);
  }

  private List<TextCell> table(List<String> names, int study) {
    return names.stream()
        .map(
            name -> {
              Moderator values = fit.effects().studies().moderator(name);
              boolean known = study >= 0 && !values.isMissing(study);
              return known
                  ? TextCell.of(values.text(study).replaceFirst("^-(?=[0-9])", Numbers.MINUS))
                  : TextCell.EMPTY;
            })
        .toList();
  }

  private static TextColumn number(String header, String group, TextColumn.Side side) {
    return new TextColumn(header, group, TextColumn.Align.END, side);
  }

  private TextColumn.Side side() {
    return style.isPlotLast() ? LEFT : RIGHT;
  }

  private TextColumn effectColumn() {
    List<String> heading = heading();
    return switch (style) {
      case REVMAN5, BMJ -> number(heading.get(1), heading.get(0), side());
      default -> number(options.effectHeader(measure, fit.level()), "", side());
    };
  }

  private TextColumn weight(Fit of) {
    String name = style == ForestStyle.BMJ ? "Weight (%)" : "Weight";
    if (options.second().isEmpty()) {
      return number(name, "", side());
    }
    return number(of instanceof RandomEffectsResult ? "random" : "common", name, side());
  }

  /** Lines over the plot area. */
  List<String> heading() {
    String label = options.label().orElse(fit.effects().displayedLabel());
    return switch (style) {
      case COPSE, COMPACT, META -> List.of(label);
      case REVMAN5 -> List.of(label, StyleLines.method(options.with(fit)));
      case BMJ -> List.of(label, "(" + Numbers.level(fit.level()) + " CI)");
      case JAMA -> List.of();
    };
  }

  /** What stands under the axis. */
  String axisTitle() {
    return style == ForestStyle.JAMA
        ? options.label().orElse(options.effectHeader(measure, fit.level()))
        : "";
  }

  private List<TextColumn> rawColumns() {
    if (!style.hasRawColumns()) {
      return List.of();
    }
    if (style != ForestStyle.BMJ) {
      return raw;
    }
    List<TextColumn> merged = new ArrayList<>();
    for (int j = 0; j < raw.size(); j++) {
      TextColumn column = raw.get(j);
      if (isPair(j, EVENTS, "Total")) {
        String over = "No of events/total";
        boolean named = !column.group().isEmpty();
        merged.add(number(named ? column.group() : over, named ? over : "", LEFT));
        j++;
      } else if (isPair(j, "Mean", "SD")) {
        merged.add(number("Mean (SD)", column.group(), LEFT));
        j++;
      } else {
        merged.add(column);
      }
    }
    return merged;
  }

  private boolean isPair(int j, String first, String second) {
    return j + 1 < raw.size()
        && raw.get(j).header().equals(first)
        && raw.get(j + 1).header().equals(second)
        && raw.get(j).group().equals(raw.get(j + 1).group());
  }

  private List<TextCell> rawCells(List<TextCell> cells) {
    if (!style.hasRawColumns()) {
      return List.of();
    }
    if (style != ForestStyle.BMJ) {
      return cells;
    }
    List<TextCell> merged = new ArrayList<>();
    for (int j = 0; j < raw.size(); j++) {
      boolean events = isPair(j, EVENTS, "Total");
      if (events || isPair(j, "Mean", "SD")) {
        merged.add(both(cells.get(j), cells.get(j + 1), events ? "%s/%s" : "%s (%s)"));
        j++;
      } else {
        merged.add(cells.get(j));
      }
    }
    return merged;
  }

  private static TextCell both(TextCell first, TextCell second, String form) {
    boolean none = first.text().isEmpty() && second.text().isEmpty();
    return none ? TextCell.EMPTY : TextCell.of(form.formatted(first.text(), second.text()));
  }

  /** The fits that have a column of weights: the first and, beside it, the second. */
  List<Fit> weighted() {
    return style.hasWeights()
        ? options.with(fit).stream().filter(Fit::hasWeights).toList()
        : List.of();
  }

  TextCell weight(double percent) {
    return TextCell.of(
        style == ForestStyle.BMJ ? Numbers.fixed(percent, 1) : Numbers.percent(percent, 1));
  }

  /** One row that is no study. */
  List<TextCell> cells(
      String label, List<TextCell> data, List<TextCell> weights, List<TextCell> effect) {
    return cells(-1, label, data, weights, effect);
  }

  /** One row. */
  List<TextCell> cells(
      int study, String label, List<TextCell> data, List<TextCell> weights, List<TextCell> effect) {
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.of(label));
    cells.addAll(table(options.left(), study));
    cells.addAll(rawCells(data));
    boolean effectFirst = style == ForestStyle.META;
    cells.addAll(effectFirst ? effect : weights);
    cells.addAll(effectFirst ? weights : effect);
    if (!effect.isEmpty()) {
      cells.addAll(table(options.right(), study));
    }
    return cells;
  }

  List<TextCell> effect(double estimate, Interval interval) {
    TextCell whole = options.effect(measure, estimate, interval);
    if (style != ForestStyle.META) {
      return List.of(whole);
    }
    return Double.isNaN(estimate)
        ? List.of(TextCell.EMPTY, whole)
        : List.of(
            TextCell.of(whole.pieces().get(0)),
            style.numbers(measure).limits(interval, options.decimals()));
  }

  List<TextCell> prediction(Interval interval) {
    return style == ForestStyle.META
        ? List.of(TextCell.EMPTY, style.numbers(measure).limits(interval, options.decimals()))
        : List.of(options.effect(measure, interval));
  }

  /** Totals of a pooled row: events stand in a row of their own, or in none. */
  List<TextCell> totals(List<TextCell> sums) {
    boolean all = style == ForestStyle.COPSE || style == ForestStyle.BMJ;
    return all ? sums : only(sums, false);
  }

  /** Sums of events for Review Manager's row of them; empty where the layout has none. */
  List<TextCell> events(List<TextCell> sums) {
    boolean any = raw.stream().anyMatch(c -> c.header().equals(EVENTS));
    return any && style == ForestStyle.REVMAN5 ? only(sums, true) : List.of();
  }

  private List<TextCell> only(List<TextCell> sums, boolean events) {
    List<TextCell> some = new ArrayList<>();
    for (int j = 0; j < raw.size(); j++) {
      boolean kept = raw.get(j).header().equals(EVENTS) == events;
      some.add(kept ? sums.get(j) : TextCell.EMPTY);
    }
    return some;
  }
}
