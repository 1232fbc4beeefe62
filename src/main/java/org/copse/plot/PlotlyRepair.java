package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes of what Tablesaw prints what plotly.js 3 takes: titles as objects with their font inside,
 * numbers and truth values that are not text, missing values as null, texts that are no HTML.
 */
final class PlotlyRepair {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A number; a code such as 007 is none. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  private static final Set<String> MISSING = Set.of("null", "NaN", "Infinity", "-Infinity");

  private static final Set<String> NUMERIC =
      Set.of(
          "width", "height", "opacity", "dtick", "nticks", "tick0", "scaleratio", "size", "xshift");

  private static final Set<String> TRUTH = Set.of("autorange", "visible");

  private static final Map<String, String> MISSPELT =
      Map.of("showExponent", "showexponent", "showspike", "showspikes");

  private PlotlyRepair() {}

  static void repair(ArrayNode array) {
    boolean numbers = isNumbers(array);
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      if (item.isContainerNode()) {
        inside(item);
      } else if (numbers) {
        array.set(i, number(item.asText()));
      } else if (item.isTextual()) {
        array.set(i, NODES.textNode(PlotlyJson.escape(item.asText())));
      }
    }
  }

  static void repair(ObjectNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      inside(member.getValue());
      member.setValue(repaired(member.getKey(), member.getValue()));
    }
    JsonNode font = object.remove("titlefont");
    if (font != null && object.get("title") instanceof ObjectNode title) {
      title.set("font", font);
    }
    MISSPELT.forEach(
        (wrong, right) -> {
          if (object.has(wrong)) {
            object.set(right, object.remove(wrong));
          }
        });
  }

  private static void inside(JsonNode node) {
    if (node instanceof ArrayNode array) {
      repair(array);
    } else if (node instanceof ObjectNode object) {
      repair(object);
    }
  }

  private static JsonNode repaired(String name, JsonNode value) {
    if (value.isDouble()) {
      return number(value.asText());
    }
    if (!value.isTextual()) {
      return value;
    }
    String text = unescape(value.asText());
    if (name.equals("title")) {
      return NODES.objectNode().put("text", PlotlyJson.escape(text));
    }
    if (NUMERIC.contains(name) && NUMBER.matcher(text).matches()) {
      return number(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (TRUTH.contains(name) && (lower.equals("true") || lower.equals("false"))) {
      return NODES.booleanNode(lower.equals("true"));
    }
    return NODES.textNode(PlotlyJson.escape(text));
  }

  private static JsonNode number(String text) {
    return MISSING.contains(text) ? NODES.nullNode() : NODES.numberNode(Double.parseDouble(text));
  }

  /** Whether there are numbers and nothing else but missing ones, which Tablesaw prints as text. */
  private static boolean isNumbers(ArrayNode array) {
    boolean some = false;
    for (JsonNode item : array) {
      String text = item.asText();
      boolean number = item.isNumber() || NUMBER.matcher(text).matches();
      if (item.isContainerNode() || !number && !MISSING.contains(text)) {
        return false;
      }
      some |= number;
    }
    return some;
  }

  /** Tablesaw's template has escaped single texts already, but not the items of lists. */
  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
