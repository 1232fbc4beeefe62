package org.copse.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.copse.effect.BinaryMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as no spreadsheet program would write them, or as it does and no one expects. */
final class CraftedWorkbookTest {

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

  @TempDir Path folder;

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(UTF_8));
    zip.closeEntry();
  }

  private Path workbook(String rows, String afterRows, String strings) throws IOException {
    Path file = folder.resolve("crafted.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"%s/content-types\">".formatted(PACKAGE)
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
              + ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>"
                  .formatted(TYPES)
              + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"%sworksheet+xml\"/>"
                  .formatted(TYPES)
              + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"%ssharedStrings+xml\"/>"
                  .formatted(TYPES)
              + "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>"
                  .formatted(TYPES)
              + "</Types>");
      put(zip, "xl/styles.xml", "<styleSheet %s></styleSheet>".formatted(MAIN));
      put(
          zip,
          "_rels/.rels",
          relations(
              "<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(MAIN, RELATION));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              "<Relationship Id=\"r1\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                  + "<Relationship Id=\"r2\" Type=\"%1$s/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                  + "<Relationship Id=\"r3\" Type=\"%1$s/styles\" Target=\"styles.xml\"/>"));
      put(zip, "xl/sharedStrings.xml", strings);
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet %s><sheetData>%s</sheetData>%s</worksheet>".formatted(MAIN, rows, afterRows));
    }
    return file;
  }

  private static String relations(String list) {
    return "<Relationships xmlns=\"%s/relationships\">%s</Relationships>"
        .formatted(PACKAGE, list.formatted(RELATION));
  }

  private static String strings(String... texts) {
    return "<sst %s>%s</sst>"
        .formatted(
            MAIN,
            String.join(
                "", List.of(texts).stream().map(t -> "<si><t>" + t + "</t></si>").toList()));
  }

  /** A row of cells: "s:A" a text, "e:#N/A" an error, "f:1" a formula's result, else a number. */
  private static String row(int at, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(at));
    for (int j = 0; j < cells.length; j++) {
      String value = cells[j].replaceFirst("^[esft]:", "");
      String cell =
          switch (cells[j].isEmpty() ? ' ' : cells[j].charAt(0)) {
            case 's' -> " t=\"inlineStr\"><is><t>" + value + "</t></is>";
            case 't' -> " t=\"s\"><v>" + value + "</v>";
            case 'e' -> " t=\"e\"><v>" + value + "</v>";
            case 'f' -> "><f>A1*2</f><v>" + value + "</v>";
            case ' ' -> ">";
            default -> "><v>" + value + "</v>";
          };
      row.append("<c r=\"%c%d\"%s</c>".formatted('A' + j, at, cell));
    }
    return row.append("</row>").toString();
  }

  private static final String HEADER = row(1, "s:study", "s:e1", "s:n1", "s:e2", "s:n2");

  private static void assertSays(String part, org.junit.jupiter.api.function.Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.contains(part), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"})
  void errorCellsAreNamedWithTheirRow(String error) throws IOException {
    Path file =
        workbook(
            HEADER + row(2, "s:A", "1", "9", "2", "9") + row(3, "s:B", "e:" + error, "9", "2", "9"),
            "",
            strings());
    Trials trials = Trials.read(file).study("study");
    assertSays("'B' (row 2", () -> trials.binary("e1", "n1", "e2", "n2"));
    assertSays(error, () -> trials.binary("e1", "n1", "e2", "n2"));
    assertTrue(trials.audit().findings().stream().anyMatch(f -> f.what().contains(error)));
  }

  @Test
  void resultsOfFormulasAreTakenAsStored() throws IOException {
    Path file =
        workbook(
            HEADER + row(2, "s:A", "f:3", "f:9", "2", "9") + row(3, "s:B", "1", "9", "2", "9"),
            "",
            strings());
    assertEquals(
        3,
        Trials.read(file)
            .study("study")
            .binary("e1", "n1", "e2", "n2")
            .as(BinaryMeasure.ODDS_RATIO)
            .raw(0, 0));
  }

  /** The first cell of a merged range holds its value; the others are empty and never guessed. */
  @Test
  void mergedCellsAreNotSpreadOverTheirRange() throws IOException {
    Path file =
        workbook(
            HEADER
                + row(2, "s:A", "1", "9", "2", "9")
                + row(3, "s:B", "", "9", "2", "9")
                + row(4, "s:C", "3", "9", "2", "9"),
            "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>",
            strings());
    Trials trials = Trials.read(file).study("study");
    assertSays("'B' (row 2", () -> trials.binary("e1", "n1", "e2", "n2"));
    List<String> notes =
        trials
            .leaveOutIncomplete()
            .binary("e1", "n1", "e2", "n2")
            .as(BinaryMeasure.RISK_RATIO)
            .notes();
    assertTrue(notes.stream().anyMatch(n -> n.contains("B")), notes.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"t:-1", "t:99999999999", "t:x"})
  void textsThatTheWorkbookLacksAreRefusedInWords(String cell) throws IOException {
    Path file = workbook(HEADER + row(2, cell, "1", "9", "2", "9"), "", strings("only", "two"));
    assertSays("Cannot read crafted.xlsx", () -> Trials.read(file));
  }

  /** The reader would take the first two for empty cells, and the last for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"t:2", "t:7", "t:2000000000"})
  void sharedTextsBeyondTheTableAreNamedByRowAndColumn(String cell) throws IOException {
    String studies = row(2, "t:0", "1", "9", "2", "9") + row(3, "t:1", "1", "9", "2", "9");
    Path file = workbook(HEADER + studies + row(4, "s:C", "1", cell), "", strings("A", "B"));
    String index = cell.substring(2);
    assertSays("text " + index + " in row 4, column C", () -> Trials.read(file));
    assertSays("one of the workbook's 2 shared texts", () -> Trials.read(file));
  }

  /** Addresses of rows and cells may be left out: they are counted then. */
  @Test
  void sharedTextsAreCheckedWithoutAddresses() throws IOException {
    String bare =
        "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>4</v></c></row>";
    Path file = workbook(bare, "", strings("A"));
    assertSays("text 4 in row 2, column B", () -> Trials.read(file));
  }

  @Test
  void sharedTextsWithoutATableAreRefused() throws IOException {
    Path file = workbook(HEADER + row(2, "t:0", "1", "9", "2", "9"), "", strings());
    assertSays("text 0 in row 2, column A", () -> Trials.read(file));
  }

  @Test
  void sharedTextsAreFound() throws IOException {
    Path file =
        workbook(
            HEADER + row(2, "t:1", "1", "9", "2", "9"), "", strings("only", "Two &amp; &lt;b&gt;"));
    assertEquals("Two & <b>", Trials.read(file).table().stringColumn("study").get(0));
  }

  /** 300 megabytes of one letter in a third of a megabyte of file. */
  @Test
  void aWorkbookThatUnpacksBeyondAllMeasureIsRefusedBeforeItIsKept() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] block = "a".repeat(1 << 20).getBytes(UTF_8);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      for (int i = 0; i < 300; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    assertTrue(Files.size(file) < 1 << 20);
    assertSays("unpack to at most 256 megabytes", () -> Trials.read(file));
  }

  @Test
  void entitiesThatMultiplyAreNotExpanded() throws IOException {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      doctype.append("<!ENTITY a%1$d \"&a%2$d;&a%2$d;&a%2$d;\">".formatted(i, i - 1));
    }
    String laughs = doctype + "]>" + strings("&a29;");
    Path file = workbook(HEADER + row(2, "t:0", "1", "9", "2", "9"), "", laughs);
    assertSays("Cannot read crafted.xlsx", () -> Trials.read(file));
  }
}
