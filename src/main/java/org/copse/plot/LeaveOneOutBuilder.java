package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.Measure;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.Numbers;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.Omission;

/** Makes the rows of a leave-one-out forest plot: the pooled effect without each study in turn. */
final class LeaveOneOutBuilder {

  private final Fit full;
  private final Measure measure;
  private final ForestOptions options;
  private final AxisLimits limits;
  private final List<ForestRow> rows = new ArrayList<>();

  private LeaveOneOutBuilder(LeaveOneOut result, ForestOptions options) {
    this.full = result.full();
    this.measure = full.measure();
    this.options = options;
    this.limits = new AxisLimits(measure.isRatio());
  }

  static ForestModel of(LeaveOneOut result, ForestOptions options) {
    LeaveOneOutBuilder builder = new LeaveOneOutBuilder(result, options);
    for (Omission omission : result.omissions()) {
      builder.row(
          ForestRow.Kind.STUDY, "Omitting " + omission.study(), omission.fit(), omission.row());
    }
    builder.rows.add(ForestRow.spacer());
    builder.row(ForestRow.Kind.TOTAL, "All studies", builder.full, -1);
    return builder.model();
  }

  private void row(ForestRow.Kind kind, String label, Fit fit, int study) {
    BackTransformed shown = fit.backTransformed();
    TextCell effect = options.effect(measure, shown.estimate(), shown.interval());
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.of(label));
    cells.add(effect);
    if (measure.hasNullValue()) {
      cells.add(TextCell.of(Numbers.p(fit.test().p())));
    }
    if (fit instanceof RandomEffectsResult random) {
      cells.add(TextCell.of(Numbers.significant(random.tau2(), 4)));
      cells.add(TextCell.of(Numbers.percent(random.iSquared(), 1)));
    } else {
      cells.add(TextCell.of(Numbers.percent(fit.heterogeneity().iSquared(), 1)));
    }
    limits.include(shown.interval().lower());
    limits.include(shown.interval().upper());
    ForestMark.Shape shape =
        kind == ForestRow.Kind.TOTAL ? ForestMark.Shape.DIAMOND : ForestMark.Shape.SQUARE;
    Optional<ForestMark> mark = ForestMark.pooled(shape, shown);
    String hover = "%s: %s %s".formatted(label, measure.abbreviation(), effect.text());
    rows.add(new ForestRow(kind, cells, mark, study, hover));
  }

  private ForestModel model() {
    List<TextColumn> columns = new ArrayList<>();
    columns.add(new TextColumn("Study", "", TextColumn.Align.START, TextColumn.Side.LEFT));
    columns.add(ForestBuilder.right(options.effectHeader(measure, full.level())));
    if (measure.hasNullValue()) {
      columns.add(ForestBuilder.right("p"));
    }
    if (full instanceof RandomEffectsResult) {
      columns.add(ForestBuilder.right("τ²"));
    }
    columns.add(ForestBuilder.right("I²"));
    List<String> footnotes = new ArrayList<>();
    footnotes.add("Each row is the pooled effect without one study.");
    footnotes.add(String.join(" ", full.methods()));
    full.notes().forEach(footnotes::add);
    return new ForestModel(
            options.title(),
            "Leave-one-out. " + FitLines.sentence(full),
            columns,
            rows,
            ForestBuilder.axis(limits, options, full.effects()),
            ForestBuilder.lines(full),
            options.favoursLeft(),
            options.favoursRight(),
            footnotes,
            ForestDataBuilder.of(full, ""))
        .in(options.style());
  }
}
