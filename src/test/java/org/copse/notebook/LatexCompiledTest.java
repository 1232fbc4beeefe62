package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LaTeX of every display, set by XeLaTeX itself with the packages that nbconvert loads. Left out of
 * the test command, which needs no TeX ({@link LatexTest} checks the structure); to run it: {@code
 * mvn -Dgroups=latex -DexcludedGroups=none -Dtest=LatexCompiledTest test}.
 */
@Tag("latex")
final class LatexCompiledTest {

  private static final String START =
      """
      \\documentclass{article}
      \\usepackage{fontspec,amsmath,amssymb,longtable,booktabs,array,calc,graphicx}
      \\setmainfont{DejaVuSans.ttf}
      \\begin{document}
      """;

  @TempDir private Path folder;

  @Test
  void everyTableIsSetWithoutAnErrorOrAMissingCharacter() throws Exception {
    Map<String, String> all =
        Samples.all().entrySet().stream()
            .map(e -> Map.entry(e.getKey(), Displays.bundle(e.getValue())))
            .filter(e -> e.getValue().containsKey(Mime.LATEX))
            .collect(
                Collectors.toMap(Map.Entry::getKey, e -> (String) e.getValue().get(Mime.LATEX)));
    assertTrue(all.size() > 50, "only " + all.size());
    StringBuilder text = new StringBuilder(START);
    all.forEach(
        (name, tex) ->
            text.append("\\typeout{DISPLAY ")
                .append(all.keySet().stream().toList().indexOf(name))
                .append("}\n")
                .append(tex)
                .append("\n\n\\clearpage\n"));
    Files.writeString(folder.resolve("all.tex"), text.append("\\end{document}\n"));
    String log = set();
    String wrong =
        log.lines()
            .filter(Pattern.compile("^! |Missing character|Output written").asPredicate())
            .distinct()
            .limit(20)
            .collect(Collectors.joining("\n"));
    assertTrue(wrong.startsWith("Output written") && wrong.lines().count() == 1, wrong);
    assertEquals(all.size(), Pattern.compile("DISPLAY \\d+").matcher(log).results().count());
  }

  private String set() throws IOException, InterruptedException {
    Process tex =
        new ProcessBuilder("xelatex", "-interaction=nonstopmode", "-no-shell-escape", "all.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(tex.waitFor(5, TimeUnit.MINUTES), "XeLaTeX did not end");
    return Files.readString(folder.resolve("all.log"), StandardCharsets.ISO_8859_1);
  }
}
