package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.Effects;
import org.copse.effect.ProportionEffects;
import org.copse.effect.RateEffects;
import org.copse.effect.ReportedEffects;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.report.Numbers;

/** The columns of raw data left of the plot area, one set a data type, with their totals. */
final class ForestColumns {

  private final Effects effects;
  private final List<TextColumn> columns = new ArrayList<>();
  private final int timeDecimals;

  ForestColumns(Effects effects) {
    this.effects = effects;
    this.timeDecimals = timeDecimals(effects);
    if (effects instanceof BinaryEffects binary) {
      for (String arm : List.of(binary.arms().first(), binary.arms().second())) {
        number("Events", arm);
        number("Total", arm);
      }
    } else if (effects instanceof ContinuousEffects means) {
      for (String arm : List.of(means.arms().first(), means.arms().second())) {
        number("Mean", arm);
        number("SD", arm);
        number("Total", arm);
      }
    } else if (effects instanceof ProportionEffects) {
      number("Events", "");
      number("Total", "");
    } else if (effects instanceof RateEffects rates) {
      for (String arm : List.of(rates.arms().first(), rates.arms().second())) {
        number("Events", arm);
        number(capital(rates.timeUnit()), arm);
      }
    } else if (effects instanceof SingleRateEffects rates) {
      number("Events", "");
      number(capital(rates.timeUnit()), "");
    } else {
      String log = effects.measure().isRatio() ? "log " : "";
      number(log + effects.measure().abbreviation(), "");
      number("SE", "");
    }
  }

  private void number(String header, String group) {
    columns.add(new TextColumn(header, group, TextColumn.Align.END, TextColumn.Side.LEFT));
  }

  List<TextColumn> columns() {
    return columns;
  }

  /** The raw data of one study. */
  List<TextCell> cells(int study) {
    if (effects instanceof BinaryEffects binary) {
      TwoByTwo t = binary.counts(study);
      return counts(t.events1(), t.total1(), t.events2(), t.total2());
    }
    if (effects instanceof ContinuousEffects means) {
      ArmMeans a = means.means(study);
      int decimals = decimals(means);
      return List.of(
          TextCell.of(Numbers.fixed(a.mean1(), decimals)),
          TextCell.of(Numbers.fixed(a.sd1(), decimals)),
          TextCell.of(Numbers.count(a.n1())),
          TextCell.of(Numbers.fixed(a.mean2(), decimals)),
          TextCell.of(Numbers.fixed(a.sd2(), decimals)),
          TextCell.of(Numbers.count(a.n2())));
    }
    if (effects instanceof ProportionEffects proportions) {
      return counts(proportions.proportion(study).events(), proportions.proportion(study).total());
    }
    if (effects instanceof RateEffects rates) {
      TwoRates r = rates.counts(study);
      return times(r.events1(), r.time1(), r.events2(), r.time2());
    }
    if (effects instanceof SingleRateEffects rates) {
      return times(rates.rate(study).events(), rates.rate(study).time());
    }
    return List.of(
        TextCell.of(Numbers.fixed(effects.estimate(study), 3)),
        TextCell.of(Numbers.fixed(effects.standardError(study), 3)));
  }

  /** Totals over some studies; empty cells where a sum has no meaning. */
  List<TextCell> totals(List<Integer> rows) {
    if (effects instanceof BinaryEffects binary) {
      return counts(
          sum(rows, i -> binary.counts(i).events1()),
          sum(rows, i -> binary.counts(i).total1()),
          sum(rows, i -> binary.counts(i).events2()),
          sum(rows, i -> binary.counts(i).total2()));
    }
    if (effects instanceof ContinuousEffects means) {
      TextCell n1 = TextCell.of(Numbers.count(sum(rows, i -> means.means(i).n1())));
      TextCell n2 = TextCell.of(Numbers.count(sum(rows, i -> means.means(i).n2())));
      return List.of(TextCell.EMPTY, TextCell.EMPTY, n1, TextCell.EMPTY, TextCell.EMPTY, n2);
    }
    if (effects instanceof ProportionEffects proportions) {
      return counts(
          sum(rows, i -> proportions.proportion(i).events()),
          sum(rows, i -> proportions.proportion(i).total()));
    }
    if (effects instanceof RateEffects rates) {
      return times(
          sum(rows, i -> rates.counts(i).events1()),
          sum(rows, i -> rates.counts(i).time1()),
          sum(rows, i -> rates.counts(i).events2()),
          sum(rows, i -> rates.counts(i).time2()));
    }
    if (effects instanceof SingleRateEffects rates) {
      return times(sum(rows, i -> rates.rate(i).events()), sum(rows, i -> rates.rate(i).time()));
    }
    return List.of(TextCell.EMPTY, TextCell.EMPTY);
  }

  private static double sum(List<Integer> rows, ToDoubleFunction<Integer> value) {
    return rows.stream().mapToDouble(value).sum();
  }

  private static List<TextCell> counts(double... values) {
    List<TextCell> cells = new ArrayList<>();
    for (double value : values) {
      cells.add(TextCell.of(Numbers.count(value)));
    }
    return cells;
  }

  /** Events and person-time in turn, the times with the decimals that the data have. */
  private List<TextCell> times(double... values) {
    List<TextCell> cells = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      cells.add(
          TextCell.of(
              i % 2 == 0 ? Numbers.count(values[i]) : Numbers.fixed(values[i], timeDecimals)));
    }
    return cells;
  }

  private static int timeDecimals(Effects effects) {
    int most = 0;
    for (int i = 0; i < effects.size() && most < 2; i++) {
      if (effects instanceof RateEffects rates) {
        TwoRates r = rates.counts(i);
        most = Math.max(most, Math.max(decimals(r.time1()), decimals(r.time2())));
      } else if (effects instanceof SingleRateEffects rates) {
        most = Math.max(most, decimals(rates.rate(i).time()));
      }
    }
    return most;
  }

  private static int decimals(double value) {
    return value == Math.rint(value) ? 0 : tenths(value) ? 1 : 2;
  }

  private static String capital(String unit) {
    return unit.isEmpty()
        ? unit
        : unit.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + unit.substring(1);
  }

  /** Decimals that show means and standard deviations as extracted, two at the most. */
  private static int decimals(ContinuousEffects means) {
    int most = 0;
    for (int i = 0; i < means.size() && most < 2; i++) {
      ArmMeans a = means.means(i);
      for (double value : new double[] {a.mean1(), a.sd1(), a.mean2(), a.sd2()}) {
        most = Math.max(most, decimals(value));
      }
    }
    return most;
  }

  private static boolean tenths(double value) {
    return Math.abs(10 * value - Math.rint(10 * value)) < 1e-9;
  }

  /** The raw data of one study by name, for the plot's data and for hovering. */
  Map<String, Double> raw(int study) {
    Map<String, Double> raw = new LinkedHashMap<>();
    if (effects instanceof BinaryEffects binary) {
      TwoByTwo t = binary.counts(study);
      raw.put("events1", t.events1());
      raw.put("total1", t.total1());
      raw.put("events2", t.events2());
      raw.put("total2", t.total2());
    } else if (effects instanceof ContinuousEffects means) {
      ArmMeans a = means.means(study);
      raw.put("n1", a.n1());
      raw.put("mean1", a.mean1());
      raw.put("sd1", a.sd1());
      raw.put("n2", a.n2());
      raw.put("mean2", a.mean2());
      raw.put("sd2", a.sd2());
    } else if (effects instanceof ProportionEffects proportions) {
      raw.put("events", proportions.proportion(study).events());
      raw.put("total", proportions.proportion(study).total());
    } else if (effects instanceof RateEffects rates) {
      TwoRates r = rates.counts(study);
      raw.put("events1", r.events1());
      raw.put("time1", r.time1());
      raw.put("events2", r.events2());
      raw.put("time2", r.time2());
    } else if (effects instanceof SingleRateEffects rates) {
      raw.put("events", rates.rate(study).events());
      raw.put("time", rates.rate(study).time());
    } else if (effects instanceof ReportedEffects reported) {
      raw.put("estimate", reported.reported(study).estimate());
      raw.put("standardError", reported.reported(study).standardError());
    }
    return raw;
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
        : column.group() + " " + column.header().toLowerCase(java.util.Locale.ROOT);
  }
}
