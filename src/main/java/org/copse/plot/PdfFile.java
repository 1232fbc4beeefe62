package org.copse.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * An SVG of ours as a PDF of one page, as large as the plot: vectors, fonts embedded, text
 * selectable. The same plot gives the same bytes.
 */
final class PdfFile {

  private PdfFile() {}

  /** The PDF's bytes at a number of points a pixel. */
  static byte[] of(SvgDocument svg, double scale, TextRuns runs, String title, String words) {
    try (PDDocument document = new PDDocument()) {
      float width = (float) (svg.width() * scale);
      float height = (float) (svg.height() * scale);
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      describe(document, title, words);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(new Matrix((float) scale, 0, 0, (float) -scale, 0, height));
        PdfText text = new PdfText(document, content, runs);
        new PdfDrawing(content, text).children(svg.root());
        text.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(PDDocument document, String title, String words) {
    document.setDocumentId(1L);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setSubject(words);
    information.setProducer("Copse");
    document.setDocumentInformation(information);
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }
}
