package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Fit;
import org.copse.model.MantelHaenszel;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;

/** Data sets and models over which the page's script is compared with Java. */
final class LiveCases {

  record Case(String name, Effects effects) {}

  private static final List<Tau2Estimator> ESTIMATORS =
      List.of(Tau2Estimator.REML, Tau2Estimator.DL, Tau2Estimator.PM);
  private static final List<ConfidenceMethod> INTERVALS =
      List.of(
          ConfidenceMethod.HARTUNG_KNAPP_OR_WALD,
          ConfidenceMethod.HARTUNG_KNAPP,
          ConfidenceMethod.WALD,
          ConfidenceMethod.T,
          ConfidenceMethod.HARTUNG_KNAPP_SE,
          ConfidenceMethod.HARTUNG_KNAPP_CI,
          ConfidenceMethod.HARTUNG_KNAPP_IQWIG6);
  private static final int MOST_STUDIES = 40;

  private LiveCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    Golden.cases("sets")
        .filter(set -> set.get("k").asInt() <= MOST_STUDIES)
        .forEach(set -> cases.add(new Case(set.get("name").asText(), reported(set))));
    Random random = new Random(20261121);
    for (BinaryMeasure measure :
        List.of(
            BinaryMeasure.ODDS_RATIO, BinaryMeasure.RISK_RATIO, BinaryMeasure.RISK_DIFFERENCE)) {
      for (int rare = 0; rare < 4; rare++) {
        cases.add(new Case(measure + " " + rare, tables(measure, rare, random)));
      }
    }
    for (ProportionMeasure measure :
        List.of(ProportionMeasure.FREEMAN_TUKEY_PROPORTION, ProportionMeasure.LOGIT_PROPORTION)) {
      cases.add(new Case(measure.name(), proportions(measure, random)));
    }
    return cases;
  }

  private static Effects reported(JsonNode set) {
    double[] y = Golden.doubles(set.get("yi"));
    double[] v = Golden.doubles(set.get("vi"));
    List<Reported> rows =
        IntStream.range(0, y.length)
            .mapToObj(i -> new Reported(y[i], Math.sqrt(v[i]), "given"))
            .toList();
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies(y.length), rows);
  }

  private static Studies studies(int k) {
    List<String> labels = IntStream.range(0, k).mapToObj(i -> "Study " + (i + 1)).toList();
    List<String> groups = IntStream.range(0, k).mapToObj(i -> "g" + i % 3).toList();
    double[] years = IntStream.range(0, k).mapToDouble(i -> 1990 + 7 * i % 31).toArray();
    return Studies.of(labels).withYears(years).withModerator("third", Moderator.of(groups));
  }

  private static Effects tables(BinaryMeasure measure, int rare, Random random) {
    int k = 8 + 5 * rare;
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      int n1 = 20 + random.nextInt(150);
      int n2 = 20 + random.nextInt(150);
      double risk = new double[] {0.3, 0.1, 0.03, 0.008}[rare];
      tables.add(new TwoByTwo(draw(n1, risk, random), n1, draw(n2, 1.5 * risk, random), n2));
    }
    tables.set(0, new TwoByTwo(3, 40, 5, 41));
    return BinaryEffects.of(measure, studies(k), tables);
  }

  /** Tables of many studies. */
  static Effects large(int k) {
    Random random = new Random(k);
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      int n = 50 + random.nextInt(500);
      double risk = 0.05 + 0.3 * random.nextDouble();
      tables.add(new TwoByTwo(1 + draw(n - 1, risk, random), n, 1 + draw(n - 1, 0.4, random), n));
    }
    return BinaryEffects.of(BinaryMeasure.ODDS_RATIO, studies(k), tables);
  }

  private static Effects proportions(ProportionMeasure measure, Random random) {
    List<Proportion> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int n = 20 + random.nextInt(150);
      rows.add(new Proportion(draw(n, 0.2, random), n));
    }
    return ProportionEffects.of(measure, studies(12), rows);
  }

  private static int draw(int n, double risk, Random random) {
    return (int) IntStream.range(0, n).filter(i -> random.nextDouble() < risk).count();
  }

  /** A model that the page can recompute, drawn at random. */
  static Fit fit(Effects effects, Random random) {
    boolean tables = LiveModels.hasTables(effects);
    int kind = random.nextInt(tables ? 10 : 7);
    if (kind == 0) {
      return CommonEffect.of(effects);
    }
    Preset[] presets = Preset.values();
    Preset preset = presets[random.nextInt(presets.length)];
    if (kind > 7) {
      return MantelHaenszel.preset(preset).level(0.9).fit((BinaryEffects) effects);
    }
    if (kind < 3) {
      return RandomEffects.preset(preset).fit(effects);
    }
    return RandomEffects.withDefaults()
        .tau2(ESTIMATORS.get(random.nextInt(ESTIMATORS.size())))
        .interval(INTERVALS.get(random.nextInt(INTERVALS.size())))
        .level(random.nextInt(4) == 0 ? 0.99 : 0.95)
        .fit(effects);
  }
}
