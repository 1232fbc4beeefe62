package org.copse.model;

import java.util.List;
import java.util.function.Function;
import org.copse.effect.Effects;

/**
 * A common odds or rate ratio estimated by exact conditional likelihood.
 *
 * <p>The estimate is ±∞ (a ratio of 0 or ∞), without a standard error, where one arm has every or
 * no event that its margins allow; one bound and the test are still defined. There are no study
 * weights. Q and I² are those of the studies' own estimates.
 */
public final class ExactFit extends Fit {

  private final Effects effects;
  private final Function<Effects, ExactFit> again;
  private final String model;
  private final List<String> methods;
  private final ConditionalDistribution distribution;

  ExactFit(
      Effects effects,
      Function<Effects, ExactFit> again,
      String model,
      List<String> methods,
      PooledEffect pooled,
      ConditionalDistribution distribution) {
    super(pooled);
    this.effects = effects;
    this.again = again;
    this.model = model;
    this.methods = List.copyOf(methods);
    this.distribution = distribution;
  }

  @Override
  public Effects effects() {
    return effects;
  }

  @Override
  public ExactFit refit(int... rows) {
    return again.apply(effects.subset(rows));
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public List<String> methods() {
    return methods;
  }

  @Override
  public boolean hasWeights() {
    return false;
  }

  /**
   * Two-sided p value of no effect: twice the smaller tail.
   *
   * @param method whether all or half of the observed probability counts
   * @return p between 0 and 1
   */
  public double p(ExactMethod method) {
    return distribution.twoSidedP(method.share());
  }

  /**
   * Two-sided p value of no effect as Fisher's test has it: the probability of all totals no more
   * probable than the observed one. It belongs to no interval of this fit. R: {@code
   * mantelhaen.test(exact = TRUE)}, {@code poisson.test}.
   *
   * @return p between 0 and 1
   */
  public double minimumLikelihoodP() {
    return distribution.minimumLikelihoodP();
  }
}
