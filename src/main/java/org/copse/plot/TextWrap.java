package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines that fit a width; a word longer than a line is broken where it must be. A
 * name with its number, as in {@code p < 0.0001}, counts as one word.
 */
final class TextWrap {

  private static final String BREAK = "(?<![=<>≥≤])\\s+(?![=<>≥≤] )";

  private TextWrap() {}

  static List<String> lines(String text, double width, double size, boolean bold) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(BREAK)) {
      String candidate = line.isEmpty() ? word : line + " " + word;
      if (TextWidth.of(candidate, size, bold) <= width) {
        line.setLength(0);
        line.append(candidate);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      line.setLength(0);
      line.append(breakWord(word, width, size, bold, lines));
    }
    lines.add(line.toString());
    return lines;
  }

  /** Adds full lines of an overlong word and returns its rest. */
  private static String breakWord(
      String word, double width, double size, boolean bold, List<String> lines) {
    String rest = word;
    while (TextWidth.of(rest, size, bold) > width && rest.codePointCount(0, rest.length()) > 1) {
      int end = rest.offsetByCodePoints(0, 1);
      while (end < rest.length()) {
        int next = rest.offsetByCodePoints(end, 1);
        if (TextWidth.of(rest.substring(0, next), size, bold) > width) {
          break;
        }
        end = next;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }
}
