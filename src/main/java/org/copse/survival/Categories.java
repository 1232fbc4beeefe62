package org.copse.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labels of rows as numbers: level of each row and the levels in order of first appearance. */
final class Categories {

  private final List<String> levels;
  private final int[] codes;

  private Categories(List<String> levels, int[] codes) {
    this.levels = List.copyOf(levels);
    this.codes = codes;
  }

  static Categories single(int rows) {
    return new Categories(List.of("all"), new int[rows]);
  }

  /** The levels; those named first come first, the others as they appear. */
  static Categories of(List<String> labels, List<String> first) {
    Map<String, Integer> known = new LinkedHashMap<>();
    first.forEach(level -> known.putIfAbsent(level, known.size()));
    int[] codes = new int[labels.size()];
    // Columns repeat a few objects: those of the last two labels are known without a look-up.
    String last = null;
    String before = null;
    int lastCode = 0;
    int beforeCode = 0;
    for (int i = 0; i < codes.length; i++) {
      String label = labels.get(i);
      if (i == 0 || label != last) {
        int code = i > 1 && label == before ? beforeCode : code(known, label);
        before = last;
        beforeCode = lastCode;
        last = label;
        lastCode = code;
      }
      codes[i] = lastCode;
    }
    return new Categories(new ArrayList<>(known.keySet()), codes);
  }

  private static int code(Map<String, Integer> known, String label) {
    Integer code = known.putIfAbsent(label, known.size());
    return code == null ? known.size() - 1 : code;
  }

  List<String> levels() {
    return levels;
  }

  int count() {
    return levels.size();
  }

  int code(int row) {
    return codes[row];
  }

  /** Rows of each level, in the order given. */
  int[][] split(int[] order) {
    if (levels.size() == 1) {
      return new int[][] {order};
    }
    int[] sizes = new int[levels.size()];
    for (int code : codes) {
      sizes[code]++;
    }
    int[][] rows = new int[sizes.length][];
    for (int level = 0; level < sizes.length; level++) {
      rows[level] = new int[sizes[level]];
    }
    int[] filled = new int[sizes.length];
    for (int row : order) {
      int code = codes[row];
      rows[code][filled[code]++] = row;
    }
    return rows;
  }
}
