package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PatientArmsTest {

  private static final double NONE = Double.NaN;

  private static Table table() {
    return Table.create(
        "two trials",
        StringColumn.create("trial", "B", "B", "B", "B", "B", "A", "A", "A", "A"),
        StringColumn.create("arm", "new", "old", "new", "old", "new", "old", "old", "new", "new"),
        DoubleColumn.create("x", 1, 10, 2, 14, 6, 3, 5, 7, NONE),
        IntColumn.create("event", 1, 0, 0, 0, 1, 1, 0, 1, 1));
  }

  private static PatientArms arms(Table table) {
    return PatientArms.of(table).study("trial").arms("arm", "new", "old");
  }

  /** By hand: B new 1, 2, 6: mean 3, SD sqrt(14 / 2); B old 10, 14: mean 12, SD sqrt 8. */
  @Test
  void meansByStudyAndArm() {
    Table table = table();
    table.doubleColumn("x").set(8, 9.0);
    Trials trials = arms(table).means("x");
    assertEquals(List.of("study", "n1", "mean1", "sd1", "n2", "mean2", "sd2"), trials.columns());
    Table means = trials.table();
    assertEquals(List.of("B", "A"), means.stringColumn("study").asList());
    assertEquals(3, means.intColumn("n1").get(0));
    assertEquals(3, number(means, "mean1", 0));
    assertEquals(Math.sqrt(7), number(means, "sd1", 0), 1e-14);
    assertEquals(12, number(means, "mean2", 0));
    assertEquals(Math.sqrt(8), number(means, "sd2", 0), 1e-14);
    assertEquals(8, number(means, "mean1", 1));
    assertEquals(4, number(means, "mean2", 1));
  }

  private static double number(Table table, String column, int row) {
    return table.numberColumn(column).getDouble(row);
  }

  @Test
  void missingValuesAreLeftOutAndNoted() {
    Table table = table();
    table.append(
        Table.create(
            "more",
            StringColumn.create("trial", "A"),
            StringColumn.create("arm", "new"),
            DoubleColumn.create("x", 11.0),
            IntColumn.create("event", new int[] {0})));
    Effects effects =
        arms(table)
            .means("x")
            .means("n1", "mean1", "sd1", "n2", "mean2", "sd2")
            .as(ContinuousMeasure.MEAN_DIFFERENCE);
    assertEquals(5, effects.estimate(1), 1e-14);
    String notes = String.join("\n", effects.notes());
    assertTrue(notes.contains("1 of 3 patients missing and left out"), notes);
    assertTrue(notes.contains("values are missing at random"), notes);
  }

  @Test
  void countsByStudyAndArm() {
    Trials trials = arms(table()).counts("event");
    Table counts = trials.table();
    assertEquals(List.of(2, 2), counts.intColumn("events1").asList());
    assertEquals(List.of(3, 2), counts.intColumn("total1").asList());
    assertEquals(List.of(0, 1), counts.intColumn("events2").asList());
    assertEquals(List.of(2, 2), counts.intColumn("total2").asList());
    Effects effects =
        trials.binary("events1", "total1", "events2", "total2").as(BinaryMeasure.RISK_RATIO);
    assertTrue(String.join("\n", effects.notes()).contains("of patient data"));
  }

  @Test
  void oneGroupOfOneStudy() {
    Table means = PatientArms.of(table()).oneStudy("all").means("x").table();
    assertEquals(List.of("study", "n1", "mean1", "sd1"), means.columnNames());
    assertEquals("all", means.stringColumn("study").get(0));
    assertEquals(8, means.intColumn("n1").get(0));
    assertEquals(6, number(means, "mean1", 0));
  }

  @Test
  void knownDataSet() {
    Trials trials =
        PatientArms.of(Datasets.leukaemia6mp())
            .oneStudy("Freireich 1963")
            .arms("treatment", "6-MP", "control")
            .counts("relapse");
    Table counts = trials.table();
    assertEquals(9, counts.intColumn("events1").get(0));
    assertEquals(21, counts.intColumn("total1").get(0));
    assertEquals(21, counts.intColumn("events2").get(0));
  }

  @Test
  void everyBadRowIsNamed() {
    Table table = table();
    table.stringColumn("trial").set(0, "");
    table.stringColumn("arm").set(1, "other");
    table.intColumn("event").set(2, 2);
    String message =
        assertThrows(IllegalArgumentException.class, () -> arms(table).counts("event"))
            .getMessage();
    assertTrue(message.contains("Row 1: trial must name a study, was empty."), message);
    assertTrue(message.contains("Row 2: arm must be new or old, was 'other'."), message);
    assertTrue(message.contains("Row 3: event must be 0 or 1, was 2."), message);
  }

  @Test
  void textWhereANumberIsDue() {
    Table table = table();
    table.addColumns(StringColumn.create("t", "1", "2", "3", "4,5", "<6", "7", "8", "9", "10"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> arms(table).means("t")).getMessage();
    assertTrue(message.contains("2 problem(s)"), message);
    assertTrue(message.contains("Row 4: ") && message.contains("was '4,5'"), message);
    assertTrue(message.contains("Row 5: ") && message.contains("was '<6'"), message);
  }

  @Test
  void aGroupOfOneIsNamed() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> arms(table()).means("x")).getMessage();
    assertTrue(message.contains("'A', new: "), message);
    assertTrue(message.contains("A group of one has no SD."), message);
  }

  @Test
  void armsMustDifferAndStudiesHaveNames() {
    PatientArms patients = PatientArms.of(table());
    assertThrows(IllegalArgumentException.class, () -> patients.arms("arm", "new", "new"));
    assertThrows(IllegalArgumentException.class, () -> patients.oneStudy(" "));
  }
}
