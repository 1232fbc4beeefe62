package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.copse.effect.BinaryEffects;
import org.copse.model.CommonEffect;
import org.copse.report.ReportTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call writes anything that shows as a table, in every format, whatever its labels. */
class ReportTest {

  /** Pipes, code, emphasis, links, formulas of Markdown and of spreadsheets, HTML, LaTeX. */
  private static final String HOSTILE =
      "=cmd|' /C calc'!A0 |`x`|<b onclick=alert(1)>$\\alpha$[l](javascript:alert(1))*_~ \\input{x} &copy;";

  private static final Pattern CSV_FORMULA = Pattern.compile("(?m)(^|,)\"?\\s*[=+@]");

  @TempDir private Path folder;

  @Test
  void everyTableCanBeWrittenInEveryFormatWhateverItsLabels() {
    int written = 0;
    int disarmed = 0;
    for (Map.Entry<String, Object> sample : Samples.of(HOSTILE).entrySet()) {
      if (Displays.tables(sample.getValue()).isEmpty()) {
        continue;
      }
      Report report = Report.of(sample.getValue());
      for (ReportTable table : report.tables()) {
        assertMarkdown(sample.getKey(), Report.of(table).markdown(), table);
        String csv = Report.of(table).csv();
        disarmed += csv.contains("'=cmd") ? 1 : 0;
        assertFalse(CSV_FORMULA.matcher(csv).find(), () -> sample.getKey() + ":\n" + csv);
      }
      assertFalse(report.html().contains("<b onclick"), sample.getKey());
      assertFalse(report.latex().contains("\\input{x}"), sample.getKey());
      assertFalse(report.text().isBlank());
      written++;
    }
    assertTrue(written > 80 && disarmed > 40, written + " written, " + disarmed + " disarmed");
  }

  /** As many cells a line as columns, and nothing left that Markdown or HTML would act on. */
  private static void assertMarkdown(String name, String markdown, ReportTable table) {
    List<String> lines = markdown.lines().filter(line -> line.startsWith("|")).toList();
    assertEquals(table.rows().size() + 2, lines.size(), name);
    for (String line : lines) {
      String bare = line.replaceAll("\\\\.", "");
      assertEquals(
          table.columns().size() + 1, bare.chars().filter(c -> c == '|').count(), name + line);
    }
    String bare = markdown.replaceAll("\\\\.", "");
    assertFalse(bare.contains("`") || bare.contains("[") || bare.contains("$"), name + markdown);
    assertFalse(markdown.contains("<"), name + markdown);
  }

  @Test
  void longTablesAreWhole() {
    String[] labels = new String[200];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = "S" + i;
    }
    String markdown = Report.of(Samples.effects(labels)).markdown();
    assertTrue(markdown.contains("S100 "), markdown);
    assertEquals(202, markdown.lines().filter(l -> l.startsWith("|")).count());
  }

  @Test
  void severalValuesStandOneBelowTheOther() {
    BinaryEffects effects = Samples.effects("A", "B");
    int one = Report.of(CommonEffect.of(effects)).tables().size();
    assertEquals(one + 1, Report.of(CommonEffect.of(effects), effects).tables().size());
    assertEquals(2, Report.of(List.of(effects, Optional.of(effects))).tables().size());
    assertEquals(Report.of(effects).text(), Report.of(effects).toString());
  }

  @Test
  void theEndingChoosesTheFormat() throws IOException {
    Report report = Report.of(Samples.effects("A", "B"));
    Map<String, String> expected =
        Map.of(
            "t.md", report.markdown(),
            "t.csv", report.csv(),
            "t.tex", report.latex(),
            "t.TXT", report.text());
    for (Map.Entry<String, String> file : expected.entrySet()) {
      Path path = report.save(folder.resolve(file.getKey()));
      assertEquals(file.getValue(), Files.readString(path));
    }
    String page = Files.readString(report.save(folder.resolve("t.html")));
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.contains("style-src 'sha256-"));
    assertTrue(textOf(page).contains(textOf(report.html())), page);
    assertFalse(page.contains(" style="), page);
    IllegalArgumentException other =
        assertThrows(IllegalArgumentException.class, () -> report.save(folder.resolve("t.docx")));
    assertTrue(other.getMessage().contains(".md, .csv, .tex, .html, .txt"), other.getMessage());
  }

  private static String textOf(String html) {
    return html.replaceAll("<[^>]*>", "");
  }

  @Test
  void whatIsNoTableIsRefused() {
    Object plot = Samples.all().get("forest");
    for (Object value : new Object[] {plot, 3, List.of()}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Report.of(value));
      assertTrue(e.getMessage().contains("must show as a table"), e.getMessage());
    }
  }
}
