package org.copse.sensitivity;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.copse.Golden.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.model.ConfidenceMethod;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that share patients, against R metafor's vcalc and rma.mv, and by their laws. */
class OverlapTest {

  static Stream<Arguments> cases() {
    return Golden.cases("overlap").map(c -> Arguments.of(c.get("name").asText(), c));
  }

  private static Effects effects(double[] y, double[] v, List<String> clusters) {
    List<Reported> data = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      data.add(new Reported(y[i], Math.sqrt(v[i]), "golden"));
      labels.add("row " + (i + 1));
    }
    return ReportedEffects.of(
        ReportedMeasure.GENERIC_DIFFERENCE, Studies.of(labels).withClusters(clusters), data);
  }

  private static Effects pfs() {
    return Trials.of(Datasets.breastCancerPfs())
        .study("report", "population")
        .year("year")
        .cluster("trial")
        .reported("hr", "ci_low", "ci_high")
        .as(ReportedMeasure.HAZARD_RATIO);
  }

  private static SharedCovariance covariance(JsonNode c) {
    String kind = c.get("kind").asText();
    if (kind.equals("correlation")) {
      return SharedCovariance.correlation(c.get("rho").asDouble());
    }
    if (kind.equals("arms")) {
      return SharedCovariance.armSizes("n1", "n2");
    }
    if (kind.equals("counts")) {
      return SharedCovariance.controlArm();
    }
    SharedCovariance patients = SharedCovariance.patients(c.get("rho").asDouble(), "n");
    double[] shared = doubles(c.get("shared"));
    int k = c.get("yi").size();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        if (c.get("cluster").get(i).equals(c.get("cluster").get(j))) {
          patients = patients.shared("row " + (i + 1), "row " + (j + 1), shared[i * k + j]);
        }
      }
    }
    return patients;
  }

  private static Effects data(JsonNode c) {
    List<String> clusters = texts(c.get("cluster"));
    if (c.get("kind").asText().equals("counts")) {
      double[] ai = doubles(c.get("ai"));
      double[] n1 = doubles(c.get("n1"));
      double[] ci = doubles(c.get("ci"));
      double[] n2 = doubles(c.get("n2"));
      List<TwoByTwo> counts =
          IntStream.range(0, ai.length)
              .mapToObj(i -> new TwoByTwo(ai[i], n1[i], ci[i], n2[i]))
              .toList();
      BinaryMeasure measure =
          switch (c.get("measure").asText()) {
            case "RR" -> BinaryMeasure.RISK_RATIO;
            case "OR" -> BinaryMeasure.ODDS_RATIO;
            default -> BinaryMeasure.RISK_DIFFERENCE;
          };
      Studies studies =
          Studies.of(IntStream.range(0, ai.length).mapToObj(i -> "row " + (i + 1)).toList());
      return BinaryEffects.of(measure, studies.withClusters(clusters), counts);
    }
    Effects plain = effects(doubles(c.get("yi")), doubles(c.get("vi")), clusters);
    Studies studies = plain.studies();
    for (String column : List.of("n", "n1", "n2")) {
      if (c.has(column)) {
        studies = studies.withModerator(column, Moderator.of(doubles(c.get(column))));
      }
    }
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      data.add(new Reported(plain.estimate(i), plain.standardError(i), "golden"));
    }
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, studies, data);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithMetafor(String name, JsonNode c) {
    Effects effects = data(c);
    SharedCovariance covariance = covariance(c);
    double[][] v = covariance.matrix(effects);
    double[] expected = doubles(c.get("V"));
    int k = effects.size();
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        assertClose("V " + i + " " + j, expected[i * k + j], v[i][j], CLOSED, 1e-2);
      }
    }
    for (OverlapHeterogeneity level : OverlapHeterogeneity.values()) {
      OverlapHandling shared =
          Overlap.withDefaults()
              .covariance(covariance)
              .heterogeneity(level)
              .fit(effects)
              .sharedPatients();
      check(name + " common", c.get("common"), shared.common().orElseThrow(), 1e-11);
      String field = level == OverlapHeterogeneity.BETWEEN_ROWS ? "rows" : "trials";
      check(name + " " + field, c.get(field), shared.random().orElseThrow(), 1e-8);
    }
  }

  private static void check(String what, JsonNode expected, OverlapFit fit, double relative) {
    assertClose(what, expected.get("estimate"), fit.estimate(), relative, 1);
    assertClose(what, expected.get("se"), fit.standardError(), relative, 1);
    assertClose(what, expected.get("ciLower"), fit.interval().lower(), relative, 10);
    assertClose(what, expected.get("ciUpper"), fit.interval().upper(), relative, 10);
    double p = expected.get("pValue").asDouble();
    assertClose(what + " p", p, fit.p(), relative * Math.max(10, -20 * Math.log(p)), 1);
    if (fit.tau2().isPresent()) {
      assertClose(what + " tau2", expected.get("tau2"), fit.tau2().getAsDouble(), relative, 1e-2);
    }
  }

  @Test
  void withoutCorrelationEverythingIsAsIndependentAndTheUsualModels() {
    Effects effects = pfs();
    OverlapAnalysis analysis = Overlap.of(effects);
    OverlapFit common = analysis.independent().common().orElseThrow();
    OverlapFit zero = analysis.sweep().get(0).handling().common().orElseThrow();
    assertEquals(common, zero);
    assertClose("μ", CommonEffect.of(effects).estimate(), common.estimate(), CLOSED, 1);
    assertClose("SE", CommonEffect.of(effects).standardError(), common.standardError(), CLOSED, 1);
    assertClose("Q", CommonEffect.of(effects).heterogeneity().q(), common.q(), CLOSED, 1);
    Effects spread =
        effects(
            new double[] {-1, 0.2, 0.5, 1.4},
            new double[] {.1, .2, .05, .3},
            List.of("", "", "", ""));
    RandomEffectsFit usual =
        RandomEffects.withDefaults()
            .tau2(Tau2Estimator.REML)
            .interval(ConfidenceMethod.WALD)
            .fit(spread);
    for (OverlapHandling handling : Overlap.of(spread).handlings()) {
      OverlapFit random = handling.random().orElseThrow();
      assertClose("τ²", usual.tau2(), random.tau2().getAsDouble(), 1e-9, 1);
      assertClose("lower", usual.interval().lower(), random.interval().lower(), 1e-9, 1);
    }
    assertTrue(Overlap.of(spread).notes().get(0).contains("No two rows belong to one trial"));
  }

  @Test
  void equalRowsTendToOneRow() {
    Effects twice =
        effects(
            new double[] {0.3, 0.3, 0.3, 1},
            new double[] {.04, .04, .04, .09},
            List.of("A", "A", "A", "B"));
    OverlapAnalysis analysis = Overlap.of(twice);
    OverlapFit one = analysis.oneRowATrial().common().orElseThrow();
    double before = Double.NEGATIVE_INFINITY;
    for (OverlapStep step : analysis.sweep()) {
      OverlapFit fit = step.handling().common().orElseThrow();
      assertTrue(fit.standardError() > before, "SE grows with the correlation");
      before = fit.standardError();
    }
    OverlapFit last = analysis.sweep().get(11).handling().common().orElseThrow();
    assertEquals(1, analysis.sweep().get(11).correlation());
    assertClose("μ", one.estimate(), last.estimate(), CLOSED, 1);
    assertClose("SE", one.standardError(), last.standardError(), CLOSED, 1);
    OverlapFit near =
        Overlap.withDefaults()
            .covariance(SharedCovariance.correlation(1 - 1e-8))
            .fit(twice)
            .sharedPatients()
            .common()
            .orElseThrow();
    assertClose("limit", one.estimate(), near.estimate(), 1e-7, 1);
  }

  @Test
  void weightsAsIfIndependentKeepTheEstimateAndWidenWithTheCorrelation() {
    Effects effects = pfs();
    CommonEffectFit usual = CommonEffect.of(effects);
    double before = 0;
    for (OverlapStep step : Overlap.of(effects).sweep()) {
      OverlapFit fit = step.handling().plainWeights().orElseThrow();
      assertClose("μ", usual.estimate(), fit.estimate(), CLOSED, 1);
      assertTrue(fit.standardError() > before);
      if (step.correlation() == 0) {
        assertClose("SE", usual.standardError(), fit.standardError(), CLOSED, 1);
      }
      before = fit.standardError();
    }
    // seven rows that correlate by 1 have the SE Σ√wᵢ/Σwᵢ within their trial
    double root = 0;
    double sum = 0;
    for (int i = 0; i < 7; i++) {
      root += 1 / effects.standardError(i);
      sum += 1 / effects.variance(i);
    }
    double other = 1 / effects.variance(7);
    assertClose("SE", Math.sqrt(root * root + other) / (sum + other), before, CLOSED, 1);
  }

  @Test
  void singularCovarianceSaysSo() {
    Effects effects = pfs();
    OverlapAnalysis analysis = Overlap.of(effects);
    assertTrue(analysis.sweep().get(11).handling().common().isEmpty());
    assertTrue(
        analysis.notes().stream()
            .anyMatch(
                n -> n.startsWith("Correlation 1.00: generalised least squares are not defined")));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Overlap.withDefaults().covariance(SharedCovariance.correlation(1)).fit(effects));
    assertTrue(error.getMessage().contains("must be positive definite"));
  }

  @Test
  void bolero2IsCountedFiveTimes() {
    OverlapAnalysis analysis =
        Overlap.withDefaults().patients("total_treatment", "total_control").fit(pfs());
    assertEquals(List.of(new OverlapCount("BOLERO-2", 7, 3620, 724)), analysis.counts());
    assertEquals(5, analysis.counts().get(0).times());
    assertTrue(
        analysis
            .notes()
            .contains(
                "BOLERO-2: 7 rows count 3,620 patients, the largest row has 724: each is counted 5.0 times on average."));
    // of three rows with 724 patients the most precise one
    assertEquals(
        List.of("Novartis 2012 all patients", "Bachelot 2012 all patients"),
        analysis.oneRowATrial().rows());
    OverlapFit alone = analysis.independent().common().orElseThrow();
    OverlapFit once = analysis.oneRowATrial().common().orElseThrow();
    assertTrue(once.standardError() > 1.8 * alone.standardError());
    assertTrue(
        analysis.sharedPatients().common().orElseThrow().standardError() > alone.standardError());
  }

  @Test
  void theRowKeptIsTheAnalystsChoice() {
    Effects effects = pfs();
    assertEquals(
        "Campone 2013 visceral metastases",
        Overlap.withDefaults().keep(OverlapRow.FIRST).fit(effects).oneRowATrial().rows().get(0));
    assertEquals(
        "Noguchi 2013 non-Asian",
        Overlap.withDefaults()
            .keep(OverlapRow.MOST_RECENT)
            .fit(effects)
            .oneRowATrial()
            .rows()
            .get(0));
    assertEquals(
        "Hortobagyi 2011 all patients",
        Overlap.withDefaults()
            .keepRows("Hortobagyi 2011 all patients")
            .fit(effects)
            .oneRowATrial()
            .rows()
            .get(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Overlap.withDefaults().keepRows("nobody").fit(effects));
    IllegalArgumentException two =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Overlap.withDefaults()
                    .keepRows("Hortobagyi 2011 all patients", "Noguchi 2013 Asian")
                    .fit(effects));
    assertTrue(two.getMessage().contains("must be at most 1 of 'BOLERO-2'"));
  }

  @Test
  void disjointSubgroupsDoNotCorrelate() {
    SharedCovariance patients =
        SharedCovariance.patients(0.8, "total_treatment", "total_control")
            .shared("Campone 2013 visceral metastases", "Campone 2013 no visceral metastases", 0);
    double[][] v = patients.matrix(pfs());
    assertEquals(0, v[0][1]);
    assertEquals(0.8 * Math.sqrt(406.0 / 724) * Math.sqrt(v[0][0] * v[2][2]), v[0][2], 1e-15);
    IllegalArgumentException more =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                patients
                    .shared("Campone 2013 visceral metastases", "Baselga 2012 all patients", 500)
                    .matrix(pfs()));
    assertTrue(more.getMessage().contains("at most the 406.0 of the smaller row, was 500.0"));
    assertThrows(
        IllegalArgumentException.class, () -> SharedCovariance.patients(0.5).matrix(pfs()));
    assertThrows(IllegalArgumentException.class, () -> SharedCovariance.correlation(-0.1));
    assertThrows(
        IllegalArgumentException.class,
        () -> SharedCovariance.correlation(0.5).shared("a", "b", 1));
    assertThrows(IllegalArgumentException.class, () -> SharedCovariance.controlArm().matrix(pfs()));
  }

  @Test
  void fewRowsAndOneTrial() {
    Effects one = effects(new double[] {0.4}, new double[] {.1}, List.of("A"));
    OverlapAnalysis single = Overlap.of(one);
    assertEquals(0.4, single.sharedPatients().common().orElseThrow().estimate(), 1e-15);
    assertTrue(single.sharedPatients().random().isEmpty());
    Effects trial = effects(new double[] {0.4, 0.9}, new double[] {.1, .1}, List.of("A", "A"));
    OverlapAnalysis both =
        Overlap.withDefaults().heterogeneity(OverlapHeterogeneity.BETWEEN_TRIALS).fit(trial);
    OverlapFit common = both.sharedPatients().common().orElseThrow();
    assertEquals(0.65, common.estimate(), 1e-14);
    assertEquals(Math.sqrt(0.1 * 1.5 / 2), common.standardError(), 1e-14);
    assertTrue(both.sharedPatients().random().isEmpty());
    assertTrue(both.notes().stream().anyMatch(n -> n.contains("needs at least 2")));
    assertEquals(1, both.oneRowATrial().common().orElseThrow().k());
  }

  @Test
  void negativeWeightsAreNamed() {
    Effects uneven = effects(new double[] {0.4, 0.9}, new double[] {.01, .25}, List.of("A", "A"));
    OverlapAnalysis analysis =
        Overlap.withDefaults().covariance(SharedCovariance.correlation(0.5)).fit(uneven);
    assertTrue(
        analysis.sharedPatients().notes().get(0).contains("give a negative weight to row 2;"));
    assertTrue(analysis.sharedPatients().common().orElseThrow().estimate() < 0.4);
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    Effects effects = pfs();
    int[] order = {7, 3, 1, 0, 2, 6, 5, 4};
    OverlapFit given = Overlap.of(effects).sharedPatients().random().orElseThrow();
    OverlapFit turned = Overlap.of(effects.subset(order)).sharedPatients().random().orElseThrow();
    assertClose("μ", given.estimate(), turned.estimate(), 1e-9, 1);
    assertClose("SE", given.standardError(), turned.standardError(), 1e-9, 1);
    assertEquals(8, Arrays.stream(order).distinct().count());
  }

  @Test
  void moreRowsThanMemoryHoldsAreRefused() {
    for (int k : new int[] {1001, 5001}) {
      List<String> labels = java.util.stream.IntStream.range(0, k).mapToObj(i -> "S" + i).toList();
      Studies studies = Studies.of(labels);
      List<String> one = java.util.Collections.nCopies(k, "one trial");
      ReportedEffects effects =
          ReportedEffects.of(
              ReportedMeasure.GENERIC_DIFFERENCE,
              k == 1001 ? studies.withClusters(one) : studies,
              java.util.Collections.nCopies(k, new Reported(0.1, 0.2, "given")));
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Overlap.of(effects));
      assertTrue(e.getMessage().contains("5000, and at most 1000"), e.getMessage());
    }
  }
}
