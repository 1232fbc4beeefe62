package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Where the parts of a Kaplan-Meier plot lie, in pixels; heights follow from what they hold. */
final class KaplanMeierLayout {

  static final double PAD = 14;
  static final double FONT = 13;
  static final double SMALL = 11.5;
  static final double LINE = 18;
  static final double SWATCH = 34;

  private static final double PLOT_WIDTH = 540;
  private static final double PLOT_HEIGHT = 330;
  private static final double LONGEST = 190;

  private final KaplanMeierModel model;
  private final List<List<String>> labels = new ArrayList<>();
  private final List<List<String>> legends = new ArrayList<>();
  private final List<String> beside;
  private final List<String> below;
  private final double left;

  KaplanMeierLayout(KaplanMeierModel model) {
    this.model = model;
    double widest = 62;
    for (KaplanMeierModel.Curve curve : model.curves()) {
      List<String> lines = TextWrap.lines(curve.label(), LONGEST, SMALL, false);
      labels.add(lines);
      for (String line : lines) {
        widest = Math.max(widest, TextWidth.of(line, SMALL, false));
      }
    }
    this.beside = TextWrap.lines(model.y().label(), PLOT_HEIGHT, FONT, true);
    this.below = TextWrap.lines(model.x().label(), PLOT_WIDTH, FONT, true);
    this.left = Math.max(widest, 62 + (beside.size() - 1) * LINE) + 2 * PAD + 12;
    for (KaplanMeierModel.Curve curve : model.curves()) {
      legends.add(TextWrap.lines(curve.legend(), width() - 3 * PAD - SWATCH, FONT, false));
    }
  }

  double width() {
    return left + PLOT_WIDTH + 24;
  }

  double left() {
    return left;
  }

  double right() {
    return left + PLOT_WIDTH;
  }

  List<String> titles() {
    return model.title().isBlank()
        ? List.of()
        : TextWrap.lines(model.title(), width() - 2 * PAD, ForestLayout.TITLE, true);
  }

  List<String> legend(int curve) {
    return legends.get(curve);
  }

  List<String> label(int curve) {
    return labels.get(curve);
  }

  List<String> tests() {
    return wrapped(model.legend(), FONT);
  }

  List<String> notes() {
    return wrapped(model.footnotes(), SMALL);
  }

  private List<String> wrapped(List<String> texts, double size) {
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.addAll(TextWrap.lines(text, width() - 2 * PAD, size, false)));
    return lines;
  }

  /** Lines of the label beside the vertical axis. */
  List<String> beside() {
    return beside;
  }

  /** Lines of the label below the horizontal axis. */
  List<String> below() {
    return below;
  }

  double legendTop() {
    return PAD + titles().size() * 21 + 4;
  }

  double top() {
    int lines = legends.stream().mapToInt(List::size).sum() + tests().size();
    return legendTop() + lines * LINE + 10;
  }

  double bottom() {
    return top() + PLOT_HEIGHT;
  }

  double riskTop() {
    return bottom() + 68 + (below.size() - 1) * LINE;
  }

  /** Baseline of a curve's numbers at risk. */
  double riskLine(int curve) {
    double y = riskTop();
    for (int g = 0; g < curve; g++) {
      y += labels.get(g).size() * LINE;
    }
    return y + LINE;
  }

  double notesTop() {
    return riskLine(model.curves().size()) + 8;
  }

  double height() {
    return notesTop() + notes().size() * 15 + 6;
  }

  double x(double value) {
    return left + model.x().position(value) * (right() - left);
  }

  double y(double value) {
    return bottom() - model.y().position(value) * (bottom() - top());
  }
}
