package org.copse.appraisal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How an instrument comes from its domains to one judgement of a study. */
public enum OverallRule {
  /** The instrument has no overall judgement. */
  NONE("no overall judgement") {
    @Override
    Optional<Judgement> judge(List<Judgement> domains, Optional<SeveralConcerns> several) {
      return Optional.empty();
    }
  },
  /**
   * The worst domain. Without information on some domain and no domain at serious or critical risk,
   * there is no information: whether that domain is a key one is a judgement, here each is.
   */
  WORST_DOMAIN("the worst of the domains") {
    @Override
    Optional<Judgement> judge(List<Judgement> domains, Optional<SeveralConcerns> several) {
      Optional<Judgement> worst =
          domains.stream().max(Comparator.comparingInt(Judgement::severity));
      boolean silent = domains.contains(Judgement.NO_INFORMATION);
      return silent && worst.orElseThrow().severity() < Judgement.SERIOUS.severity()
          ? Optional.of(Judgement.NO_INFORMATION)
          : worst;
    }
  },
  /**
   * RoB 2: low when all domains are low, high when any is high, otherwise some concerns; several
   * domains with some concerns need a choice of the reviewers ({@link SeveralConcerns}).
   */
  ROB_2("low if all domains are low, high if any is high, otherwise some concerns") {
    @Override
    Optional<Judgement> judge(List<Judgement> domains, Optional<SeveralConcerns> several) {
      if (domains.contains(Judgement.HIGH)) {
        return Optional.of(Judgement.HIGH);
      }
      long concerns = domains.stream().filter(Judgement.SOME_CONCERNS::equals).count();
      if (concerns < 2) {
        return Optional.of(concerns == 0 ? Judgement.LOW : Judgement.SOME_CONCERNS);
      }
      return several.map(s -> concerns >= s.from() ? Judgement.HIGH : Judgement.SOME_CONCERNS);
    }
  },
  /** The sum of points; a study of at least the cut is of high quality where there is a cut. */
  POINTS("the sum of points") {
    @Override
    Optional<Judgement> judge(List<Judgement> domains, Optional<SeveralConcerns> several) {
      return Optional.empty();
    }
  };

  private final String words;

  OverallRule(String words) {
    this.words = words;
  }

  /**
   * The rule in words.
   *
   * @return for methods sections
   */
  public String words() {
    return words;
  }

  /** The overall judgement, empty where there is none or a choice is missing. */
  abstract Optional<Judgement> judge(List<Judgement> domains, Optional<SeveralConcerns> several);
}
