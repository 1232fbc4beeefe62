package org.copse.model;

import java.util.List;
import org.copse.effect.BinaryEffects;

/** A common odds ratio pooled by Peto's method. */
public final class PetoFit extends Fit {

  private final Peto model;
  private final BinaryEffects effects;

  PetoFit(Peto model, BinaryEffects effects, PooledEffect pooled) {
    super(pooled);
    this.model = model;
    this.effects = effects;
  }

  @Override
  public BinaryEffects effects() {
    return effects;
  }

  @Override
  public PetoFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Common effect (Peto)";
  }

  @Override
  public List<String> methods() {
    return List.of(
        "Peto's method: hypergeometric variances, no continuity correction.",
        "Wald interval (normal).",
        "Q around the Peto estimate.");
  }
}
