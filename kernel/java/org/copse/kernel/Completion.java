package org.copse.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/** JShell's completion, shortened: what fits the type first, no methods every object has, and a choice's constants. */
final class Completion {

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals(", "getClass()", "hashCode()", "notify()", "notifyAll()", "wait(", "wait()");
  private static final Pattern OPEN_ARGUMENT = Pattern.compile("[(,]\\s*$");
  private static final Pattern PARAMETERS = Pattern.compile("\\(([^()]*)\\)");
  private final JShell shell;
  private static final Pattern WORD = Pattern.compile("(?<![\\w.\"])[A-Za-z]\\w*$");
  private final Supplier<ClassLoader> loader;
  private final WantedImports imports;

  Completion(JShell shell, Supplier<ClassLoader> loader, WantedImports imports) {
    this.shell = shell;
    this.imports = imports;
    this.loader = loader;
  }

  /** Returns null where nothing is known, as JJava does. */
  ReplacementOptions complete(String code, int at) {
    int[] start = new int[1];
    List<Suggestion> suggestions = shell.sourceCodeAnalysis().completionSuggestions(code, at, start);
    Set<String> options = new LinkedHashSet<>();
    String before = code.substring(0, at);
    if (OPEN_ARGUMENT.matcher(before).find()) options.addAll(constants(before));
    boolean member = start[0] > 0 && code.charAt(start[0] - 1) == '.';
    boolean nothingTyped = start[0] == at;
    suggestions.stream()
        .sorted(Comparator.comparing((Suggestion s) -> !s.matchesType()).thenComparing(Suggestion::continuation))
        .map(Suggestion::continuation)
        .filter(text -> !(member && nothingTyped && OF_EVERY_OBJECT.contains(text)))
        .forEach(options::add);
    Matcher word = WORD.matcher(before);
    if (word.find() && !inText(before)) {
      if (options.isEmpty()) start[0] = word.start();
      imports.startingWith(word.group()).forEach(options::add);
    }
    return options.isEmpty() ? null : new ReplacementOptions(new ArrayList<>(options), start[0], at);
  }

  /** Whether the cursor stands in a string or a comment that begins in its line. */
  private static boolean inText(String before) {
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return line.contains("//") || line.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /** The constants of the closed choice that the next argument takes: Tau2Estimator.DL, ... */
  private List<String> constants(String before) {
    Set<String> found = new LinkedHashSet<>();
    for (Documentation method : shell.sourceCodeAnalysis().documentation(before, before.length(), false)) {
      Matcher parameters = PARAMETERS.matcher(method.signature());
      if (!parameters.find()) continue;
      String[] each = parameters.group(1).split(",");
      int argument = argument(before);
      if (argument < each.length) found.addAll(constantsOf(each[argument].trim().split("\\s+")[0]));
    }
    return new ArrayList<>(found);
  }

  private static int argument(String before) {
    int depth = 0;
    int commas = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      char c = before.charAt(i);
      if (c == ')') depth++;
      if (c == '(' && depth-- == 0) return commas;
      if (c == ',' && depth == 0) commas++;
    }
    return commas;
  }

  private List<String> constantsOf(String type) {
    String name = type.replaceAll("<.*", "");
    List<String> packages = shell.imports()
        .map(snippet -> snippet.fullname())
        .filter(text -> text.endsWith(".*"))
        .map(text -> text.substring(0, text.length() - 1))
        .toList();
    for (String candidate : candidates(name, Stream.concat(packages.stream(), imports.packages().stream()).distinct().toList())) {
      try {
        Object[] values = Class.forName(candidate, false, loader.get()).getEnumConstants();
        if (values == null) return List.of();
        String simple = candidate.substring(candidate.lastIndexOf('.') + 1);
        List<String> texts = new ArrayList<>();
        for (Object value : values) texts.add(simple + "." + ((Enum<?>) value).name());
        return texts;
      } catch (ClassNotFoundException | LinkageError e) {
        // Not in this package.
      }
    }
    return List.of();
  }

  private static List<String> candidates(String name, List<String> packages) {
    if (name.contains(".")) return List.of(name);
    return packages.stream().map(text -> text + name).toList();
  }
}
