package org.copse.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says which given boxes contradict each other. */
final class PrismaWords {

  private PrismaWords() {}

  /** A sum whose boxes are all given. */
  static String sum(PrismaSum sum, Map<PrismaBox, Integer> given, boolean update) {
    List<String> parts = new ArrayList<>();
    long was = 0;
    for (PrismaBox part : sum.parts()) {
      parts.add(named(part, given.get(part), update));
      was += given.get(part);
    }
    return "%s must be the sum of %s, was %s"
        .formatted(
            named(sum.total(), given.get(sum.total()), update),
            String.join(" and ", parts),
            PrismaCount.grouped(was));
  }

  /**
   * Two bounds that cannot both hold, in the given boxes alone: what is taken away on one side is
   * added on the other, so that both are plain sums.
   */
  static String contradiction(
      PrismaBound least, PrismaBound most, Map<PrismaBox, Integer> given, boolean update) {
    PrismaBound difference = least.minus(most);
    String rule = difference.slack() ? "be at most" : "equal";
    return "%s must %s %s, was %s against %s%s"
        .formatted(
            side(difference, 1, given, update),
            rule,
            side(difference, -1, given, update),
            PrismaCount.grouped(total(difference, 1, given)),
            PrismaCount.grouped(total(difference, -1, given)),
            difference.slack() ? ", as no box can be below 0" : "");
  }

  private static String side(
      PrismaBound difference, int sign, Map<PrismaBox, Integer> given, boolean update) {
    List<String> terms = new ArrayList<>();
    difference
        .terms()
        .forEach(
            (box, n) -> {
              if (n * sign > 0) {
                terms.add(named(box, given.get(box), update));
              }
            });
    return terms.isEmpty() ? "0" : String.join(" + ", terms);
  }

  private static long total(PrismaBound difference, int sign, Map<PrismaBox, Integer> given) {
    long total = 0;
    for (Map.Entry<PrismaBox, Integer> term : difference.terms().entrySet()) {
      total += term.getValue() * sign > 0 ? given.get(term.getKey()) : 0;
    }
    return total;
  }

  private static String named(PrismaBox box, long number, boolean update) {
    return "'%s' (%s)".formatted(box.label(update), PrismaCount.grouped(number));
  }
}
