package org.copse.survival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels of rows as numbers: level of each row and the levels in order of first appearance. */
final class Categories {

  /** An object that is no label. */
  private static final String NONE = new String("");

  private final List<String> levels;
  private final int[] codes;

  private Categories(List<String> levels, int[] codes) {
    this.levels = Collections.unmodifiableList(levels);
    this.codes = codes;
  }

  static Categories single(int rows) {
    return new Categories(List.of("all"), new int[rows]);
  }

  /** The levels as they appear; a missing label is a level too, for the check to find. */
  static Categories of(List<String> labels) {
    int[] codes = new int[labels.size()];
    int row = 0;
    Map<String, Integer> known = new HashMap<>();
    List<String> levels = new ArrayList<>();
    // Columns repeat a few objects: the two latest are known without a look-up, and told apart
    // without a branch, which no processor could foretell.
    String[] latest = {NONE, NONE};
    int[] latestCodes = new int[2];
    for (String label : labels) {
      int which = label == latest[0] ? 0 : 1;
      if (label != latest[which]) {
        Integer found = known.putIfAbsent(label, levels.size());
        if (found == null) {
          levels.add(label);
        }
        latest[1] = latest[0];
        latestCodes[1] = latestCodes[0];
        latest[0] = label;
        latestCodes[0] = found == null ? levels.size() - 1 : found;
        which = 0;
      }
      codes[row++] = latestCodes[which];
    }
    return new Categories(levels, codes);
  }

  /** The same rows with the levels named first; all named must be levels. */
  Categories startingWith(List<String> first) {
    if (first.isEmpty()) {
      return this;
    }
    List<String> ordered = new ArrayList<>(first);
    levels.stream().filter(level -> !first.contains(level)).forEach(ordered::add);
    int[] place = levels.stream().mapToInt(ordered::indexOf).toArray();
    int[] placed = new int[codes.length];
    for (int i = 0; i < placed.length; i++) {
      placed[i] = place[codes[i]];
    }
    return new Categories(ordered, placed);
  }

  static boolean isMissing(String label) {
    return label == null || label.isBlank();
  }

  boolean anyMissing() {
    return levels.stream().anyMatch(Categories::isMissing);
  }

  List<String> levels() {
    return levels;
  }

  int count() {
    return levels.size();
  }

  int size() {
    return codes.length;
  }

  int code(int row) {
    return codes[row];
  }

  String label(int row) {
    return levels.get(codes[row]);
  }

  /** The rows of each level, in the order given. */
  OrderedRows[] split(OrderedRows all) {
    if (levels.size() == 1) {
      return new OrderedRows[] {all};
    }
    int[] sizes = new int[levels.size()];
    for (int code : codes) {
      sizes[code]++;
    }
    OrderedRows[] parts = new OrderedRows[sizes.length];
    for (int level = 0; level < sizes.length; level++) {
      parts[level] = new OrderedRows(sizes[level]);
    }
    int[] filled = new int[sizes.length];
    for (int i = 0; i < codes.length; i++) {
      int code = codes[all.rows[i]];
      parts[code].set(filled[code]++, all, i);
    }
    return parts;
  }
}
