package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows of named values as a Tablesaw table; NaN and empty texts are missing. */
final class ResultRows {

  private final List<Map<String, Object>> rows = new ArrayList<>();

  /**
   * A table of records, one row each.
   *
   * @throws IllegalArgumentException when they are of several types
   */
  static Table of(List<? extends Record> results) {
    List<String> types =
        results.stream().map(r -> r.getClass().getSimpleName()).distinct().toList();
    if (types.size() > 1) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot make a table",
              "results",
              "be of one type",
              String.join(", ", types),
              "Make a table of each."));
    }
    ResultRows rows = new ResultRows();
    results.forEach(result -> rows.add(ResultParts.of(result)));
    return rows.table(types.isEmpty() ? "No results" : types.get(0));
  }

  /** One more row; every row has the names and types of the first. */
  ResultRows add(Map<String, Object> row) {
    rows.add(new LinkedHashMap<>(row));
    return this;
  }

  /** The table; without rows it has no columns. */
  Table table(String name) {
    List<Column<?>> columns = new ArrayList<>();
    if (!rows.isEmpty()) {
      rows.get(0).forEach((column, first) -> columns.add(column(column, first)));
    }
    return Table.create(name, columns);
  }

  private Column<?> column(String name, Object first) {
    List<Object> values = rows.stream().map(row -> row.get(name)).toList();
    if (first instanceof Boolean) {
      return BooleanColumn.create(name, values.stream().map(Boolean.class::cast).toList());
    }
    if (first instanceof Integer) {
      return IntColumn.create(
          name, values.stream().mapToInt(v -> ((Number) v).intValue()).toArray());
    }
    if (first instanceof Number) {
      DoubleColumn column = DoubleColumn.create(name);
      values.forEach(v -> FitColumns.put(column, ((Number) v).doubleValue()));
      return column;
    }
    return StringColumn.create(name, values.stream().map(String::valueOf).toList());
  }
}
