package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.RawColumn;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventResult;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.Numbers;

/**
 * Makes the summary forest plot of adverse events: one pooled row an event, grades under headings.
 */
final class AdverseEventBuilder {

  private final AdverseEventAnalysis analysis;
  private final Effects effects;
  private final Measure measure;
  private final ForestOptions options;
  private final List<RawColumn> raw;
  private final AxisLimits limits;
  private final List<ForestRow> rows = new ArrayList<>();

  private AdverseEventBuilder(AdverseEventAnalysis analysis, ForestOptions options) {
    this.analysis = analysis;
    this.effects = analysis.anyEffects().orElseThrow(() -> nothing(analysis));
    this.measure = analysis.measure();
    this.options = options;
    this.raw = effects.rawColumns();
    this.limits = new AxisLimits(measure.isRatio());
  }

  private static IllegalArgumentException nothing(AdverseEventAnalysis analysis) {
    return new IllegalArgumentException(
        "Cannot draw adverse events: at least 1 event must have a complete study, was 0 of %s. Fill in its cells."
            .formatted(analysis.results().size()));
  }

  static ForestModel of(AdverseEventAnalysis analysis, ForestOptions options) {
    AdverseEventBuilder builder = new AdverseEventBuilder(analysis, options);
    Map<String, List<AdverseEventResult>> grades = analysis.byGrade();
    for (Map.Entry<String, List<AdverseEventResult>> grade : grades.entrySet()) {
      if (!builder.rows.isEmpty()) {
        builder.rows.add(ForestRow.spacer());
      }
      if (!grade.getKey().isEmpty()) {
        builder.rows.add(ForestRow.text(ForestRow.Kind.HEADING, grade.getKey()));
      }
      grade.getValue().forEach(result -> builder.row(result, !grade.getKey().isEmpty()));
    }
    return builder.model();
  }

  private void row(AdverseEventResult result, boolean indented) {
    Optional<BackTransformed> shown = result.fit().map(Fit::backTransformed);
    TextCell effect =
        shown
            .map(s -> options.effect(measure, s.estimate(), s.interval()))
            .orElse(TextCell.of("not estimable"));
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.of((indented ? "\u2002" : "") + result.event()));
    cells.add(TextCell.of(Integer.toString(result.k())));
    for (int j = 0; j < raw.size(); j++) {
      cells.add(TextCell.of(result.k() > 0 ? Numbers.count(result.sum(j)) : Numbers.ABSENT));
    }
    cells.add(TextCell.of(result.fit().map(AdverseEventBuilder::iSquared).orElse(Numbers.ABSENT)));
    cells.add(effect);
    shown.ifPresent(
        s -> {
          limits.interval(s.interval().lower(), s.interval().upper());
          limits.include(s.estimate());
        });
    Optional<ForestMark> mark = shown.flatMap(s -> ForestMark.pooled(ForestMark.Shape.DIAMOND, s));
    rows.add(new ForestRow(ForestRow.Kind.STUDY, cells, mark, -1, hover(result, effect)));
  }

  private static String iSquared(Fit fit) {
    if (fit.k() < 2) {
      return Numbers.ABSENT;
    }
    double percent =
        fit instanceof RandomEffectsResult random
            ? random.iSquared()
            : fit.heterogeneity().iSquared();
    return Numbers.percent(percent, 1);
  }

  private String hover(AdverseEventResult result, TextCell effect) {
    return "%s: %s %s, %s %s%s"
        .formatted(
            result.label(),
            measure.abbreviation(),
            effect.text(),
            result.k(),
            result.k() == 1 ? "study" : "studies",
            result.fit().isPresent() ? ", " + result.model().label() : "; " + result.reason());
  }

  private ForestModel model() {
    List<TextColumn> columns = new ArrayList<>();
    columns.add(new TextColumn("Event", "", TextColumn.Align.START, TextColumn.Side.LEFT));
    columns.add(left("Studies", ""));
    raw.forEach(c -> columns.add(left(ForestColumns.capital(c.header()), c.arm())));
    columns.add(ForestBuilder.right("I²"));
    columns.add(ForestBuilder.right(options.effectHeader(measure, analysis.level())));
    List<ReferenceLine> lines = new ArrayList<>();
    if (measure.hasNullValue()) {
      lines.add(new ReferenceLine(ReferenceLine.Kind.NULL, measure.nullValue()));
    }
    List<String> footnotes = new ArrayList<>();
    footnotes.add("Each row is the pooled result of one event. " + methods());
    footnotes.addAll(analysis.notes());
    return new ForestModel(
            options.title(),
            description(),
            columns,
            rows,
            ForestBuilder.axis(limits, options, effects),
            lines,
            options.favoursLeft(),
            options.favoursRight(),
            footnotes,
            data())
        .in(options.style());
  }

  private String methods() {
    return String.join(" ", analysis.methods().subList(1, analysis.methods().size()));
  }

  private static TextColumn left(String header, String group) {
    return new TextColumn(header, group, TextColumn.Align.END, TextColumn.Side.LEFT);
  }

  private String description() {
    List<String> words =
        analysis.results().stream()
            .map(
                r ->
                    r.label()
                        + " "
                        + r.fit()
                            .map(f -> Numbers.fixed(f.backTransformed().estimate(), 2))
                            .orElse("not estimable"))
            .toList();
    return "%s of %s adverse events: %s."
        .formatted(measure.label(), words.size(), String.join(", ", words));
  }

  private ForestData data() {
    List<ForestData.Study> pooled = new ArrayList<>();
    for (AdverseEventResult result : analysis.results()) {
      Map<String, Double> counts = new LinkedHashMap<>();
      counts.put("k", (double) result.k());
      IntStream.range(0, raw.size()).forEach(j -> counts.put(raw.get(j).name(), result.sum(j)));
      double error = result.fit().map(Fit::standardError).orElse(Double.NaN);
      pooled.add(
          new ForestData.Study(
              result.label(),
              result.fit().map(Fit::estimate).orElse(Double.NaN),
              error * error,
              Double.NaN,
              Double.NaN,
              result.grade(),
              counts));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", analysis.model().label());
    settings.put("level", Double.toString(analysis.level()));
    return new ForestData(measure.name(), measure.scale().name(), settings, pooled);
  }
}
