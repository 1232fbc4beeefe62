package org.copse.sensitivity;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.copse.Golden;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;

class InfluenceTest {

  private static final Map<String, JsonNode> SETS =
      Golden.cases("sets").collect(Collectors.toMap(c -> c.get("name").asText(), c -> c));

  private static Fit fit(double[] y, double[] v, String method) {
    List<String> labels = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      labels.add("Study " + i);
      data.add(new Reported(y[i], Math.sqrt(v[i]), "given"));
    }
    ReportedEffects effects =
        ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.of(labels), data);
    return method.equals("EE")
        ? CommonEffect.of(effects)
        : RandomEffects.withDefaults().tau2(Tau2Estimator.valueOf(method)).fit(effects);
  }

  private static Map<String, ToDoubleFunction<StudyInfluence>> columns() {
    Map<String, ToDoubleFunction<StudyInfluence>> columns = new LinkedHashMap<>();
    columns.put("rstudent", StudyInfluence::studentisedResidual);
    columns.put("dffits", StudyInfluence::dffits);
    columns.put("cook", StudyInfluence::cooksDistance);
    columns.put("cov", StudyInfluence::covarianceRatio);
    columns.put("tau2", StudyInfluence::tau2);
    columns.put("q", StudyInfluence::q);
    columns.put("hat", StudyInfluence::hat);
    columns.put("weight", StudyInfluence::weight);
    columns.put("dfbs", StudyInfluence::dfbetas);
    columns.put("x", StudyInfluence::contribution);
    columns.put("y", StudyInfluence::shift);
    return columns;
  }

  @Test
  void agreesWithR() {
    int cases = 0;
    int marked = 0;
    for (JsonNode c : (Iterable<JsonNode>) Golden.cases("influence")::iterator) {
      JsonNode set = SETS.get(c.get("name").asText());
      double[] y = Golden.doubles(set.get("yi"));
      double[] v = Golden.doubles(set.get("vi"));
      InfluenceAnalysis a = Influence.of(fit(y, v, c.get("method").asText()));
      cases++;
      for (var column : columns().entrySet()) {
        double[] expected = Golden.doubles(c.get(column.getKey()));
        double size = 0;
        for (double e : expected) {
          size = Math.max(size, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
          String what = c.get("name") + " " + c.get("method") + " " + column.getKey() + " " + i;
          double actual = column.getValue().applyAsDouble(a.studies().get(i));
          // a difference of nearly equal means loses digits where the study hardly matters
          assertClose(what, expected[i], actual, 1e-8, 1e5 * Math.max(size, 1e-8));
        }
      }
      for (int i = 0; i < y.length; i++) {
        boolean influential = c.get("influential").get(i).asBoolean();
        marked += influential ? 1 : 0;
        assertEquals(influential, a.studies().get(i).influential(), c.get("name") + " " + i);
      }
    }
    assertTrue(cases > 20 && marked > 5, cases + " " + marked);
  }

  @Test
  void contributionsOfACommonEffectAddUpToQ() {
    double[] y = {.1, .5, -.2, .9};
    double[] v = {.1, .2, .05, .3};
    Fit fit = fit(y, v, "EE");
    double sum = 0;
    for (StudyInfluence s : Influence.of(fit).studies()) {
      sum += s.contribution();
    }
    assertEquals(fit.heterogeneity().q(), sum, 1e-12);
  }

  @Test
  void needsThreeStudies() {
    Fit two = fit(new double[] {0, 1}, new double[] {1, 1}, "DL");
    String message =
        assertThrows(IllegalArgumentException.class, () -> Influence.of(two)).getMessage();
    assertTrue(message.contains("at least 3 studies"), message);
  }
}
