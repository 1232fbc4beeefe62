package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventResult;
import org.copse.model.AdverseEvents;
import org.copse.model.ConfidenceMethod;
import org.copse.model.EventModel;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.MhCorrection;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every event of the review's two tables against R's meta and metafor, one call for all events. */
class AdverseEventsGoldenTest {

  private static final AdverseEventTrials ANY =
      events(Datasets.breastCancerAdverseEventsAnyGrade());
  private static final AdverseEventTrials SEVERE =
      events(Datasets.breastCancerAdverseEventsGrade34());

  private static AdverseEventTrials events(Table table) {
    return Trials.of(table)
        .study("report", "population")
        .leaveOutIncomplete()
        .adverseEvents("event")
        .grade("grade");
  }

  static Stream<JsonNode> cases() {
    return Golden.cases("adverse");
  }

  private static AdverseEventTrials trials(JsonNode golden) {
    return golden.get("file").asText().endsWith("any-grade") ? ANY : SEVERE;
  }

  private static AdverseEventResult pooled(
      JsonNode golden, AdverseEvents model, BinaryMeasure measure) {
    return model
        .fit(
            trials(golden)
                .binary(
                    "events_treatment_derived",
                    "total_treatment",
                    "events_control_derived",
                    "total_control")
                .as(measure))
        .result(golden.get("event").asText(), golden.get("grade").asText());
  }

  private static void same(String what, JsonNode expected, Fit fit) {
    close(what + " estimate", expected, "estimate", fit.estimate(), Golden.CLOSED);
    close(what + " se", expected, "se", fit.standardError(), Golden.CLOSED);
    close(what + " lower", expected, "lower", fit.interval().lower(), Golden.CLOSED);
    close(what + " upper", expected, "upper", fit.interval().upper(), Golden.CLOSED);
    close(what + " z", expected, "z", fit.test().statistic(), Golden.CLOSED);
    close(what + " p", expected, "p", fit.test().p(), 1e-10);
  }

  private static void close(
      String what, JsonNode expected, String name, double actual, double relative) {
    Golden.assertClose(what, expected.get(name).doubleValue(), actual, relative, 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void riskRatiosAsMeta(JsonNode golden) {
    AdverseEventResult result =
        pooled(golden, AdverseEvents.preset(Preset.META8), BinaryMeasure.RISK_RATIO);
    int complete = golden.get("complete").asInt();
    int counted = complete - golden.get("double_zero").asInt();
    assertEquals(counted, result.k());
    assertEquals(golden.get("rows").asInt() - counted, result.leftOut().size());
    assertEquals(golden.get("zero").asInt(), result.zeroCellStudies());
    assertEquals(golden.has("metabin"), result.fit().isPresent());
    if (result.fit().isPresent()) {
      Fit fit = result.fit().get();
      JsonNode expected = golden.get("metabin");
      assertEquals(expected.get("k").asInt(), fit.k());
      same("metabin", expected, fit);
      if (fit.k() > 1) {
        close("q", expected, "q", fit.heterogeneity().q(), Golden.CLOSED);
        close("q_p", expected, "q_p", fit.heterogeneity().p(), Golden.TAIL);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void uncorrectedSumsAndDifferencesAsMetafor(JsonNode golden) {
    if (golden.has("mh")) {
      AdverseEvents plain =
          AdverseEvents.preset(Preset.METAFOR5)
              .mantelHaenszel(MantelHaenszel.preset(Preset.METAFOR5).correction(MhCorrection.NONE));
      same(
          "mh",
          golden.get("mh"),
          pooled(golden, plain, BinaryMeasure.RISK_RATIO).fit().orElseThrow());
    }
    if (golden.has("rd")) {
      AdverseEvents metafor = AdverseEvents.preset(Preset.METAFOR5);
      AdverseEventResult result = pooled(golden, metafor, BinaryMeasure.RISK_DIFFERENCE);
      assertEquals(golden.get("complete").asInt(), result.k());
      same("rd", golden.get("rd"), result.fit().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void petoAsMetafor(JsonNode golden) {
    if (!golden.has("peto")) {
      return;
    }
    JsonNode expected = golden.get("peto");
    AdverseEvents defaults = AdverseEvents.withDefaults();
    AdverseEventResult peto = pooled(golden, defaults, BinaryMeasure.PETO_ODDS_RATIO);
    assertEquals(EventModel.PETO, peto.model());
    same("peto", expected, peto.fit().orElseThrow());
    if (peto.k() > 1) {
      close("q_p", expected, "q_p", peto.fit().get().heterogeneity().p(), 1e-10);
    }
    // beside risk ratios with a zero cell the same Peto odds ratio stands
    pooled(golden, defaults, BinaryMeasure.RISK_RATIO).zeroCellMethods().stream()
        .filter(m -> m.method() == EventModel.PETO)
        .forEach(m -> same("beside", expected, m.fit().orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void proportionsAsMetafor(JsonNode golden) {
    if (!golden.has("proportion")) {
      return;
    }
    RandomEffects settings =
        RandomEffects.withDefaults().tau2(Tau2Estimator.DL).interval(ConfidenceMethod.WALD);
    AdverseEventAnalysis analysis =
        AdverseEvents.withDefaults()
            .randomEffects(settings)
            .fit(
                trials(golden)
                    .proportion("events_treatment_derived", "total_treatment")
                    .as(ProportionMeasure.LOGIT_PROPORTION));
    AdverseEventResult result =
        analysis.result(golden.get("event").asText(), golden.get("grade").asText());
    assertEquals(golden.get("arms").asInt(), result.k());
    RandomEffectsFit fit = (RandomEffectsFit) result.fit().orElseThrow();
    JsonNode expected = golden.get("proportion");
    close("estimate", expected, "estimate", fit.estimate(), 1e-11);
    close("se", expected, "se", fit.standardError(), 1e-11);
    close("lower", expected, "lower", fit.interval().lower(), 1e-11);
    close("upper", expected, "upper", fit.interval().upper(), 1e-11);
    close("tau2", expected, "tau2", fit.tau2(), 1e-10);
  }
}
