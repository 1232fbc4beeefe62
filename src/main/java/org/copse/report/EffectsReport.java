package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Effects as a table: each study with its raw data, estimate and interval. */
public final class EffectsReport {

  private static final double LEVEL = 0.95;

  private EffectsReport() {}

  /**
   * Table of effects.
   *
   * @param effects the effects
   * @return one row a study, on the scale that readers know
   */
  public static ReportTable of(Effects effects) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    columns.addAll(rawColumns(effects));
    columns.add(Column.number(effects.measure().abbreviation()));
    columns.add(Column.number(Numbers.level(LEVEL) + " CI"));
    columns.add(Column.number(effects.measure().isRatio() ? "SE (log)" : "SE"));
    ReportTable.Builder table =
        ReportTable.of(
            "%s, %d studies".formatted(effects.measure().label(), effects.size()),
            columns.toArray(Column[]::new));
    EffectFormat format =
        EffectFormat.of(
            Arrays.stream(effects.estimable())
                .mapToObj(i -> effects.displayedInterval(i, LEVEL))
                .toList(),
            2);
    for (int i = 0; i < effects.size(); i++) {
      table.row(Kind.BODY, row(effects, i, format));
    }
    return table.notes(effects.notes()).build();
  }

  private static List<String> row(Effects effects, int i, EffectFormat format) {
    List<String> cells = new ArrayList<>();
    cells.add(effects.studies().label(i));
    for (double value : raw(effects, i)) {
      cells.add(ColumnNumbers.single(value));
    }
    if (effects.isEstimable(i)) {
      cells.add(format.number(effects.displayed(i)));
      cells.add(format.interval(effects.displayedInterval(i, LEVEL)));
      cells.add(format.standardError(effects.standardError(i)));
    } else {
      cells.addAll(List.of(EffectFormat.NOT_ESTIMABLE, Numbers.ABSENT, Numbers.ABSENT));
    }
    return cells;
  }

  private static List<Column> rawColumns(Effects effects) {
    if (effects instanceof BinaryEffects binary) {
      return arms(binary.arms().first(), binary.arms().second(), "events", "total");
    }
    if (effects instanceof ContinuousEffects means) {
      return arms(means.arms().first(), means.arms().second(), "mean", "SD", "n");
    }
    if (effects instanceof RateEffects rates) {
      return arms(rates.arms().first(), rates.arms().second(), "events", rates.timeUnit());
    }
    if (effects instanceof SingleRateEffects rates) {
      return List.of(Column.number("events"), Column.number(rates.timeUnit()));
    }
    return effects instanceof ProportionEffects
        ? List.of(Column.number("events"), Column.number("total"))
        : List.of();
  }

  private static List<Column> arms(String first, String second, String... names) {
    List<Column> columns = new ArrayList<>();
    for (String arm : List.of(first, second)) {
      for (String name : names) {
        columns.add(Column.number(name).in(arm));
      }
    }
    return columns;
  }

  private static double[] raw(Effects effects, int i) {
    if (effects instanceof BinaryEffects binary) {
      TwoByTwo t = binary.counts(i);
      return new double[] {t.events1(), t.total1(), t.events2(), t.total2()};
    }
    if (effects instanceof ContinuousEffects means) {
      ArmMeans a = means.means(i);
      return new double[] {a.mean1(), a.sd1(), a.n1(), a.mean2(), a.sd2(), a.n2()};
    }
    if (effects instanceof ProportionEffects p) {
      return new double[] {p.proportion(i).events(), p.proportion(i).total()};
    }
    if (effects instanceof RateEffects rates) {
      TwoRates r = rates.counts(i);
      return new double[] {r.events1(), r.time1(), r.events2(), r.time2()};
    }
    if (effects instanceof SingleRateEffects rates) {
      return new double[] {rates.rate(i).events(), rates.rate(i).time()};
    }
    assert effects instanceof ReportedEffects;
    return new double[0];
  }
}
