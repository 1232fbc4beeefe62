package org.copse.notebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.copse.plot.PlotlyJson;
import org.copse.plot.StillFigure;
import org.copse.report.HtmlTable;
import org.copse.report.VisibleText;
import tech.tablesaw.plotly.components.Figure;

/**
 * A Plotly figure as a bundle: JSON for the front end's own renderer; HTML that carries the same
 * JSON for an exported page, with a still picture for where nothing draws it; the picture alone for
 * documents of paper.
 */
final class FigureBundle {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FigureBundle() {}

  static Map<String, Object> of(Figure figure) {
    ObjectNode json = PlotlyJson.of(figure);
    Optional<String> still = StillFigure.svg(figure);
    String words = StillFigure.words(figure);
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(Mime.PLOTLY, MAPPER.convertValue(json, new TypeReference<Map<String, Object>>() {}));
    bundle.put(Mime.HTML, html(json, still, words));
    still.ifPresent(svg -> bundle.put(Mime.SVG, svg));
    bundle.put(Mime.PLAIN, VisibleText.of(words));
    return bundle;
  }

  /** The picture stays unless something draws the figure, which then takes its place. */
  private static String html(ObjectNode json, Optional<String> still, String words) {
    String fallback =
        still
            .map(svg -> PlotBundle.picture(svg, words) + PictureScript.ELEMENT)
            .orElse("<p>%s; only Plotly can draw it.</p>".formatted(HtmlTable.escape(words)));
    String data = json.toString().replace("<", "\\u003c");
    return "<div class=\"copse-figure\" id=\"copse-%s\"><div class=\"copse-figure-fallback%s\">%s</div><script type=\"application/json\" class=\"copse-figure-data\">%s</script></div>"
        .formatted(UUID.randomUUID(), still.isPresent() ? " copse-plot" : "", fallback, data);
  }
}
