package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.model.Fit;

/**
 * A fit repeated with studies of ever better appraisal: all of them, then without the worst, and so
 * on.
 *
 * <p>For judgements each step keeps what is no worse than a judgement; for points each step keeps
 * what has at least so many. A study without an overall judgement, or with no information, is in
 * the first row alone, and a note says so. <b>Edge cases</b>: a step that keeps the same studies as
 * the one before it is shown; one that keeps none, or that the model cannot pool, has no fit and
 * says why. Cochrane Handbook, section 7.6.2 (restricting the analysis).
 */
public final class AppraisalThresholds {

  private final Fit full;
  private final Appraisal appraisal;
  private final List<ThresholdResult> results;
  private final List<String> notes;

  private AppraisalThresholds(
      Fit full, Appraisal appraisal, List<ThresholdResult> results, List<String> notes) {
    this.full = full;
    this.appraisal = appraisal;
    this.results = List.copyOf(results);
    this.notes = List.copyOf(notes);
  }

  /**
   * Steps by the overall judgement, or by points where the instrument has them.
   *
   * @param fit a fit of studies that were all appraised
   * @param appraisal the appraisal
   * @return one result a threshold, all studies first
   * @throws IllegalArgumentException when a study was not appraised, or the instrument has neither
   *     an overall judgement nor points
   */
  public static AppraisalThresholds of(Fit fit, Appraisal appraisal) {
    Instrument instrument = appraisal.instrument();
    if (!instrument.isScored() && !instrument.hasOverall()) {
      throw new IllegalArgumentException(
          "Cannot step through thresholds: %s must have an overall judgement or points, was without. Use ofDomain, or choose key domains."
              .formatted(instrument.name()));
    }
    return instrument.isScored() ? byPoints(fit, appraisal) : byJudgement(fit, appraisal);
  }

  /**
   * Steps by the answers to one domain.
   *
   * @param fit a fit of studies that were all appraised
   * @param appraisal the appraisal
   * @param letterOrLabel the domain, for example "B"
   * @return one result a threshold, all studies first
   * @throws IllegalArgumentException when a study was not appraised, or the domain is unknown
   */
  public static AppraisalThresholds ofDomain(Fit fit, Appraisal appraisal, String letterOrLabel) {
    int domain = appraisal.instrument().indexOf(letterOrLabel);
    AppraisalDomain own = appraisal.instrument().domains().get(domain);
    return steps(
        fit,
        appraisal,
        own.heading(),
        own.answers(),
        i -> appraisal.answer(i, domain).orElse(null));
  }

  private static AppraisalThresholds byJudgement(Fit fit, Appraisal appraisal) {
    Instrument instrument = appraisal.instrument();
    return steps(
        fit,
        appraisal,
        instrument.overallName(),
        instrument.overallAnswers(),
        i -> appraisal.overall(i).orElse(null));
  }

  private static AppraisalThresholds steps(
      Fit fit,
      Appraisal appraisal,
      String name,
      List<AppraisalAnswer> options,
      java.util.function.IntFunction<AppraisalAnswer> answer) {
    int[] rows = AppraisalModerators.rows(appraisal, fit.effects());
    List<ThresholdResult> results = new ArrayList<>();
    results.add(result("All studies", fit, rows, i -> true));
    List<AppraisalAnswer> ordered =
        options.stream()
            .filter(a -> a.judgement().isOrdered())
            .sorted(Comparator.comparingInt((AppraisalAnswer a) -> -a.judgement().severity()))
            .toList();
    boolean outside = IntStream.of(rows).anyMatch(i -> !isOrdered(answer.apply(i)));
    for (AppraisalAnswer worst : outside ? ordered : ordered.subList(1, ordered.size())) {
      int most = worst.judgement().severity();
      String words = name + ": " + worst.label() + (most == 0 ? " only" : " or better");
      results.add(
          result(
              words,
              fit,
              rows,
              i -> isOrdered(answer.apply(i)) && answer.apply(i).judgement().severity() <= most));
    }
    List<String> notes = new ArrayList<>(appraisal.notes());
    if (outside) {
      notes.add(
          "Studies without a judgement from low to critical are in the first row alone: "
              + String.join("; ", labels(appraisal, rows, i -> !isOrdered(answer.apply(i))))
              + ".");
    }
    return new AppraisalThresholds(fit, appraisal, results, notes);
  }

  private static boolean isOrdered(AppraisalAnswer answer) {
    return answer != null && answer.judgement().isOrdered();
  }

  private static AppraisalThresholds byPoints(Fit fit, Appraisal appraisal) {
    int[] rows = AppraisalModerators.rows(appraisal, fit.effects());
    List<ThresholdResult> results = new ArrayList<>();
    results.add(result("All studies", fit, rows, i -> true));
    int[] scores =
        IntStream.of(rows)
            .mapToObj(appraisal::points)
            .flatMapToInt(java.util.OptionalInt::stream)
            .distinct()
            .sorted()
            .toArray();
    boolean gaps = IntStream.of(rows).anyMatch(i -> appraisal.points(i).isEmpty());
    for (int s = gaps ? 0 : 1; s < scores.length; s++) {
      int least = scores[s];
      String words =
          "%s: %s points or more of %s"
              .formatted(appraisal.instrument().name(), least, appraisal.instrument().maximum());
      results.add(result(words, fit, rows, i -> AppraisalFilter.has(appraisal, i, least)));
    }
    List<String> notes = new ArrayList<>(appraisal.notes());
    if (gaps) {
      notes.add(
          "Studies without a sum of points are in the first row alone: "
              + String.join("; ", labels(appraisal, rows, i -> appraisal.points(i).isEmpty()))
              + ".");
    }
    return new AppraisalThresholds(fit, appraisal, results, notes);
  }

  private static List<String> labels(Appraisal appraisal, int[] rows, IntPredicate which) {
    return IntStream.of(rows).filter(which).mapToObj(appraisal.labels()::get).toList();
  }

  private static ThresholdResult result(String words, Fit fit, int[] rows, IntPredicate good) {
    Effects effects = fit.effects();
    int[] kept = IntStream.range(0, rows.length).filter(i -> good.test(rows[i])).toArray();
    List<String> left =
        IntStream.range(0, rows.length)
            .filter(i -> !good.test(rows[i]))
            .mapToObj(effects.studies()::label)
            .toList();
    if (kept.length == rows.length) {
      return new ThresholdResult(words, kept.length, left, Optional.of(fit), "");
    }
    if (kept.length == 0) {
      return new ThresholdResult(words, 0, left, Optional.empty(), "No study is left.");
    }
    try {
      return new ThresholdResult(words, kept.length, left, Optional.of(fit.refit(kept)), "");
    } catch (IllegalArgumentException e) {
      String reason = Objects.toString(e.getMessage(), "The model cannot pool these studies.");
      return new ThresholdResult(words, kept.length, left, Optional.empty(), reason);
    }
  }

  /**
   * The fit of all studies.
   *
   * @return the full fit
   */
  public Fit full() {
    return full;
  }

  /**
   * The appraisal.
   *
   * @return what the thresholds are of
   */
  public Appraisal appraisal() {
    return appraisal;
  }

  /**
   * The results.
   *
   * @return all studies first, then ever fewer
   */
  public List<ThresholdResult> results() {
    return results;
  }

  /**
   * What a reader must know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return "%s thresholds of %s: %s".formatted(results.size(), appraisal.instrument().name(), full);
  }
}
