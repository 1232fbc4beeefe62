package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that a cell may use without an import mean one thing each, in a real JShell. */
final class ImportsTest {

  // what IJava and JJava import by themselves
  private static final List<String> KERNELS_OWN =
      List.of(
          "java.util",
          "java.io",
          "java.math",
          "java.net",
          "java.util.concurrent",
          "java.util.prefs",
          "java.util.regex",
          "java.util.function",
          "java.util.stream",
          "java.nio.file");

  private static JShell shell;

  @BeforeAll
  static void open() {
    shell =
        JShell.builder()
            .executionEngine("local")
            .out(new PrintStream(java.io.OutputStream.nullOutputStream()))
            .build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    KERNELS_OWN.forEach(name -> eval("import " + name + ".*;"));
    Imports.ALL.forEach(ImportsTest::eval);
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  private static SnippetEvent eval(String code) {
    SnippetEvent event = shell.eval(code).get(0);
    assertEquals(Snippet.Status.VALID, event.status(), () -> code + ": " + diagnostics(event));
    return event;
  }

  private static String diagnostics(SnippetEvent event) {
    return shell
        .diagnostics(event.snippet())
        .map(d -> d.getMessage(java.util.Locale.ENGLISH))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource({
    "Table, tech.tablesaw.api.Table",
    "Path, java.nio.file.Path",
    "List, java.util.List",
    "Interval, org.copse.effect.Interval",
    "Plot, org.copse.plot.Plot"
  })
  void aNameMeans(String name, String type) {
    assertEquals("\"" + type + "\"", eval(name + ".class.getName()").value());
  }

  @Test
  void measuresNeedNoClassName() {
    for (String measure :
        List.of("RISK_RATIO", "STANDARDISED_MEAN_DIFFERENCE", "LOGIT_PROPORTION", "HAZARD_RATIO")) {
      assertEquals(measure, eval(measure).value());
    }
  }

  private static List<Class<?>> publicClasses() {
    try (ScanResult found =
        new ClassGraph().acceptPackages("org.copse", "tech.tablesaw.api").scan()) {
      return found.getAllClasses().stream()
          .filter(c -> Imports.ALL.contains("import " + c.getPackageName() + ".*;"))
          .filter(c -> c.isPublic() && !c.isInnerClass() && !c.getName().endsWith("Test"))
          .<Class<?>>map(ClassInfo::loadClass)
          .toList();
    }
  }

  @Test
  void everyPublicNameOfOursAndTablesawsIsUnambiguous() {
    List<Class<?>> classes = publicClasses();
    assertTrue(classes.size() > 70, classes::toString);
    String names =
        classes.stream().map(c -> c.getSimpleName() + ".class").collect(Collectors.joining(", "));
    String expected =
        classes.stream().map(c -> '"' + c.getName() + '"').collect(Collectors.joining(", "));
    SnippetEvent hidden =
        eval(
            "Stream.of(%s).map(Class::getName).filter(n -> !Set.of(%s).contains(n)).toList()"
                .formatted(names, expected));
    assertEquals("[]", hidden.value());
  }
}
