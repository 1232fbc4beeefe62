package org.copse.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was given for the boxes of a flow, and what is wrong with it, until all are checked. */
final class PrismaEntries {

  private static final String ADVICE =
      ". Check these boxes, or call asPrinted() to draw what a paper prints.";

  private final boolean update;
  private final Map<PrismaBox, Integer> totals = new EnumMap<>(PrismaBox.class);
  private final Map<PrismaBox, List<PrismaPart>> parts = new EnumMap<>(PrismaBox.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean asPrinted;

  PrismaEntries(boolean update) {
    this.update = update;
  }

  void total(PrismaBox box, int count) {
    requireCount(box.label(update), count);
    Integer before = totals.put(box, count);
    if (before != null) {
      problems.add(
          "'%s' must be given once, was given as %s and %s. Keep one."
              .formatted(box.label(update), before, count));
    }
  }

  void part(PrismaBox box, String name, int count) {
    if (name == null || name.isBlank()) {
      problems.add(
          "'%s' must name each of its lines, was blank. Name it.".formatted(box.label(update)));
      return;
    }
    requireCount(box.label(update) + ": " + name, count);
    List<PrismaPart> lines = parts.computeIfAbsent(box, b -> new ArrayList<>());
    if (lines.stream().anyMatch(line -> line.name().equals(name))) {
      problems.add(
          "'%s' must have each line once, was '%s' twice. Add the numbers."
              .formatted(box.label(update), name));
    }
    lines.add(new PrismaPart(name.strip(), count));
  }

  private void requireCount(String what, int count) {
    if (count < 0) {
      problems.add("'%s' must be 0 or more, was %s. Give the number.".formatted(what, count));
    }
  }

  void note(String note) {
    notes.add(note);
  }

  /** Boxes that do not add up become notes. */
  void asPrinted() {
    asPrinted = true;
  }

  PrismaFlow check() {
    if (totals.isEmpty() && parts.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make the flow: at least one box must be given, was none. Call database(...),"
              + " screened(...) and so on before check().");
    }
    PrismaChecks checks = new PrismaChecks(update, totals, parts);
    problems.addAll(checks.misplaced());
    if (!asPrinted) {
      checks.mismatches().forEach(text -> problems.add(text + ADVICE));
    }
    throwIfAny();
    List<String> all = new ArrayList<>(notes);
    checks.mismatches().forEach(text -> all.add("the numbers do not add up: " + text));
    all.addAll(checks.notes());
    return new PrismaFlow(update, checks.counts(), all);
  }

  private void throwIfAny() {
    if (problems.size() == 1) {
      throw new IllegalArgumentException("Cannot make the flow: " + problems.get(0));
    }
    if (problems.size() > 1) {
      throw new IllegalArgumentException(
          "Cannot make the flow: %s problems.\n  %s"
              .formatted(problems.size(), String.join("\n  ", problems)));
    }
  }
}
