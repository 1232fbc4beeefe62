package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.StudyDataException;

/** The appraisal of the studies of some effects, as moderators of theirs. */
final class AppraisalModerators {

  private AppraisalModerators() {}

  /** Index into the appraisal of each study of the effects. */
  static int[] rows(Appraisal appraisal, Effects effects) {
    int[] rows = new int[effects.size()];
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      String label = effects.studies().label(i);
      OptionalInt row = appraisal.indexOf(label);
      rows[i] = row.orElse(-1);
      if (row.isEmpty()) {
        String remedy =
            "Appraise it, or write its label alike in both tables; appraised are %s."
                .formatted(String.join("; ", appraisal.labels()));
        String rule = "study must be appraised with " + appraisal.instrument().name();
        problems.add(new DataProblem(label, i + 1, "study", rule, "not appraised", remedy));
      }
    }
    StudyDataException.throwIfAny(problems);
    return rows;
  }

  static <E extends Effects> E add(Appraisal appraisal, E effects) {
    int[] rows = rows(appraisal, effects);
    Instrument instrument = appraisal.instrument();
    E more = effects;
    if (instrument.hasOverall()) {
      more =
          with(
              more,
              instrument.overallName(),
              texts(rows, i -> appraisal.overall(i).map(AppraisalAnswer::label).orElse("")));
    }
    if (instrument.isScored()) {
      double[] points =
          Arrays.stream(rows)
              .mapToDouble(
                  i ->
                      appraisal.points(i).isPresent() ? appraisal.points(i).getAsInt() : Double.NaN)
              .toArray();
      more = with(more, "Points", Moderator.of(points));
    }
    for (int d = 0; d < instrument.domains().size(); d++) {
      int domain = d;
      String name = instrument.overallName() + " " + instrument.domains().get(d).letter();
      more =
          with(
              more,
              name,
              texts(rows, i -> appraisal.answer(i, domain).map(AppraisalAnswer::label).orElse("")));
    }
    return more;
  }

  private static Moderator texts(int[] rows, IntFunction<String> text) {
    return Moderator.of(Arrays.stream(rows).mapToObj(text).toList());
  }

  /** Every kind of effects gives back its own kind. */
  @SuppressWarnings("unchecked")
  private static <E extends Effects> E with(E effects, String name, Moderator values) {
    return (E) effects.withModerator(name, values);
  }
}
