package org.copse.data;

import org.copse.descriptive.DescriptiveBlock;
import org.copse.descriptive.DescriptiveCell;
import org.copse.descriptive.DescriptiveRow;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.PrintedCheck;
import org.copse.descriptive.PrintedFinding;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Descriptive tables as Tablesaw tables, a row a cell. */
final class DescriptiveTables {

  private DescriptiveTables() {}

  static Table of(DescriptiveTable described) {
    Table table =
        Table.create(
            "Patients",
            StringColumn.create("variable"),
            StringColumn.create("level"),
            StringColumn.create("group"),
            LongColumn.create("n"),
            DoubleColumn.create("percent"),
            DoubleColumn.create("median"),
            DoubleColumn.create("lower"),
            DoubleColumn.create("upper"),
            DoubleColumn.create("p"));
    for (DescriptiveBlock block : described.blocks()) {
      double p = block.test().map(test -> test.p().orElse(Double.NaN)).orElse(Double.NaN);
      for (DescriptiveRow row : block.rows()) {
        for (int g = 0; g < described.groups().size(); g++) {
          table.stringColumn("variable").append(block.variable());
          table.stringColumn("level").append(row.level());
          table.stringColumn("group").append(described.groups().get(g));
          cell(table, row.cells().get(g));
          table.doubleColumn("p").append(p);
        }
      }
    }
    return table;
  }

  private static void cell(Table table, DescriptiveCell cell) {
    long n = 0;
    double[] values = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    if (cell instanceof DescriptiveCell.Count count) {
      n = count.n();
      values[0] = count.percent().orElse(Double.NaN);
    } else if (cell instanceof DescriptiveCell.Median median) {
      n = median.n();
      values = new double[] {Double.NaN, median.median(), median.lower(), median.upper()};
    }
    ((LongColumn) table.column("n")).append(n);
    table.doubleColumn("percent").append(values[0]);
    table.doubleColumn("median").append(values[1]);
    table.doubleColumn("lower").append(values[2]);
    table.doubleColumn("upper").append(values[3]);
  }

  static Table of(PrintedCheck check) {
    String[] names = {"variable", "level", "group", "kind", "printed", "expected", "how"};
    Table table = Table.create("Printed table: what does not agree");
    for (String name : names) {
      table.addColumns(StringColumn.create(name));
    }
    for (PrintedFinding f : check.findings()) {
      String[] cells = {
        f.variable(), f.level(), f.group(), f.kind().name(), f.printed(), f.expected(), f.how()
      };
      for (int j = 0; j < names.length; j++) {
        table.stringColumn(j).append(cells[j]);
      }
    }
    return table;
  }
}
