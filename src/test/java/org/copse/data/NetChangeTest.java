package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.copse.convert.ChangeSd;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.StudyDataException;
import org.copse.effect.SummaryEffects;
import org.junit.jupiter.api.Test;

/** Net changes of single-arm and controlled trials from one table. */
class NetChangeTest {

  private static final String HEADER =
      "study,design,n1,b1,sb1,a1,sa1,c1,sc1,n2,b2,sb2,a2,sa2,c2,sc2\n";
  private static final String MILES = "MILES,RCT,41,,,,,19,124,34,,,,,-134,182\n";

  private static NetChangeOutcome read(String rows) {
    TextTable text = TextTable.of("t.csv", CsvText.parse("t.csv", HEADER + rows, ','));
    return Trials.of(text)
        .study("study")
        .change()
        .net(ArmChangeColumns.changes("n1", "c1", "sc1").orValues("b1", "sb1", "a1", "sa1"))
        .control(ArmChangeColumns.changes("n2", "c2", "sc2").orValues("b2", "sb2", "a2", "sa2"));
  }

  private static SummaryEffects<NetChange> effects(NetChangeOutcome outcome) {
    return outcome.as(NetChangeMeasure.NET_CHANGE);
  }

  @Test
  void aControlledTrialGivesTheDifferenceOfChanges() {
    SummaryEffects<NetChange> e = effects(read(MILES));
    assertEquals(153, e.estimate(0), 1e-12);
    assertEquals(124.0 * 124 / 41 + 182.0 * 182 / 34, e.variance(0), 1e-10);
    assertTrue(
        e.notes().stream().anyMatch(n -> n.equals("Controlled, difference of changes: MILES.")));
  }

  @Test
  void aSingleArmTrialGivesItsChangeAlone() {
    SummaryEffects<NetChange> e =
        effects(read(MILES + "Single,single arm,18,,,,,118,330,,,,,,,\n"));
    assertEquals(118, e.estimate(1));
    assertEquals(330.0 * 330 / 18, e.variance(1), 1e-10);
    assertTrue(e.notes().stream().anyMatch(n -> n.contains("not the same quantity")));
    assertTrue(Double.isNaN(e.raw(1, 3)));
    assertEquals(34, e.raw(0, 3));
  }

  @Test
  void valuesBeforeAndAfterNeedACorrelation() {
    String row = "Values,single arm,20,1000,300,1100,320,,,,,,,,,\n";
    NetChangeOutcome outcome = read(MILES + row);
    StudyDataException none = assertThrows(StudyDataException.class, () -> effects(outcome));
    assertTrue(
        none.getMessage().contains("study 'Values' (row 2)")
            || none.getMessage().contains("Values"));
    assertTrue(none.getMessage().contains("correlation"));
    SummaryEffects<NetChange> e =
        effects(outcome.correlation(ChangeSd.assumedCorrelation(.7, "elsewhere")));
    assertEquals(100, e.estimate(1));
    double sd2 = 300 * 300 + 320 * 320 - 2 * .7 * 300 * 320;
    assertEquals(sd2 / 20, e.variance(1), 1e-9);
    assertTrue(e.data(1).usesCorrelation());
    assertTrue(!e.data(0).usesCorrelation());
    assertTrue(e.notes().stream().anyMatch(n -> n.contains("computed, not printed: Values")));
  }

  @Test
  void aPrintedChangeWinsOverValues() {
    SummaryEffects<NetChange> e =
        effects(read("Both,single arm,20,1000,300,1100,320,90,150,,,,,,,\n"));
    assertEquals(90, e.estimate(0));
    assertEquals(150.0 * 150 / 20, e.variance(0), 1e-9);
  }

  @Test
  void aTrialSaidToBeControlledIsIncompleteWithoutItsControl() {
    NetChangeOutcome outcome = read(MILES + "Other,RCT,20,,,,,90,150,,,,,,,\n");
    assertEquals(2, effects(outcome).size());
    StudyDataException e =
        assertThrows(
            StudyDataException.class, () -> effects(outcome.controlledWhere("design", "RCT")));
    assertTrue(e.getMessage().contains("n2") && e.getMessage().contains("sc2"));
  }

  @Test
  void everyBadRowIsNamed() {
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () ->
                effects(
                    read(
                        "A,RCT,1,,,,,19,124,34,,,,,-134,182\n"
                            + "B,RCT,41,,,,,19,-4,34,,,,,-134,182\n"
                            + "C,RCT,41,,,,,19,124,34,,,,,-134,\n")));
    assertEquals(3, e.problems().size());
    assertTrue(e.getMessage().contains("sc2"));
  }

  @Test
  void incompleteRowsCanBeLeftOut() {
    TextTable text =
        TextTable.of(
            "t.csv", CsvText.parse("t.csv", HEADER + MILES + "Empty,RCT,,,,,,,,,,,,,,\n", ','));
    SummaryEffects<NetChange> e =
        Trials.of(text)
            .study("study")
            .leaveOutIncomplete()
            .change()
            .net(ArmChangeColumns.changes("n1", "c1", "sc1"))
            .control(ArmChangeColumns.changes("n2", "c2", "sc2"))
            .as(NetChangeMeasure.NET_CHANGE);
    assertEquals(1, e.size());
    assertTrue(e.notes().get(0).startsWith("Left out as incomplete: study 'Empty' (row 2)"));
  }
}
