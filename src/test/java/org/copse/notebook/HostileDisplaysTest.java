package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.data.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every display of hostile texts: what tables export is read here, and what shows is written where
 * the browser tests find it.
 */
final class HostileDisplaysTest {

  /** Texts that break out of HTML, scripts, SVG, JSON, Markdown, CSV, terminals, reading order. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "html",
              "MARK<img src=x onerror=window.hacked=1><b onclick=alert(1)>\"' &amp;<a href=\"javascript:window.hacked=2\">x</a>"
                  + "<base href=//example.org/><iframe srcdoc='<script>parent.hacked=3</script>'>",
          "script",
              "MARK</script><script>window.hacked=4</script><!-- ]]></title></textarea></text></svg>"
                  + "<svg onload=window.hacked=5><foreignObject><style>*{display:none}",
          "json",
              "MARK\"},\"x\":{\\u003cscript>window.hacked=6</script>\\\"${7*7}"
                  + "[x](javascript:window.hacked=7)![y](https://example.org/z.png)`|$x^2$",
          "formula", "=MARK HYPERLINK(\"https://example.org\")",
          "unseen",
              "MARK\u001b[31m\u001b]8;;https://example.org\u0007x\u0000\b\u007f\u009b1m\u202egnp.exe\u2066\u200b\tz\r\n\u2028");

  private static final Pattern CSV_CELL =
      Pattern.compile("\\G(\"(?:[^\"]|\"\")*\"|[^\",\r\n]*)(,|\r\n)");

  private static final Pattern LINK = Pattern.compile("(?<!\\\\)[\\[\\]][(\\[:]");

  @TempDir Path folder;

  @Test
  void everyDisplayOfEveryTextIsWrittenForTheBrowserAndExportedWithoutHarm() throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    Set<String> exported = new HashSet<>();
    for (Map.Entry<String, String> text : TEXTS.entrySet()) {
      Map<String, Object> values = Samples.of(text.getValue());
      addFile(text.getValue(), values);
      Map<String, Object> shown = new LinkedHashMap<>();
      values.forEach((name, v) -> shown.put(name, Displays.bundle(v)));
      values.forEach((name, v) -> export(name, v, exported));
      assertTrue(shown.size() > 150);
      String markdown = Report.of(values.get("binary"), values.get("leave-one-out")).markdown();
      all.put(text.getKey(), Map.of("displays", shown, "markdown", markdown));
    }
    assertTrue(exported.size() > 90, () -> "exports: " + exported.size());
    Path target = Files.createDirectories(Path.of("target", "hostile"));
    new ObjectMapper().writeValue(target.resolve("displays.json").toFile(), all);
  }

  /** A file whose name is the text, as far as this system can name files so. */
  private void addFile(String text, Map<String, Object> values) throws IOException {
    Path file;
    try {
      file = folder.resolve(text.replace('/', '\\').replace("\u0000", "") + ".csv");
    } catch (InvalidPathException e) {
      return;
    }
    Files.writeString(file, "study,n\n\"" + text.replace("\"", "\"\"") + "\",12\nb,\n");
    values.put("trials of a file", Trials.read(file));
  }

  /** Tables as files: no formula for a spreadsheet, no tag, no command of the text. */
  private static void export(String name, Object value, Set<String> exported) {
    if (Displays.tables(value).isEmpty()) {
      return;
    }
    exported.add(name);
    Report report = Report.of(value);
    noFormula(name, report.csv());
    String markdown = report.markdown();
    assertFalse(markdown.contains("<"), () -> name + ": " + markdown);
    assertFalse(LINK.matcher(markdown).find(), () -> name + ": " + markdown);
    String latex = report.latex();
    assertFalse(latex.matches("(?s).*(?<!\\\\)#.*"), () -> name + ": " + latex);
    for (String out : new String[] {report.csv(), markdown, latex, report.text(), report.html()}) {
      assertFalse(
          out.codePoints().anyMatch(HostileDisplaysTest::isUnseen), () -> name + ": " + out);
    }
  }

  private static void noFormula(String name, String csv) {
    // tables stand one below the other with an empty line between
    for (String table : csv.split("(?<=\r\n)\r\n")) {
      Matcher cell = CSV_CELL.matcher(table);
      int end = 0;
      while (cell.find()) {
        end = cell.end();
        String text = cell.group(1).replaceAll("^\"|\"$", "");
        boolean number = text.matches("-?[0-9.]+(e-?[0-9]+)?%?");
        assertFalse(
            !number && text.matches("(?s)[\\s\\h\\p{Cf}]*[=+\\-@].*"), () -> name + ": " + text);
      }
      assertEquals(table.length(), end, () -> name + " is no CSV: " + table);
    }
  }

  private static boolean isUnseen(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r'
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200b;
  }
}
