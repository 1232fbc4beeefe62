package org.copse.appraisal;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copse.effect.Effects;

/** Keeps the studies that an appraisal calls good enough. */
final class AppraisalFilter {

  private AppraisalFilter() {}

  static <E extends Effects> E atMost(Appraisal appraisal, E effects, Judgement worst) {
    requireJudgement(appraisal.instrument(), worst);
    return keep(
        appraisal,
        effects,
        "judged %s or better".formatted(word(appraisal.instrument(), worst)),
        i -> isAtMost(appraisal, i, worst));
  }

  static <E extends Effects> E atLeast(Appraisal appraisal, E effects, int points) {
    if (!appraisal.instrument().isScored()) {
      throw new IllegalArgumentException(
          "Cannot filter by points: the instrument must have points, was %s. Use keepAtMost with a judgement."
              .formatted(appraisal.instrument().name()));
    }
    return keep(
        appraisal,
        effects,
        "of %s points or more".formatted(points),
        i -> has(appraisal, i, points));
  }

  static boolean isAtMost(Appraisal appraisal, int study, Judgement worst) {
    return appraisal
        .overall(study)
        .map(AppraisalAnswer::judgement)
        .filter(j -> j.isOrdered() && j.severity() <= worst.severity())
        .isPresent();
  }

  static boolean has(Appraisal appraisal, int study, int points) {
    return appraisal.points(study).isPresent() && appraisal.points(study).getAsInt() >= points;
  }

  static String word(Instrument instrument, Judgement judgement) {
    return instrument.overallAnswers().stream()
        .filter(a -> a.judgement() == judgement)
        .findFirst()
        .map(AppraisalAnswer::label)
        .orElse(judgement.name());
  }

  private static void requireJudgement(Instrument instrument, Judgement worst) {
    List<Judgement> own =
        instrument.overallAnswers().stream()
            .map(AppraisalAnswer::judgement)
            .filter(Judgement::isOrdered)
            .toList();
    if (!own.contains(worst)) {
      throw new IllegalArgumentException(
          "Cannot filter by %s: the overall judgement of %s must be one of %s, was asked for %s. %s"
              .formatted(
                  instrument.overallName().toLowerCase(java.util.Locale.ROOT),
                  instrument.name(),
                  own,
                  worst,
                  own.isEmpty()
                      ? "Choose key domains or a cut first, or filter by points."
                      : "Use one of these."));
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Effects> E keep(
      Appraisal appraisal, E effects, String words, IntPredicate good) {
    int[] rows = AppraisalModerators.rows(appraisal, effects);
    int[] kept = IntStream.range(0, rows.length).filter(i -> good.test(rows[i])).toArray();
    List<String> left =
        IntStream.range(0, rows.length)
            .filter(i -> !good.test(rows[i]))
            .mapToObj(effects.studies()::label)
            .toList();
    if (kept.length == 0) {
      throw new IllegalArgumentException(
          "Cannot keep studies %s: at least 1 of the %s must be so by %s, was 0. Choose another threshold."
              .formatted(words, rows.length, appraisal.instrument().name()));
    }
    String note =
        left.isEmpty()
            ? "All studies are %s (%s).".formatted(words, appraisal.instrument().name())
            : "Only studies %s (%s); left out: %s."
                .formatted(words, appraisal.instrument().name(), String.join("; ", left));
    return (E) effects.subset(kept).withNotes(List.of(note));
  }
}
