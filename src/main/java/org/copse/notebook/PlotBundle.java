package org.copse.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.copse.plot.Plot;
import org.copse.report.HtmlTable;
import org.copse.report.VisibleText;

/**
 * A plot as a bundle: a picture in HTML, which the sanitiser of an untrusted notebook lets through;
 * SVG; its words as plain text.
 */
final class PlotBundle {

  private PlotBundle() {}

  static Map<String, Object> of(Plot plot) {
    String svg = plot.svg();
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(
        Mime.HTML,
        "<div class=\"copse-plot\" id=\"copse-%s\">%s</div>"
            .formatted(UUID.randomUUID(), picture(svg, plot.altText())));
    bundle.put(Mime.SVG, svg);
    bundle.put(Mime.PLAIN, VisibleText.of(plot.altText()));
    return bundle;
  }

  static String picture(String svg, String words) {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return "<img alt=\"%s\" style=\"max-width:100%%;height:auto\" src=\"data:image/svg+xml;base64,%s\">"
        .formatted(HtmlTable.escape(words), data);
  }
}
