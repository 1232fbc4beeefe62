package org.copse.plot;

import org.copse.report.HtmlPage;

/**
 * A plot as a page of its own: the SVG in it, readable in light and dark, nothing asked of the
 * network, which a policy in the page enforces.
 */
final class PlotPage {

  private static final String STYLE =
      "body{margin:24px;font-family:Arial,Helvetica,'Liberation"
          + " Sans',sans-serif;background:#fff;color:#111}"
          + "svg{max-width:100%;height:auto;display:block;background:#fff}@media"
          + " print{body{margin:0}}"
          + DarkColours.rules();

  private PlotPage() {}

  /** A page with the picture alone. */
  static String of(Plot plot, String svg) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src %s">
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
            HtmlPage.source(STYLE),
            SvgWriter.escape(plot.altText()),
            SvgWriter.escape(plot.title()),
            STYLE,
            svg);
  }
}
