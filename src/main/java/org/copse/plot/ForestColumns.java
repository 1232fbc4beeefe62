package org.copse.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.effect.RawColumn;
import org.copse.report.Numbers;

/** The columns of raw data left of the plot area, with their totals. */
final class ForestColumns {

  private static final int REPORTED_DECIMALS = 3;
  private static final int MOST_DECIMALS = 2;

  private final Effects effects;
  private final List<RawColumn> raw;
  private final int[] shown;
  private final List<TextColumn> columns = new ArrayList<>();
  private final int[] decimals;

  ForestColumns(Effects effects) {
    this.effects = effects;
    this.raw = effects.rawColumns();
    this.shown = IntStream.range(0, raw.size()).filter(j -> raw.get(j).inPlots()).toArray();
    for (int j : shown) {
      number(capital(raw.get(j).header()), raw.get(j).arm());
    }
    if (raw.isEmpty()) {
      String log = effects.measure().isRatio() ? "log " : "";
      number(log + effects.measure().abbreviation(), "");
      number("SE", "");
    }
    int times = decimals(RawColumn.Kind.TIME);
    int values = decimals(RawColumn.Kind.VALUE);
    this.decimals =
        raw.stream()
            .mapToInt(
                c -> c.kind() == RawColumn.Kind.COUNT ? 0 : c.kind().addsUp() ? times : values)
            .toArray();
  }

  private void number(String header, String group) {
    columns.add(new TextColumn(header, group, TextColumn.Align.END, TextColumn.Side.LEFT));
  }

  List<TextColumn> columns() {
    return columns;
  }

  /** The raw data of one study. */
  List<TextCell> cells(int study) {
    if (raw.isEmpty()) {
      return List.of(
          TextCell.of(Numbers.fixed(effects.estimate(study), REPORTED_DECIMALS)),
          TextCell.of(Numbers.fixed(effects.standardError(study), REPORTED_DECIMALS)));
    }
    return Arrays.stream(shown).mapToObj(j -> cell(j, effects.raw(study, j))).toList();
  }

  /** Totals over some studies, of those that have the number; empty where a sum has no meaning. */
  List<TextCell> totals(List<Integer> rows) {
    if (raw.isEmpty()) {
      return List.of(TextCell.EMPTY, TextCell.EMPTY);
    }
    return Arrays.stream(shown)
        .mapToObj(j -> raw.get(j).kind().addsUp() ? cell(j, sum(rows, j)) : TextCell.EMPTY)
        .toList();
  }

  /** A single-arm trial has no control to add; where no study has one there is no sum. */
  private double sum(List<Integer> rows, int column) {
    double[] known =
        rows.stream()
            .mapToDouble(i -> effects.raw(i, column))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return known.length == 0 ? Double.NaN : Arrays.stream(known).sum();
  }

  private TextCell cell(int column, double value) {
    return TextCell.of(
        raw.get(column).kind() == RawColumn.Kind.COUNT
            ? Numbers.count(value)
            : Numbers.fixed(value, decimals[column]));
  }

  /** Decimals that show the columns of a kind as extracted, two at the most. */
  private int decimals(RawColumn.Kind kind) {
    int most = 0;
    for (int j : shown) {
      for (int i = 0; raw.get(j).kind() == kind && i < effects.size(); i++) {
        most = Math.max(most, decimals(effects.raw(i, j)));
      }
    }
    return most;
  }

  private static int decimals(double value) {
    boolean tenths = Math.abs(10 * value - Math.rint(10 * value)) < 1e-9;
    return value == Math.rint(value) ? 0 : tenths ? 1 : MOST_DECIMALS;
  }

  /** A word begins with a capital; a symbol of one letter stays as it is. */
  static String capital(String unit) {
    return unit.length() < 2
        ? unit
        : unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
  }

  /** The raw data of one study by name, for the plot's data and for hovering. */
  Map<String, Double> raw(int study) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int j = 0; j < raw.size(); j++) {
      values.put(raw.get(j).name(), effects.raw(study, j));
    }
    if (raw.isEmpty()) {
      values.put("estimate", effects.estimate(study));
      values.put("standardError", effects.standardError(study));
    }
    return values;
  }

  /** The raw data of one study that are shown, as numbers. */
  double[] values(int study) {
    return raw.isEmpty()
        ? new double[] {effects.estimate(study), effects.standardError(study)}
        : Arrays.stream(shown).mapToDouble(j -> effects.raw(study, j)).toArray();
  }

  /** Decimals of the sum of each shown column, −1 where a sum has no meaning. */
  List<Integer> decimalsOfSums() {
    return raw.isEmpty()
        ? List.of(-1, -1)
        : Arrays.stream(shown)
            .mapToObj(j -> raw.get(j).kind().addsUp() ? decimals[j] : -1)
            .toList();
  }

  /** The raw data of one study in words. */
  String words(int study) {
    List<TextCell> cells = cells(study);
    return IntStream.range(0, columns.size())
        .mapToObj(i -> word(columns.get(i)) + " " + cells.get(i).text())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static String word(TextColumn column) {
    return column.group().isEmpty()
        ? column.header()
        : column.group() + " " + column.header().toLowerCase(Locale.ROOT);
  }
}
