package org.copse.bias;

import static org.copse.Golden.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Egger's and Begg's tests against R, and when they are not computed. */
class SmallStudyTest {

  private static final Map<String, JsonNode> SETS = new HashMap<>();

  static {
    Golden.cases("sets").forEach(set -> SETS.put(set.get("name").asText(), set));
  }

  static Stream<JsonNode> cases() {
    return Golden.cases("smallstudy");
  }

  private static Fit fit(double[] y, double[] v) {
    List<Reported> rows =
        IntStream.range(0, y.length)
            .mapToObj(i -> new Reported(y[i], Math.sqrt(v[i]), "test"))
            .toList();
    String[] labels = IntStream.range(0, y.length).mapToObj(i -> "S" + i).toArray(String[]::new);
    return CommonEffect.of(
        ReportedEffects.of(ReportedMeasure.HAZARD_RATIO, Studies.named(labels), rows));
  }

  private static Fit fit(JsonNode golden) {
    JsonNode set = golden.has("yi") ? golden : SETS.get(golden.get("name").asText());
    return fit(Golden.doubles(set.get("yi")), Golden.doubles(set.get("vi")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eggerAgreesWithR(JsonNode golden) {
    String name = golden.get("name").asText();
    EggerLine line = EggerTest.evenIfFew().test(fit(golden)).line().orElseThrow();
    double size = Math.abs(golden.get("interceptSe").doubleValue());
    assertClose(name, golden.get("intercept"), line.intercept(), 1e-10, 1e4 * size);
    assertClose(name, golden.get("interceptSe"), line.interceptSe(), 1e-10, size);
    assertClose(name, golden.get("t"), line.test().statistic(), 1e-10, 1e4);
    assertClose(name, golden.get("p"), line.test().p(), 1e-9, 1);
    double slopeSe = golden.get("slopeSe").doubleValue();
    assertClose(name, golden.get("slope"), line.effectAtZero(), 1e-10, 1e4 * slopeSe);
    assertClose(name, golden.get("slopeSe"), line.effectAtZeroSe(), 1e-10, slopeSe);
    assertEquals(golden.get("k").intValue() - 2, line.test().df());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void beggAgreesWithR(JsonNode golden) {
    String name = golden.get("name").asText();
    BeggResult result = BeggTest.evenIfFew().test(fit(golden));
    RankCorrelation found = result.correlation().orElseThrow();
    assertClose(name, golden.get("s"), found.s(), 1e-12, 1);
    if (!golden.get("sSe").isNull()) assertClose(name, golden.get("sSe"), found.sSe(), 1e-12, 1);
    assertClose(name, golden.get("beggP"), found.test().p(), 1e-11, 1);
    assertClose(name, golden.get("tau"), found.tau(), 1e-12, 1);
    assertEquals(golden.get("exactP").isNull(), found.exactP().isEmpty(), name);
    if (found.exactP().isPresent()) {
      assertClose(name, golden.get("exactP"), found.exactP().getAsDouble(), 1e-10, 1);
    }
  }

  @Test
  void tiesAreAmongTheCases() {
    assertTrue(
        cases().anyMatch(c -> c.has("yi") && c.get("exactP").isNull()), "no golden case with ties");
  }

  @Test
  void fewerThanTenStudiesGetANoteAndNoNumber() {
    Fit nine = fit(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, increasing(9));
    EggerResult egger = EggerTest.of(nine);
    assertTrue(egger.line().isEmpty());
    assertTrue(egger.notes().get(0).startsWith("Egger's test is not computed: 9 studies"));
    assertTrue(egger.toString().contains("not computed"));
    BeggResult begg = BeggTest.of(nine);
    assertTrue(begg.correlation().isEmpty());
    assertTrue(begg.notes().get(0).startsWith("Begg's test is not computed: 9 studies"));
    assertTrue(BeggTest.evenIfFew().test(nine).correlation().isPresent());
    assertTrue(
        BeggTest.evenIfFew().test(nine).notes().get(0).contains("at the user's wish"),
        () -> begg.notes().toString());
  }

  @Test
  void tenStudiesAreEnough() {
    Fit ten = fit(new double[] {1, 2, 3, 4, 5, 1, 7, 8, 9, 1}, increasing(10));
    assertTrue(EggerTest.of(ten).line().isPresent());
    assertTrue(BeggTest.of(ten).correlation().isPresent());
    assertTrue(EggerTest.of(ten).notes().isEmpty());
  }

  @Test
  void whatIsNotDefinedIsAbsentWithAReason() {
    double[] same = new double[12];
    Arrays.fill(same, 0.04);
    double[] effects = IntStream.range(0, 12).mapToDouble(i -> Math.sin(i)).toArray();
    assertTrue(EggerTest.of(fit(effects, same)).line().isEmpty());
    assertTrue(BeggTest.of(fit(effects, same)).correlation().isEmpty());
    assertTrue(BeggTest.of(fit(effects, same)).notes().get(0).contains("all tied"));
    Fit two = fit(new double[] {1, 2}, new double[] {1, 2});
    assertTrue(EggerTest.evenIfFew().test(two).line().isEmpty());
    assertTrue(EggerTest.evenIfFew().test(two).toString().contains("3 studies at least"));
    double[] variances = increasing(12);
    double[] onALine = Arrays.stream(variances).map(v -> 1 + 2 * Math.sqrt(v)).toArray();
    assertTrue(EggerTest.of(fit(onALine, variances)).line().isEmpty());
  }

  @Test
  void aShiftOfAllEffectsMovesTheLineAndNotTheTest() {
    double[] y = IntStream.range(0, 15).mapToDouble(i -> Math.sin(3 * i)).toArray();
    double[] far = Arrays.stream(y).map(x -> x + 1000).toArray();
    EggerLine near = EggerTest.of(fit(y, increasing(15))).line().orElseThrow();
    EggerLine shifted = EggerTest.of(fit(far, increasing(15))).line().orElseThrow();
    assertEquals(near.intercept(), shifted.intercept(), 1e-8);
    assertEquals(near.effectAtZero() + 1000, shifted.effectAtZero(), 1e-8);
    assertEquals(near.test().p(), shifted.test().p(), 1e-8);
  }

  @Test
  void linkedEffectsAreSaidToBeLinked() {
    String[] labels = IntStream.range(0, 11).mapToObj(i -> "S" + i).toArray(String[]::new);
    List<TwoByTwo> counts =
        IntStream.range(0, 11).mapToObj(i -> new TwoByTwo(i, 20 + 9 * i, 5, 30)).toList();
    Fit odds =
        RandomEffects.of(BinaryEffects.of(BinaryMeasure.ODDS_RATIO, Studies.named(labels), counts));
    assertTrue(EggerTest.of(odds).notes().get(0).contains("linked"));
    List<Proportion> shares =
        IntStream.range(0, 11).mapToObj(i -> new Proportion(i, 20 + i)).toList();
    Fit single =
        RandomEffects.of(
            ProportionEffects.of(
                ProportionMeasure.FREEMAN_TUKEY_PROPORTION, Studies.named(labels), shares));
    assertTrue(BeggTest.of(single).notes().get(0).contains("Hunter"));
    assertFalse(EggerTest.of(single).toString().isBlank());
  }

  private static double[] increasing(int k) {
    return IntStream.range(0, k).mapToDouble(i -> 0.01 * (i + 1)).toArray();
  }

  @Test
  void pairsAreCountedWithoutComparingEachWithEach() {
    java.util.Random random = new java.util.Random(4);
    double[] x = random.doubles(300).map(d -> Math.rint(20 * d)).toArray();
    double[] y = random.doubles(300).map(d -> Math.rint(9 * d)).toArray();
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    assertEquals(s, RankCorrelation.of(x, y).orElseThrow().s());
    double[] many = random.doubles(200_000).toArray();
    double[] falling = java.util.Arrays.stream(many).map(d -> -d).toArray();
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(60),
        () -> assertEquals(-1, RankCorrelation.of(many, falling).orElseThrow().tau(), 1e-15));
  }
}
