package org.copse.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.plotly.components.Figure;

/**
 * Any Tablesaw figure as Plotly JSON: {@code {data, layout, config}}.
 *
 * <p>Tablesaw prints JavaScript, not JSON (unquoted names, single quotes, numbers as text); it is
 * read leniently here and repaired: titles become objects, as plotly.js 3 wants them, numbers
 * become numbers, and text that Plotly would take for HTML is escaped.
 */
public final class PlotlyJson {

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();
  private static final Pattern VARIABLE = Pattern.compile("\\bvar\\s+(trace\\d+|layout)\\s*=\\s*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  private PlotlyJson() {}

  /**
   * A figure as Plotly JSON.
   *
   * @param figure one of ours or any of Tablesaw's
   * @return an object with members data, layout and config
   * @throws IllegalArgumentException when what the figure prints cannot be read
   */
  public static ObjectNode of(Figure figure) {
    return figure instanceof CopseFigure own ? own.json() : read(figure.asJavascript("plot"));
  }

  private static ObjectNode read(String javascript) {
    ObjectNode result = LENIENT.createObjectNode();
    ArrayNode data = result.putArray("data");
    result.putObject("layout");
    result.set("config", config());
    Matcher matcher = VARIABLE.matcher(javascript);
    int from = 0;
    while (matcher.find(from)) {
      int end = ObjectLiteral.end(javascript, matcher.end());
      JsonNode value = parse(javascript.substring(matcher.end(), end));
      if (matcher.group(1).equals("layout")) {
        result.set("layout", value);
      } else {
        data.add(value);
      }
      from = end;
    }
    repair(result.get("data"));
    repair(result.get("layout"));
    return result;
  }

  private static JsonNode parse(String literal) {
    try {
      return LENIENT.readTree(literal);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read the figure: it must print JavaScript object literals, was unreadable (%s). Show it with Plot.show."
              .formatted(e.getOriginalMessage()),
          e);
    }
  }

  /** Settings of every figure: nothing leaves the machine. */
  static ObjectNode config() {
    ObjectNode config = LENIENT.createObjectNode();
    config.put("displaylogo", false);
    config.put("showSendToCloud", false);
    config.put("showEditInChartStudio", false);
    config.put("plotlyServerURL", "");
    config.put("responsive", true);
    return config;
  }

  static ObjectNode object() {
    return LENIENT.createObjectNode();
  }

  private static void repair(JsonNode node) {
    if (node instanceof ArrayNode array) {
      boolean numbers = isNumbers(array);
      for (int i = 0; i < array.size(); i++) {
        boolean missing = numbers && array.get(i).asText().equals("null");
        array.set(i, missing ? LENIENT.getNodeFactory().nullNode() : repaired("", array.get(i)));
      }
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        member.setValue(repaired(member.getKey(), member.getValue()));
      }
    }
  }

  /** Whether every item is a number or a missing one, which Tablesaw prints as the text "null". */
  private static boolean isNumbers(ArrayNode array) {
    for (JsonNode item : array) {
      String text = item.asText();
      if (item.isContainerNode() || !text.equals("null") && !NUMBER.matcher(text).matches()) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode repaired(String name, JsonNode value) {
    if (value.isContainerNode()) {
      repair(value);
      return value;
    }
    if (!value.isTextual()) {
      return value;
    }
    // Tablesaw's template has escaped single texts already, but not the items of lists
    String text = name.isEmpty() ? value.asText() : unescape(value.asText());
    if (name.equals("title")) {
      return object().put("text", escape(text));
    }
    boolean numeric = name.isEmpty() || name.equals("width") || name.equals("height");
    if (numeric && NUMBER.matcher(text).matches()) {
      return value.isTextual()
          ? LENIENT.getNodeFactory().numberNode(Double.parseDouble(text))
          : value;
    }
    return LENIENT.getNodeFactory().textNode(escape(text));
  }

  /** Plotly reads a little HTML in texts; labels are text. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  /** JSON safe inside a script element. */
  static String inScript(JsonNode json) {
    return json.toString()
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
