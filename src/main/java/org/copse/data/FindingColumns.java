package org.copse.data;

import java.util.stream.Collectors;
import org.copse.audit.Audit;
import org.copse.audit.Finding;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The findings of an audit as a table. */
final class FindingColumns {

  private FindingColumns() {}

  static Table of(Audit audit) {
    IntColumn row = IntColumn.create("row");
    StringColumn rows = StringColumn.create("rows");
    StringColumn study = StringColumn.create("study");
    StringColumn column = StringColumn.create("column");
    StringColumn severity = StringColumn.create("severity");
    StringColumn check = StringColumn.create("check");
    StringColumn what = StringColumn.create("what");
    StringColumn why = StringColumn.create("why");
    StringColumn remedy = StringColumn.create("remedy");
    for (Finding finding : audit.findings()) {
      if (finding.rows().isEmpty()) {
        row.appendMissing();
      } else {
        row.append(finding.row());
      }
      rows.append(finding.rows().stream().map(String::valueOf).collect(Collectors.joining(", ")));
      study.append(finding.study());
      column.append(finding.column());
      severity.append(finding.severity().label());
      check.append(finding.check().label());
      what.append(finding.what());
      why.append(finding.why());
      remedy.append(finding.remedy());
    }
    return Table.create(
        audit.summary(), row, rows, study, column, severity, check, what, why, remedy);
  }
}
