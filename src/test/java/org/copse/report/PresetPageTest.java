package org.copse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.copse.model.Preset;
import org.copse.model.PresetDifferences;
import org.junit.jupiter.api.Test;

/**
 * The page on presets is made from the presets. After a wanted change: {@code mvn test
 * -Dtest=PresetPageTest -Dcopse.update=true}.
 */
class PresetPageTest {

  private static final Path PAGE = Path.of("docs", "presets.md");

  private static String page() {
    return """
        # Presets: what each program does when nothing is said

        Made from the constants in `Preset` by `PresetPageTest`; in a notebook: `Preset.differences()`.

        %s"""
        .formatted(MarkdownTable.of(PresetReport.byPreset(Preset.differences())));
  }

  @Test
  void pageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("copse.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertEquals(Files.readString(PAGE).replace("\r\n", "\n"), page());
  }

  @Test
  void everyProgramHasItsColumnAndEverySettingAValue() {
    ReportTable table = PresetReport.byPreset(Preset.differences());
    assertEquals(1 + Preset.values().length, table.columns().size());
    for (ReportTable.Row row : table.rows()) {
      assertFalse(row.cells().stream().anyMatch(String::isBlank), row.toString());
    }
    for (Preset preset : Preset.values()) {
      assertTrue(table.notes().stream().anyMatch(n -> n.startsWith(preset.label())), preset.name());
    }
  }

  @Test
  void manyPresetsAreShownByChoiceEachPresetOnceASetting() {
    ReportTable table = PresetReport.of(Preset.differences());
    assertEquals(3, table.columns().size());
    int presets = 0;
    for (ReportTable.Row row : table.rows()) {
      String who = row.cells().get(2);
      presets += who.equals("all") ? Preset.values().length : who.split(", ").length;
    }
    assertEquals(Preset.values().length * Preset.differences().rows().size(), presets);
    ReportTable two = PresetReport.of(Preset.differences().only(Preset.META8, Preset.REVMAN5));
    assertEquals(3, two.columns().size());
    assertEquals("META8", two.columns().get(1).header());
  }

  @Test
  void noTwoPresetsAreTheSame() {
    for (Preset one : Preset.values()) {
      for (Preset other : Preset.values()) {
        if (one != other) {
          assertTrue(
              Preset.differences().only(one, other).rows().stream()
                  .anyMatch(PresetDifferences.Row::differs),
              one + " and " + other);
        }
      }
    }
  }

  @Test
  void everySettingDiffersSomewhere() {
    for (PresetDifferences.Row row : Preset.differences().rows()) {
      assertTrue(row.differs() || row.setting().startsWith("Zero cells"), row.setting());
    }
  }

  @Test
  void doubtsAreSaid() {
    List<String> doubts = Preset.REVMAN_WEB.doubts();
    assertTrue(doubts.get(0).contains("degrees of freedom"));
    assertTrue(doubts.get(1).contains("Hartung-Knapp"));
    assertTrue(Preset.METAFOR5.doubts().isEmpty());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> Preset.differences().only())
            .getMessage()
            .startsWith("Cannot compare presets"));
  }
}
