package org.copse.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.copse.appraisal.PrismaBox;
import org.copse.appraisal.PrismaCount;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.PrismaPart;

/**
 * Places the boxes, arrows and labels of a flow of records, in pixels: columns are as wide and rows
 * as high as what they hold.
 */
final class PrismaLayout {

  static final double PAD = 14;
  static final double FONT = 12.5;
  static final double LINE = 16;
  static final double INSET = 9;
  static final double SMALL = 11;
  static final double SMALL_LINE = 15;
  private static final double SIDE = 26;
  private static final double GAP = 30;
  private static final double ROW_GAP = 24;
  private static final double NARROWEST = 150;
  private static final double WIDEST = 250;
  private static final double INDENT = 10;
  private static final double HANGING = 8;

  /** A space at which no line breaks. */
  private static final char KEPT = '\u00a0';

  /** The columns, from the left. */
  enum Column {
    PREVIOUS,
    MAIN,
    OUT,
    OTHER,
    OTHER_OUT
  }

  /** The rows, from the top. */
  enum Row {
    IDENTIFIED("Identification"),
    SCREENED("Screening"),
    SOUGHT("Screening"),
    ASSESSED("Screening"),
    INCLUDED("Included"),
    TOTAL("Included"),
    SYNTHESISED("Included");

    final String phase;

    Row(String phase) {
      this.phase = phase;
    }
  }

  /** A line of text in a box. */
  record Line(String text, double indent) {}

  /** A placed box; a band is a heading or a phase, filled. */
  record Box(double x, double y, double width, double height, List<Line> lines, String words) {
    double middle() {
      return x + width / 2;
    }

    double centre() {
      return y + height / 2;
    }
  }

  /** A filled label: over columns, or beside rows and then turned. */
  record Band(double x, double y, double width, double height, List<String> lines) {}

  /** A line that ends in an arrowhead; corners in pairs. */
  record Arrow(double... corners) {}

  private final PrismaFlow flow;
  private final Map<Column, Map<Row, List<PrismaBox>>> contents = new EnumMap<>(Column.class);
  private final Map<Column, double[]> across = new EnumMap<>(Column.class);
  private final Map<Row, double[]> down = new EnumMap<>(Row.class);
  private final Map<Column, Map<Row, Box>> boxes = new EnumMap<>(Column.class);
  private final List<Band> headings = new ArrayList<>();
  private final List<Band> phases = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private double width;
  private double bottom;

  PrismaLayout(PrismaFlow flow, String title, List<String> footnotes) {
    this.flow = flow;
    fill();
    measureColumns();
    if (!title.isBlank()) {
      titles.addAll(TextWrap.lines(title, width - 2 * PAD, ForestLayout.TITLE, true));
    }
    double top = placeHeadings(PAD + titles.size() * 20 + (titles.isEmpty() ? 0 : 8));
    measureRows(top);
    placeBoxes();
    placePhases();
    for (String note : footnotes) {
      notes.addAll(TextWrap.lines(note, width - 2 * PAD, SMALL, false));
    }
  }

  private void put(Column column, Row row, PrismaBox... shown) {
    contents.computeIfAbsent(column, c -> new EnumMap<>(Row.class)).put(row, List.of(shown));
  }

  private void fill() {
    put(Column.MAIN, Row.IDENTIFIED, PrismaBox.IDENTIFIED);
    put(Column.MAIN, Row.SCREENED, PrismaBox.SCREENED);
    put(Column.MAIN, Row.SOUGHT, PrismaBox.SOUGHT);
    put(Column.MAIN, Row.ASSESSED, PrismaBox.ASSESSED);
    put(Column.MAIN, Row.INCLUDED, PrismaBox.STUDIES, PrismaBox.REPORTS);
    put(Column.OUT, Row.IDENTIFIED, PrismaBox.REMOVED);
    put(Column.OUT, Row.SCREENED, PrismaBox.EXCLUDED);
    put(Column.OUT, Row.SOUGHT, PrismaBox.NOT_RETRIEVED);
    put(Column.OUT, Row.ASSESSED, PrismaBox.REPORTS_EXCLUDED);
    if (flow.isUpdate()) {
      put(Column.PREVIOUS, Row.IDENTIFIED, PrismaBox.PREVIOUS_STUDIES, PrismaBox.PREVIOUS_REPORTS);
      put(Column.MAIN, Row.TOTAL, PrismaBox.TOTAL_STUDIES, PrismaBox.TOTAL_REPORTS);
    }
    if (flow.hasOtherMethods()) {
      put(Column.OTHER, Row.IDENTIFIED, PrismaBox.OTHER_IDENTIFIED);
      put(Column.OTHER, Row.SOUGHT, PrismaBox.OTHER_SOUGHT);
      put(Column.OTHER, Row.ASSESSED, PrismaBox.OTHER_ASSESSED);
      put(Column.OTHER_OUT, Row.SOUGHT, PrismaBox.OTHER_NOT_RETRIEVED);
      put(Column.OTHER_OUT, Row.ASSESSED, PrismaBox.OTHER_REPORTS_EXCLUDED);
    }
    if (flow.count(PrismaBox.SYNTHESISED).isPresent()) {
      put(Column.MAIN, Row.SYNTHESISED, PrismaBox.SYNTHESISED);
    }
  }

  /** What a box says, its lines of text unbroken. */
  private List<Line> texts(List<PrismaBox> shown) {
    List<Line> texts = new ArrayList<>();
    for (PrismaBox box : shown) {
      PrismaCount count = flow.box(box);
      texts.add(new Line("%s %s".formatted(PrismaPlot.label(flow, box), number(count)), 0));
      for (PrismaPart part : count.parts()) {
        OptionalInt n = OptionalInt.of(part.count());
        PrismaCount line = new PrismaCount(box, n, false, List.of());
        texts.add(new Line(part.name() + " " + number(line), INDENT));
      }
    }
    return texts;
  }

  private static String number(PrismaCount count) {
    String text = count.count().isEmpty() ? "(not stated)" : "(n = " + count.text() + ")";
    return text.replace(' ', KEPT);
  }

  private void measureColumns() {
    double x = PAD + SIDE + 12;
    for (Map.Entry<Column, Map<Row, List<PrismaBox>>> column : contents.entrySet()) {
      double widest = NARROWEST;
      for (List<PrismaBox> shown : column.getValue().values()) {
        for (Line line : texts(shown)) {
          double wide = TextWidth.of(line.text(), FONT, false) + line.indent() + 2 * INSET + 2;
          widest = Math.max(widest, wide);
        }
      }
      widest = Math.min(widest, WIDEST);
      across.put(column.getKey(), new double[] {x, widest});
      x += widest + GAP;
    }
    width = x - GAP + PAD;
  }

  private double placeHeadings(double y) {
    String of = flow.isUpdate() ? "new studies" : "studies";
    List<Band> bands = new ArrayList<>();
    if (flow.isUpdate()) {
      bands.add(heading(Column.PREVIOUS, Column.PREVIOUS, "Previous studies", y));
    }
    String main = "Identification of " + of + " via databases and registers";
    bands.add(heading(Column.MAIN, Column.OUT, main, y));
    if (flow.hasOtherMethods()) {
      String other = "Identification of " + of + " via other methods";
      bands.add(heading(Column.OTHER, Column.OTHER_OUT, other, y));
    }
    double height = bands.stream().mapToDouble(Band::height).max().orElse(0);
    for (Band band : bands) {
      headings.add(new Band(band.x(), y, band.width(), height, band.lines()));
    }
    return y + height + 16;
  }

  private Band heading(Column first, Column last, String text, double y) {
    double x = across.get(first)[0];
    double wide = across.get(last)[0] + across.get(last)[1] - x;
    List<String> lines = TextWrap.lines(text, wide - 2 * INSET, FONT, true);
    return new Band(x, y, wide, lines.size() * LINE + 12, lines);
  }

  private List<Line> broken(Column column, List<PrismaBox> shown) {
    double inner = across.get(column)[1] - 2 * INSET;
    List<Line> lines = new ArrayList<>();
    for (Line text : texts(shown)) {
      double indent = text.indent();
      double hanging = indent > 0 ? HANGING : 0;
      double room = inner - indent - (fits(text, inner) ? 0 : hanging);
      for (String part : TextWrap.lines(text.text(), room, FONT, false)) {
        lines.add(new Line(part, indent));
        indent = text.indent() + hanging;
      }
    }
    return lines;
  }

  private static boolean fits(Line line, double inner) {
    return TextWidth.of(line.text(), FONT, false) + line.indent() <= inner;
  }

  private static double height(List<Line> lines) {
    return lines.size() * LINE + 2 * INSET - 2;
  }

  private void measureRows(double top) {
    Map<Row, Double> heights = new EnumMap<>(Row.class);
    contents.forEach(
        (column, rows) ->
            rows.forEach(
                (row, shown) -> heights.merge(row, height(broken(column, shown)), Math::max)));
    stretch(heights);
    double y = top;
    for (Map.Entry<Row, Double> row : heights.entrySet()) {
      down.put(row.getKey(), new double[] {y, row.getValue()});
      y += row.getValue() + ROW_GAP;
    }
    bottom = y - ROW_GAP;
  }

  /** Makes room for the turned label beside the rows of a phase. */
  private static void stretch(Map<Row, Double> heights) {
    for (Row row : List.copyOf(heights.keySet())) {
      List<Row> together =
          heights.keySet().stream().filter(other -> other.phase.equals(row.phase)).toList();
      double sum = together.stream().mapToDouble(heights::get).sum();
      double has = sum + (together.size() - 1) * ROW_GAP;
      double needs = TextWidth.of(row.phase, FONT, false) + 26;
      if (has < needs) {
        heights.merge(row, needs - has, Double::sum);
      }
    }
  }

  private void placeBoxes() {
    contents.forEach(
        (column, rows) ->
            rows.forEach(
                (row, shown) -> {
                  List<Line> lines = broken(column, shown);
                  double[] x = across.get(column);
                  double[] y = down.get(row);
                  double high = height(lines);
                  String words =
                      String.join("; ", texts(shown).stream().map(Line::text).toList())
                          .replace(KEPT, ' ');
                  Box box = new Box(x[0], y[0] + (y[1] - high) / 2, x[1], high, lines, words);
                  boxes.computeIfAbsent(column, c -> new EnumMap<>(Row.class)).put(row, box);
                }));
  }

  private void placePhases() {
    for (String phase : List.of("Identification", "Screening", "Included")) {
      List<double[]> rows =
          down.entrySet().stream()
              .filter(e -> e.getKey().phase.equals(phase))
              .map(Map.Entry::getValue)
              .toList();
      double y = rows.get(0)[0];
      double[] last = rows.get(rows.size() - 1);
      phases.add(new Band(PAD, y, SIDE, last[0] + last[1] - y, List.of(phase)));
    }
  }

  private Box box(Column column, Row row) {
    return boxes.get(column).get(row);
  }

  /** All arrows: down each branch, out to its side, and into the included studies. */
  List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    down(arrows, Column.MAIN);
    out(arrows, Column.MAIN, Column.OUT);
    if (flow.hasOtherMethods()) {
      down(arrows, Column.OTHER);
      out(arrows, Column.OTHER, Column.OTHER_OUT);
      Box from = box(Column.OTHER, Row.ASSESSED);
      Box to = box(Column.MAIN, Row.INCLUDED);
      double y = to.centre();
      arrows.add(
          new Arrow(from.middle(), from.y() + from.height(), from.middle(), y, right(to), y));
    }
    if (flow.isUpdate()) {
      Box from = box(Column.PREVIOUS, Row.IDENTIFIED);
      Box to = box(Column.MAIN, Row.TOTAL);
      double y = to.centre();
      arrows.add(new Arrow(from.middle(), from.y() + from.height(), from.middle(), y, to.x(), y));
    }
    return arrows;
  }

  private static double right(Box box) {
    return box.x() + box.width();
  }

  private void down(List<Arrow> arrows, Column column) {
    Box before = null;
    for (Box box : boxes.get(column).values()) {
      if (before != null) {
        double x = before.middle();
        arrows.add(new Arrow(x, before.y() + before.height(), x, box.y()));
      }
      before = box;
    }
  }

  private void out(List<Arrow> arrows, Column from, Column to) {
    boxes
        .get(to)
        .forEach(
            (row, box) -> {
              Box start = box(from, row);
              arrows.add(new Arrow(right(start), start.centre(), box.x(), box.centre()));
            });
  }

  List<Box> boxes() {
    return boxes.values().stream().flatMap(rows -> rows.values().stream()).toList();
  }

  List<Band> headings() {
    return headings;
  }

  List<Band> phases() {
    return phases;
  }

  List<String> titleLines() {
    return titles;
  }

  List<String> noteLines() {
    return notes;
  }

  double width() {
    return width;
  }

  /** Where the boxes end. */
  double bottom() {
    return bottom;
  }

  double height() {
    return bottom + (notes.isEmpty() ? 0 : 12 + notes.size() * SMALL_LINE) + PAD;
  }
}
