package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.copse.descriptive.DescriptiveBlock;
import org.copse.descriptive.DescriptiveCell;
import org.copse.descriptive.DescriptiveRow;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.GroupComparison;
import org.copse.descriptive.PrintedCheck;
import org.copse.descriptive.PrintedFinding;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Descriptive tables, tests between groups, and what a check of a printed table found. */
public final class DescriptiveReport {

  private static final int DIGITS = 4;

  private DescriptiveReport() {}

  /**
   * Characteristics of patients.
   *
   * @param table the table
   * @return a column a group, n (%) or median, and p where tests were asked for
   */
  public static ReportTable of(DescriptiveTable table) {
    boolean tested = table.blocks().stream().anyMatch(block -> block.test().isPresent());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Characteristic"));
    for (int g = 0; g < table.groups().size(); g++) {
      columns.add(
          Column.number("%s, n = %s".formatted(table.groups().get(g), table.sizes().get(g))));
    }
    if (tested) {
      columns.add(Column.number("p"));
    }
    ReportTable.Builder rows = ReportTable.of("Patients", columns.toArray(Column[]::new));
    for (DescriptiveBlock block : table.blocks()) {
      block(rows, block, table.groups().size(), tested);
    }
    return rows.notes(table.notes()).build();
  }

  private static void block(
      ReportTable.Builder rows, DescriptiveBlock block, int groups, boolean tested) {
    boolean first = true;
    rows.row(Kind.HEADING, cells(block.variable(), blanks(groups), tested, ""));
    for (DescriptiveRow row : block.rows()) {
      String p = first ? block.test().map(DescriptiveReport::p).orElse("") : "";
      String level = "\u00a0".repeat(4 * row.depth() - 2) + row.level();
      rows.row(
          Kind.BODY, cells(level, row.cells().stream().map(DescriptiveReport::text), tested, p));
      first = false;
    }
  }

  private static Stream<String> blanks(int groups) {
    return Stream.generate(() -> "").limit(groups);
  }

  private static List<String> cells(String first, Stream<String> texts, boolean tested, String p) {
    List<String> cells = new ArrayList<>();
    cells.add(first);
    texts.forEach(cells::add);
    if (tested) {
      cells.add(p);
    }
    return cells;
  }

  private static String p(GroupComparison test) {
    return test.p().isPresent() ? Numbers.p(test.p().getAsDouble()) : Numbers.ABSENT;
  }

  private static String text(DescriptiveCell cell) {
    if (cell instanceof DescriptiveCell.Count count) {
      String n = Long.toString(count.n());
      return count.percent().isPresent() && count.n() > 0
          ? n + " (" + Numbers.fixed(count.percent().getAsDouble(), 1) + ")"
          : n;
    }
    if (cell instanceof DescriptiveCell.Median median) {
      return "%s (%s to %s)"
          .formatted(brief(median.median()), brief(median.lower()), brief(median.upper()));
    }
    return Numbers.ABSENT;
  }

  /** Up to four digits, without zeros that say nothing. */
  private static String brief(double value) {
    String text = Numbers.significant(value, DIGITS);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }

  /**
   * A test between groups.
   *
   * @param test the test
   * @return names and values
   */
  public static ReportTable of(GroupComparison test) {
    ReportTable.Builder table =
        ReportTable.of(test.method(), Column.text("Quantity"), Column.number("Value"));
    test.statistic().ifPresent(s -> table.row(test.symbol(), Numbers.significant(s, 5)));
    test.df().ifPresent(df -> table.row("df", Integer.toString(df)));
    table.row("p", p(test));
    return table.notes(test.notes()).build();
  }

  /**
   * What does not agree in a printed table.
   *
   * @param check the check
   * @return a row a finding
   */
  public static ReportTable of(PrintedCheck check) {
    ReportTable.Builder table =
        ReportTable.of(
            check.toString(),
            Column.text("Variable"),
            Column.text("Category"),
            Column.text("Group"),
            Column.text("Cell"),
            Column.number("Printed"),
            Column.number("Should be"),
            Column.text("Why"));
    for (PrintedFinding finding : check.findings()) {
      table.row(
          finding.variable(),
          finding.level(),
          finding.group(),
          what(finding.kind()),
          finding.printed(),
          finding.expected(),
          finding.how());
    }
    Optional<String> note =
        check.agrees() ? Optional.of("every percentage and every sum agrees") : Optional.empty();
    return table.notes(note.stream().toList()).build();
  }

  private static String what(PrintedFinding.Kind kind) {
    return switch (kind) {
      case PERCENT -> "percentage";
      case PERCENT_CUT_OFF -> "percentage, last digit";
      case SUM -> "sum of categories";
      case PARTS -> "sum of parts";
      case GROUPS -> "sum of groups";
    };
  }
}
