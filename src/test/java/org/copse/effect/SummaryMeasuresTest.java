package org.copse.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws and corners of single means, correlations, models, alphas and areas. */
class SummaryMeasuresTest {

  /** Against mpmath 1.3 with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "0.999, 12, 0.99909988749732959401, 2.8493992662461978715e-7, 1e-11",
    "0.01, 500, 0.010010084707837156296, 0.0020157235815639850215, 1e-12",
    "0.3, 400, 0.30034473716637397812, 0.0020885372959668488898, 1e-12",
    "-0.04, 12, -0.042567301554795233626, 0.12441388915446158973, 1e-12",
    "0.5, 5, 0.60459978807807261686, 0.15634132758790508549, 1e-12",
    "0.1, 5, 0.14780376623747748798, 0.72623842083902791422, 1e-12"
  })
  void unbiasedCorrelation(double r, double n, double g, double variance, double relative) {
    Correlation d = new Correlation(r, n);
    CorrelationMeasure unbiased = CorrelationMeasure.UNBIASED_CORRELATION_UNBIASED_VARIANCE;
    assertEquals(g, unbiased.estimate(d), 1e-14);
    assertEquals(variance, unbiased.variance(d), relative * variance);
  }

  @Test
  void signOfCorrelationsTurns() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      double r = 2 * random.nextDouble() - 1;
      double n = 5 + random.nextInt(60);
      for (CorrelationMeasure measure : CorrelationMeasure.values()) {
        String what = measure + " r=" + r + " n=" + n;
        Correlation plus = new Correlation(r, n);
        Correlation minus = new Correlation(-r, n);
        assertEquals(measure.estimate(plus), -measure.estimate(minus), 1e-14, what);
        double variance = measure.variance(plus);
        assertEquals(variance, measure.variance(minus), 1e-12 * variance, what);
      }
      assertTrue(
          Math.abs(CorrelationMeasure.UNBIASED_CORRELATION.estimate(new Correlation(r, n)))
              >= Math.abs(r),
          "shrunk " + r);
    }
  }

  @Test
  void testStatisticsGoThereAndBack() {
    Random random = new Random(12);
    for (int i = 0; i < 100; i++) {
      double r = 1.9 * random.nextDouble() - 0.95;
      double n = 20 + random.nextInt(200);
      double t = r * Math.sqrt((n - 2) / (1 - r * r));
      assertEquals(r, Correlation.ofT(t, n).r(), 1e-13);
      // one predictor: partial, semi-partial and plain correlation are the same
      assertEquals(r, PartialCorrelation.ofT(t, n, 1).r(), 1e-13);
      assertEquals(r, SemiPartialCorrelation.ofT(t, n, 1, r * r).r(), 1e-13);
      assertEquals(r * r, ModelFit.ofF(t * t, n, 1).rSquared(), 1e-13);
      assertEquals(
          CorrelationMeasure.FISHER_Z_CORRELATION.variance(new Correlation(r, n)),
          PartialCorrelationMeasure.FISHER_Z_PARTIAL_CORRELATION.variance(
              new PartialCorrelation(r, n, 1)),
          1e-15);
      assertEquals(
          CorrelationMeasure.CORRELATION.variance(new Correlation(r, n)),
          PartialCorrelationMeasure.PARTIAL_CORRELATION.variance(new PartialCorrelation(r, n, 1)),
          1e-15);
    }
    assertEquals(1, Correlation.ofT(1e300, 10).r());
    assertEquals(-1, Correlation.ofT(Double.NEGATIVE_INFINITY, 10).r());
  }

  @Test
  void unitsOfSingleMeans() {
    SingleMean d = new SingleMean(12, 5, 2);
    SingleMean inches = new SingleMean(12, 5 * 2.54, 2 * 2.54);
    for (MeanMeasure measure :
        List.of(MeanMeasure.STANDARDISED_MEAN, MeanMeasure.LOG_COEFFICIENT_OF_VARIATION)) {
      assertEquals(measure.estimate(d), measure.estimate(inches), 1e-14, measure.name());
      assertEquals(measure.variance(d), measure.variance(inches), 1e-14, measure.name());
    }
    for (MeanMeasure measure : List.of(MeanMeasure.LOG_MEAN, MeanMeasure.LOG_STANDARD_DEVIATION)) {
      double shift = measure.estimate(inches) - measure.estimate(d);
      assertEquals(Math.log(2.54), shift, 1e-14, measure.name());
      assertEquals(measure.variance(d), measure.variance(inches), 1e-14, measure.name());
    }
    for (MeanMeasure measure : MeanMeasure.values()) {
      assertFalse(measure.hasNullValue(), measure.name());
      assertFalse(measure.isRatio(), measure.name());
      assertTrue(Double.isNaN(measure.nullValue()), measure.name());
    }
  }

  @Test
  void areasAreSymmetric() {
    for (ConcordanceMeasure measure : ConcordanceMeasure.values()) {
      Concordance d = new Concordance(0.7, 12, 30);
      Concordance swapped = new Concordance(1 - 0.7, 30, 12);
      assertEquals(measure.estimate(d), -measure.estimate(swapped), 1e-15, measure.name());
      assertEquals(measure.variance(d), measure.variance(swapped), 1e-15, measure.name());
      assertEquals(0.5, measure.nullValue());
    }
    assertEquals(0.75, Concordance.ofMannWhitney(90, 10, 12).area(), 1e-15);
  }

  @Test
  void whatIsNotDefinedIsLeftOutAndSaid() {
    assertLeftOut(
        "a correlation of 1 or −1 has no variance",
        CorrelationMeasure.CORRELATION,
        new Correlation(0.3, 20),
        new Correlation(1, 20));
    assertLeftOut(
        "too few patients",
        CorrelationMeasure.FISHER_Z_CORRELATION,
        new Correlation(0.3, 20),
        new Correlation(0.2, 3));
    assertLeftOut(
        "too few patients for the number of predictors",
        PartialCorrelationMeasure.FISHER_Z_PARTIAL_CORRELATION,
        new PartialCorrelation(0.3, 20, 2),
        new PartialCorrelation(0.3, 5, 3));
    assertLeftOut(
        "R² = 1",
        SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION,
        new SemiPartialCorrelation(0.3, 20, 2, 0.5),
        new SemiPartialCorrelation(0, 20, 2, 1));
    assertLeftOut(
        "an R² of 0 or 1",
        ModelFitMeasure.R_SQUARED,
        new ModelFit(0.3, 20, 2),
        new ModelFit(0, 20, 2));
    assertLeftOut(
        "an alpha of 1",
        CronbachAlphaMeasure.BONETT_ALPHA,
        new CronbachAlpha(0.8, 10, 20),
        new CronbachAlpha(1, 10, 20));
    assertLeftOut(
        "no logarithm", MeanMeasure.LOG_MEAN, new SingleMean(10, 2, 1), new SingleMean(10, -2, 1));
    assertLeftOut(
        "2 patients are too few",
        MeanMeasure.STANDARDISED_MEAN,
        new SingleMean(10, 2, 1),
        new SingleMean(2, 2, 1));
    assertLeftOut(
        "an area of 0 or 1",
        ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE,
        new Concordance(0.8, 10, 20),
        new Concordance(1, 10, 20));
  }

  private static <D extends SummaryData> void assertLeftOut(
      String why, SummaryMeasure<D> measure, D good, D bad) {
    Effects effects = SummaryEffects.of(measure, Studies.named("good", "bad"), List.of(good, bad));
    assertTrue(effects.isEstimable(0), why);
    assertFalse(effects.isEstimable(1), why);
    String notes = String.join(" ", effects.notes());
    assertTrue(notes.contains(why) && notes.contains("(bad)"), notes);
  }

  @Test
  void impossibleNumbersAreAllNamedAtOnce() {
    assertProblems(2, new Correlation(1.2, 3.5));
    assertProblems(2, new Correlation(Double.NaN, Double.NaN));
    assertProblems(1, new PartialCorrelation(0.5, 4, 3));
    assertProblems(1, new SemiPartialCorrelation(0.6, 30, 3, 0.2));
    assertProblems(3, new SemiPartialCorrelation(0.6, 30, 0, -0.2));
    assertProblems(1, new ModelFit(1.01, 30, 3));
    assertProblems(3, new CronbachAlpha(1.01, 1, 2));
    assertProblems(3, new SingleMean(1, Double.NaN, 0));
    assertProblems(3, new Concordance(-0.1, 1, 2.5));
  }

  private static void assertProblems(int expected, SummaryData data) {
    List<DataProblem> problems = new ArrayList<>();
    List<String> names =
        IntStream.range(0, data.values().length).mapToObj(i -> "column" + i).toList();
    data.check("Study", 1, names, problems);
    assertEquals(expected, problems.size(), problems.toString());
    assertTrue(problems.get(0).toString().contains("column"), problems.toString());
  }

  @Test
  void messageSaysWhatMustHold() {
    Studies studies = Studies.named("Smith 1999");
    StudyDataException bad =
        assertThrows(
            StudyDataException.class,
            () ->
                SummaryEffects.of(
                    CorrelationMeasure.CORRELATION, studies, List.of(new Correlation(1.2, 20))));
    assertTrue(
        bad.getMessage().contains("correlation must be from -1 to 1, was 1.2"), bad.getMessage());
  }
}
