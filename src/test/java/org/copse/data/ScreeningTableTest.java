package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.copse.appraisal.PrismaBox;
import org.copse.appraisal.PrismaFlow;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ScreeningTableTest {

  private static final String[] NAMES = {
    "source", "via", "duplicate", "removed", "screen", "found", "eligible", "why", "study", "doi"
  };

  private static Table table(String... rows) {
    Table table = Table.create("records");
    for (String name : NAMES) {
      table.addColumns(StringColumn.create(name));
    }
    for (String row : rows) {
      String[] cells = (row + " ").split(",", -1);
      for (int j = 0; j < NAMES.length; j++) {
        table.stringColumn(j).append(j < cells.length ? cells[j].strip() : "");
      }
    }
    return table;
  }

  private static ScreeningTable read(String... rows) {
    return ScreeningTable.of(table(rows))
        .source("source")
        .route("via")
        .duplicate("duplicate")
        .removed("removed")
        .screening("screen")
        .retrieved("found")
        .eligible("eligible")
        .reason("why")
        .study("study")
        .report("doi");
  }

  private static int n(PrismaFlow flow, PrismaBox box) {
    return flow.count(box).orElseThrow();
  }

  private static String error(ScreeningTable table) {
    return assertThrows(IllegalArgumentException.class, table::flow).getMessage();
  }

  @Test
  void everyDecisionIsCounted() {
    PrismaFlow flow =
        read(
                "MEDLINE,database,no,,include,yes,yes,,Smith,10.1/a",
                "Embase,database,yes,,,,,,,10.1/a",
                "Embase,database,no,,include,yes,yes,,Smith,10.1/b",
                "Embase,,,before 1990,,,,,,",
                "MEDLINE,database,no,,exclude,,,,,",
                "MEDLINE,database,no,,include,no,,,,10.1/c",
                "ClinicalTrials.gov,register,no,,include,yes,no,no control group,,10.1/d",
                "Citations,other,no,,,yes,yes,,Jones,10.1/e",
                "Citations,other,no,,,yes,no,children,,10.1/f",
                "2015 review,previous,,,,,,,Old,")
            .flow();
    assertEquals(7, n(flow, PrismaBox.IDENTIFIED));
    assertEquals(2, n(flow, PrismaBox.REMOVED));
    assertEquals(5, n(flow, PrismaBox.SCREENED));
    assertEquals(1, n(flow, PrismaBox.EXCLUDED));
    assertEquals(1, n(flow, PrismaBox.NOT_RETRIEVED));
    assertEquals(3, n(flow, PrismaBox.ASSESSED));
    assertEquals("no control group", flow.box(PrismaBox.REPORTS_EXCLUDED).parts().get(0).name());
    assertEquals(2, n(flow, PrismaBox.OTHER_ASSESSED));
    assertEquals(2, n(flow, PrismaBox.STUDIES));
    assertEquals(3, n(flow, PrismaBox.REPORTS));
    assertEquals(3, n(flow, PrismaBox.TOTAL_STUDIES));
    assertTrue(flow.notes().isEmpty(), flow.notes().toString());
    Table columns = Tables.of(flow);
    assertEquals(
        7,
        columns
            .intColumn("n")
            .get(
                columns
                    .stringColumn("box")
                    .indexOf("Records identified from databases and registers")));
  }

  @Test
  void contradictionsAndGapsAreListedByRow() {
    String message =
        error(
            read(
                "MEDLINE,database,yes,,include,,,,,",
                "MEDLINE,database,no,,,,,,,",
                "MEDLINE,database,no,,include,yes,no,,,",
                "MEDLINE,database,no,,include,yes,yes,,,",
                "MEDLINE,database,no,,exclude,yes,,,,",
                ",database,no,,exclude,,,,,"));
    assertTrue(message.startsWith("Cannot read the records: 6 problems."), message);
    assertTrue(
        message.contains("Row 1: screening decision must be empty: the record was removed"),
        message);
    assertTrue(message.contains("Row 2: screening decision must be given"), message);
    assertTrue(message.contains("Row 3: reason for exclusion must be given"), message);
    assertTrue(message.contains("Row 4: study must be given"), message);
    assertTrue(
        message.contains("Row 5: retrieval must be empty: the record was left out"), message);
    assertTrue(message.contains("Row 6: source must be named, was blank"), message);
  }

  @Test
  void wordsThatAreNoDecisionsAreListed() {
    String message =
        error(
            read(
                "MEDLINE,database,no,,maybe,,,,,",
                "MEDLINE,internet,no,,exclude,,,,,",
                "MEDLINE,,no,,include,yes,yes,,A,10.1/a",
                "MEDLINE,,no,,include,yes,yes,,B,10.1/a"));
    assertTrue(message.contains("Row 1: decision must be yes, no or blank, was 'maybe'"), message);
    assertTrue(message.contains("Row 2: route must be"), message);
    assertTrue(
        message.contains("Row 4: report must be in the flow once, was '10.1/a' as in row 3"),
        message);
  }

  @Test
  void whatNoColumnSaysIsAssumedAloud() {
    PrismaFlow flow =
        ScreeningTable.of(table("MEDLINE,,,,yes,,no,,,", "MEDLINE,,,,yes,,yes,,A,"))
            .source("source")
            .screening("screen")
            .eligible("eligible")
            .study("study")
            .flow();
    assertEquals(0, n(flow, PrismaBox.NOT_RETRIEVED));
    assertEquals("reason not recorded", flow.box(PrismaBox.REPORTS_EXCLUDED).parts().get(0).name());
    assertTrue(flow.notes().stream().anyMatch(x -> x.contains("count as retrieved")));
    String message = error(ScreeningTable.of(table("MEDLINE")).source("source"));
    assertTrue(message.contains("screening(...), eligible(...), study(...)"), message);
  }

  @Test
  void aNewReportOfAnOldStudyIsNoNewStudy() {
    PrismaFlow flow =
        read("MEDLINE,,,,yes,yes,yes,,Old,10.1/a", "first version,previous,,,,,,,Old,").flow();
    assertEquals(0, n(flow, PrismaBox.STUDIES));
    assertEquals(1, n(flow, PrismaBox.REPORTS));
    assertEquals(1, n(flow, PrismaBox.TOTAL_STUDIES));
    assertTrue(flow.notes().toString().contains("not as new studies"));
  }

  @Test
  void fiftyThousandRecordsAreCounted() {
    String[] rows =
        Collections.nCopies(50_000, "MEDLINE,database,no,,exclude,,,,,").toArray(String[]::new);
    assertEquals(50_000, n(read(rows).flow(), PrismaBox.EXCLUDED));
  }
}
