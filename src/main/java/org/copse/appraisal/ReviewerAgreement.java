package org.copse.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.effect.DataProblem;
import org.copse.effect.StudyDataException;

/**
 * Agreement of reviewers who appraised the same studies with the same instrument on their own:
 * domain by domain, overall, over all domains together, and what is left to settle.
 *
 * <p>Two reviewers have Cohen's kappa ({@link Kappa}), three or more Fleiss' kappa ({@link
 * FleissKappa}). <b>Edge cases</b>: a study that somebody did not appraise is an error; an answer
 * that somebody left open is in no comparison, which a note says. The line over all domains counts
 * several judgements of one study as independent, as reviews do: its interval is too narrow, which
 * a note says.
 */
public final class ReviewerAgreement {

  private static final String EVERY = "All domains";

  private final List<Appraisal> reviewers;
  private final Kappa kappa;
  private final List<DomainAgreement> domains = new ArrayList<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<String>> remarks = new LinkedHashMap<>();

  private ReviewerAgreement(List<Appraisal> reviewers, Kappa kappa) {
    this.reviewers = reviewers;
    this.kappa = kappa;
    compare();
    remarks.forEach((note, own) -> notes.add(String.join("; ", own) + ": " + note));
  }

  /**
   * Two reviewers, unweighted kappa.
   *
   * @param first the first reviewer's appraisal
   * @param second the second's, of the same studies
   * @return the agreement
   * @throws IllegalArgumentException when instruments differ, or naming every study that one of
   *     them did not appraise
   */
  public static ReviewerAgreement of(Appraisal first, Appraisal second) {
    return of(Kappa.withDefaults(), List.of(first, second));
  }

  /**
   * Two or more reviewers.
   *
   * @param kappa weights and level, used for two reviewers; three or more have Fleiss' kappa
   * @param reviewers their appraisals of the same studies
   * @return the agreement
   * @throws IllegalArgumentException when there are fewer than two reviewers, instruments differ,
   *     or naming every study that one of them did not appraise; when weights are asked of answers
   *     without an order, or of more than two reviewers
   */
  public static ReviewerAgreement of(Kappa kappa, List<Appraisal> reviewers) {
    require(reviewers.size() >= 2, "there must be at least 2 reviewers", reviewers.size(), "");
    Instrument instrument = reviewers.get(0).instrument();
    for (Appraisal other : reviewers) {
      require(
          other.instrument().name().equals(instrument.name())
              && other.instrument().version().equals(instrument.version()),
          "all reviewers must use one instrument",
          instrument.name() + " and " + other.instrument().name(),
          "Appraise with the same.");
    }
    require(
        reviewers.size() == 2 || kappa.weights() == KappaWeights.UNWEIGHTED,
        "three or more reviewers must have unweighted kappa",
        kappa.weights(),
        "Leave the weights out.");
    requireSameStudies(reviewers);
    return new ReviewerAgreement(List.copyOf(reviewers), kappa);
  }

  private static void require(boolean holds, String rule, Object was, String remedy) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot compare reviewers: %s, was %s. %s".formatted(rule, was, remedy).strip());
    }
  }

  private static void requireSameStudies(List<Appraisal> reviewers) {
    List<DataProblem> problems = new ArrayList<>();
    for (int r = 0; r < reviewers.size(); r++) {
      for (Appraisal other : reviewers) {
        for (int i = 0; i < other.size(); i++) {
          String label = other.labels().get(i);
          if (reviewers.get(r).indexOf(label).isEmpty()
              && problems.stream().noneMatch(p -> p.study().equals(label))) {
            String was = "not by reviewer " + (r + 1);
            String remedy = "Add it, or write its label alike.";
            problems.add(
                new DataProblem(
                    label, i + 1, "study", "study must be appraised by all", was, remedy));
          }
        }
      }
    }
    StudyDataException.throwIfAny(problems);
  }

  private void compare() {
    Instrument instrument = reviewers.get(0).instrument();
    List<List<String>> pooled = new ArrayList<>();
    boolean alike = true;
    for (int d = 0; d < instrument.domains().size(); d++) {
      AppraisalDomain domain = instrument.domains().get(d);
      alike &= domain.answers().equals(instrument.domains().get(0).answers());
      int index = d;
      List<List<String>> rows = rows(domain.heading(), (a, i) -> a.answer(i, index));
      pooled.addAll(rows);
      add(domain.heading(), rows, domain.answers());
    }
    if (alike && instrument.domains().size() > 1) {
      add(EVERY, pooled, instrument.domains().get(0).answers());
      notes.add(
          "All domains: several judgements of one study count as independent, so that the interval is too narrow.");
    }
    if (instrument.hasOverall()) {
      add("Overall", rows("Overall", Appraisal::overall), instrument.overallAnswers());
    }
  }

  private interface Read {
    Optional<AppraisalAnswer> of(Appraisal appraisal, int study);
  }

  /** The answers of all reviewers, study by study, where all of them gave one. */
  private List<List<String>> rows(String domain, Read read) {
    List<List<String>> rows = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String study : reviewers.get(0).labels()) {
      List<String> answers = new ArrayList<>();
      for (Appraisal reviewer : reviewers) {
        read.of(reviewer, reviewer.indexOf(study).orElseThrow())
            .ifPresent(a -> answers.add(a.label()));
      }
      if (answers.size() < reviewers.size()) {
        open.add(study);
        continue;
      }
      rows.add(answers);
      if (new HashSet<>(answers).size() > 1) {
        disagreements.add(new Disagreement(study, domain, answers));
      }
    }
    if (!open.isEmpty()) {
      notes.add(
          "%s: not compared for want of an answer: %s.".formatted(domain, String.join("; ", open)));
    }
    return rows;
  }

  private void add(String domain, List<List<String>> rows, List<AppraisalAnswer> options) {
    if (rows.isEmpty()) {
      return;
    }
    long agreed = rows.stream().filter(r -> new HashSet<>(r).size() == 1).count();
    double percent = 100.0 * agreed / rows.size();
    List<String> labels = options.stream().map(AppraisalAnswer::label).toList();
    if (reviewers.size() > 2) {
      FleissKappa fleiss = FleissKappa.of(counts(rows, labels));
      domains.add(
          new DomainAgreement(domain, rows.size(), percent, Optional.empty(), Optional.of(fleiss)));
      return;
    }
    requireOrder(domain, rows, options);
    List<String> ordered =
        options.stream().filter(this::counts).map(AppraisalAnswer::label).toList();
    KappaResult result =
        kappa.fit(
            rows.stream().map(r -> r.get(0)).toList(),
            rows.stream().map(r -> r.get(1)).toList(),
            ordered);
    result.notes().forEach(n -> remarks.computeIfAbsent(n, key -> new ArrayList<>()).add(domain));
    domains.add(
        new DomainAgreement(domain, rows.size(), percent, Optional.of(result), Optional.empty()));
  }

  private boolean counts(AppraisalAnswer answer) {
    return kappa.weights() == KappaWeights.UNWEIGHTED || answer.judgement().isOrdered();
  }

  private void requireOrder(String domain, List<List<String>> rows, List<AppraisalAnswer> options) {
    Set<String> outside = new HashSet<>();
    options.stream().filter(a -> !counts(a)).forEach(a -> outside.add(a.label()));
    long bad = rows.stream().filter(r -> r.stream().anyMatch(outside::contains)).count();
    require(
        bad == 0,
        "weights need answers in an order",
        "%s in %s studies of %s".formatted(outside, bad, domain),
        "Use unweighted kappa.");
  }

  private static int[][] counts(List<List<String>> rows, List<String> labels) {
    int[][] counts = new int[rows.size()][labels.size()];
    for (int i = 0; i < counts.length; i++) {
      for (String answer : rows.get(i)) {
        counts[i][labels.indexOf(answer)]++;
      }
    }
    return counts;
  }

  /**
   * The appraisals.
   *
   * @return one a reviewer
   */
  public List<Appraisal> reviewers() {
    return reviewers;
  }

  /**
   * Agreement by domain, then over all domains where they share their answers, then overall.
   *
   * @return in that order
   */
  public List<DomainAgreement> domains() {
    return List.copyOf(domains);
  }

  /**
   * Agreement on one domain.
   *
   * @param heading letter and name, for example "D1 Randomisation"; "All domains"; "Overall"
   * @return empty when there is none of that name, or nothing to compare
   */
  public Optional<DomainAgreement> domain(String heading) {
    return domains.stream()
        .filter(d -> d.domain().equals(heading) || d.domain().startsWith(heading + " "))
        .findFirst();
  }

  /**
   * What is left to settle by consensus.
   *
   * @return domain by domain, the studies in their order
   */
  public List<Disagreement> disagreements() {
    return List.copyOf(disagreements);
  }

  /**
   * How agreement was measured.
   *
   * @return a sentence for methods sections
   */
  public String method() {
    return reviewers.size() > 2
        ? "Fleiss' kappa of %s reviewers; standard error under no agreement beyond chance."
            .formatted(reviewers.size())
        : "Cohen's kappa, %s; standard error of Fleiss, Cohen and Everitt."
            .formatted(kappa.weights().words());
  }

  /**
   * What a reader must know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    return "Agreement of %s reviewers on %s studies: %s judgements to settle"
        .formatted(reviewers.size(), reviewers.get(0).size(), disagreements.size());
  }
}
