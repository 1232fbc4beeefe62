package org.copse.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes tables to CSV and xlsx, so that text stays text in a spreadsheet and numbers exact. */
final class EffectsFile {

  private static final String VERSION = "1.0";

  private EffectsFile() {}

  /** The first table to a CSV file, the second beside it; or both to the sheets of a workbook. */
  static void save(Table data, Table notes, Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith(".xlsx")) {
        workbook(List.of(data, notes), List.of("Effects", "Notes"), file);
      } else if (lower.endsWith(".csv")) {
        Files.writeString(file, csv(data));
        String stem = name.substring(0, name.length() - ".csv".length());
        Files.writeString(file.resolveSibling(stem + "-notes.csv"), csv(notes));
      } else {
        throw new IllegalArgumentException(
            Messages.of(
                "Cannot save " + name,
                "file name",
                "end in .csv or .xlsx",
                "'" + name + "'",
                "Give it one of these endings."));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save " + name + ": " + e.getMessage(), e);
    }
  }

  static String csv(Table table) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < table.columnCount(); j++) {
      text.append(j == 0 ? "" : ",").append(quoted(harmless(table.column(j).name())));
    }
    for (int i = 0; i < table.rowCount(); i++) {
      text.append("\r\n");
      for (int j = 0; j < table.columnCount(); j++) {
        text.append(j == 0 ? "" : ",").append(cell(table.column(j), i));
      }
    }
    return text.append("\r\n").toString();
  }

  private static String cell(Column<?> column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    return column instanceof NumericColumn<?> numbers
        ? Numbers.text(numbers.getDouble(row))
        : quoted(harmless(column.getString(row)));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> ",\"\n\r;\t".indexOf(c) >= 0);
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** A spreadsheet would run a text that begins so as a formula; an apostrophe keeps it text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void workbook(List<Table> tables, List<String> names, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Copse", VERSION)) {
      for (int t = 0; t < tables.size(); t++) {
        fill(workbook.newWorksheet(names.get(t)), tables.get(t));
      }
    }
  }

  private static void fill(Worksheet sheet, Table table) {
    for (int j = 0; j < table.columnCount(); j++) {
      Column<?> column = table.column(j);
      sheet.value(0, j, column.name());
      for (int i = 0; i < column.size(); i++) {
        if (column.isMissing(i)) {
          continue;
        }
        if (column instanceof NumericColumn<?> numbers) {
          sheet.value(i + 1, j, numbers.getDouble(i));
        } else {
          // a cell of type text is never run as a formula
          sheet.value(i + 1, j, column.getString(i));
        }
      }
    }
  }
}
