package org.copse.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.copse.plot.Plot;

/**
 * The script that makes a plot's picture part of the page and dark on dark pages. It is the same in
 * every output, so that a page's security policy can allow it by its hash; without it the picture
 * stays, on white.
 */
final class PictureScript {

  /** The whole element. */
  static final String ELEMENT =
      "<script>"
          + ("(() => {\n\"use strict\";\n"
              + text(Plot.class, "live/00-dark.js")
              + "\n"
              + text(PictureScript.class, "picture.js")
              + "\n})();")
          + "</script>";

  private PictureScript() {}

  private static String text(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " of Copse's own jar", e);
    }
  }
}
