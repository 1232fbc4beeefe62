package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Classes of a histogram, chosen as Plotly chooses: width 2 s / n^0.4 (n^0.25 in two dimensions),
 * made 1, 2 or 5 times a power of ten; s is the standard deviation.
 */
final class StillBins {

  private static final int MOST = 500;

  private final double start;
  private final double width;
  private final int count;

  private StillBins(double start, double width, int count) {
    this.start = start;
    this.width = width;
    this.count = count;
  }

  /**
   * @param values finite, sorted
   * @param wanted most classes, 0 for a choice
   * @param power of n
   */
  static StillBins of(StillAxis axis, double[] values, int wanted, double power) {
    if (axis.kind() == StillAxis.Kind.NAMES) {
      return new StillBins(-0.5, 1, axis.nameCount());
    }
    if (values.length == 0) {
      return new StillBins(0, 1, 1);
    }
    double min = values[0];
    double max = values[values.length - 1];
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double rough =
        wanted > 0 ? (max - min) / wanted : 2 * Math.sqrt(square) / Math.pow(values.length, power);
    double width = round(Math.max(rough, (max - min) / MOST));
    boolean whole = width == 1 && Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    double start = whole ? min - 0.5 : Math.floor(min / width) * width;
    return new StillBins(start, width, (int) Math.floor((max - start) / width) + 1);
  }

  /** 1, 2 or 5 times a power of ten, at least the width given. */
  private static double round(double width) {
    if (!(width > 0)) {
      return 1;
    }
    int exponent = (int) Math.floor(Math.log10(width));
    double fraction = width / Math.pow(10, exponent);
    double digit = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
    return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue();
  }

  int count() {
    return count;
  }

  double width() {
    return width;
  }

  double from(int bin) {
    return start + bin * width;
  }

  /** The class of a value; −1 for none. */
  int bin(double value) {
    return Double.isFinite(value)
        ? Math.min(count - 1, Math.max(0, (int) Math.floor((value - start) / width)))
        : -1;
  }

  /** A limit with the digits that its step needs. */
  static String label(double value, double step) {
    int digits = (int) Math.max(3, Math.ceil(Math.log10(Math.abs(value) / step)) + 2);
    return Ticks.label(
        step > 0 && Double.isFinite(value)
            ? new BigDecimal(value).round(new MathContext(Math.min(digits, 15))).doubleValue()
            : value);
  }

  static StillBars.Series of(StillPanel panel, ObjectNode trace) {
    boolean level = StillBars.horizontal(trace);
    StillAxis axis = level ? panel.y() : panel.x();
    double[] values = StillValues.on(axis, trace.path(level ? "y" : "x"));
    int wanted = trace.path(level ? "nbinsy" : "nbinsx").asInt();
    StillBins bins = of(axis, StillValues.finite(values), wanted, 0.4);
    String function = trace.path("histfunc").asText("count");
    JsonNode weights =
        function.equals("count") ? trace.path("none") : trace.path(level ? "x" : "y");
    double[] heights = heights(bins, values, weights, function);
    String norm = trace.path("histnorm").asText();
    normalise(heights, norm, bins.width);
    String label = norm.isEmpty() ? function : norm;
    panel.labels(level ? label : "", level ? "" : label);
    double[] at = new double[bins.count];
    Arrays.setAll(at, i -> bins.from(i) + bins.width / 2);
    axis.include(bins.from(0));
    axis.include(bins.from(bins.count));
    return new StillBars.Series(trace, at, bins.width, 0.04, heights);
  }

  private static double[] heights(
      StillBins bins, double[] values, JsonNode weights, String function) {
    double[] sums = new double[bins.count];
    double[] counts = new double[bins.count];
    for (int i = 0; i < values.length; i++) {
      int bin = bins.bin(values[i]);
      if (bin < 0 || weights.isArray() && !weights.path(i).isNumber()) {
        continue;
      }
      double weight = weights.isArray() ? weights.path(i).asDouble() : 1;
      boolean first = counts[bin]++ == 0;
      sums[bin] =
          switch (function) {
            case "min" -> first ? weight : Math.min(sums[bin], weight);
            case "max" -> first ? weight : Math.max(sums[bin], weight);
            default -> sums[bin] + weight;
          };
    }
    if (function.equals("avg")) {
      Arrays.setAll(sums, i -> counts[i] > 0 ? sums[i] / counts[i] : Double.NaN);
    }
    return sums;
  }

  private static void normalise(double[] heights, String norm, double width) {
    double sum = Arrays.stream(heights).filter(Double::isFinite).sum();
    double factor =
        switch (norm) {
          case "percent" -> 100 / sum;
          case "probability" -> 1 / sum;
          case "density" -> 1 / width;
          case "probability density" -> 1 / (sum * width);
          default -> 1;
        };
    for (int i = 0; i < heights.length; i++) {
      heights[i] *= factor;
    }
  }
}
