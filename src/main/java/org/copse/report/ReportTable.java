package org.copse.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of texts, ready to be written in any format: a caption, columns with their alignment,
 * rows, and notes below.
 *
 * <p>Cells are plain text; each writer escapes for its own format. Control characters, marks that
 * turn the direction of the text, and zero-width spaces become visible here, as letters such as
 * U+202E's code after a backslash; tabs and line breaks become spaces. Immutable.
 *
 * @param caption over the table, perhaps empty
 * @param columns the columns
 * @param rows the rows, each with one text a column
 * @param notes below the table, perhaps none
 * @param folded rows that a heading among the rows stands for ("… 188 more rows"), which a page may
 *     unfold; none where nothing was left out, or too much to carry
 */
public record ReportTable(
    String caption, List<Column> columns, List<Row> rows, List<String> notes, List<Row> folded) {

  /** How a column's cells are aligned. */
  public enum Align {
    /** Texts. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  /** How a row stands out. */
  public enum Kind {
    /** An ordinary row. */
    BODY,
    /** A sum or a pooled result. */
    TOTAL,
    /** A heading between rows; only its first cell counts. */
    HEADING
  }

  /**
   * A column.
   *
   * @param header over the column
   * @param align how its cells are aligned
   * @param group over neighbouring columns of the same group, for example an arm; perhaps empty
   */
  public record Column(String header, Align align, String group) {

    /**
     * Makes visible what cannot be seen.
     *
     * @param header as above
     * @param align as above
     * @param group as above
     */
    public Column {
      header = VisibleText.of(header);
      group = VisibleText.of(group);
    }

    /**
     * A column that belongs to no group.
     *
     * @param header over the column
     * @param align how its cells are aligned
     */
    public Column(String header, Align align) {
      this(header, align, "");
    }

    /**
     * The same column in a group.
     *
     * @param name over neighbouring columns of the same group
     * @return a new column
     */
    public Column in(String name) {
      return new Column(header, align, name);
    }

    /**
     * Group and header in one line, for formats that cannot span columns.
     *
     * @return for example "Treatment events"
     */
    public String fullHeader() {
      return group.isBlank() ? header : group + " " + header;
    }

    /**
     * A column of texts.
     *
     * @param header over the column
     * @return the column
     */
    public static Column text(String header) {
      return new Column(header, Align.LEFT);
    }

    /**
     * A column of numbers.
     *
     * @param header over the column
     * @return the column
     */
    public static Column number(String header) {
      return new Column(header, Align.RIGHT);
    }
  }

  /**
   * A row.
   *
   * @param kind how it stands out
   * @param cells one text a column
   * @param values the numbers behind the cells, NaN where there is none; empty where the texts say
   *     all. A page sorts by them and copies them, not the rounded texts
   */
  public record Row(Kind kind, List<String> cells, List<Double> values) {

    /**
     * Copies the cells and makes visible what cannot be seen.
     *
     * @param kind as above
     * @param cells as above
     * @param values as above
     */
    public Row {
      cells = cells.stream().map(VisibleText::of).toList();
      values = List.copyOf(values);
    }

    /**
     * A row of texts alone.
     *
     * @param kind how it stands out
     * @param cells one text a column
     */
    public Row(Kind kind, List<String> cells) {
      this(kind, cells, List.of());
    }
  }

  /**
   * Checks that every row has one cell a column, and makes visible what cannot be seen.
   *
   * @param caption as above
   * @param columns as above
   * @param rows as above
   * @param notes as above
   * @param folded as above
   */
  public ReportTable {
    caption = VisibleText.of(caption);
    folded = List.copyOf(folded);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = notes.stream().map(VisibleText::of).toList();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "Cannot make the table: row %s must have %s cells, was %s. Give one text a column."
                .formatted(i + 1, columns.size(), rows.get(i).cells().size()));
      }
    }
  }

  /**
   * A table with nothing folded.
   *
   * @param caption over the table, perhaps empty
   * @param columns the columns
   * @param rows the rows, each with one text a column
   * @param notes below the table, perhaps none
   */
  public ReportTable(String caption, List<Column> columns, List<Row> rows, List<String> notes) {
    this(caption, columns, rows, notes, List.of());
  }

  /**
   * The same table under another caption.
   *
   * @param text the caption
   * @return a new table
   */
  public ReportTable captioned(String text) {
    return new ReportTable(text, columns, rows, notes, folded);
  }

  /**
   * The same table with one more note.
   *
   * @param note the note, last
   * @return a new table
   */
  public ReportTable noted(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new ReportTable(caption, columns, rows, more, folded);
  }

  /**
   * Starts a table.
   *
   * @param caption over the table, perhaps empty
   * @param columns the columns
   * @return a builder
   */
  public static Builder of(String caption, Column... columns) {
    return new Builder(caption, List.of(columns));
  }

  /** Collects rows and notes. */
  public static final class Builder {
    private final String caption;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Builder(String caption, List<Column> columns) {
      this.caption = caption;
      this.columns = columns;
    }

    /**
     * Adds an ordinary row.
     *
     * @param cells one text a column
     * @return this builder
     */
    public Builder row(String... cells) {
      rows.add(new Row(Kind.BODY, List.of(cells)));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param kind how it stands out
     * @param cells one text a column
     * @return this builder
     */
    public Builder row(Kind kind, List<String> cells) {
      rows.add(new Row(kind, cells));
      return this;
    }

    /**
     * Adds a row.
     *
     * @param row the row, perhaps with the numbers behind its cells
     * @return this builder
     */
    public Builder row(Row row) {
      rows.add(row);
      return this;
    }

    /**
     * Adds notes below the table.
     *
     * @param more the notes
     * @return this builder
     */
    public Builder notes(List<String> more) {
      notes.addAll(more);
      return this;
    }

    /**
     * The table.
     *
     * @return the table
     */
    public ReportTable build() {
      return new ReportTable(caption, columns, rows, notes);
    }
  }
}
