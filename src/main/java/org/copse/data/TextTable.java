package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.numeric.LongRun;

/**
 * A table of cells as text, before anything is taken for a number: what every file becomes first.
 *
 * @param origin what the table was read from, for messages
 * @param names column names, trimmed, unique and not blank
 * @param rows rows of cells, each as long as {@code names}; an empty cell is {@code ""}
 */
record TextTable(String origin, List<String> names, List<List<String>> rows) {

  private static final long MOST_CELLS = 20_000_000;

  TextTable {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /** Builds a table from a header line and data lines, checking headers and row lengths. */
  static TextTable of(String origin, List<List<String>> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "file",
              "hold a header line and data rows",
              "empty",
              "Check that the file was saved with its data."));
    }
    List<String> names = header(origin, lines.get(0));
    List<List<String>> rows = lines.subList(1, lines.size());
    checkRagged(origin, names, rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "table",
              "hold at least one data row",
              "a header line only",
              "Check that the data stand below the header line."));
    }
    return new TextTable(origin, names, rows);
  }

  /** Refuses what would fill the memory with empty cells: each row a column of its own. */
  static void requireCells(String origin, long rows, long columns) {
    if (rows * columns > MOST_CELLS) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "table",
              "have at most 20 million cells",
              rows + " rows by " + columns + " columns",
              "Give one row a study, and the same columns in each."));
    }
  }

  private static List<String> header(String origin, List<String> cells) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (int j = 0; j < cells.size(); j++) {
      String name = cells.get(j).strip();
      names.add(name);
      if (name.isEmpty()) {
        problems.add("column " + (j + 1) + " has no name");
      } else {
        Integer first = seen.putIfAbsent(name, j + 1);
        if (first != null) {
          problems.add("columns " + first + " and " + (j + 1) + " are both '" + name + "'");
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "header line",
              "name every column once",
              String.join("; ", problems),
              "Give each column a name of its own in the first line."));
    }
    return names;
  }

  private static void checkRagged(String origin, List<String> names, List<List<String>> rows) {
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LongRun.heed();
      int cells = rows.get(i).size();
      if (rows.get(i).stream().allMatch(String::isEmpty)) {
        bad.add("row " + (i + 1) + " is empty");
      } else if (cells != names.size()) {
        bad.add("row " + (i + 1) + " has " + cells);
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + origin,
              "every row",
              "have " + names.size() + " cells as the header has",
              Messages.some(bad, "; "),
              "Check delimiters and quotes in these rows, and delete empty ones."));
    }
  }
}
