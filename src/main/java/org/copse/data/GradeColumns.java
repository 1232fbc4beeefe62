package org.copse.data;

import java.util.List;
import org.copse.heterogeneity.HeterogeneityGrade;
import org.copse.heterogeneity.HeterogeneityGrades;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.Table;

/** Thresholds of I² as a table. */
final class GradeColumns {

  private GradeColumns() {}

  static Table of(HeterogeneityGrades scheme) {
    List<HeterogeneityGrade> grades = scheme.grades();
    return Table.create(
        scheme.name(),
        SensitivityColumns.text("grade", grades, HeterogeneityGrade::name),
        SensitivityColumns.number("from", grades, HeterogeneityGrade::from),
        SensitivityColumns.number("to", grades, HeterogeneityGrade::to),
        BooleanColumn.create(
            "includes_from", grades.stream().map(HeterogeneityGrade::includesFrom).toList()),
        BooleanColumn.create(
            "includes_to", grades.stream().map(HeterogeneityGrade::includesTo).toList()));
  }
}
