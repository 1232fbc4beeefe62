package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;

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
      values[quantity.ordinal()] = shown(quantity, result, printed, sets);
    }
    return values;
  }

  private static double[] shown(
      RoundingQuantity quantity, BatchResult result, PrintedEffects printed, InputSets sets) {
    double[] values = result.column(quantity.column());
    for (int i = 0; i < values.length; i++) {
      if (quantity.isEffect()) {
        values[i] = shownBy(printed, sets, i).backTransform(values[i]);
      } else if (quantity == RoundingQuantity.HETEROGENEITY_P) {
        values[i] = tail(values[i], (int) result.value(BatchColumn.K, i) - 1);
      } else if (quantity == RoundingQuantity.I2_FROM_Q && values[i] < 0) {
        values[i] = 0;
      }
    }
    return values;
  }

  /** Person-times take a Freeman-Tukey rate back, and rounding moves them; else nothing does. */
  private static Effects shownBy(PrintedEffects printed, InputSets sets, int set) {
    return printed.measure().scale() == AnalysisScale.FREEMAN_TUKEY_RATE
        ? printed.form().effects(printed.studies(), sets.inputs(set, printed.numbers()))
        : printed.asPrinted();
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
      double[] before = new double[in.length];
      for (int i = 0; i < count; i++) {
        inputs.fill((int) first + i, in);
        if (printed.form().takesTogether()) {
          put(printed.form().effects(printed.studies(), in), i, estimates, variances);
        } else {
          putEach(in, i == 0 ? null : before, i, estimates, variances);
        }
        System.arraycopy(in, 0, before, 0, in.length);
      }
    }

    private static void put(Effects all, int set, double[][] estimates, double[][] variances) {
      for (int s = 0; s < all.size(); s++) {
        estimates[s][set] = all.estimate(s);
        variances[s][set] = all.variance(s);
      }
    }

    /** A search changes one number at a time: the other studies' effects are there already. */
    private void putEach(
        double[] in, double[] before, int set, double[][] estimates, double[][] variances) {
      double[] effect = new double[2];
      for (int s = 0; s < printed.size(); s++) {
        int from = printed.from(s);
        int to = from + printed.inputs(s).size();
        if (before != null && Arrays.equals(in, from, to, before, from, to)) {
          estimates[s][set] = estimates[s][set - 1];
          variances[s][set] = variances[s][set - 1];
        } else {
          printed.form().effect(s, in, from, effect);
          estimates[s][set] = effect[0];
          variances[s][set] = effect[1];
        }
      }
    }
  }
}
