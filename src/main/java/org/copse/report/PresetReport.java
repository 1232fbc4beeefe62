package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.model.Preset;
import org.copse.model.PresetDifferences;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** What the programs do when nothing is said, as a table. */
public final class PresetReport {

  private PresetReport() {}

  /**
   * Presets beside each other.
   *
   * @param differences the presets
   * @return one row a setting, one column a preset; sources and doubts below
   */
  public static ReportTable of(PresetDifferences differences) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Setting")));
    for (Preset preset : differences.presets()) {
      columns.add(Column.text(preset.name()).in(preset.label()));
    }
    ReportTable.Builder table =
        ReportTable.of("What the presets set", columns.toArray(Column[]::new));
    for (PresetDifferences.Row row : differences.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.setting()));
      cells.addAll(row.values());
      table.row(Kind.BODY, cells);
    }
    return table.notes(differences.notes()).build();
  }
}
