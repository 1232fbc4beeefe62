package org.copse.notebook;

/** The MIME types that notebooks know and Copse writes. */
final class Mime {

  static final String PLAIN = "text/plain";
  static final String HTML = "text/html";
  static final String LATEX = "text/latex";
  static final String SVG = "image/svg+xml";
  static final String PLOTLY = "application/vnd.plotly.v1+json";

  private Mime() {}
}
