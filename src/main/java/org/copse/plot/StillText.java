package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Texts of a figure's JSON as the reader sees them; escaping is left to who writes them. */
final class StillText {

  private static final double SIZE = ChartBox.FONT;

  private StillText() {}

  /** A text, or a number as text; empty for what is missing. */
  static String of(JsonNode value) {
    if (value.isNumber()) {
      return Ticks.label(value.asDouble());
    }
    return value.isTextual()
        ? value.asText().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        : "";
  }

  /** Shortened, with an ellipsis, to a width. */
  static String cut(String text, double width) {
    if (TextWidth.of(text, SIZE, false) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && TextWidth.of(text.substring(0, end), SIZE, false) > width - SIZE) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "\u2026";
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
