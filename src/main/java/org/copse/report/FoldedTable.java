package org.copse.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.copse.report.ReportTable.Kind;
import org.copse.report.ReportTable.Row;

/**
 * Long tables shown by their ends: the first and last rows, and between them a line that says how
 * many there are. What is left out goes along folded, as far as a page can carry it.
 */
public final class FoldedTable {

  private static final int ROWS = 500;
  private static final int CELLS = 6000;

  /** What a table says whose rows are too many for a page. */
  static final String TOO_LONG =
      "Too long to sort, unfold or copy here: only the first and last rows are on the page.";

  private FoldedTable() {}

  /**
   * A table by its ends.
   *
   * @param table a table without folded rows
   * @param head rows at the beginning
   * @param tail rows at the end
   * @return the table itself where it is hardly longer than its ends
   */
  public static ReportTable of(ReportTable table, int head, int tail) {
    List<Row> all = table.rows();
    if (isWhole(all.size(), head, tail)) {
      return table;
    }
    List<Row> rows = new ArrayList<>(all.subList(0, head));
    rows.add(gap(all.size() - head - tail, table.columns().size()));
    rows.addAll(all.subList(all.size() - tail, all.size()));
    boolean plain = all.stream().noneMatch(row -> row.kind() == Kind.HEADING);
    boolean carried = plain && isCarried(all.size(), table.columns().size());
    List<Row> folded = carried ? all.subList(head, all.size() - tail) : List.of();
    ReportTable ends =
        new ReportTable(table.caption(), table.columns(), rows, table.notes(), folded);
    return plain && !carried ? ends.noted(TOO_LONG) : ends;
  }

  /** Whether so few rows are shown as they are. */
  static boolean isWhole(int rows, int head, int tail) {
    return rows <= head + tail + 1;
  }

  /** Whether a page can carry a table of this size. */
  static boolean isCarried(int rows, int columns) {
    return rows <= ROWS && (long) rows * columns <= CELLS;
  }

  static Row gap(int rows, int columns) {
    List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
    cells.set(0, "\u2026 " + Numbers.whole(rows) + " more row" + (rows == 1 ? "" : "s"));
    return new Row(Kind.HEADING, cells);
  }
}
