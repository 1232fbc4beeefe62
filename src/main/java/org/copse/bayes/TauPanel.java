package org.copse.bayes;

import java.util.function.DoubleUnaryOperator;

/** A density of t = ln τ on one stretch, as a Legendre series. */
final class TauPanel {

  private static final int MOST_STEPS = 100;

  private final double from;
  private final double to;
  private final double[] values;
  private final double[] series;

  /** Evaluates exp(log(t) − shift) at the nodes. */
  TauPanel(double from, double to, DoubleUnaryOperator log, double shift) {
    this.from = from;
    this.to = to;
    this.values = new double[LegendreRule.NODES];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(log.applyAsDouble(node(i)) - shift);
    }
    this.series = LegendreRule.series(values);
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  double middle() {
    return from + halfWidth();
  }

  private double halfWidth() {
    return (to - from) / 2;
  }

  /** The i-th node, as t. */
  double node(int i) {
    return middle() + halfWidth() * LegendreRule.point(i);
  }

  /** The i-th node's share of the integral. */
  double mass(int i) {
    return halfWidth() * LegendreRule.weight(i) * values[i];
  }

  double mass() {
    return 2 * halfWidth() * series[0];
  }

  /** What the last terms of the series still contribute: its error, with a margin. */
  double remainder() {
    int n = series.length;
    return halfWidth()
        * (Math.abs(series[n - 1]) + Math.abs(series[n - 2]) + Math.abs(series[n - 3]));
  }

  private double x(double t) {
    return Math.max(-1, Math.min(1, (t - middle()) / halfWidth()));
  }

  double density(double t) {
    return Math.max(0, LegendreRule.at(series, x(t)));
  }

  /** ∫ from the lower end to t. */
  double massTo(double t) {
    return halfWidth() * LegendreRule.integralTo(series, x(t));
  }

  /** t with a mass from the lower end to it: Newton steps kept inside a bracket. */
  double inverse(double mass) {
    double low = from;
    double high = to;
    double t = from + (to - from) * Math.max(0, Math.min(1, mass / mass()));
    for (int i = 0; i < MOST_STEPS; i++) {
      double excess = massTo(t) - mass;
      if (excess > 0) {
        high = t;
      } else {
        low = t;
      }
      double next = t - excess / density(t);
      if (!(next >= low && next <= high)) {
        next = low + (high - low) / 2;
      }
      if (Math.abs(next - t) <= 1e-16 * (1 + Math.abs(t))) {
        return next;
      }
      t = next;
    }
    return t;
  }
}
