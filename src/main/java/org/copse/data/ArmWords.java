package org.copse.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns are the two arms of one comparison, by the words in their names. */
final class ArmWords {

  private static final Set<String> TREATMENT =
      Set.of(
          "treatment",
          "treated",
          "trt",
          "treat",
          "tx",
          "t",
          "e",
          "exp",
          "experimental",
          "intervention",
          "int",
          "active",
          "drug",
          "1");
  private static final Set<String> CONTROL =
      Set.of(
          "control",
          "controls",
          "ctrl",
          "ctl",
          "ctr",
          "cont",
          "c",
          "con",
          "placebo",
          "pbo",
          "pla",
          "p",
          "comparator",
          "untreated",
          "usual",
          "2");

  private ArmWords() {}

  /**
   * Two arms.
   *
   * @param treatment words of one
   * @param control words of the other
   */
  record Pair(Set<String> treatment, Set<String> control) {}

  static boolean namesArm(Set<String> words) {
    return words.stream().anyMatch(w -> TREATMENT.contains(w) || CONTROL.contains(w));
  }

  /** Pairs of those that differ in the arm alone; a drug's name may stand for the treatment. */
  static List<Pair> pairs(List<Set<String>> all) {
    List<Pair> pairs = new ArrayList<>();
    Set<Set<String>> used = new HashSet<>();
    for (Set<String> control : all) {
      if (control.stream().anyMatch(CONTROL::contains) && !used.contains(control)) {
        Set<String> base = without(control, CONTROL);
        Set<String> partner = partner(all, control, base, used);
        if (partner != null) {
          pairs.add(new Pair(partner, control));
          used.add(control);
          used.add(partner);
        }
      }
    }
    return pairs;
  }

  private static Set<String> partner(
      List<Set<String>> all, Set<String> control, Set<String> base, Set<Set<String>> used) {
    List<Set<String>> named = new ArrayList<>();
    for (Set<String> other : all) {
      if (other.equals(control) || used.contains(other)) {
        continue;
      }
      boolean treatment = other.stream().anyMatch(TREATMENT::contains);
      if (treatment && without(other, TREATMENT).equals(base)) {
        return other;
      }
      boolean isOne = other.size() == base.size() + 1 && other.containsAll(base);
      if (isOne && without(other, CONTROL).equals(other)) {
        named.add(other);
      }
    }
    return named.size() == 1 ? named.get(0) : null;
  }

  private static Set<String> without(Set<String> words, Set<String> removed) {
    Set<String> rest = new HashSet<>(words);
    rest.removeAll(removed);
    return rest;
  }
}
