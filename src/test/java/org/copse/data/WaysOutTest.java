package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is read back without a loss; JSON in. */
class WaysOutTest {

  @TempDir Path folder;

  private static BinaryEffects bcg() {
    return Trials.of(Datasets.bcgVaccine())
        .study("author")
        .year("year")
        .derive(
            "n1",
            r ->
                new org.copse.convert.Converted(
                    r.number("tpos") + r.number("tn"), "events + non-events", ""))
        .derive(
            "n2",
            r ->
                new org.copse.convert.Converted(
                    r.number("cpos") + r.number("cn"), "events + non-events", ""))
        .binary("tpos", "n1", "cpos", "n2")
        .as(RISK_RATIO);
  }

  @Test
  void csvAndWorkbookHoldEveryNumberAndNote() throws IOException {
    BinaryEffects effects = bcg();
    for (String name : List.of("bcg.csv", "bcg.xlsx")) {
      Path file = folder.resolve(name);
      Tables.save(effects, file);
      Trials back = Trials.read(file).study("study");
      Effects again = back.binary("events1", "total1", "events2", "total2").as(RISK_RATIO);
      for (int i = 0; i < effects.size(); i++) {
        assertEquals(effects.estimate(i), again.estimate(i));
        assertEquals(effects.estimate(i), back.table().numberColumn("estimate").getDouble(i));
        assertEquals(effects.variance(i), back.table().numberColumn("variance").getDouble(i));
        assertEquals(effects.studies().label(i), again.studies().label(i));
      }
      assertTrue(back.columns().containsAll(List.of("ci_low", "alloc", "ablat")));
    }
    Trials notes = Trials.readSheet(folder.resolve("bcg.xlsx"), "Notes");
    assertEquals(effects.notes(), notes.table().stringColumn("note").asList());
    String text = Files.readString(folder.resolve("bcg-notes.csv"));
    assertTrue(text.contains("events + non-events"), text);
  }

  @Test
  void textsThatASpreadsheetWouldRunStayText() throws IOException {
    Path in = folder.resolve("in.csv");
    Files.writeString(
        in,
        "who,e1,n1,e2,n2,=cmd\n\"=HYPERLINK(\"\"x\"\")\",1,10,2,10,@SUM(A1)\n\"a,b\"\"c\",3,10,4,10,-2+3\n");
    Effects effects = Trials.read(in).study("who").binary("e1", "n1", "e2", "n2").as(RISK_RATIO);
    Path out = folder.resolve("out.csv");
    Tables.save(effects, out);
    String csv = Files.readString(out);
    assertTrue(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""), csv);
    assertTrue(csv.contains("'@SUM(A1)") && csv.contains("'-2+3") && csv.contains("'=cmd"), csv);
    assertTrue(csv.contains("\"a,b\"\"c\""), csv);
    Path book = folder.resolve("out.xlsx");
    Tables.save(effects, book);
    assertEquals("=HYPERLINK(\"x\")", Trials.read(book).table().stringColumn("study").get(0));
  }

  @Test
  void anUnknownEndingIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Tables.save(bcg(), folder.resolve("bcg.txt")));
    assertTrue(e.getMessage().contains(".csv or .xlsx"), e.getMessage());
  }

  private Trials json(String text) throws IOException {
    Path file = folder.resolve("t.json");
    Files.writeString(file, text);
    return Trials.read(file);
  }

  @Test
  void jsonByRowsAndByColumnsKeepsPrintedDigits() throws IOException {
    Trials rows =
        json(
            """
            [{"author": "A", "hr": 0.60, "low": 0.50, "high": 0.72},
             {"author": "B", "hr": 0.8, "low": 0.50, "high": 1.28, "note": null, "ok": true}]
            """);
    assertEquals(List.of("author", "hr", "low", "high", "note", "ok"), rows.columns());
    Trials columns =
        json(
            "{\"author\": [\"A\", \"B\"], \"hr\": [0.60, 0.8], \"low\": [0.50, 0.50], \"high\": [0.72, 1.28]}");
    Effects one =
        rows.study("author")
            .reported("hr", "low", "high")
            .as(org.copse.effect.ReportedMeasure.HAZARD_RATIO);
    Effects other =
        columns
            .study("author")
            .reported("hr", "low", "high")
            .as(org.copse.effect.ReportedMeasure.HAZARD_RATIO);
    assertEquals(one.estimate(0), other.estimate(0));
    assertEquals(Math.log(0.6), one.estimate(0));
  }

  @Test
  void jsonOfAnotherShapeSaysWhatIsWrong() {
    for (String text :
        List.of(
            "[1, 2]",
            "[{\"a\": [1]}]",
            "{\"a\": 1}",
            "{\"a\": [1], \"b\": [1, 2]}",
            "[{\"a\": 1, \"a\": 2}]",
            "[{\"a\": 1",
            "\"a\"",
            "[{\"a\": 1}] x",
            "[]",
            "")) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> json(text), text);
      assertTrue(e.getMessage().startsWith("Cannot read t.json"), e.getMessage());
    }
  }
}
