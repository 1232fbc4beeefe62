package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.copse.data.Tables;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.MeanChange;
import org.copse.effect.MeanChangeMeasure;
import org.copse.effect.PrePost;
import org.copse.effect.RawColumn;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoArmChange;
import org.copse.effect.TwoArmChangeMeasure;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.plot.ForestPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every measure of change goes through pooling, forest plot, report and table. */
class ChangeShownTest {

  /** The second has 2 patients and means of unlike sign, so that some measures leave it out. */
  private static final List<PrePost> TREATED =
      List.of(
          new PrePost(20, 30.6, 15, 38.5, 11.6, 0.47),
          new PrePost(2, -1, 3.1, 26.8, 4.1, 1),
          new PrePost(14, 35.6, 4.7, 36, 4.6, 0.44));

  private static final List<PrePost> CONTROL =
      List.of(
          new PrePost(20, 23.1, 13.8, 19.7, 14.8, 0.47),
          new PrePost(2, 24.9, 4.1, 25.3, 3.3, 0.64),
          new PrePost(14, 34.8, 3.1, 33.4, 6.9, 0.44));

  private static final Studies STUDIES = Studies.named("A", "B", "C");

  static Stream<SummaryEffects<?>> effects() {
    List<MeanChange> changes = TREATED.stream().map(PrePost::toMeanChange).toList();
    List<TwoArmChange> arms =
        List.of(
            new TwoArmChange(TREATED.get(0), CONTROL.get(0)),
            new TwoArmChange(TREATED.get(1), CONTROL.get(1)),
            new TwoArmChange(TREATED.get(2), CONTROL.get(2)));
    return Stream.of(
            Arrays.stream(ChangeMeasure.values()).map(m -> SummaryEffects.of(m, STUDIES, TREATED)),
            Arrays.stream(MeanChangeMeasure.values())
                .map(m -> SummaryEffects.of(m, STUDIES, changes)),
            Arrays.stream(TwoArmChangeMeasure.values())
                .map(m -> SummaryEffects.of(m, STUDIES, arms)))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("effects")
  void everyMeasureIsShownWithoutNaN(SummaryEffects<?> effects) {
    RandomEffectsFit fit = RandomEffects.of(effects);
    String svg = ForestPlot.of(fit).svg();
    assertFalse(svg.contains("NaN"), svg);
    String report = PlainTable.of(EffectsReport.of(effects));
    assertFalse(report.contains("NaN"), report);
    assertTrue(report.contains("after"), report);
    assertFalse(PlainTable.of(FitReport.of(fit)).contains("NaN"));
    Table table = Tables.of(effects);
    assertEquals(3, table.rowCount());
    assertFalse(table.print().contains("NaN"), table::print);
    assertTrue(
        table
            .columnNames()
            .containsAll(effects.rawColumns().stream().map(RawColumn::name).toList()),
        table.columnNames()::toString);
    boolean ratio = effects.measure().isRatio();
    boolean probability = effects.measure() == ChangeMeasure.PAIRED_COMMON_LANGUAGE_EFFECT_SIZE;
    assertEquals(probability ? 0.5 : ratio ? 1 : 0, effects.measure().nullValue());
    String sign =
        probability ? "values after lie above" : ratio ? "after over before" : "after minus";
    assertTrue(fit.notes().stream().anyMatch(n -> n.contains(sign)), fit.notes()::toString);
  }

  @Test
  void plotsOfTwoArmsShowTheChangesAndTablesEverything() {
    SummaryEffects<TwoArmChange> effects =
        SummaryEffects.of(
            TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES,
            STUDIES.subset(0, 2),
            List.of(
                new TwoArmChange(TREATED.get(0), CONTROL.get(0)),
                new TwoArmChange(TREATED.get(2), CONTROL.get(2))));
    assertEquals(
        List.of("n1", "mean_change1", "sd_change1", "n2", "mean_change2", "sd_change2"),
        effects.rawColumns().stream().filter(RawColumn::inPlots).map(RawColumn::name).toList());
    String svg = ForestPlot.of(RandomEffects.of(effects)).svg();
    assertTrue(svg.contains("SD of change"), svg);
    assertFalse(svg.contains("SD before"), svg);
    Table table = Tables.of(effects);
    assertEquals(15, table.doubleColumn("sd_before1").get(0));
    assertEquals(7.9, table.doubleColumn("mean_change1").get(0), 1e-12);
    assertEquals(CONTROL.get(2).sdChange(), table.doubleColumn("sd_change2").get(1));
  }
}
