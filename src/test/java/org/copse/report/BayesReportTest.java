package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.Bcg;
import org.copse.bayes.BayesianFit;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.bayes.TauPrior;
import org.copse.data.Tables;
import org.copse.effect.BinaryMeasure;
import org.copse.model.PlainEffects;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Bayesian fits as tables. */
final class BayesReportTest {

  private static final BayesianFit FIT =
      BayesianRandomEffects.withDefaults()
          .tauPrior(TauPrior.halfNormal(0.5))
          .fit(Bcg.effects(BinaryMeasure.RISK_RATIO));

  private static String cell(ReportTable table, String quantity) {
    return table.rows().stream()
        .map(ReportTable.Row::cells)
        .filter(cells -> cells.get(0).equals(quantity))
        .findFirst()
        .orElseThrow(() -> new AssertionError(quantity + " not in " + table.rows()))
        .get(1);
  }

  @Test
  void theSummaryNamesPriorsAndKindsOfIntervals() {
    ReportTable table = BayesReport.of(FIT);
    assertEquals("Risk ratio, Bayesian random effects", table.caption());
    assertTrue(cell(table, "Risk ratio, median [95% CrI]").startsWith("0.49"));
    assertEquals("13", cell(table, "Studies pooled (k)"));
    assertTrue(cell(table, "P(RR < 1)").startsWith("0.99"));
    assertTrue(cell(table, "P(RR < 1) in a new study").startsWith("0.8"));
    assertTrue(cell(table, "τ, median [95% CrI]").startsWith("0.5"));
    assertTrue(cell(table, "I² (from τ), median [95% CrI, equal-tailed]").startsWith("92.1%"));
    assertTrue(table.notes().get(0).contains("Prior for τ: half-normal(0.5)."));
    assertTrue(table.notes().get(0).contains("Prior for μ: uniform (improper)."));
    assertTrue(table.notes().get(0).contains("shortest credible intervals"));
  }

  @Test
  void studiesStandBesideTheirShrinkageEstimates() {
    ReportTable table = BayesReport.studies(FIT);
    assertEquals(14, table.rows().size());
    assertEquals("Aronson 1948", table.rows().get(0).cells().get(0));
    assertEquals("0.41 [0.13; 1.26]", table.rows().get(0).cells().get(1));
    assertEquals("100.0%", table.rows().get(13).cells().get(3));
    ReportTable informed =
        BayesReport.studies(
            BayesianRandomEffects.withDefaults().effectPrior(0, 0.5).fit(FIT.effects()));
    assertTrue(informed.notes().get(0).startsWith("The prior of μ has a weight of"));
  }

  @Test
  void whatDoesNotExistIsAnEnDash() {
    ReportTable table =
        BayesReport.of(
            BayesianRandomEffects.withDefaults()
                .tauPrior(TauPrior.halfCauchy(1))
                .fit(FIT.effects().subset(0))
                .mu());
    assertEquals(Numbers.ABSENT, cell(table, "Mean"));
    assertEquals(Numbers.ABSENT, cell(table, "SD"));
    assertFalse(table.toString().contains("NaN"));
  }

  @Test
  void manyStudiesAreNotListed() {
    double[] y = new double[201];
    double[] v = new double[201];
    java.util.Arrays.fill(v, 1);
    ReportTable table = BayesReport.studies(BayesianRandomEffects.of(PlainEffects.of(y, v)));
    assertEquals(1, table.rows().size());
    assertEquals(
        List.of("201 studies are not listed; fit.shrinkage(i) gives each."), table.notes());
  }

  @Test
  void aTableOfTheStudiesHasTheShrinkageEstimates() {
    Table table = Tables.of(FIT);
    assertEquals(13, table.rowCount());
    assertEquals(
        FIT.backTransformedShrinkage(4).estimate(), table.doubleColumn("shrunk").get(4), 1e-12);
    assertTrue(table.doubleColumn("shrunk_low").get(4) < table.doubleColumn("shrunk").get(4));
    assertTrue(table.doubleColumn("shrunk_high").get(4) > table.doubleColumn("shrunk").get(4));
    assertEquals(100, table.doubleColumn("weight").sum(), 1e-9);
  }
}
