package org.copse.descriptive;

import java.util.ArrayList;
import java.util.List;

/** Counts of a variable's categories in each column of a table. */
record Tally(String variable, List<Level> levels, int[] compared) {

  /** A category; part of another where it has a parent. */
  record Level(String label, String parent, boolean missing, long[] counts) {}

  static Tally of(PatientData.Variable variable, List<boolean[]> columns) {
    List<String> labels = new ArrayList<>(variable.levels());
    boolean missing = variable.labels().stream().anyMatch(String::isBlank);
    if (missing) {
      labels.add("");
    }
    List<Level> levels = new ArrayList<>();
    for (String label : labels) {
      long[] counts = new long[columns.size()];
      for (int g = 0; g < counts.length; g++) {
        for (int i = 0; i < variable.labels().size(); i++) {
          boolean here =
              label.isEmpty()
                  ? variable.labels().get(i).isBlank()
                  : label.equals(variable.labels().get(i));
          counts[g] += columns.get(g)[i] && here ? 1 : 0;
        }
      }
      levels.add(
          new Level(label.isEmpty() ? Descriptives.MISSING : label, "", label.isEmpty(), counts));
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
    for (Level level : levels) {
      boolean whole = levels.stream().anyMatch(other -> other.parent().equals(level.label()));
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
