package org.copse.model;

import java.util.List;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Tau2Estimator;

/** Random effects with weights from the effective sample sizes. */
public final class SampleSizeWeightedFit extends Fit {

  private final SampleSizeWeighted model;
  private final Effects effects;
  private final double tau2;

  SampleSizeWeightedFit(
      SampleSizeWeighted model, Effects effects, PooledEffect pooled, double tau2) {
    super(pooled);
    this.model = model;
    this.effects = effects;
    this.tau2 = tau2;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public SampleSizeWeightedFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Random effects (sample-size weights)";
  }

  @Override
  public List<String> methods() {
    return List.of(
        "Weights n₁n₂/(n₁ + n₂), random effects (Bakbergenuly 2020).",
        "τ² by " + model.tau2().name() + ".",
        k() < 2 ? "Wald interval (normal)." : "Interval from t with k − 1 degrees of freedom.");
  }

  /**
   * Between-study variance τ² on the analysis scale.
   *
   * @return τ², 0 for a single study
   */
  public double tau2() {
    return tau2;
  }

  /**
   * The estimator of τ².
   *
   * @return the estimator
   */
  public Tau2Estimator tau2Estimator() {
    return model.tau2();
  }
}
