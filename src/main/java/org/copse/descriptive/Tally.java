package org.copse.descriptive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts of a variable's categories in each column of a table. */
record Tally(String variable, List<Level> levels, int[] compared) {

  /** A category; part of another where it has a parent. */
  record Level(String label, String parent, boolean missing, long[] counts) {}

  static Tally of(PatientData.Variable variable, List<boolean[]> columns) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    variable.levels().forEach(level -> counts.put(level, new long[columns.size()]));
    for (int i = 0; i < variable.labels().size(); i++) {
      String label = variable.labels().get(i);
      String key = label.isBlank() ? "" : label;
      long[] row = counts.computeIfAbsent(key, k -> new long[columns.size()]);
      for (int g = 0; g < row.length; g++) {
        row[g] += columns.get(g)[i] ? 1 : 0;
      }
    }
    List<Level> levels = new ArrayList<>();
    long[] missing = counts.remove("");
    counts.forEach((label, row) -> levels.add(new Level(label, "", false, row)));
    if (missing != null) {
      levels.add(new Level(Descriptives.MISSING, "", true, missing));
    }
    int[] compared = new int[columns.size() - 1];
    for (int g = 0; g < compared.length; g++) {
      compared[g] = g + 1;
    }
    return new Tally(variable.name(), levels, compared);
  }

  long missing(int group) {
    return levels.stream()
        .filter(level -> level.missing() && level.parent().isEmpty())
        .mapToLong(level -> level.counts()[group])
        .sum();
  }

  /** Counts of the finest known categories in chosen columns: a whole that has parts gives way. */
  long[][] known(int[] columns) {
    List<long[]> rows = new ArrayList<>();
    Set<String> wholes = levels.stream().map(Level::parent).collect(Collectors.toSet());
    for (Level level : levels) {
      boolean whole = wholes.contains(level.label());
      if (!level.missing() && !whole) {
        long[] row = new long[columns.length];
        for (int j = 0; j < columns.length; j++) {
          row[j] = level.counts()[columns[j]];
        }
        rows.add(row);
      }
    }
    return rows.toArray(long[][]::new);
  }
}
