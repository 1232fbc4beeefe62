package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import org.copse.appraisal.AppraisalBar;
import org.copse.appraisal.AppraisalShare;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.Instrument;
import org.copse.report.Numbers;

/** Places the bars of a summary of an appraisal. */
final class SummaryBarLayout {

  private static final double PAD = 14;
  private static final double BAR = 380;
  private static final double HEIGHT = 20;
  private static final double ROW = 28;
  private static final double LABEL_MAX = 260;

  private final AppraisalSummary summary;
  private final Instrument instrument;
  private final List<PictureMark> marks = new ArrayList<>();
  private final double left;
  private final double width;

  private SummaryBarLayout(AppraisalSummary summary) {
    this.summary = summary;
    this.instrument = summary.appraisal().instrument();
    double widest =
        summary.bars().stream()
            .mapToDouble(b -> TextWidth.of(b.label(), 13, b.label().equals("Overall")))
            .max()
            .orElse(0);
    this.left = PAD + Math.min(LABEL_MAX, widest) + 12;
    this.width = left + BAR + PAD + 14;
  }

  static Picture of(AppraisalSummary summary, String title) {
    return new SummaryBarLayout(summary).build(title);
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
    String section = "";
    for (AppraisalBar bar : summary.bars()) {
      if (!bar.section().isEmpty() && !bar.section().equals(section)) {
        marks.add(AppraisalLegend.text(PAD, y + 10, 13, true, Colours.INK, bar.section()));
        y += 22;
      }
      section = bar.section();
      y = bar(bar, y);
    }
    y = axis(y);
    AppraisalLegend legend = new AppraisalLegend(marks, PAD, width - PAD, y);
    boolean gaps =
        summary.bars().stream()
            .flatMap(b -> b.shares().stream())
            .anyMatch(s -> s.label().equals(AppraisalSummary.GAP));
    legend.symbols(instrument, gaps);
    List<String> notes = AppraisalLegend.about(summary.appraisal());
    notes.add(summary.weights());
    notes.addAll(summary.notes());
    legend.notes(notes);
    String name = title.isBlank() ? "Summary of the appraisal by " + instrument.name() : title;
    return new Picture(name, describe(), width, legend.bottom() + PAD, marks);
  }

  private double bar(AppraisalBar bar, double top) {
    boolean overall = bar.label().equals("Overall");
    List<String> lines = TextWrap.lines(bar.label(), left - PAD - 10, 13, overall);
    double height = Math.max(ROW, lines.size() * 16 + 8);
    double middle = top + height / 2;
    double at = middle - (lines.size() - 1) * 8;
    for (String line : lines) {
      marks.add(AppraisalLegend.text(PAD, at, 13, overall, Colours.INK, line));
      at += 16;
    }
    double x = left;
    for (AppraisalShare share : bar.shares()) {
      double wide = BAR * share.percent() / 100;
      if (wide > 0) {
        marks.add(box(bar, share, x, middle, wide));
        marks.add(edge(x + wide, middle));
      }
      x += wide;
    }
    return top + height;
  }

  private static PictureMark.Line edge(double x, double middle) {
    return new PictureMark.Line(x, middle - HEIGHT / 2, x, middle + HEIGHT / 2, Colours.PAPER, 1.5);
  }

  private PictureMark.Box box(
      AppraisalBar bar, AppraisalShare share, double x, double middle, double wide) {
    String percent = Numbers.percent(share.percent(), 0);
    boolean points = share.symbol().equals(share.label()) || instrument.isScored();
    String full = share.symbol() + (points ? ": " : " ") + percent;
    String text =
        TextWidth.of(full, 13, true) + 8 <= wide
            ? full
            : TextWidth.of(share.symbol(), 13, true) + 3 <= wide ? share.symbol() : "";
    String hover =
        "%s: %s, %s, %s %s"
            .formatted(
                bar.label(),
                share.label(),
                Numbers.percent(share.percent(), 1),
                share.studies(),
                share.studies() == 1 ? "study" : "studies");
    return new PictureMark.Box(
        x,
        middle - HEIGHT / 2,
        wide,
        HEIGHT,
        JudgementColours.fill(share.judgement()),
        text,
        JudgementColours.ink(share.judgement()),
        hover);
  }

  private double axis(double top) {
    double y = top + 4;
    marks.add(new PictureMark.Line(left, y, left + BAR, y, Colours.INK, 1));
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = left + BAR * percent / 100;
      marks.add(new PictureMark.Line(x, y, x, y + 5, Colours.INK, 1));
      marks.add(
          new PictureMark.Label(
              x, y + 15, PictureMark.Anchor.MIDDLE, 13, false, Colours.INK, percent + "%"));
    }
    return y + 36;
  }

  private String describe() {
    StringBuilder text = new StringBuilder(summary.weights());
    for (AppraisalBar bar : summary.bars()) {
      List<String> shares =
          bar.shares().stream()
              .filter(s -> s.studies() > 0)
              .map(s -> s.label() + " " + Numbers.percent(s.percent(), 0))
              .toList();
      text.append(' ').append(bar.label()).append(": ").append(String.join(", ", shares));
      text.append('.');
    }
    return text.toString();
  }
}
