package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.Judgement;
import org.copse.effect.DataProblem;
import org.copse.effect.StudyDataException;

/** Puts the appraisal of the studies beside a forest plot, letters and symbols explained below. */
final class RiskOfBiasColumns {

  private final ForestModel model;
  private final Appraisal appraisal;
  private final Instrument instrument;
  private final boolean whole;

  private RiskOfBiasColumns(ForestModel model, Appraisal appraisal) {
    this.model = model;
    this.appraisal = appraisal;
    this.instrument = appraisal.instrument();
    this.whole = instrument.isScored() || instrument.hasOverall();
  }

  static ForestModel add(ForestModel model, Appraisal appraisal) {
    return new RiskOfBiasColumns(model, appraisal).build();
  }

  private ForestModel build() {
    require();
    List<TextColumn> columns = new ArrayList<>(model.columns());
    for (AppraisalDomain domain : instrument.domains()) {
      columns.add(column(domain.letter()));
    }
    if (whole) {
      columns.add(column(instrument.isScored() ? "Total" : "Overall"));
    }
    List<String> footnotes = new ArrayList<>(model.footnotes());
    footnotes.add(legend());
    footnotes.addAll(appraisal.notes());
    return new ForestModel(
            model.title(),
            model.description(),
            columns,
            model.rows().stream().map(this::row).toList(),
            model.axis(),
            model.lines(),
            model.favoursLeft(),
            model.favoursRight(),
            footnotes,
            model.data())
        .as(model.style(), model.heading(), model.axisTitle());
  }

  private void require() {
    List<DataProblem> problems = new ArrayList<>();
    boolean any = false;
    for (ForestRow row : model.rows()) {
      if (row.kind() == ForestRow.Kind.STUDY && row.study() >= 0) {
        String label = model.data().studies().get(row.study()).label();
        any |= row.label().equals(label);
        if (appraisal.indexOf(label).isEmpty()) {
          problems.add(
              new DataProblem(
                  label,
                  row.study() + 1,
                  "study",
                  "study must be appraised with " + instrument.name(),
                  "not appraised",
                  "Appraise it, or write its label alike in both tables."));
        }
      }
    }
    if (!any) {
      throw new IllegalArgumentException(
          "Cannot show an appraisal: rows of the plot must be studies, was otherwise. Use the forest plot of a fit.");
    }
    StudyDataException.throwIfAny(problems);
  }

  private TextColumn column(String header) {
    String group = instrument.isScored() ? "Quality" : "Risk of bias";
    boolean plain = instrument.domains().stream().allMatch(d -> d.section().isEmpty());
    String over = plain ? group : instrument.name();
    return new TextColumn(header, over, TextColumn.Align.CENTRE, TextColumn.Side.RIGHT);
  }

  private ForestRow row(ForestRow row) {
    if (row.kind() != ForestRow.Kind.STUDY || row.study() < 0) {
      return row;
    }
    int study = appraisal.indexOf(model.data().studies().get(row.study()).label()).orElseThrow();
    List<TextCell> cells = new ArrayList<>(row.cells());
    while (cells.size() < model.columns().size()) {
      cells.add(TextCell.EMPTY);
    }
    for (int d = 0; d < instrument.domains().size(); d++) {
      cells.add(
          appraisal
              .answer(study, d)
              .map(a -> circle(a.symbol(), a.judgement()))
              .orElseGet(() -> circle("\u2013", Judgement.NO_INFORMATION)));
    }
    if (whole) {
      cells.add(overall(study));
    }
    String hover = row.hover() + "; " + instrument.name() + ": " + words(study);
    return new ForestRow(row.kind(), cells, row.mark(), row.study(), hover);
  }

  private static TextCell circle(String symbol, Judgement judgement) {
    return new TextCell(List.of(symbol), Optional.of(judgement));
  }

  private TextCell overall(int study) {
    Optional<Judgement> judgement = appraisal.overall(study).map(AppraisalAnswer::judgement);
    OptionalInt points = appraisal.points(study);
    if (instrument.isScored()) {
      String sum = points.isPresent() ? Integer.toString(points.getAsInt()) : "\u2013";
      return TextCell.of(judgement.map(j -> sum + " " + j.symbol()).orElse(sum));
    }
    return judgement
        .map(j -> circle(j.symbol(), j))
        .orElseGet(() -> circle("\u2013", Judgement.NO_INFORMATION));
  }

  private String words(int study) {
    List<String> words = new ArrayList<>();
    for (int d = 0; d < instrument.domains().size(); d++) {
      words.add(
          instrument.domains().get(d).letter()
              + " "
              + appraisal.answer(study, d).map(AppraisalAnswer::label).orElse("no answer"));
    }
    if (whole) {
      words.add("overall " + appraisal.overallText(study));
    }
    return String.join(", ", words);
  }

  /** Symbol and answer stay on one line. */
  private static String explained(AppraisalAnswer answer) {
    return (answer.symbol() + " " + answer.label().toLowerCase(Locale.ROOT)).replace(' ', '\u00a0');
  }

  private String legend() {
    String domains =
        instrument.domains().stream()
            .map(d -> d.section().isEmpty() ? d.heading() : d.heading() + " (" + d.section() + ")")
            .collect(Collectors.joining("; "));
    String symbols =
        instrument.isScored()
            ? "numbers are points of at most %s in all".formatted(instrument.maximum())
                + (instrument.hasOverall() ? ", + of high, \u00d7 of low quality" : "")
            : instrument.domains().get(0).answers().stream()
                .map(RiskOfBiasColumns::explained)
                .collect(Collectors.joining(", "));
    return "%s (%s): %s. Symbols: %s. Overall: %s."
        .formatted(
            instrument.name(), instrument.version(), domains, symbols, instrument.ruleWords())
        .replace("Symbols: numbers", "Numbers");
  }
}
