package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.notebook.Displays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A forest plot of 500 studies, its axis again after every 50: in each kind of file, and alive. */
class LongForestTest {

  private static final int STUDIES = 500;
  private static final int EVERY = 50;
  private static final Path FOLDER = Path.of("target", "plots");

  private final Fit fit = RandomEffects.of(LiveCases.large(STUDIES));
  private final ForestPlot plot =
      ForestPlot.of(fit)
          .axisOnTop()
          .axisEvery(EVERY)
          .title("Five hundred studies")
          .favours("Favours treatment", "Favours control");

  @BeforeAll
  static void folder() throws Exception {
    Files.createDirectories(FOLDER);
  }

  private static Stream<Element> texts(String svg) throws Exception {
    NodeList texts = SvgBoxes.parse(svg).getElementsByTagName("text");
    return IntStream.range(0, texts.getLength()).mapToObj(i -> (Element) texts.item(i));
  }

  @Test
  void nothingTouchesAndTheAxisComesAgain() throws Exception {
    String svg = plot.svg();
    Files.writeString(FOLDER.resolve("forest-500.svg"), svg);
    SvgBoxes.assertTidy(svg);
    double[] axes =
        texts(svg)
            .filter(t -> t.getTextContent().equals("1"))
            .mapToDouble(t -> Double.parseDouble(t.getAttribute("y")))
            .sorted()
            .toArray();
    // on top, between the fifties, at the bottom
    assertEquals(1 + STUDIES / EVERY, axes.length);
    double apart = axes[2] - axes[1];
    for (int i = 2; i < axes.length - 1; i++) {
      assertEquals(apart, axes[i] - axes[i - 1], 0.5, "axis " + i);
    }
    List<String> written = texts(svg).map(Element::getTextContent).toList();
    for (String label : fit.effects().studies().labels()) {
      assertEquals(1, Collections.frequency(written, label), label);
    }
  }

  @Test
  void everyFileHoldsAllStudies() throws Exception {
    // at the 300 dpi of print it has 100 million pixels, which take their time
    Path png = plot.export().dpi(72).save(FOLDER.resolve("forest-500.png")).file();
    Element svg = SvgBoxes.parse(plot.svg()).getDocumentElement();
    double shape =
        Double.parseDouble(svg.getAttribute("height"))
            / Double.parseDouble(svg.getAttribute("width"));
    var image = ImageIO.read(png.toFile());
    assertEquals(shape, image.getHeight() / (double) image.getWidth(), 0.01 * shape);
    Path pdf = plot.save(FOLDER.resolve("forest-500.pdf"));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      for (String label : fit.effects().studies().labels()) {
        assertTrue(text.contains(label), label);
      }
    }
  }

  @Test
  void itIsAliveWithoutTheRepeatedAxis() throws Exception {
    assertTrue(plot.live().isEmpty());
    ForestPlot alive = ForestPlot.of(fit);
    assertFalse(alive.live().isEmpty());
    LiveForestTest.page("long", (String) Displays.bundle(alive).get("text/html"));
  }
}
