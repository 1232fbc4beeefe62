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

  /**
   * The same model, same settings, on other effects: studies that a method adds, for example.
   *
   * @param others the effects
   * @return a new fit
   */
  public CommonEffectFit refitOn(Effects others) {
    return model.fit(others);
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
