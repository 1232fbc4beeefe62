package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;
import org.copse.sensitivity.Reachability;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.RoundingQuantity;
import org.copse.sensitivity.RoundingRange;
import org.copse.sensitivity.RoundingWitness;

/** What rounding of the inputs leaves of a pooled result, as tables. */
public final class RoundingReport {

  private static final int DIGITS = 4;

  private RoundingReport() {}

  /**
   * Where each pooled quantity can lie.
   *
   * @param analysis the analysis
   * @return one row a quantity; methods and notes below
   */
  public static ReportTable of(RoundingAnalysis analysis) {
    String of = analysis.isExhaustive() ? "combinations" : "draws";
    ReportTable.Builder table =
        ReportTable.of(
            analysis.printed().measure().label() + " within the rounding of its inputs",
            Column.text("Quantity"),
            Column.number("As printed"),
            Column.number("lowest").in("Bounds"),
            Column.number("highest").in("Bounds"),
            Column.text("found by").in("Bounds"),
            Column.number("median").in("Of " + of),
            Column.number("95%").in("Of " + of));
    for (RoundingRange r : analysis.ranges()) {
      table.row(
          r.quantity() == RoundingQuantity.ESTIMATE ? Kind.TOTAL : Kind.BODY,
          List.of(
              r.quantity().label(),
              text(r.quantity(), r.asPrinted()),
              text(r.quantity(), r.lower()),
              text(r.quantity(), r.upper()),
              r.how().label(),
              text(r.quantity(), r.median()),
              text(r.quantity(), r.low()) + " to " + text(r.quantity(), r.high())));
    }
    return table.notes(analysis.methods()).notes(analysis.notes()).build();
  }

  private static String text(RoundingQuantity quantity, double value) {
    boolean p = quantity == RoundingQuantity.P || quantity == RoundingQuantity.HETEROGENEITY_P;
    boolean percent =
        quantity == RoundingQuantity.I2_FROM_Q || quantity == RoundingQuantity.I2_FROM_TAU2;
    return p
        ? Numbers.p(value)
        : percent ? Numbers.percent(value, 1) : Numbers.significant(value, DIGITS);
  }

  /**
   * Whether a published result can come from the printed inputs.
   *
   * @param reach the answer
   * @return one row a published figure
   */
  public static ReportTable of(Reachability reach) {
    ReportTable.Builder table =
        ReportTable.of(
            "Published " + reach.published() + ": " + reach.verdict().label(),
            Column.text("Figure"),
            Column.number("Published"),
            Column.number("Share of draws that agree"),
            Column.number("In one set of inputs that gives all"));
    for (Map.Entry<RoundingQuantity, Double> entry : reach.shares().entrySet()) {
      RoundingQuantity quantity = entry.getKey();
      table.row(
          quantity.label(),
          reach.published().text(quantity),
          Numbers.percent(100 * entry.getValue(), 1),
          reach
              .witness()
              .map(w -> Numbers.significant(w.pooled().get(quantity), DIGITS + 1))
              .orElse(Numbers.ABSENT));
    }
    table.row(Kind.TOTAL, List.of("All at once", "", Numbers.percent(100 * reach.share(), 1), ""));
    String interval =
        String.format(
            Locale.ROOT,
            "All figures agree in %,d of %,d; share %.1f%% [%.1f; %.1f] (Monte Carlo, 95%%).",
            reach.agreeing(),
            reach.draws(),
            100 * reach.share(),
            100 * reach.interval().lower(),
            100 * reach.interval().upper());
    return table.notes(List.of(reach.how(), interval)).build();
  }

  /**
   * One set of inputs that gives a published result.
   *
   * @param witness the inputs
   * @return one row a study, each number as printed and before rounding
   */
  public static ReportTable of(RoundingWitness witness) {
    PrintedEffects printed = witness.printed();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    List<String> names = names(printed);
    for (String name : names) {
      columns.add(Column.number("printed").in(name));
      columns.add(Column.number("before rounding").in(name));
    }
    ReportTable.Builder table = ReportTable.of(witness.toString(), columns.toArray(Column[]::new));
    for (int i = 0; i < printed.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(printed.studies().label(i));
      for (String name : names) {
        int j = index(printed.inputs(i), name);
        cells.add(j < 0 ? "" : Numbers.significant(printed.inputs(i).get(j).value(), DIGITS));
        cells.add(j < 0 ? "" : before(printed.inputs(i).get(j), witness.input(i, j)));
      }
      table.row(Kind.BODY, cells);
    }
    return table.build();
  }

  private static String before(PrintedInput input, double value) {
    return input.whole() ? Numbers.count(value) : Numbers.significant(value, DIGITS + 2);
  }

  /** The columns of all studies; where they report in different ways, not all have each. */
  private static List<String> names(PrintedEffects printed) {
    return IntStream.range(0, printed.size())
        .mapToObj(printed::inputs)
        .flatMap(List::stream)
        .map(PrintedInput::name)
        .distinct()
        .toList();
  }

  private static int index(List<PrintedInput> inputs, String name) {
    return inputs.stream().map(PrintedInput::name).toList().indexOf(name);
  }

  /**
   * Effects as printed, each number with what it can stand for.
   *
   * @param printed the effects
   * @return one row a study
   */
  public static ReportTable of(PrintedEffects printed) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    List<String> names = names(printed);
    names.forEach(name -> columns.add(Column.number(name)));
    ReportTable.Builder table =
        ReportTable.of(printed.measure().label() + " as printed", columns.toArray(Column[]::new));
    for (int i = 0; i < printed.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(printed.studies().label(i));
      for (String name : names) {
        int j = index(printed.inputs(i), name);
        cells.add(j < 0 ? "" : range(printed.inputs(i).get(j)));
      }
      table.row(Kind.BODY, cells);
    }
    return table.notes(printed.notes()).build();
  }

  private static String range(PrintedInput input) {
    if (input.lower() == input.upper()) {
      return Numbers.significant(input.value(), DIGITS);
    }
    return input.whole()
        ? Numbers.count(input.lower()) + " to " + Numbers.count(input.upper())
        : Numbers.significant(input.lower(), DIGITS + 1)
            + " to "
            + Numbers.significant(input.upper(), DIGITS + 1);
  }
}
