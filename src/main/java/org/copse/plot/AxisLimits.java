package org.copse.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Limits of the effect axis: all intervals where they fit; where some are far wider than the
 * others, the bulk of them, and the wide ones end in arrows.
 */
final class AxisLimits {

  /** Ratios up to 1:200 between the ends are shown whole. */
  private static final double WHOLE_LOG_SPAN = Math.log(200);

  private static final double WHOLE_LINEAR = 4;
  private static final double MARGIN = 0.04;

  private final boolean log;
  private final List<Double> lower = new ArrayList<>();
  private final List<Double> upper = new ArrayList<>();
  private final List<Double> always = new ArrayList<>();

  AxisLimits(boolean log) {
    this.log = log;
  }

  /** A study's interval; ignored where not finite on the axis. */
  void interval(double low, double high) {
    double a = scaled(low);
    double b = scaled(high);
    if (Double.isFinite(a) && Double.isFinite(b)) {
      lower.add(a);
      upper.add(b);
    }
  }

  /** A value that must be visible. */
  void include(double value) {
    double x = scaled(value);
    if (Double.isFinite(x)) {
      always.add(x);
    }
  }

  private double scaled(double value) {
    return log ? Math.log(value) : value;
  }

  double[] limits() {
    double low = extreme(lower, true);
    double high = extreme(upper, false);
    double bulkLow = quantile(lower, 0.1);
    double bulkHigh = quantile(upper, 0.9);
    double bulk = bulkHigh - bulkLow;
    boolean whole = log ? high - low <= WHOLE_LOG_SPAN : high - low <= WHOLE_LINEAR * bulk;
    if (!whole) {
      low = Math.max(low, bulkLow - 0.3 * bulk);
      high = Math.min(high, bulkHigh + 0.3 * bulk);
    }
    for (double value : always) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double span = high > low ? high - low : Math.max(1, Math.abs(low));
    double from = low - MARGIN * span;
    double to = high + MARGIN * span;
    return log ? new double[] {Math.exp(from), Math.exp(to)} : new double[] {from, to};
  }

  private double extreme(List<Double> values, boolean smallest) {
    List<Double> all = values.isEmpty() ? always : values;
    double result = smallest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (double value : all) {
      result = smallest ? Math.min(result, value) : Math.max(result, value);
    }
    return Double.isFinite(result) ? result : 0;
  }

  private double quantile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return extreme(always, share < 0.5);
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
