package org.copse.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.report.ReportTable.Column;

/**
 * Published numbers beside recomputed ones: what differs, by how much at the printed precision, and
 * why.
 *
 * <p>Immutable: each row returns a new comparison.
 */
public final class Comparison {

  private static final String AGREES = "none, as printed";

  private final String title;
  private final List<List<String>> rows;

  private Comparison(String title, List<List<String>> rows) {
    this.title = title;
    this.rows = List.copyOf(rows);
  }

  /**
   * An empty comparison.
   *
   * @param title over the table
   * @return the comparison
   */
  public static Comparison titled(String title) {
    return new Comparison(title, List.of());
  }

  /**
   * A published effect with its interval beside a fit.
   *
   * @param outcome what was pooled
   * @param estimate published estimate on the reader's scale
   * @param low published lower bound
   * @param high published upper bound
   * @param decimals printed digits after the point
   * @param recomputed the fit
   * @param why why they differ, or how they agree
   * @return a new comparison
   */
  public Comparison effect(
      String outcome,
      double estimate,
      double low,
      double high,
      int decimals,
      Fit recomputed,
      String why) {
    return effect(outcome, estimate, low, high, decimals, recomputed.backTransformed(), why);
  }

  /**
   * A published effect with its interval beside a recomputed one.
   *
   * @param outcome what was pooled
   * @param estimate published estimate on the reader's scale
   * @param low published lower bound
   * @param high published upper bound
   * @param decimals printed digits after the point
   * @param recomputed the effect, same scale
   * @param why why they differ, or how they agree
   * @return a new comparison
   */
  public Comparison effect(
      String outcome,
      double estimate,
      double low,
      double high,
      int decimals,
      BackTransformed recomputed,
      String why) {
    String published =
        "%s [%s; %s]"
            .formatted(
                Numbers.fixed(estimate, decimals),
                Numbers.fixed(low, decimals),
                Numbers.fixed(high, decimals));
    String now =
        Numbers.fixed(recomputed.estimate(), decimals + 1)
            + " "
            + Numbers.interval(recomputed.interval(), decimals + 1);
    List<String> differences = new ArrayList<>();
    add(differences, "estimate", estimate, recomputed.estimate(), decimals);
    add(differences, "lower", low, recomputed.interval().lower(), decimals);
    add(differences, "upper", high, recomputed.interval().upper(), decimals);
    String difference = differences.isEmpty() ? AGREES : String.join(", ", differences);
    return plus(List.of(outcome, published, now, difference, why));
  }

  /**
   * A published number beside a recomputed one.
   *
   * @param what what the number is
   * @param published the published number
   * @param decimals printed digits after the point
   * @param recomputed the recomputed number
   * @param why why they differ, or how they agree
   * @return a new comparison
   */
  public Comparison number(
      String what, double published, int decimals, double recomputed, String why) {
    List<String> differences = new ArrayList<>();
    add(differences, "", published, recomputed, decimals);
    String difference = differences.isEmpty() ? AGREES : differences.get(0).strip();
    return plus(
        List.of(
            what,
            Numbers.fixed(published, decimals),
            Numbers.fixed(recomputed, decimals + 1),
            difference,
            why));
  }

  /**
   * A published number that cannot be recomputed.
   *
   * @param outcome what was pooled
   * @param published as printed
   * @param why what is missing
   * @return a new comparison
   */
  public Comparison missing(String outcome, String published, String why) {
    return plus(List.of(outcome, published, "not possible", Numbers.ABSENT, why));
  }

  /**
   * A number as the paper prints it, beside a recomputed one. A bound such as "&lt; 0.01" is met by
   * every number on its side.
   *
   * @param what what the number is
   * @param published one number as printed, perhaps with thousands marked, "%", "&lt;" or "&gt;"
   * @param recomputed the recomputed number, in the same unit
   * @param why why they differ, or how they agree
   * @return a new comparison
   * @throws IllegalArgumentException when the text is not one number
   */
  public Comparison printed(String what, String published, double recomputed, String why) {
    PrintedNumber number = PrintedNumber.of(published);
    String difference = number.difference(recomputed);
    return plus(
        List.of(
            what,
            number.text(),
            number.shown(recomputed),
            difference.isEmpty() ? AGREES : difference,
            why));
  }

  /**
   * A published number that is no result and so has nothing beside it: a choice of the authors, a
   * number cited from another paper, an input.
   *
   * @param what what the number is
   * @param published as printed
   * @param kind what it is in place of a result, for example "cited"
   * @param why where it comes from
   * @return a new comparison
   */
  public Comparison given(String what, String published, String kind, String why) {
    return plus(List.of(what, published, kind, Numbers.ABSENT, why));
  }

  /**
   * A heading among the rows, for example the section of the paper that the next ones are of. Shown
   * in a notebook, it begins a table of its own.
   *
   * @param text the heading
   * @return a new comparison
   */
  public Comparison heading(String text) {
    return plus(List.of(text));
  }

  private static void add(
      List<String> differences, String name, double published, double now, int decimals) {
    String before = Numbers.fixed(published, decimals);
    String after = Numbers.fixed(now, decimals);
    if (before.equals(after)) {
      return;
    }
    if (!Double.isFinite(published) || !Double.isFinite(now)) {
      differences.add((name + " " + after + " in place of " + before).strip());
      return;
    }
    double rounded = round(now, decimals) - round(published, decimals);
    String sign = rounded > 0 ? "+" : "";
    differences.add((name + " " + sign + Numbers.fixed(rounded, decimals)).strip());
  }

  private static double round(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  private Comparison plus(List<String> row) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(row);
    return new Comparison(title, more);
  }

  /**
   * The comparison as a table.
   *
   * @return outcome, published, recomputed, difference, why
   */
  public ReportTable table() {
    ReportTable.Builder table =
        ReportTable.of(
            title,
            Column.text("Outcome"),
            Column.text("Published"),
            Column.text("Recomputed"),
            Column.text("Difference"),
            Column.text("Why"));
    for (List<String> row : rows) {
      if (row.size() == 1) {
        table.row(ReportTable.Kind.HEADING, List.of(row.get(0), "", "", "", ""));
      } else {
        table.row(ReportTable.Kind.BODY, row);
      }
    }
    return table.build();
  }

  /**
   * The comparison as several tables: each heading begins one, so that none grows too long to show.
   *
   * @return one table where there is no heading; captions are "title: heading"
   */
  public List<ReportTable> tables() {
    List<ReportTable> tables = new ArrayList<>();
    String caption = title;
    List<List<String>> part = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() > 1) {
        part.add(row);
        continue;
      }
      if (!part.isEmpty()) {
        tables.add(new Comparison(caption, part).table());
      }
      caption = title + ": " + row.get(0);
      part = new ArrayList<>();
    }
    if (tables.isEmpty() || !part.isEmpty()) {
      tables.add(new Comparison(caption, part).table());
    }
    return tables;
  }

  @Override
  public String toString() {
    return PlainTable.of(table());
  }
}
