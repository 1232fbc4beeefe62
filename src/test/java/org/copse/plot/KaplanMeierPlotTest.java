package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.copse.data.Datasets;
import org.copse.data.PatientTimes;
import org.copse.survival.KaplanMeier;
import org.copse.survival.LogRank;
import org.copse.survival.SurvivalData;
import org.junit.jupiter.api.Test;

class KaplanMeierPlotTest {

  private static SurvivalData leukaemia() {
    return PatientTimes.of(Datasets.leukaemia6mp())
        .times("weeks")
        .events("relapse")
        .groups("treatment", "control")
        .data();
  }

  private static KaplanMeierPlot plot() {
    return KaplanMeierPlot.of(KaplanMeier.of(leukaemia()));
  }

  @Test
  void curvesCensoringsAndNumbersAtRisk() {
    KaplanMeierModel.Curve drug = plot().model().curves().get(1);
    assertEquals("6-MP: 21 patients, 9 events, median 23 [16; not reached]", drug.legend());
    assertEquals(List.of("21", "21", "15", "11", "8", "5", "4", "1"), drug.atRisk());
    // 6-MP: censored at 6, 9, 10, 11, 17, 19, 20, 25, 32 (twice), 34 and 35 weeks
    assertEquals(11, drug.censored().size());
    assertEquals("6-MP: 2 censored at 32", drug.censored().get(8).hover());
    assertEquals(1, drug.steps().get(0).y());
    assertEquals(18.0 / 21, drug.steps().get(2).y(), 1e-15);
    assertEquals(23, drug.median().get(1).x());
    assertTrue(plot().model().curves().get(0).censored().isEmpty());
  }

  @Test
  void settings() {
    KaplanMeierPlot plot = plot().test(LogRank.of(leukaemia())).rising("Relapsed").until(20);
    assertEquals("Log-rank test: χ² = 16.79, df = 1, p < 0.0001", plot.model().legend().get(0));
    KaplanMeierModel.Curve drug = plot.model().curves().get(1);
    assertEquals(0, drug.steps().get(0).y());
    assertEquals(20, drug.steps().get(drug.steps().size() - 1).x());
    assertTrue(drug.median().isEmpty());
    assertTrue(plot().bands(false).model().curves().get(0).band().isEmpty());
    assertTrue(plot().medians(false).model().curves().get(0).median().isEmpty());
    assertThrows(IllegalArgumentException.class, () -> plot().until(0));
  }

  @Test
  void nothingTouchesOrLeavesTheCanvas() throws Exception {
    SvgBoxes.assertTidy(plot().title("Remission").labels("Weeks", "In remission").svg());
    List<String> groups = new ArrayList<>();
    double[] times = new double[60];
    double[] events = new double[60];
    String[] names = {
      "A very long name of a group of patients ".repeat(4), "漢字の群", "ה", "d", "e", "f"
    };
    for (int i = 0; i < 60; i++) {
      groups.add(names[i % 6]);
      times[i] = 1000 * (1 + i * 37 % 50);
      events[i] = i % 3 == 0 ? 0 : 1;
    }
    KaplanMeierPlot many =
        KaplanMeierPlot.of(KaplanMeier.of(SurvivalData.ofGroups(times, events, groups)));
    SvgBoxes.assertTidy(many.svg());
    assertTrue(many.model().curves().get(1).band().isEmpty());
  }

  @Test
  void figureHoldsTheSameCurves() {
    JsonNode data = ((CopseFigure) plot().figure()).json().get("data");
    List<ChartMark.Point> steps = plot().model().curves().get(1).steps();
    boolean found = false;
    for (JsonNode trace : data) {
      found |= trace.path("name").asText().equals("6-MP") && trace.get("x").size() == steps.size();
    }
    assertTrue(found);
  }

  @Test
  void labelsAreEscaped() {
    String bad = "<script>alert(1)</script>";
    SurvivalData data =
        SurvivalData.ofGroups(new double[] {1, 2}, new double[] {1, 0}, List.of(bad, "b"));
    KaplanMeierPlot plot = KaplanMeierPlot.of(KaplanMeier.of(data)).title(bad).labels(bad, bad);
    assertFalse(plot.svg().contains("<script>"));
    assertFalse(((CopseFigure) plot.figure()).json().toString().contains("<script>"));
  }
}
