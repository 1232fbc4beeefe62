package org.copse.sensitivity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.numeric.LongRun;

/** Any model, fitted to one set after the other: slower than a batch. */
record FitPooling(Function<Effects, ? extends Fit> model) implements SetPooling {

  @Override
  public double[][] pool(
      PrintedEffects printed, InputSets sets, Set<RoundingQuantity> wanted, int threads) {
    double[][] values = new double[RoundingQuantity.values().length][];
    wanted.forEach(q -> values[q.ordinal()] = new double[sets.size()]);
    LongRun.each(
        "fits",
        sets.size(),
        threads > 1,
        i -> {
          double[] in = sets.inputs(i, printed.numbers());
          Fit fit = model.apply(printed.form().effects(printed.studies(), in));
          wanted.forEach(q -> values[q.ordinal()][i] = value(fit, q));
        });
    return values;
  }

  private static double value(Fit fit, RoundingQuantity quantity) {
    BackTransformed shown = fit.backTransformed();
    Heterogeneity q = fit.heterogeneity();
    return switch (quantity) {
      case ESTIMATE -> shown.estimate();
      case CI_LOWER -> shown.interval().lower();
      case CI_UPPER -> shown.interval().upper();
      case P -> fit.test().p();
      case TAU2 -> fit instanceof RandomEffectsFit random ? random.tau2() : Double.NaN;
      case I2_FROM_TAU2 ->
          fit instanceof RandomEffectsFit random ? random.iSquaredFromTau2() : Double.NaN;
      case I2_FROM_Q -> q.iSquared();
      case Q -> q.q();
      case HETEROGENEITY_P -> q.p();
    };
  }

  @Override
  public EnumSet<RoundingQuantity> quantities(Effects effects) {
    EnumSet<RoundingQuantity> all =
        new BatchPooling(org.copse.batch.BatchModel.REML, null, 0.95).quantities(effects);
    if (!(model.apply(effects) instanceof RandomEffectsFit)) {
      all.removeIf(RoundingQuantity::needsTau2);
    }
    return all;
  }

  @Override
  public List<String> methods(Effects effects) {
    Fit fit = model.apply(effects);
    return fit.methods();
  }

  @Override
  public double closedFormLevel() {
    return Double.NaN;
  }
}
