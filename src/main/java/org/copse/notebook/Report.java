package org.copse.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.report.CsvTable;
import org.copse.report.HtmlPage;
import org.copse.report.HtmlTable;
import org.copse.report.LatexTable;
import org.copse.report.MarkdownTable;
import org.copse.report.PlainTable;
import org.copse.report.ReportTable;

/**
 * Whatever shows as tables, written for a paper: {@code Report.of(fit).markdown()}, {@code
 * Report.of(table).save(Path.of("table-1.tex"))}. The tables are whole, also where a notebook folds
 * long ones; every text is escaped for its format. Immutable.
 */
public final class Report {

  private static final Map<String, Function<Report, String>> FILES = new LinkedHashMap<>();

  static {
    FILES.put(".md", Report::markdown);
    FILES.put(".csv", Report::csv);
    FILES.put(".tex", Report::latex);
    FILES.put(".html", report -> HtmlPage.of("Report", report.html(), List.of()));
    FILES.put(".txt", Report::text);
  }

  private final List<ReportTable> tables;

  private Report(List<ReportTable> tables) {
    this.tables = tables;
  }

  /**
   * The report of a value, or of several one below the other.
   *
   * @param values fits, effects, descriptive tables, Tablesaw tables, conversions, lists of these:
   *     whatever a notebook shows as tables
   * @return its tables
   * @throws IllegalArgumentException when a value does not show as a table, as a plot does not
   */
  public static Report of(Object... values) {
    return new Report(Stream.of(values).flatMap(Report::tables).toList());
  }

  private static Stream<ReportTable> tables(Object value) {
    if (value instanceof Collection<?> all && !all.isEmpty()) {
      return all.stream().flatMap(Report::tables);
    }
    if (value instanceof Optional<?> o && o.isPresent()) {
      return tables(o.get());
    }
    List<ReportTable> own = Displays.tables(value);
    if (own.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot write a report: a value must show as a table, was %s. Give a fit, effects or another result; a plot is saved by its own save(...)."
              .formatted(value == null ? "null" : value.getClass().getSimpleName()));
    }
    return own.stream();
  }

  /**
   * The tables.
   *
   * @return at least one
   */
  public List<ReportTable> tables() {
    return tables;
  }

  private String joined(Function<ReportTable, String> writer, String between) {
    return tables.stream().map(writer).collect(Collectors.joining(between));
  }

  /**
   * As GitHub-flavoured Markdown.
   *
   * @return captions, tables and notes
   */
  public String markdown() {
    return joined(MarkdownTable::of, "\n");
  }

  /**
   * As CSV (RFC 4180): headers and rows, without captions and notes.
   *
   * @return the tables with an empty line between them
   */
  public String csv() {
    return joined(CsvTable::of, "\r\n");
  }

  /**
   * As LaTeX.
   *
   * @return the tables
   */
  public String latex() {
    return joined(LatexTable::of, "\n");
  }

  /**
   * As HTML that needs no script and no style sheet.
   *
   * @return the tables, to be put into any page
   */
  public String html() {
    return joined(HtmlTable::of, "");
  }

  /**
   * As aligned plain text.
   *
   * @return the tables with an empty line between them
   */
  public String text() {
    return joined(PlainTable::of, "\n\n");
  }

  /**
   * Saves the report in the format that the name's ending says, in UTF-8.
   *
   * @param file a path that ends in {@code .md}, {@code .csv}, {@code .tex}, {@code .html} or
   *     {@code .txt}; an existing file is replaced
   * @return the file
   * @throws IllegalArgumentException when the name ends otherwise
   */
  public Path save(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    Function<Report, String> writer =
        FILES.entrySet().stream()
            .filter(format -> name.endsWith(format.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot save the report: file name must end in one of %s, was '%s'. Give it one of these endings."
                            .formatted(String.join(", ", FILES.keySet()), file.getFileName())));
    try {
      return Files.writeString(file, writer.apply(this));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot save the report to %s: %s. Check the folder.".formatted(file, e), e);
    }
  }

  @Override
  public String toString() {
    return text();
  }
}
