package org.copse.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The script that makes tables sort, unfold and copy. It is the same text everywhere, so that a
 * page's security policy can allow it by its hash; it reads and writes tables of Copse alone.
 */
final class TableScript {

  /** What the element holds. */
  static final String TEXT = text();

  /** The whole element. */
  static final String ELEMENT = "<script>" + TEXT + "</script>";

  private TableScript() {}

  private static String text() {
    try (InputStream in = TableScript.class.getResourceAsStream("tables.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read tables.js of Copse's own jar", e);
    }
  }

  /** HTML of tables with the script once at its end. */
  static String with(String html) {
    return html.replace(ELEMENT, "") + ELEMENT;
  }
}
