package org.copse.plot;

import org.copse.effect.AnalysisScale;
import org.copse.effect.Measure;

/**
 * The effect on an axis: ratios as readers know them on a logarithmic axis, other measures on the
 * scale of pooling.
 */
record EffectAxis(Measure measure, String label) {

  /** Where an effect of the analysis scale stands. */
  double shown(double effect) {
    return measure.isRatio() ? Math.exp(effect) : effect;
  }

  PlotAxis from(double low, double high) {
    double margin = high > low ? 0.04 * (high - low) : Math.max(0.1, Math.abs(low) * 0.1);
    double min = shown(low - margin);
    double max = shown(high + margin);
    boolean log = measure.isRatio();
    return new PlotAxis(name(), log, min, max, false, Ticks.of(log, min, max));
  }

  /** The label, with a word on the scale where it is not the reader's. */
  String name() {
    boolean transformed = measure.scale() != AnalysisScale.IDENTITY && !measure.isRatio();
    return transformed ? label + ", transformed scale" : label;
  }

  /** Ticks between two effects of the analysis scale. */
  java.util.List<AxisTick> ticks(double low, double high) {
    return Ticks.of(measure.isRatio(), shown(low), shown(high));
  }

  /** Back from a tick to the analysis scale. */
  double effect(double tick) {
    return measure.isRatio() ? Math.log(tick) : tick;
  }
}
