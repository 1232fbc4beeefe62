package org.copse.model;

import java.util.List;
import org.copse.effect.BinaryEffects;

/**
 * A common odds ratio by penalised logistic regression. There are no study weights; Q and I² are
 * those of the studies' own estimates.
 */
public final class PenalisedLogisticFit extends Fit {

  private final PenalisedLogistic model;
  private final BinaryEffects effects;
  private final double logLikelihood;

  PenalisedLogisticFit(
      PenalisedLogistic model, BinaryEffects effects, PooledEffect pooled, double logLikelihood) {
    super(pooled);
    this.model = model;
    this.effects = effects;
    this.logLikelihood = logLikelihood;
  }

  @Override
  public BinaryEffects effects() {
    return effects;
  }

  @Override
  public PenalisedLogisticFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Common effect (penalised logistic)";
  }

  @Override
  public List<String> methods() {
    return List.of(
        "Firth's penalised logistic regression with study intercepts.",
        "Profile penalised likelihood interval; test by penalised likelihood ratio (signed root).",
        EstimableRows.Q_OF_OWN);
  }

  @Override
  public boolean hasWeights() {
    return false;
  }

  /**
   * Maximum of the penalised log-likelihood, without the binomial coefficients of the data.
   *
   * @return ln L + ½ ln det I
   */
  public double penalisedLogLikelihood() {
    return logLikelihood;
  }
}
