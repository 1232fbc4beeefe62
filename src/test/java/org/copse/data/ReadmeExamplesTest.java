package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copse.audit.Audit;
import org.copse.audit.Severity;
import org.copse.batch.BatchModel;
import org.copse.convert.Direction;
import org.copse.convert.LogHazardRatio;
import org.copse.convert.PValue;
import org.copse.model.NumberNeededToTreat;
import org.copse.model.RandomEffects;
import org.copse.sensitivity.Published;
import org.copse.sensitivity.Rounding;
import org.junit.jupiter.api.Test;

/** What the README says of "From paper to effects". */
class ReadmeExamplesTest {

  @Test
  void linesAreThereAndTrue() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    var fit =
        RandomEffects.of(
            Trials.of(Datasets.bcgVaccine())
                .study("author")
                .year("year")
                .binary("tpos", "tn", "cpos", "cn")
                .as(RISK_RATIO));
    assertTrue(readme.contains("NumberNeededToTreat.of(fit, 0.3)"));
    String shown = NumberNeededToTreat.of(fit, 0.3).toString();
    assertTrue(shown.startsWith("NNTB 7 (95 % CI"), shown);
    assertTrue(readme.contains("NNTB 7 (95 % CI"), "README: " + shown);
    assertTrue(
        readme.contains(
            "LogHazardRatio.fromPAndEventsInEachArm(PValue.of(\"0.03\"), Direction.LOWER, 90, 110)"));
    assertTrue(
        LogHazardRatio.fromPAndEventsInEachArm(PValue.of("0.03"), Direction.LOWER, 90, 110)
                .estimate()
            < 0);
  }

  @Test
  void theAuditAndTheRoundingFindWhatTheReadmeSays() {
    long cells = 0;
    boolean overlap = false;
    for (var table :
        java.util.List.of(
            Datasets.breastCancerOrr(),
            Datasets.breastCancerNeoadjuvantOrr(),
            Datasets.breastCancerAdverseEventsAnyGrade(),
            Datasets.breastCancerAdverseEventsGrade34())) {
      Audit audit = Trials.of(table).study("report", "population").cluster("trial").audit();
      cells += audit.count(Severity.ERROR);
      overlap |=
          audit.findings().stream()
              .anyMatch(f -> f.what().contains("724 patients entered 5 times"));
    }
    assertEquals(10, cells);
    assertTrue(overlap);
    var hr =
        Trials.of(Datasets.breastCancerPfs())
            .study("report", "population")
            .reported("hr", "ci_low", "ci_high");
    double share =
        Rounding.withDefaults()
            .model(BatchModel.COMMON)
            .fit(hr.asPrinted(HAZARD_RATIO))
            .reaches(Published.effect("0.44", "0.41", "0.48"))
            .share();
    assertEquals(0.12, share, 0.01);
  }
}
