package org.copse.bayes;

import java.math.BigDecimal;
import java.util.function.Function;
import org.copse.heterogeneity.ISquared;

/**
 * The prior of the heterogeneity τ, the standard deviation between studies on the analysis scale.
 *
 * <p>Proper priors work for any number of studies: {@link #halfNormal}, {@link #halfCauchy}, {@link
 * #halfT}, {@link #exponential}, {@link #uniform}, {@link #logNormal}, {@link #logT}, {@link
 * #lomax}; from empirical evidence {@link #turner2012}, {@link #turner2015} and {@link
 * #rhodes2015}; scaled by the sampling variances of the data {@link #duMouchel}, {@link
 * #uniformShrinkage}, {@link #uniformISquared}, {@link #conventional}. Improper ones need enough
 * studies, two or three: {@link #improperUniform}, {@link #improperUniformRoot}, {@link #jeffreys},
 * {@link #bergerDeely}. <b>Source</b>: Röver, J Stat Softw 2020;93(6); Röver et al., Res Synth
 * Methods 2021;12:448-474, on which to choose: half-normal with scale 0.5 (or 1) for log odds
 * ratios and standardised mean differences. bayesmeta: {@code tau.prior}. Immutable.
 */
public final class TauPrior {

  private static final double RHODES_DF = 5;

  /** What effects an empirical prior was made from; none for the others. */
  enum Origin {
    ANY,
    LOG_ODDS_RATIO,
    STANDARDISED_MEAN_DIFFERENCE
  }

  private final String label;
  private final Origin origin;
  private final boolean needsVariances;
  private final Function<double[], TauDistribution> distribution;

  private TauPrior(
      String label,
      Origin origin,
      boolean needsVariances,
      Function<double[], TauDistribution> distribution) {
    this.label = label;
    this.origin = origin;
    this.needsVariances = needsVariances;
    this.distribution = distribution;
  }

  private static TauPrior fixed(String label, TauDistribution distribution) {
    return new TauPrior(label, Origin.ANY, false, variances -> distribution);
  }

  private static TauPrior scaled(String label, Function<double[], TauDistribution> of) {
    return new TauPrior(label, Origin.ANY, true, of);
  }

  static String text(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot use the prior of τ: %s must be finite and above 0, was %s. Give it on the analysis scale of the effects."
              .formatted(name, value));
    }
    return value;
  }

  /**
   * Half-normal: |N(0, scale²)|. Median 0.67 scale, 95 % below 1.96 scale.
   *
   * @param scale for example 0.5
   * @return the prior
   * @throws IllegalArgumentException when scale is not above 0
   */
  public static TauPrior halfNormal(double scale) {
    return fixed(
        "half-normal(" + text(positive("scale", scale)) + ")",
        new HalfT(Double.POSITIVE_INFINITY, scale));
  }

  /**
   * Half-Cauchy: |scale × Cauchy|. Median the scale; heavy tail, no mean.
   *
   * @param scale for example 0.5
   * @return the prior
   * @throws IllegalArgumentException when scale is not above 0
   */
  public static TauPrior halfCauchy(double scale) {
    return fixed("half-Cauchy(" + text(positive("scale", scale)) + ")", new HalfT(1, scale));
  }

  /**
   * Half-t: |scale × t|, between half-Cauchy (1 df) and half-normal (infinite df).
   *
   * @param df degrees of freedom
   * @param scale for example 0.5
   * @return the prior
   * @throws IllegalArgumentException when df or scale is not above 0
   */
  public static TauPrior halfT(double df, double scale) {
    String name =
        "half-t(df = %s, %s)".formatted(text(positive("df", df)), text(positive("scale", scale)));
    return fixed(name, new HalfT(df, scale));
  }

  /**
   * Exponential with a rate: mean 1/rate.
   *
   * @param rate for example 2, of mean 0.5
   * @return the prior
   * @throws IllegalArgumentException when rate is not above 0
   */
  public static TauPrior exponential(double rate) {
    return fixed("exponential(rate = " + text(positive("rate", rate)) + ")", new Exponential(rate));
  }

  /**
   * Uniform between 0 and a bound.
   *
   * @param bound largest τ held possible
   * @return the prior
   * @throws IllegalArgumentException when bound is not above 0
   */
  public static TauPrior uniform(double bound) {
    return fixed("uniform(0, " + text(positive("bound", bound)) + ")", new UniformTau(bound));
  }

  /**
   * Log-normal: ln τ ~ N(location, scale²). A log-normal of τ² has twice both.
   *
   * @param location mean of ln τ
   * @param scale standard deviation of ln τ
   * @return the prior
   * @throws IllegalArgumentException when location is not finite or scale not above 0
   */
  public static TauPrior logNormal(double location, double scale) {
    return fixed(
        "log-normal(%s, %s)".formatted(finite(location), text(positive("scale", scale))),
        new LogT(Double.POSITIVE_INFINITY, location, scale));
  }

  /**
   * Log-Student-t: ln τ = location + scale × t. Heavy tails on both sides: small values of τ have a
   * density without bound.
   *
   * @param df degrees of freedom
   * @param location median of ln τ
   * @param scale scale of ln τ
   * @return the prior
   * @throws IllegalArgumentException when location is not finite, or df or scale not above 0
   */
  public static TauPrior logT(double df, double location, double scale) {
    String name =
        "log-t(df = %s, %s, %s)"
            .formatted(text(positive("df", df)), finite(location), text(positive("scale", scale)));
    return fixed(name, new LogT(df, location, scale));
  }

  private static String finite(double location) {
    if (!Double.isFinite(location)) {
      throw new IllegalArgumentException(
          "Cannot use the prior of τ: location must be finite, was %s. Give the median of ln τ."
              .formatted(location));
    }
    return text(location);
  }

  /**
   * Lomax: p(τ) = shape/scale (1 + τ/scale)^(−shape − 1), heavy-tailed.
   *
   * @param shape 1 for the form of DuMouchel's prior
   * @param scale median for shape 1
   * @return the prior
   * @throws IllegalArgumentException when shape or scale is not above 0
   */
  public static TauPrior lomax(double shape, double scale) {
    String name =
        "Lomax(%s, %s)".formatted(text(positive("shape", shape)), text(positive("scale", scale)));
    return fixed(name, new Lomax(shape, scale));
  }

  private static TauPrior empirical(String name, Origin origin, double df, double[] ofTau2) {
    return new TauPrior(
        name, origin, false, variances -> new LogT(df, ofTau2[0] / 2, ofTau2[1] / 2));
  }

  /**
   * What 14,886 Cochrane meta-analyses say of the heterogeneity of log odds ratios, in nine
   * settings: log-normal for τ².
   *
   * <p><b>Source</b>: Turner et al., Int J Epidemiol 2012;41:818-827; {@link #turner2015} has finer
   * classes.
   *
   * @param outcome kind of outcome
   * @param comparison kind of interventions
   * @return the prior
   */
  public static TauPrior turner2012(Turner2012Outcome outcome, InterventionComparison comparison) {
    return empirical(
        "Turner 2012 log-normal (%s, %s)".formatted(outcome.label(), comparison.label()),
        Origin.LOG_ODDS_RATIO,
        Double.POSITIVE_INFINITY,
        outcome.parameters(comparison));
  }

  /**
   * What Cochrane meta-analyses say of the heterogeneity of log odds ratios, in 80 settings and in
   * general: log-normal for τ².
   *
   * <p><b>Source</b>: Turner et al., Stat Med 2015;34:984-998. bayesmeta: {@code TurnerEtAlPrior}.
   *
   * @param outcome kind of outcome
   * @param comparison kind of interventions
   * @return the prior
   */
  public static TauPrior turner2015(TurnerOutcome outcome, InterventionComparison comparison) {
    return empirical(
        "Turner 2015 log-normal (%s, %s)".formatted(outcome.label(), comparison.label()),
        Origin.LOG_ODDS_RATIO,
        Double.POSITIVE_INFINITY,
        outcome.parameters(comparison));
  }

  /**
   * What 6,492 Cochrane meta-analyses say of the heterogeneity of standardised mean differences:
   * log-Student-t with 5 df for τ².
   *
   * <p><b>Source</b>: Rhodes et al., J Clin Epidemiol 2015;68:52-60. bayesmeta: {@code
   * RhodesEtAlPrior}.
   *
   * @param outcome kind of outcome
   * @param comparison kind of interventions
   * @param area medical area
   * @return the prior
   */
  public static TauPrior rhodes2015(
      RhodesOutcome outcome, InterventionComparison comparison, MedicalArea area) {
    return empirical(
        "Rhodes 2015 log-t (%s, %s, %s)"
            .formatted(outcome.label(), comparison.label(), area.label()),
        Origin.STANDARDISED_MEAN_DIFFERENCE,
        RHODES_DF,
        outcome.parameters(comparison, area));
  }

  /**
   * DuMouchel's prior: s₀/(s₀ + τ)², s₀² the harmonic mean of the sampling variances. Proper,
   * median s₀.
   *
   * @return the prior
   */
  public static TauPrior duMouchel() {
    return scaled("DuMouchel", v -> new Lomax(1, Math.sqrt(SamplingVariances.harmonicMean(v))));
  }

  /**
   * Uniform shrinkage prior: s₀²/(s₀² + τ²) uniform between 0 and 1, s₀² the harmonic mean of the
   * sampling variances. Proper, median s₀.
   *
   * @return the prior
   */
  public static TauPrior uniformShrinkage() {
    return scaled(
        "uniform shrinkage", v -> new UniformShrinkage(SamplingVariances.harmonicMean(v)));
  }

  /**
   * Uniform prior of I² between 0 and 100 %, by the typical sampling variance of Higgins and
   * Thompson. Proper; needs 2 studies.
   *
   * @return the prior
   */
  public static TauPrior uniformISquared() {
    return scaled(
        "uniform I²",
        v -> {
          if (v.length < 2) {
            throw new IllegalArgumentException(
                "Cannot use the uniform prior of I²: k must be at least 2, was %s. Use TauPrior.uniformShrinkage()."
                    .formatted(v.length));
          }
          return new UniformShrinkage(ISquared.typicalVariance(v));
        });
  }

  /**
   * The conventional prior ∏[τ/(vᵢ + τ²)^(3/2)]^(1/k), normalised. Proper; made for tests of τ = 0.
   *
   * @return the prior
   */
  public static TauPrior conventional() {
    return scaled("conventional", ProductTau::conventional);
  }

  /**
   * Improper uniform prior on [0, ∞). The posterior is proper from 3 studies (2 with a normal prior
   * of μ); for so few it is wide.
   *
   * @return the prior
   */
  public static TauPrior improperUniform() {
    return scaled(
        "uniform (improper)", v -> new PowerTau(0, Math.sqrt(SamplingVariances.harmonicMean(v))));
  }

  /**
   * Improper prior uniform in √τ: p(τ) = 1/√τ. The posterior is proper from 2 studies.
   *
   * @return the prior
   */
  public static TauPrior improperUniformRoot() {
    return scaled(
        "uniform in √τ (improper)",
        v -> new PowerTau(-0.5, Math.sqrt(SamplingVariances.harmonicMean(v))));
  }

  /**
   * Jeffreys prior of τ with μ taken as a location parameter, √Σ[τ/(vᵢ + τ²)]²: improper. The
   * posterior is proper from 2 studies. Its mode is never at 0.
   *
   * @return the prior
   */
  public static TauPrior jeffreys() {
    return scaled("Jeffreys (improper)", Jeffreys::new);
  }

  /**
   * Berger and Deely's prior ∏[τ/(vᵢ + τ²)]^(1/k): improper; the Jeffreys prior when all variances
   * are equal.
   *
   * @return the prior
   */
  public static TauPrior bergerDeely() {
    return scaled("Berger-Deely (improper)", ProductTau::bergerDeely);
  }

  /**
   * The name with its parameters.
   *
   * @return for example "half-normal(0.5)"
   */
  public String label() {
    return label;
  }

  Origin origin() {
    return origin;
  }

  /**
   * The distribution, to ask for its quantiles, probabilities and density.
   *
   * @param variances sampling variances vᵢ of the studies; only the priors that are scaled by them,
   *     and the improper ones, need any
   * @return the distribution
   * @throws IllegalArgumentException when variances are needed and missing, or one is not above 0
   */
  public TauDistribution distribution(double... variances) {
    if (needsVariances && variances.length == 0) {
      throw new IllegalArgumentException(
          "Cannot give the %s prior: variances must be given, was none. Pass the sampling variances of the studies."
              .formatted(label));
    }
    for (double v : variances) {
      positive("each sampling variance", v);
    }
    return distribution.apply(variances.clone());
  }

  @Override
  public String toString() {
    return label + " prior for τ";
  }
}
