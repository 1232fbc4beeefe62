package org.copse.model;

import java.util.List;
import org.copse.effect.Effects;

/** A common effect pooled by inverse variance. */
public final class CommonEffectFit extends Fit {

  private final CommonEffect model;
  private final Effects effects;

  CommonEffectFit(CommonEffect model, Effects effects, PooledEffect pooled) {
    super(pooled);
    this.model = model;
    this.effects = effects;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public CommonEffectFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Common effect";
  }

  @Override
  public List<String> methods() {
    return List.of("Inverse-variance weights, common effect.", "Wald interval (normal).");
  }
}
