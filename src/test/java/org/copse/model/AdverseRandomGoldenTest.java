package org.copse.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.ArmChange;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationSweep;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables against R: adverse events of every model, net changes, the correlation varied. */
class AdverseRandomGoldenTest {

  private static final RandomEffects DL =
      RandomEffects.withDefaults().tau2(Tau2Estimator.DL).interval(ConfidenceMethod.WALD);

  static Stream<JsonNode> counts() {
    return Golden.cases("adverserandom").filter(c -> c.get("kind").asText().equals("counts"));
  }

  static Stream<JsonNode> changes() {
    return Golden.cases("adverserandom").filter(c -> c.get("kind").asText().equals("changes"));
  }

  private static Studies studies(int k) {
    return Studies.of(IntStream.range(0, k).mapToObj(i -> "s" + i).toList());
  }

  private static AdverseEventResult result(AdverseEvents model, Measure measure, Effects effects) {
    return model
        .fit(AdverseEventData.of(measure, List.of(AdverseEventRows.of("x", "any", effects))))
        .result("x", "any");
  }

  private static AdverseEventResult binary(
      JsonNode golden, AdverseEvents model, BinaryMeasure measure) {
    double[] a = Golden.doubles(golden.get("a"));
    double[] n1 = Golden.doubles(golden.get("n1"));
    double[] c = Golden.doubles(golden.get("c"));
    double[] n2 = Golden.doubles(golden.get("n2"));
    List<TwoByTwo> tables =
        IntStream.range(0, a.length).mapToObj(i -> new TwoByTwo(a[i], n1[i], c[i], n2[i])).toList();
    return result(model, measure, BinaryEffects.of(measure, studies(a.length), tables));
  }

  private static AdverseEventResult single(JsonNode golden, ProportionMeasure measure) {
    double[] a = Golden.doubles(golden.get("a"));
    double[] n1 = Golden.doubles(golden.get("n1"));
    List<Proportion> arms =
        IntStream.range(0, a.length).mapToObj(i -> new Proportion(a[i], n1[i])).toList();
    return result(
        AdverseEvents.withDefaults().randomEffects(DL),
        measure,
        ProportionEffects.of(measure, studies(a.length), arms));
  }

  private static void same(String what, JsonNode golden, JsonNode expected, Fit fit, double close) {
    String where = what + ", seed " + golden.get("seed") + " ";
    Golden.assertClose(where + "estimate", expected.get("estimate"), fit.estimate(), close, 1);
    Golden.assertClose(where + "se", expected.get("se"), fit.standardError(), close, 1);
    Golden.assertClose(where + "lower", expected.get("lower"), fit.interval().lower(), close, 1);
    Golden.assertClose(where + "upper", expected.get("upper"), fit.interval().upper(), close, 1);
    if (expected.has("p")) {
      Golden.assertClose(where + "p", expected.get("p"), fit.test().p(), 1e-9, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void eventsOfEveryModel(JsonNode golden) {
    AdverseEvents metafor = AdverseEvents.preset(Preset.METAFOR5);
    AdverseEvents meta = AdverseEvents.preset(Preset.META8);
    AdverseEvents defaults = AdverseEvents.withDefaults().randomEffects(DL);
    same(
        "RD",
        golden,
        golden.get("rd"),
        binary(golden, metafor, BinaryMeasure.RISK_DIFFERENCE).fit().orElseThrow(),
        1e-11);
    AdverseEventResult ratios = binary(golden, meta, BinaryMeasure.RISK_RATIO);
    assertEquals(golden.has("mh"), ratios.fit().isPresent());
    assertEquals(golden.get("double_zero").asInt(), ratios.leftOut().size());
    if (golden.has("mh")) {
      same("MH", golden, golden.get("mh"), ratios.fit().get(), 1e-11);
      same(
          "Peto",
          golden,
          golden.get("peto"),
          binary(golden, defaults, BinaryMeasure.PETO_ODDS_RATIO).fit().orElseThrow(),
          1e-11);
      for (EventModel model : List.of(EventModel.COMMON_EFFECT, EventModel.RANDOM_EFFECTS)) {
        String name = model == EventModel.COMMON_EFFECT ? "inverse" : "random";
        AdverseEventResult pooled = binary(golden, defaults.model(model), BinaryMeasure.RISK_RATIO);
        same(name, golden, golden.get(name), pooled.fit().orElseThrow(), 1e-10);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("counts")
  void proportionsOfSingleArms(JsonNode golden) {
    same(
        "logit",
        golden,
        golden.get("proportion"),
        single(golden, ProportionMeasure.LOGIT_PROPORTION).fit().orElseThrow(),
        1e-10);
    same(
        "Freeman-Tukey",
        golden,
        golden.get("freeman"),
        single(golden, ProportionMeasure.FREEMAN_TUKEY_PROPORTION).fit().orElseThrow(),
        1e-10);
  }

  private static ArmChange arm(JsonNode golden, int i, double r) {
    double sd = Golden.doubles(golden.get("sd"))[i];
    double n = Golden.doubles(golden.get("n"))[i];
    double change = Golden.doubles(golden.get("change"))[i];
    return Double.isNaN(sd)
        ? ArmChange.imputed(
            n,
            change,
            Golden.doubles(golden.get("before"))[i],
            Golden.doubles(golden.get("after"))[i],
            r)
        : ArmChange.printed(n, change, sd);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void netChangesAndTheirSweep(JsonNode golden) {
    List<NetChange> data = new ArrayList<>();
    for (int i = 0; i < golden.get("controlled").size(); i++) {
      ArmChange treated = arm(golden, 2 * i, 0.5);
      data.add(
          golden.get("controlled").get(i).asBoolean()
              ? NetChange.controlled(treated, arm(golden, 2 * i + 1, 0.5))
              : NetChange.singleArm(treated));
    }
    SummaryEffects<NetChange> effects =
        SummaryEffects.of(NetChangeMeasure.NET_CHANGE, studies(data.size()), data);
    double[] correlations = Golden.doubles(golden.get("correlations"));
    CorrelationAnalysis wald =
        CorrelationSweep.withDefaults().correlations(correlations).model(DL::fit).fit(effects);
    CorrelationAnalysis reml =
        CorrelationSweep.withDefaults()
            .correlations(correlations)
            .model(
                RandomEffects.withDefaults()
                        .tau2(Tau2Estimator.REML)
                        .interval(ConfidenceMethod.HARTUNG_KNAPP)
                    ::fit)
            .fit(effects);
    for (int s = 0; s < correlations.length; s++) {
      JsonNode expected = golden.get("fits").get(s);
      assertEquals(correlations[s], wald.steps().get(s).correlation());
      same("DL", golden, expected, wald.steps().get(s).fit(), 1e-11);
      // with one study Hartung and Knapp's interval has no degrees of freedom in R
      if (data.size() > 1) {
        same("REML", golden, expected.get("reml"), reml.steps().get(s).fit(), 1e-7);
      }
    }
  }
}
