package org.copse.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said where some studies give changes from baseline and others final values.
 *
 * <p>Mean differences of both estimate the same in randomised trials. A standardised difference has
 * another unit for each, because the SD of changes shrinks with the correlation; and a mean change
 * has no ratio of means. <b>Source</b>: Cochrane Handbook 10.5.2 and 6.5.1.4.
 */
final class ValueKindNotes {

  private ValueKindNotes() {}

  static List<String> of(ContinuousMeasure measure, Studies studies, double[] estimates) {
    List<String> changes = new ArrayList<>();
    List<String> finals = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < estimates.length; i++) {
      if (!Double.isNaN(estimates[i])) {
        switch (studies.valueKind(i)) {
          case CHANGE -> changes.add(studies.label(i));
          case FINAL -> finals.add(studies.label(i));
          default -> unknown.add(studies.label(i));
        }
      }
    }
    List<String> notes = new ArrayList<>();
    if (changes.isEmpty() && finals.isEmpty()) {
      return notes;
    }
    StudyList.note(notes, changes, kind(measure, changes, finals));
    StudyList.note(notes, unknown, ", changes or final values not stated: check before pooling");
    return notes;
  }

  private static String kind(ContinuousMeasure measure, List<String> changes, List<String> finals) {
    boolean mixed = !finals.isEmpty();
    int others = finals.size();
    String with = " with changes from baseline pooled with %s of final values".formatted(others);
    return switch (measure) {
      case MEAN_DIFFERENCE ->
          mixed
              ? with
                  + ": sound for mean differences of randomised trials (Cochrane Handbook 10.5.2)"
              : " with changes from baseline";
      case RATIO_OF_MEANS, VARIABILITY_RATIO, COEFFICIENT_OF_VARIATION_RATIO ->
          (mixed ? with : " with changes from baseline")
              + ": a change has no ratio that compares with one of values on the scale itself;"
              + " use final values or a mean difference";
      default ->
          mixed
              ? with
                  + ", standardised: their SDs differ in kind, so the units of the effects differ;"
                  + " pool them apart or use the mean difference (Cochrane Handbook 10.5.2)"
              : " with changes from baseline: the unit of the effect is the SD of the changes";
    };
  }
}
