package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.RawColumn;
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
    for (RawColumn raw : effects.rawColumns()) {
      columns.add(Column.number(raw.header()).in(raw.arm()));
    }
    columns.add(Column.number(effects.measure().abbreviation()));
    columns.add(Column.number(Numbers.level(LEVEL) + " CI"));
    columns.add(Column.number(effects.measure().isRatio() ? "SE (log)" : "SE"));
    ReportTable.Builder table =
        ReportTable.of(
            "%s, %s studies".formatted(effects.measure().label(), effects.size()),
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
    for (int j = 0; j < effects.rawColumns().size(); j++) {
      cells.add(ColumnNumbers.single(effects.raw(i, j)));
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
}
