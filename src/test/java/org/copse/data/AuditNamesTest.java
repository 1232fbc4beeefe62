package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copse.audit.Audit;
import org.copse.audit.Check;
import org.copse.audit.Finding;
import org.copse.audit.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual names of columns, and which column goes with which estimate. */
final class AuditNamesTest {

  @TempDir Path folder;

  private Audit audit(String... lines) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, String.join("\n", lines));
    return Trials.read(file).audit();
  }

  private static List<String> unchecked(Audit audit) {
    return audit.unchecked().stream().filter(s -> s.startsWith("Column ")).toList();
  }

  private static List<Check> checks(Audit audit) {
    return audit.findings().stream().map(Finding::check).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oe,v",
        "o_e,v",
        "O-E,V",
        "o_minus_e,var",
        "OE_logrank,variance",
        "obs_minus_exp,var_logrank",
        "logrank_oe,logrank_v"
      })
  void logRankStatisticsByManyNames(String header) throws IOException {
    Audit audit = audit("study," + header, "A,-12.1,30.2", "B,-9,25", "C,-8,-21.5");
    String[] names = header.split(",");
    assertTrue(
        audit
            .lookedAt()
            .contains("O − E and V, as log hazard ratios: " + names[0] + ", " + names[1]),
        audit.toString());
    assertEquals(List.of(Check.RANGE), checks(audit), audit.findings().toString());
    assertTrue(audit.findings().get(0).concerns(3, names[1]));
    assertEquals(Severity.ERROR, audit.findings().get(0).severity());
    assertEquals(List.of(), unchecked(audit));
  }

  @Test
  void aLogRankSignAgainstTheOthersIsFound() throws IOException {
    Audit audit =
        audit(
            "study,oe,v",
            "A,-60,120",
            "B,-62,118",
            "C,-58,121",
            "D,-61,119",
            "E,60,120",
            "F,-59,122");
    assertEquals(1, audit.findings().size(), audit.findings().toString());
    assertEquals(List.of(5), audit.findings().get(0).rows());
    assertEquals("oe / v", audit.findings().get(0).column());
  }

  @Test
  void vWithoutOMinusEIsNotTakenForOne() throws IOException {
    Audit audit = audit("study,v,var", "A,-1,2", "B,2,3");
    assertEquals(List.of(), audit.findings());
    assertEquals(2, unchecked(audit).size(), audit.unchecked().toString());
    Audit half = audit("study,oe", "A,-1", "B,2");
    assertEquals(List.of("Column 'oe': no variance V goes with this O − E."), unchecked(half));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chi2", "chisq", "chi_squared", "logrank_chi2", "χ²", "Chi-square"})
  void chiSquaredIsHeldAgainstTheInterval(String name) throws IOException {
    // 0.47 [0.37; 0.60] has z = −6.1 and χ² = 37.5
    Audit audit =
        audit("study,hr,ci_low,ci_high," + name, "A,0.47,0.37,0.60,37.5", "B,0.46,0.36,0.59,3.1");
    assertEquals(List.of(Check.INTERVAL_AND_P), checks(audit), audit.findings().toString());
    assertTrue(audit.findings().get(0).concerns(2, name), audit.findings().toString());
    Audit negative = audit("study,hr,ci_low,ci_high," + name, "A,0.47,0.37,0.60,-3");
    assertEquals(List.of(Check.RANGE), checks(negative));
    Audit alone = audit("study," + name, "A,3");
    assertEquals(
        List.of("Column '%s': no estimate goes with this χ².".formatted(name)), unchecked(alone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e1,n1,e2,n2",
        "E1,N1,E2,N2",
        "events1,n1,events2,n2",
        "events1,total1,events2,total2",
        "r1,n1,r2,n2",
        "deaths1,patients1,deaths2,patients2"
      })
  void countsOfArmsByNumber(String header) throws IOException {
    Audit audit = audit("study," + header, "A,61,60,2,60", "B,6,63,2,62");
    assertEquals(List.of(Check.EVENTS_WITHIN_TOTAL), checks(audit), audit.toString());
    assertTrue(audit.lookedAt().stream().anyMatch(s -> s.startsWith("Two arms of counts")));
  }

  /** In "n (%)" of N, n are the events. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n1,pct1,total1,n2,pct2,total2",
        "n1,pct1,N1,n2,pct2,N2",
        "n_trt,percent_trt,patients_trt,n_ctrl,percent_ctrl,patients_ctrl"
      })
  void nBesideAPercentageAndATotalIsACount(String header) throws IOException {
    Audit right = audit("study," + header, "A,8,14.8,54,9,15.8,57", "B,7,11.7,60,6,9.8,61");
    assertEquals(List.of(), right.findings());
    Audit wrong = audit("study," + header, "A,8,14.8,54,9,15.8,57", "B,8,11.7,60,6,9.8,61");
    assertEquals(List.of(Check.COUNT_AND_PERCENT), checks(wrong), wrong.findings().toString());
    String n1 = header.split(",")[0];
    assertTrue(wrong.findings().get(0).concerns(2, n1), wrong.findings().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pct_change1", "percent_reduction1", "ci_low_pct1", "pct_se1"})
  void percentagesThatAreNoSharesOfPatientsAreNotTakenForCounts(String name) throws IOException {
    Audit audit = audit("study,n1," + name, "A,54,14", "B,57,-13");
    assertEquals(List.of(), audit.withSeverity(Severity.ERROR).findings());
    assertTrue(
        audit.unchecked().stream().anyMatch(s -> s.contains("'" + name + "'")),
        audit.unchecked().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hr,hr_low,hr_high,p,or,or_low,or_high | hr",
        "or,or_low,or_high,hr,hr_low,hr_high,p | hr",
        "p,hr,hr_low,hr_high,or,or_low,or_high | hr",
        "hr,hr_low,hr_high,or,or_low,or_high,hr_p | hr",
        "or,or_low,or_high,p_or,hr,hr_low,hr_high | or",
      })
  void onePBelongsToTheNearestRatio(String header, String owner) throws IOException {
    Audit audit = audit("study," + header, "A" + ",0.47".repeat(7));
    List<String> with =
        audit.lookedAt().stream()
            .filter(s -> s.startsWith("Ratios: ") && s.matches(".*\\b(p|hr_p|p_or)\\b.*"))
            .toList();
    assertEquals(1, with.size(), audit.lookedAt().toString());
    assertTrue(with.get(0).startsWith("Ratios: " + owner.strip() + ","), with.toString());
  }

  @Test
  void limitsGoWithTheRatioAndErrorsWithItsLogarithm() throws IOException {
    Audit audit = audit("study,hr,log_hr,ci_low,ci_high,se", "A,0.47,-0.755,0.37,0.60,0.123");
    assertTrue(audit.lookedAt().contains("Ratios: hr, ci_low, ci_high"), audit.toString());
    assertTrue(audit.lookedAt().contains("Log ratios: log_hr, se"), audit.toString());
    assertEquals(List.of(), audit.findings());
  }
}
