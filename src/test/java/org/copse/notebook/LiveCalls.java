package org.copse.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs the Java that the page copies, as a notebook would, and compares what it gives. */
final class LiveCalls {

  private static final List<String> FIT =
      List.of(
          "var fit = RandomEffects.of(Trials.of(Datasets.bcgVaccine()).study(\"author\", \"year\")"
              + ".year(\"year\").binary(\"tpos\", \"tn\", \"cpos\", \"cn\").as(BinaryMeasure.RISK_RATIO));",
          "import org.copse.effect.*;");

  private LiveCalls() {}

  /** Reads calls and estimates; ends with status 1 where one does not compile or differs. */
  public static void main(String... arguments) throws IOException {
    JsonNode calls = new ObjectMapper().readTree(new File(arguments[0]));
    int failures = 0;
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (String line : Imports.ALL) {
        run(shell, line);
      }
      for (int i = FIT.size() - 1; i >= 0; i--) {
        run(shell, FIT.get(i));
      }
      for (JsonNode call : calls) {
        String problem = problem(shell, call);
        if (!problem.isEmpty()) {
          System.out.println(problem + "\n" + call.get("java").asText());
          failures++;
        }
      }
    }
    System.out.println(calls.size() + " calls");
    System.exit(failures == 0 ? 0 : 1);
  }

  private static String problem(JShell shell, JsonNode call) {
    String problem = run(shell, call.get("java").asText());
    double expected = call.get("estimate").asDouble();
    if (!problem.isEmpty() || expected == 0) {
      return problem;
    }
    String value = shell.eval("sensitivity.backTransformed().estimate()").get(0).value();
    boolean close = Math.abs(Double.parseDouble(value) - expected) <= 1e-8 * expected;
    return close ? "" : "page " + expected + ", Java " + value;
  }

  /** Runs all snippets of a text; what is wrong, or nothing. */
  private static String run(JShell shell, String text) {
    String rest = text;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = next.source().isEmpty() ? rest : next.source();
      for (SnippetEvent event : shell.eval(source)) {
        if (event.exception() != null) {
          return event.exception().toString();
        }
        if (event.status() == jdk.jshell.Snippet.Status.REJECTED) {
          return shell.diagnostics(event.snippet()).toList().get(0).getMessage(null);
        }
      }
      rest = next.source().isEmpty() ? "" : next.remaining();
    }
    return "";
  }
}
