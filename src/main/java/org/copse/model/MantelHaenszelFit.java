package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;

/** A common effect of two-arm counts pooled by Mantel-Haenszel. */
public final class MantelHaenszelFit extends Fit {

  private final MantelHaenszel model;
  private final BinaryEffects effects;

  MantelHaenszelFit(MantelHaenszel model, BinaryEffects effects, PooledEffect pooled) {
    super(pooled);
    this.model = model;
    this.effects = effects;
  }

  @Override
  public BinaryEffects effects() {
    return effects;
  }

  @Override
  public MantelHaenszelFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Common effect (Mantel-Haenszel)";
  }

  @Override
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    methods.add("Mantel-Haenszel weights, common effect.");
    methods.add("Wald interval (normal), " + varianceName() + " variance.");
    methods.add("Q around the " + heterogeneity().centre().label() + ".");
    if (model.correction() == MhCorrection.NONE) {
      methods.add("No continuity correction in the sums.");
    }
    return methods;
  }

  private String varianceName() {
    if (effects.measure() == BinaryMeasure.ODDS_RATIO) {
      return "Robins-Breslow-Greenland";
    }
    return effects.measure() == BinaryMeasure.RISK_DIFFERENCE
        ? model.riskDifferenceVariance().label()
        : RiskDifferenceVariance.GREENLAND_ROBINS.label();
  }
}
