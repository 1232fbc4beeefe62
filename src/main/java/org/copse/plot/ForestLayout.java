package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a forest plot stands, in pixels: computed once from the model, used by every
 * renderer, so that nothing is cut off or overlaps.
 */
final class ForestLayout {

  static final double FONT = 13;
  static final double SMALL = 11.5;
  static final double TITLE = 15;
  static final double ROW = 21;
  static final double PAD = 14;
  static final double CIRCLE = 8.5;
  static final double AXIS_ROW = 32;
  static final double DISTRIBUTION = 42;
  private static final double GAP = 16;
  private static final double CIRCLE_GAP = 5;
  private static final double PLOT_GAP = 22;
  private static final double PLOT = 290;
  private static final double NARROW_GAP = 12;
  private static final double NARROW_PLOT = 180;
  private static final double NARROW_LABEL = 170;
  private static final double LABEL_MAX = 380;
  private static final double SMALL_LINE = 15;

  /** A column placed: where its text is anchored and where its pieces end. */
  record Placed(TextColumn column, double left, double right, double[] pieceRights) {
    double middle() {
      return (left + right) / 2;
    }
  }

  /** A row placed: its vertical middle and the lines of its first cell. */
  record Line(ForestRow row, double top, double middle, double height, List<String> label) {}

  private final ForestModel model;
  private final List<Placed> columns = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<String> titleLines = new ArrayList<>();
  private final List<String> footLines = new ArrayList<>();
  private final boolean grouped;
  private final double labelWidth;
  private double leftEnd;
  private double plotLeft;
  private double plotRight;
  private double width;
  private double headerBottom;
  private double marksBottom;
  private double axisY;
  private double footTop;
  private double height;

  ForestLayout(ForestModel model) {
    this.model = model;
    this.grouped =
        model.heading().size() > 1 || model.columns().stream().anyMatch(c -> !c.group().isEmpty());
    this.labelWidth = labelWidth();
    placeColumns();
    placeRows();
  }

  private double labelWidth() {
    double widest = TextWidth.of(model.columns().get(0).header(), FONT, true);
    for (ForestRow row : model.rows()) {
      if (row.kind() != ForestRow.Kind.STATISTIC && row.kind() != ForestRow.Kind.SPACER) {
        double indent = indented(row) ? FONT : 0;
        widest = Math.max(widest, indent + TextWidth.of(row.label(), FONT, bold(row)));
      }
    }
    return Math.min(compact() ? NARROW_LABEL : LABEL_MAX, widest + 2);
  }

  /** Studies of a subgroup stand a little to the right of its heading. */
  static boolean indented(ForestRow row) {
    return !row.cells().isEmpty()
        && !row.cells().get(0).pieces().isEmpty()
        && row.cells().get(0).pieces().get(0).startsWith("\u2002");
  }

  static boolean bold(ForestRow row) {
    return switch (row.kind()) {
      case HEADING, SUBTOTAL, TOTAL, PREDICTION -> true;
      default -> false;
    };
  }

  private void placeColumns() {
    double x = PAD;
    columns.add(new Placed(model.columns().get(0), x, x + labelWidth, new double[0]));
    x += labelWidth;
    for (int c = 1; c < model.columns().size(); c++) {
      if (model.columns().get(c).side() == TextColumn.Side.LEFT) {
        x = place(c, x + GAP);
      }
    }
    leftEnd = x;
    plotLeft = x + plotGap();
    plotRight = plotLeft + Math.max(compact() ? NARROW_PLOT : PLOT, headingWidth() + 8);
    x = plotRight + (model.style().isPlotLast() && compact() ? 0 : PLOT_GAP - GAP);
    for (int c = 1; c < model.columns().size(); c++) {
      if (model.columns().get(c).side() == TextColumn.Side.RIGHT) {
        x = place(c, x + gap(c));
      }
    }
    width = x + PAD;
  }

  private boolean compact() {
    return model.style() == ForestStyle.COMPACT;
  }

  private double plotGap() {
    return compact() ? NARROW_GAP : PLOT_GAP;
  }

  private double headingWidth() {
    double widest = TextWidth.of(model.axisTitle(), FONT, false);
    for (String line : model.heading()) {
      widest = Math.max(widest, TextWidth.of(line, FONT, true));
    }
    return widest;
  }

  /** Circles of an appraisal stand close together. */
  private double gap(int c) {
    boolean circles = centred(c) && centred(c - 1) && model.columns().get(c).header().length() < 4;
    return circles ? CIRCLE_GAP : GAP;
  }

  private boolean centred(int c) {
    return model.columns().get(c).align() == TextColumn.Align.CENTRE;
  }

  /** Places one column from a left edge and returns its right edge. */
  private double place(int c, double left) {
    TextColumn column = model.columns().get(c);
    double[] pieces = pieceWidths(c);
    double space = TextWidth.of(" ", FONT, true);
    double sum = pieces.length == 0 ? 0 : (pieces.length - 1) * space;
    double single = 0;
    for (double piece : pieces) {
      sum += piece;
    }
    for (ForestRow row : model.rows()) {
      if (c < row.cells().size()) {
        single = Math.max(single, TextWidth.of(row.cells().get(c).text(), FONT, bold(row)));
      }
    }
    double content = Math.max(sum, centred(c) ? Math.max(single, 2 * CIRCLE) : single);
    double widest = Math.max(content, TextWidth.of(column.header(), FONT, true));
    widest = Math.max(widest, groupShare(c));
    double right = left + widest;
    double[] rights = new double[pieces.length];
    double end = right;
    for (int i = pieces.length - 1; i >= 0; i--) {
      rights[i] = end;
      end -= pieces[i] + space;
    }
    columns.add(new Placed(column, left, right, rights));
    return right;
  }

  /** Width this column must give so that its spanning header fits over its group. */
  private double groupShare(int c) {
    String group = model.columns().get(c).group();
    if (group.isEmpty()) {
      return 0;
    }
    long members = model.columns().stream().filter(x -> x.group().equals(group)).count();
    return (TextWidth.of(group, FONT, true) - (members - 1) * GAP) / members;
  }

  private double[] pieceWidths(int c) {
    double[] widths = new double[0];
    for (ForestRow row : model.rows()) {
      if (c >= row.cells().size() || row.cells().get(c).pieces().size() < 2) {
        continue;
      }
      List<String> pieces = row.cells().get(c).pieces();
      if (widths.length < pieces.size()) {
        widths = java.util.Arrays.copyOf(widths, pieces.size());
      }
      for (int i = 0; i < pieces.size(); i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(pieces.get(i), FONT, bold(row)));
      }
    }
    return widths;
  }

  private void placeRows() {
    double y = PAD;
    if (!model.title().isBlank()) {
      titleLines.addAll(TextWrap.lines(model.title(), width - 2 * PAD, TITLE, true));
      y += titleLines.size() * (TITLE + 5) + 6;
    }
    headerBottom = y + (grouped ? 2 : 1) * ROW + 4;
    y = headerBottom + 5;
    marksBottom = y;
    axisY = Double.NaN;
    for (ForestRow row : model.rows()) {
      boolean mark = row.mark().isPresent() || row.kind() == ForestRow.Kind.STUDY;
      Line line = line(row, y);
      lines.add(line);
      y += line.height();
      if (mark) {
        marksBottom = y;
      }
    }
    axisY = marksBottom + 6;
    double axisBottom = axisY + 24 + axisTitleHeight() + favoursHeight();
    footTop = Math.max(y, axisBottom) + 8;
    for (String note : model.footnotes()) {
      footLines.addAll(TextWrap.lines(note, width - 2 * PAD, SMALL, false));
    }
    height = footTop + footLines.size() * SMALL_LINE + PAD / 2;
  }

  /** Height of the text under the axis. */
  double axisTitleHeight() {
    return model.axisTitle().isEmpty() ? 0 : FONT + 5;
  }

  private double favoursHeight() {
    return Math.max(favours(true).size(), favours(false).size()) * (FONT + 3);
  }

  /** Lines of a favours label, wrapped to its half of the plot area. */
  List<String> favours(boolean left) {
    String text = left ? model.favoursLeft() : model.favoursRight();
    if (text.isBlank()) {
      return List.of();
    }
    if (model.style() == ForestStyle.JAMA) {
      text = left ? "\u2190\u00a0" + text : text + "\u00a0\u2192";
    }
    return TextWrap.lines(text, favoursRoom(left), FONT, false);
  }

  private double favoursRoom(boolean left) {
    double middle = favoursMiddle();
    // left of the axis stand the statistics, right of it nothing
    double room = left ? middle - plotLeft + PLOT_GAP : width - PAD - middle;
    return Math.max(70, room - 10);
  }

  /** Where the favours labels meet: the null line, or the nearer end of the axis. */
  double favoursMiddle() {
    for (ReferenceLine line : model.lines()) {
      if (line.kind() == ReferenceLine.Kind.NULL) {
        return Math.min(plotRight - 60, Math.max(plotLeft + 60, x(line.value())));
      }
    }
    return (plotLeft + plotRight) / 2;
  }

  private Line line(ForestRow row, double top) {
    switch (row.kind()) {
      case SPACER:
        return new Line(row, top, top + ROW / 4, ROW / 2, List.of());
      case AXIS:
        return new Line(row, top, top + AXIS_ROW / 2, AXIS_ROW, List.of());
      case DISTRIBUTION:
        return new Line(row, top, top + DISTRIBUTION / 2, DISTRIBUTION, List.of(row.label()));
      case STATISTIC:
        List<String> wrapped =
            TextWrap.lines(row.label(), Math.max(leftEnd - PAD, 240), SMALL, false);
        double tall = wrapped.size() * SMALL_LINE + 3;
        return new Line(row, top, top + tall / 2, tall, wrapped);
      default:
        double room = row.cells().size() > 1 ? labelWidth : leftEnd - PAD;
        String label = row.label();
        List<String> lines =
            TextWrap.lines(label, Math.max(60, room - (indented(row) ? FONT : 0)), FONT, bold(row));
        double height = ROW + (lines.size() - 1) * (FONT + 3);
        return new Line(row, top, top + height / 2, height, lines);
    }
  }

  /** The axis' ticks; in a narrow plot every second or third, so that 1 stays and none touch. */
  List<AxisTick> ticks() {
    List<AxisTick> all = model.axis().ticks();
    if (!compact()) {
      return all;
    }
    int kept = 0;
    for (int i = 0; i < all.size(); i++) {
      double value = all.get(i).value();
      boolean none = model.lines().stream().anyMatch(l -> isNull(l) && l.value() == value);
      kept = none ? i : kept;
    }
    for (int step = 1; step < all.size(); step++) {
      List<AxisTick> some = new ArrayList<>();
      for (int i = kept % step; i < all.size(); i += step) {
        some.add(all.get(i));
      }
      if (areApart(some)) {
        return some;
      }
    }
    return all.isEmpty() ? all : List.of(all.get(kept));
  }

  private static boolean isNull(ReferenceLine line) {
    return line.kind() == ReferenceLine.Kind.NULL;
  }

  private boolean areApart(List<AxisTick> ticks) {
    for (int i = 1; i < ticks.size(); i++) {
      double left = TextWidth.of(ticks.get(i - 1).label(), FONT, false) / 2;
      double right = TextWidth.of(ticks.get(i).label(), FONT, false) / 2;
      if (x(ticks.get(i).value()) - x(ticks.get(i - 1).value()) < left + right + 4) {
        return false;
      }
    }
    return true;
  }

  /** Horizontal position of a value of the axis. */
  double x(double value) {
    return plotLeft + model.axis().position(value) * (plotRight - plotLeft);
  }

  ForestModel model() {
    return model;
  }

  List<Placed> columns() {
    return columns;
  }

  List<Line> lines() {
    return lines;
  }

  List<String> titleLines() {
    return titleLines;
  }

  List<String> footLines() {
    return footLines;
  }

  boolean grouped() {
    return grouped;
  }

  double leftEnd() {
    return leftEnd;
  }

  double plotLeft() {
    return plotLeft;
  }

  double plotRight() {
    return plotRight;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double headerBottom() {
    return headerBottom;
  }

  double marksBottom() {
    return marksBottom;
  }

  double axisY() {
    return axisY;
  }

  double footTop() {
    return footTop;
  }

  double smallLine() {
    return SMALL_LINE;
  }
}
