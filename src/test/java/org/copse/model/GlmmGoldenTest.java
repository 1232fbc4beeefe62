package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Rate;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mixed models of counts against metafor, and against the same likelihoods by dense quadrature. */
class GlmmGoldenTest {

  static Stream<Arguments> fits() {
    return Stream.concat(Golden.cases("glmm"), Golden.cases("glmmsets"))
        .flatMap(
            c ->
                StreamSupport.stream(c.get("fits").spliterator(), false)
                    .map(
                        f ->
                            Arguments.of(
                                c.get("name").asText()
                                    + ", "
                                    + f.get("model").asText()
                                    + ", coding "
                                    + f.get("coding").asText(),
                                c,
                                f)));
  }

  static Effects effects(JsonNode c) {
    return switch (c.get("kind").asText()) {
      case "OR" -> {
        double[][] x = columns(c, "ai", "n1i", "ci", "n2i");
        yield BinaryEffects.of(
            BinaryMeasure.ODDS_RATIO,
            studies(x[0].length),
            rows(x, i -> new TwoByTwo(x[0][i], x[1][i], x[2][i], x[3][i])));
      }
      case "IRR" -> {
        double[][] x = columns(c, "x1i", "t1i", "x2i", "t2i");
        yield RateEffects.of(
            RateMeasure.INCIDENCE_RATE_RATIO,
            studies(x[0].length),
            rows(x, i -> new TwoRates(x[0][i], x[1][i], x[2][i], x[3][i])));
      }
      case "PLO" -> {
        double[][] x = columns(c, "xi", "ni");
        yield ProportionEffects.of(
            ProportionMeasure.LOGIT_PROPORTION,
            studies(x[0].length),
            rows(x, i -> new Proportion(x[0][i], x[1][i])));
      }
      default -> {
        double[][] x = columns(c, "xi", "ti");
        yield SingleRateEffects.of(
            SingleRateMeasure.LOG_RATE,
            studies(x[0].length),
            rows(x, i -> new Rate(x[0][i], x[1][i])));
      }
    };
  }

  private static double[][] columns(JsonNode c, String... names) {
    return Stream.of(names).map(n -> Golden.doubles(c.get(n))).toArray(double[][]::new);
  }

  private static <T> List<T> rows(double[][] x, java.util.function.IntFunction<T> row) {
    return IntStream.range(0, x[0].length).mapToObj(row).toList();
  }

  static Studies studies(int k) {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= k; i++) {
      labels.add("Study " + i);
    }
    return Studies.of(labels);
  }

  static Glmm model(JsonNode f) {
    GlmmModel model =
        Stream.of(GlmmModel.values())
            .filter(m -> m.code().equals(f.get("model").asText()))
            .findFirst()
            .orElse(GlmmModel.CONDITIONAL_EXACT);
    double coding = f.get("coding").doubleValue();
    return Glmm.withDefaults()
        .model(model)
        .coding(
            coding == 0.5 ? GlmmCoding.HALF : coding == 1 ? GlmmCoding.ARM_1 : GlmmCoding.ARM_2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fits")
  void isTheMaximumOfTheLikelihood(String name, JsonNode c, JsonNode f) {
    GlmmFit fit = model(f).fit(effects(c));
    JsonNode r = f.get("reference");
    close("estimate", r.get("estimate"), fit.estimate(), 1e-5);
    close("tau2", r.get("tau2"), fit.tau2(), 2e-5);
    if (r.has("sigma2")) {
      close("sigma2", r.get("sigma2"), fit.sigma2().orElseThrow(), 2e-5);
    }
    close("log-likelihood", r.get("logLik"), fit.logLikelihood(), 2e-9);
    assertTrue(
        fit.logLikelihood() >= r.get("logLikAtMetafor").doubleValue() - 1e-8,
        "log-likelihood below that at metafor's estimate");
    GlmmOptimum optimum = fit.optimum();
    assertEquals(0, optimum.thetaScore(), 1e-8, "score");
    if (optimum.tau2() > 0) {
      assertEquals(0, optimum.tau2Score() * optimum.tau2(), 1e-7, "score of tau2");
    } else {
      assertTrue(optimum.tau2Score() <= 1e-9, "score at the boundary");
    }
    assertTrue(fit.quadratureChange() <= 2e-9, "doubled points: " + fit.quadratureChange());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fits")
  void agreesWithMetafor(String name, JsonNode c, JsonNode f) {
    JsonNode m = f.get("metafor");
    GlmmFit fit = model(f).fit(effects(c));
    if (!f.get("common").isNull()) {
      JsonNode common = f.get("common");
      double approximate = f.get("model").asText().equals("UM.RS") ? 2e-2 : 1e-4;
      close("common", common.get("estimate"), fit.commonEffect().estimate(), approximate);
      close("common se", common.get("se"), fit.commonEffect().standardError(), approximate);
      close("common ll", common.get("logLik"), fit.commonEffect().logLikelihood(), approximate);
    }
    if (m.isNull()) {
      return;
    }
    // glmer takes one point (Laplace) where it has two random effects
    double tolerance = f.get("model").asText().equals("UM.RS") ? 5e-2 : 1e-4;
    if (name.startsWith("edge: every kind of zero, CM.EL")) {
      // metafor stops short of the maximum, see README
      tolerance = 0.1;
    } else if (name.startsWith("three, one zero cell, CM.EL")
        || name.startsWith("axfors2021 cq, CM.EL")) {
      tolerance = 5e-4;
    }
    assertEquals(m.get("k").asInt(), fit.k(), "k");
    close("estimate", m.get("estimate"), fit.estimate(), tolerance);
    close("se", m.get("se"), fit.standardError(), tolerance);
    close("lower", m.get("ciLower"), fit.interval().lower(), tolerance);
    close("upper", m.get("ciUpper"), fit.interval().upper(), tolerance);
    close("tau2", m.get("tau2"), fit.tau2(), 2 * tolerance);
    // where the maximum is at 0, metafor's exact model stops at a small tau2 beside it
    boolean beside = fit.tau2() == 0 && f.get("model").asText().equals("CM.EL");
    close("I2", m.get("iSquared"), fit.iSquared(), beside ? 1e-2 : 10 * tolerance);
    close("H2", m.get("hSquared"), fit.hSquared(), 2 * tolerance);
    close("lower", m.get("piLower"), fit.prediction().orElseThrow().interval().lower(), tolerance);
    if (!hasInfiniteEffect(c)) {
      // with an infinite effect metafor's value depends on where its iterations stop
      close("Q Wald", m.get("qWald"), fit.heterogeneityTests().wald(), tolerance);
    }
    if (!name.startsWith("double zero, UM.RS")) {
      // metafor finds no saturated model there
      close("Q LRT", m.get("qLrt"), fit.heterogeneityTests().likelihoodRatio(), tolerance);
      assertEquals(m.get("qDf").asInt(), fit.heterogeneityTests().df());
    }
  }

  /**
   * Whether a study's own effect is infinite, as it has an arm without events or with nothing else.
   */
  private static boolean hasInfiniteEffect(JsonNode c) {
    Effects effects = effects(c);
    for (int i = 0; i < effects.size(); i++) {
      boolean infinite =
          switch (c.get("kind").asText()) {
            case "OR" -> {
              TwoByTwo t = ((BinaryEffects) effects).counts(i);
              yield t.hasZeroCell() && !t.isUninformative();
            }
            case "IRR" -> {
              TwoRates r = ((RateEffects) effects).counts(i);
              yield Math.min(r.events1(), r.events2()) == 0;
            }
            case "PLO" -> {
              Proportion p = ((ProportionEffects) effects).proportion(i);
              yield p.events() == 0 || p.events() == p.total();
            }
            default -> ((SingleRateEffects) effects).rate(i).events() == 0;
          };
      if (infinite) {
        return true;
      }
    }
    return false;
  }

  private static void close(String what, JsonNode expected, double actual, double tolerance) {
    double e = expected.doubleValue();
    assertEquals(e, actual, tolerance * Math.max(1, Math.abs(e)), what);
  }
}
