package org.copse.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.data.Tables;
import org.copse.effect.ArmChange;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.PrePost;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.model.CommonEffect;
import org.copse.model.RandomEffects;
import org.copse.plot.CorrelationPlot;
import org.copse.report.CorrelationReport;
import org.junit.jupiter.api.Test;

/** A sweep over the assumed correlation. */
class CorrelationSweepTest {

  private static SummaryEffects<NetChange> net() {
    return SummaryEffects.of(
        NetChangeMeasure.NET_CHANGE,
        Studies.named("imputed", "printed"),
        List.of(
            NetChange.singleArm(ArmChange.imputed(20, 0.3, 0.9, 1.1, 0.5)),
            NetChange.controlled(
                ArmChange.printed(41, 0.019, 0.124), ArmChange.printed(34, -0.134, 0.182))));
  }

  private static SummaryEffects<PrePost> prePost() {
    return SummaryEffects.of(
        ChangeMeasure.MEAN_CHANGE,
        Studies.named("a", "b"),
        List.of(new PrePost(20, 1, .9, 1.3, 1.1, .5), new PrePost(30, 1, .8, 1.1, .9, .8)));
  }

  @Test
  void eachStepIsTheFitWithThatCorrelation() {
    CorrelationAnalysis sweep =
        CorrelationSweep.withDefaults()
            .correlations(.9, 0, .5, .5)
            .model(CommonEffect::of)
            .fit(net());
    assertEquals(
        List.of(0.0, .5, .9), sweep.steps().stream().map(CorrelationStep::correlation).toList());
    double fixed = .124 * .124 / 41 + .182 * .182 / 34;
    for (CorrelationStep step : sweep.steps()) {
      double v = (.81 + 1.21 - 2 * step.correlation() * .9 * 1.1) / 20;
      double expected = (.3 / v + .153 / fixed) / (1 / v + 1 / fixed);
      assertEquals(expected, step.fit().estimate(), 1e-14);
      assertEquals(100 / v / (1 / v + 1 / fixed), sweep.variedWeight(step), 1e-10);
    }
    assertEquals(
        sweep.asGiven().standardError(), sweep.steps().get(1).fit().standardError(), 1e-15);
    assertEquals(List.of("imputed"), sweep.varied());
    assertTrue(sweep.notes().get(0).contains("Not in: printed."));
  }

  @Test
  void defaultsAreTenthsUnderRandomEffects() {
    CorrelationAnalysis sweep = CorrelationSweep.of(prePost());
    assertEquals(10, sweep.steps().size());
    double r = sweep.steps().get(7).correlation();
    assertEquals(.7, r);
    SummaryEffects<PrePost> by = prePost().withData("r", d -> d.withCorrelation(r));
    assertEquals(RandomEffects.of(by).standardError(), sweep.steps().get(7).fit().standardError());
    assertEquals(List.of("a", "b"), sweep.varied());
  }

  @Test
  void namedStudiesAloneAreVaried() {
    CorrelationAnalysis sweep =
        CorrelationSweep.withDefaults().correlations(0, .8).studies("a").fit(prePost());
    double kept = sweep.steps().get(0).fit().effects().variance(1);
    assertEquals(sweep.asGiven().effects().variance(1), kept);
    assertTrue(
        sweep.steps().get(0).fit().effects().variance(0) > sweep.asGiven().effects().variance(0));
  }

  @Test
  void theNoteSaysWhetherTheConclusionHangsOnIt() {
    SummaryEffects<NetChange> one = net().subset(0);
    CorrelationAnalysis sweep = CorrelationSweep.of(one);
    assertTrue(sweep.notes().get(1).startsWith("Whether the interval excludes no effect hangs"));
    assertTrue(sweep.notes().get(1).contains("0.9"));
    assertTrue(
        CorrelationSweep.withDefaults()
            .model(CommonEffect::of)
            .fit(net())
            .notes()
            .get(1)
            .contains("excludes no effect under every"));
  }

  @Test
  void tableReportAndPlotShowTheSameNumbers() {
    CorrelationAnalysis sweep = CorrelationSweep.of(net());
    assertEquals(
        sweep.steps().get(3).fit().estimate(), Tables.of(sweep).doubleColumn("estimate").get(3));
    assertEquals(.3, Tables.of(sweep).doubleColumn("correlation").get(3));
    assertEquals(11, CorrelationReport.of(sweep).rows().size());
    assertTrue(CorrelationPlot.of(sweep).svg().contains("Assumed correlation"));
    assertTrue(CorrelationPlot.of(sweep).title("T").altText().startsWith("T. Pooled effect by"));
  }

  @Test
  void whatCannotBeVariedIsRefused() {
    CorrelationSweep any = CorrelationSweep.withDefaults();
    String outside =
        assertThrows(
                IllegalArgumentException.class, () -> any.correlations(-1, .5, 1, Double.NaN, 70))
            .getMessage();
    assertTrue(
        outside.contains("was -1.0 (value 1), 1.0 (value 3), NaN (value 4), 70.0 (value 5)."),
        outside);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> any.correlations(1))
            .getMessage()
            .endsWith("was 1.0 (value 1). Leave it out."));
    assertThrows(IllegalArgumentException.class, () -> any.correlations());
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> any.studies("x").fit(net()));
    assertTrue(unknown.getMessage().contains("was 'x'. The studies are imputed, printed."));
    IllegalArgumentException none =
        assertThrows(IllegalArgumentException.class, () -> any.fit(net().subset(1)));
    assertTrue(none.getMessage().contains("nothing to vary"));
  }
}
