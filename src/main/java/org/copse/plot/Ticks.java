package org.copse.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.copse.report.Numbers;

/**
 * Round positions on an axis: 0.1 0.25 0.5 1 2 4 on a ratio, steps of 1, 2 or 5 on a difference.
 */
final class Ticks {

  private static final double[] FINE = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8};
  private static final double[] COMMON = {1, 2, 5};
  private static final double[] DECADE = {1};
  private static final double[] RATIOS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20, 100};
  private static final int MOST = 7;
  private static final int FEWEST = 3;

  private Ticks() {}

  static List<AxisTick> of(boolean log, double min, double max) {
    return log ? logarithmic(min, max) : linear(min, max);
  }

  private static List<AxisTick> logarithmic(double min, double max) {
    List<Double> ratios = new ArrayList<>();
    for (double ratio : RATIOS) {
      if (min <= ratio && ratio <= max) {
        ratios.add(ratio);
      }
    }
    if (ratios.size() >= 4 && ratios.size() <= 8 && min >= 0.005 && max <= 200) {
      return labelled(ratios);
    }
    for (double[] digits : new double[][] {FINE, COMMON, DECADE}) {
      List<Double> values = decades(digits, 1, min, max);
      if (values.size() < FEWEST) {
        break;
      }
      if (values.size() <= MOST) {
        return labelled(values);
      }
    }
    for (int step = 2; max / min > 1e3; step++) {
      List<Double> values = decades(DECADE, step, min, max);
      if (values.size() <= MOST) {
        return labelled(values);
      }
    }
    return linear(min, max);
  }

  private static List<Double> decades(double[] digits, int step, double min, double max) {
    List<Double> values = new ArrayList<>();
    int first = Math.floorDiv((int) Math.floor(Math.log10(min)), step) * step;
    for (int decade = first; decade <= Math.ceil(Math.log10(max)); decade += step) {
      for (double digit : digits) {
        double value = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade).doubleValue();
        if (min <= value && value <= max) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static List<AxisTick> linear(double min, double max) {
    double raw = (max - min) / 5;
    int exponent = (int) Math.floor(Math.log10(raw));
    double fraction = raw / Math.pow(10, exponent);
    double digit = fraction <= 1 ? 1 : fraction <= 2 ? 2 : fraction <= 5 ? 5 : 10;
    BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
    List<Double> values = new ArrayList<>();
    long first = (long) Math.ceil(min / step.doubleValue() - 1e-9);
    for (long i = first; step.doubleValue() * i <= max + 1e-9 * (max - min); i++) {
      values.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return labelled(values);
  }

  private static List<AxisTick> labelled(List<Double> values) {
    return values.stream().map(value -> new AxisTick(value, label(value))).toList();
  }

  static String label(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String sign = value < 0 ? Numbers.MINUS : "";
    BigDecimal exact = new BigDecimal(size).round(new MathContext(8)).stripTrailingZeros();
    if (size >= 1e6 || size < 1e-4) {
      int exponent = exact.precision() - exact.scale() - 1;
      BigDecimal mantissa = exact.scaleByPowerOfTen(-exponent).stripTrailingZeros();
      String power = (exponent < 0 ? Numbers.MINUS : "") + Math.abs(exponent);
      return sign + mantissa.toPlainString() + "e" + power;
    }
    return sign + exact.toPlainString();
  }
}
