package org.copse.plot;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.copse.Bcg;
import org.copse.convert.Converted;
import org.copse.data.Trials;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a forest plot shows, that it is well formed, and that nothing is cut off or overlaps. */
class ForestPlotTest {

  private static final String HOSTILE =
      "<img src=x onerror=alert(1)></script> ]]> & \u0000\u202e \uD83D\uDE00 研究";

  private final Fit fit = RandomEffects.of(Bcg.effects(RISK_RATIO));

  private static List<ForestRow> rows(ForestModel model, ForestRow.Kind kind) {
    return model.rows().stream().filter(row -> row.kind() == kind).toList();
  }

  @Test
  void showsWhatTheFitSays() {
    ForestModel model = ForestPlot.of(fit).favours("Favours vaccine", "Favours control").model();
    assertEquals(13, rows(model, ForestRow.Kind.STUDY).size());
    ForestRow total = rows(model, ForestRow.Kind.TOTAL).get(0);
    List<String> cells = total.cells().stream().map(TextCell::text).toList();
    assertEquals(
        List.of(
            "Random effects (REML)",
            "1065",
            "191064",
            "1510",
            "166283",
            "100.0%",
            "0.49 [0.33; 0.73]"),
        cells);
    ForestRow prediction = rows(model, ForestRow.Kind.PREDICTION).get(0);
    assertEquals("Prediction interval (t, k − 1 df)", prediction.label());
    List<ForestRow> lines = rows(model, ForestRow.Kind.STATISTIC);
    assertEquals(
        "Heterogeneity: τ² = 0.3132 [0.1197; 1.111]; I² = 92.2% (from τ²); Q = 152.23, df = 12, p < 0.0001",
        lines.get(0).label());
    assertEquals("Test for overall effect: t = −3.95, df = 12, p = 0.0019", lines.get(1).label());
    assertEquals("Vaccinated", model.columns().get(1).group());
    assertEquals(
        List.of("0.1", "0.25", "0.5", "1", "2", "4"),
        model.axis().ticks().stream().map(AxisTick::label).toList());
    assertEquals(2, model.lines().size());
    assertTrue(rows(model, ForestRow.Kind.STUDY).get(0).hover().contains("Vaccinated events 4"));
  }

  @Test
  void carriesFiveNotesAndCountsTheRest() {
    Table table =
        Table.create(
            StringColumn.create("study", "a", "b", "c", "d", "e", "f", "g"),
            DoubleColumn.create("md", -1, -0.8, -1.2, -0.9, -1.1, -1, -0.7));
    Trials trials = Trials.of(table).study("study");
    List<String> five = notesUnder(trials, 5);
    assertEquals(5, five.size(), five.toString());
    assertTrue(five.get(4).startsWith("Computed, not printed: se of e"), five.get(4));
    List<String> seven = notesUnder(trials, 7);
    assertEquals(5, seven.size(), seven.toString());
    assertTrue(seven.get(3).startsWith("Computed, not printed: se of d"), seven.get(3));
    assertEquals("3 more notes: see the table of the fit.", seven.get(4));
  }

  @Test
  void whatWasLeftOutStandsBeforeWhatWasComputed() {
    Table table =
        Table.create(
            StringColumn.create("study", "a", "b", "c", "d", "e", "f", "g"),
            DoubleColumn.create("md", -1, -0.8, -1.2, -0.9, -1.1, -1, Double.NaN));
    List<String> notes = notesUnder(Trials.of(table).study("study").leaveOutIncomplete(), 7);
    assertEquals(5, notes.size(), notes.toString());
    assertFalse(notes.get(0).startsWith("Computed"), notes.get(0));
    assertTrue(notes.get(0).contains("g"), notes.get(0));
    assertTrue(notes.get(1).startsWith("Computed, not printed: se of a"), notes.get(1));
  }

  /** Notes under a plot of trials whose standard errors were each computed in a way of its own. */
  private static List<String> notesUnder(Trials trials, int computed) {
    Trials filled =
        trials.derive(
            "se",
            row -> {
              int i = "abcdefg".indexOf(row.study());
              return new Converted(
                  0.1 + row.number("md") / 50, "way " + Math.min(i, computed - 1), "");
            });
    Effects effects = filled.reportedWithSe("md", "se").as(ContinuousMeasure.MEAN_DIFFERENCE);
    List<String> all = ForestPlot.of(RandomEffects.of(effects)).model().footnotes();
    return all.subList(1, all.size());
  }

  @Test
  void carriesTheNumbersThatALivePlotNeeds() {
    ForestData data = ForestPlot.of(Subgroups.by("alloc").of(fit)).model().data();
    assertEquals("RISK_RATIO", data.measure());
    assertEquals("LOG", data.scale());
    assertEquals("REML", data.settings().get("estimator"));
    assertEquals("HARTUNG_KNAPP_OR_WALD", data.settings().get("confidence"));
    ForestData.Study first = data.studies().get(0);
    assertEquals(fit.effects().estimate(0), first.estimate());
    assertEquals(fit.effects().variance(0), first.variance());
    assertEquals(139.0, first.raw().get("total2"));
    assertEquals(1948, first.year());
    assertEquals("random", first.group());
  }

  @Test
  void subgroupsHaveHeadingsSubtotalsAndTheirTest() {
    ForestModel model = ForestPlot.of(Subgroups.by("alloc").of(fit)).model();
    assertEquals(3, rows(model, ForestRow.Kind.HEADING).size());
    assertEquals(3, rows(model, ForestRow.Kind.SUBTOTAL).size());
    assertEquals("alloc = random", rows(model, ForestRow.Kind.HEADING).get(0).label());
    List<ForestRow> lines = rows(model, ForestRow.Kind.STATISTIC);
    assertEquals(
        "Test for subgroup differences: Q = 2.04, df = 2, p = 0.3609",
        lines.get(lines.size() - 1).label());
  }

  @Test
  void twoModelsStandSideBySide() throws Exception {
    Fit common = CommonEffect.of(fit.effects());
    ForestPlot both = ForestPlot.of(fit).alongside(common);
    List<ForestRow> totals = rows(both.model(), ForestRow.Kind.TOTAL);
    assertEquals("Common effect (inverse variance)", totals.get(0).label());
    assertEquals("0.65 [0.60; 0.70]", totals.get(0).cells().get(7).text());
    assertEquals(List.of("", "100.0%"), texts(totals.get(0), 5, 6));
    assertEquals(List.of("100.0%", ""), texts(totals.get(1), 5, 6));
    assertEquals(
        List.of("5.1%", "0.5%"), texts(rows(both.model(), ForestRow.Kind.STUDY).get(0), 5, 6));
    assertEquals(ReferenceLine.Kind.SECOND, both.model().lines().get(2).kind());
    SvgBoxes.assertTidy(both.svg());
    ForestPlot groups = ForestPlot.of(Subgroups.by("alloc").of(fit)).alongside(common);
    assertEquals(
        "50.5%", rows(groups.model(), ForestRow.Kind.SUBTOTAL).get(0).cells().get(5).text());
    SvgBoxes.assertTidy(groups.svg());
    assertTrue(PlotlyJson.of(both.figure()).toString().contains("\"dash\":\"6px,4px\""));
    Fit others = CommonEffect.of(fit.effects().subset(0, 1));
    assertThrows(IllegalArgumentException.class, () -> both.alongside(others));
  }

  private static List<String> texts(ForestRow row, int... columns) {
    return java.util.Arrays.stream(columns).mapToObj(c -> row.cells().get(c).text()).toList();
  }

  @Test
  void leaveOneOutShowsEachOmission() {
    ForestModel model = ForestPlot.of(LeaveOneOut.of(fit)).model();
    assertEquals("Omitting Aronson 1948", rows(model, ForestRow.Kind.STUDY).get(0).label());
    assertEquals(5, model.columns().size());
    ForestModel common = ForestPlot.of(LeaveOneOut.of(CommonEffect.of(fit.effects()))).model();
    assertEquals(4, common.columns().size());
  }

  @Test
  void aStudyThatCannotBeEstimatedStaysInItsPlace() {
    BinaryEffects effects =
        BinaryEffects.of(
            RISK_RATIO,
            Studies.named("a", "none", "b"),
            List.of(new TwoByTwo(1, 9, 2, 9), new TwoByTwo(0, 9, 0, 9), new TwoByTwo(1, 9, 4, 9)));
    ForestRow row =
        rows(ForestPlot.of(MantelHaenszel.of(effects)).model(), ForestRow.Kind.STUDY).get(1);
    assertEquals("not estimable", row.cells().get(row.cells().size() - 1).text());
    assertTrue(row.mark().isEmpty());
  }

  @Test
  void intervalsBeyondTheAxisEndInArrows() {
    ForestPlot whole = ForestPlot.of(fit);
    assertFalse(whole.svg().contains("copse-arrow"));
    String narrow = whole.axis(0.4, 1.1).svg();
    assertTrue(narrow.split("copse-arrow", -1).length > 10);
    // a study whose whole interval lies outside still has its arrow
    assertTrue(whole.axis(2, 9).svg().contains("copse-arrow"));
  }

  @Test
  void optionsAreKeptAndChecked() {
    ForestPlot plot =
        ForestPlot.of(fit).title("Title").label("RR of death").decimals(3).prediction(false);
    assertEquals("Title", plot.title());
    assertTrue(plot.altText().startsWith("Title. Risk ratio of 13 studies"));
    assertEquals("RR of death", plot.model().axis().label());
    assertTrue(rows(plot.model(), ForestRow.Kind.PREDICTION).isEmpty());
    assertTrue(plot.svg().contains(">0.489<"));
    assertEquals("Forest plot", ForestPlot.of(fit).title());
    for (Runnable wrong :
        List.<Runnable>of(
            () -> plot.axis(2, 1),
            () -> plot.axis(0, 1),
            () -> plot.axis(Double.NaN, 1),
            () -> plot.decimals(9))) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }

  private static Effects many(int k, String label, double spread) {
    Random random = new Random(k);
    List<String> labels = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      labels.add(label + " " + i);
      data.add(new Reported(spread * random.nextGaussian(), 0.1 + random.nextDouble(), "test"));
    }
    return ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.of(labels), data);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 13, 60, 200})
  void nothingIsCutOffOrOverlaps(int k) throws Exception {
    for (String label : List.of("Study", "A very long label of a study that ".repeat(5), HOSTILE)) {
      Fit fit = RandomEffects.of(many(k, label, 0.5));
      ForestPlot plot =
          ForestPlot.of(fit).title(label).favours("Favours " + label, "Favours control");
      SvgBoxes.assertTidy(plot.svg());
    }
  }

  @Test
  void extremeRatiosFit() throws Exception {
    Fit fit = RandomEffects.of(many(9, "Study", 6));
    SvgBoxes.assertTidy(ForestPlot.of(fit).svg());
    PlotAxis axis = ForestPlot.of(fit).axis(1e-6, 1e6).model().axis();
    assertTrue(axis.ticks().size() >= 3 && axis.ticks().size() <= 8, axis.ticks().toString());
  }

  @Test
  void allKindsOfPlotsAreTidy() throws Exception {
    SvgBoxes.assertTidy(ForestPlot.of(fit).title("BCG").favours("Vaccine", "Control").svg());
    SvgBoxes.assertTidy(ForestPlot.of(Subgroups.by("alloc").of(fit)).svg());
    SvgBoxes.assertTidy(ForestPlot.of(LeaveOneOut.of(fit)).svg());
    SvgBoxes.assertTidy(FunnelPlot.of(fit).title(HOSTILE).svg());
    List<Proportion> data =
        List.of(new Proportion(0, 9), new Proportion(9, 9), new Proportion(3, 8));
    for (ProportionMeasure measure : ProportionMeasure.values()) {
      Fit pooled =
          RandomEffects.of(ProportionEffects.of(measure, Studies.named("a", "b", "c"), data));
      SvgBoxes.assertTidy(ForestPlot.of(pooled).svg());
      SvgBoxes.assertTidy(FunnelPlot.of(pooled).svg());
      PlotAxis axis = ForestPlot.of(pooled).model().axis();
      assertTrue(axis.min() >= 0 && axis.max() <= 1);
    }
  }

  @Test
  void filesAreWritten(@TempDir Path folder) throws IOException {
    ForestPlot plot = ForestPlot.of(fit);
    Path svg = plot.save(folder.resolve("x.svg"));
    assertTrue(Files.readString(svg).startsWith("<?xml"));
    Path png = plot.save(folder.resolve("x.png").toString());
    BufferedImage image = ImageIO.read(png.toFile());
    double width = new ForestLayout(plot.model()).width() * 300 / 96;
    assertEquals(width, image.getWidth(), 1.5);
    assertTrue(image.getHeight() > image.getWidth() / 3);
    String ending =
        assertThrows(IllegalArgumentException.class, () -> plot.save(folder.resolve("x.jpg")))
            .getMessage();
    assertTrue(ending.contains("must end in .svg, .png, .pdf or .html"));
    Path nowhere = folder.resolve("no").resolve("x.svg");
    assertThrows(IllegalArgumentException.class, () -> plot.save(nowhere));
  }

  @Test
  void funnelSaysWhenThereAreTooFewStudies() {
    assertEquals(1, FunnelPlot.of(fit).model().footnotes().size());
    Fit few = fit.refit(0, 1, 2);
    assertTrue(FunnelPlot.of(few).model().footnotes().get(1).startsWith("3 studies: with fewer"));
    assertEquals("My ratio", FunnelPlot.of(few).label("My ratio").model().x().label());
    assertEquals("Funnel plot", FunnelPlot.of(few).title());
    assertTrue(FunnelPlot.of(few).altText().contains("3 studies"));
  }
}
