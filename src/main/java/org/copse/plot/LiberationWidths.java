package org.copse.plot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Widths of what Liberation Sans has beyond ASCII (accents, Greek, Cyrillic, Hebrew, signs), in
 * thousandths of the font size; read when the first such character occurs.
 */
final class LiberationWidths {

  /**
   * Each line: the first code point, then a width for each that follows, "regular,bold" or both.
   */
  private static final Map<Integer, int[]> WIDTHS = read();

  private LiberationWidths() {}

  private static Map<Integer, int[]> read() {
    Map<Integer, int[]> widths = new HashMap<>(4096);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LiberationWidths.class.getResourceAsStream("fonts/widths.txt"),
                StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ");
        int c = Integer.parseInt(parts[0], 16);
        for (int i = 1; i < parts.length; i++) {
          String[] both = parts[i].split(",");
          int regular = Integer.parseInt(both[0]);
          int bold = Integer.parseInt(both[both.length - 1]);
          widths.put(c + i - 1, new int[] {regular, bold});
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return widths;
  }

  /** The width of a character, or −1 when Liberation Sans does not have it. */
  static int of(int c, boolean bold) {
    int[] both = WIDTHS.get(c);
    return both == null ? -1 : both[bold ? 1 : 0];
  }
}
