package org.copse.sensitivity;

import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.RawColumn;

/** How many patients a row has. */
final class RowPatients {

  private static final List<String> SIZES = List.of("total", "total1", "total2", "n", "n1", "n2");

  private RowPatients() {}

  /**
   * Patients of each row, NaN where unknown.
   *
   * @param columns moderators to add up; none: the sizes among the raw data
   * @return one number a row, or null where there is nothing to count
   */
  static double[] of(Effects effects, List<String> columns) {
    double[] patients = new double[effects.size()];
    int found = 0;
    for (String column : columns) {
      found++;
      if (!(effects.studies().moderator(column) instanceof Moderator.Numeric numbers)) {
        throw new IllegalArgumentException(
            "Cannot count patients: column '%s' must hold numbers, was text. Name the columns of totals."
                .formatted(column));
      }
      for (int i = 0; i < patients.length; i++) {
        patients[i] += numbers.value(i);
      }
    }
    List<RawColumn> raw = columns.isEmpty() ? effects.rawColumns() : List.of();
    for (int j = 0; j < raw.size(); j++) {
      if (SIZES.contains(raw.get(j).name())) {
        found++;
        for (int i = 0; i < patients.length; i++) {
          patients[i] += effects.raw(i, j);
        }
      }
    }
    return found == 0 ? null : patients;
  }
}
