package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.bias.FunnelSide;
import org.copse.bias.PCurve;
import org.copse.bias.TrimAndFill;
import org.copse.bias.TrimAndFillResult;
import org.copse.effect.BinaryMeasure;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.report.InfluenceReport;
import org.copse.report.MultiverseReport;
import org.copse.report.SmallStudyReport;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.SpecificationAnalysis;
import org.copse.sensitivity.SpecificationCurve;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Sensitivity analyses as Tablesaw tables and as reports. */
class SensitivityTablesTest {

  private final Fit fit =
      CommonEffect.of(
          Trials.of(Datasets.bcgVaccine())
              .study("author")
              .year("year")
              .binary("tpos", "tn", "cpos", "cn")
              .as(BinaryMeasure.RISK_RATIO));

  @Test
  void filledStudiesComeLast() {
    TrimAndFillResult result = TrimAndFill.withDefaults().side(FunnelSide.RIGHT).fit(fit);
    Table table = Tables.of(result);
    assertEquals(17, table.rowCount());
    assertEquals(4, table.booleanColumn("filled").countTrue());
    assertTrue(table.booleanColumn("filled").get(16));
    String text = SmallStudyReport.of(result).toString();
    assertTrue(SmallStudyReport.of(result).rows().size() >= 8, text);
  }

  @Test
  void influenceHasARowAStudy() {
    Table table = Tables.of(Influence.of(fit));
    assertEquals(13, table.rowCount());
    // metafor::baujat
    assertEquals(49.36768627, table.doubleColumn("contribution").get(7), 1e-7);
    assertEquals(34.87951, table.doubleColumn("influence").get(7), 1e-5);
    assertEquals(13, InfluenceReport.of(Influence.of(fit)).rows().size());
  }

  @Test
  void subsetsSpecificationsAndPValues() {
    Table gosh = Tables.of(Gosh.of(fit));
    assertEquals(8191, gosh.rowCount());
    assertEquals(fit.backTransformed().estimate(), gosh.doubleColumn("displayed").get(8190), 1e-12);
    SpecificationAnalysis many = SpecificationCurve.of(fit.effects());
    Table specifications = Tables.of(many);
    assertEquals(6, specifications.rowCount());
    assertEquals("All studies", specifications.stringColumn("studies").get(0));
    assertEquals(6, MultiverseReport.of(many).rows().size());
    Table curve = Tables.of(PCurve.of(fit));
    assertEquals(8, curve.rowCount());
    assertTrue(curve.doubleColumn("p").max() < 0.05);
  }
}
