package org.copse.plot;

import java.util.Locale;

/**
 * Writes SVG elements: every text escaped, every number with a point and two decimals, whatever the
 * locale.
 */
final class SvgWriter {

  static final String FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

  private final StringBuilder out = new StringBuilder(16_384);

  SvgWriter(double width, double height, String title, String description) {
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" font-family=\"%s\">"
            .formatted(number(width), number(height), number(width), number(height), FONTS));
    out.append("<title>").append(escape(title)).append("</title>");
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

  void close() {
    out.append("</g>");
  }

  void rect(double x, double y, double width, double height, String fill, String style) {
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" class=\"%s\"/>"
            .formatted(number(x), number(y), number(width), number(height), fill, style));
  }

  void line(double x1, double y1, double x2, double y2, String stroke, double width, String dash) {
    String dashes = dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    out.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
            .formatted(
                number(x1), number(y1), number(x2), number(y2), stroke, number(width), dashes));
  }

  /** A closed shape; coordinates in pairs. */
  void polygon(String fill, String style, double... xy) {
    out.append("<polygon fill=\"%s\" class=\"%s\" points=\"".formatted(fill, style));
    coordinates(xy);
    out.append("\"/>");
  }

  /** A closed shape that shows what lies behind it. */
  void glass(String fill, double opacity, double... xy) {
    out.append("<polygon fill=\"%s\" fill-opacity=\"%s\" points=\"".formatted(fill, opacity));
    coordinates(xy);
    out.append("\"/>");
  }

  void polyline(String stroke, double width, String dash, double... xy) {
    String dashes = dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"";
    out.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s points=\""
            .formatted(stroke, number(width), dashes));
    coordinates(xy);
    out.append("\"/>");
  }

  private void coordinates(double... xy) {
    for (int i = 0; i < xy.length; i += 2) {
      out.append(i == 0 ? "" : " ").append(number(xy[i])).append(',').append(number(xy[i + 1]));
    }
  }

  void circle(double x, double y, double radius, String fill) {
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\"0.75\" stroke=\"%s\" stroke-width=\"0.8\"/>"
            .formatted(number(x), number(y), number(radius), fill, Colours.INK));
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
    out.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\""
            .formatted(number(x), number(y), number(size), fill));
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    if (bold) {
      out.append(" font-weight=\"bold\"");
    }
    out.append('>').append(escape(text)).append("</text>");
  }

  /** Text turned by −90 degrees around its middle. */
  void vertical(double x, double y, double size, String text) {
    out.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" font-size=\"%s\" fill=\"%s\">%s</text>"
            .formatted(number(x), number(y), number(size), Colours.INK, escape(text)));
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    if (text.endsWith(".00")) {
      return text.substring(0, text.length() - 3);
    }
    return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
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
