package org.copse.plot;

/**
 * Writes SVG elements: every text escaped, every number with a point and two decimals, whatever the
 * locale.
 */
final class SvgWriter {

  static final String FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

  private final StringBuilder out = new StringBuilder(16_384);

  /** Size of text that states none. */
  private static final double USUAL = 13;

  SvgWriter(double width, double height, String title, String description) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    attribute("width", width).attribute("height", height);
    out.append(" viewBox=\"0 0 ");
    number(width, out);
    out.append(' ');
    number(height, out);
    out.append("\" role=\"img\" font-family=\"").append(FONTS).append('"');
    attribute("font-size", USUAL).attribute("fill", Colours.INK);
    out.append("><title>").append(escape(title)).append("</title>");
    out.append("<desc>").append(escape(description)).append("</desc>");
    rect(0, 0, width, height, Colours.PAPER, "copse-paper");
  }

  String finish() {
    return out.append("</svg>").toString();
  }

  /** Opens a group that is read out and shows its text on hovering. */
  void openRow(String words) {
    out.append("<g class=\"copse-row\" role=\"listitem\"><title>")
        .append(escape(words))
        .append("</title>");
  }

  /** Opens a group by the name of its class. */
  void open(String name) {
    out.append("<g class=\"").append(name).append("\">");
  }

  /** Opens a group whose shapes meet without a seam. */
  void openCrisp() {
    out.append("<g shape-rendering=\"crispEdges\">");
  }

  void close() {
    out.append("</g>");
  }

  void rect(double x, double y, double width, double height, String fill, String style) {
    out.append("<rect");
    attribute("x", x).attribute("y", y).attribute("width", width).attribute("height", height);
    attribute("fill", fill).attribute("class", style);
    out.append("/>");
  }

  void line(double x1, double y1, double x2, double y2, String stroke, double width, String dash) {
    out.append("<line");
    attribute("x1", x1).attribute("y1", y1).attribute("x2", x2).attribute("y2", y2);
    stroke(stroke, width, dash);
    out.append("/>");
  }

  private void stroke(String stroke, double width, String dash) {
    attribute("stroke", stroke).attribute("stroke-width", width);
    if (!dash.isEmpty()) {
      attribute("stroke-dasharray", dash);
    }
  }

  /** A closed shape; coordinates in pairs. */
  void polygon(String fill, String style, double... xy) {
    out.append("<polygon");
    attribute("fill", fill).attribute("class", style).coordinates(xy);
  }

  /** A closed shape that shows what lies behind it. */
  void glass(String fill, double opacity, double... xy) {
    out.append("<polygon");
    attribute("fill", fill).attribute("fill-opacity", opacity).coordinates(xy);
  }

  void polyline(String stroke, double width, String dash, double... xy) {
    out.append("<polyline");
    attribute("fill", "none");
    stroke(stroke, width, dash);
    coordinates(xy);
  }

  /** Straight lines that are not joined: four coordinates each. */
  void strokes(String stroke, double width, double... xy) {
    out.append("<path fill=\"none\"");
    stroke(stroke, width, "");
    out.append(" d=\"");
    for (int i = 0; i < xy.length; i += 2) {
      out.append(i % 4 == 0 ? 'M' : 'L');
      number(xy[i], out);
      out.append(' ');
      number(xy[i + 1], out);
    }
    out.append("\"/>");
  }

  private void coordinates(double... xy) {
    out.append(" points=\"");
    for (int i = 0; i < xy.length; i += 2) {
      if (i > 0) {
        out.append(' ');
      }
      number(xy[i], out);
      out.append(',');
      number(xy[i + 1], out);
    }
    out.append("\"/>");
  }

  void circle(double x, double y, double radius, String fill) {
    out.append("<circle");
    attribute("cx", x).attribute("cy", y).attribute("r", radius).attribute("fill", fill);
    attribute("fill-opacity", 0.75).attribute("stroke", Colours.INK);
    attribute("stroke-width", 0.8);
    out.append("/>");
  }

  /** An opaque circle. */
  void disc(double x, double y, double radius, String fill) {
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.8\"/>"
            .formatted(number(x), number(y), number(radius), fill, Colours.INK));
  }

  /** Text whose baseline lies at y; anchor is start, middle or end. */
  void text(
      double x, double y, String anchor, double size, boolean bold, String fill, String text) {
    if (text.isBlank()) {
      return;
    }
    out.append("<text");
    attribute("x", x).attribute("y", y);
    if (size != USUAL) {
      attribute("font-size", size);
    }
    if (!fill.equals(Colours.INK)) {
      attribute("fill", fill);
    }
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    if (bold) {
      out.append(" font-weight=\"bold\"");
    }
    out.append('>').append(escape(text)).append("</text>");
  }

  /** Bold text turned by −90 degrees around its middle. */
  void vertical(double x, double y, double size, String text) {
    out.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" font-size=\"%s\" font-weight=\"bold\">%s</text>"
            .formatted(number(x), number(y), number(size), escape(text)));
  }

  /** Text turned by −90 degrees that ends at a position. */
  void turned(double x, double y, double size, String text) {
    out.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"end\" font-size=\"%s\">%s</text>"
            .formatted(number(x), number(y), number(size), escape(text)));
  }

  private SvgWriter attribute(String name, double value) {
    out.append(' ').append(name).append("=\"");
    number(value, out);
    out.append('"');
    return this;
  }

  private SvgWriter attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  static String number(double value) {
    StringBuilder text = new StringBuilder();
    number(value, text);
    return text.toString();
  }

  /** Two decimals at most; formatting by pattern took most of the time of a plot. */
  private static void number(double value, StringBuilder out) {
    long hundredths = Math.round(Math.abs(value) * 100);
    if (value < 0 && hundredths > 0) {
      out.append('-');
    }
    out.append(hundredths / 100);
    int rest = (int) (hundredths % 100);
    if (rest > 0) {
      out.append('.').append(rest / 10);
      if (rest % 10 > 0) {
        out.append(rest % 10);
      }
    }
  }

  /**
   * Text safe inside an element or attribute; characters that XML forbids become U+FFFD, bidi
   * controls go.
   */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> append(safe, c);
              }
            });
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    boolean control = c < 0x20 || c == 0xfffe || c == 0xffff || c >= 0xd800 && c <= 0xdfff;
    boolean bidi = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    safe.appendCodePoint(control || bidi ? 0xfffd : c);
  }
}
