package org.copse.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.model.BackTransformed;
import org.copse.model.CommonAndRandomSubgroups;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.model.Subgroup;
import org.copse.model.SubgroupAnalysis;
import org.copse.model.UnpooledGroup;
import org.copse.report.Numbers;

/** Makes the rows and columns of a forest plot from a fit or a subgroup analysis. */
final class ForestBuilder {

  private static final int MOST_NOTES = 5;

  /** How the note on a cell that was computed begins. */
  private static final String COMPUTED = "Computed, not printed";

  private final Fit fit;
  private final Effects effects;
  private final Measure measure;
  private final ForestOptions options;
  private final ForestColumns raw;
  private final StyleColumns columns;
  private final StyleLines words;
  private final AxisLimits limits;
  private final List<ForestRow> rows = new ArrayList<>();

  private ForestBuilder(Fit fit, ForestOptions options) {
    this(fit, options, new AxisLimits(fit.measure().isRatio()));
  }

  /**
   * @param limits of the axis, perhaps of several outcomes together
   */
  ForestBuilder(Fit fit, ForestOptions options, AxisLimits limits) {
    this.limits = limits;
    this.fit = fit;
    this.effects = fit.effects();
    this.measure = effects.measure();
    this.options = options;
    this.raw = new ForestColumns(effects);
    this.columns = new StyleColumns(options, fit, raw.columns());
    this.words = new StyleLines(options.style(), options.second().isPresent());
  }

  static ForestModel of(Fit fit, ForestOptions options) {
    ForestBuilder builder = new ForestBuilder(fit, options);
    builder.studies(IntStream.range(0, fit.effects().size()).boxed().toList(), false);
    builder.rows.add(ForestRow.spacer());
    builder.overall();
    builder.words.overall(fit).forEach(builder::statistic);
    return builder.model("", List.of());
  }

  /** One of several outcomes: its studies under its name, its pooled effect, its statistics. */
  ForestModel outcome(String name) {
    rows.add(ForestRow.text(ForestRow.Kind.HEADING, name));
    studies(IntStream.range(0, effects.size()).boxed().toList(), true);
    overall();
    words.overall(fit).forEach(this::statistic);
    return model("", List.of());
  }

  /** Common and random effects of subgroups: both subtotals, both tests. */
  static ForestModel of(CommonAndRandomSubgroups both, ForestOptions options) {
    SubgroupAnalysis common = both.common();
    return of(both.random(), options.second(common.overall()), Optional.of(common));
  }

  static ForestModel of(SubgroupAnalysis analysis, ForestOptions options) {
    return of(analysis, options, Optional.empty());
  }

  private static ForestModel of(
      SubgroupAnalysis analysis, ForestOptions options, Optional<SubgroupAnalysis> second) {
    ForestBuilder builder = new ForestBuilder(analysis.overall(), options);
    for (Subgroup group : analysis.groups()) {
      builder.group(analysis.moderator(), group, second.flatMap(s -> s.fitOf(group.name())));
    }
    for (UnpooledGroup group : analysis.unpooled()) {
      builder.unpooled(analysis.moderator(), group);
    }
    builder.overall();
    builder.words.overall(analysis.overall()).forEach(builder::statistic);
    second.ifPresent(s -> builder.between(s, " (common effect)"));
    builder.between(analysis, second.isPresent() ? " (random effects)" : "");
    analysis
        .commonTau2()
        .ifPresent(t -> builder.statistic("Within subgroups: common " + FitLines.tau2(t)));
    List<String> notes =
        Stream.concat(
                analysis.notes().stream(),
                analysis.groups().stream().flatMap(g -> g.fit().notes().stream()))
            .distinct()
            .toList();
    return builder.model(analysis.moderator(), notes);
  }

  private void between(SubgroupAnalysis analysis, String model) {
    analysis.betweenGroups().ifPresent(q -> statistic(words.between(q, model)));
  }

  private void group(String moderator, Subgroup group, Optional<Fit> second) {
    rows.add(ForestRow.text(ForestRow.Kind.HEADING, words.heading(moderator, group.name())));
    studies(group.rows(), true);
    second.ifPresent(f -> pooled(ForestRow.Kind.SUBTOTAL, f, group.rows(), List.of(secondFit())));
    List<Fit> weighted = second.isPresent() ? List.of(fit) : columns.weighted();
    pooled(ForestRow.Kind.SUBTOTAL, group.fit(), group.rows(), weighted);
    events(group.rows());
    statistic(words.heterogeneity(group.fit()));
    rows.add(ForestRow.spacer());
  }

  private void unpooled(String moderator, UnpooledGroup group) {
    rows.add(ForestRow.text(ForestRow.Kind.HEADING, words.heading(moderator, group.name())));
    studies(group.rows(), true);
    statistic("Subtotal: not estimable");
    rows.add(ForestRow.spacer());
  }

  private void studies(List<Integer> indices, boolean indented) {
    for (int i : indices) {
      rows.add(study(i, indented));
    }
  }

  private ForestRow study(int i, boolean indented) {
    double estimate = effects.isEstimable(i) ? effects.displayed(i) : Double.NaN;
    Interval interval = effects.displayedInterval(i, fit.level());
    TextCell effect = options.effect(measure, estimate, interval);
    List<TextCell> cells =
        columns.cells(
            i,
            (indented ? "\u2002" : "") + effects.studies().label(i),
            raw.cells(i),
            columns.weighted().stream().map(f -> weight(f, i)).toList(),
            columns.effect(estimate, interval));
    Optional<ForestMark> mark = Optional.empty();
    if (!Double.isNaN(estimate)) {
      limits.interval(interval.lower(), interval.upper());
      mark =
          Optional.of(
              new ForestMark(
                  ForestMark.Shape.SQUARE,
                  estimate,
                  interval.lower(),
                  interval.upper(),
                  fit.weight(i)));
    }
    String hover =
        "%s: %s %s; %s%s"
            .formatted(
                effects.studies().label(i),
                measure.abbreviation(),
                effect.text(),
                raw.words(i),
                fit.hasWeights() ? "; weight " + Numbers.percent(fit.weight(i), 1) : "");
    return new ForestRow(ForestRow.Kind.STUDY, cells, mark, i, hover);
  }

  private TextCell weight(Fit of, int i) {
    boolean counts = effects.isEstimable(i) || of.weight(i) > 0;
    return counts ? columns.weight(of.weight(i)) : TextCell.of(Numbers.ABSENT);
  }

  private void overall() {
    List<Integer> all = IntStream.range(0, effects.size()).boxed().toList();
    options.second().ifPresent(f -> pooled(ForestRow.Kind.TOTAL, f, all, List.of(f)));
    pooled(ForestRow.Kind.TOTAL, fit, all, List.of(fit));
    events(all);
    if (options.prediction() && fit instanceof RandomEffectsResult random) {
      random.prediction().ifPresent(p -> prediction(random, p.method().label()));
    }
    if (options.distribution()) {
      PredictionShape.row(fit).ifPresent(rows::add);
    }
  }

  private Fit secondFit() {
    return options.second().orElseThrow();
  }

  /**
   * @param summed the fits whose weights are summed in the row
   */
  private void pooled(ForestRow.Kind kind, Fit pooled, List<Integer> indices, List<Fit> summed) {
    String name = words.pooled(pooled, kind == ForestRow.Kind.SUBTOTAL);
    BackTransformed shown = pooled.backTransformed();
    Interval interval = shown.interval();
    List<TextCell> weights = new ArrayList<>();
    for (Fit f : columns.weighted()) {
      double weight = indices.stream().mapToDouble(f::weight).sum();
      weights.add(summed.contains(f) ? columns.weight(weight) : TextCell.EMPTY);
    }
    TextCell effect = options.effect(measure, shown.estimate(), interval);
    List<TextCell> cells =
        columns.cells(
            name,
            columns.totals(raw.totals(indices)),
            weights,
            columns.effect(shown.estimate(), interval));
    limits.include(shown.estimate());
    limits.interval(interval.lower(), interval.upper());
    if (kind == ForestRow.Kind.TOTAL) {
      limits.include(interval.lower());
      limits.include(interval.upper());
    }
    Optional<ForestMark> mark = ForestMark.pooled(ForestMark.Shape.DIAMOND, shown);
    String hover = "%s: %s %s".formatted(name, measure.abbreviation(), effect.text());
    rows.add(new ForestRow(kind, cells, mark, -1, hover));
  }

  private void prediction(RandomEffectsResult random, String method) {
    Interval interval = random.backTransformedPrediction().orElseThrow();
    TextCell effect = options.effect(measure, interval);
    List<TextCell> cells =
        columns.cells(
            words.prediction(method),
            Collections.nCopies(raw.columns().size(), TextCell.EMPTY),
            Collections.nCopies(columns.weighted().size(), TextCell.EMPTY),
            columns.prediction(interval));
    limits.interval(interval.lower(), interval.upper());
    ForestMark mark =
        new ForestMark(
            ForestMark.Shape.BAR, Double.NaN, interval.lower(), interval.upper(), Double.NaN);
    String hover = cells.get(0).text() + ": " + effect.text();
    rows.add(new ForestRow(ForestRow.Kind.PREDICTION, cells, Optional.of(mark), -1, hover));
  }

  /** Review Manager's row of total events. */
  private void events(List<Integer> indices) {
    List<TextCell> sums = columns.events(raw.totals(indices));
    if (!sums.isEmpty()) {
      List<TextCell> cells = columns.cells("Total events", sums, List.of(), List.of());
      rows.add(new ForestRow(ForestRow.Kind.SUMS, cells, Optional.empty(), -1, "Total events"));
    }
  }

  private void statistic(String text) {
    rows.add(ForestRow.text(ForestRow.Kind.STATISTIC, text));
  }

  private ForestModel model(String moderator, List<String> groupNotes) {
    List<String> footnotes = new ArrayList<>();
    footnotes.add(String.join(" ", fit.methods()));
    options
        .second()
        .ifPresent(f -> footnotes.add(FitLines.name(f) + ": " + String.join(" ", f.methods())));
    List<String> notes = new ArrayList<>(fit.notes());
    groupNotes.stream().filter(n -> !notes.contains(n)).forEach(notes::add);
    footnotes.addAll(shortened(notes));
    return new ForestModel(
        options.title(),
        FitLines.sentence(fit),
        columns.columns(),
        rows,
        axis(limits, options, fit.effects()),
        withSecond(lines(fit)),
        options.favoursLeft(),
        options.favoursRight(),
        footnotes,
        ForestDataBuilder.of(fit, moderator),
        options.style(),
        columns.heading(),
        columns.axisTitle());
  }

  /**
   * As many notes as a plot can carry. What was left out or assumed of the fit comes first, how
   * cells were computed after it; the rest is counted and stands with the fit's own table.
   */
  private static List<String> shortened(List<String> notes) {
    if (notes.size() <= MOST_NOTES) {
      return notes;
    }
    List<String> first = new ArrayList<>(notes);
    first.sort(Comparator.comparing(note -> note.startsWith(COMPUTED)));
    first.subList(MOST_NOTES - 1, first.size()).clear();
    first.add("%s more notes: see the table of the fit.".formatted(notes.size() - first.size()));
    return first;
  }

  private List<ReferenceLine> withSecond(List<ReferenceLine> lines) {
    options
        .second()
        .ifPresent(
            f ->
                lines.add(
                    new ReferenceLine(ReferenceLine.Kind.SECOND, f.backTransformed().estimate())));
    return lines;
  }

  static TextColumn right(String header) {
    return new TextColumn(header, "", TextColumn.Align.END, TextColumn.Side.RIGHT);
  }

  static PlotAxis axis(AxisLimits limits, ForestOptions options, Effects effects) {
    Measure measure = effects.measure();
    if (measure.hasNullValue()) {
      limits.include(measure.nullValue());
    }
    double[] ends = options.limits().orElseGet(limits::limits);
    if (!measure.hasNullValue() && options.limits().isEmpty()) {
      ends =
          new double[] {Math.max(measure.lowest(), ends[0]), Math.min(measure.highest(), ends[1])};
    }
    List<AxisTick> ticks = Ticks.of(measure.isRatio(), ends[0], ends[1]);
    String label = options.label().orElse(effects.displayedLabel());
    return new PlotAxis(label, measure.isRatio(), ends[0], ends[1], false, ticks);
  }

  static List<ReferenceLine> lines(Fit fit) {
    List<ReferenceLine> lines = new ArrayList<>();
    if (fit.measure().hasNullValue()) {
      lines.add(new ReferenceLine(ReferenceLine.Kind.NULL, fit.measure().nullValue()));
    }
    lines.add(new ReferenceLine(ReferenceLine.Kind.POOLED, fit.backTransformed().estimate()));
    return lines;
  }
}
