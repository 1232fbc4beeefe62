package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.bayes.BayesianFit;
import org.copse.bayes.Posterior;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.model.BackTransformed;
import org.copse.report.Numbers;

/** Forest plot of a Bayesian fit: study estimates drawn, shrinkage estimates beside them. */
final class BayesForestBuilder {

  private final BayesianFit fit;
  private final Effects effects;
  private final Measure measure;
  private final ForestOptions options;
  private final ForestColumns raw;
  private final AxisLimits limits;
  private final List<ForestRow> rows = new ArrayList<>();

  private BayesForestBuilder(BayesianFit fit, ForestOptions options) {
    this.fit = fit;
    this.effects = fit.effects();
    this.measure = effects.measure();
    this.options = options;
    this.raw = new ForestColumns(effects);
    this.limits = new AxisLimits(measure.isRatio());
  }

  static ForestModel of(BayesianFit fit, ForestOptions options) {
    BayesForestBuilder builder = new BayesForestBuilder(fit, options);
    for (int i = 0; i < fit.effects().size(); i++) {
      builder.rows.add(builder.study(i));
    }
    builder.rows.add(ForestRow.spacer());
    builder.mean();
    if (options.prediction()) {
      builder.newStudy();
    }
    builder.rows.add(ForestRow.text(ForestRow.Kind.STATISTIC, builder.heterogeneity()));
    return builder.model();
  }

  private ForestRow study(int i) {
    boolean estimable = effects.isEstimable(i);
    double estimate = estimable ? effects.displayed(i) : Double.NaN;
    Interval interval = effects.displayedInterval(i, fit.level());
    BackTransformed shrunk = fit.backTransformedShrinkage(i);
    TextCell own = options.effect(measure, estimate, interval);
    TextCell beside =
        estimable
            ? options.effect(measure, shrunk.estimate(), shrunk.interval())
            : TextCell.of(Numbers.ABSENT);
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.of(effects.studies().label(i)));
    cells.addAll(raw.cells(i));
    cells.add(TextCell.of(estimable ? Numbers.percent(fit.weight(i), 1) : Numbers.ABSENT));
    cells.add(own);
    cells.add(beside);
    Optional<ForestMark> mark = Optional.empty();
    if (estimable) {
      limits.interval(interval.lower(), interval.upper());
      mark = Optional.of(mark(ForestMark.Shape.SQUARE, estimate, interval, fit.weight(i)));
    }
    String hover =
        "%s: %s %s; shrunk %s; %s"
            .formatted(
                effects.studies().label(i),
                measure.abbreviation(),
                own.text(),
                beside.text(),
                raw.words(i));
    return new ForestRow(ForestRow.Kind.STUDY, cells, mark, i, hover);
  }

  private static ForestMark mark(
      ForestMark.Shape shape, double estimate, Interval interval, double weight) {
    return new ForestMark(shape, estimate, interval.lower(), interval.upper(), weight);
  }

  private void mean() {
    BackTransformed shown = fit.backTransformed();
    Interval interval = shown.interval();
    limits.include(shown.estimate());
    limits.interval(interval.lower(), interval.upper());
    limits.include(interval.lower());
    limits.include(interval.upper());
    TextCell weight = TextCell.of(Numbers.percent(100 - fit.priorWeight(), 1));
    List<Integer> all = IntStream.range(0, effects.size()).boxed().toList();
    summary(
        ForestRow.Kind.TOTAL,
        "Mean effect (posterior median)",
        raw.totals(all),
        weight,
        options.effect(measure, shown.estimate(), interval),
        mark(ForestMark.Shape.DIAMOND, shown.estimate(), interval, Double.NaN));
  }

  private void newStudy() {
    Interval interval = fit.backTransformedNewStudy().interval();
    limits.interval(interval.lower(), interval.upper());
    summary(
        ForestRow.Kind.PREDICTION,
        "New study (posterior predictive)",
        raw.columns().stream().map(column -> TextCell.EMPTY).toList(),
        TextCell.EMPTY,
        options.effect(measure, interval),
        mark(ForestMark.Shape.BAR, Double.NaN, interval, Double.NaN));
  }

  private void summary(
      ForestRow.Kind kind,
      String name,
      List<TextCell> totals,
      TextCell weight,
      TextCell effect,
      ForestMark mark) {
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.of(name));
    cells.addAll(totals);
    cells.add(weight);
    cells.add(TextCell.EMPTY);
    cells.add(effect);
    String hover = "%s: %s %s".formatted(name, measure.abbreviation(), effect.text());
    rows.add(new ForestRow(kind, cells, Optional.of(mark), -1, hover));
  }

  private String heterogeneity() {
    Posterior tau = fit.tau();
    Interval bounds = tau.interval();
    return "Heterogeneity: τ, median %s [%s; %s]; %s"
        .formatted(
            Numbers.significant(tau.median(), 3),
            Numbers.significant(bounds.lower(), 3),
            Numbers.significant(bounds.upper(), 3),
            fit.tauPrior());
  }

  private ForestModel model() {
    String level = Numbers.level(fit.level());
    List<TextColumn> columns = new ArrayList<>();
    columns.add(new TextColumn("Study", "", TextColumn.Align.START, TextColumn.Side.LEFT));
    columns.addAll(raw.columns());
    columns.add(ForestBuilder.right("Weight"));
    columns.add(ForestBuilder.right(options.effectHeader(measure, fit.level())));
    columns.add(ForestBuilder.right("Posterior [%s CrI]".formatted(level)));
    List<String> footnotes = new ArrayList<>();
    footnotes.add(String.join(" ", fit.methods()));
    footnotes.addAll(fit.notes());
    List<ReferenceLine> lines = new ArrayList<>();
    if (measure.hasNullValue()) {
      lines.add(new ReferenceLine(ReferenceLine.Kind.NULL, measure.nullValue()));
    }
    double mean = fit.backTransformed().estimate();
    lines.add(new ReferenceLine(ReferenceLine.Kind.POOLED, mean));
    return new ForestModel(
            options.title(),
            "%s of %s studies, %s.".formatted(measure.label(), fit.k(), fit),
            columns,
            rows,
            ForestBuilder.axis(limits, options, fit.effects()),
            lines,
            options.favoursLeft(),
            options.favoursRight(),
            footnotes,
            data())
        .in(options.style());
  }

  private ForestData data() {
    List<ForestData.Study> studies = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      studies.add(
          new ForestData.Study(
              effects.studies().label(i),
              effects.estimate(i),
              effects.variance(i),
              fit.weight(i),
              effects.studies().year(i),
              "",
              raw.raw(i)));
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", fit.model());
    settings.put("level", Double.toString(fit.level()));
    settings.put("tauPrior", fit.tauPrior().label());
    settings.put("effectPrior", fit.effectPrior());
    return new ForestData(measure.name(), measure.scale().name(), settings, studies);
  }
}
