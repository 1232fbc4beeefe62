package org.copse.notebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.plot.CopseFigure;
import org.copse.plot.PlotlyJson;
import tech.tablesaw.plotly.components.Figure;

/**
 * A Plotly figure as a bundle: JSON for the front end's own renderer; HTML that carries the same
 * JSON for an exported page, with a still picture where the figure has one.
 */
final class FigureBundle {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FigureBundle() {}

  static Map<String, Object> of(Figure figure) {
    ObjectNode json = PlotlyJson.of(figure);
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(Mime.PLOTLY, MAPPER.convertValue(json, new TypeReference<Map<String, Object>>() {}));
    bundle.put(Mime.HTML, html(figure, json));
    int traces = json.get("data").size();
    bundle.put(
        Mime.PLAIN, "Interactive figure of %s trace%s".formatted(traces, traces == 1 ? "" : "s"));
    return bundle;
  }

  private static String html(Figure figure, ObjectNode json) {
    Optional<String> still = figure instanceof CopseFigure own ? own.still() : Optional.empty();
    String fallback =
        still
            .map(svg -> PlotBundle.picture(svg, "Still picture of an interactive figure"))
            .orElse("<p>An interactive figure; this page has no Plotly to draw it.</p>");
    String data = json.toString().replace("<", "\\u003c");
    return "<div class=\"copse-figure\" id=\"copse-%s\"><div class=\"copse-figure-fallback\">%s</div><script type=\"application/json\" class=\"copse-figure-data\">%s</script></div>"
        .formatted(UUID.randomUUID(), fallback, data);
  }
}
