package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.model.Fit;

/** Puts the forest plots of several outcomes under each other on one axis. */
final class OutcomesBuilder {

  private OutcomesBuilder() {}

  static ForestModel of(ForestOutcomes outcomes, ForestOptions options) {
    Fit first = outcomes.fits().values().iterator().next();
    AxisLimits limits = new AxisLimits(first.measure().isRatio());
    List<ForestRow> rows = new ArrayList<>();
    List<ForestData.Study> studies = new ArrayList<>();
    Map<String, List<String>> notes = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    ForestModel last = null;
    for (Map.Entry<String, Fit> outcome : outcomes.fits().entrySet()) {
      ForestModel one =
          new ForestBuilder(outcome.getValue(), options, limits).outcome(outcome.getKey());
      if (!rows.isEmpty()) {
        rows.add(ForestRow.spacer());
      }
      int before = studies.size();
      one.rows().forEach(row -> rows.add(moved(row, before)));
      one.data().studies().forEach(s -> studies.add(grouped(s, outcome.getKey())));
      words.add(outcome.getKey() + ": " + one.description());
      one.footnotes()
          .forEach(n -> notes.computeIfAbsent(n, k -> new ArrayList<>()).add(outcome.getKey()));
      last = one;
    }
    ForestData data = last.data();
    return new ForestModel(
        options.title(),
        String.join(" ", words),
        last.columns(),
        rows,
        ForestBuilder.axis(limits, options, first.effects()),
        lines(first),
        options.favoursLeft(),
        options.favoursRight(),
        footnotes(notes, outcomes.fits().size()),
        new ForestData(data.measure(), data.scale(), data.settings(), studies),
        last.style(),
        last.heading(),
        last.axisTitle());
  }

  /** A note that holds for some outcomes names them. */
  private static List<String> footnotes(Map<String, List<String>> notes, int outcomes) {
    List<String> lines = new ArrayList<>();
    notes.forEach(
        (note, names) ->
            lines.add(names.size() == outcomes ? note : String.join(", ", names) + ": " + note));
    return lines;
  }

  /** No effect alone: each outcome has a pooled effect of its own. */
  private static List<ReferenceLine> lines(Fit fit) {
    return ForestBuilder.lines(fit).stream()
        .filter(line -> line.kind() == ReferenceLine.Kind.NULL)
        .toList();
  }

  private static ForestRow moved(ForestRow row, int before) {
    int study = row.study() < 0 ? -1 : row.study() + before;
    return new ForestRow(row.kind(), row.cells(), row.mark(), study, row.hover());
  }

  private static ForestData.Study grouped(ForestData.Study study, String outcome) {
    return new ForestData.Study(
        study.label(),
        study.estimate(),
        study.variance(),
        study.weight(),
        study.year(),
        outcome,
        study.raw());
  }
}
