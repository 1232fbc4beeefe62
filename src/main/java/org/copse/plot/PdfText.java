package org.copse.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/** Writes texts to a PDF page, with embedded fonts. */
final class PdfText {

  private final PDDocument document;
  private final PDPageContentStream page;
  private final TextRuns runs;
  private final PdfGlyphs glyphs;
  private final PDType0Font[] carried = new PDType0Font[2];

  /** A run measured: its width in pixels and, for another font than the carried one, its glyphs. */
  private record Measured(TextRuns.Run run, double width, PdfGlyphs.Line line) {}

  PdfText(PDDocument document, PDPageContentStream page, TextRuns runs) {
    this.document = document;
    this.page = page;
    this.runs = runs;
    this.glyphs = new PdfGlyphs(document);
  }

  /** Draws a text whose baseline lies at y of a page whose y grows downwards. */
  void draw(String text, double x, double y, String anchor, double size, boolean bold)
      throws IOException {
    List<Measured> measured = new ArrayList<>();
    double sum = 0;
    for (TextRuns.Run run : runs.of(text, bold)) {
      Measured one = measure(run, size, bold);
      measured.add(one);
      sum += one.width();
    }
    // fonts of other scripts may be wider than the room that the layout left
    boolean foreign = measured.stream().anyMatch(m -> m.line() != null);
    double room = TextWidth.of(text, size, bold);
    double squeeze = foreign && sum > room ? room / sum : 1;
    double left =
        switch (anchor) {
          case "middle" -> x - sum * squeeze / 2;
          case "end" -> x - sum * squeeze;
          default -> x;
        };
    for (Measured one : measured) {
      if (one.line() == null) {
        carried(one.run().text(), left, y, size, bold, squeeze);
      } else {
        foreign(one, left, y, size, squeeze);
      }
      left += one.width() * squeeze;
    }
  }

  private Measured measure(TextRuns.Run run, double size, boolean bold) throws IOException {
    if (run.font().isPresent()) {
      PdfGlyphs.Line line = glyphs.line(run, run.font().get());
      return new Measured(run, line.width() * size / 1000, line);
    }
    return new Measured(run, font(bold).getStringWidth(run.text()) * size / 1000, null);
  }

  private PDType0Font font(boolean bold) throws IOException {
    int which = bold ? 1 : 0;
    if (carried[which] == null) {
      carried[which] = PDType0Font.load(document, PlotFonts.read(bold), true);
    }
    return carried[which];
  }

  private void carried(String text, double x, double y, double size, boolean bold, double squeeze)
      throws IOException {
    page.beginText();
    page.setFont(font(bold), (float) size);
    page.setTextMatrix(new Matrix((float) squeeze, 0, 0, -1, (float) x, (float) y));
    page.showText(text);
    page.endText();
  }

  private void foreign(Measured one, double x, double y, double size, double squeeze)
      throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    PDResources resources = new PDResources();
    StringBuilder text = new StringBuilder("BT\n");
    for (PdfGlyphs.Placed glyph : one.line().glyphs()) {
      text.append(
          String.format(
              Locale.ROOT,
              "/%s %.3f Tf %.4f 0 0 -1 %.3f %.3f Tm <%02X> Tj%n",
              named(resources, glyph.font()),
              size,
              squeeze,
              x + glyph.x() * size / 1000 * squeeze,
              y - glyph.y() * size / 1000,
              glyph.code()));
    }
    form.setResources(resources);
    form.setBBox(
        new PDRectangle(
            (float) (x - size),
            (float) (y - 2 * size),
            (float) (one.width() + 2 * size),
            (float) (3 * size)));
    try (OutputStream out = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
      out.write(text.append("ET").toString().getBytes(StandardCharsets.US_ASCII));
    }
    page.drawForm(form);
  }

  /** The name of a font among resources, added when it is new. */
  private static String named(PDResources resources, COSDictionary font) {
    COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.FONT);
    if (all == null) {
      all = new COSDictionary();
      resources.getCOSObject().setItem(COSName.FONT, all);
    }
    COSName known = all.getKeyForValue(font);
    if (known == null) {
      known = COSName.getPDFName("T" + (all.size() + 1));
      all.setItem(known, font);
    }
    return known.getName();
  }

  /** Completes the fonts. */
  void finish() throws IOException {
    glyphs.finish();
  }
}
