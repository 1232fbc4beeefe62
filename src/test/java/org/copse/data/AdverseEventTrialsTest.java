package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.StudyDataException;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventData;
import org.copse.model.AdverseEvents;
import org.copse.model.StudyLeftOut;
import org.copse.plot.ForestPlot;
import org.copse.plot.ForestRow;
import org.copse.report.AdverseEventReport;
import org.copse.report.ReportTable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** From a long table to pooled events, their tables and their plot. */
class AdverseEventTrialsTest {

  private static Table table(String... rows) {
    String[] names = {"study", "event", "grade", "e1", "n1", "e2", "n2"};
    Table table = Table.create("events");
    for (int j = 0; j < names.length; j++) {
      StringColumn column = StringColumn.create(names[j]);
      for (String row : rows) {
        column.append(row.split(",", -1)[j]);
      }
      table.addColumns(column);
    }
    return table;
  }

  private static final Table GOOD =
      table(
          "A,rash,any,20,100,10,100",
          "B,rash,any,30,120,12,110",
          "A,rash,3-4,2,100,0,100",
          "B,rash,3-4,,120,,110",
          "A,cough,any,5,100,4,100",
          "B,cough,any,,120,3,110");

  private static AdverseEventData read(Table table) {
    return Trials.of(table)
        .study("study")
        .leaveOutIncomplete()
        .adverseEvents("event")
        .grade("grade")
        .binary("e1", "n1", "e2", "n2")
        .as(BinaryMeasure.RISK_RATIO)
        .arms("Drug", "Placebo");
  }

  @Test
  void oneStudyComesOnceAnEvent() {
    AdverseEventData data = read(GOOD);
    assertEquals(List.of("A", "B"), data.studies());
    assertEquals(List.of("any", "3-4"), data.grades());
    assertEquals(
        List.of(new StudyLeftOut("B", "no value in e1, e2")), data.events().get(1).incomplete());
    assertEquals(
        List.of("A", "B"), data.events().get(0).effects().orElseThrow().studies().labels());
    assertEquals(20, data.events().get(0).effects().orElseThrow().raw(0, 0));
    assertEquals(2, data.grade("any").events().size());
  }

  @Test
  void everyBadRowIsNamedAtOnce() {
    Table bad =
        table(
            "A,rash,any,20,10,10,100",
            "A,rash,any,2,100,x,100",
            "B,,any,2,100,3,100",
            "C,rash,any,,100,3,100");
    StudyDataException lenient = assertThrows(StudyDataException.class, () -> read(bad));
    assertTrue(lenient.getMessage().contains("(row 1): events must not exceed total"));
    assertTrue(lenient.getMessage().contains("(row 2)"), lenient.getMessage());
    assertTrue(lenient.getMessage().contains("column 'event' must name the event"));
    assertTrue(lenient.getMessage().contains("A rash any"), "same study twice in an event");
    AdverseEventTrials strict = Trials.of(bad).study("study").adverseEvents("event");
    StudyDataException all =
        assertThrows(StudyDataException.class, () -> strict.binary("e1", "n1", "e2", "n2"));
    assertTrue(all.getMessage().contains("leaveOutIncomplete()"), all.getMessage());
  }

  @Test
  void reportHasTheColumnsThatReviewsPrint() {
    AdverseEventAnalysis analysis = AdverseEvents.of(read(GOOD));
    ReportTable table = AdverseEventReport.of(analysis);
    assertEquals(
        List.of(
            "Event",
            "k",
            "Drug events",
            "Drug total",
            "Placebo events",
            "Placebo total",
            "I²",
            "p (het.)",
            "Model",
            "RR [95% CI]",
            "Test",
            "p"),
        table.columns().stream().map(ReportTable.Column::fullHeader).toList());
    assertEquals("Any grade", table.rows().get(0).cells().get(0));
    assertEquals(
        List.of("rash", "2", "50", "220", "22", "210"), table.rows().get(1).cells().subList(0, 6));
    assertEquals("Grade 3-4", table.rows().get(3).cells().get(0));
    assertEquals(3, AdverseEventReport.all(analysis).size());
    assertEquals(4, AdverseEventReport.zeroCells(analysis).rows().size());
    assertEquals("20/100 | 10/100", AdverseEventReport.of(read(GOOD)).rows().get(0).cells().get(1));
    assertEquals("–", AdverseEventReport.of(read(GOOD)).rows().get(1).cells().get(2));
  }

  @Test
  void tablesHoldEveryEventMethodAndStudyLeftOut() {
    AdverseEventAnalysis analysis = AdverseEvents.of(read(GOOD));
    Table pooled = Tables.of(analysis);
    assertEquals(3, pooled.rowCount());
    assertEquals(
        analysis.result("rash", "any").fit().orElseThrow().backTransformed().estimate(),
        pooled.doubleColumn("displayed").get(0));
    assertEquals(50, pooled.doubleColumn("events1").get(0));
    assertEquals(3, Tables.zeroCellMethods(analysis).rowCount());
    assertEquals(2, Tables.leftOut(analysis).rowCount());
    assertEquals("no value in e1", Tables.leftOut(analysis).stringColumn("reason").get(1));
  }

  @Test
  void forestHasOneRowAnEventUnderItsGrade() {
    AdverseEventAnalysis analysis = AdverseEvents.of(read(GOOD));
    ForestPlot plot = ForestPlot.of(analysis);
    List<ForestRow> rows = plot.model().rows();
    assertEquals(
        List.of(
            ForestRow.Kind.HEADING,
            ForestRow.Kind.STUDY,
            ForestRow.Kind.STUDY,
            ForestRow.Kind.SPACER,
            ForestRow.Kind.HEADING,
            ForestRow.Kind.STUDY),
        rows.stream().map(ForestRow::kind).toList());
    assertEquals("50", rows.get(1).cells().get(2).text());
    assertEquals(
        analysis.result("rash", "any").fit().orElseThrow().backTransformed().estimate(),
        rows.get(1).mark().orElseThrow().estimate());
    assertTrue(plot.svg().contains("Grade 3-4"));
    assertTrue(plot.figure().asJavascript("x").contains("cough"));
  }

  @Test
  void singleArms() {
    AdverseEventData data =
        Trials.of(GOOD)
            .study("study")
            .leaveOutIncomplete()
            .adverseEvents("event")
            .grade("grade")
            .proportion("e1", "n1")
            .as(ProportionMeasure.LOGIT_PROPORTION);
    AdverseEventAnalysis analysis = AdverseEvents.of(data);
    assertEquals(2, analysis.result("rash", "any").k());
    assertEquals(1, analysis.result("cough", "any").k());
    ReportTable table = AdverseEventReport.of(analysis);
    assertEquals(8, table.columns().size());
    assertEquals(5, ForestPlot.of(analysis).model().columns().size() - 1);
  }
}
