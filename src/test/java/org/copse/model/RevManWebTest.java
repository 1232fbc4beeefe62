package org.copse.model;

import static org.copse.effect.BinaryMeasure.ODDS_RATIO;
import static org.copse.effect.BinaryMeasure.PETO_ODDS_RATIO;
import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.Interval;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Tau2Estimator;
import org.junit.jupiter.api.Test;

/**
 * RevMan Web's own results of a practice review (asthma, inhaled corticosteroids), to full
 * precision: inputs and results as kept in the public repository
 * Glyphgroup/retraction-impact-engine, file tests/data/cochrane_asthma.json, analyses 1 to 8. They
 * settle zero cells, Q and double-zero studies; none of them has Hartung and Knapp's interval or a
 * prediction interval.
 */
class RevManWebTest {

  private static final double CLOSE = 1e-12;

  /** Analysis 1: inverse variance, one table with a zero cell. */
  @Test
  void inverseVarianceAddsHalfToTheTableWithAZero() {
    BinaryEffects effects =
        counts(
            ODDS_RATIO,
            new TwoByTwo(41, 127, 47, 124),
            new TwoByTwo(12, 142, 9, 148),
            new TwoByTwo(2, 14, 0, 14),
            new TwoByTwo(22, 192, 24, 198),
            new TwoByTwo(38, 127, 30, 127),
            new TwoByTwo(22, 71, 20, 72),
            new TwoByTwo(18, 197, 29, 203),
            new TwoByTwo(6, 9, 6, 9));
    CommonEffectFit fit = CommonEffect.of(effects);
    agrees(fit, -0.02737230690490113, 0.12898399550803932);
    limits(fit, -0.28017629268273425, 0.225431678872932);
    assertEquals(6.654212649166197, fit.heterogeneity().q(), CLOSE);
    // R's pchisq gives 0.46574831066: the program's own tail is good to six digits
    assertEquals(0.4657485228347744, fit.heterogeneity().p(), 1e-6);
    assertEquals(0.8319394968165865, fit.test().p(), 1e-6);
  }

  /** Analysis 2: estimates and standard errors, DL, Wald; its bounds of τ² to six digits. */
  @Test
  void randomEffectsOfReportedEstimates() {
    double[] estimates = {-0.2377, 0.4935, 1.7238, -0.34, 0.1547, -1.2993, 0};
    double[] errors = {0.2936, 0.4963, 1.5858, 0.3499, 0.3676, 0.4597, 0.5726};
    double[] variances = Arrays.stream(errors).map(e -> e * e).toArray();
    RandomEffectsFit fit =
        RandomEffects.preset(Preset.REVMAN_WEB)
            .tau2(Tau2Estimator.DL)
            .interval(ConfidenceMethod.WALD)
            .fit(PlainEffects.of(estimates, variances));
    agrees(fit, -0.1796983001859428, 0.22388841646532356);
    limits(fit, -0.6185115330136814, 0.25911493264179586);
    assertEquals(0.13799748050971156, fit.tau2(), CLOSE);
    assertEquals(10.372388433426043, fit.heterogeneity().q(), CLOSE);
    assertEquals(42.154113890833386, fit.iSquared(), 1e-10);
    Interval tau2 = fit.tau2Interval().orElseThrow();
    assertEquals(0, tau2.lower());
    assertEquals(2.87870530059422, tau2.upper(), 5e-6);
  }

  /** Analysis 3: half is added inside the sums, and Q is taken around the estimate. */
  @Test
  void mantelHaenszelWithAZeroCell() {
    MantelHaenszelFit fit =
        mantelHaenszel(
            new TwoByTwo(35, 127, 41, 124),
            new TwoByTwo(1, 142, 0, 148),
            new TwoByTwo(31, 192, 28, 198));
    agrees(fit, -0.03720309801329358, 0.19485567992052608);
    limits(fit, -0.41911321284058933, 0.3447070168140023);
    assertEquals(1.6512165432068457, fit.heterogeneity().q(), CLOSE);
    assertEquals(QCentre.MANTEL_HAENSZEL, fit.heterogeneity().centre());
  }

  /** Analysis 4: Peto, two of four studies without an event. */
  @Test
  void petoLeavesStudiesWithoutEventsOut() {
    PetoFit fit =
        Peto.of(
            counts(
                PETO_ODDS_RATIO,
                new TwoByTwo(4, 127, 4, 124),
                new TwoByTwo(0, 28, 0, 28),
                new TwoByTwo(0, 127, 4, 127),
                new TwoByTwo(0, 71, 0, 72)));
    agrees(fit, -0.6984663538298544, 0.5840204390033988);
    limits(fit, -1.8431253805117875, 0.4461926728520787);
    assertEquals(2.6188504068891563, fit.heterogeneity().q(), CLOSE);
    assertEquals(1, fit.heterogeneity().df());
    assertEquals(61.81530654177892, fit.heterogeneity().iSquared(), 1e-10);
  }

  /** Analysis 5. */
  @Test
  void mantelHaenszelOfTwoStudies() {
    MantelHaenszelFit fit =
        mantelHaenszel(new TwoByTwo(17, 127, 10, 124), new TwoByTwo(1, 71, 1, 72));
    agrees(fit, 0.5227799616055993, 0.40220047855690877);
    assertEquals(0.13826799896587366, fit.heterogeneity().q(), CLOSE);
  }

  /** Analysis 6. */
  @Test
  void mantelHaenszelOfUnequalArms() {
    MantelHaenszelFit fit = mantelHaenszel(new TwoByTwo(2, 17, 2, 31), new TwoByTwo(9, 56, 3, 38));
    agrees(fit, 0.7634186113405317, 0.583515911198783);
    assertEquals(0.013156220273373823, fit.heterogeneity().q(), CLOSE);
  }

  /** Analyses 7 and 8: a single study; RevMan prints I² of 100 % from a Q of 1e-33, we do not. */
  @Test
  void meanDifferenceOfOneStudy() {
    CommonEffectFit first = single(new ArmMeans(110, 6.8, 5.8209, 97, 6.1, 6.9464));
    agrees(first, 0.7000000000000002, 0.8974822157923478);
    CommonEffectFit second = single(new ArmMeans(110, 6.8, 5.8209, 97, 7.0, 6.4502));
    agrees(second, -0.20000000000000015, 0.8584547185181154);
    limits(second, -1.8825403306539763, 1.482540330653976);
    assertEquals(0, second.heterogeneity().iSquared());
  }

  private static CommonEffectFit single(ArmMeans arms) {
    return CommonEffect.of(
        ContinuousEffects.of(MEAN_DIFFERENCE, Studies.named("Harrison 2004"), List.of(arms)));
  }

  private static MantelHaenszelFit mantelHaenszel(TwoByTwo... tables) {
    return MantelHaenszel.preset(Preset.REVMAN_WEB).fit(counts(ODDS_RATIO, tables));
  }

  private static BinaryEffects counts(BinaryMeasure measure, TwoByTwo... tables) {
    List<String> labels = IntStream.range(0, tables.length).mapToObj(i -> "study " + i).toList();
    return BinaryEffects.of(measure, Studies.of(labels), List.of(tables));
  }

  private static void agrees(Fit fit, double estimate, double standardError) {
    assertEquals(estimate, fit.estimate(), CLOSE);
    assertEquals(standardError, fit.standardError(), CLOSE);
  }

  private static void limits(Fit fit, double lower, double upper) {
    assertEquals(lower, fit.interval().lower(), CLOSE);
    assertEquals(upper, fit.interval().upper(), CLOSE);
  }
}
