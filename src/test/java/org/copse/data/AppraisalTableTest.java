package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.Instruments;
import org.copse.effect.StudyDataException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AppraisalTableTest {

  private static Table rob() {
    return Table.create(
        "rob",
        StringColumn.create("study", "a", "b"),
        StringColumn.create("D5", "Low risk", "+"),
        StringColumn.create("d1", "LOW", "High"),
        StringColumn.create("D2 Deviations from intended interventions", "low", "low"),
        StringColumn.create("Missing outcome data", "some concerns", "low"),
        StringColumn.create("D4", "low", "low"),
        StringColumn.create("overall", "Some concerns", ""));
  }

  @Test
  void theReviewsJadadTableIsReadAndItsTotalsAreItsSums() {
    Appraisal jadad =
        Trials.read(Path.of("datasets/breast-cancer-jadad.csv"))
            .study("report")
            .appraisal(Instruments.jadad())
            .columns("randomisation", "blinding", "withdrawals")
            .overall("total")
            .read();
    assertEquals(12, jadad.size());
    assertTrue(jadad.notes().isEmpty());
    assertEquals(
        6,
        IntStream.range(0, 12)
            .filter(i -> jadad.overall(i).orElseThrow().label().equals("High quality"))
            .count());
    Table back = Tables.of(jadad);
    assertEquals("4", back.column("points").getString(0));
    assertEquals("High quality", back.column("overall").getString(0));
  }

  @Test
  void domainsAreFoundByLetterOrName() {
    Appraisal appraisal =
        AppraisalTable.of(rob(), Instruments.rob2()).study("study").overall("overall").read();
    assertEquals("High", appraisal.answer(1, 0).map(AppraisalAnswer::label).orElseThrow());
    assertEquals("Some concerns", appraisal.answer(0, 2).orElseThrow().label());
    assertEquals("High", appraisal.overall(1).orElseThrow().label());
  }

  @Test
  void missingColumnsAreNamedTogether() {
    Table table = rob();
    table.removeColumns("D4", "D5");
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AppraisalTable.of(table, Instruments.rob2()).study("study").read());
    assertTrue(e.getMessage().contains("D4 Measurement"));
    assertTrue(e.getMessage().contains("D5 Choice"));
    assertThrows(
        IllegalArgumentException.class,
        () -> AppraisalTable.of(table, Instruments.rob2()).columns("d1"));
  }

  @Test
  void longTablesAreReadTheSame() {
    Table table =
        Table.create(
            "long",
            StringColumn.create("study", "a", "a", "a", "b", "b", "b", "a"),
            StringColumn.create("item", "R", "Blinding", "W", "W", "B", "R", "Overall"),
            IntColumn.create("points", 1, 2, 1, 0, 0, 1, 4));
    Appraisal appraisal =
        AppraisalTable.of(table, Instruments.jadad())
            .study("study")
            .longForm("item", "points")
            .read();
    assertEquals(4, appraisal.points(0).getAsInt());
    assertEquals(1, appraisal.points(1).getAsInt());
    assertTrue(appraisal.notes().isEmpty());
  }

  @Test
  void longTablesNameUnknownAndRepeatedDomains() {
    Table table =
        Table.create(
            "long",
            StringColumn.create("study", "a", "a", "a"),
            StringColumn.create("item", "R", "Q", "R"),
            IntColumn.create("points", 1, 2, 1));
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () ->
                AppraisalTable.of(table, Instruments.jadad())
                    .study("study")
                    .longForm("item", "points")
                    .read());
    assertTrue(e.getMessage().contains("(row 2): domain must be one of"));
    assertTrue(e.getMessage().contains("(row 3): a domain must have one answer a study"));
  }

  @Test
  void aDashIsHighInRob1AndNoAnswerElsewhere() {
    Table table =
        Table.create("t", StringColumn.create("study", "a"), StringColumn.create("A", "-"));
    for (String letter : "BCDEFG".split("")) {
      table.addColumns(StringColumn.create(letter, "low"));
    }
    Appraisal appraisal = AppraisalTable.of(table, Instruments.rob1()).study("study").read();
    assertEquals("High", appraisal.answer(0, 0).orElseThrow().label());
    Table stars = Table.create("t", StringColumn.create("study", "a"));
    for (String letter : "S C O".split(" ")) {
      stars.addColumns(StringColumn.create(letter, "-"));
    }
    AppraisalTable nos =
        AppraisalTable.of(stars, Instruments.newcastleOttawaCohortSections()).study("study");
    assertThrows(StudyDataException.class, nos::read);
    assertTrue(nos.withGaps().read().points(0).isEmpty());
  }
}
