package org.copse.heterogeneity;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Interval;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every estimator of tau², its standard error and intervals on 62 published tables. */
class Tau2GoldenTest {

  private static final double PROFILE = 1e-6;

  private static final Map<String, JsonNode> SETS =
      Golden.cases("sets").collect(Collectors.toMap(c -> c.get("name").asText(), c -> c));

  /** A table with its golden values. */
  record Table(JsonNode golden, double[] y, double[] v) {

    double scale() {
      return Arrays.stream(v).min().orElseThrow();
    }
  }

  static Stream<Named<Table>> tables() {
    return Golden.cases("tau2")
        .map(
            c -> {
              String name = c.get("name").asText();
              JsonNode set = SETS.get(name);
              return Named.of(name, new Table(c, doubles(set.get("yi")), doubles(set.get("vi"))));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void estimators(Table t) {
    for (Tau2Estimator estimator : Tau2Estimator.values()) {
      JsonNode expected = t.golden.get("estimates").get(estimator.name());
      String what = estimator.name();
      double tau2 = estimator.estimate(t.y, t.v);
      // an absolute floor of the last digits of the variances
      assertClose(what, expected.get("tau2"), tau2, 1e-9, 100 * t.scale());
      double error = estimator.standardError(t.y, t.v).orElseThrow();
      assertClose(what + " se", expected.get("se"), error, 1e-8, t.scale());
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void estimatorsWithSettings(Table t) {
    double[] weights = Arrays.stream(t.v).map(x -> 1 / Math.sqrt(x)).toArray();
    Tau2Method weighted = Tau2Method.generalisedQ(weights);
    JsonNode genq = t.golden.get("generalisedQ");
    double size = 100 * t.scale();
    assertClose("GENQ", genq.get("tau2"), weighted.estimate(t.y, t.v), 1e-11, size);
    double error = weighted.standardError(t.y, t.v).orElseThrow();
    assertClose("GENQ se", genq.get("se"), error, 1e-11, t.scale());
    JsonNode sj = t.golden.get("sidikJonkmanFrom");
    Tau2Method from = Tau2Method.sidikJonkman(sj.get("start").doubleValue());
    assertClose("SJ", sj.get("tau2"), from.estimate(t.y, t.v), Golden.CLOSED, size);
    Tau2Interval interval =
        Tau2Interval.of(Tau2IntervalMethod.GENERALISED_Q, weighted, t.y, t.v, 0.95);
    Tau2Interval jackson =
        Tau2Interval.of(Tau2IntervalMethod.JACKSON, Tau2Estimator.REML, t.y, t.v, 0.95);
    assertEquals(jackson.interval(), interval.interval());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void intervals(Table t) {
    check(t, Tau2IntervalMethod.Q_PROFILE, "qProfile", Golden.ITERATIVE);
    check(t, Tau2IntervalMethod.JACKSON, "jackson", PROFILE);
    check(t, Tau2IntervalMethod.BIGGERSTAFF_JACKSON, "biggerstaffJackson", PROFILE);
    check(t, Tau2IntervalMethod.PROFILE_LIKELIHOOD, "profileMl", Golden.ITERATIVE);
    check(t, Tau2IntervalMethod.PROFILE_RESTRICTED_LIKELIHOOD, "profileReml", Golden.ITERATIVE);
  }

  private static void check(Table t, Tau2IntervalMethod method, String field, double relative) {
    double[] expected = doubles(t.golden.get(field));
    Tau2Interval actual = Tau2Interval.of(method, Tau2Estimator.REML, t.y, t.v, 0.95);
    Interval bounds = actual.interval().orElseThrow();
    double size = 1e4 * t.scale();
    assertClose(method + " lower", expected[0], bounds.lower(), relative, size);
    assertClose(method + " upper", expected[1], bounds.upper(), relative, size);
    assertEquals(method, actual.method());
    assertEquals(expected[1] == 0, actual.note().isPresent(), method.name());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void derivedMeasures(Table t) {
    JsonNode expected = t.golden.get("measures");
    double tau2 = t.golden.get("estimates").get("REML").get("tau2").doubleValue();
    double scale = t.scale();
    assertClose(
        "Higgins-Thompson",
        expected.get("typicalVariance"),
        WithinStudyVariance.higginsThompson(t.v),
        1e-11,
        scale);
    assertClose(
        "harmonic",
        expected.get("harmonicVariance"),
        WithinStudyVariance.harmonicMean(t.v),
        1e-11,
        scale);
    assertClose(
        "implied",
        expected.get("impliedVariance"),
        WithinStudyVariance.impliedBy(tau2, t.v),
        1e-9,
        100 * tau2);
    assertClose("I2", expected.get("iSquared"), ISquared.fromTau2(tau2, t.v), 1e-11, 100);
    assertClose("H2", expected.get("hSquared"), ISquared.hSquaredFromTau2(tau2, t.v), 1e-11, 1);
    assertClose("RI", expected.get("rI"), ISquared.rI(tau2, t.v), 1e-11, 100);
    assertClose("Rb", expected.get("rB"), ISquared.rB(tau2, t.v), 1e-11, 100);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void intervalsOfTheOtherScalesFollow(Table t) {
    Tau2Interval interval =
        Tau2Interval.of(Tau2IntervalMethod.Q_PROFILE, Tau2Estimator.REML, t.y, t.v, 0.95);
    double upper = interval.interval().orElseThrow().upper();
    assertEquals(Math.sqrt(upper), interval.tau().orElseThrow().upper());
    double i2 = ISquared.fromTau2(upper, t.v);
    assertEquals(i2, interval.iSquared().orElseThrow().upper(), 1e-12 * i2);
    double h2 = ISquared.hSquaredFromTau2(upper, t.v);
    assertEquals(h2, interval.hSquared().orElseThrow().upper(), 1e-12 * h2);
    assertTrue(interval.interval().orElseThrow().lower() <= upper);
  }
}
