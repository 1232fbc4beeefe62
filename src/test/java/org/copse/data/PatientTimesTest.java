package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.survival.CoxRegression;
import org.copse.survival.KaplanMeier;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRank;
import org.copse.survival.SurvivalData;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PatientTimesTest {

  private static Table table() {
    return Table.create(
        "patients",
        IntColumn.create("weeks", 5, 3, 8, 2, 9, 4),
        IntColumn.create("status", 2, 1, 2, 2, 1, 2),
        StringColumn.create("arm", "new", "old", "old", "old", "new", "new"),
        DoubleColumn.create("age", 50, 61, Double.NaN, 47, 55, 70),
        DoubleColumn.create("start", 0, 0, 1, 0, 0.5, 1));
  }

  @Test
  void columnsBecomeData() {
    SurvivalData data =
        PatientTimes.of(table())
            .times("weeks")
            .eventsWhere("status", "2")
            .groups("arm", "old", "new")
            .entries("start")
            .data();
    assertEquals(List.of("old", "new"), data.groups());
    assertEquals(4, data.events());
    assertEquals(0.5, data.entry(4));
    assertEquals(2, KaplanMeier.of(data).curves().size());
    assertEquals(1, LogRank.of(data).test().get().df());
  }

  @Test
  void trialsReadFromAFileCanBePatients() {
    SurvivalData data =
        Trials.of(table()).patients().times("weeks").eventsWhere("status", "2").data();
    assertEquals(6, data.size());
  }

  @Test
  void incompleteRowsAreErrorsOrLeftOutAndCounted() {
    PatientTimes patients =
        PatientTimes.of(table()).times("weeks").eventsWhere("status", "2").covariates("age");
    String message = assertThrows(IllegalArgumentException.class, patients::data).getMessage();
    assertTrue(message.contains("Row 3: covariate must be a number, was NaN. Check column age."));
    SurvivalData data = patients.leaveOutIncomplete().data();
    assertEquals(5, data.size());
    assertEquals("1 rows with missing cells left out", data.notes().get(0));
    assertTrue(Double.isFinite(CoxRegression.on("age").fit(data).logLikelihood()));
  }

  @Test
  void rowsAreNamedAsInTheTableEvenWhereOthersAreLeftOut() {
    Table table = table();
    table.intColumn("weeks").set(4, -9);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    PatientTimes.of(table)
                        .times("weeks")
                        .eventsWhere("status", "2")
                        .covariates("age")
                        .leaveOutIncomplete()
                        .data())
            .getMessage();
    assertTrue(message.contains("Row 5: time must be a number, 0 or later, was -9"), message);
  }

  @Test
  void whatIsMissingIsSaid() {
    PatientTimes patients = PatientTimes.of(table());
    assertMessage("columns of times and of events must be named", () -> patients.data());
    assertMessage("Did you mean 'weeks'?", () -> patients.times("week"));
    assertMessage(
        "event must be 0 (censored) or 1 (event), was 2",
        () -> patients.times("weeks").events("status").data());
    assertMessage(
        "must hold the value that means an event, 'dead'",
        () -> patients.times("weeks").eventsWhere("status", "dead").data());
  }

  @Test
  void textInPlaceOfNumbersIsQuoted() {
    Table table = table();
    table.addColumns(
        StringColumn.create("months", "1.2", "2,5", "NA", "4 wk", "5", "6"),
        StringColumn.create("dead", "1", "0", "yes", "1", "0", "1"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> PatientTimes.of(table).times("months").events("dead").data())
            .getMessage();
    assertTrue(message.startsWith("Cannot use the survival data: 4 problems."), message);
    assertTrue(message.contains("was '2,5'. Write 2.5."), message);
    assertTrue(message.contains("Row 3: column 'dead' must hold a number, was 'yes'"), message);
  }

  @Test
  void curvesBecomeTables() {
    KaplanMeierFit fit =
        KaplanMeier.of(
            PatientTimes.of(table())
                .times("weeks")
                .eventsWhere("status", "2")
                .groups("arm", "old")
                .data());
    Table curves = SurvivalTables.curves(fit);
    assertEquals(6, curves.rowCount());
    assertEquals("old", curves.stringColumn("group").get(0));
    assertEquals(2.0 / 3, curves.doubleColumn("survival").get(0), 1e-15);
    assertTrue(curves.doubleColumn("ci_low").isMissing(2), "S = 0 has no interval");
    Table at = SurvivalTables.at(fit, 0, 4);
    assertEquals(List.of(3.0, 1.0, 3.0, 3.0), at.doubleColumn("at_risk").asList());
    Table medians = SurvivalTables.medians(fit);
    assertEquals(8.0, medians.doubleColumn("median").get(0));
    assertTrue(medians.doubleColumn("ci_high").isMissing(1));
  }

  private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
