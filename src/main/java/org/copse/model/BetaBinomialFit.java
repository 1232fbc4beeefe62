package org.copse.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.copse.effect.Effects;

/**
 * A beta-binomial model of counts. There are no study weights; Q and I² are those of the studies'
 * own estimates.
 */
public final class BetaBinomialFit extends Fit {

  private final Effects effects;
  private final Function<Effects, BetaBinomialFit> again;
  private final BetaBinomialOptimum optimum;

  BetaBinomialFit(
      Effects effects,
      Function<Effects, BetaBinomialFit> again,
      PooledEffect pooled,
      BetaBinomialOptimum optimum) {
    super(pooled);
    this.effects = effects;
    this.again = again;
    this.optimum = optimum;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public BetaBinomialFit refit(int... rows) {
    return again.apply(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Beta-binomial (common correlation)";
  }

  @Override
  public List<String> methods() {
    return List.of(
        "Beta-binomial likelihood of the counts with a common intraclass correlation (Kuss 2015).",
        "Wald interval (normal) from the observed information.",
        EstimableRows.Q_OF_OWN);
  }

  @Override
  public boolean hasWeights() {
    return false;
  }

  /**
   * Intraclass correlation ρ: how much risks differ between studies, 0 for not at all.
   *
   * @return ρ, at least 0 and below 1
   */
  public double rho() {
    return optimum.rho();
  }

  /**
   * Standard error of ρ from the observed information.
   *
   * @return the standard error; empty at the boundary ρ = 0
   */
  public Optional<Double> rhoStandardError() {
    return Optional.of(optimum.rhoError()).filter(Double::isFinite);
  }

  /**
   * Mean risk of an arm.
   *
   * @param arm 0 for the first (or only) arm, 1 for the second
   * @return a probability
   */
  public double risk(int arm) {
    return optimum.mean(arm);
  }

  /**
   * Maximum of the log-likelihood, without the binomial coefficients of the data.
   *
   * @return ln L
   */
  public double logLikelihood() {
    return optimum.logLikelihood();
  }
}
