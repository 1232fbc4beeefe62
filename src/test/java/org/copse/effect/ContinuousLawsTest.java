package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of two-arm measures of means on seeded data, and their corners. */
class ContinuousLawsTest {

  private static final long SEED = 20261121;

  private static List<ArmMeans> data() {
    Random random = new Random(SEED);
    return IntStream.range(0, 40)
        .mapToObj(
            i ->
                new ArmMeans(
                    4 + random.nextInt(60),
                    2 + 8 * random.nextDouble(),
                    0.5 + random.nextDouble(),
                    4 + random.nextInt(60),
                    2 + 8 * random.nextDouble(),
                    0.5 + random.nextDouble()))
        .toList();
  }

  private static ContinuousEffects effects(ContinuousMeasure measure, List<ArmMeans> data) {
    List<String> labels = IntStream.range(0, data.size()).mapToObj(i -> "S" + i).toList();
    // a biserial correlation of 1 or more has no Fisher's z
    boolean apart = measure == ContinuousMeasure.FISHER_Z_BISERIAL;
    List<ArmMeans> used = apart ? data.stream().map(ContinuousLawsTest::wider).toList() : data;
    return ContinuousEffects.of(measure, Studies.of(labels), used);
  }

  private static ArmMeans wider(ArmMeans a) {
    return new ArmMeans(a.n1(), a.mean1(), 16 * a.sd1(), a.n2(), a.mean2(), 16 * a.sd2());
  }

  private static List<ArmMeans> map(UnaryOperator<ArmMeans> change) {
    return data().stream().map(change).toList();
  }

  private static ArmMeans swap(ArmMeans a) {
    return new ArmMeans(a.n2(), a.mean2(), a.sd2(), a.n1(), a.mean1(), a.sd1());
  }

  private static List<ContinuousEffects> variants(ContinuousEffects e) {
    List<ContinuousEffects> variants = new ArrayList<>();
    for (SmdVariance smd : SmdVariance.values()) {
      variants.add(e.smdVariance(smd));
    }
    for (MeansVariance means : MeansVariance.values()) {
      variants.add(e.meansVariance(means).correction(SmallSampleCorrection.APPROXIMATE));
      variants.add(e.meansVariance(means).correction(SmallSampleCorrection.NONE));
    }
    return variants;
  }

  @ParameterizedTest
  @EnumSource(ContinuousMeasure.class)
  void swappingArmsTurnsTheSign(ContinuousMeasure measure) {
    List<ContinuousEffects> there = variants(effects(measure, data()));
    List<ContinuousEffects> back = variants(effects(measure, map(ContinuousLawsTest::swap)));
    for (int j = 0; j < there.size(); j++) {
      // the SD of the same patients stays the unit
      ContinuousEffects other = back.get(j).standardisedBy(StandardisingArm.FIRST);
      assertMirrored(measure + " way " + j, there.get(j), other);
    }
  }

  private static void assertMirrored(String what, Effects there, Effects back) {
    double nullValue = there.measure().nullValue();
    for (int i = 0; i < there.size(); i++) {
      assertTrue(there.isEstimable(i), what + " row " + i);
      assertEquals(there.estimate(i), -back.estimate(i), 1e-12, what + " row " + i);
      double variance = there.variance(i);
      assertEquals(variance, back.variance(i), 1e-12 * variance, what + " row " + i);
      double product = there.displayed(i) * back.displayed(i);
      double sum = there.displayed(i) + back.displayed(i);
      if (nullValue == 1) {
        assertEquals(1, product, 1e-12, what);
      } else {
        assertEquals(2 * nullValue, sum, 1e-12, what);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ContinuousMeasure.class)
  void unitsDoNotMatterExceptToTheMeanDifference(ContinuousMeasure measure) {
    double unit = measure == ContinuousMeasure.MEAN_DIFFERENCE ? 1e-3 : 1;
    List<ContinuousEffects> metres = variants(effects(measure, data()));
    List<ContinuousEffects> millimetres =
        variants(
            effects(
                measure,
                map(
                    a ->
                        new ArmMeans(
                            a.n1(),
                            1000 * a.mean1(),
                            1000 * a.sd1(),
                            a.n2(),
                            1000 * a.mean2(),
                            1000 * a.sd2()))));
    for (int j = 0; j < metres.size(); j++) {
      for (int i = 0; i < metres.get(j).size(); i++) {
        double y = metres.get(j).estimate(i);
        double v = metres.get(j).variance(i);
        String what = measure + " way " + j + " row " + i;
        assertEquals(y, unit * millimetres.get(j).estimate(i), 1e-12, what);
        assertEquals(v, unit * unit * millimetres.get(j).variance(i), 1e-12 * v, what);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ContinuousMeasure.class)
  void onlyMeasuresWithATrueZeroSeeAShift(ContinuousMeasure measure) {
    boolean moves =
        measure == ContinuousMeasure.RATIO_OF_MEANS
            || measure == ContinuousMeasure.COEFFICIENT_OF_VARIATION_RATIO;
    Effects here = effects(measure, data());
    Effects there =
        effects(
            measure,
            map(
                a ->
                    new ArmMeans(
                        a.n1(), a.mean1() + 16, a.sd1(), a.n2(), a.mean2() + 16, a.sd2())));
    for (int i = 0; i < here.size(); i++) {
      boolean same = Math.abs(here.estimate(i) - there.estimate(i)) < 1e-12;
      assertEquals(!moves, same, measure + " row " + i);
    }
  }

  @Test
  void probabilitiesOfOneDifferenceAgree() {
    ContinuousEffects e = effects(ContinuousMeasure.COMMON_LANGUAGE_EFFECT_SIZE, data());
    ContinuousEffects pooled = e.meansVariance(MeansVariance.POOLED);
    ContinuousEffects u3 = e.as(ContinuousMeasure.COHENS_U3).correction(SmallSampleCorrection.NONE);
    ContinuousEffects d = e.as(ContinuousMeasure.COHENS_D);
    for (int i = 0; i < e.size(); i++) {
      double phi = AnalysisScale.PROBIT.backTransform(d.estimate(i) / Math.sqrt(2), 0);
      assertEquals(phi, pooled.displayed(i), 1e-12);
      assertEquals(AnalysisScale.PROBIT.backTransform(d.estimate(i), 0), u3.displayed(i), 1e-15);
    }
    assertEquals(0.5, e.measure().nullValue());
    assertEquals(0.5, u3.measure().nullValue());
  }

  @Test
  void choicesAreKeptAndSaid() {
    ContinuousEffects e =
        effects(ContinuousMeasure.GLASS_DELTA, data())
            .arms("Drug", "Placebo")
            .standardisedBy(StandardisingArm.FIRST)
            .smdVariance(SmdVariance.AVERAGE)
            .meansVariance(MeansVariance.SECOND_ORDER)
            .correction(SmallSampleCorrection.APPROXIMATE)
            .withNotes(List.of("Read from a file."));
    String notes = String.join(" ", e.notes());
    assertTrue(notes.startsWith("Read from a file."), notes);
    assertTrue(notes.contains("standardised by the SD of Drug"), notes);
    assertTrue(notes.contains("1/n₁ + 1/n₂ + ḡ²/(2N)"), notes);
    assertTrue(notes.contains("J = 1 − 3/(4m − 1)"), notes);
    assertEquals(List.of("Read from a file."), e.dataNotes());
    ContinuousEffects ratio = e.as(ContinuousMeasure.VARIABILITY_RATIO).subset(0, 1, 2);
    assertEquals(MeansVariance.SECOND_ORDER, ratio.meansVariance());
    assertEquals(SmdVariance.AVERAGE, ratio.smdVariance());
    assertEquals(StandardisingArm.FIRST, ratio.standardisedBy());
    assertEquals(SmallSampleCorrection.APPROXIMATE, ratio.correction());
    assertFalse(String.join(" ", ratio.notes()).contains("Drug"));
    // a choice that a measure does not have is not silent
    String md = String.join(" ", e.as(ContinuousMeasure.MEAN_DIFFERENCE).notes());
    assertTrue(md.contains("SECOND_ORDER does not apply"), md);
    String bonett = String.join(" ", e.as(ContinuousMeasure.GLASS_DELTA_HETEROSCEDASTIC).notes());
    assertTrue(bonett.contains("AVERAGE does not apply"), bonett);
    assertEquals(
        List.of(), effects(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE, data()).notes());
  }

  @Test
  void whatIsNotDefinedIsLeftOutAndSaid() {
    ArmMeans good = new ArmMeans(10, 5, 1, 12, 4, 1);
    assertLeftOut(
        "unlike sign", effects(ContinuousMeasure.RATIO_OF_MEANS, List.of(good, with(-1, 10))));
    assertLeftOut(
        "coefficient of variation",
        effects(ContinuousMeasure.COEFFICIENT_OF_VARIATION_RATIO, List.of(good, with(0, 10))));
    assertLeftOut(
        "do not overlap",
        effects(ContinuousMeasure.COMMON_LANGUAGE_EFFECT_SIZE, List.of(good, with(1e4, 10))));
    assertLeftOut("too small", effects(ContinuousMeasure.GLASS_DELTA, List.of(good, with(5, 2))));
    assertLeftOut(
        "too small",
        effects(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE, List.of(good, tiny()))
            .smdVariance(SmdVariance.UNDER_NULL));
    for (ContinuousMeasure measure : ContinuousMeasure.values()) {
      // huge and tiny units
      for (double unit : new double[] {1e-60, 1e60}) {
        Effects e = effects(measure, List.of(new ArmMeans(9, 3 * unit, unit, 7, unit, 2 * unit)));
        assertTrue(e.isEstimable(0), measure + " in " + unit);
      }
    }
  }

  private static ArmMeans with(double mean1, double n2) {
    return new ArmMeans(10, mean1, 1, n2, 4, 1);
  }

  private static ArmMeans tiny() {
    return new ArmMeans(2, 5, 1, 2, 4, 1);
  }

  private static void assertLeftOut(String why, Effects effects) {
    assertTrue(effects.isEstimable(0), why);
    assertFalse(effects.isEstimable(1), why);
    assertTrue(Double.isNaN(effects.variance(1)));
    String notes = String.join(" ", effects.notes());
    assertTrue(notes.contains(why) && notes.contains("(S1)"), notes);
  }
}
