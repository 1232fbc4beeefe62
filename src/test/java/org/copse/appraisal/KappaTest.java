package org.copse.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KappaTest {

  static Stream<JsonNode> two() {
    return Golden.cases("appraisal").filter(c -> !c.has("fleiss"));
  }

  static Stream<JsonNode> several() {
    return Golden.cases("appraisal").filter(c -> c.has("fleiss"));
  }

  static int[][] counts(JsonNode golden) {
    JsonNode rows = golden.get("counts");
    return IntStream.range(0, rows.size())
        .mapToObj(
            i ->
                IntStream.range(0, rows.get(i).size())
                    .map(j -> rows.get(i).get(j).asInt())
                    .toArray())
        .toArray(int[][]::new);
  }

  private static List<String> names(int c) {
    return IntStream.range(0, c).mapToObj(i -> "answer " + i).toList();
  }

  @ParameterizedTest
  @MethodSource("two")
  void twoRatersAreAsInR(JsonNode golden) {
    int[][] counts = counts(golden);
    for (KappaWeights weights : KappaWeights.values()) {
      JsonNode expected = golden.get(weights.name());
      KappaResult result = Kappa.withDefaults().weights(weights).fit(counts, names(counts.length));
      KappaEstimate estimate = result.estimate().orElseThrow();
      String what = golden.get("name").asText() + ", " + weights;
      Golden.assertClose(what, expected.get("kappa"), estimate.kappa(), 1e-12, 1);
      Golden.assertClose(what + " SE", expected.get("se"), estimate.standardError(), 1e-12, 1);
      Golden.assertClose(
          what + " null SE", expected.get("null_se"), estimate.nullStandardError(), 1e-12, 1);
      Golden.assertClose(what, expected.get("lower"), estimate.interval().lower(), 1e-11, 1);
      Golden.assertClose(what, expected.get("upper"), estimate.interval().upper(), 1e-11, 1);
      Golden.assertClose(
          what, golden.get("agreement").asDouble() * 100, result.percentAgreement(), 1e-12, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("several")
  void severalRatersAreAsTheFormulas(JsonNode golden) {
    FleissKappa result = FleissKappa.of(counts(golden));
    KappaEstimate estimate = result.estimate().orElseThrow();
    Golden.assertClose("kappa", golden.get("kappa"), estimate.kappa(), 1e-12, 1);
    Golden.assertClose("SE", golden.get("se"), estimate.standardError(), 1e-12, 1);
    Golden.assertClose("agreement", golden.get("agreement"), result.agreement(), 1e-12, 1);
    Golden.assertClose("chance", golden.get("chance"), result.chance(), 1e-12, 1);
  }

  @Test
  void twoAnswersWeighAlikeHoweverWeighted() {
    int[][] counts = {{20, 5}, {10, 15}};
    for (KappaWeights weights : KappaWeights.values()) {
      double kappa = Kappa.withDefaults().weights(weights).fit(counts, names(2)).kappa();
      assertEquals(0.4, kappa, 1e-14);
    }
  }

  @Test
  void swappingRatersChangesNothing() {
    int[][] counts = {{14, 2, 0}, {5, 8, 3}, {1, 1, 6}};
    int[][] swapped = {{14, 5, 1}, {2, 8, 1}, {0, 3, 6}};
    for (KappaWeights weights : KappaWeights.values()) {
      KappaEstimate a =
          Kappa.withDefaults().weights(weights).fit(counts, names(3)).estimate().orElseThrow();
      KappaEstimate b =
          Kappa.withDefaults().weights(weights).fit(swapped, names(3)).estimate().orElseThrow();
      assertEquals(a.kappa(), b.kappa(), 1e-14);
      assertEquals(a.standardError(), b.standardError(), 1e-14);
    }
  }

  @Test
  void oneAnswerThroughoutHasNoKappa() {
    KappaResult result =
        Kappa.withDefaults().fit(new int[][] {{9, 0}, {0, 0}}, List.of("Low", "High"));
    assertTrue(result.estimate().isEmpty());
    assertEquals(100, result.percentAgreement());
    assertTrue(result.notes().get(0).contains("not defined"));
    assertThrows(IllegalStateException.class, result::kappa);
    assertTrue(FleissKappa.of(new int[][] {{3, 0}, {3, 0}}).estimate().isEmpty());
  }

  @Test
  void completeAgreementHasAnIntervalThatSaysNothing() {
    KappaResult result =
        Kappa.withDefaults().fit(new int[][] {{7, 0}, {0, 6}}, List.of("Low", "High"));
    assertEquals(1, result.kappa(), 1e-15);
    assertEquals(0, result.estimate().orElseThrow().standardError());
    assertTrue(result.notes().get(0).contains("says nothing"));
  }

  @Test
  void badRowsAreNamedTogether() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Kappa.withDefaults()
                    .fit(
                        List.of("Low", "Lo", "High"),
                        List.of("Low", "High", "Hi"),
                        List.of("Low", "High")));
    assertTrue(e.getMessage().contains("row 2") && e.getMessage().contains("row 3"));
    Exception several =
        assertThrows(
            IllegalArgumentException.class,
            () -> FleissKappa.of(new int[][] {{3, 0}, {1, 1}, {2, 2}}));
    assertTrue(several.getMessage().contains("subject 2"));
    assertTrue(several.getMessage().contains("subject 3"));
  }
}
