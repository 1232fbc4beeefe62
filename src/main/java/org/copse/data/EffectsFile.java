package org.copse.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes tables to CSV and xlsx, so that text stays text in a spreadsheet and numbers exact. */
final class EffectsFile {

  private static final String VERSION = "1.0";
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_CHARACTERS = 32_767;

  /** What spreadsheets pass over at the start, then a sign that starts a formula. */
  private static final Pattern FORMULA =
      Pattern.compile("[\\s\\h\\v\\p{Z}\\p{Cf}\\p{Cc}]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r]");

  private static final Pattern LONE = Pattern.compile("\\p{Cs}");

  /** What XML cannot hold and the writer would drop, so that two labels could become one. */
  private static final Pattern NOT_XML =
      Pattern.compile("[\\p{Cs}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\uFFFE\uFFFF]");

  private EffectsFile() {}

  /** The first table to a CSV file, the second beside it; or both to the sheets of a workbook. */
  static void save(Table data, Table notes, Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw cannot(name, "folder", "exist", "not found: " + folder, "Create it first.");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      if (lower.endsWith(".xlsx")) {
        requireFits(name, data);
        requireFits(name, notes);
        workbook(List.of(data, notes), List.of("Effects", "Notes"), file);
      } else if (lower.endsWith(".csv")) {
        Files.writeString(file, csv(data));
        String stem = name.substring(0, name.length() - ".csv".length());
        Files.writeString(file.resolveSibling(stem + "-notes.csv"), csv(notes));
      } else {
        throw cannot(
            name,
            "file name",
            "end in .csv or .xlsx",
            "'" + name + "'",
            "Give it one of these endings.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save " + name + ": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException cannot(
      String name, String who, String rule, String was, String remedy) {
    return new IllegalArgumentException(Messages.of("Cannot save " + name, who, rule, was, remedy));
  }

  /** A sheet beyond the format's limits is damaged to Excel; asked before a file is replaced. */
  private static void requireFits(String name, Table table) {
    if (table.rowCount() >= MOST_ROWS || table.columnCount() > MOST_COLUMNS) {
      String size = table.rowCount() + " by " + table.columnCount();
      throw cannot(
          name,
          "a sheet",
          "have at most 1,048,575 rows of data and 16,384 columns",
          size,
          "Save it as .csv.");
    }
    for (Column<?> column : table.columns()) {
      int longest = column.name().length();
      for (int i = 0; i < column.size() && !(column instanceof NumericColumn<?>); i++) {
        longest = Math.max(longest, column.getString(i).length());
      }
      if (longest > MOST_CHARACTERS) {
        throw cannot(
            name,
            "a cell",
            "hold at most 32,767 characters",
            longest + " in column '" + column.name() + "'",
            "Save it as .csv.");
      }
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

  /**
   * A spreadsheet would run a text that begins so as a formula, some after blanks or of full-width
   * signs too; an apostrophe keeps it text.
   */
  private static String harmless(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + whole(text) : whole(text);
  }

  /**
   * Halves of surrogate pairs cannot be written; a sign in their place shows that one was there.
   */
  private static String whole(String text) {
    return LONE.matcher(text).replaceAll("\uFFFD");
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

  private static String cellText(String text) {
    return NOT_XML.matcher(text).replaceAll("\uFFFD");
  }

  private static void fill(Worksheet sheet, Table table) {
    for (int j = 0; j < table.columnCount(); j++) {
      Column<?> column = table.column(j);
      sheet.value(0, j, cellText(column.name()));
      for (int i = 0; i < column.size(); i++) {
        if (column.isMissing(i)) {
          continue;
        }
        if (column instanceof NumericColumn<?> numbers) {
          sheet.value(i + 1, j, numbers.getDouble(i));
        } else {
          // a cell of type text is never run as a formula
          sheet.value(i + 1, j, cellText(column.getString(i)));
        }
      }
    }
  }
}
