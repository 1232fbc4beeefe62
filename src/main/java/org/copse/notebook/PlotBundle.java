package org.copse.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.copse.plot.ForestPlot;
import org.copse.plot.Plot;
import org.copse.report.HtmlTable;
import org.copse.report.VisibleText;

/**
 * A plot as a bundle: a picture in HTML, which the sanitiser of an untrusted notebook lets through,
 * with the script that brings it to life or makes it part of the page; SVG; its words as plain
 * text.
 */
final class PlotBundle {

  private PlotBundle() {}

  static Map<String, Object> of(Plot plot) {
    String svg = plot.svg();
    String live = plot instanceof ForestPlot forest ? forest.live() : "";
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(
        Mime.HTML,
        "<div class=\"copse-plot%s\" id=\"copse-%s\">%s%s%s</div>"
            .formatted(
                live.isEmpty() ? "" : " copse-forest",
                UUID.randomUUID(),
                picture(svg, plot.altText()),
                live.isEmpty() ? PictureScript.ELEMENT : live,
                still(plot)));
    bundle.put(Mime.SVG, svg);
    bundle.put(Mime.PLAIN, VisibleText.of(plot.altText()));
    return bundle;
  }

  /** Why a plot that others can change stays a picture. */
  private static String still(Plot plot) {
    String why = plot instanceof ForestPlot forest ? forest.still() : "";
    return why.isEmpty()
        ? ""
        : "<p class=\"copse-still\"><small>" + HtmlTable.escape(why) + "</small></p>";
  }

  static String picture(String svg, String words) {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return "<img alt=\"%s\" style=\"max-width:100%%;height:auto\" src=\"data:image/svg+xml;base64,%s\">"
        .formatted(HtmlTable.escape(words), data);
  }
}
