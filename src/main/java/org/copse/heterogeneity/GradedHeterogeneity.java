package org.copse.heterogeneity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words that an I² has under stated thresholds.
 *
 * @param scheme the thresholds
 * @param iSquared percent; NaN for a single study
 * @param grades those it lies in: one, or none or several where the thresholds are so
 */
public record GradedHeterogeneity(
    HeterogeneityGrades scheme, double iSquared, List<HeterogeneityGrade> grades) {

  /**
   * Copies the grades.
   *
   * @param scheme as above
   * @param iSquared as above
   * @param grades as above
   */
  public GradedHeterogeneity {
    grades = List.copyOf(grades);
  }

  /**
   * The grading in words.
   *
   * @return for example "no grade: ..." where the thresholds leave the value out
   */
  public String words() {
    if (Double.isNaN(iSquared)) {
      return "no grade: a single study has no I²";
    }
    if (grades.isEmpty()) {
      return "no grade: the thresholds leave this value out";
    }
    String names =
        grades.stream().map(HeterogeneityGrade::name).collect(Collectors.joining(" and "));
    return grades.size() == 1 ? names : names + ": the thresholds give it more than one word";
  }

  @Override
  public String toString() {
    return Double.isNaN(iSquared)
        ? "%s, %s".formatted(scheme.name(), words())
        : String.format(Locale.ROOT, "I² %.1f %%, %s: %s", iSquared, scheme.name(), words());
  }
}
