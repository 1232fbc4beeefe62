package org.copse.plot;

/**
 * Widths of text in Arial, Helvetica or Liberation Sans (they agree), so that columns are as wide
 * as what they hold without a font being present. Source of the widths: Adobe's font metrics of
 * Helvetica, in thousandths of the font size.
 */
final class TextWidth {

  private static final int[] REGULAR = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };
  private static final int[] BOLD = {
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584
  };
  private static final int WIDE = 1050;
  private static final int EMOJI = 1300;
  private static final int OTHER = 640;

  private TextWidth() {}

  /** Width in pixels at a font size. */
  static double of(String text, double size, boolean bold) {
    int[] widths = bold ? BOLD : REGULAR;
    double sum = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      sum += c >= 32 && c < 127 ? widths[c - 32] : unusual(c, bold);
    }
    return sum * size / 1000;
  }

  private static int unusual(int c, boolean bold) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (c >= 0x1f000 && c < 0x20000) {
      return EMOJI;
    }
    if (c >= 0x1100
        && (c <= 0x11ff || c >= 0x2e80 && c < 0xfb00 || c >= 0xfe30 && c < 0xfe70 || c > 0xfeff)) {
      return WIDE;
    }
    return switch (c) {
      case '\u2212' -> 584;
      case '\u00b2' -> 333;
      case '\u00a0' -> 278;
      case '\u2026', '\u2014' -> 1000;
      case '\u03c4' -> 420;
      default -> {
        int width = LiberationWidths.of(c, bold);
        yield width < 0 ? OTHER : width;
      }
    };
  }
}
