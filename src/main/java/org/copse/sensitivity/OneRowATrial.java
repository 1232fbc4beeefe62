package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.effect.Effects;

/** Chooses the row that stands for its trial. */
final class OneRowATrial {

  private OneRowATrial() {}

  /** Rows of each trial, in order. */
  static Collection<List<Integer>> trials(Effects effects) {
    Map<String, List<Integer>> trials = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      trials.computeIfAbsent(effects.studies().cluster(i), c -> new ArrayList<>()).add(i);
    }
    return trials.values();
  }

  static int[] rows(Overlap choice, Effects effects) {
    for (String label : choice.given()) {
      if (!effects.studies().labels().contains(label)) {
        throw new IllegalArgumentException(
            "Cannot keep one row a trial: row must be the label of a study with an estimable effect, was '%s'. Use one of %s."
                .formatted(label, effects.studies().labels()));
      }
    }
    double[] patients = RowPatients.of(effects, choice.patients());
    return trials(effects).stream()
        .mapToInt(rows -> given(choice, effects, rows, patients))
        .sorted()
        .toArray();
  }

  private static int given(Overlap choice, Effects effects, List<Integer> rows, double[] patients) {
    List<Integer> named =
        rows.stream().filter(i -> choice.given().contains(effects.studies().label(i))).toList();
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "Cannot keep one row a trial: rows to keep must be at most 1 of '%s', was %s. Name one of them."
              .formatted(
                  effects.studies().cluster(rows.get(0)),
                  named.stream().map(effects.studies()::label).toList()));
    }
    if (named.size() == 1) {
      return named.get(0);
    }
    int best = rows.get(0);
    for (int i : rows.subList(1, rows.size())) {
      best = isBetter(choice.keep(), effects, patients, i, best) ? i : best;
    }
    return best;
  }

  private static boolean isBetter(
      OverlapRow keep, Effects effects, double[] patients, int i, int best) {
    return switch (keep) {
      case FIRST -> false;
      case MOST_RECENT -> year(effects, i) >= year(effects, best);
      case LARGEST -> {
        boolean known = patients != null && patients[i] != patients[best];
        yield known && !Double.isNaN(patients[i] - patients[best])
            ? patients[i] > patients[best]
            : effects.variance(i) < effects.variance(best);
      }
    };
  }

  private static double year(Effects effects, int row) {
    double year = effects.studies().year(row);
    if (Double.isNaN(year)) {
      throw new IllegalArgumentException(
          "Cannot keep the most recent row: every row of a trial with several must have a year, was missing in '%s'. Name the column with Trials.year, or keep another row."
              .formatted(effects.studies().label(row)));
    }
    return year;
  }
}
