package org.copse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.model.Preset;
import org.copse.model.PresetDifferences;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** What the programs do when nothing is said, as a table. */
public final class PresetReport {

  /** More columns than these do not fit beside each other on a screen. */
  private static final int SIDE_BY_SIDE = 3;

  private PresetReport() {}

  /**
   * Presets beside each other, or, if there are more than three, one line a choice with the presets
   * that make it.
   *
   * @param differences the presets
   * @return the settings; sources and doubts below
   */
  public static ReportTable of(PresetDifferences differences) {
    return differences.presets().size() > SIDE_BY_SIDE
        ? byChoice(differences)
        : byPreset(differences);
  }

  /** One row a setting, one column a preset. */
  static ReportTable byPreset(PresetDifferences differences) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("Setting")));
    for (Preset preset : differences.presets()) {
      columns.add(Column.text(preset.name()).in(preset.label()));
    }
    ReportTable.Builder table = table(columns);
    for (PresetDifferences.Row row : differences.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.setting()));
      cells.addAll(row.values());
      table.row(Kind.BODY, cells);
    }
    return table.notes(differences.notes()).build();
  }

  private static ReportTable byChoice(PresetDifferences differences) {
    ReportTable.Builder table =
        table(List.of(Column.text("Setting"), Column.text("Choice"), Column.text("Presets")));
    for (PresetDifferences.Row row : differences.rows()) {
      Map<String, List<String>> choices = new LinkedHashMap<>();
      for (int i = 0; i < row.values().size(); i++) {
        choices
            .computeIfAbsent(row.values().get(i), value -> new ArrayList<>())
            .add(differences.presets().get(i).name());
      }
      String setting = row.setting();
      for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
        String presets = choices.size() == 1 ? "all" : String.join(", ", choice.getValue());
        table.row(Kind.BODY, List.of(setting, choice.getKey(), presets));
        setting = "";
      }
    }
    return table.notes(differences.notes()).build();
  }

  private static ReportTable.Builder table(List<Column> columns) {
    return ReportTable.of("What the presets set", columns.toArray(Column[]::new));
  }
}
