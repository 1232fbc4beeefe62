package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.copse.plot.Plot;
import org.junit.jupiter.api.Test;

/** Tests run without a screen, so that opening means writing a file and saying where. */
final class ShownTest {

  private static final Map<String, Object> SAMPLES = Samples.of(Samples.HOSTILE);

  @Test
  void aFitIsAPageOfItsTables() throws IOException {
    Path file = Shown.open(Samples.all().get("random"));
    String page = Files.readString(file);
    Files.delete(file);
    assertTrue(file.toString().endsWith(".html"));
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("Risk ratio"), page);
    assertTrue(page.contains(TableScript.ELEMENT));
    assertEquals(1, page.split("script-src 'sha256-[A-Za-z0-9+/]+='; ", -1).length - 1);
  }

  @Test
  void aPlotShowsItself() throws IOException {
    Path file = ((Plot) SAMPLES.get("forest")).show();
    String page = Files.readString(file);
    Files.delete(file);
    assertTrue(
        page.contains("default-src 'none'") && !page.contains("script-src"),
        page.substring(0, 400));
    assertTrue(page.contains("<svg "));
    assertFalse(page.contains("<img src=x") || page.contains("<script"));
  }

  @Test
  void textAloneIsAPageToo() {
    assertTrue(Shown.page("a < b & c").contains("<pre>a &lt; b &amp; c</pre>"));
    assertTrue(Shown.page(null).contains("<pre>null</pre>"));
  }

  @Test
  void everyPageLoadsNothing() {
    SAMPLES.forEach(
        (name, value) -> {
          String page = Shown.page(value);
          assertTrue(page.contains("default-src 'none'"), name);
          assertFalse(page.contains("<link") || page.contains("src=\"http"), name);
          assertFalse(page.contains("<img src=x"), name);
          assertFalse(page.contains("unsafe") || page.contains(" style="), name);
          assertFalse(page.contains("copse-forest-"), name);
        });
  }

  @Test
  void jshellSeesWordsNotAddresses() {
    List<String> addresses = new ArrayList<>();
    Samples.all().entrySet().stream()
        .filter(sample -> sample.getValue().getClass().getName().startsWith("org.copse."))
        .filter(sample -> sample.getValue().toString().matches("(?s)\\s*|.*\\w@[0-9a-f]{5,8}\\b.*"))
        .forEach(sample -> addresses.add(sample.getKey() + ": " + sample.getValue()));
    assertEquals(List.of(), addresses);
  }
}
