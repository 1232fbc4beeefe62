package org.copse.bias;

import java.util.List;
import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.model.ChiSquaredTest;
import org.copse.model.EffectTest;

/**
 * The numbers of a limit meta-analysis, on the analysis scale.
 *
 * @param bias α, the shift of a study of very low precision in its standard errors; 0 without
 *     small-study effects
 * @param slope β, the effect without bias and without the part of τ
 * @param tau2 τ² in use
 * @param estimate β₀ = β + τα, the adjusted effect
 * @param standardError its standard error
 * @param interval its interval, normal
 * @param test that the adjusted effect is 0
 * @param smallStudyEffects Q − Q′, that there are none
 * @param restHeterogeneity Q′, that the studies differ by chance alone beyond small-study effects
 * @param gSquared G² in percent; absent for τ² = 0
 * @param limits every study's effect in the limit, in the order of the estimable studies
 */
public record LimitEstimate(
    double bias,
    double slope,
    double tau2,
    double estimate,
    double standardError,
    Interval interval,
    EffectTest test,
    ChiSquaredTest smallStudyEffects,
    ChiSquaredTest restHeterogeneity,
    Optional<Double> gSquared,
    List<Double> limits) {

  /**
   * Copies the limits.
   *
   * @param bias as above
   * @param slope as above
   * @param tau2 as above
   * @param estimate as above
   * @param standardError as above
   * @param interval as above
   * @param test as above
   * @param smallStudyEffects as above
   * @param restHeterogeneity as above
   * @param gSquared as above
   * @param limits as above
   */
  public LimitEstimate {
    limits = List.copyOf(limits);
  }

  /**
   * The mean effect of studies of one standard error: the curve of a funnel plot.
   *
   * @param standardErrorOfStudy at least 0
   * @return β + α √(SE² + τ²), the adjusted effect at 0
   */
  public double meanAt(double standardErrorOfStudy) {
    return slope + bias * Math.sqrt(standardErrorOfStudy * standardErrorOfStudy + tau2);
  }
}
