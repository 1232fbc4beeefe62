package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes every display of hostile texts where the browser tests find them. */
final class HostileDisplaysTest {

  /**
   * Texts that break out of HTML, scripts, SVG, JSON, Markdown, CSV, terminals and reading order.
   */
  private static final Map<String, String> TEXTS =
      Map.of(
          "html", "MARK<img src=x onerror=window.hacked=1><b onclick=alert(1)>\"' &amp;",
          "script", "MARK</script><script>window.hacked=2</script><!-- ]]>",
          "svg", "MARK</text></svg><svg onload=window.hacked=3><foreignObject>",
          "json", "MARK\"},\"x\":{\\u003cscript>window.hacked=4</script>\\\"${7*7}",
          "markdown", "MARK[x](javascript:window.hacked=5)![y](https://example.org/z.png)`|$x^2$",
          "iframe", "MARK<iframe srcdoc='<script>parent.hacked=6</script>'><style>*{display:none}",
          "link", "MARK<a href=\"javascript:window.hacked=7\">x</a><base href=//example.org/>",
          "formula", "=MARK HYPERLINK(\"https://example.org\")",
          "terminal", "MARK\u001b[31m\u001b]8;;https://example.org\u0007x\u001b]8;;\u0007",
          "bidi", "MARK\u202egnp.exe\u2066\u200b");

  @Test
  void everyDisplayOfEveryTextIsWrittenForTheBrowser() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      Samples.of(text.getValue()).forEach((name, v) -> shown.put(name, Displays.bundle(v)));
      assertTrue(shown.size() > 100);
      all.put(text.getKey(), Map.of("text", text.getValue(), "displays", shown));
    }
    Path folder = Files.createDirectories(Path.of("target", "hostile"));
    new ObjectMapper().writeValue(folder.resolve("displays.json").toFile(), all);
  }
}
