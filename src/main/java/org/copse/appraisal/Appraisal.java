package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.copse.effect.Effects;
import org.copse.effect.StudyDataException;

/**
 * Studies appraised with one instrument: every answer checked against the instrument's options, the
 * overall judgement or the sum of points of each study.
 *
 * <p>An overall judgement that the reviewers state stands before the rule's; where the two differ
 * the notes say so. A stated total of points is compared with the sum, which is what counts.
 * <b>Edge cases</b>: without an answer to a domain that counts, a study has no overall judgement
 * and no sum; several domains with some concerns in RoB 2 have none until the reviewers choose
 * ({@link Instrument#severalConcerns(SeveralConcerns)}) or state it. R: {@code robvis} draws such
 * tables. Immutable.
 */
public final class Appraisal {

  private final Instrument instrument;
  private final List<String> labels;
  private final List<AppraisalAnswer[]> answers;
  private final List<Optional<AppraisalAnswer>> overall;
  private final List<String> notes;
  private final Map<String, Integer> places = new HashMap<>();

  private Appraisal(
      Instrument instrument,
      List<String> labels,
      List<AppraisalAnswer[]> answers,
      List<Optional<AppraisalAnswer>> overall,
      List<String> notes) {
    this.instrument = instrument;
    this.labels = labels;
    this.answers = answers;
    this.overall = List.copyOf(overall);
    this.notes = List.copyOf(notes);
    for (int i = 0; i < this.labels.size(); i++) {
      places.putIfAbsent(AppraisalAnswer.plain(this.labels.get(i)), i);
    }
  }

  /**
   * Checks the answers of all studies; every domain must have one.
   *
   * @param instrument the instrument
   * @param studies the studies, at least one
   * @return the appraisal
   * @throws StudyDataException naming every study, domain and answer outside the options
   */
  public static Appraisal of(Instrument instrument, List<AppraisedStudy> studies) {
    return of(instrument, studies, false);
  }

  /**
   * The same, but a blank answer is no error: what it stands for is not known.
   *
   * @param instrument the instrument
   * @param studies the studies, at least one
   * @return the appraisal, the gaps in its notes
   * @throws StudyDataException naming every study, domain and answer outside the options
   */
  public static Appraisal withGaps(Instrument instrument, List<AppraisedStudy> studies) {
    return of(instrument, studies, true);
  }

  private static Appraisal of(Instrument instrument, List<AppraisedStudy> studies, boolean gaps) {
    Objects.requireNonNull(instrument, "instrument");
    if (studies.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot appraise: there must be at least 1 study, was 0. Give the studies' answers.");
    }
    AppraisalCheck check = new AppraisalCheck(instrument, gaps);
    List<AppraisalAnswer[]> answers = check.read(studies);
    boolean scored = instrument.isScored();
    List<Optional<Integer>> totals = scored ? check.totals(studies) : List.of();
    List<Optional<AppraisalAnswer>> stated = scored ? List.of() : check.judgements(studies);
    check.throwIfAny();
    List<String> labels = studies.stream().map(AppraisedStudy::study).toList();
    OverallJudgements overall = new OverallJudgements(instrument, labels, answers);
    if (scored) {
      overall.compareTotals(totals);
    } else {
      overall.state(stated);
    }
    return new Appraisal(instrument, labels, answers, overall.judgements(), overall.notes());
  }

  /**
   * The instrument.
   *
   * @return the instrument with the choices made
   */
  public Instrument instrument() {
    return instrument;
  }

  /**
   * The studies.
   *
   * @return their labels in the given order
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * Number of studies.
   *
   * @return at least 1
   */
  public int size() {
    return labels.size();
  }

  /**
   * The answer of a study to a domain.
   *
   * @param study index, 0 for the first
   * @param domain index into the instrument's domains
   * @return empty for a gap
   */
  public Optional<AppraisalAnswer> answer(int study, int domain) {
    return Optional.ofNullable(answers.get(study)[domain]);
  }

  /**
   * The overall judgement of a study: as stated, or by the instrument's rule or cut.
   *
   * @param study index, 0 for the first
   * @return empty where the instrument has none, an answer or a choice is missing
   */
  public Optional<AppraisalAnswer> overall(int study) {
    return overall.get(study);
  }

  /**
   * The sum of points of a study.
   *
   * @param study index, 0 for the first
   * @return empty for an instrument of judgements, and where an answer is missing
   */
  public OptionalInt points(int study) {
    return instrument.isScored() ? OverallJudgements.sum(answers.get(study)) : OptionalInt.empty();
  }

  /**
   * The sum of points of a study in one section.
   *
   * @param study index, 0 for the first
   * @param section for example "Selection"
   * @return empty as for {@link #points}, and where there is no such section
   */
  public OptionalInt sectionPoints(int study, String section) {
    List<AppraisalDomain> domains = instrument.domains();
    List<AppraisalAnswer> own = new ArrayList<>();
    for (int d = 0; d < domains.size(); d++) {
      if (domains.get(d).section().equals(section)) {
        own.add(answers.get(study)[d]);
      }
    }
    return instrument.isScored() && !own.isEmpty()
        ? OverallJudgements.sum(own.toArray(AppraisalAnswer[]::new))
        : OptionalInt.empty();
  }

  /**
   * What stands for a study as a whole.
   *
   * @param study index, 0 for the first
   * @return for example "Some concerns", "4 of 5, high quality", "6 of 9"; an en dash where there
   *     is nothing
   */
  public String overallText(int study) {
    OptionalInt points = points(study);
    String sum = points.isPresent() ? points.getAsInt() + " of " + instrument.maximum() : "";
    String judged = overall(study).map(AppraisalAnswer::label).orElse("");
    if (sum.isEmpty()) {
      return judged.isEmpty() ? "\u2013" : judged;
    }
    return judged.isEmpty() ? sum : sum + ", " + judged.toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * How often each answer was given, domain by domain.
   *
   * @return unweighted counts and shares
   */
  public AppraisalSummary summary() {
    return AppraisalSummary.of(this);
  }

  /**
   * The study of a label.
   *
   * @param label a label, spaces around it and its case ignored
   * @return its index, empty when it was not appraised
   */
  public OptionalInt indexOf(String label) {
    Integer place = places.get(AppraisalAnswer.plain(label));
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /**
   * The same effects with the appraisal as moderators: the overall judgement by {@link
   * Instrument#overallName()}, each domain as for example "Risk of bias D1", the sum as "Points".
   * Then {@code Subgroups.by("Risk of bias")} groups by it.
   *
   * @param effects effects of studies that were all appraised
   * @param <E> the kind of effects
   * @return effects of the same kind
   * @throws IllegalArgumentException naming every study that was not appraised
   */
  public <E extends Effects> E addTo(E effects) {
    return AppraisalModerators.add(this, effects);
  }

  /**
   * The studies whose overall judgement is no worse than one: a sensitivity analysis keeps them.
   *
   * @param effects effects of studies that were all appraised
   * @param worst the worst judgement kept, for example {@link Judgement#LOW}
   * @param <E> the kind of effects
   * @return effects of those studies, with a note that names the ones left out
   * @throws IllegalArgumentException when the instrument has no such overall judgement, a study was
   *     not appraised, or none remains
   */
  public <E extends Effects> E keepAtMost(E effects, Judgement worst) {
    return AppraisalFilter.atMost(this, effects, worst);
  }

  /**
   * The studies with at least so many points: a sensitivity analysis keeps them.
   *
   * @param effects effects of studies that were all appraised
   * @param points the fewest points kept
   * @param <E> the kind of effects
   * @return effects of those studies, with a note that names the ones left out
   * @throws IllegalArgumentException when the instrument has no points, a study was not appraised,
   *     or none remains
   */
  public <E extends Effects> E keepAtLeast(E effects, int points) {
    return AppraisalFilter.atLeast(this, effects, points);
  }

  /**
   * What a reader must know: gaps, stated judgements that differ from the rule, totals that differ
   * from the sum, choices still to be made.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  AppraisalAnswer[] row(int study) {
    return Arrays.copyOf(answers.get(study), answers.get(study).length);
  }

  @Override
  public String toString() {
    return "%s studies appraised with %s (%s)"
        .formatted(size(), instrument.name(), instrument.version());
  }
}
