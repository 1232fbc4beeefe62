package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.effect.Interval;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.OverlapFit;
import org.copse.sensitivity.OverlapHandling;
import org.copse.sensitivity.OverlapStep;

/** Rows that share patients, every handling side by side. */
public final class OverlapReport {

  private OverlapReport() {}

  /**
   * All handlings, then the sweep over the correlation.
   *
   * @param analysis the analysis
   * @return one row a handling; methods and notes below
   */
  public static ReportTable of(OverlapAnalysis analysis) {
    List<OverlapHandling> steps = analysis.sweep().stream().map(OverlapStep::handling).toList();
    List<Interval> intervals =
        Stream.concat(analysis.handlings().stream(), steps.stream())
            .flatMap(h -> h.common().stream())
            .map(OverlapFit::displayedInterval)
            .toList();
    EffectFormat format = EffectFormat.of(intervals, 3);
    OverlapFit first = analysis.independent().common().orElseThrow();
    String effect =
        "%s [%s CI]"
            .formatted(first.measure().abbreviation(), Numbers.level(first.interval().level()));
    ReportTable.Builder table =
        ReportTable.of(
            first.measure().label() + ", rows that share patients",
            Column.text("Handling"),
            Column.number("Rows"),
            Column.number(effect).in("Common effect"),
            Column.number("p").in("Common effect"),
            Column.number(effect).in("Random effects"),
            Column.number("p").in("Random effects"),
            Column.number("τ²").in("Random effects"),
            Column.number(effect).in("Weights as if independent"),
            Column.number("p").in("Weights as if independent"));
    analysis.handlings().forEach(h -> table.row(Kind.BODY, row(h, format)));
    table.row(Kind.HEADING, List.of("Sweep over the correlation", "", "", "", "", "", "", "", ""));
    steps.forEach(h -> table.row(Kind.BODY, row(h, format)));
    return table.notes(analysis.methods()).notes(analysis.notes()).build();
  }

  private static List<String> row(OverlapHandling handling, EffectFormat format) {
    List<String> cells = new ArrayList<>();
    cells.add(handling.name());
    cells.add(
        handling
            .common()
            .map(f -> Integer.toString(f.k()))
            .orElse(Integer.toString(handling.rows().size())));
    cells.addAll(effect(handling.common(), format));
    cells.addAll(effect(handling.random(), format));
    cells.add(
        handling
            .random()
            .map(f -> Numbers.significant(f.tau2().orElse(Double.NaN), 4))
            .orElse(Numbers.ABSENT));
    cells.addAll(effect(handling.plainWeights(), format));
    return cells;
  }

  private static List<String> effect(Optional<OverlapFit> fit, EffectFormat format) {
    return fit.map(
            f ->
                List.of(
                    format.effect(f.displayed(), f.displayedInterval()),
                    f.measure().hasNullValue() ? Numbers.p(f.p()) : Numbers.ABSENT))
        .orElse(List.of(Numbers.ABSENT, Numbers.ABSENT));
  }
}
