package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.Judgement;

/** What the circles and letters of an appraisal mean, drawn below a plot of it. */
final class AppraisalLegend {

  private static final double SMALL = 11.5;
  private static final double LINE = 16;
  private static final double RADIUS = 9;

  private final List<PictureMark> marks;
  private final double left;
  private final double right;
  private double y;

  AppraisalLegend(List<PictureMark> marks, double left, double right, double top) {
    this.marks = marks;
    this.left = left;
    this.right = right;
    this.y = top;
  }

  double bottom() {
    return y;
  }

  /** One entry a kind of answer, with its symbol. */
  static Map<String, AppraisalAnswer> entries(Instrument instrument) {
    Map<String, AppraisalAnswer> entries = new LinkedHashMap<>();
    if (!instrument.isScored()) {
      instrument.domains().get(0).answers().forEach(a -> entries.put(a.label(), a));
      return entries;
    }
    entries.put("all points of the item", plain(Judgement.LOW));
    boolean some =
        instrument.domains().stream()
            .flatMap(d -> d.answers().stream())
            .anyMatch(a -> a.judgement() == Judgement.SOME_CONCERNS);
    if (some) {
      entries.put("some of its points", plain(Judgement.SOME_CONCERNS));
    }
    entries.put("none of its points", plain(Judgement.HIGH));
    return entries;
  }

  private static AppraisalAnswer plain(Judgement judgement) {
    return new AppraisalAnswer("", "", judgement, 0, List.of());
  }

  void symbols(Instrument instrument, boolean gaps) {
    Map<String, AppraisalAnswer> entries = entries(instrument);
    if (gaps) {
      entries.put(
          "no answer", new AppraisalAnswer("", "\u2013", Judgement.NO_INFORMATION, 0, List.of()));
    }
    double x = left;
    for (Map.Entry<String, AppraisalAnswer> entry : entries.entrySet()) {
      double width = 2 * RADIUS + 6 + TextWidth.of(entry.getKey(), 13, false);
      if (x > left && x + width > right) {
        x = left;
        y += 2 * RADIUS + 6;
      }
      AppraisalAnswer answer = entry.getValue();
      marks.add(disc(x + RADIUS, y + RADIUS, RADIUS, answer, entry.getKey()));
      marks.add(text(x + 2 * RADIUS + 6, y + RADIUS, 13, false, Colours.INK, entry.getKey()));
      x += width + 20;
    }
    y += 2 * RADIUS + 10;
  }

  static PictureMark.Disc disc(
      double x, double y, double radius, AppraisalAnswer answer, String hover) {
    Judgement judgement = answer.judgement();
    return new PictureMark.Disc(
        x,
        y,
        radius,
        JudgementColours.fill(judgement),
        answer.symbol(),
        JudgementColours.ink(judgement),
        hover);
  }

  static PictureMark.Label text(
      double x, double y, double size, boolean bold, String colour, String text) {
    return new PictureMark.Label(x, y, PictureMark.Anchor.START, size, bold, colour, text);
  }

  /** Letters and names of the domains, in as many columns as fit. */
  void domains(Instrument instrument) {
    List<String> texts = instrument.domains().stream().map(AppraisalDomain::heading).toList();
    double widest = texts.stream().mapToDouble(t -> TextWidth.of(t, SMALL, false)).max().orElse(0);
    int columns = Math.max(1, (int) ((right - left + 24) / (widest + 24)));
    int rows = (texts.size() + columns - 1) / columns;
    for (int i = 0; i < texts.size(); i++) {
      double x = left + (i / rows) * (widest + 24);
      double at = y + (i % rows) * LINE + LINE / 2;
      marks.add(text(x, at, SMALL, false, Colours.INK, texts.get(i)));
    }
    y += rows * LINE + 6;
  }

  void notes(List<String> notes) {
    for (String note : notes) {
      for (String line : TextWrap.lines(note, right - left, SMALL, false)) {
        marks.add(text(left, y + LINE / 2, SMALL, false, Colours.QUIET, line));
        y += LINE;
      }
    }
  }

  static List<String> about(Appraisal appraisal) {
    Instrument instrument = appraisal.instrument();
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s (%s). Overall: %s."
            .formatted(instrument.name(), instrument.version(), instrument.ruleWords()));
    if (instrument.isScored() && instrument.hasOverall()) {
      notes.add("Beside the total: + high quality, \u00d7 low quality.");
    }
    return notes;
  }
}
