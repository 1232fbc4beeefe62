package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which format each row of a mixed table uses: the first one whose cells are all there. */
final class MixedRows {

  private final List<RowFormat> formats;
  private final int[] offsets;
  private final int[] used;
  private final StudyRows rows;

  MixedRows(CellTable cells, Roles roles, List<RowFormat> formats) {
    this.formats = formats;
    this.offsets = new int[formats.size()];
    List<String> names = new ArrayList<>();
    for (int f = 0; f < offsets.length; f++) {
      offsets[f] = names.size();
      names.addAll(formats.get(f).columns());
    }
    this.used =
        IntStream.range(0, cells.rows()).map(i -> first(cells, roles, formats, i)).toArray();
    this.rows = new StudyRows(cells, roles, this::isNeeded, names.toArray(String[]::new));
  }

  /** A row without a complete format is asked for the first one, and so reported as incomplete. */
  private static int first(CellTable cells, Roles roles, List<RowFormat> formats, int row) {
    for (int f = 0; f < formats.size(); f++) {
      if (formats.get(f).columns().stream()
          .noneMatch(c -> cells.column(c).isMissing(row, roles.missing()))) {
        return f;
      }
    }
    return 0;
  }

  private boolean isNeeded(int row, int column) {
    int f = used[row];
    return column >= offsets[f] && column < offsets[f] + formats.get(f).columns().size();
  }

  StudyRows rows() {
    return rows;
  }

  RowFormat format(int row) {
    return formats.get(used[row]);
  }

  /** The rows seen from the columns of the format that a row uses. */
  StudyRows rowsFor(int row) {
    return rows.from(offsets[used[row]]);
  }
}
