package org.copse.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Tau2Estimator;

/**
 * Meta-regression: how the effect changes with moderators of the studies, in a mixed-effects model.
 *
 * <p><b>Formula</b>: y = Xβ + u + e, u ~ N(0, τ²), e ~ N(0, v); β = (X′WX)⁻¹X′Wy with w = 1/(v +
 * τ²). Numeric moderators enter as they are, categorical ones as 0 and 1 against a reference.
 * <b>Units and scale</b>: the analysis scale, so a coefficient of a risk ratio is a difference of
 * logarithms. <b>Shapes</b>: k studies, p coefficients with the intercept, k &gt; p. <b>Edge
 * cases</b>: studies without an effect or without a value of a moderator are left out with a note;
 * a column that follows from others is an error that names it. <b>Accuracy</b>: 1e-8 relative to
 * metafor with tightened control; the highest of all maxima of the (restricted) likelihood.
 * <b>Source</b>: Raudenbush, in Cooper et al., Handbook of Research Synthesis, 2009, chapter 16;
 * Knapp and Hartung, Stat Med 2003;22:2693-2710; Berkey et al., Stat Med 1995;14:395-411. metafor:
 * {@code rma.uni(yi, vi, mods = ~ ...)}; R meta: {@code metareg}.
 */
public final class MetaRegression {

  private static final Set<ConfidenceMethod> TESTS =
      Set.of(
          ConfidenceMethod.WALD,
          ConfidenceMethod.T,
          ConfidenceMethod.HARTUNG_KNAPP,
          ConfidenceMethod.HARTUNG_KNAPP_SE);

  private final List<String> moderators;
  private final Map<String, String> references;
  private final Tau2Estimator tau2;
  private final OptionalDouble given;
  private final ConfidenceMethod test;
  private final double level;

  private MetaRegression(
      List<String> moderators,
      Map<String, String> references,
      Tau2Estimator tau2,
      OptionalDouble given,
      ConfidenceMethod test,
      double level) {
    this.moderators = List.copyOf(moderators);
    this.references = Map.copyOf(references);
    this.tau2 = tau2;
    this.given = given;
    this.test = test;
    this.level = level;
  }

  /**
   * A meta-regression on columns of the studies: REML, tests of Knapp and Hartung, 95 %.
   *
   * @param moderators names of moderators; several enter together
   * @return the configuration, to be applied to effects
   * @throws IllegalArgumentException when there is none, or one is named twice
   */
  public static MetaRegression on(String... moderators) {
    List<String> names = Arrays.asList(moderators);
    if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "Cannot fit a meta-regression: moderators must be at least one and named once, was %s. Give for example MetaRegression.on(\"year\")."
              .formatted(names));
    }
    return new MetaRegression(
        names,
        Map.of(),
        Tau2Estimator.REML,
        OptionalDouble.empty(),
        ConfidenceMethod.HARTUNG_KNAPP,
        0.95);
  }

  /**
   * Another estimator of the heterogeneity that the moderators leave.
   *
   * @param estimator REML unless said otherwise
   * @return a new configuration
   */
  public MetaRegression tau2(Tau2Estimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return new MetaRegression(
        moderators, references, estimator, OptionalDouble.empty(), test, level);
  }

  /**
   * tau² given instead of estimated; 0 is the common-effect regression.
   *
   * @param value at least 0
   * @return a new configuration
   * @throws IllegalArgumentException when negative or not finite
   */
  public MetaRegression givenTau2(double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "Cannot fit a meta-regression: tau² must be finite and at least 0, was %s. Give 0 for a common effect."
              .formatted(value));
    }
    return new MetaRegression(moderators, references, tau2, OptionalDouble.of(value), test, level);
  }

  /**
   * Tests and intervals of the coefficients.
   *
   * @param method {@code WALD} (z), {@code T}, {@code HARTUNG_KNAPP} (the default: t with k − p
   *     degrees of freedom, standard errors times √(y′Py/(k − p))) or {@code HARTUNG_KNAPP_SE} (the
   *     factor at least 1)
   * @return a new configuration
   * @throws IllegalArgumentException for another method
   */
  public MetaRegression interval(ConfidenceMethod method) {
    if (!TESTS.contains(method)) {
      throw new IllegalArgumentException(
          "Cannot test a meta-regression: the method must be WALD, T, HARTUNG_KNAPP or HARTUNG_KNAPP_SE, was %s. Choose one of them."
              .formatted(method));
    }
    return new MetaRegression(moderators, references, tau2, given, method, level);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new configuration
   */
  public MetaRegression level(double newLevel) {
    return new MetaRegression(
        moderators, references, tau2, given, test, Interval.requireLevel(newLevel));
  }

  /**
   * The category with which the others of a moderator are compared, the first in the alphabet
   * unless said otherwise; a numeric moderator becomes categories.
   *
   * @param moderator one of the moderators
   * @param category one of its values
   * @return a new configuration
   * @throws IllegalArgumentException when it is none of the moderators
   */
  public MetaRegression reference(String moderator, String category) {
    if (!moderators.contains(moderator)) {
      throw new IllegalArgumentException(
          "Cannot set a reference: the moderator must be one of %s, was '%s'. Name one of them."
              .formatted(moderators, moderator));
    }
    Map<String, String> more = new LinkedHashMap<>(references);
    more.put(moderator, Objects.requireNonNull(category, "category"));
    return new MetaRegression(moderators, more, tau2, given, test, level);
  }

  /**
   * Fits the model.
   *
   * @param effects effects of studies with these moderators
   * @return the fit
   * @throws IllegalArgumentException for an unknown moderator, when there are no more studies than
   *     coefficients, or naming a coefficient that follows from others
   */
  public MetaRegressionFit of(Effects effects) {
    return new MetaRegressionFit(
        effects, new RegressionDesign(effects, moderators, references), this);
  }

  Tau2Estimator estimator() {
    return tau2;
  }

  OptionalDouble given() {
    return given;
  }

  ConfidenceMethod test() {
    return test;
  }

  double confidence() {
    return level;
  }

  @Override
  public String toString() {
    return "Meta-regression on " + String.join(", ", moderators);
  }
}
