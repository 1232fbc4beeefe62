package org.copse.plot;

import static org.copse.effect.NetChangeMeasure.NET_CHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.ArmChange;
import org.copse.effect.NetChange;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.model.RandomEffects;
import org.copse.sensitivity.CorrelationSweep;
import org.junit.jupiter.api.Test;

class NetChangeLookTest {

  private static ArmChange arm(int n, double change) {
    return ArmChange.imputed(n, change, 10, 12, 0.9);
  }

  private static SummaryEffects<NetChange> mixed() {
    return SummaryEffects.of(
        NET_CHANGE,
        Studies.named("controlled", "single"),
        List.of(NetChange.controlled(arm(41, 5), arm(34, 2)), NetChange.singleArm(arm(20, 4))));
  }

  @Test
  void aSingleArmDoesNotTakeTheControlsTotalAway() {
    String svg = ForestPlot.of(RandomEffects.of(mixed())).svg();
    assertTrue(svg.contains(">61<"), "41 + 20 treated");
    assertEquals(2, svg.split(">34<", -1).length - 1, "the control's total in its row and below");
    assertTrue(!svg.contains("less the control"), "a long label widens the picture");
  }

  @Test
  void theAxisOfASweepHasEnoughTicks() {
    var sweep =
        CorrelationSweep.withDefaults()
            .correlations(0, 0.25, 0.5, 0.75, 0.9, 0.95)
            .model(RandomEffects.withDefaults()::fit)
            .fit(mixed());
    List<AxisTick> ticks = CorrelationPlot.of(sweep).model().x().ticks();
    assertEquals(
        List.of("0", "0.2", "0.4", "0.6", "0.8"), ticks.stream().map(AxisTick::label).toList());
  }
}
