package org.copse.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The imports that extensions ask for at start, each made when a text first names something of it, and kept
 * from then on. JShell compiles all imports with every cell, four times: forty-seven of them are a quarter of a short cell's time.
 */
final class WantedImports {

  private static final Pattern IMPORT = Pattern.compile("\\s*import\\s+(static\\s+)?([\\w.]+)\\.(\\*|\\w+)\\s*;\\s*");
  private static final Pattern IDENTIFIER = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");
  private final Names names;

  /** Each import not made yet, with the names it brings, in the order in which they were asked for. */
  private final Map<String, Set<String>> waiting = new LinkedHashMap<>();

  /** The packages of all imports that waited, whether made since or not. */
  private final List<String> packages = new ArrayList<>();

  WantedImports(ClassLoader loader) {
    this.names = new Names(loader);
  }

  /** Takes what can wait out of a text that is all imports; returns what is to be run now. */
  synchronized String defer(String source) {
    List<String> now = new ArrayList<>();
    for (String line : source.lines().toList()) if (!waits(line)) now.add(line);
    return String.join("\n", now);
  }

  private boolean waits(String line) {
    Matcher parts = IMPORT.matcher(line);
    if (!parts.matches()) return false;
    boolean members = parts.group(1) != null;
    Collection<String> brought = names.of(parts.group(2), members);
    boolean all = parts.group(3).equals("*");
    if (brought.isEmpty() || !all && !brought.contains(parts.group(3))) return false;
    waiting.put(line.strip(), all ? Set.copyOf(brought) : Set.of(parts.group(3)));
    if (all && !members) packages.add(parts.group(2) + ".");
    return true;
  }

  /** The imports that a text needs and that were not made yet; they count as made from here on. */
  synchronized List<String> wantedBy(String text) {
    if (waiting.isEmpty()) return List.of();
    // A name may be written in escapes, which only the compiler reads.
    List<String> found = text.contains("\\u") ? List.copyOf(waiting.keySet()) : found(text);
    found.forEach(waiting::remove);
    return found;
  }

  private List<String> found(String text) {
    Set<String> words = new TreeSet<>();
    IDENTIFIER.matcher(text).results().forEach(word -> words.add(word.group()));
    return waiting.entrySet().stream().filter(entry -> words.stream().anyMatch(entry.getValue()::contains)).map(Map.Entry::getKey).toList();
  }

  /** The names with this beginning that a cell can use although their imports are not made yet. */
  synchronized Stream<String> startingWith(String beginning) {
    return waiting.values().stream().flatMap(Set::stream).filter(name -> name.startsWith(beginning)).sorted().toList().stream();
  }

  synchronized List<String> packages() {
    return List.copyOf(packages);
  }
}
