package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.batch.Batch;
import org.copse.batch.BatchColumn;
import org.copse.batch.BatchInterval;
import org.copse.batch.BatchModel;
import org.copse.batch.BatchResult;
import org.copse.batch.BatchSource;
import org.copse.effect.Effects;
import org.copse.effect.Measure;

/** Inverse-variance models, a few hundred sets at a time. */
record BatchPooling(BatchModel model, BatchInterval interval, double level) implements SetPooling {

  @Override
  public double[][] pool(
      PrintedEffects printed, InputSets sets, Set<RoundingQuantity> wanted, int threads) {
    EnumSet<BatchColumn> columns = EnumSet.of(BatchColumn.K);
    wanted.forEach(q -> columns.add(q.column()));
    BatchResult result =
        Batch.withDefaults()
            .model(model)
            .interval(interval)
            .level(level)
            .threads(threads)
            .columns(columns.toArray(BatchColumn[]::new))
            .fit(new Source(printed, sets));
    double[][] values = new double[RoundingQuantity.values().length][];
    for (RoundingQuantity quantity : wanted) {
      values[quantity.ordinal()] = shown(quantity, result, printed.measure());
    }
    return values;
  }

  private static double[] shown(RoundingQuantity quantity, BatchResult result, Measure measure) {
    double[] values = result.column(quantity.column());
    for (int i = 0; i < values.length; i++) {
      if (quantity.isEffect()) {
        values[i] = measure.scale().backTransform(values[i], Double.NaN);
      } else if (quantity == RoundingQuantity.HETEROGENEITY_P) {
        values[i] = tail(values[i], (int) result.value(BatchColumn.K, i) - 1);
      } else if (quantity == RoundingQuantity.I2_FROM_Q && values[i] < 0) {
        values[i] = 0;
      }
    }
    return values;
  }

  static double tail(double q, int df) {
    return df < 1 || Double.isNaN(q)
        ? Double.NaN
        : ChiSquaredDistribution.of(df).survivalProbability(q);
  }

  @Override
  public EnumSet<RoundingQuantity> quantities(Effects effects) {
    EnumSet<RoundingQuantity> all = EnumSet.allOf(RoundingQuantity.class);
    if (model == BatchModel.COMMON) {
      all.removeIf(RoundingQuantity::needsTau2);
    }
    if (!effects.measure().hasNullValue()) {
      all.remove(RoundingQuantity.P);
    }
    if (effects.size() < 2) {
      all.removeIf(q -> q.needsTau2() || q.column() == BatchColumn.Q);
      all.remove(RoundingQuantity.I2_FROM_Q);
    }
    return all;
  }

  @Override
  public List<String> methods(Effects effects) {
    List<String> methods = new ArrayList<>();
    if (model == BatchModel.COMMON) {
      methods.add("Inverse-variance weights, common effect.");
      methods.add("Wald interval (normal).");
      return methods;
    }
    methods.add("Inverse-variance weights, random effects, τ² by " + model.label() + ".");
    methods.add(
        switch (interval) {
          case WALD -> "Wald interval (normal).";
          case HARTUNG_KNAPP -> "Hartung-Knapp-Sidik-Jonkman interval, t(k − 1).";
          case HARTUNG_KNAPP_OR_WALD ->
              "Hartung-Knapp-Sidik-Jonkman interval, t(k − 1); Wald where τ² = 0.";
        });
    return methods;
  }

  @Override
  public double closedFormLevel() {
    return model == BatchModel.COMMON ? level : Double.NaN;
  }

  private record Source(PrintedEffects printed, InputSets inputs) implements BatchSource {
    @Override
    public long sets() {
      return inputs.size();
    }

    @Override
    public int studies() {
      return printed.size();
    }

    @Override
    public void fill(long first, int count, double[][] estimates, double[][] variances) {
      double[] in = new double[printed.numbers()];
      double[] effect = new double[2];
      for (int i = 0; i < count; i++) {
        inputs.fill((int) first + i, in);
        for (int s = 0; s < printed.size(); s++) {
          printed.form().effect(s, in, printed.from(s), effect);
          estimates[s][i] = effect[0];
          variances[s][i] = effect[1];
        }
      }
    }
  }
}
