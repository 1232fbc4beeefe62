package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;

/** A fitted meta-regression. Numbers are on the analysis scale unless said otherwise. */
public final class MetaRegressionFit {

  private final Effects effects;
  private final RegressionDesign design;
  private final MetaRegression settings;
  private final ResidualTau2 residual;
  private final double tau2;
  private final double tau2Alone;
  private final double factor;
  private final RegressionInference inference;

  MetaRegressionFit(Effects effects, RegressionDesign design, MetaRegression settings) {
    this.effects = effects;
    this.design = design;
    this.settings = settings;
    double[] y = Arrays.stream(design.rows()).mapToDouble(effects::estimate).toArray();
    double[] v = Arrays.stream(design.rows()).mapToDouble(effects::variance).toArray();
    this.residual = new ResidualTau2(design.columns(), y, v);
    ResidualTau2 alone = new ResidualTau2(new double[][] {design.columns()[0]}, y, v);
    this.tau2 = settings.given().orElseGet(() -> residual.estimate(settings.estimator()));
    this.tau2Alone = settings.given().orElseGet(() -> alone.estimate(settings.estimator()));
    WeightedDesign fitted = residual.at(tau2);
    double spread = fitted.residualSum() / residualDf();
    this.factor =
        switch (settings.test()) {
          case HARTUNG_KNAPP -> spread;
          case HARTUNG_KNAPP_SE -> Math.max(1, spread);
          default -> 1;
        };
    boolean normal = settings.test() == ConfidenceMethod.WALD;
    double df = normal ? Double.POSITIVE_INFINITY : residualDf();
    this.inference = new RegressionInference(fitted, factor, df, settings.confidence());
  }

  /**
   * The effects that were regressed.
   *
   * @return all, also those left out
   */
  public Effects effects() {
    return effects;
  }

  /**
   * Names of the moderators.
   *
   * @return in the order given
   */
  public List<String> moderators() {
    return design.terms().stream().map(RegressionDesign.Term::name).toList();
  }

  /**
   * Values of a moderator.
   *
   * @param moderator its name
   * @return the categories, the reference first; empty for a numeric moderator
   */
  public List<String> categories(String moderator) {
    return design.terms().stream()
        .filter(t -> t.name().equals(moderator))
        .findFirst()
        .orElseThrow()
        .categories();
  }

  /**
   * Number of studies used.
   *
   * @return k
   */
  public int k() {
    return design.rows().length;
  }

  /**
   * Indices of the studies used.
   *
   * @return rows of {@link #effects()}
   */
  public List<Integer> rows() {
    return Arrays.stream(design.rows()).boxed().toList();
  }

  /**
   * Degrees of freedom left: k − p.
   *
   * @return at least 1
   */
  public int residualDf() {
    return k() - design.names().size();
  }

  /**
   * Residual heterogeneity.
   *
   * @return τ² ≥ 0
   */
  public double tau2() {
    return tau2;
  }

  /**
   * How τ² was estimated.
   *
   * @return the estimator; empty where it was given
   */
  public Optional<Tau2Estimator> tau2Estimator() {
    return settings.given().isPresent() ? Optional.empty() : Optional.of(settings.estimator());
  }

  /**
   * Standard error of τ².
   *
   * @return for ML and REML; else empty
   */
  public OptionalDouble tau2StandardError() {
    return settings.given().isPresent()
        ? OptionalDouble.empty()
        : residual.standardError(settings.estimator(), tau2);
  }

  /**
   * Q-profile interval of τ².
   *
   * @return the interval; empty where τ² was given
   */
  public Optional<Interval> tau2Interval() {
    return settings.given().isPresent()
        ? Optional.empty()
        : Optional.of(residual.interval(level()));
  }

  /**
   * Share of the heterogeneity that the moderators explain: 100 (τ₀² − τ²)/τ₀², at least 0.
   *
   * @return percent; empty where there is none without moderators, or τ² was given
   */
  public OptionalDouble rSquared() {
    return settings.given().isPresent() || tau2Alone == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100 * Math.max(0, (tau2Alone - tau2) / tau2Alone));
  }

  /**
   * Residual I²: 100 τ²/(τ² + s²) with the typical variance s² = (k − p)/tr P.
   *
   * @return percent
   */
  public double iSquared() {
    return 100 * tau2 / (tau2 + typicalVariance());
  }

  /**
   * Residual H² = τ²/s² + 1.
   *
   * @return at least 1
   */
  public double hSquared() {
    return tau2 / typicalVariance() + 1;
  }

  private double typicalVariance() {
    return residualDf() / residual.at(0).trace();
  }

  /**
   * Test of the residual heterogeneity: Q_E with weights 1/v.
   *
   * @return Q_E, k − p, p
   */
  public Heterogeneity residualHeterogeneity() {
    double q = residual.at(0).residualSum();
    double p = ChiSquaredDistribution.of(residualDf()).survivalProbability(q);
    return new Heterogeneity(q, residualDf(), p, QCentre.INVERSE_VARIANCE);
  }

  /**
   * Log-likelihood.
   *
   * @return restricted for REML, else of ML at this τ²
   */
  public double logLikelihood() {
    return residual.logLikelihood(tau2, settings.estimator() == Tau2Estimator.REML);
  }

  /**
   * The coefficients.
   *
   * @return the intercept first
   */
  public List<RegressionCoefficient> coefficients() {
    return inference.coefficients(design.names());
  }

  /**
   * A coefficient by name.
   *
   * @param name as in {@link #coefficients()}
   * @return the coefficient
   * @throws IllegalArgumentException when there is none of that name
   */
  public RegressionCoefficient coefficient(String name) {
    return coefficients().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find a coefficient: the name must be one of %s, was '%s'. Choose one of them."
                        .formatted(design.names(), name)));
  }

  /**
   * Omnibus test of the moderators: Q_M (χ²) with Wald's tests, else F.
   *
   * @return the test
   */
  public ModeratorTest moderatorTest() {
    return inference.test(1, design.names().size());
  }

  /**
   * Test of one moderator, all its categories together.
   *
   * @param moderator its name
   * @return the test
   */
  public ModeratorTest moderatorTest(String moderator) {
    int from = 1;
    for (RegressionDesign.Term term : design.terms()) {
      int size = term.isNumeric() ? 1 : term.categories().size() - 1;
      if (term.name().equals(moderator)) {
        return inference.test(from, from + size);
      }
      from += size;
    }
    throw new IllegalArgumentException(
        "Cannot test a moderator: it must be one of %s, was '%s'. Choose one of them."
            .formatted(moderators(), moderator));
  }

  /**
   * The expected effect at values of the moderators.
   *
   * @param values one for each moderator in order: a number, or the name of a category
   * @return estimate, confidence and prediction interval
   * @throws IllegalArgumentException for a wrong number of values, or one that is no value of its
   *     moderator
   */
  public RegressionPrediction predict(Object... values) {
    return inference.at(design.row(values), tau2, effects);
  }

  /**
   * Expected effect of a study used.
   *
   * @param study a row of {@link #rows()}
   * @return on the analysis scale
   */
  public double fitted(int study) {
    int at = Arrays.binarySearch(design.rows(), study);
    return inference.expected(
        Arrays.stream(design.columns()).mapToDouble(column -> column[at]).toArray());
  }

  /**
   * Weight of a study.
   *
   * @param study a row of the effects
   * @return percent of all 1/(v + τ²); 0 for a study left out
   */
  public double weight(int study) {
    double[] weights = residual.weights(tau2);
    int at = Arrays.binarySearch(design.rows(), study);
    return at < 0 ? 0 : 100 * weights[at] / Arrays.stream(weights).sum();
  }

  /**
   * A numeric moderator's values.
   *
   * @param moderator its name
   * @return one for each study of {@link #effects()}
   * @throws IllegalArgumentException when it is not numeric
   */
  public Moderator.Numeric numbers(String moderator) {
    if (categories(moderator).isEmpty()
        && effects.studies().moderator(moderator) instanceof Moderator.Numeric numbers) {
      return numbers;
    }
    throw new IllegalArgumentException(
        "Cannot take numbers of moderator '%s': it must be numeric, was categories %s. Choose another."
            .formatted(moderator, categories(moderator)));
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return settings.confidence();
  }

  /**
   * What was done, in words.
   *
   * @return sentences
   */
  public List<String> methods() {
    String heterogeneity =
        tau2Estimator().map(e -> "τ² by " + e.label() + " (" + e.name() + ").").orElse("τ² given.");
    String test =
        switch (settings.test()) {
          case WALD -> "Tests by the normal distribution.";
          case T -> "Tests by t, %s df.".formatted(residualDf());
          case HARTUNG_KNAPP_SE ->
              "Tests of Knapp and Hartung (t, %s df), standard errors not below Wald's."
                  .formatted(residualDf());
          default -> "Tests of Knapp and Hartung (t, %s df).".formatted(residualDf());
        };
    return List.of("Mixed-effects meta-regression.", heterogeneity, test);
  }

  /**
   * What was left out or must be kept in mind.
   *
   * @return the notes; those of the effects too
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(effects.notes());
    if (!design.left().isEmpty()) {
      notes.add(
          "%s of %s studies left out, without an effect or a value of %s: %s."
              .formatted(
                  design.left().size(),
                  effects.size(),
                  String.join(" or ", moderators()),
                  String.join(", ", design.left())));
    }
    if (k() < 10 * (design.names().size() - 1)) {
      notes.add(
          "%s studies for %s coefficients: fewer than ten for each are easily fitted by chance (Cochrane Handbook 10.11.4)."
              .formatted(k(), design.names().size() - 1));
    }
    if (settings.test() == ConfidenceMethod.HARTUNG_KNAPP && factor < 1) {
      notes.add(
          "The factor of Knapp and Hartung is below 1: standard errors are smaller than Wald's.");
    }
    return notes;
  }

  @Override
  public String toString() {
    ModeratorTest test = moderatorTest();
    return "%s: k = %s, τ² = %.4g, %s = %.4g, p = %.4g"
        .formatted(settings, k(), tau2, test.symbol(), test.statistic(), test.p());
  }
}
