package org.copse.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobustVarianceTest {

  static Stream<JsonNode> cases() {
    return Golden.cases("survivalrobust");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fractionalWeightsGiveTheVarianceOfR(JsonNode golden) {
    KaplanMeierFit fit = KaplanMeier.of(SurvivalSets.columns(golden.get("data"), false).check());
    assertTrue(fit.isRobust());
    SurvivalCurve curve = fit.curve("all");
    double[] times = Golden.doubles(golden.get("times"));
    List<CurvePoint> points = curve.at(times);
    for (int i = 0; i < times.length; i++) {
      CurvePoint point = points.get(i);
      close(golden.get("survival").get(i), point.survival());
      close(golden.get("standardError").get(i), point.standardError());
      if (!golden.get("lower").get(i).isNull()) {
        Interval interval = point.interval().orElseThrow();
        close(golden.get("lower").get(i), OptionalDouble.of(interval.lower()));
        close(golden.get("upper").get(i), OptionalDouble.of(interval.upper()));
      }
    }
  }

  private static void close(JsonNode expected, OptionalDouble actual) {
    if (!expected.isNull()) {
      double e = expected.asDouble();
      assertEquals(e, actual.orElseThrow(), 1e-10 * Math.max(1e-3, Math.abs(e)));
    }
  }

  @Test
  void wholeWeightsKeepGreenwoodUnlessAskedOtherwise() {
    assertFalse(KaplanMeier.of(SurvivalSets.leukaemia()).isRobust());
    KaplanMeierFit robust = KaplanMeier.withDefaults().robust().fit(SurvivalSets.leukaemia());
    assertTrue(robust.notes().toString().contains("robust variance"));
    // without ties the two differ by little, with ties by Σ d/(n(n − d)) against its parts
    double greenwood =
        KaplanMeier.of(SurvivalSets.leukaemia())
            .curve("control")
            .at(8)
            .get(0)
            .standardError()
            .orElseThrow();
    double jackknife = robust.curve("control").at(8).get(0).standardError().orElseThrow();
    assertEquals(
        greenwood, jackknife, 1e-12, "all control patients had the event: both are S(1 − S)/n");
  }
}
