package org.copse.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuyotReconstructionTest {

  /** Reads a curve as a hand would: to a pixel in time and survival, every step's foot. */
  private static ReconstructedPatients readBack(
      SurvivalCurve curve, double every, double error, long seed, boolean withTotal) {
    Random random = new Random(seed);
    double end = curve.lastTime();
    double[] times = curve.times();
    double[] survival = curve.survival();
    for (int i = 0; i < times.length; i++) {
      times[i] = Math.max(0, times[i] + error * end * random.nextGaussian());
      double read = survival[i] + error * random.nextGaussian();
      survival[i] = Math.min(1, Math.max(0, read));
    }
    double[] riskTimes = DoubleStream.iterate(0, t -> t <= end, t -> t + every).toArray();
    int[] atRisk = Arrays.stream(riskTimes).mapToInt(t -> (int) curve.atRisk(t)).toArray();
    GuyotReconstruction method = GuyotReconstruction.ofGroup(curve.group());
    return (withTotal ? method.totalEvents((int) curve.events()) : method)
        .from(times, survival, riskTimes, atRisk);
  }

  @ParameterizedTest
  @CsvSource({
    "lung, 100, 0, 0.01, 0.001", "lung, 100, 0.001, 0.03, 0.03", "lung, 100, 0.002, 0.03, 0.06",
    "veteran, 50, 0, 0.01, 0.001", "veteran, 50, 0.001, 0.04, 0.06", "veteran, 50, 0.002, 0.05, 0.1"
  })
  void roundTripsKeepHazardRatioMedianAndCurve(
      String name, double every, double error, double logTolerance, double medianTolerance) {
    SurvivalData original = name.equals("lung") ? SurvivalSets.lung() : SurvivalSets.veteran();
    KaplanMeierFit fit = KaplanMeier.of(original);
    CoxCoefficient expected = CoxRegression.betweenGroups().fit(original).coefficients().get(0);
    for (long seed = 1; seed <= 5; seed++) {
      String at = name + ", error " + error + ", seed " + seed;
      ReconstructedPatients first = readBack(fit.curves().get(0), every, error, seed, true);
      ReconstructedPatients second = readBack(fit.curves().get(1), every, error, -seed, true);
      SurvivalData back = ReconstructedPatients.together(first, second);
      assertEquals(original.size(), back.size(), at);
      assertEquals(original.events(), back.events(), 3, at);
      CoxCoefficient found = CoxRegression.betweenGroups().fit(back).coefficients().get(0);
      assertEquals(expected.estimate(), found.estimate(), logTolerance, at);
      assertEquals(expected.standardError(), found.standardError(), 0.005, at);
      KaplanMeierFit refit = KaplanMeier.of(back);
      for (SurvivalCurve curve : fit.curves()) {
        SurvivalCurve again = refit.curve(curve.group());
        double median = curve.median().time().getAsDouble();
        double gap = Math.abs(again.median().time().getAsDouble() / median - 1);
        assertTrue(gap <= medianTolerance, at + " median " + gap);
        double tau = 0.8 * Math.min(curve.lastTime(), again.lastTime());
        double mean = curve.restrictedMean(tau).mean();
        assertEquals(mean, again.restrictedMean(tau).mean(), 0.02 * mean, at);
      }
    }
  }

  @Test
  void exactCurveWithItsRiskTableGivesBackEveryEvent() {
    SurvivalCurve curve = KaplanMeier.of(SurvivalSets.leukaemia()).curve("control");
    ReconstructedPatients back = readBack(curve, 5, 0, 1, false);
    assertEquals(21, back.events());
    SurvivalCurve again = KaplanMeier.of(back.data()).curve("control");
    assertTrue(Arrays.equals(curve.times(), again.times()));
    for (int i = 0; i < curve.size(); i++) {
      assertEquals(curve.survival()[i], again.survival()[i], 1e-12);
    }
  }

  @Test
  void numberAtTheStartAndTotalOfEventsAreEnough() {
    KaplanMeierFit fit = KaplanMeier.of(SurvivalSets.leukaemia());
    ReconstructedPatients[] arms =
        fit.curves().stream()
            .map(curve -> readBack(curve, 1000, 0.001, 4, true))
            .toArray(ReconstructedPatients[]::new);
    assertEquals(21, arms[0].events());
    assertEquals(9, arms[1].events());
    SurvivalData back = ReconstructedPatients.together(arms);
    double expected = LogRank.of(SurvivalSets.leukaemia()).hazardRatio().get().logEstimate();
    assertEquals(expected, LogRank.of(back).hazardRatio().get().logEstimate(), 0.1);
    assertTrue(back.notes().stream().anyMatch(note -> note.contains("reconstructed")));
  }

  @Test
  void whatIsAssumedOrDoesNotFitIsNoted() {
    ReconstructedPatients patients =
        GuyotReconstruction.ofGroup("arm")
            .totalEvents(9)
            .from(
                new double[] {1, 2, 3},
                new double[] {0.9, 0.95, 0.5},
                new double[] {0, 2, 9},
                new int[] {10, 9, 1});
    String notes = patients.notes().toString();
    assertTrue(notes.contains("even censoring"), notes);
    assertTrue(notes.contains("1 points lay above the one before"), notes);
    assertTrue(notes.contains("1 times of the risk table lie after"), notes);
    assertTrue(notes.contains("events reconstructed, 9 printed"), notes);
    assertEquals(10, patients.size());
  }

  @Test
  void everyPointOutsideItsRangeIsNamed() {
    GuyotReconstruction method = GuyotReconstruction.ofGroup("arm");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    method.from(
                        new double[] {-1, 2},
                        new double[] {1, 90},
                        new double[] {0, 1},
                        new int[] {10, 12}))
            .getMessage();
    assertTrue(message.contains("3 problems"), message);
    assertTrue(message.contains("Row 2: survival must be 0 to 1 (percent / 100), was 90"), message);
    assertTrue(message.contains("Row 2: number at risk must not rise, nor be below 0, was 12"));
    assertThrows(IllegalArgumentException.class, () -> method.totalEvents(-1));
  }
}
