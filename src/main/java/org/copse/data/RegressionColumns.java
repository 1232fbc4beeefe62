package org.copse.data;

import java.util.List;
import org.copse.model.MetaRegressionFit;
import org.copse.model.RegressionCoefficient;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A meta-regression, one row a coefficient. */
final class RegressionColumns {

  private RegressionColumns() {}

  static Table of(MetaRegressionFit fit) {
    StringColumn name = StringColumn.create("coefficient");
    DoubleColumn estimate = DoubleColumn.create("estimate");
    DoubleColumn error = DoubleColumn.create("se");
    DoubleColumn statistic = DoubleColumn.create("statistic");
    DoubleColumn df = DoubleColumn.create("df");
    DoubleColumn p = DoubleColumn.create("p");
    DoubleColumn low = DoubleColumn.create("ci_low");
    DoubleColumn high = DoubleColumn.create("ci_high");
    for (RegressionCoefficient c : fit.coefficients()) {
      name.append(c.name());
      FitColumns.put(estimate, c.estimate());
      FitColumns.put(error, c.standardError());
      FitColumns.put(statistic, c.test().statistic());
      FitColumns.put(df, Double.isInfinite(c.test().df()) ? Double.NaN : c.test().df());
      FitColumns.put(p, c.test().p());
      FitColumns.put(low, c.interval().lower());
      FitColumns.put(high, c.interval().upper());
    }
    return Table.create(
        "Meta-regression", List.of(name, estimate, error, statistic, df, p, low, high));
  }
}
