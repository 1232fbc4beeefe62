package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LaTeX of every display, set by LaTeX itself with the packages that nbconvert loads. Where the
 * machine has no XeLaTeX this is skipped, but never in CI: {@link LatexTest} then checks the
 * structure alone. No JDK changes the texts, so one run is enough.
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
    assumeTrue(
        installed("xelatex") || System.getenv("CI") != null,
        "no xelatex found: the tables' LaTeX was not set, only checked");
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

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
