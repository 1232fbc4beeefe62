package org.copse.plot;

import java.awt.Font;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a text into runs of one font and one direction, from left to right as they are seen: a
 * Hebrew or Arabic name within a line of English stands as a reader of it expects.
 */
final class TextRuns {

  /** Stands where no font has the character. */
  static final String BOX = "\u25a1";

  /**
   * A run.
   *
   * @param text for the carried font as it is seen; for another font as it is written
   * @param font the other font; absent for the carried one
   * @param backwards whether it is written from right to left
   */
  record Run(String text, Optional<Font> font, boolean backwards) {}

  private final PlotFonts fonts;
  private final List<String> missing = new ArrayList<>();

  TextRuns(PlotFonts fonts) {
    this.fonts = fonts;
  }

  /** Characters that no font has, in the texts seen so far: one entry a text. */
  List<String> missing() {
    return missing;
  }

  List<Run> of(String text, boolean bold) {
    StringBuilder lost = new StringBuilder();
    List<Run> runs = new ArrayList<>();
    char[] chars = text.toCharArray();
    if (!Bidi.requiresBidi(chars, 0, chars.length)) {
      runs.addAll(byFont(text, bold, false, lost));
    } else {
      for (int[] piece : visual(text)) {
        String part = text.substring(piece[0], piece[1]);
        runs.addAll(byFont(part, bold, piece[2] % 2 == 1, lost));
      }
    }
    if (!lost.isEmpty()) {
      missing.add("%s in '%s'".formatted(lost.toString().strip(), text));
    }
    return runs;
  }

  /** Start, end and level of the pieces of one direction, from left to right. */
  private static int[][] visual(String text) {
    Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int n = bidi.getRunCount();
    byte[] levels = new byte[n];
    Object[] pieces = new Object[n];
    for (int i = 0; i < n; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      pieces[i] = new int[] {bidi.getRunStart(i), bidi.getRunLimit(i), levels[i]};
    }
    Bidi.reorderVisually(levels, 0, pieces, 0, n);
    int[][] ordered = new int[n][];
    for (int i = 0; i < n; i++) {
      ordered[i] = (int[]) pieces[i];
    }
    return ordered;
  }

  private List<Run> byFont(String text, boolean bold, boolean backwards, StringBuilder lost) {
    List<Run> runs = new ArrayList<>();
    for (String cluster : clusters(text)) {
      String seen = visible(cluster);
      if (seen.isEmpty()) {
        continue;
      }
      Optional<Font> font = Optional.empty();
      if (!fonts.isCarried(seen)) {
        font = fonts.fallback(seen, bold);
        if (font.isEmpty()) {
          lost.append(seen).append(' ');
          seen = BOX;
        }
      }
      append(runs, seen, font, backwards);
    }
    if (backwards) {
      Collections.reverse(runs);
    }
    return runs;
  }

  private static void append(List<Run> runs, String seen, Optional<Font> font, boolean backwards) {
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    String own = backwards && font.isEmpty() ? mirrored(seen) : seen;
    if (last == null || !last.font().equals(font)) {
      runs.add(new Run(own, font, backwards));
      return;
    }
    boolean before = backwards && font.isEmpty();
    String joined = before ? own + last.text() : last.text() + own;
    runs.set(runs.size() - 1, new Run(joined, font, backwards));
  }

  private static List<String> clusters(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> clusters = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      clusters.add(text.substring(start, end));
    }
    return clusters;
  }

  /** Without marks of direction, joiners and variants, which have no shape. */
  private static String visible(String cluster) {
    StringBuilder seen = new StringBuilder();
    cluster
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && !(c >= 0xfe00 && c <= 0xfe0f))
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static String mirrored(String cluster) {
    return switch (cluster) {
      case "(" -> ")";
      case ")" -> "(";
      case "[" -> "]";
      case "]" -> "[";
      case "<" -> ">";
      case ">" -> "<";
      default -> cluster;
    };
  }
}
