package org.copse.plot;

/** Draws a picture as SVG. */
final class PictureSvg {

  /** From the middle of a line of text to its baseline, in parts of the font size. */
  private static final double BASELINE = 0.36;

  private static final double SYMBOL = 13;

  private PictureSvg() {}

  static String draw(Picture picture) {
    SvgWriter svg =
        new SvgWriter(picture.width(), picture.height(), picture.title(), picture.description());
    picture.marks().forEach(mark -> draw(svg, mark));
    return svg.finish();
  }

  private static void draw(SvgWriter svg, PictureMark mark) {
    if (mark instanceof PictureMark.Disc disc) {
      svg.openRow(disc.hover());
      svg.disc(disc.x(), disc.y(), disc.radius(), disc.fill());
      centred(svg, disc.x(), disc.y(), disc.ink(), disc.symbol());
      svg.close();
    } else if (mark instanceof PictureMark.Box box) {
      svg.openRow(box.hover());
      svg.rect(box.x(), box.y(), box.width(), box.height(), box.fill(), "copse-share");
      double middle = box.x() + box.width() / 2;
      centred(svg, middle, box.y() + box.height() / 2, box.ink(), box.text());
      svg.close();
    } else if (mark instanceof PictureMark.Label label) {
      String anchor =
          switch (label.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
          };
      double y = label.y() + BASELINE * label.size();
      svg.text(label.x(), y, anchor, label.size(), label.bold(), label.colour(), label.text());
    } else if (mark instanceof PictureMark.Line line) {
      svg.line(line.x1(), line.y1(), line.x2(), line.y2(), line.colour(), line.width(), "");
    }
  }

  private static void centred(SvgWriter svg, double x, double y, String ink, String text) {
    svg.text(x, y + BASELINE * SYMBOL, "middle", SYMBOL, true, ink, text);
  }
}
