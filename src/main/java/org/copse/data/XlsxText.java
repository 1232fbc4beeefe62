package org.copse.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.copse.numeric.LongRun;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads one sheet of an xlsx workbook as lines of text cells. */
final class XlsxText {

  private static final long MOST_BYTES = 256L << 20;

  private XlsxText() {}

  /** Lines of the named sheet, or of the first one if the name is null, each as long as needed. */
  static List<List<String>> parse(Path file, String sheetName) throws IOException {
    String origin = file.getFileName().toString();
    requireSize(file, origin);
    SharedTexts.check(file, origin);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
      Sheet sheet = sheet(workbook, sheetName, origin);
      List<List<String>> lines = new ArrayList<>();
      try (Stream<Row> rows = sheet.openStream()) {
        rows.forEach(
            row -> {
              LongRun.heed();
              TextTable.requireCells(origin, row.getRowNum(), 1);
              while (lines.size() < row.getRowNum() - 1) {
                lines.add(List.of());
              }
              lines.add(line(row, workbook.isDate1904(), origin));
            });
      }
      return rectangular(origin, CsvText.withoutEmptyEnd(lines));
    }
  }

  /** A small file may unpack to any size; what it unpacks to is counted before it is kept. */
  private static void requireSize(Path file, String origin) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0 && unpacked <= MOST_BYTES; n = in.read(buffer)) {
            unpacked += n;
          }
        }
      }
    }
    if (unpacked > MOST_BYTES) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "workbook",
              "unpack to at most 256 megabytes",
              "more",
              "Save the sheet of the studies alone, or as .csv."));
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, String name, String origin) {
    if (name == null) {
      return workbook.getFirstSheet();
    }
    List<String> names = workbook.getSheets().map(Sheet::getName).toList();
    return workbook
        .findSheet(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Messages.of(
                        "Cannot read " + origin,
                        "sheet",
                        "be one of " + String.join(", ", names),
                        "'" + name + "'",
                        "Give the name as the tab shows it.")));
  }

  private static List<String> line(Row row, boolean from1904, String origin) {
    List<String> line = new ArrayList<>();
    for (int j = 0; j < row.getCellCount(); j++) {
      line.add(row.getOptionalCell(j).map(c -> text(c, from1904, origin)).orElse(""));
    }
    int end = line.size();
    while (end > 0 && line.get(end - 1).isEmpty()) {
      end--;
    }
    return line.subList(0, end);
  }

  private static String text(Cell cell, boolean from1904, String origin) {
    String raw = cell.getRawValue();
    return switch (cell.getType()) {
      case EMPTY -> "";
      case STRING -> cell.asString().strip();
      case BOOLEAN -> String.valueOf(cell.asBoolean());
      case ERROR -> raw == null ? "" : raw;
      case NUMBER, FORMULA -> {
        if (raw == null) {
          throw noValue(cell, origin);
        }
        double number = Numbers.parse(raw);
        yield Double.isNaN(number)
            ? raw.strip()
            : CellFormat.of(cell.getDataFormatId(), cell.getDataFormatString())
                .text(number, from1904);
      }
    };
  }

  private static IllegalArgumentException noValue(Cell cell, String origin) {
    String what = cell.getType() == CellType.FORMULA ? "a formula alone" : "empty";
    return new IllegalArgumentException(
        Messages.of(
            "Cannot read " + origin,
            "cell " + cell.getAddress(),
            "hold a stored value",
            what,
            "Open the file in a spreadsheet program and save it, so that results are stored."));
  }

  /** Fills rows up to the width of the header; cells beyond it stay, and are an error later. */
  private static List<List<String>> rectangular(String origin, List<List<String>> lines) {
    int width = lines.isEmpty() ? 0 : lines.get(0).size();
    TextTable.requireCells(origin, lines.size(), width);
    List<List<String>> out = new ArrayList<>();
    for (List<String> line : lines) {
      List<String> full = new ArrayList<>(line);
      while (full.size() < width) {
        full.add("");
      }
      out.add(full);
    }
    return out;
  }
}
