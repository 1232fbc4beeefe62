package org.copse.effect;

import static org.copse.effect.ChangeMeasure.AVERAGE_SD_STANDARDISED_MEAN_CHANGE;
import static org.copse.effect.ChangeMeasure.AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC;
import static org.copse.effect.ChangeMeasure.CHANGE_SCORE_STANDARDISED_MEAN_CHANGE;
import static org.copse.effect.ChangeMeasure.MEAN_CHANGE;
import static org.copse.effect.ChangeMeasure.PAIRED_COEFFICIENT_OF_VARIATION_RATIO;
import static org.copse.effect.ChangeMeasure.PAIRED_RATIO_OF_MEANS;
import static org.copse.effect.ChangeMeasure.PAIRED_VARIABILITY_RATIO;
import static org.copse.effect.ChangeMeasure.WITHIN_SD_STANDARDISED_MEAN_CHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the measures of change, on seeded data. */
class ChangePropertiesTest {

  private static final double TIGHT = 1e-12;

  static Stream<PrePost> seeded() {
    Random random = new Random(4711);
    return Stream.generate(
            () ->
                new PrePost(
                    3 + random.nextInt(60),
                    20 + 5 * random.nextGaussian(),
                    1 + 4 * random.nextDouble(),
                    22 + 5 * random.nextGaussian(),
                    1 + 4 * random.nextDouble(),
                    -0.95 + 1.9 * random.nextDouble()))
        .limit(40);
  }

  private static PrePost swapped(PrePost d) {
    return new PrePost(
        d.n(), d.meanAfter(), d.sdAfter(), d.meanBefore(), d.sdBefore(), d.correlation());
  }

  private static void close(double expected, double actual, String what) {
    assertEquals(expected, actual, TIGHT * Math.max(1, Math.abs(expected)), what);
  }

  @ParameterizedTest
  @MethodSource("seeded")
  void swappingTheTimesFlipsTheSign(PrePost d) {
    for (ChangeMeasure measure :
        List.of(
            MEAN_CHANGE,
            CHANGE_SCORE_STANDARDISED_MEAN_CHANGE,
            AVERAGE_SD_STANDARDISED_MEAN_CHANGE,
            AVERAGE_SD_STANDARDISED_MEAN_CHANGE_HETEROSCEDASTIC,
            WITHIN_SD_STANDARDISED_MEAN_CHANGE,
            PAIRED_RATIO_OF_MEANS,
            PAIRED_COEFFICIENT_OF_VARIATION_RATIO,
            PAIRED_VARIABILITY_RATIO)) {
      close(-measure.estimate(d), measure.estimate(swapped(d)), measure + " of " + d);
      close(measure.variance(d), measure.variance(swapped(d)), measure + " of " + d);
    }
    ChangeMeasure above = ChangeMeasure.PAIRED_COMMON_LANGUAGE_EFFECT_SIZE;
    close(-above.estimate(d), above.estimate(swapped(d)), above + " of " + d);
    close(above.variance(d), above.variance(swapped(d)), above + " of " + d);
  }

  @ParameterizedTest
  @MethodSource("seeded")
  void withoutCorrelationTheTimesAreIndependentArms(PrePost d) {
    PrePost free = d.withCorrelation(0);
    double arms = (d.sdAfter() * d.sdAfter() + d.sdBefore() * d.sdBefore()) / d.n();
    close(arms, MEAN_CHANGE.variance(free), "MC of " + d);
    double cv =
        Math.pow(d.sdAfter() / d.meanAfter(), 2) + Math.pow(d.sdBefore() / d.meanBefore(), 2);
    close(cv / d.n(), PAIRED_RATIO_OF_MEANS.variance(free), "ROM of " + d);
    close(1 / (d.n() - 1), PAIRED_VARIABILITY_RATIO.variance(free), "VR of " + d);
  }

  @ParameterizedTest
  @MethodSource("seeded")
  void theSdOfTheChangesAndTheCorrelationGoBackAndForth(PrePost d) {
    PrePost again =
        PrePost.ofChangeSd(
            d.n(), d.meanBefore(), d.sdBefore(), d.meanAfter(), d.sdAfter(), d.sdChange());
    close(d.correlation(), again.correlation(), d.toString());
    close(
        CHANGE_SCORE_STANDARDISED_MEAN_CHANGE.variance(d),
        MeanChangeMeasure.REPORTED_STANDARDISED_MEAN_CHANGE.variance(again.toMeanChange()),
        d.toString());
  }

  @ParameterizedTest
  @EnumSource(ChangeMeasure.class)
  void theUnitDoesNotMatter(ChangeMeasure measure) {
    boolean fromFive =
        measure == ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE_UNBIASED_VARIANCE;
    seeded()
        .filter(d -> !fromFive || d.n() >= 5)
        .forEach(
            d -> {
              double k = measure == MEAN_CHANGE ? 8 : 1;
              PrePost scaled =
                  new PrePost(
                      d.n(),
                      8 * d.meanBefore(),
                      8 * d.sdBefore(),
                      8 * d.meanAfter(),
                      8 * d.sdAfter(),
                      d.correlation());
              close(k * measure.estimate(d), measure.estimate(scaled), measure + " of " + d);
              close(k * k * measure.variance(d), measure.variance(scaled), measure + " of " + d);
            });
  }

  @ParameterizedTest
  @EnumSource(TwoArmChangeMeasure.class)
  void swappingTheArmsFlipsTheSign(TwoArmChangeMeasure measure) {
    List<PrePost> rows = seeded().toList();
    for (int i = 1; i < rows.size(); i++) {
      TwoArmChange d = new TwoArmChange(rows.get(i - 1), rows.get(i));
      TwoArmChange swapped = new TwoArmChange(d.second(), d.first());
      close(-measure.estimate(d), measure.estimate(swapped), measure + " of " + d);
      close(measure.variance(d), measure.variance(swapped), measure + " of " + d);
      assertTrue(measure.variance(d) > 0, measure + " of " + d);
    }
  }

  @Test
  void morrisVarianceComesNearTheLargeSampleOneWithManyPatients() {
    PrePost treated = new PrePost(20000, 10, 2, 13, 2, 0.6);
    TwoArmChange d = new TwoArmChange(treated, new PrePost(20000, 10, 2, 12, 2, 0.4));
    double large =
        TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD_LARGE_SAMPLE.variance(d);
    double exact = TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD.variance(d);
    assertEquals(1, exact / large, 2e-4);
    double all = TwoArmChangeMeasure.STANDARDISED_DIFFERENCE_OF_CHANGES_ALL_SDS.variance(d);
    assertTrue(all < large, "four SDs know the unit better than two");
  }

  @Test
  void aSweepOverTheCorrelationIsOneLoop() {
    SummaryEffects<PrePost> effects =
        SummaryEffects.of(
            MEAN_CHANGE,
            Studies.named("A", "B"),
            List.of(new PrePost(20, 10, 2, 12, 3, 0), new PrePost(30, 11, 2, 12, 3, 0)));
    double last = Double.POSITIVE_INFINITY;
    for (double r : new double[] {0, 0.3, 0.5, 0.7, 0.9}) {
      SummaryEffects<PrePost> at =
          effects.withData("Correlation taken as " + r + ".", d -> d.withCorrelation(r));
      assertEquals(r, at.data(1).correlation());
      assertTrue(at.notes().contains("Correlation taken as " + r + "."));
      double se = RandomEffects.of(at).standardError();
      assertTrue(at.standardError(0) < last);
      assertTrue(se > 0);
      last = at.standardError(0);
    }
    assertEquals(0, effects.data(0).correlation(), "the effects themselves stay as they were");
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () -> effects.withData("too far", d -> d.withCorrelation(1.5)));
    assertTrue(e.getMessage().contains("correlation must be from -1 to 1, was 1.5"));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    StudyDataException e =
        assertThrows(
            StudyDataException.class,
            () ->
                SummaryEffects.of(
                    TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES,
                    Studies.named("A"),
                    List.of(
                        new TwoArmChange(
                            new PrePost(1, 10, 0, Double.NaN, -3, Double.NaN),
                            new PrePost(20, 10, 2, 12, 3, 2)))));
    assertEquals(6, e.problems().size());
    assertEquals("r1", e.problems().get(4).column());
    assertEquals("r2", e.problems().get(5).column());
    assertEquals("sd_after1", e.problems().get(3).column());
  }
}
