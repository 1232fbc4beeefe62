package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import org.copse.numeric.LongRun;

/**
 * Splits delimited text into lines of cells (RFC 4180), strictly: a quote that is never closed or
 * followed by text is an error with its line, where lenient parsers swallow the rest of the file.
 */
final class CsvText {

  private final String origin;
  private final String text;
  private final char delimiter;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private int at;
  private int line = 1;

  private CsvText(String origin, String text, char delimiter) {
    this.origin = origin;
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * Lines of cells; unquoted cells are trimmed. Empty lines at the end are dropped, others kept, so
   * that row numbers stay those of the file.
   */
  static List<List<String>> parse(String origin, String text, char delimiter) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new CsvText(origin, body, delimiter).parse();
  }

  /**
   * The delimiter that the first line holds most of outside quotes; a comma where it holds none.
   */
  static char detect(String text) {
    int[] counts = new int[3];
    String candidates = ",;\t";
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && candidates.indexOf(c) >= 0) {
        counts[candidates.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int j = 1; j < counts.length; j++) {
      if (counts[j] > counts[best]) {
        best = j;
      }
    }
    return candidates.charAt(best);
  }

  private List<List<String>> parse() {
    while (at < text.length()) {
      LongRun.heed();
      cells.add(cell());
      if (at >= text.length()) {
        break;
      }
      char c = text.charAt(at++);
      if (c != delimiter) {
        endOfLine(c);
      } else if (at == text.length()) {
        cells.add("");
      }
    }
    if (!cells.isEmpty()) {
      addLine();
    }
    return withoutEmptyEnd(lines);
  }

  /** Drops the lines at the end that hold no text, as spreadsheets like to leave behind. */
  static List<List<String>> withoutEmptyEnd(List<List<String>> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).stream().allMatch(String::isEmpty)) {
      end--;
    }
    return lines.subList(0, end);
  }

  private void endOfLine(char c) {
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    addLine();
  }

  private void addLine() {
    lines.add(cells);
    cells = new ArrayList<>();
  }

  private String cell() {
    int start = at;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted() {
    int opened = line;
    StringBuilder cell = new StringBuilder();
    at++;
    while (true) {
      if (at >= text.length()) {
        throw broken(opened, "close its quote", "open to the end of the file");
      }
      char c = text.charAt(at++);
      if (c != '"') {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        break;
      }
    }
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && !ends(text.charAt(at))) {
      throw broken(line, "end at its closing quote", "followed by '" + text.charAt(at) + "'");
    }
    return cell.toString();
  }

  private boolean isBlank(char c) {
    return c == ' ' || (c == '\t' && delimiter != '\t');
  }

  private boolean ends(char c) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  private IllegalArgumentException broken(int where, String rule, String was) {
    return new IllegalArgumentException(
        Messages.of(
            "Cannot read " + origin,
            "the quoted cell in line " + where + ", column " + (cells.size() + 1),
            rule,
            was,
            "Write a quote inside a quoted cell twice."));
  }
}
