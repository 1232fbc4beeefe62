package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.copse.appraisal.PrismaCounts;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.PublishedFlows;
import org.copse.plot.PrismaLayout.Box;
import org.copse.plot.PrismaLayout.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PrismaPlotTest {

  private static final String LONG =
      "participants younger than eighteen years mixed with adults, Hochgeschwindigkeitsdatenübertragungsverfahrensprüfung, and their results not reported apart %d";

  private static PrismaFlow flow(int reasons, boolean update, boolean others) {
    PrismaCounts counts = update ? PrismaFlow.updatedReview() : PrismaFlow.newReview();
    counts.database("MEDLINE", 900).register("ClinicalTrials.gov", 100).duplicates(300);
    for (int i = 0; i < reasons; i++) {
      counts.reportsExcludedFor(LONG.formatted(i), 1);
    }
    counts.excluded(600).notRetrieved(5).studies(4).inMetaAnalysis(3);
    if (update) {
      counts.previousStudies(8).previousReports(9);
    }
    if (others) {
      counts.citationSearching(20).otherSought(20).otherReportsExcludedFor(LONG.formatted(0), 12);
    }
    return counts.check();
  }

  private static void nothingIsClippedOrOverlaps(PrismaLayout layout) {
    List<Box> boxes = layout.boxes();
    for (Box box : boxes) {
      assertTrue(box.x() >= 0 && box.x() + box.width() <= layout.width());
      assertTrue(box.y() >= 0 && box.y() + box.height() <= layout.bottom() + 1e-9);
      double inner = box.width() - 2 * PrismaLayout.INSET;
      for (Line line : box.lines()) {
        double width = TextWidth.of(line.text(), PrismaLayout.FONT, false);
        assertTrue(width + line.indent() <= inner + 1e-9, line.text());
      }
      assertTrue(box.lines().size() * PrismaLayout.LINE <= box.height());
      for (Box other : boxes) {
        boolean apart =
            box.x() + box.width() <= other.x()
                || other.x() + other.width() <= box.x()
                || box.y() + box.height() <= other.y()
                || other.y() + other.height() <= box.y();
        assertTrue(box == other || apart, box.words() + " / " + other.words());
      }
    }
    for (PrismaLayout.Band phase : layout.phases()) {
      double text = TextWidth.of(phase.lines().get(0), PrismaLayout.FONT, false);
      assertTrue(text < phase.height(), phase.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 20})
  void textFitsItsBoxAndBoxesStandApart(int reasons) {
    for (boolean update : new boolean[] {false, true}) {
      for (boolean others : new boolean[] {false, true}) {
        PrismaFlow flow = flow(reasons, update, others);
        nothingIsClippedOrOverlaps(new PrismaLayout(flow, "A title", flow.notes()));
      }
    }
  }

  @Test
  void variantsHaveTheirBoxesAndArrows() {
    assertEquals(10, new PrismaLayout(flow(2, false, false), "", List.of()).boxes().size());
    assertEquals(15, new PrismaLayout(flow(2, false, true), "", List.of()).boxes().size());
    assertEquals(12, new PrismaLayout(flow(2, true, false), "", List.of()).boxes().size());
    PrismaLayout all = new PrismaLayout(flow(2, true, true), "", List.of());
    assertEquals(17, all.boxes().size());
    // six down and four out of the main branch, two down and two out of the other, two that join
    assertEquals(16, all.arrows().size());
  }

  @Test
  void arrowsEndAtBoxes() {
    PrismaLayout layout = new PrismaLayout(flow(3, true, true), "", List.of());
    for (PrismaLayout.Arrow arrow : layout.arrows()) {
      double[] c = arrow.corners();
      double x = c[c.length - 2];
      double y = c[c.length - 1];
      boolean meets =
          layout.boxes().stream()
              .anyMatch(
                  b ->
                      x >= b.x() - 1e-9
                          && x <= b.x() + b.width() + 1e-9
                          && y >= b.y() - 1e-9
                          && y <= b.y() + b.height() + 1e-9);
      assertTrue(meets);
    }
  }

  @Test
  void svgIsReadableAndSaysWhatItShows() throws Exception {
    for (PrismaFlow flow :
        List.of(
            PublishedFlows.breast(), PublishedFlows.lam(), PublishedFlows.vascularAnomalies())) {
      String svg = PrismaPlot.of(flow).title("Flow & <more>").svg();
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
      assertEquals("img", document.getDocumentElement().getAttribute("role"));
      assertEquals(
          "Flow & <more>", document.getElementsByTagName("title").item(0).getTextContent());
      for (String phase : List.of("Identification", "Screening", "Included")) {
        assertTrue(svg.contains(">" + phase + "</text>"), phase);
      }
      assertTrue(svg.contains("BMJ 2021;372:n71"));
    }
    String lam = PrismaPlot.of(PublishedFlows.lam()).svg();
    assertTrue(lam.contains("do not add up"));
    assertFalse(
        PrismaPlot.of(PublishedFlows.lam())
            .withoutNotes()
            .svg()
            .split("</desc>")[1]
            .contains("do not add up"));
  }

  @Test
  void wordsCarryTheNumbers() {
    String words = PrismaPlot.of(PublishedFlows.breast()).altText();
    assertTrue(words.contains("Records identified from databases and registers: 791."), words);
    assertTrue(words.contains("Reports assessed for eligibility: 79."), words);
    assertTrue(words.contains("Reports of included studies: 12."), words);
  }

  @Test
  void figureHasTheBoxesOfTheSvg() {
    PrismaPlot plot = PrismaPlot.of(flow(20, true, true)).title("<b>update</b>");
    ObjectNode json = PlotlyJson.of(plot.figure());
    long frames = 0;
    for (var shape : json.at("/layout/shapes")) {
      frames +=
          shape.at("/line/width").asInt() == 1 && shape.get("type").asText().equals("rect") ? 1 : 0;
    }
    assertEquals(17, frames);
    assertFalse(json.toString().contains("<b>update"), "titles are text");
    assertTrue(json.toString().contains("&lt;b&gt;update"));
  }

  @Test
  void picturesAreWritten(@TempDir Path folder) throws Exception {
    PrismaPlot plot = PrismaPlot.of(PublishedFlows.breast());
    assertTrue(Files.size(plot.save(folder.resolve("flow.png"))) > 20_000);
    assertTrue(
        Files.readString(plot.save(folder.resolve("flow.svg"))).contains("(n\u00a0=\u00a0791)"));
  }
}
