package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Measure;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.report.Numbers;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns, headings, number forms and lines of each layout of the forest plot. */
class ForestStyleTest {

  private final BinaryEffects effects = Bcg.effects(RISK_RATIO);
  private final Fit fit = RandomEffects.preset(Preset.METAFOR5).fit(effects);

  private ForestModel model(ForestStyle style) {
    return ForestPlot.of(fit).layout(style).favours("Vaccine", "Control").model();
  }

  private static List<String> headers(ForestModel model, TextColumn.Side side) {
    return model.columns().stream()
        .filter(c -> c.side() == side)
        .map(c -> c.group().isEmpty() ? c.header() : c.group() + "/" + c.header())
        .toList();
  }

  private static List<String> row(ForestModel model, String label) {
    ForestRow row =
        model.rows().stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
    return row.cells().stream().skip(1).map(TextCell::text).toList();
  }

  private static List<String> statistics(ForestModel model) {
    return model.rows().stream()
        .filter(r -> r.kind() == ForestRow.Kind.STATISTIC)
        .map(ForestRow::label)
        .toList();
  }

  @Test
  void reviewManager() {
    ForestModel model = model(ForestStyle.REVMAN5);
    assertEquals(
        List.of(
            "Study or Subgroup",
            "Vaccinated/Events",
            "Vaccinated/Total",
            "Control/Events",
            "Control/Total",
            "Weight",
            "Risk ratio/IV, Random, 95% CI"),
        headers(model, TextColumn.Side.LEFT));
    assertEquals(List.of(), headers(model, TextColumn.Side.RIGHT));
    assertEquals(List.of("Risk ratio", "IV, Random, 95% CI"), model.heading());
    assertEquals(
        List.of("4", "123", "11", "139", "5.1%", "0.41 [0.13, 1.26]"), row(model, "Aronson 1948"));
    assertEquals(
        List.of("", "191064", "", "166283", "100.0%", "0.49 [0.34, 0.70]"),
        row(model, "Total (95% CI)"));
    assertEquals(List.of("1065", "", "1510", ""), row(model, "Total events").subList(0, 4));
    assertEquals(
        List.of(
            "Heterogeneity: Tau² = 0.31; Chi² = 152.23, df = 12 (P < 0.00001); I² = 92%",
            "Test for overall effect: Z = 3.97 (P = 0.00007)"),
        statistics(model));
  }

  @Test
  void reviewManagerNamesItsMethods() {
    Fit common = MantelHaenszel.preset(Preset.REVMAN5).fit(effects);
    Fit random = RandomEffects.preset(Preset.REVMAN5).fit(effects);
    assertEquals("M-H, Fixed, 95% CI", StyleLines.method(List.of(common)));
    assertEquals("M-H, Random, 95% CI", StyleLines.method(List.of(random)));
    assertEquals("M-H, Fixed + Random, 95% CI", StyleLines.method(List.of(random, common)));
    assertEquals("M-H, Fixed + IV, Random, 95% CI", StyleLines.method(List.of(fit, common)));
    ForestModel both = ForestPlot.of(random).alongside(common).layout(ForestStyle.REVMAN5).model();
    assertEquals("100.0%", row(both, "Total (fixed, 95% CI)").get(5));
    assertEquals("", row(both, "Total (random, 95% CI)").get(5));
  }

  @Test
  void jama() {
    ForestModel model = model(ForestStyle.JAMA);
    assertEquals(List.of("Source", "RR (95% CI)"), headers(model, TextColumn.Side.LEFT));
    assertEquals(List.of(), headers(model, TextColumn.Side.RIGHT));
    assertEquals(List.of("0.41 (0.13-1.26)"), row(model, "Aronson 1948"));
    assertEquals(List.of("0.49 (0.34-0.70)"), row(model, "Total (random effects)"));
    assertEquals(
        List.of(
            "Heterogeneity: χ² = 152.23, df = 12 (P < .001); I² = 92.2%; τ² = 0.31",
            "Test for overall effect: z = 3.97 (P < .001)"),
        statistics(model));
    assertEquals("RR (95% CI)", model.axisTitle());
    String svg = ForestPlot.of(fit).layout(ForestStyle.JAMA).favours("Vaccine", "Control").svg();
    assertTrue(svg.contains("←\u00a0Vaccine") && svg.contains("Control\u00a0→"), svg);
  }

  @Test
  void jamaWritesToWhereLimitsMayBeNegative() {
    Fit difference = RandomEffects.of(Bcg.effects(RISK_DIFFERENCE));
    ForestModel model = ForestPlot.of(difference).layout(ForestStyle.JAMA).model();
    assertEquals(List.of("−0.05 (−0.10 to 0.01)"), row(model, "Aronson 1948"));
  }

  @Test
  void bmj() {
    ForestModel model = model(ForestStyle.BMJ);
    assertEquals(
        List.of("Study", "No of events/total/Vaccinated", "No of events/total/Control"),
        headers(model, TextColumn.Side.LEFT));
    assertEquals(
        List.of("Weight (%)", "Risk ratio/(95% CI)"), headers(model, TextColumn.Side.RIGHT));
    assertEquals(
        List.of("4/123", "11/139", "5.1", "0.41 (0.13 to 1.26)"), row(model, "Aronson 1948"));
    assertEquals(
        List.of("1065/191064", "1510/166283", "100.0", "0.49 (0.34 to 0.70)"),
        row(model, "Total (95% CI)"));
    assertEquals(
        List.of(
            "Heterogeneity: τ²=0.31; χ²=152.23, df=12, P<0.001; I²=92%",
            "Test for overall effect: z=3.97, P<0.001"),
        statistics(model));
  }

  @Test
  void meta() {
    ForestModel model = model(ForestStyle.META);
    assertEquals(List.of("RR", "95% CI", "Weight"), headers(model, TextColumn.Side.RIGHT));
    assertEquals(
        List.of("4", "123", "11", "139", "0.41", "[0.13; 1.26]", "5.1%"),
        row(model, "Aronson 1948"));
    assertEquals(
        List.of("", "191064", "", "166283", "0.49", "[0.34; 0.70]", "100.0%"),
        row(model, "Random effects model"));
    assertEquals(List.of("Heterogeneity: I² = 92.2%, τ² = 0.3132, p < 0.0001"), statistics(model));
  }

  @Test
  void subgroupsAndTwoModels() {
    ForestPlot plot =
        ForestPlot.of(Subgroups.by("alloc").of(fit)).alongside(CommonEffect.of(effects));
    ForestModel revman = plot.layout(ForestStyle.REVMAN5).model();
    assertEquals(4, revman.rows().stream().filter(r -> r.label().equals("Total events")).count());
    double q = Subgroups.by("alloc").of(fit).betweenGroups().orElseThrow().q();
    String chi = Numbers.fixed(q, 2);
    String difference = "Test for subgroup differences: Chi² = " + chi + ", df = 2 (P = ";
    assertTrue(
        statistics(revman).stream().anyMatch(line -> line.startsWith(difference)),
        () -> statistics(revman).toString());
    ForestModel meta = plot.layout(ForestStyle.META).model();
    assertTrue(meta.rows().stream().anyMatch(r -> r.label().equals("alloc = alternate")));
    assertTrue(meta.rows().stream().anyMatch(r -> r.label().equals("Common effect model")));
    assertTrue(
        plot.layout(ForestStyle.BMJ).model().rows().stream()
            .anyMatch(r -> r.label().equals("alternate")));
  }

  @Test
  void pInTheWordsOfEachLayout() {
    double[] ps = {1.2e-6, 0.0000123, 0.0037, 0.0099, 0.0462, 0.5, 0.999};
    List<String> revman =
        List.of(
            "P < 0.00001",
            "P = 0.00001",
            "P = 0.004",
            "P = 0.01",
            "P = 0.05",
            "P = 0.50",
            "P = 1.00");
    List<String> jama =
        List.of("P < .001", "P < .001", "P = .004", "P = .010", "P = .046", "P = .50", "P > .99");
    List<String> bmj =
        List.of("P<0.001", "P<0.001", "P=0.004", "P=0.010", "P=0.05", "P=0.50", "P=1.00");
    for (int i = 0; i < ps.length; i++) {
      assertEquals(revman.get(i), new StyleLines(ForestStyle.REVMAN5, false).p(ps[i]));
      assertEquals(bmj.get(i), new StyleLines(ForestStyle.BMJ, false).p(ps[i]));
    }
    assertEquals(jama.get(4), new StyleLines(ForestStyle.JAMA, false).p(ps[4]));
    assertEquals(jama.get(6), new StyleLines(ForestStyle.JAMA, false).p(ps[6]));
    assertEquals(jama.get(2), new StyleLines(ForestStyle.JAMA, false).p(ps[2]));
  }

  @Test
  void onlyCopsesOwnLayoutIsLive() {
    ForestPlot plot = ForestPlot.of(fit);
    assertFalse(plot.live().isEmpty());
    assertEquals("", plot.still());
    ForestPlot bmj = plot.layout(ForestStyle.BMJ);
    assertEquals("", bmj.live());
    assertTrue(bmj.still().contains("the layout BMJ"), bmj.still());
    assertEquals(plot.svg(), bmj.layout(ForestStyle.COPSE).svg());
    ForestPlot omitted = ForestPlot.of(LeaveOneOut.of(fit)).layout(ForestStyle.BMJ);
    assertEquals("", omitted.still());
    assertTrue(omitted.svg().contains("RR (95% CI)"), "number form in the other plots too");
  }

  @ParameterizedTest
  @EnumSource(ForestStyle.class)
  void figuresHaveTheSameTexts(ForestStyle style) throws Exception {
    ForestPlot plot = ForestPlot.of(fit).layout(style).favours("Vaccine", "Control");
    String figure = ((CopseFigure) plot.figure()).json().toString();
    var texts = SvgBoxes.parse(plot.svg()).getElementsByTagName("text");
    int seen = 0;
    for (int i = 0; i < texts.getLength(); i++) {
      String text = texts.item(i).getTextContent();
      if (!text.matches("[0-9.]+|.*[&<>].*")) {
        assertTrue(figure.contains(text), () -> style + ": " + text);
        seen++;
      }
    }
    assertTrue(seen > 20);
    assertTrue(figure.contains(style.square("RISK_RATIO")));
  }

  @Test
  void compactIsLegibleInOneColumnOfAJournal(@TempDir Path folder) {
    ForestPlot compact = ForestPlot.of(fit).layout(ForestStyle.COMPACT);
    assertEquals(List.of("Study", "RR [95% CI]"), headers(compact.model(), TextColumn.Side.LEFT));
    SavedPlot saved = compact.export().widthMm(85).save(folder.resolve("a.svg"));
    assertTrue(saved.smallestTextPt() >= 5, saved::toString);
    SavedPlot full = ForestPlot.of(fit).export().widthMm(85).save(folder.resolve("b.svg"));
    assertTrue(full.toString().contains("ForestStyle.COMPACT"), full::toString);
  }

  @Test
  void aPageIsAsWideAsAskedFor(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("a.html");
    ForestPlot.of(fit).export().widthMm(120).save(page);
    assertTrue(Files.readString(page).contains(" width=\"120.000mm\""));
    ForestPlot.of(fit).save(page);
    assertFalse(Files.readString(page).contains("mm\""));
  }

  @Test
  void coloursOfReviewManagerSayTheKindOfData() {
    Measure difference = ContinuousMeasure.MEAN_DIFFERENCE;
    assertEquals("#0000ff", ForestStyle.REVMAN5.square(RISK_RATIO.name()));
    assertEquals("#007f00", ForestStyle.REVMAN5.square(difference.name()));
    assertEquals("#cc0000", ForestStyle.REVMAN5.square("HAZARD_RATIO"));
  }
}
