package org.copse.survival;

import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CoxRegressionTest {

  private static final double R = 1e-10;

  private static final Map<String, TimeTransform> TRANSFORMS =
      Map.of(
          "KM",
          TimeTransform.KAPLAN_MEIER,
          "IDENTITY",
          TimeTransform.IDENTITY,
          "RANK",
          TimeTransform.RANK,
          "LOG",
          TimeTransform.LOG);

  @TestFactory
  Stream<DynamicTest> fitsAgreeWithCoxph() {
    return Golden.cases("survival_cox")
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get("name").asText() + " " + c.get("ties").asText(), () -> check(c)));
  }

  private static void check(JsonNode golden) {
    SurvivalColumns columns =
        SurvivalSets.columns(golden.get("data"), golden.get("stratified").asBoolean());
    List<String> names = Golden.texts(golden.get("covariates"));
    names.forEach(name -> columns.covariate(name, doubles(golden.get("data").get(name))));
    SurvivalData data = columns.check();
    CoxFit fit =
        CoxRegression.on(names.toArray(String[]::new))
            .ties(CoxTies.valueOf(golden.get("ties").asText()))
            .fit(data);
    double[] variance = doubles(golden.get("variance"));
    int p = names.size();
    for (int i = 0; i < p; i++) {
      CoxCoefficient line = fit.coefficients().get(i);
      assertClose("estimate", golden.get("estimate").get(i), line.estimate(), R, 1);
      assertClose("SE", golden.get("se").get(i), line.standardError(), R, 1);
      for (int j = 0; j < p; j++) {
        assertClose("variance", variance[i * p + j], fit.covariance(i, j), R, 1);
      }
    }
    assertClose("null", golden.get("loglik").get(0), fit.nullLogLikelihood(), R, 1);
    assertClose("log-likelihood", golden.get("loglik").get(1), fit.logLikelihood(), R, 1);
    assertClose("score", golden.get("score"), fit.scoreTest().statistic(), R, 1);
    assertClose("Wald", golden.get("wald"), fit.waldTest().get().statistic(), R, 1);
    assertClose("LR", golden.get("lr"), fit.likelihoodRatioTest().statistic(), R, 1000);
    golden
        .get("zph")
        .properties()
        .forEach(
            entry -> {
              ProportionalHazards zph =
                  fit.proportionalHazards(TRANSFORMS.get(entry.getKey())).get();
              double[] statistics = doubles(entry.getValue().get("chisq"));
              for (int i = 0; i < p; i++) {
                double found = zph.test(names.get(i)).statistic();
                assertClose(entry.getKey() + names.get(i), statistics[i], found, 1e-9, 100);
              }
              assertClose(entry.getKey(), statistics[p], zph.joint().statistic(), 1e-9, 100);
              assertClose("p", entry.getValue().get("p").get(p), zph.joint().p(), 1e-8, 1);
            });
  }

  @Test
  void groupsGiveTheHazardRatioOfTheTextbook() {
    CoxFit fit = CoxRegression.betweenGroups().ties(CoxTies.BRESLOW).fit(SurvivalSets.leukaemia());
    CoxCoefficient treated = fit.coefficient("6-MP");
    assertEquals(-1.509, treated.estimate(), 5e-4);
    assertEquals(treated.estimate(), treated.reported().estimate());
    assertTrue(treated.interval().contains(treated.hazardRatio()));
  }

  @Test
  void unitsAndOriginOfACovariateDoNotMatter() {
    double[] times = {4, 1, 6, 3, 7, 2, 9, 5};
    double[] events = {1, 1, 0, 1, 1, 1, 1, 0};
    double[] x = {2, 5, 1, 2.5, 3, 3.5, 0, 1};
    SurvivalData data =
        SurvivalData.columns()
            .times("t", times)
            .events("e", events)
            .covariate("x", x)
            .covariate("far", Arrays.stream(x).map(v -> 1e6 + 1000 * v).toArray())
            .check();
    double slope = CoxRegression.on("x").fit(data).coefficient("x").estimate();
    double far = CoxRegression.on("far").fit(data).coefficient("far").estimate();
    assertEquals(slope, 1000 * far, 1e-8 * Math.abs(slope));
  }

  @Test
  void groupWithoutEventsRunsToInfinityAndIsSaidSo() {
    SurvivalData data =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4, 5, 6},
            new double[] {1, 1, 0, 0, 0, 0},
            List.of("a", "a", "a", "b", "b", "b"));
    CoxFit fit = CoxRegression.betweenGroups().fit(data);
    assertTrue(fit.isMonotone());
    CoxCoefficient b = fit.coefficient("b");
    assertEquals(Double.NEGATIVE_INFINITY, b.estimate());
    assertEquals(0, b.hazardRatio());
    assertTrue(b.z().isEmpty() && fit.waldTest().isEmpty());
    assertTrue(fit.proportionalHazards(TimeTransform.RANK).isEmpty());
    assertTrue(fit.notes().toString().contains("monotone likelihood: the coefficient of 'b' runs"));
    assertThrows(IllegalArgumentException.class, b::reported);
    double limit = -Math.log(3) - Math.log(2);
    assertEquals(limit, fit.logLikelihood(), 1e-8, "only group a at risk");
    assertEquals(2 * (limit + Math.log(6 * 5)), fit.likelihoodRatioTest().statistic(), 1e-7);
  }

  @Test
  void whatCannotBeFittedIsNamed() {
    SurvivalColumns columns =
        SurvivalData.columns()
            .times("t", 1, 2, 3, 4)
            .events("e", 1, 1, 1, 0)
            .covariate("x", 1, 4, 2, 2)
            .covariate("twice", 2, 8, 4, 4)
            .covariate("same", 7, 7, 7, 7);
    SurvivalData data = columns.check();
    assertMessage("covariate 'twice' must vary", () -> CoxRegression.on("x", "twice").fit(data));
    assertMessage("covariate 'same' must vary", () -> CoxRegression.on("same").fit(data));
    assertMessage("name must be one of [x, twice, same]", () -> CoxRegression.on("y").fit(data));
    assertMessage("covariates or groups must be", () -> CoxRegression.betweenGroups().fit(data));
    SurvivalData none = columns.events("e", 0, 0, 0, 0).check();
    assertMessage("events must be at least 1, was 0", () -> CoxRegression.on("x").fit(none));
  }

  private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
