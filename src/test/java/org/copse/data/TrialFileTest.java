package org.copse.data;

import static org.copse.effect.ProportionMeasure.RAW_PROPORTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialFileTest {

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path workbook(String name, Consumer<Worksheet> fill) throws IOException {
    Path path = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "Copse test", "1.0")) {
      fill.accept(workbook.newWorksheet("Trials"));
      workbook.newWorksheet("Notes").value(0, 0, "only");
    }
    return path;
  }

  private static void row(Worksheet sheet, int row, Object... values) {
    for (int j = 0; j < values.length; j++) {
      if (values[j] instanceof Number number) {
        sheet.value(row, j, number);
      } else if (values[j] != null) {
        sheet.value(row, j, values[j].toString());
      }
    }
  }

  private static List<String> column(TextTable table, int j) {
    return table.rows().stream().map(r -> r.get(j)).toList();
  }

  private static void assertFails(org.junit.jupiter.api.function.Executable action, String text) {
    var e = assertThrows(IllegalArgumentException.class, action);
    assertTrue(e.getMessage().contains(text), e.getMessage());
  }

  // ---- text files

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a.csv|,", "b.CSV|;", "c.csv|TAB", "d.tsv|TAB"})
  void delimitersAreFound(String name, String delimiter) throws IOException {
    String d = delimiter.equals("TAB") ? "\t" : delimiter;
    Path path = file(name, String.join(d, "s", "e", "n") + "\n" + String.join(d, "A", "1", "10"));
    Trials trials = Trials.read(path).study("s");
    assertEquals(List.of("s", "e", "n"), trials.columns());
    assertEquals(0.1, trials.proportion("e", "n").as(RAW_PROPORTION).estimate(0), 1e-15);
  }

  @Test
  void aDelimiterMayBeStated() throws IOException {
    Path path = file("x.txt", "s,1;e\nA;2\n");
    assertEquals(List.of("s,1", "e"), Trials.readDelimited(path, ';').columns());
    assertFails(
        () -> Trials.read(path), "file name must end in .csv, .tsv, .xlsx or .json, was 'x.txt'");
  }

  @Test
  void quotesBomAndLineEndsAreUnderstood() throws IOException {
    Path path =
        file(
            "q.csv",
            "\uFEFFs,e,n\r\n\"Smith, \"\"J\"\"\nand Co\",1 , 10\r\nÅs \uD83C\uDF33,,\r\n\r\n,,\r\n");
    TextTable table = TrialFile.read(path);
    assertEquals(List.of("s", "e", "n"), table.names());
    assertEquals(List.of("Smith, \"J\"\nand Co", "Ås \uD83C\uDF33"), column(table, 0));
    assertEquals(List.of("10", ""), column(table, 2));
  }

  @Test
  void nothingIsGuessedWhileReading() throws IOException {
    Path path = file("g.csv", "s,x\nA,2020-02-30\nB,5%\nC,NA\nD,\"1,234\"\n");
    TextTable table = TrialFile.read(path);
    assertEquals(List.of("2020-02-30", "5%", "NA", "1,234"), column(table, 1));
    TrialsTest.assertProblem(
        () -> Trials.read(path).study("s").proportion("x", "x"),
        "Study 'D' (row 4): column 'x' must hold a number without a thousands separator, was"
            + " '1,234'. Write 1234.");
  }

  @Test
  void brokenTextSaysWhere() throws IOException {
    Path ragged = file("r.csv", "a,b\n1,2\n1,2,3\n\n1\n1,2\n");
    assertFails(
        () -> Trials.read(ragged),
        "Cannot read r.csv: every row must have 2 cells as the header has, was row 2 has 3; row 3"
            + " is empty; row 4 has 1.");
    Path open = file("o.csv", "a,b\n1,2\n\"1,2\n3,4\n");
    assertFails(
        () -> Trials.read(open),
        "the quoted cell in line 3, column 1 must close its quote, was open to the end of the"
            + " file");
    Path after = file("t.csv", "a,b\n1,\"2\"x\n");
    assertFails(
        () -> Trials.read(after),
        "the quoted cell in line 2, column 2 must end at its closing quote, was followed by 'x'");
  }

  @Test
  void headersMustNameEveryColumnOnce() throws IOException {
    Path path = file("h.csv", "a,,a,b\n1,2,3,4\n");
    assertFails(
        () -> Trials.read(path),
        "Cannot read h.csv: header line must name every column once, was column 2 has no name;"
            + " columns 1 and 3 are both 'a'.");
  }

  @Test
  void emptyFilesAreRefused() throws IOException {
    Path empty = file("e.csv", "\n\n");
    assertFails(() -> Trials.read(empty), "file must hold a header line and data rows, was empty");
    Path header = file("h.csv", "a,b\n");
    assertFails(() -> Trials.read(header), "at least one data row, was a header line only");
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path path = folder.resolve("latin.csv");
    Files.write(path, "s,e\nÅs,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(() -> Trials.read(path), "text must be encoded as UTF-8");
  }

  @Test
  void missingFilesNameTheNearest() throws IOException {
    file("trials.csv", "a\n1\n");
    assertFails(() -> Trials.read(folder.resolve("trails.csv")), "Did you mean 'trials.csv'?");
    assertFails(() -> Trials.read(folder.resolve("other.xlsx")), "Check the path");
    assertFails(() -> Trials.read(folder.resolve("no/where.csv")), "folder does not exist");
    assertFails(() -> Trials.read(folder), "path must name a file, was a folder");
    assertFails(() -> Trials.read(file("old.xls", "x")), "was an old .xls workbook");
    assertFails(() -> Trials.read(file("none", "x")), "file name must end in");
  }

  @Test
  void aHundredThousandLinesAreRead() throws IOException {
    StringBuilder text = new StringBuilder("s,e,n\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("Study ").append(i).append(",1,10\n");
    }
    Path path = file("big.csv", text.toString());
    assertEquals(
        100_000, Trials.read(path).study("s").proportion("e", "n").as(RAW_PROPORTION).size());
  }

  // ---- workbooks

  @Test
  void workbookCellsBecomeTextByTheirFormat() throws IOException {
    Path path =
        workbook(
            "w.xlsx",
            sheet -> {
              row(sheet, 0, "s", "x", "y");
              row(sheet, 1, "A", 0.05, 0.1 + 0.2);
              sheet.style(1, 1).format("0%").set();
              row(sheet, 2, "B", 0.07, 1234567);
              sheet.style(2, 1).format("0.0%").set();
              sheet.style(2, 2).format("#,##0").set();
              sheet.value(3, 0, "C");
              sheet.value(3, 1, LocalDate.of(2020, 2, 29));
              sheet.style(3, 1).format("dd/mm/yyyy").set();
              sheet.value(3, 2, LocalDateTime.of(2020, 1, 2, 3, 4));
              sheet.style(3, 2).format("yyyy-mm-dd hh:mm").set();
              sheet.value(4, 0, "D");
              sheet.value(4, 1, true);
              row(sheet, 5, "E", "NA", 0.25);
              sheet.style(5, 2).format("[Red]0.00;-0.00").set();
            });
    TextTable table = TrialFile.read(path);
    assertEquals(List.of("5%", "7%", "2020-02-29", "true", "NA"), column(table, 1));
    assertEquals(
        List.of("0.30000000000000004", "1234567", "2020-01-02T03:04", "", "0.25"),
        column(table, 2));
  }

  @Test
  void percentCellsOfWorkbooksObeyTheDeclaration() throws IOException {
    Path path =
        workbook(
            "p.xlsx",
            sheet -> {
              row(sheet, 0, "s", "e", "n", "share");
              row(sheet, 1, "A", 1, 10, 0.055);
              sheet.style(1, 3).format("0%").set();
            });
    Trials trials = Trials.read(path).study("s").percentAsFraction("share");
    var share = trials.proportion("e", "n").as(RAW_PROPORTION).studies().moderator("share");
    assertEquals("0.055", share.text(0));
  }

  @Test
  void sheetsAreChosenByName() throws IOException {
    Path path = workbook("s.xlsx", sheet -> row(sheet, 0, "a"));
    assertFails(() -> Trials.read(path), "a header line only");
    assertFails(
        () -> Trials.readSheet(path, "Trial"), "sheet must be one of Trials, Notes, was 'Trial'");
    assertFails(() -> Trials.readSheet(path, "Notes"), "a header line only");
    Path empty = workbook("e.xlsx", sheet -> {});
    assertFails(() -> Trials.read(empty), "was empty");
  }

  @Test
  void raggedAndEmptyRowsOfWorkbooksAreNamed() throws IOException {
    Path path =
        workbook(
            "r.xlsx",
            sheet -> {
              row(sheet, 0, "a", "b");
              row(sheet, 1, 1);
              row(sheet, 3, 1, 2, 3);
            });
    assertFails(() -> Trials.read(path), "was row 2 is empty; row 3 has 3.");
    Path headless =
        workbook(
            "h.xlsx",
            sheet -> {
              row(sheet, 0, "a", null, "c");
              row(sheet, 1, 1, 2, 3);
            });
    assertFails(() -> Trials.read(headless), "column 2 has no name");
  }

  @Test
  void aFormulaNeedsItsStoredResult() throws IOException {
    Path path =
        workbook(
            "f.xlsx",
            sheet -> {
              row(sheet, 0, "s", "x");
              row(sheet, 1, "A");
              sheet.formula(1, 1, "1+1");
            });
    assertFails(() -> Trials.read(path), "cell B2 must hold a stored value, was a formula alone");
    try (FileSystem zip = FileSystems.newFileSystem(path)) {
      Path sheet = zip.getPath("/xl/worksheets/sheet1.xml");
      String xml = Files.readString(sheet);
      Files.writeString(sheet, xml.replace("</f>", "</f><v>2</v>"));
    }
    assertEquals(List.of("2"), column(TrialFile.read(path), 1));
  }

  @Test
  void damagedWorkbooksAreRefused() throws IOException {
    Path text = file("t.xlsx", "a,b\n1,2\n");
    assertFails(() -> Trials.read(text), "file must be an .xlsx workbook, was damaged");
    Path half = workbook("half.xlsx", sheet -> row(sheet, 0, "a"));
    byte[] bytes = Files.readAllBytes(half);
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertFails(() -> Trials.read(half), "file must be an .xlsx workbook, was damaged");
    Path empty = file("empty.xlsx", "");
    assertFails(() -> Trials.read(empty), "file must be an .xlsx workbook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "9|null|PERCENT",
        "10|null|PERCENT",
        "14|null|DATE",
        "22|null|DATE",
        "46|null|DATE",
        "0|null|NUMBER",
        "2|null|NUMBER",
        "null|null|NUMBER",
        "165|General|NUMBER",
        "165|0.0%;-0.0%|PERCENT",
        "165|yyyy-mm-dd|DATE",
        "165|[h]:mm|DATE",
        "165|#,##0.00|NUMBER",
        "165|0.00E+00|NUMBER",
        "165|0 \"days\"|NUMBER",
        "165|[Red]0.0|NUMBER",
        "165|0\\d|NUMBER",
        "165|_(* #,##0_)|NUMBER"
      })
  void formatsAreToldApart(Integer id, String format, CellFormat expected) {
    assertEquals(expected, CellFormat.of(id, format));
  }

  @ParameterizedTest
  @CsvSource({
    "43890, false, 2020-02-29", "1, false, 1900-01-01", "59, false, 1900-02-28",
    "61, false, 1900-03-01", "0.5, false, 12:00", "42428, true, 2020-02-29",
    "43890.5, false, 2020-02-29T12:00"
  })
  void serialDays(double serial, boolean from1904, String expected) {
    assertEquals(expected, CellFormat.DATE.text(serial, from1904));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "0.6, 0.6",
    "-1.50, -1.5",
    "1e21, 1E+21",
    "1e-40, 1E-40",
    "1e15, 1000000000000000"
  })
  void storedNumbersKeepTheirPrecision(double stored, String expected) {
    String text = CellFormat.NUMBER.text(stored, false);
    assertEquals(expected, text);
    assertEquals(stored, Numbers.parse(text));
  }
}
