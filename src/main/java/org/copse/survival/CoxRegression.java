package org.copse.survival;

import java.util.List;
import org.copse.effect.Interval;

/**
 * Cox's proportional hazards model by partial likelihood, within strata where the data have them.
 *
 * <p><b>Formula</b>: hazard λ_s(t) exp(xβ); maximum of Σ [xβ − log Σ_{at risk} exp(xβ)] over
 * events, ties by {@link CoxTies}; SE from the inverse information. <b>Scale</b>: log hazard ratio
 * a unit of the covariate. <b>Edge cases</b>: entry times narrow the risk sets; case weights
 * multiply each patient's terms (SE not robust); a coefficient that runs to infinity (a group
 * without events) is given as ±∞ with a note, its likelihood-ratio test stays right; covariates
 * that add nothing are an error with their name. <b>Accuracy</b>: 1e-10 against R with tightened
 * control. <b>Source</b>: Cox, JRSS B 1972;34:187; Therneau, Grambsch, Modeling Survival Data,
 * 2000. R survival: {@code coxph}.
 */
public final class CoxRegression {

  private final List<String> covariates;
  private final boolean groups;
  private final CoxTies ties;
  private final double level;

  private CoxRegression(List<String> covariates, boolean groups, CoxTies ties, double level) {
    this.covariates = covariates;
    this.groups = groups;
    this.ties = ties;
    this.level = level;
  }

  /**
   * On covariates of the data; Efron's ties, 95 % intervals.
   *
   * @param covariates names as given to the data
   * @return the model
   */
  public static CoxRegression on(String... covariates) {
    return new CoxRegression(List.of(covariates), false, CoxTies.EFRON, 0.95);
  }

  /**
   * Each group against the first; Efron's ties, 95 % intervals.
   *
   * @return the model
   */
  public static CoxRegression betweenGroups() {
    return on().andGroups();
  }

  /**
   * The groups besides the covariates, each against the first.
   *
   * @return a new model
   */
  public CoxRegression andGroups() {
    return new CoxRegression(covariates, true, ties, level);
  }

  /**
   * Other handling of ties.
   *
   * @param newTies the handling
   * @return a new model
   */
  public CoxRegression ties(CoxTies newTies) {
    return new CoxRegression(covariates, groups, newTies, level);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public CoxRegression level(double newLevel) {
    return new CoxRegression(covariates, groups, ties, Interval.requireLevel(newLevel));
  }

  /**
   * Fits the model.
   *
   * @param data the data
   * @return the fit
   * @throws IllegalArgumentException when there is no covariate, no event, or a covariate adds
   *     nothing to the others
   */
  public CoxFit fit(SurvivalData data) {
    if (data.events() == 0) {
      throw new IllegalArgumentException(
          "Cannot fit the Cox model: events must be at least 1, was 0. Check the event column.");
    }
    CoxDesign design = CoxDesign.of(data, covariates, groups);
    if (design.names.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot fit the Cox model: covariates or groups must be at least one beyond the first,"
              + " was none. Name covariates of the data.");
    }
    CoxLikelihood likelihood = new CoxLikelihood(data, design, ties);
    return new CoxFit(data, design, ties, level, likelihood, CoxMaximum.of(likelihood, design));
  }
}
