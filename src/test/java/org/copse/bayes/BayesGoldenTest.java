package org.copse.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.model.PlainEffects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Posteriors against brute force in R, and against bayesmeta at what its grid attains. */
final class BayesGoldenTest {

  private static final double BRUTE = 1e-8;

  /** Of a posterior standard deviation or interval: the error of bayesmeta's grid of τ. */
  private static final double BAYESMETA = 2e-3;

  private static final Map<String, JsonNode> SETS =
      Golden.cases("sets").collect(Collectors.toMap(s -> s.get("name").asText(), s -> s));

  static Stream<JsonNode> cases() {
    return Golden.cases("bayes");
  }

  static TauPrior prior(String kind, double[] a) {
    return switch (kind) {
      case "halfNormal" -> TauPrior.halfNormal(a[0]);
      case "halfCauchy" -> TauPrior.halfCauchy(a[0]);
      case "halfT" -> TauPrior.halfT(a[0], a[1]);
      case "exponential" -> TauPrior.exponential(a[0]);
      case "uniform" -> TauPrior.uniform(a[0]);
      case "logNormal" -> TauPrior.logNormal(a[0], a[1]);
      case "logT" -> TauPrior.logT(a[0], a[1], a[2]);
      case "lomax" -> TauPrior.lomax(a[0], a[1]);
      case "duMouchel" -> TauPrior.duMouchel();
      case "uniformShrinkage" -> TauPrior.uniformShrinkage();
      case "uniformISquared" -> TauPrior.uniformISquared();
      case "conventional" -> TauPrior.conventional();
      case "improperUniform" -> TauPrior.improperUniform();
      case "improperUniformRoot" -> TauPrior.improperUniformRoot();
      case "jeffreys" -> TauPrior.jeffreys();
      case "bergerDeely" -> TauPrior.bergerDeely();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static boolean present(JsonNode node) {
    return node != null && !node.isNull();
  }

  private static BayesianFit fit(JsonNode c) {
    double[] y;
    double[] v;
    if (present(c.get("yi"))) {
      y = Golden.doubles(c.get("yi"));
      v = Golden.doubles(c.get("vi"));
    } else {
      JsonNode set = SETS.get(c.get("set").asText());
      double[] rows = Golden.doubles(c.get("rows"));
      y = new double[rows.length];
      v = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        y[i] = set.get("yi").get((int) rows[i]).doubleValue();
        v[i] = set.get("vi").get((int) rows[i]).doubleValue();
      }
    }
    BayesianRandomEffects model =
        BayesianRandomEffects.withDefaults()
            .tauPrior(prior(c.get("prior").asText(), Golden.doubles(c.get("args"))))
            .level(c.get("level").doubleValue());
    if (present(c.get("effectPrior"))) {
      double[] p = Golden.doubles(c.get("effectPrior"));
      model = model.effectPrior(p[0], p[1]);
    }
    return model.fit(PlainEffects.of(y, v));
  }

  private static void optional(
      String what, JsonNode expected, OptionalDouble actual, double tolerance, double size) {
    assertEquals(present(expected), actual.isPresent(), what);
    if (actual.isPresent()) {
      close(what, expected, actual.getAsDouble(), tolerance, size);
    }
  }

  private static void close(
      String what, JsonNode expected, double actual, double tolerance, double size) {
    double difference = Math.abs(expected.doubleValue() - actual);
    double allowed = tolerance * Math.max(size, Math.abs(expected.doubleValue()));
    assertTrue(
        difference <= allowed,
        () ->
            "%s: expected %s, was %s, difference %.2g allowed %.2g"
                .formatted(what, expected, actual, difference, allowed));
  }

  private static void summary(
      String what, JsonNode expected, Posterior actual, double level, boolean heavy) {
    // a mean that only a power of a logarithm makes finite: both sums are cut off somewhere
    double moments = heavy ? 1e-5 : BRUTE;
    // an absolute floor for values near 0: the width of the distribution
    double size = expected.get("eqUpper").doubleValue() - expected.get("eqLower").doubleValue();
    close(what + " mode", expected.get("mode"), actual.mode(), BRUTE, size);
    close(what + " median", expected.get("median"), actual.median(), BRUTE, size);
    optional(what + " mean", expected.get("mean"), actual.mean(), moments, size);
    optional(what + " sd", expected.get("sd"), actual.sd(), moments, size);
    close(
        what + " eqLower", expected.get("eqLower"), actual.equalTailed(level).lower(), BRUTE, size);
    close(
        what + " eqUpper", expected.get("eqUpper"), actual.equalTailed(level).upper(), BRUTE, size);
    close(what + " lower", expected.get("lower"), actual.shortest(level).lower(), BRUTE, size);
    close(what + " upper", expected.get("upper"), actual.shortest(level).upper(), BRUTE, size);
    if (expected.has("below0")) {
      close(what + " below 0", expected.get("below0"), actual.cdf(0), BRUTE, 0.01);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithBruteForce(JsonNode c) {
    BayesianFit fit = fit(c);
    JsonNode brute = c.get("brute");
    double level = c.get("level").doubleValue();
    boolean heavy = c.get("prior").asText().equals("logT");
    summary("tau", brute.get("tau"), fit.tau(), level, heavy);
    summary("mu", brute.get("mu"), fit.mu(), level, heavy);
    summary("new study", brute.get("newStudy"), fit.newStudy(), level, heavy);
    summary("first study", brute.get("theta").get(0), fit.shrinkage(0), level, heavy);
    if (fit.k() > 1) {
      summary("last study", brute.get("theta").get(1), fit.shrinkage(fit.k() - 1), level, heavy);
      close("I2", brute.get("iSquaredMean"), fit.iSquaredMean().orElseThrow(), BRUTE, 1);
    }
    double[] weights = Golden.doubles(brute.get("weights"));
    for (int i = 0; i < weights.length; i++) {
      assertEquals(weights[i], fit.weight(i), 100 * BRUTE);
    }
    optional("log marginal", brute.get("logMarginal"), fit.logMarginalLikelihood(), BRUTE, 1);
    optional("tau = 0", brute.get("bayesFactorTauZero"), fit.bayesFactorTauZero(), BRUTE, 1e-6);
    optional("mu = 0", brute.get("bayesFactorMuZero"), fit.bayesFactorMuZero(), BRUTE, 0);
    JointMode mode = fit.jointMode();
    double size = fit.tau().median();
    close("joint mu", brute.get("jointMode").get("mu"), mode.mu(), BRUTE, size);
    close("joint tau", brute.get("jointMode").get("tau"), mode.tau(), BRUTE, size);
  }

  static Stream<JsonNode> withBayesmeta() {
    return cases().filter(c -> present(c.get("bayesmeta")));
  }

  private static void compare(String what, JsonNode expected, Posterior actual, double level) {
    double size = actual.equalTailed(level).width() / 4;
    assertEquals(expected.get("median").doubleValue(), actual.median(), BAYESMETA * size, what);
    assertEquals(
        expected.get("lower").doubleValue(),
        actual.shortest(level).lower(),
        4 * BAYESMETA * size,
        what + " lower");
    assertEquals(
        expected.get("upper").doubleValue(),
        actual.shortest(level).upper(),
        4 * BAYESMETA * size,
        what + " upper");
    if (actual.mean().isPresent() && actual.sd().isPresent()) {
      double mean = actual.mean().getAsDouble();
      assertEquals(expected.get("mean").doubleValue(), mean, BAYESMETA * size, what + " mean");
    }
  }

  @ParameterizedTest
  @MethodSource("withBayesmeta")
  void agreesWithBayesmeta(JsonNode c) {
    BayesianFit fit = fit(c);
    JsonNode expected = c.get("bayesmeta");
    double level = c.get("level").doubleValue();
    compare("tau", expected.get("tau"), fit.tau(), level);
    compare("mu", expected.get("mu"), fit.mu(), level);
    compare("new study", expected.get("newStudy"), fit.newStudy(), level);
    compare("first study", expected.get("theta").get(0), fit.shrinkage(0), level);
    if (present(expected.get("bayesFactorMuZero"))) {
      double factor = fit.bayesFactorMuZero().orElseThrow();
      assertEquals(expected.get("bayesFactorMuZero").doubleValue(), factor, 1e-4 * factor);
      factor = fit.bayesFactorTauZero().orElseThrow();
      assertEquals(expected.get("bayesFactorTauZero").doubleValue(), factor, 1e-4 * factor);
    }
  }
}
