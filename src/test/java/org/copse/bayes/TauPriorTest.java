package org.copse.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Priors of τ: the published tables, and the laws of a distribution. */
final class TauPriorTest {

  private static final double[] VARIANCES = {0.04, 0.1, 1e-3};

  static Stream<JsonNode> empirical() {
    return Golden.cases("bayespriors");
  }

  @ParameterizedTest
  @MethodSource("empirical")
  void empiricalPriorsAreThoseOfBayesmeta(JsonNode c) {
    InterventionComparison comparison =
        InterventionComparison.values()[c.get("comparison").intValue()];
    int outcome = c.get("outcome").intValue();
    TauPrior prior =
        c.get("source").asText().equals("turner2015")
            ? TauPrior.turner2015(TurnerOutcome.values()[outcome], comparison)
            : TauPrior.rhodes2015(
                RhodesOutcome.values()[outcome],
                comparison,
                MedicalArea.values()[c.get("area").intValue()]);
    TauDistribution d = prior.distribution();
    Golden.assertClose("median", c.get("median"), d.median(), 1e-12, 1);
    Golden.assertClose("95 %", c.get("quantile95"), d.quantile(0.95), 1e-10, 1);
    Golden.assertClose("density", c.get("density"), d.density(0.3), 1e-11, 1);
  }

  @Test
  void turner2012HasNineSettings() {
    // the abstract of Turner et al. 2012: log-normal(-2.13, 1.58²) for tau², median 0.12
    double median =
        TauPrior.turner2012(
                Turner2012Outcome.SUBJECTIVE, InterventionComparison.PHARMACOLOGICAL_VS_PLACEBO)
            .distribution()
            .median();
    assertEquals(0.12, median * median, 0.005);
    assertEquals(-2.13, 2 * Math.log(median), 1e-12);
    double[] mortality = {-4.27, -3.93, -4.06, -3.93, -3.93};
    for (InterventionComparison comparison : InterventionComparison.values()) {
      TauPrior prior = TauPrior.turner2012(Turner2012Outcome.ALL_CAUSE_MORTALITY, comparison);
      assertEquals(
          mortality[comparison.ordinal()], 2 * Math.log(prior.distribution().median()), 1e-12);
      assertTrue(prior.label().contains(comparison.label()), prior.label());
    }
    double[] parameters =
        Turner2012Outcome.SEMI_OBJECTIVE.parameters(
            InterventionComparison.PHARMACOLOGICAL_VS_PHARMACOLOGICAL);
    assertEquals(List.of(-3.23, 1.88), List.of(parameters[0], parameters[1]));
  }

  static Stream<TauPrior> proper() {
    return Stream.of(
        TauPrior.halfNormal(0.5),
        TauPrior.halfNormal(1e-6),
        TauPrior.halfCauchy(0.5),
        TauPrior.halfT(3, 2),
        TauPrior.halfT(0.5, 2),
        TauPrior.exponential(2),
        TauPrior.uniform(3),
        TauPrior.logNormal(-1.28, 0.87),
        TauPrior.logT(5, -1.72, 1.295),
        TauPrior.lomax(2, 0.3),
        TauPrior.duMouchel(),
        TauPrior.uniformShrinkage(),
        TauPrior.uniformISquared(),
        TauPrior.conventional());
  }

  @ParameterizedTest
  @MethodSource("proper")
  void quantilesInvertProbabilitiesAndDensitiesAreTheirSlopes(TauPrior prior) {
    TauDistribution d = prior.distribution(VARIANCES);
    assertTrue(d.isProper());
    for (double p : new double[] {1e-6, 0.025, 0.5, 0.9, 0.999}) {
      double x = d.quantile(p);
      assertEquals(p, d.cdf(x), 1e-9 * p, prior.label());
      assertEquals(1 - p, d.survival(x), 1e-11, prior.label());
      double h = x * 1e-4;
      double numeric =
          (8 * (d.cdf(x + h) - d.cdf(x - h)) - (d.cdf(x + 2 * h) - d.cdf(x - 2 * h))) / (12 * h);
      assertEquals(1, numeric / d.density(x), 1e-6, prior.label());
      double slope =
          (8 * (d.logDensity(x + h) - d.logDensity(x - h))
                  - (d.logDensity(x + 2 * h) - d.logDensity(x - 2 * h)))
              / (12 * h);
      assertEquals(slope, d.slope(x), 1e-7 * (1 / x + Math.abs(slope)), prior.label());
    }
    assertEquals(0, d.cdf(0));
    assertEquals(1, d.survival(-1));
    assertEquals(0, d.density(-1));
    assertEquals(0, d.quantile(0));
    assertTrue(d.quantile(1) >= d.quantile(0.999));
  }

  @ParameterizedTest
  @MethodSource("proper")
  void aSmallMassKeepsItsDigits(TauPrior prior) {
    TauDistribution d = prior.distribution(VARIANCES);
    double x = d.quantile(1e-6) * 1e-4;
    double mass = d.massBelow(x);
    assertTrue(mass > 0 && mass < 1.1e-6, prior.label());
    assertEquals(1, d.inverseMassBelow(mass) / x, 1e-6, prior.label());
  }

  static Stream<TauPrior> improper() {
    return Stream.of(
        TauPrior.improperUniform(),
        TauPrior.improperUniformRoot(),
        TauPrior.jeffreys(),
        TauPrior.bergerDeely());
  }

  @ParameterizedTest
  @MethodSource("improper")
  void improperPriorsHaveADensityAndNoProbabilities(TauPrior prior) {
    TauDistribution d = prior.distribution(VARIANCES);
    assertFalse(d.isProper());
    assertTrue(d.density(0.3) > 0);
    assertEquals(
        "Cannot give a probability: the prior of τ must be proper, was improper. Ask for its density, or use a proper prior.",
        assertThrows(IllegalStateException.class, d::median).getMessage());
    double h = 1e-4;
    double slope = (d.logDensity(0.3 + h) - d.logDensity(0.3 - h)) / (2 * h);
    assertEquals(slope, d.slope(0.3), 1e-5);
    assertEquals(1, d.inverseMassBelow(d.massBelow(1e-9)) / 1e-9, 1e-6, prior.label());
  }

  @Test
  void jeffreysIsBergerDeelyForEqualVariances() {
    double[] equal = {0.2, 0.2, 0.2};
    TauDistribution jeffreys = TauPrior.jeffreys().distribution(equal);
    TauDistribution bergerDeely = TauPrior.bergerDeely().distribution(equal);
    double ratio = jeffreys.density(0.1) / bergerDeely.density(0.1);
    assertEquals(ratio, jeffreys.density(2) / bergerDeely.density(2), 1e-12);
  }

  @Test
  void messagesNameTheArgument() {
    assertEquals(
        "Cannot use the prior of τ: scale must be finite and above 0, was 0.0. Give it on the analysis scale of the effects.",
        message(() -> TauPrior.halfNormal(0)));
    assertTrue(message(() -> TauPrior.halfT(Double.NaN, 1)).contains("df must"));
    assertTrue(message(() -> TauPrior.logNormal(Double.NaN, 1)).contains("location must"));
    assertEquals(
        "Cannot give the DuMouchel prior: variances must be given, was none. Pass the sampling variances of the studies.",
        message(() -> TauPrior.duMouchel().distribution()));
    assertTrue(
        message(() -> TauPrior.uniformISquared().distribution(1)).contains("k must be at least 2"));
    assertTrue(
        message(() -> TauPrior.jeffreys().distribution(1, -1)).contains("each sampling variance"));
    assertEquals(
        "Cannot give a quantile: p must be between 0 and 1, was 2.0. Use 0.5 for the median.",
        message(() -> TauPrior.halfNormal(1).distribution().quantile(2)));
  }

  @Test
  void labelsNameTheParameters() {
    assertEquals("half-normal(0.5) prior for τ", TauPrior.halfNormal(0.5).toString());
    assertEquals("half-t(df = 3, 0.5)", TauPrior.halfT(3, 0.5).label());
    assertEquals("uniform(0, 10)", TauPrior.uniform(10).label());
  }

  private static String message(Runnable action) {
    return assertThrows(IllegalArgumentException.class, action::run).getMessage();
  }
}
