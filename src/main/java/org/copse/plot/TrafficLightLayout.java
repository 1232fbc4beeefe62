package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.Judgement;

/** Places the circles of a traffic-light plot. */
final class TrafficLightLayout {

  private static final double PAD = 14;
  private static final double ROW = 27;
  private static final double CELL = 33;
  private static final double RADIUS = 10.5;
  private static final double LABEL_MAX = 330;
  private static final double SECTION_GAP = 14;
  private static final double WIDTH_MIN = 460;
  private static final String RULE = "#dddddd";

  private final Appraisal appraisal;
  private final Instrument instrument;
  private final List<PictureMark> marks = new ArrayList<>();
  private final double[] centres;
  private final double labels;
  private final double end;
  private final double width;

  private TrafficLightLayout(Appraisal appraisal) {
    this.appraisal = appraisal;
    this.instrument = appraisal.instrument();
    this.labels =
        Math.min(
            LABEL_MAX,
            appraisal.labels().stream()
                .mapToDouble(l -> TextWidth.of(l, 13, false))
                .reduce(TextWidth.of("Study", 13, true), Math::max));
    this.centres = new double[instrument.domains().size()];
    double x = PAD + labels + 14;
    for (int d = 0; d < centres.length; d++) {
      if (d > 0 && !section(d).equals(section(d - 1))) {
        x += SECTION_GAP;
      }
      centres[d] = x + CELL / 2;
      x += CELL;
    }
    boolean whole = instrument.isScored() || instrument.hasOverall();
    this.end = whole ? x + SECTION_GAP + 66 : x;
    this.width = Math.max(WIDTH_MIN, end + PAD);
  }

  static Picture of(Appraisal appraisal, String title) {
    return new TrafficLightLayout(appraisal).build(title);
  }

  private String section(int domain) {
    return instrument.domains().get(domain).section();
  }

  private Picture build(String title) {
    double y = PAD;
    if (!title.isBlank()) {
      for (String line : TextWrap.lines(title, width - 2 * PAD, ForestLayout.TITLE, true)) {
        marks.add(AppraisalLegend.text(PAD, y + 9, ForestLayout.TITLE, true, Colours.INK, line));
        y += 20;
      }
      y += 6;
    }
    y = header(y);
    for (int i = 0; i < appraisal.size(); i++) {
      y = row(i, y);
    }
    AppraisalLegend legend = new AppraisalLegend(marks, PAD, width - PAD, y + 12);
    boolean gaps =
        IntStream.range(0, appraisal.size())
            .anyMatch(i -> IntStream.range(0, centres.length).anyMatch(d -> missing(i, d)));
    legend.symbols(instrument, gaps || open());
    legend.domains(instrument);
    List<String> notes = AppraisalLegend.about(appraisal);
    notes.addAll(appraisal.notes());
    legend.notes(notes);
    String name = title.isBlank() ? "Appraisal by " + instrument.name() : title;
    return new Picture(name, describe(), width, legend.bottom() + PAD, marks);
  }

  private boolean missing(int study, int domain) {
    return appraisal.answer(study, domain).isEmpty();
  }

  private boolean open() {
    return !instrument.isScored()
        && instrument.hasOverall()
        && IntStream.range(0, appraisal.size()).anyMatch(i -> appraisal.overall(i).isEmpty());
  }

  private double header(double top) {
    double y = top;
    boolean sections = instrument.domains().stream().anyMatch(d -> !d.section().isEmpty());
    if (sections) {
      sections(y + 9);
      y += 24;
    }
    marks.add(AppraisalLegend.text(PAD, y + 10, 13, true, Colours.INK, "Study"));
    for (int d = 0; d < centres.length; d++) {
      centred(centres[d], y + 10, instrument.domains().get(d).letter());
    }
    if (instrument.isScored()) {
      centred(end - 33, y + 10, "Total");
    } else if (instrument.hasOverall()) {
      centred(end - 33, y + 10, "Overall");
    }
    y += 22;
    marks.add(new PictureMark.Line(PAD, y, end, y, Colours.INK, 1));
    return y + 3;
  }

  private void sections(double y) {
    int first = 0;
    for (int d = 1; d <= centres.length; d++) {
      if (d == centres.length || !section(d).equals(section(first))) {
        double left = centres[first] - CELL / 2 + 3;
        double right = centres[d - 1] + CELL / 2 - 3;
        String name = section(first);
        if (TextWidth.of(name, 13, true) <= right - left + SECTION_GAP) {
          centred((left + right) / 2, y, name);
        } else {
          String small = TextWidth.of(name, 10, true) <= right - left + 40 ? name : "";
          marks.add(
              new PictureMark.Label(
                  (left + right) / 2, y, PictureMark.Anchor.MIDDLE, 10, true, Colours.INK, small));
        }
        marks.add(new PictureMark.Line(left, y + 11, right, y + 11, Colours.QUIET, 0.8));
        first = d;
      }
    }
  }

  private void centred(double x, double y, String text) {
    marks.add(new PictureMark.Label(x, y, PictureMark.Anchor.MIDDLE, 13, true, Colours.INK, text));
  }

  private double row(int study, double top) {
    String label = appraisal.labels().get(study);
    List<String> lines = TextWrap.lines(label, labels + 2, 13, false);
    double height = Math.max(ROW, lines.size() * 16 + 6);
    double middle = top + height / 2;
    double at = middle - (lines.size() - 1) * 8;
    for (String line : lines) {
      marks.add(AppraisalLegend.text(PAD, at, 13, false, Colours.INK, line));
      at += 16;
    }
    for (int d = 0; d < centres.length; d++) {
      AppraisalDomain domain = instrument.domains().get(d);
      AppraisalAnswer answer = appraisal.answer(study, d).orElse(gap());
      String hover = "%s, %s: %s".formatted(label, domain.heading(), words(answer));
      marks.add(AppraisalLegend.disc(centres[d], middle, RADIUS, answer, hover));
    }
    whole(study, label, middle);
    double bottom = top + height;
    marks.add(new PictureMark.Line(PAD, bottom, end, bottom, RULE, 0.8));
    return bottom;
  }

  private String words(AppraisalAnswer answer) {
    return instrument.isScored() && !answer.label().isEmpty()
        ? answer.label() + " (" + answer.symbol() + ")"
        : answer.label();
  }

  private void whole(int study, String label, double y) {
    double x = end - 33;
    String hover = label + ", overall: " + appraisal.overallText(study);
    if (!instrument.isScored()) {
      if (instrument.hasOverall()) {
        AppraisalAnswer answer = appraisal.overall(study).orElse(gap());
        marks.add(AppraisalLegend.disc(x, y, RADIUS, answer, hover));
      }
      return;
    }
    String sum =
        appraisal.points(study).isPresent()
            ? Integer.toString(appraisal.points(study).getAsInt())
            : "\u2013";
    if (appraisal.overall(study).isEmpty()) {
      centred(x, y, sum);
      return;
    }
    Judgement judgement = appraisal.overall(study).orElseThrow().judgement();
    AppraisalAnswer shown =
        new AppraisalAnswer("", sum + judgement.symbol(), judgement, 0, List.of());
    marks.add(box(x, y, shown, hover));
  }

  /** A total with a cut stands in a box, its number beside the symbol of its quality. */
  private static PictureMark.Box box(double x, double y, AppraisalAnswer shown, String hover) {
    String text =
        shown.symbol().substring(0, shown.symbol().length() - 1)
            + " "
            + shown.symbol().substring(shown.symbol().length() - 1);
    return new PictureMark.Box(
        x - 22,
        y - RADIUS,
        44,
        2 * RADIUS,
        JudgementColours.fill(shown.judgement()),
        text,
        JudgementColours.ink(shown.judgement()),
        hover);
  }

  private static AppraisalAnswer gap() {
    return new AppraisalAnswer("no answer", "\u2013", Judgement.NO_INFORMATION, 0, List.of());
  }

  private String describe() {
    StringBuilder text = new StringBuilder(appraisal.toString()).append('.');
    if (instrument.isScored() || instrument.hasOverall()) {
      for (int i = 0; i < appraisal.size(); i++) {
        text.append(i == 0 ? " Overall: " : "; ");
        text.append(appraisal.labels().get(i)).append(' ').append(appraisal.overallText(i));
      }
      text.append('.');
    }
    return text.toString();
  }
}
