package org.copse.plot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A plot as a page of its own: the SVG in it, readable in light and dark, nothing asked of the
 * network, which a policy in the page enforces.
 */
final class PlotPage {

  private static final String STYLE =
      "body{margin:24px;font-family:Arial,Helvetica,'Liberation Sans',sans-serif;background:#fff;color:#111}"
          + "svg{max-width:100%;height:auto;display:block;background:#fff}"
          + "@media print{body{margin:0}}"
          + "@media (prefers-color-scheme:dark){body{background:#111;color:#eee}}";

  private PlotPage() {}

  /** A page with the picture alone. */
  static String of(Plot plot, String svg) {
    return page(plot, "default-src 'none'; style-src 'unsafe-inline'", svg);
  }

  /**
   * A page in which a script of ours, given as HTML, brings the picture to life; without scripts
   * the picture stays.
   */
  static String live(Plot plot, String svg, String script) {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    String body =
        "<div class=\"copse-plot copse-forest\"><img alt=\"%s\" style=\"max-width:100%%\" src=\"data:image/svg+xml;base64,%s\">%s</div>"
            .formatted(SvgWriter.escape(plot.altText()), data, script);
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:";
    return page(plot, policy, body);
  }

  private static String page(Plot plot, String policy, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="%s">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <meta name="description" content="%s">
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>%s</main>
        </body>
        </html>
        """
        .formatted(
            policy, SvgWriter.escape(plot.altText()), SvgWriter.escape(plot.title()), STYLE, body);
  }
}
