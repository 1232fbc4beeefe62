package org.copse.plot;

/**
 * A JavaScript object literal as Tablesaw prints it, made readable for a lenient JSON parser.
 *
 * <p>In single quotes Tablesaw escapes nothing, so that a backslash there stands for itself; in
 * double quotes it is an escape, as in JSON.
 *
 * @param json the literal with the backslashes of single-quoted texts doubled
 * @param end index just behind the literal
 */
record ObjectLiteral(String json, int end) {

  /** The literal that begins at or after {@code from}; braces in quoted texts do not count. */
  static ObjectLiteral read(String text, int from) {
    StringBuilder json = new StringBuilder();
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        int close = close(text, i);
        String quoted = text.substring(i, close + 1);
        json.append(c == '"' ? quoted : doubled(quoted));
        i = close;
        continue;
      }
      json.append(c);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return new ObjectLiteral(json.toString(), i + 1);
        }
      }
    }
    throw new IllegalArgumentException(
        "Cannot read the figure: every brace must be closed, was open at the end. Show it with Plot.show.");
  }

  /** Index of the quote that ends the text which begins with one. */
  private static int close(String text, int open) {
    char quote = text.charAt(open);
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == quote) {
        return i;
      }
      boolean escape = text.charAt(i) == '\\' && (quote == '"' || !closes(text, i + 1));
      if (escape && i + 1 < text.length() && (quote == '"' || text.charAt(i + 1) == quote)) {
        i++;
      }
    }
    throw new IllegalArgumentException(
        "Cannot read the figure: every quoted text must be closed, was open at the end. Show it with Plot.show.");
  }

  /** Whether a quote at this index is followed by what follows a member: its line's end. */
  private static boolean closes(String text, int quote) {
    int next = quote + 1;
    if (next < text.length() && text.charAt(next) == ',') {
      next++;
    }
    return quote < text.length()
        && text.charAt(quote) == '\''
        && next < text.length()
        && (text.charAt(next) == '\n' || text.charAt(next) == '\r');
  }

  private static String doubled(String quoted) {
    int last = quoted.length() - 1;
    String inside = quoted.substring(1, last).replace("\\'", "'");
    return "'" + inside.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
