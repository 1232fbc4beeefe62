package org.copse.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What makes an instrument usable: checked once, when it is made. */
final class InstrumentRules {

  private InstrumentRules() {}

  static void check(String name, OverallRule rule, List<AppraisalDomain> domains) {
    List<String> problems = new ArrayList<>();
    if (domains.isEmpty()) {
      problems.add("it has no domain");
    }
    Set<String> letters = new HashSet<>();
    for (AppraisalDomain domain : domains) {
      if (domain.letter().isBlank() || !letters.add(domain.letter().toLowerCase(Locale.ROOT))) {
        problems.add("the letter '%s' is blank or used twice".formatted(domain.letter()));
      }
      if (domain.answers().size() < 2) {
        problems.add("domain %s has fewer than two answers".formatted(domain.letter()));
      }
      Set<String> spellings = new HashSet<>();
      for (AppraisalAnswer answer : domain.answers()) {
        for (String spelling : answer.spellings()) {
          if (!spellings.add(spelling)) {
            problems.add(
                "domain %s reads '%s' as two answers".formatted(domain.letter(), spelling));
          }
        }
      }
      if (rule != OverallRule.POINTS && rule != OverallRule.NONE) {
        boolean same = domain.answers().equals(domains.get(0).answers());
        if (!same) {
          problems.add("domain %s has other answers than the first".formatted(domain.letter()));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make instrument '%s': each domain must have a letter of its own and at least two answers told apart by their spellings, the same in all domains where a rule compares them, was otherwise: %s. Correct these domains."
              .formatted(name, String.join("; ", problems)));
    }
  }
}
