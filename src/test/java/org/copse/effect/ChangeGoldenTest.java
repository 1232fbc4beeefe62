package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes within a group and between arms against metafor and the papers' formulas. */
class ChangeGoldenTest {

  static Stream<JsonNode> cases() {
    return Golden.cases("measures_change");
  }

  private static Studies studies(int k) {
    return Studies.of(IntStream.rangeClosed(1, k).mapToObj(i -> "S" + i).toList());
  }

  private static List<PrePost> prePost(JsonNode c) {
    double[] n = Golden.doubles(c.get("n"));
    double[] mb = Golden.doubles(c.get("mb"));
    double[] sb = Golden.doubles(c.get("sb"));
    double[] ma = Golden.doubles(c.get("ma"));
    double[] sa = Golden.doubles(c.get("sa"));
    double[] r = Golden.doubles(c.get("r"));
    List<PrePost> rows = new ArrayList<>();
    for (int i = 0; i < n.length; i++) {
      rows.add(new PrePost(n[i], mb[i], sb[i], ma[i], sa[i], r[i]));
    }
    return rows;
  }

  private static List<MeanChange> meanChange(JsonNode c) {
    double[] n = Golden.doubles(c.get("n"));
    double[] m = Golden.doubles(c.get("m"));
    double[] sd = Golden.doubles(c.get("sd"));
    return IntStream.range(0, n.length).mapToObj(i -> new MeanChange(n[i], m[i], sd[i])).toList();
  }

  private static <D extends SummaryData> void compare(
      JsonNode c, SummaryMeasure<D> measure, List<D> data) {
    compare(c, "effects", measure, data);
  }

  private static <D extends SummaryData> void compare(
      JsonNode c, String field, SummaryMeasure<D> measure, List<D> data) {
    SummaryEffects<D> effects = SummaryEffects.of(measure, studies(data.size()), data);
    JsonNode expected = c.get(field).get(measure.name());
    double[] yi = Golden.doubles(expected.get("yi"));
    double[] vi = Golden.doubles(expected.get("vi"));
    long left = effects.notes().stream().filter(note -> note.contains("left out")).count();
    assertEquals(IntStream.range(0, yi.length).anyMatch(i -> Double.isNaN(yi[i])), left > 0);
    for (int i = 0; i < yi.length; i++) {
      String what = "%s, %s, row %d".formatted(c.get("name").asText(), measure.name(), i + 1);
      assertEquals(Double.isNaN(yi[i]), Double.isNaN(effects.estimate(i)), what);
      if (!Double.isNaN(yi[i])) {
        double floor = Math.sqrt(vi[i]);
        Golden.assertClose(what + " yi", yi[i], effects.estimate(i), Golden.CLOSED, floor);
        Golden.assertClose(what + " vi", vi[i], effects.variance(i), Golden.CLOSED, 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyMeasureAsInMetaforOrThePaper(JsonNode c) {
    switch (c.get("kind").asText()) {
      case "prePost" -> {
        assertEquals(ChangeMeasure.values().length, c.get("effects").size());
        for (ChangeMeasure measure : ChangeMeasure.values()) {
          compare(c, measure, prePost(c));
        }
        assertEquals(UncorrectedChangeMeasure.values().length, c.get("uncorrected").size());
        for (UncorrectedChangeMeasure measure : UncorrectedChangeMeasure.values()) {
          compare(c, "uncorrected", measure, prePost(c));
        }
      }
      case "meanChange" -> {
        for (MeanChangeMeasure measure : MeanChangeMeasure.values()) {
          compare(c, measure, meanChange(c));
        }
      }
      default -> {
        List<PrePost> first = prePost(c.get("first"));
        List<PrePost> second = prePost(c.get("second"));
        List<TwoArmChange> data =
            IntStream.range(0, first.size())
                .mapToObj(i -> new TwoArmChange(first.get(i), second.get(i)))
                .toList();
        assertEquals(TwoArmChangeMeasure.values().length, c.get("effects").size());
        for (TwoArmChangeMeasure measure : TwoArmChangeMeasure.values()) {
          compare(c, measure, data);
        }
      }
    }
  }

  @Test
  void everyKindOfDataIsThere() {
    assertEquals(
        List.of("meanChange", "prePost", "twoArm"),
        cases().map(c -> c.get("kind").asText()).distinct().sorted().toList());
  }

  /**
   * The fifth study of Morris 2008, Table 5, as metafor's page on it prints it for the pooled SD
   * before: 0.44, variance 0.16.
   */
  @Test
  void morrisFifthStudyAsPrinted() {
    TwoArmChange fifth =
        new TwoArmChange(
            new PrePost(14, 35.6, 4.7, 36.0, 4.6, 0.44),
            new PrePost(14, 34.8, 3.1, 33.4, 6.9, 0.44));
    TwoArmChangeMeasure printed =
        TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD_LARGE_SAMPLE;
    assertEquals(0.44, printed.estimate(fifth), 0.005);
    assertEquals(0.16, printed.variance(fifth), 0.005);
    assertEquals(
        printed.estimate(fifth),
        TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD.estimate(fifth));
  }

  @Test
  void smccFromPOfThePairedTestAsMetaforsHelpPrintsIt() {
    double t = -org.copse.numeric.Quantiles.ofTwoSidedP(0.018, 49);
    MeanChange change = new MeanChange(50, t / Math.sqrt(50), 1);
    assertEquals(
        -0.3408, MeanChangeMeasure.REPORTED_STANDARDISED_MEAN_CHANGE.estimate(change), 5e-5);
  }

  @Test
  void whatIsLeftOutSaysWhy() {
    SummaryEffects<PrePost> ratio =
        SummaryEffects.of(
            ChangeMeasure.PAIRED_RATIO_OF_MEANS,
            Studies.named("A", "B"),
            List.of(new PrePost(9, -1, 1, 2, 1, 0), new PrePost(9, 1, 1, 2, 1, 0)));
    assertTrue(ratio.notes().get(1).contains("unlike sign"), ratio.notes().toString());
    assertTrue(ratio.notes().get(1).contains("(A)"), ratio.notes().toString());
    assertFalse(ratio.isEstimable(0));
    assertTrue(ratio.isEstimable(1));
  }
}
