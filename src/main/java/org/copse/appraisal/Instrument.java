package org.copse.appraisal;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An instrument of appraisal as data: its domains, the answers that each allows, and its rule for a
 * whole study where it has one.
 *
 * <p>Domains are named in short words of our own; {@link #url()} leads to the official text, whose
 * licence may forbid copies. Those of the library are in {@link Instruments}. Immutable: each
 * setting returns a new instrument.
 */
public final class Instrument {

  private final String name;
  private final String version;
  private final String url;
  private final List<AppraisalDomain> domains;
  private final OverallRule rule;
  private final Set<Integer> key;
  private final Optional<SeveralConcerns> several;
  private final OptionalInt cut;

  private Instrument(
      String name,
      String version,
      String url,
      List<AppraisalDomain> domains,
      OverallRule rule,
      Set<Integer> key,
      Optional<SeveralConcerns> several,
      OptionalInt cut) {
    this.name = name;
    this.version = version;
    this.url = url;
    this.domains = List.copyOf(domains);
    this.rule = rule;
    this.key = Set.copyOf(key);
    this.several = several;
    this.cut = cut;
  }

  /**
   * An instrument of your own.
   *
   * @param name its name
   * @param version its version or year
   * @param url where its text stands
   * @param rule its rule for a whole study
   * @param domains its domains, at least one
   * @return the instrument
   * @throws IllegalArgumentException when there is no domain, a domain has fewer than two answers,
   *     two domains share a letter, or two answers of a domain share a spelling
   */
  public static Instrument of(
      String name, String version, String url, OverallRule rule, List<AppraisalDomain> domains) {
    InstrumentRules.check(name, rule, domains);
    Set<Integer> all = new LinkedHashSet<>();
    for (int d = 0; d < domains.size(); d++) {
      all.add(d);
    }
    return new Instrument(
        name, version, url, domains, rule, all, Optional.empty(), OptionalInt.empty());
  }

  /**
   * RoB 1: the domains that count most for an outcome; the worst of them becomes the overall
   * judgement (Cochrane Handbook 5.1, section 8.7: high if any key domain is high, otherwise
   * unclear if any is unclear, otherwise low). Which domains are key is the reviewers' choice.
   *
   * @param letters their letters, at least one, for example "A", "B"
   * @return an instrument with an overall judgement
   * @throws IllegalArgumentException when a letter is unknown or the instrument has points
   */
  public Instrument keyDomains(String... letters) {
    if (isScored() || rule == OverallRule.ROB_2 || letters.length == 0) {
      throw new IllegalArgumentException(
          "Cannot judge by key domains: %s must have judgements without a rule that counts all domains, and at least one key domain, was %s with %s. Use Instruments.rob1().keyDomains with letters."
              .formatted(name, rule.words(), letters.length));
    }
    Set<Integer> chosen =
        Arrays.stream(letters)
            .map(this::indexOf)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Instrument(
        name, version, url, domains, OverallRule.WORST_DOMAIN, chosen, several, cut);
  }

  /**
   * RoB 2: what several domains with some concerns make of the overall judgement.
   *
   * @param choice the reviewers' choice
   * @return a new instrument
   * @throws IllegalArgumentException when the instrument is not RoB 2
   */
  public Instrument severalConcerns(SeveralConcerns choice) {
    if (rule != OverallRule.ROB_2) {
      throw new IllegalArgumentException(
          "Cannot choose for several concerns: the instrument must be RoB 2, was %s. Leave severalConcerns out."
              .formatted(name));
    }
    return new Instrument(name, version, url, domains, rule, key, Optional.of(choice), cut);
  }

  /**
   * A cut of the sum of points: from it on, quality is called high. MINORS and Newcastle-Ottawa
   * have none of their own, so that theirs is the reviewers' choice.
   *
   * @param points the fewest points of high quality
   * @return a new instrument
   * @throws IllegalArgumentException when the instrument has no points or so many cannot be reached
   */
  public Instrument cut(int points) {
    if (!isScored() || points < 1 || points > maximum()) {
      throw new IllegalArgumentException(
          "Cannot set a cut: %s must have points, and the cut must be 1 to their sum (%s), was %s. Give another cut."
              .formatted(name, maximum(), points));
    }
    return new Instrument(name, version, url, domains, rule, key, several, OptionalInt.of(points));
  }

  /**
   * Its short name.
   *
   * @return for example "RoB 2"
   */
  public String name() {
    return name;
  }

  /**
   * Its version.
   *
   * @return for example "22 August 2019"
   */
  public String version() {
    return version;
  }

  /**
   * Where the official text stands.
   *
   * @return an address for readers; nothing is fetched from it
   */
  public String url() {
    return url;
  }

  /**
   * Its domains.
   *
   * @return in the instrument's order
   */
  public List<AppraisalDomain> domains() {
    return domains;
  }

  /**
   * Its rule for a whole study.
   *
   * @return the rule
   */
  public OverallRule rule() {
    return rule;
  }

  /**
   * The choice on several concerns.
   *
   * @return empty unless chosen by {@link #severalConcerns}
   */
  public Optional<SeveralConcerns> severalConcerns() {
    return several;
  }

  /**
   * The fewest points of high quality.
   *
   * @return empty where there is no cut
   */
  public OptionalInt cut() {
    return cut;
  }

  /**
   * Whether answers give points that are summed.
   *
   * @return false for instruments of judgements
   */
  public boolean isScored() {
    return rule == OverallRule.POINTS;
  }

  /**
   * The most points of a study.
   *
   * @return 0 for an instrument of judgements
   */
  public int maximum() {
    return domains.stream().mapToInt(AppraisalDomain::maximum).sum();
  }

  /**
   * Whether one judgement can stand for a study: by rule, or by a cut.
   *
   * @return false for example for QUADAS-2
   */
  public boolean hasOverall() {
    return isScored() ? cut.isPresent() : rule != OverallRule.NONE;
  }

  /**
   * The answers that the overall judgement can have, best first.
   *
   * @return none where there is no overall judgement
   */
  public List<AppraisalAnswer> overallAnswers() {
    if (!hasOverall()) {
      return List.of();
    }
    if (!isScored()) {
      return domains.get(0).answers();
    }
    return List.of(
        AppraisalAnswer.of("High quality", Judgement.LOW, "high"),
        AppraisalAnswer.of("Low quality", Judgement.HIGH, "low"));
  }

  /**
   * What the overall judgement is called, as a moderator and over its column.
   *
   * @return "Risk of bias" or "Quality"
   */
  public String overallName() {
    return isScored() ? "Quality" : "Risk of bias";
  }

  /**
   * The rule for a whole study with the choices made.
   *
   * @return for methods sections
   */
  public String ruleWords() {
    String words = rule.words();
    if (rule == OverallRule.WORST_DOMAIN && key.size() < domains.size()) {
      words =
          "the worst of the key domains "
              + key.stream()
                  .sorted()
                  .map(d -> domains.get(d).letter())
                  .collect(Collectors.joining(", "));
    }
    if (several.isPresent()) {
      words += "; " + several.get().words();
    }
    return cut.isPresent()
        ? words + ", high quality from %s of %s".formatted(cut.getAsInt(), maximum())
        : words;
  }

  boolean isKey(int domain) {
    return key.contains(domain);
  }

  /** Index of a domain by its letter or its name. */
  int indexOf(String letterOrLabel) {
    String wanted = letterOrLabel.strip().toLowerCase(Locale.ROOT);
    for (int d = 0; d < domains.size(); d++) {
      AppraisalDomain domain = domains.get(d);
      if (domain.letter().toLowerCase(Locale.ROOT).equals(wanted)
          || domain.label().toLowerCase(Locale.ROOT).equals(wanted)
          || domain.heading().toLowerCase(Locale.ROOT).equals(wanted)) {
        return d;
      }
    }
    throw new IllegalArgumentException(
        "Cannot use domain '%s' of %s: it must be one of its domains, was unknown. Use one of %s."
            .formatted(
                letterOrLabel,
                name,
                domains.stream().map(AppraisalDomain::heading).collect(Collectors.joining("; "))));
  }

  /**
   * A domain by its letter or its name.
   *
   * @param letterOrLabel for example "D1"
   * @return the domain
   * @throws IllegalArgumentException naming all domains when there is none of that name
   */
  public AppraisalDomain domain(String letterOrLabel) {
    return domains.get(indexOf(letterOrLabel));
  }

  @Override
  public String toString() {
    return "%s (%s), %s domains, overall: %s".formatted(name, version, domains.size(), ruleWords());
  }
}
