package org.copse.plot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every colour of a picture is on a dark page: one list for the live script, the pictures in a
 * notebook and saved pages. Files saved as SVG, PNG and PDF stay white.
 */
final class DarkColours {

  /** Colour on white to colour on dark, as hex. */
  static final Map<String, String> ALL = read();

  private DarkColours() {}

  private static Map<String, String> read() {
    try (InputStream in = DarkColours.class.getResourceAsStream("live/00-dark.js")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String json = text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1);
      return new ObjectMapper()
          .readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read the dark colours of Copse's own jar", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the dark colours of Copse's own jar", e);
    }
  }

  /**
   * Style rules that turn an SVG in a page dark where the reader prefers that; print stays white.
   */
  static String rules() {
    StringBuilder rules = new StringBuilder("@media screen and (prefers-color-scheme:dark){");
    rules.append("body{background:%s;color:%s}".formatted(dark("#ffffff"), dark("#111111")));
    rules.append("svg{background:%s;fill:%s}".formatted(dark("#ffffff"), dark("#111111")));
    ALL.forEach(
        (from, to) ->
            rules.append(
                "svg [fill=\"%s\"]{fill:%s}svg [stroke=\"%s\"]{stroke:%s}"
                    .formatted(from, to, from, to)));
    return rules.append('}').toString();
  }

  private static String dark(String colour) {
    return ALL.get(colour);
  }
}
