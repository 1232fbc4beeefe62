package org.copse.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.plotly.components.Figure;

/**
 * Any Tablesaw figure as Plotly JSON: {@code {data, layout, config}}.
 *
 * <p>Tablesaw prints JavaScript, not JSON (unquoted names, single quotes, numbers as text); it is
 * read leniently here and repaired: titles become objects, as plotly.js 3 wants them, numbers
 * become numbers, and text that Plotly would take for HTML is escaped. Event handlers are scripts,
 * not data, and stay behind; so does a plot's background colour, which Tablesaw never prints.
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
  private static final Pattern VARIABLE =
      Pattern.compile("\\bvar\\s+(trace\\d+|layout|config)\\s*=\\s*");

  /** Turn the direction of what follows, so that a label could pass for another. */
  private static final Pattern BIDI =
      Pattern.compile("[[\\p{Cc}&&[^\\t\\n\\r]]\\u202a-\\u202e\\u2066-\\u2069]");

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
    ObjectNode result = object();
    ArrayNode data = result.putArray("data");
    ObjectNode layout = result.putObject("layout");
    // numbers are numbers by now: a text such as 007 is a category
    layout.put("autotypenumbers", "strict");
    // a template adds no axis where there is none; without it long category names are cut off
    ObjectNode template = layout.putObject("template").putObject("layout");
    template.putObject("xaxis").put("automargin", true);
    template.putObject("yaxis").put("automargin", true);
    ObjectNode config = result.putObject("config");
    Matcher matcher = VARIABLE.matcher(javascript);
    int from = 0;
    while (matcher.find(from)) {
      ObjectLiteral literal = ObjectLiteral.read(javascript, matcher.end());
      ObjectNode value = parse(literal.json());
      switch (matcher.group(1)) {
        case "layout" -> layout.setAll(value);
        case "config" -> config.setAll(value);
        default -> data.add(value);
      }
      from = literal.end();
    }
    PlotlyRepair.repair(data);
    PlotlyRepair.repair(layout);
    config.setAll(config());
    return result;
  }

  private static ObjectNode parse(String literal) {
    try {
      return LENIENT.readValue(literal, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read the figure: it must print JavaScript object literals, was unreadable (%s). Show it with Plot.show."
              .formatted(e.getOriginalMessage()),
          e);
    }
  }

  /** Settings of every figure: nothing leaves the machine, and a $ in a label is no formula. */
  static ObjectNode config() {
    ObjectNode config = object();
    config.put("displaylogo", false);
    config.put("showSendToCloud", false);
    config.put("showEditInChartStudio", false);
    config.put("plotlyServerURL", "");
    config.put("typesetMath", false);
    config.put("responsive", true);
    return config;
  }

  static ObjectNode object() {
    return LENIENT.createObjectNode();
  }

  /** Plotly reads a little HTML in texts; labels are text. */
  static String escape(String text) {
    String plain = BIDI.matcher(text).replaceAll("\ufffd");
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** JSON safe inside a script element. */
  static String inScript(JsonNode json) {
    return json.toString()
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
