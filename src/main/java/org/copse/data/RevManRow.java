package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of a data package, read by the names of its columns. */
record RevManRow(List<String> names, List<String> cells) {

  /** A cell, empty where the package has no such column or nothing in it. */
  String get(String column) {
    int at = names.indexOf(column);
    String text = at < 0 ? "" : cells.get(at);
    return text.equals("#N/A") ? "" : text;
  }

  private double number(String column) {
    String text = get(column);
    return Numbers.isQuantity(text) ? Numbers.parse(text) : Double.NaN;
  }

  private boolean yes(String column) {
    return get(column).equalsIgnoreCase("true");
  }

  String analysis() {
    return get("Analysis group") + "." + get("Analysis number");
  }

  boolean isLog() {
    return yes("Log-scale data");
  }

  /** The type of data, null for text and for types that have no study effects. */
  RevManType type() {
    return switch (get("Data type").toLowerCase(Locale.ROOT)) {
      case "dichotomous" -> RevManType.DICHOTOMOUS;
      case "continuous" -> RevManType.CONTINUOUS;
      case "contrast level", "generic inverse variance" -> RevManType.GENERIC_INVERSE_VARIANCE;
      case "o-e and variance" -> RevManType.O_MINUS_E;
      default -> null;
    };
  }

  RevManAnalysis.Settings settings(RevManType type) {
    return new RevManAnalysis.Settings(
        analysis(),
        get("Analysis group name"),
        get("Analysis name"),
        type,
        get("Effect measure"),
        isLog(),
        get("Analysis model").toLowerCase(Locale.ROOT).startsWith("random"),
        get("Statistical method"),
        yes("Swap event and non-event"),
        get("Experimental group label"),
        get("Control group label"));
  }

  RevManPooled pooled() {
    return new RevManPooled(
        number("Mean"),
        number("CI start"),
        number("CI end"),
        number("Heterogeneity Tau²"),
        number("Heterogeneity Chi²"),
        number("Heterogeneity I²"));
  }

  /** An estimate on the analysis scale as readers see it. */
  static String shown(String estimate, boolean log) {
    return log && Numbers.isQuantity(estimate)
        ? Double.toString(Math.exp(Numbers.parse(estimate)))
        : estimate;
  }

  /** Study, year, subgroup and the columns of a type; generic estimates as readers see them. */
  List<String> data(RevManType type, boolean log) {
    List<String> row = new ArrayList<>(List.of(get("Study"), get("Study year"), get("Subgroup")));
    List<String> columns =
        switch (type) {
          case DICHOTOMOUS ->
              List.of("Experimental cases", "Experimental N", "Control cases", "Control N");
          case CONTINUOUS ->
              List.of(
                  "Experimental N",
                  "Experimental mean",
                  "Experimental SD",
                  "Control N",
                  "Control mean",
                  "Control SD");
          case GENERIC_INVERSE_VARIANCE -> List.of("GIV Mean", "GIV SE");
          case O_MINUS_E -> List.of("O-E", "Variance");
        };
    for (String column : columns) {
      row.add(column.equals("GIV Mean") ? shown(get(column), log) : get(column));
    }
    return row;
  }
}
