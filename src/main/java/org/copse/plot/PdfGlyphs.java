package org.copse.plot;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Glyphs of scripts that the carried font lacks, embedded in a PDF as fonts of outlines (Type 3)
 * with their characters beside them: any font of the machine serves, shaped as its script needs,
 * and the text is still selectable.
 */
final class PdfGlyphs {

  private static final int LARGEST = 255;

  /** A glyph placed: which font it is in, its code, and where it stands, in font size 1000. */
  record Placed(COSDictionary font, int code, double x, double y) {}

  /** A run laid out: glyphs and width, in font size 1000. */
  record Line(List<Placed> glyphs, double width) {}

  private record Code(COSDictionary font, int code) {}

  private record Key(Font font, int glyph, String text) {}

  private final PDDocument document;
  private final Map<Key, Code> codes = new HashMap<>();
  private final StringBuilder unicode = new StringBuilder();
  private COSDictionary open;
  private int used;

  PdfGlyphs(PDDocument document) {
    this.document = document;
  }

  /** Lays a run out with a font of size 1000. */
  Line line(TextRuns.Run run, Font font) throws IOException {
    char[] chars = run.text().toCharArray();
    int flags = run.backwards() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    GlyphVector glyphs = font.layoutGlyphVector(PlotFonts.context(), chars, 0, chars.length, flags);
    String[] texts = texts(glyphs, run.text());
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      Point2D at = glyphs.getGlyphPosition(i);
      AffineTransform home = AffineTransform.getScaleInstance(1, -1);
      home.translate(-at.getX(), -at.getY());
      Shape outline = home.createTransformedShape(glyphs.getGlyphOutline(i));
      double width = glyphs.getGlyphMetrics(i).getAdvanceX();
      Key key = new Key(font, glyphs.getGlyphCode(i), texts[i]);
      Code code = codes.get(key);
      if (code == null) {
        code = add(outline, width, texts[i]);
        codes.put(key, code);
      }
      placed.add(new Placed(code.font(), code.code(), at.getX(), -at.getY()));
    }
    return new Line(placed, glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
  }

  /** The characters behind each glyph; a second glyph of the same characters has none. */
  private static String[] texts(GlyphVector glyphs, String text) {
    int n = glyphs.getNumGlyphs();
    boolean[] starts = new boolean[text.length() + 1];
    starts[text.length()] = true;
    for (int i = 0; i < n; i++) {
      starts[glyphs.getGlyphCharIndex(i)] = true;
    }
    boolean[] taken = new boolean[text.length()];
    String[] texts = new String[n];
    for (int i = 0; i < n; i++) {
      int from = glyphs.getGlyphCharIndex(i);
      int to = from + 1;
      while (!starts[to]) {
        to++;
      }
      texts[i] = taken[from] ? "" : text.substring(from, to);
      taken[from] = true;
    }
    return texts;
  }

  private Code add(Shape outline, double width, String text) throws IOException {
    if (open == null || used == LARGEST) {
      finish();
      begin();
    }
    used++;
    COSName name = COSName.getPDFName("g" + used);
    open.getCOSDictionary(COSName.CHAR_PROCS).setItem(name, stream(procedure(outline, width)));
    COSDictionary encoding = open.getCOSDictionary(COSName.ENCODING);
    encoding.getCOSArray(COSName.DIFFERENCES).add(name);
    open.getCOSArray(COSName.WIDTHS).add(new COSFloat((float) width));
    open.setInt(COSName.LAST_CHAR, used);
    if (!text.isEmpty()) {
      StringBuilder hex = new StringBuilder();
      text.chars().forEach(c -> hex.append("%04X".formatted(c)));
      unicode.append("1 beginbfchar <%02X> <%s> endbfchar\n".formatted(used, hex));
    }
    return new Code(open, used);
  }

  private void begin() {
    open = new COSDictionary();
    used = 0;
    unicode.setLength(0);
    open.setItem(COSName.TYPE, COSName.FONT);
    open.setItem(COSName.SUBTYPE, COSName.TYPE3);
    open.setItem(COSName.FONT_BBOX, numbers(0, 0, 0, 0));
    open.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
    open.setItem(COSName.CHAR_PROCS, new COSDictionary());
    open.setItem(COSName.RESOURCES, new COSDictionary());
    open.setItem(COSName.WIDTHS, new COSArray());
    open.setInt(COSName.FIRST_CHAR, 1);
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    COSArray differences = new COSArray();
    differences.add(COSInteger.ONE);
    encoding.setItem(COSName.DIFFERENCES, differences);
    open.setItem(COSName.ENCODING, encoding);
  }

  /** Writes the characters of the last font. */
  void finish() throws IOException {
    if (open != null) {
      open.setItem(
          COSName.TO_UNICODE,
          stream(
              "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
                  + "1 begincodespacerange <00> <FF> endcodespacerange\n"
                  + unicode
                  + "endcmap CMapName currentdict /CMap defineresource pop end end"));
    }
  }

  private static COSArray numbers(float... values) {
    COSArray array = new COSArray();
    array.setFloatArray(values);
    return array;
  }

  private COSStream stream(String text) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static String procedure(Shape outline, double width) {
    java.awt.geom.Rectangle2D box = outline.getBounds2D();
    StringBuilder path = new StringBuilder();
    path.append(
        format(
            "%.1f 0 %.1f %.1f %.1f %.1f d1\n",
            width, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    PathIterator parts = outline.getPathIterator(null);
    for (; !parts.isDone(); parts.next()) {
      int kind = parts.currentSegment(p);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> path.append(format("%.1f %.1f m\n", p[0], p[1]));
        case PathIterator.SEG_LINETO -> path.append(format("%.1f %.1f l\n", p[0], p[1]));
        case PathIterator.SEG_QUADTO ->
            path.append(
                format(
                    "%.1f %.1f %.1f %.1f %.1f %.1f c\n",
                    x + 2 * (p[0] - x) / 3,
                    y + 2 * (p[1] - y) / 3,
                    p[2] + 2 * (p[0] - p[2]) / 3,
                    p[3] + 2 * (p[1] - p[3]) / 3,
                    p[2],
                    p[3]));
        case PathIterator.SEG_CUBICTO ->
            path.append(
                format("%.1f %.1f %.1f %.1f %.1f %.1f c\n", p[0], p[1], p[2], p[3], p[4], p[5]));
        default -> path.append("h\n");
      }
      int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        x = p[last];
        y = p[last + 1];
      }
    }
    boolean evenOdd = parts.getWindingRule() == PathIterator.WIND_EVEN_ODD;
    return path.append(evenOdd ? "f*" : "f").toString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
