package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.Bcg;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.Peto;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;

final class FitReportTest {

  private static final BinaryEffects RR = Bcg.effects(BinaryMeasure.RISK_RATIO);

  private static Map<String, String> rows(ReportTable table) {
    Map<String, String> rows = new LinkedHashMap<>();
    table.rows().forEach(r -> rows.put(r.cells().get(0), r.cells().get(1)));
    return rows;
  }

  private static ReportTable.Row last(ReportTable table) {
    return table.rows().get(table.rows().size() - 1);
  }

  @Test
  void randomEffectsInFull() {
    ReportTable table = FitReport.of(RandomEffects.of(RR));
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("Risk ratio [95% CI]", "0.489 [0.330; 0.726]");
    expected.put("Studies pooled (k)", "13");
    expected.put("Analysis scale (SE)", "\u22120.7145 (0.1808)");
    expected.put("Test of no effect", "t = \u22123.95, df = 12, p = 0.0019");
    expected.put("Prediction interval (t, k \u2212 1 df)", "[0.136; 1.762]");
    expected.put("\u03c4\u00b2 (REML)", "0.3132 [0.1197; 1.1115]");
    expected.put("\u03c4", "0.5597");
    expected.put("I\u00b2 (from \u03c4\u00b2)", "92.2% [81.9%; 97.7%]");
    expected.put("I\u00b2 (from Q)", "92.1%");
    expected.put("H\u00b2 (from \u03c4\u00b2)", "12.86");
    expected.put("H\u00b2 (from Q)", "12.69");
    expected.put("Heterogeneity", "Q = 152.23, df = 12, p < 0.0001");
    assertEquals(List.copyOf(expected.entrySet()), List.copyOf(rows(table).entrySet()));
    assertEquals("Risk ratio, random effects", table.caption());
    assertTrue(table.notes().get(0).contains("Hartung-Knapp"), table.notes()::toString);
  }

  @Test
  void commonEffectHasNoTau() {
    Map<String, String> rows = rows(FitReport.of(CommonEffect.of(RR)));
    assertEquals("0.650 [0.601; 0.704]", rows.get("Risk ratio [95% CI]"));
    assertTrue(rows.keySet().stream().noneMatch(k -> k.contains("\u03c4")), rows::toString);
  }

  @Test
  void smallDifferencesKeepTheirDigits() {
    Fit fit = MantelHaenszel.of(Bcg.effects(BinaryMeasure.RISK_DIFFERENCE));
    assertEquals(
        "\u22120.0033 [\u22120.0038; \u22120.0027]",
        rows(FitReport.of(fit)).get("Risk difference [95% CI]"));
    assertEquals("0.0002845", rows(FitReport.of(fit)).get("Standard error"));
    assertEquals(
        "0.0001 [\u22120.0006; 0.0008]", FitReport.studies(fit).rows().get(7).cells().get(1));
  }

  @Test
  void oneStudyClaimsNothingOnHeterogeneity() {
    BinaryEffects one = RR.subset(0);
    for (Fit fit :
        List.of(
            RandomEffects.of(one),
            CommonEffect.of(one),
            MantelHaenszel.of(one),
            Peto.of(one.as(BinaryMeasure.PETO_ODDS_RATIO)))) {
      Map<String, String> rows = rows(FitReport.of(fit));
      assertEquals("not applicable (1 study)", rows.get("Heterogeneity"));
      assertTrue(
          rows.keySet().stream().noneMatch(k -> k.startsWith("I\u00b2")), () -> fit.toString());
      assertTrue(rows.values().stream().noneMatch(v -> v.contains("NaN")), rows::toString);
    }
  }

  @Test
  void aProportionHasNoTestOfNoEffect() {
    ProportionEffects effects =
        ProportionEffects.of(
            ProportionMeasure.LOGIT_PROPORTION,
            Studies.named("a", "b", "c"),
            List.of(new Proportion(3, 10), new Proportion(8, 40), new Proportion(0, 12)));
    Fit fit = RandomEffects.of(effects);
    assertTrue(rows(FitReport.of(fit)).keySet().stream().noneMatch(k -> k.startsWith("Test")));
    ReportTable studies = FitReport.studies(fit);
    assertEquals("Proportion [95% CI]", studies.columns().get(1).header());
    ReportTable left = FitReport.of(LeaveOneOut.of(fit));
    assertEquals(
        List.of(
            "Omitting",
            "k",
            "Proportion [95% CI]",
            "\u03c4\u00b2",
            "I\u00b2 (from \u03c4\u00b2)",
            "Q (p)"),
        left.columns().stream().map(ReportTable.Column::header).toList());
  }

  @Test
  void studiesWithTheirWeightsAndTheTotal() {
    ReportTable table = FitReport.studies(RandomEffects.of(RR));
    assertEquals(14, table.rows().size());
    assertEquals(List.of("Aronson 1948", "0.41 [0.13; 1.26]", "5.1%"), table.rows().get(0).cells());
    assertEquals(List.of("Random effects", "0.49 [0.33; 0.73]", "100.0%"), last(table).cells());
    assertEquals(ReportTable.Kind.TOTAL, last(table).kind());
  }

  @Test
  void aStudyLeftOutIsNamedSo() {
    BinaryEffects effects =
        BinaryEffects.of(
            BinaryMeasure.RISK_RATIO,
            Studies.named("a", "b", "none"),
            List.of(
                new TwoByTwo(3, 10, 5, 10), new TwoByTwo(2, 9, 4, 11), new TwoByTwo(0, 5, 0, 5)));
    Fit fit = RandomEffects.of(effects);
    assertEquals(
        List.of("none", "not estimable", "0.0%"), FitReport.studies(fit).rows().get(2).cells());
    assertEquals("2", rows(FitReport.of(fit)).get("Studies pooled (k)"));
    List<String> row = EffectsReport.of(effects).rows().get(2).cells();
    assertEquals(
        List.of("none", "0", "5", "0", "5", "not estimable", Numbers.ABSENT, Numbers.ABSENT), row);
  }

  @Test
  void subgroupsWithTheTestBetweenThem() {
    ReportTable table = FitReport.of(Subgroups.by("alloc").of(RandomEffects.of(RR)));
    assertEquals(
        List.of(
            "alternate", "2", "0.58 [0.02; 20.85]", "0.3056", "0.1326", "82.0%", "5.56 (0.0183)"),
        table.rows().get(1).cells());
    assertEquals("All studies", last(table).cells().get(0));
    assertEquals(
        "Test for subgroup differences: Q = 2.04, df = 2, p = 0.3609.", table.notes().get(0));
  }

  @Test
  void notesOfAGroupNameTheGroup() {
    ReportTable table = FitReport.of(Subgroups.by("ablat").of(CommonEffect.of(RR)));
    assertEquals(Numbers.ABSENT, table.rows().get(1).cells().get(5), "one study of latitude 55");
    ReportTable random = FitReport.of(Subgroups.by("ablat").of(RandomEffects.of(RR)));
    assertTrue(
        random.notes().stream().anyMatch(n -> n.startsWith("55: One study")),
        random.notes()::toString);
  }

  @Test
  void leaveOneOutEndsWithAllStudies() {
    ReportTable table = FitReport.of(LeaveOneOut.of(CommonEffect.of(RR)));
    assertEquals(14, table.rows().size());
    assertEquals("Aronson 1948", table.rows().get(0).cells().get(0));
    assertEquals("12", table.rows().get(0).cells().get(1));
    assertEquals("I\u00b2 (from Q)", table.columns().get(4).header());
    assertEquals("0.65 [0.60; 0.70]", last(table).cells().get(2));
  }

  @Test
  void zeroTau2IsZeroWithItsBounds() {
    Fit fit = RandomEffects.of(RR.subset(1, 2, 9));
    String tau2 = rows(FitReport.of(fit)).get("\u03c4\u00b2 (REML)");
    assertEquals("0.0000 [0.0000; 0.4616]", tau2);
  }
}
