package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.copse.data.Tables;
import org.copse.effect.ArmMeans;
import org.copse.effect.Concordance;
import org.copse.effect.ConcordanceMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Correlation;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.CronbachAlpha;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.Effects;
import org.copse.effect.MeanMeasure;
import org.copse.effect.ModelFit;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.PartialCorrelation;
import org.copse.effect.PartialCorrelationMeasure;
import org.copse.effect.SemiPartialCorrelation;
import org.copse.effect.SemiPartialCorrelationMeasure;
import org.copse.effect.SingleMean;
import org.copse.effect.Studies;
import org.copse.effect.SummaryData;
import org.copse.effect.SummaryEffects;
import org.copse.effect.SummaryMeasure;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.plot.ForestPlot;
import org.copse.plot.ReferenceLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every measure of means, correlations and reliabilities goes through pooling, plot and tables. */
class ContinuousShownTest {

  private static final Studies STUDIES = Studies.named("A", "B", "C", "D");

  /** The last study of each form is one that some measures must leave out. */
  private static final List<ArmMeans> ARMS =
      List.of(
          new ArmMeans(20, 30.6, 15, 22, 25.1, 11.6),
          new ArmMeans(31, 24.9, 4.1, 30, 26.8, 5.2),
          new ArmMeans(14, 35.6, 4.7, 12, 32.1, 4.6),
          new ArmMeans(10, 3000, 4.7, 2, -32.1, 4.6));

  static Stream<Effects> effects() {
    ContinuousEffects md = ContinuousEffects.of(ContinuousMeasure.MEAN_DIFFERENCE, STUDIES, ARMS);
    return Stream.of(
            Arrays.stream(ContinuousMeasure.values()).map(md::as),
            all(
                MeanMeasure.values(),
                new SingleMean(20, 120.5, 15),
                new SingleMean(31, 131, 14.1),
                new SingleMean(14, 118, 12),
                new SingleMean(2, -3, 4)),
            all(
                CorrelationMeasure.values(),
                new Correlation(0.31, 103),
                new Correlation(-0.05, 62),
                new Correlation(0.5, 20),
                new Correlation(1, 12)),
            all(
                PartialCorrelationMeasure.values(),
                PartialCorrelation.ofT(2.1, 103, 4),
                PartialCorrelation.ofT(-0.4, 62, 2),
                PartialCorrelation.ofT(3, 40, 5),
                new PartialCorrelation(1, 12, 1)),
            all(
                SemiPartialCorrelationMeasure.values(),
                SemiPartialCorrelation.ofT(2.1, 103, 4, 0.3),
                SemiPartialCorrelation.ofT(-0.4, 62, 2, 0.2),
                SemiPartialCorrelation.ofT(3, 40, 5, 0.4),
                new SemiPartialCorrelation(0, 12, 1, 1)),
            all(
                ModelFitMeasure.values(),
                new ModelFit(0.31, 103, 4),
                new ModelFit(0.25, 62, 2),
                ModelFit.ofF(3, 40, 3),
                new ModelFit(0, 12, 1)),
            all(
                CronbachAlphaMeasure.values(),
                new CronbachAlpha(0.93, 21, 103),
                new CronbachAlpha(0.91, 21, 64),
                new CronbachAlpha(0.94, 10, 118),
                new CronbachAlpha(1, 10, 118)),
            all(
                ConcordanceMeasure.values(),
                new Concordance(0.72, 30, 40),
                new Concordance(0.65, 50, 44),
                new Concordance(0.81, 23, 20),
                new Concordance(1, 5, 5)))
        .flatMap(s -> s);
  }

  private static <D extends SummaryData> Stream<Effects> all(
      SummaryMeasure<D>[] measures, D a, D b, D c, D d) {
    List<D> data = List.of(a, b, c, d);
    return Arrays.stream(measures).map(m -> SummaryEffects.of(m, STUDIES, data));
  }

  @ParameterizedTest
  @MethodSource("effects")
  void everyMeasureIsShownWithoutNaN(Effects effects) {
    String name = effects.measure().name();
    RandomEffectsFit fit = RandomEffects.of(effects);
    assertFalse(ForestPlot.of(fit).svg().contains("NaN"), name);
    assertFalse(PlainTable.of(EffectsReport.of(effects)).contains("NaN"), name);
    assertFalse(PlainTable.of(FitReport.of(fit)).contains("NaN"), name);
    Table table = Tables.of(effects);
    assertEquals(4, table.rowCount());
    assertFalse(table.print().contains("NaN"), table::print);
    double pooled = fit.backTransformed().estimate();
    double low = effects.measure().lowest();
    double high = effects.measure().highest();
    assertTrue(low <= pooled && pooled <= high, name + " " + pooled);
    if (!effects.isEstimable(3)) {
      assertTrue(
          effects.notes().stream().anyMatch(n -> n.contains("left out") && n.contains("(D)")),
          effects.notes()::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("effects")
  void axisHoldsTheNullValueOrNone(Effects effects) {
    var model = ForestPlot.of(RandomEffects.of(effects)).model();
    List<Double> lines =
        model.lines().stream()
            .filter(line -> line.kind() == ReferenceLine.Kind.NULL)
            .map(ReferenceLine::value)
            .toList();
    String name = effects.measure().name();
    if (effects.measure().hasNullValue()) {
      assertEquals(List.of(effects.measure().nullValue()), lines, name);
    } else {
      assertEquals(List.of(), lines, name);
      assertFalse(model.axis().log(), name);
    }
    assertTrue(model.axis().min() < effects.displayed(0), name);
    assertTrue(model.axis().max() > effects.displayed(0), name);
  }
}
