package org.copse.plot;

/** Finds where a JavaScript object literal ends, braces in quoted text aside. */
final class ObjectLiteral {

  private ObjectLiteral() {}

  /** Index just behind the literal that begins at or after {@code from}. */
  static int end(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    throw new IllegalArgumentException(
        "Cannot read the figure: every brace must be closed, was open at the end. Show it with Plot.show.");
  }
}
