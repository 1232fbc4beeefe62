package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.RealMatrix;

/** A fitted Cox model. */
public final class CoxFit {

  private final SurvivalData data;
  private final CoxDesign design;
  private final CoxTies ties;
  private final double level;
  private final CoxLikelihood likelihood;
  private final CoxMaximum maximum;
  private final double logLikelihood;
  private final double wald;
  private final RealMatrix variance;

  CoxFit(
      SurvivalData data,
      CoxDesign design,
      CoxTies ties,
      double level,
      CoxLikelihood likelihood,
      CoxMaximum maximum) {
    this.data = data;
    this.design = design;
    this.ties = ties;
    this.level = level;
    this.maximum = maximum;
    this.likelihood = likelihood;
    this.logLikelihood = likelihood.logLikelihood;
    this.variance = CoxMaximum.inverse(likelihood.information);
    double sum = 0;
    for (int i = 0; i < maximum.beta.length; i++) {
      for (int j = 0; j < maximum.beta.length; j++) {
        sum += maximum.beta[i] * likelihood.information[i][j] * maximum.beta[j];
      }
    }
    this.wald = sum;
  }

  /**
   * Number of rows.
   *
   * @return patients
   */
  public int patients() {
    return data.size();
  }

  /**
   * Number of events.
   *
   * @return rows with an event
   */
  public int events() {
    return data.events();
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return level;
  }

  /**
   * The coefficients.
   *
   * @return one a covariate, then one a group beyond the first
   */
  public List<CoxCoefficient> coefficients() {
    List<CoxCoefficient> list = new ArrayList<>();
    for (int j = 0; j < design.names.size(); j++) {
      boolean infinite = maximum.infinite[j];
      list.add(
          new CoxCoefficient(
              design.names.get(j),
              infinite
                  ? Math.copySign(Double.POSITIVE_INFINITY, maximum.beta[j])
                  : maximum.beta[j] / design.deviations[j],
              infinite ? Double.POSITIVE_INFINITY : Math.sqrt(covariance(j, j)),
              level));
    }
    return List.copyOf(list);
  }

  /**
   * A coefficient by name.
   *
   * @param name covariate or group
   * @return the coefficient
   * @throws IllegalArgumentException when there is none of that name
   */
  public CoxCoefficient coefficient(String name) {
    return coefficients().stream()
        .filter(coefficient -> coefficient.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the coefficient: name must be one of %s, was '%s'. Check it."
                        .formatted(design.names, name)));
  }

  /**
   * Covariance of two coefficients.
   *
   * @param i number of a coefficient, 0 for the first
   * @param j number of a coefficient, 0 for the first
   * @return the element of the inverse information; without meaning for infinite coefficients
   */
  public double covariance(int i, int j) {
    return variance.getEntry(i, j) / (design.deviations[i] * design.deviations[j]);
  }

  /**
   * Log partial likelihood at the estimate (at its limit where monotone).
   *
   * @return the maximum
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /**
   * Log partial likelihood with all coefficients 0.
   *
   * @return its value
   */
  public double nullLogLikelihood() {
    return maximum.nullLogLikelihood;
  }

  /**
   * Likelihood-ratio test of all coefficients.
   *
   * @return the test; right where the likelihood is monotone too
   */
  public SurvivalTest likelihoodRatioTest() {
    return SurvivalTest.of(
        Math.max(0, 2 * (logLikelihood - maximum.nullLogLikelihood)), maximum.beta.length);
  }

  /**
   * Score test of all coefficients at 0: for groups and no ties the log-rank test.
   *
   * @return the test
   */
  public SurvivalTest scoreTest() {
    return SurvivalTest.of(maximum.scoreStatistic, maximum.beta.length);
  }

  /**
   * Wald test of all coefficients.
   *
   * @return absent where the likelihood is monotone
   */
  public Optional<SurvivalTest> waldTest() {
    return isMonotone()
        ? Optional.empty()
        : Optional.of(SurvivalTest.of(wald, maximum.beta.length));
  }

  /**
   * Whether some coefficient runs to infinity.
   *
   * @return true for a monotone likelihood
   */
  public boolean isMonotone() {
    for (boolean infinite : maximum.infinite) {
      if (infinite) {
        return true;
      }
    }
    return false;
  }

  /**
   * Test that hazards are proportional, by the score of an interaction with time.
   *
   * @param transform the function of time
   * @return absent where the likelihood is monotone or all events are at one time
   */
  public Optional<ProportionalHazards> proportionalHazards(TimeTransform transform) {
    return isMonotone()
        ? Optional.empty()
        : ProportionalHazards.of(data, likelihood, maximum.beta, design.names, transform);
  }

  /**
   * What a reader should know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(data.notes());
    notes.add("ties: " + ties);
    if (data.strata().size() > 1) {
      notes.add("stratified: %s strata".formatted(data.strata().size()));
    }
    for (int j = 0; j < maximum.infinite.length; j++) {
      if (maximum.infinite[j]) {
        notes.add(
            ("monotone likelihood: the coefficient of '%s' runs to %s, so it has no standard error"
                    + " and no Wald test; the likelihood-ratio and score tests hold")
                .formatted(design.names.get(j), maximum.beta[j] > 0 ? "+∞" : "−∞"));
      }
    }
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("Cox model, %s rows, %s events".formatted(data.size(), data.events()));
    coefficients().forEach(line -> text.append("\n  ").append(line));
    text.append("\n  Likelihood ratio ").append(likelihoodRatioTest());
    notes().forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
