package org.copse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.RawColumn;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventData;
import org.copse.model.AdverseEventResult;
import org.copse.model.AdverseEventRows;
import org.copse.model.BackTransformed;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.model.StudyLeftOut;
import org.copse.model.ZeroCellMethod;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Adverse events as the tables that reviews print: pooled results, rare-event methods, gaps. */
public final class AdverseEventReport {

  private AdverseEventReport() {}

  /**
   * All tables of an analysis that have rows.
   *
   * @param analysis the analysis
   * @return the pooled results; the methods for zero cells; the studies left out
   */
  public static List<ReportTable> all(AdverseEventAnalysis analysis) {
    List<ReportTable> tables = new ArrayList<>(List.of(of(analysis)));
    for (ReportTable table : List.of(zeroCells(analysis), leftOut(analysis))) {
      if (!table.rows().isEmpty()) {
        tables.add(table);
      }
    }
    return tables;
  }

  /**
   * The pooled results, one row an event: studies, counts, I², p of heterogeneity, model, effect,
   * test.
   *
   * @param analysis the analysis
   * @return the table, methods and notes below
   */
  public static ReportTable of(AdverseEventAnalysis analysis) {
    String effect =
        "%s [%s CI]".formatted(analysis.measure().abbreviation(), Numbers.level(analysis.level()));
    List<Column> columns = new ArrayList<>(List.of(Column.text("Event"), Column.number("k")));
    List<RawColumn> raw = analysis.anyEffects().map(Effects::rawColumns).orElse(List.of());
    raw.forEach(c -> columns.add(Column.number(c.header()).in(c.arm())));
    columns.add(Column.number("I²"));
    columns.add(Column.number("p (het.)"));
    columns.add(Column.text("Model"));
    columns.add(Column.number(effect));
    boolean tested = analysis.measure().hasNullValue();
    if (tested) {
      columns.add(Column.number("Test"));
      columns.add(Column.number("p"));
    }
    ReportTable.Builder table = ReportTable.of(caption(analysis), columns.toArray(Column[]::new));
    EffectFormat format = format(analysis.results().stream().map(AdverseEventResult::fit).toList());
    for (Map.Entry<String, List<AdverseEventResult>> grade : analysis.byGrade().entrySet()) {
      heading(table, grade.getKey(), columns.size());
      for (AdverseEventResult result : grade.getValue()) {
        table.row(Kind.BODY, row(result, raw.size(), format, tested));
      }
    }
    return table
        .notes(List.of(String.join(" ", analysis.methods())))
        .notes(analysis.notes())
        .build();
  }

  private static String caption(AdverseEventAnalysis analysis) {
    return "Adverse events, %s, event by event"
        .formatted(Names.withinSentence(analysis.measure().label()));
  }

  private static void heading(ReportTable.Builder table, String text, int columns) {
    if (!text.isEmpty()) {
      List<String> cells = new ArrayList<>(List.of(text));
      IntStream.range(1, columns).forEach(i -> cells.add(""));
      table.row(Kind.HEADING, cells);
    }
  }

  private static EffectFormat format(List<Optional<Fit>> fits) {
    List<Interval> intervals =
        fits.stream().flatMap(Optional::stream).map(f -> f.backTransformed().interval()).toList();
    return EffectFormat.of(intervals, 2);
  }

  private static List<String> row(
      AdverseEventResult result, int raw, EffectFormat format, boolean tested) {
    List<String> cells = new ArrayList<>();
    cells.add(result.event());
    cells.add(Integer.toString(result.k()));
    for (int j = 0; j < raw; j++) {
      cells.add(result.k() > 0 ? Numbers.count(result.sum(j)) : Numbers.ABSENT);
    }
    if (result.fit().isEmpty()) {
      cells.addAll(List.of(Numbers.ABSENT, Numbers.ABSENT, Numbers.ABSENT));
      cells.add(EffectFormat.NOT_ESTIMABLE);
      cells.addAll(tested ? List.of(Numbers.ABSENT, Numbers.ABSENT) : List.of());
      return cells;
    }
    Fit fit = result.fit().get();
    boolean one = fit.k() < 2;
    cells.add(one ? Numbers.ABSENT : Numbers.percent(iSquared(fit), 1));
    cells.add(one ? Numbers.ABSENT : Numbers.p(fit.heterogeneity().p()));
    cells.add(result.model().label());
    cells.add(effect(fit, format));
    if (tested) {
      cells.add(statistic(fit.test()));
      cells.add(Numbers.p(fit.test().p()));
    }
    return cells;
  }

  private static double iSquared(Fit fit) {
    return fit instanceof RandomEffectsResult random
        ? random.iSquared()
        : fit.heterogeneity().iSquared();
  }

  private static String effect(Fit fit, EffectFormat format) {
    BackTransformed shown = fit.backTransformed();
    return format.effect(shown.estimate(), shown.interval());
  }

  private static String statistic(EffectTest test) {
    return Double.isFinite(test.statistic())
        ? "%s = %s".formatted(test.symbol(), Numbers.fixed(test.statistic(), 2))
        : Numbers.ABSENT;
  }

  /**
   * Methods for rare events beside the model, of the events that have a zero cell.
   *
   * @param analysis the analysis
   * @return one row an event and method, of no rows where no cell is zero
   */
  public static ReportTable zeroCells(AdverseEventAnalysis analysis) {
    ReportTable.Builder table =
        ReportTable.of(
            "Events with zero cells: the model beside methods on the counts as they are",
            Column.text("Event"),
            Column.text("Method"),
            Column.text("Measure"),
            Column.number("Estimate [%s CI]".formatted(Numbers.level(analysis.level()))),
            Column.number("p"),
            Column.text("Zero cells"));
    List<Optional<Fit>> fits = new ArrayList<>();
    for (AdverseEventResult result : analysis.results()) {
      fits.add(result.fit());
      result.zeroCellMethods().forEach(m -> fits.add(m.fit()));
    }
    EffectFormat format = format(fits);
    for (AdverseEventResult result : analysis.results()) {
      if (!result.zeroCellMethods().isEmpty()) {
        zeroCells(table, analysis.label(result), result, format);
      }
    }
    return table.notes(advice(analysis)).build();
  }

  /** What the methods say of themselves, such as that Peto's is biased for large effects. */
  private static List<String> advice(AdverseEventAnalysis analysis) {
    Map<String, List<String>> events = new LinkedHashMap<>();
    for (AdverseEventResult result : analysis.results()) {
      for (ZeroCellMethod method : result.zeroCellMethods()) {
        List<String> notes = method.fit().map(Fit::notes).orElse(List.of());
        List<String> data = result.effects().map(Effects::notes).orElse(List.of());
        notes.stream()
            .filter(n -> !data.contains(n) && !result.notes().contains(n))
            .forEach(
                n ->
                    events
                        .computeIfAbsent(method.method().label() + ": " + n, k -> new ArrayList<>())
                        .add(analysis.label(result)));
      }
    }
    return events.entrySet().stream()
        .map(e -> "%s (%s)".formatted(e.getKey(), String.join(", ", e.getValue())))
        .toList();
  }

  private static void zeroCells(
      ReportTable.Builder table, String label, AdverseEventResult result, EffectFormat format) {
    result
        .fit()
        .ifPresent(
            f ->
                table.row(
                    label,
                    result.model().label() + " (the model)",
                    f.measure().label(),
                    effect(f, format),
                    p(f),
                    zeroStudies(result)));
    List<ZeroCellMethod> methods = result.zeroCellMethods();
    if (methods.size() > 1 && methods.stream().allMatch(m -> m.fit().isEmpty())) {
      noneWorks(table, label, methods);
      return;
    }
    for (ZeroCellMethod method : methods) {
      String shown = method.fit().map(f -> effect(f, format)).orElse(EffectFormat.NOT_ESTIMABLE);
      table.row(
          label,
          method.method().label(),
          method.measure().label(),
          shown,
          method.fit().map(AdverseEventReport::p).orElse(Numbers.ABSENT),
          method.fit().isPresent() ? "as they are" : method.reason());
    }
  }

  /** Where no method gives an estimate, such as without an event in either arm, one row says so. */
  private static void noneWorks(
      ReportTable.Builder table, String label, List<ZeroCellMethod> methods) {
    table.row(
        label,
        String.join(", ", methods.stream().map(m -> m.method().label()).distinct().toList()),
        String.join(", ", methods.stream().map(m -> m.measure().label()).distinct().toList()),
        EffectFormat.NOT_ESTIMABLE,
        Numbers.ABSENT,
        methods.get(0).reason());
  }

  private static String zeroStudies(AdverseEventResult result) {
    int studies = result.zeroCellStudies();
    return studies == 1 ? "in 1 study" : "in %s studies".formatted(studies);
  }

  private static String p(Fit fit) {
    return fit.measure().hasNullValue() ? Numbers.p(fit.test().p()) : Numbers.ABSENT;
  }

  /**
   * The studies left out of each event, with the reason.
   *
   * @param analysis the analysis
   * @return one row an event and reason, of no rows where every study counts everywhere
   */
  public static ReportTable leftOut(AdverseEventAnalysis analysis) {
    ReportTable.Builder table =
        ReportTable.of(
            "Studies left out",
            Column.text("Event"),
            Column.number("Studies"),
            Column.text("Reason"),
            Column.text("Which"));
    for (AdverseEventResult result : analysis.results()) {
      List<String> reasons =
          result.leftOut().stream().map(StudyLeftOut::reason).distinct().toList();
      for (String reason : reasons) {
        List<String> studies =
            result.leftOut().stream()
                .filter(s -> s.reason().equals(reason))
                .map(StudyLeftOut::study)
                .toList();
        table.row(
            analysis.label(result),
            Integer.toString(studies.size()),
            reason,
            String.join("; ", studies));
      }
    }
    return table.build();
  }

  /**
   * The table of events and studies before pooling: counts of every cell, empty cells visible.
   *
   * @param data the events
   * @return one row an event and grade, one column a study
   */
  public static ReportTable of(AdverseEventData data) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Event")));
    data.studies().forEach(s -> columns.add(Column.number(s)));
    ReportTable.Builder table =
        ReportTable.of("Adverse events by study", columns.toArray(Column[]::new));
    for (AdverseEventRows rows : data.events()) {
      List<String> cells = new ArrayList<>(List.of(rows.label()));
      data.studies().forEach(s -> cells.add(cell(rows, s)));
      table.row(Kind.BODY, cells);
    }
    return table
        .notes(
            List.of(
                "Events/patients, the two arms separated by a bar; %s where a count is missing."
                    .formatted(Numbers.ABSENT)))
        .notes(data.notes())
        .build();
  }

  private static String cell(AdverseEventRows rows, String study) {
    Effects effects = rows.effects().orElse(null);
    int i = effects == null ? -1 : effects.studies().labels().indexOf(study);
    if (i < 0) {
      boolean empty = rows.incomplete().stream().anyMatch(s -> s.study().equals(study));
      return empty ? Numbers.ABSENT : "";
    }
    String first = share(effects, i, 0);
    return effects.rawColumns().size() < 4 ? first : first + " | " + share(effects, i, 2);
  }

  private static String share(Effects effects, int study, int column) {
    return Numbers.count(effects.raw(study, column))
        + "/"
        + Numbers.count(effects.raw(study, column + 1));
  }
}
