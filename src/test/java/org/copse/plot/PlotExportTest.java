package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of plots hold: size, resolution, fonts, text. */
class PlotExportTest {

  @TempDir Path folder;

  private final ForestPlot bcg =
      ForestPlot.of(RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO)))
          .title("BCG & <tuberculosis>")
          .favours("Favours vaccine", "Favours control");

  private static ForestPlot named(String label) {
    return ForestPlot.of(
        CommonEffect.of(
            BinaryEffects.of(
                BinaryMeasure.RISK_RATIO,
                Studies.named(label, "Smith"),
                List.of(new TwoByTwo(4, 119, 11, 128), new TwoByTwo(6, 300, 29, 274)))));
  }

  private String text(Path file) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(pdf);
    }
  }

  /** The fonts of a PDF: what says that a file of theirs lies within it, and Type 3, its own. */
  private static List<String> fonts(Path file) throws Exception {
    List<String> fonts = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet()) {
        COSObject object = pdf.getDocument().getObjectFromPool(key);
        if (object.getObject() instanceof COSDictionary d) {
          if (COSName.FONT_DESC.equals(d.getCOSName(COSName.TYPE))) {
            boolean embedded = d.containsKey(COSName.FONT_FILE2);
            fonts.add(d.getNameAsString(COSName.FONT_NAME) + (embedded ? " embedded" : " absent"));
          } else if (COSName.TYPE3.equals(d.getCOSName(COSName.SUBTYPE))) {
            fonts.add("Type3");
          }
        }
      }
    }
    return fonts;
  }

  @Test
  void pdfHoldsItsTextAndItsFonts() throws Exception {
    Path file = bcg.save(folder.resolve("x.pdf"));
    String text = text(file);
    for (String part :
        List.of(
            "BCG & <tuberculosis>",
            "Ferguson & Simes 1949",
            "0.49 [0.33; 0.73]",
            "Random effects (REML)",
            "166283",
            "τ² = 0.3132",
            "−3.95",
            "Favours vaccine")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    List<String> fonts = fonts(file);
    assertEquals(2, fonts.size(), fonts.toString());
    for (String font : fonts) {
      assertTrue(font.matches("[A-Z]{6}\\+LiberationSans(-Bold)? embedded"), font);
    }
    assertTrue(Files.size(file) < 80_000, "size " + Files.size(file));
    assertArrayEquals(
        Files.readAllBytes(file), Files.readAllBytes(bcg.save(folder.resolve("y.pdf"))));
  }

  @Test
  void widthIsAsAskedAndTheHeightFollows() throws Exception {
    ForestLayout layout = new ForestLayout(bcg.model());
    PlotExport two = bcg.export().widthMm(PlotExport.DOUBLE_COLUMN_MM);
    SavedPlot saved = two.save(folder.resolve("x.pdf"));
    double height = 170 * layout.height() / layout.width();
    assertEquals(170, saved.widthMm(), 1e-9);
    assertEquals(height, saved.heightMm(), 0.05);
    assertEquals(11.5 * 170 / layout.width() * 72 / 25.4, saved.smallestTextPt(), 0.01);
    try (PDDocument pdf = Loader.loadPDF(saved.file().toFile())) {
      assertEquals(1, pdf.getNumberOfPages());
      assertEquals(170 / 25.4 * 72, pdf.getPage(0).getMediaBox().getWidth(), 0.01);
      assertEquals(height / 25.4 * 72, pdf.getPage(0).getMediaBox().getHeight(), 0.2);
      assertEquals("BCG & <tuberculosis>", pdf.getDocumentInformation().getTitle());
    }
    String svg = Files.readString(two.save(folder.resolve("x.svg")).file());
    assertTrue(svg.contains("width=\"170.000mm\" height=\"%.3fmm\"".formatted(saved.heightMm())));
    SavedPlot narrow = bcg.export().widthMm(85).save(folder.resolve("y.pdf"));
    assertTrue(narrow.notes().get(0).contains("pt on paper"), narrow.toString());
    assertTrue(narrow.toString().contains("85.0 × "));
    assertEquals(List.of(), bcg.export().save(folder.resolve("z.pdf")).notes());
  }

  @Test
  void pngSaysItsResolution() throws Exception {
    Path file = folder.resolve("x.png");
    bcg.export().widthMm(85).dpi(600).save(file.toString());
    assertEquals(Math.round(85 / 25.4 * 600), ImageIO.read(file.toFile()).getWidth(), 1);
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertTrue(at > 0);
    ByteBuffer chunk = ByteBuffer.wrap(bytes, at + 4, 9);
    assertEquals(600 / 0.0254, chunk.getInt(), 1);
    assertEquals(600 / 0.0254, chunk.getInt(), 1);
    assertEquals(1, chunk.get());
  }

  @Test
  void everyPlotGoesIntoEveryKindOfFile() throws Exception {
    for (Map.Entry<String, Plot> plot : LayoutCases.plots(3, "Παπαδόπουλος ŒUVRE").entrySet()) {
      String text = text(plot.getValue().save(folder.resolve(plot.getKey() + ".pdf")));
      for (String part : SvgDocument.read(plot.getValue().svg()).texts()) {
        String word = part.strip().split("\\s+")[0];
        assertTrue(text.contains(word) || plot.getValue().svg().contains("rotate"), word);
      }
      Path png = plot.getValue().export().dpi(72).save(folder.resolve("p.png")).file();
      assertTrue(ImageIO.read(png.toFile()).getWidth() > 300);
    }
  }

  @Test
  void pdfLooksLikeThePng() throws Exception {
    Path pdf = bcg.save(folder.resolve("x.pdf"));
    BufferedImage other =
        ImageIO.read(bcg.export().dpi(96).save(folder.resolve("x.png")).file().toFile());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 96);
      assertEquals(other.getWidth(), page.getWidth(), 1);
      assertEquals(ink(other), ink(page), 0.2 * ink(other));
    }
  }

  private static double ink(BufferedImage image) {
    double ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        ink += 255 - (image.getRGB(x, y) >> 8 & 255);
      }
    }
    return ink;
  }

  @Test
  void hebrewIsReadFromRightToLeft() throws Exception {
    String text = text(named("דוד כהן (ירושלים) 2010").save(folder.resolve("x.pdf")));
    assertTrue(text.contains("דוד כהן"), text);
    assertEquals(
        List.of("2010", "(םילשורי) ןהכ דוד"),
        new TextRuns(new PlotFonts(List.of()))
            .of("דוד כהן (ירושלים) 2010", false).stream()
                .map(run -> run.text().strip())
                .filter(s -> !s.isEmpty())
                .toList());
  }

  @Test
  void otherScriptsAreEmbeddedOrRefusedByName() throws Exception {
    for (String label : List.of("山田太郎", "محمد عبد الله", "𒀀𒀁", "\uD83D\uDE00")) {
      Path file = folder.resolve("x.pdf");
      PlotFonts fonts = new PlotFonts(List.of());
      boolean drawn =
          label
              .codePoints()
              .filter(c -> c != ' ')
              .allMatch(c -> fonts.fallback(Character.toString(c), false).isPresent());
      if (drawn) {
        named(label).save(file);
        assertTrue(text(file).contains(label), label + " in " + text(file));
        assertTrue(fonts(file).contains("Type3"));
        continue;
      }
      for (String ending : List.of("x.pdf", "x.png")) {
        IllegalArgumentException refused =
            assertThrows(
                IllegalArgumentException.class, () -> named(label).save(folder.resolve(ending)));
        assertTrue(refused.getMessage().contains("in '" + label + "'"), refused.getMessage());
      }
      assertFalse(Files.exists(file) && text(file).contains(label));
      SavedPlot boxed = named(label).export().missingAsBoxes().save(folder.resolve("y.pdf"));
      assertTrue(boxed.notes().get(0).contains(label), boxed.toString());
      assertTrue(text(boxed.file()).contains(TextRuns.BOX));
    }
  }

  @Test
  void pageIsAloneAndEscaped() throws Exception {
    String page = Files.readString(bcg.save(folder.resolve("x.html")));
    assertTrue(page.contains("<title>BCG &amp; &lt;tuberculosis&gt;</title>"));
    assertTrue(page.contains("default-src 'none'"));
    assertTrue(page.contains(bcg.svg()));
    assertFalse(page.contains("<script") || page.contains("src=") || page.contains("@import"));
    assertFalse(page.contains("unsafe") || page.contains(" style="));
    Path written = Path.of("target", "plots");
    Files.createDirectories(written);
    bcg.save(written.resolve("page.html"));
  }

  @Test
  void settingsAreChecked() {
    PlotExport export = bcg.export();
    assertThrows(IllegalArgumentException.class, () -> export.widthMm(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> export.widthMm(5000));
    assertThrows(IllegalArgumentException.class, () -> export.dpi(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> named("𒀀").export().font(Path.of("pom.xml")).save(folder.resolve("x.png")));
    assertThrows(
        IllegalArgumentException.class,
        () -> export.widthMm(2000).dpi(2400).save(folder.resolve("x.png")));
    assertTrue(export.widthMm(85).toString().contains("85.0 mm wide, 300 dpi"));
  }
}
