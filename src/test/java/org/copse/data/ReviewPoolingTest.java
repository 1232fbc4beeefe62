package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.copse.model.BackTransformed;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** From file to pooled value: the figures that metafor 3.8-1 gives for the same rows. */
class ReviewPoolingTest {

  private static Fit mantelHaenszel(Table table) {
    return MantelHaenszel.of(
        Trials.of(table)
            .study("report", "population")
            .cluster("trial")
            .leaveOutIncomplete()
            .binary(
                "events_treatment_derived",
                "total_treatment",
                "events_control_derived",
                "total_control")
            .as(RISK_RATIO));
  }

  private static void assertPooled(Fit fit, double estimate, double low, double high) {
    BackTransformed shown = fit.backTransformed();
    assertEquals(estimate, shown.estimate(), 1e-4 * estimate);
    assertEquals(low, shown.interval().lower(), 1e-4 * low);
    assertEquals(high, shown.interval().upper(), 1e-4 * high);
  }

  @Test
  void progressionFreeSurvival() {
    Fit fit =
        CommonEffect.of(
            Trials.of(Datasets.breastCancerPfs())
                .study("report", "population")
                .reported("hr", "ci_low", "ci_high")
                .as(HAZARD_RATIO));
    assertPooled(fit, 0.44646, 0.41085, 0.48516);
    assertEquals(0.7140, fit.heterogeneity().p(), 5e-5);
  }

  @Test
  void response() {
    Fit benefit = mantelHaenszel(Datasets.breastCancerCbr());
    assertPooled(benefit, 1.9124, 1.6861, 2.1689);
    assertPooled(mantelHaenszel(Datasets.breastCancerOrr()), 6.8755, 4.235, 11.162);
    assertPooled(mantelHaenszel(Datasets.breastCancerNeoadjuvantOrr()), 0.90024, 0.77552, 1.045);
  }

  @ParameterizedTest
  @CsvSource({
    "stomatitis, 8, 5.4034, 4.6023, 6.3438",
    "rash, 8, 6.2487, 5.0027, 7.8052",
    "nausea, 8, 1.0210, 0.91677, 1.137",
    "diarrhea, 7, 1.8200, 1.5929, 2.0795",
    "pneumonitis, 5, 148.77, 20.924, 1057.7",
    "fatigue, 2, 1.4035, 1.1082, 1.7775"
  })
  void adverseEvents(String event, int k, double estimate, double low, double high) {
    Table all = Datasets.breastCancerAdverseEventsAnyGrade();
    Fit fit = mantelHaenszel(all.where(all.stringColumn("event").isEqualTo(event)));
    assertEquals(k, fit.k());
    assertPooled(fit, estimate, low, high);
  }
}
