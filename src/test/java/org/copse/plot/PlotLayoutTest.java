package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text touches another or leaves the canvas: every plot, 1 to 200 studies, labels of many
 * lengths and scripts. The pictures stay in target/plots, where a browser measures them again.
 */
class PlotLayoutTest {

  private static final Path FOLDER = Path.of("target", "plots");

  @BeforeAll
  static void folder() throws Exception {
    Files.createDirectories(FOLDER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 13, 60, 200})
  void everyTextHasItsPlace(int k) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> label : LayoutCases.LABELS.entrySet()) {
      for (Map.Entry<String, Plot> plot : LayoutCases.plots(k, label.getValue()).entrySet()) {
        String name = plot.getKey() + "-" + label.getKey() + "-" + k;
        String svg = plot.getValue().svg();
        Files.writeString(FOLDER.resolve(name + ".svg"), svg);
        try {
          SvgBoxes.assertTidy(svg);
        } catch (AssertionError e) {
          wrong.add(name + ": " + e.getMessage());
        }
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
  }

  @Test
  void widthsBeyondAsciiAreTheFonts() throws Exception {
    try (var regular = PlotFonts.read(false);
        var bold = PlotFonts.read(true)) {
      for (String text : List.of("é", "Щ", "Œ", "ω", "χ", "≥", "א", "Ǽ")) {
        int c = text.codePointAt(0);
        int glyph = regular.getUnicodeCmapLookup().getGlyphId(c);
        int dark = bold.getUnicodeCmapLookup().getGlyphId(c);
        assertEquals(
            regular.getAdvanceWidth(glyph) / 2.048, TextWidth.of(text, 1000, false), 1, text);
        assertEquals(bold.getAdvanceWidth(dark) / 2.048, TextWidth.of(text, 1000, true), 1, text);
      }
    }
  }
}
