package org.copse.sensitivity;

import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copse.batch.BatchModel;
import org.copse.convert.ChangeSd;
import org.copse.convert.Printed;
import org.copse.data.ArmChangeColumns;
import org.copse.data.PrePostColumns;
import org.copse.data.PrintedTrials;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.ConcordanceMeasure;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.Effects;
import org.copse.effect.GenotypeMeasure;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.MeanChangeMeasure;
import org.copse.effect.MeanMeasure;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.PartialCorrelationMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.SemiPartialCorrelationMeasure;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.StudyDataException;
import org.copse.effect.TwoArmChangeMeasure;
import org.copse.effect.ZeroCells;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rounding of every outcome: bounds hold, are attained, and published figures are reachable. */
class PrintedOutcomesTest {

  @TempDir private static Path folder;

  private static final String TABLE =
      """
      study,n,m,s,n2,m2,s2,mb,sb,r,rr,r2,k,a,x,t,x2,t2,e,ee,f,ff,pct
      A,30,12.3,3.1,31,10.1,3.0,14.0,3.5,0.6,0.45,0.40,3,0.81,8,120.5,4,130,10,4,5,11,13
      B,25,10.2,4,24,9.4,3.2,13,4.1,0.55,0.3,0.35,2,0.7,6,90,9,88.5,8,5,6,6,32
      C,40,11.25,2.95,41,10.20,3.05,12.5,3.0,0.72,0.52,0.51,4,0.78,15,210,12,204,14,6,7,13,22.5
      """;

  private static Trials trials(String csv) throws IOException {
    Path file = Files.createTempFile(folder, "trials", ".csv");
    return Trials.read(Files.writeString(file, csv)).study("study");
  }

  private static final Map<Outcome, RoundingAnalysis> COMMON = new EnumMap<>(Outcome.class);

  private static final PrePostColumns ARM1 = new PrePostColumns("n", "mb", "sb", "m", "s", "r");
  private static final PrePostColumns ARM2 = new PrePostColumns("n2", "mb", "sb", "m2", "s2", "r");

  /** Each outcome by {@code trials.asPrinted()}, and the same effects without rounding. */
  private enum Outcome {
    PERCENTAGE(
        p -> p.percentage("pct", "n").as(ProportionMeasure.LOGIT_PROPORTION),
        t -> t.percentage("pct", "n").as(ProportionMeasure.LOGIT_PROPORTION)),
    PERCENTAGE_FREEMAN_TUKEY(
        p -> p.percentage("pct", "n").as(ProportionMeasure.FREEMAN_TUKEY_PROPORTION),
        t -> t.percentage("pct", "n").as(ProportionMeasure.FREEMAN_TUKEY_PROPORTION)),
    PROPORTION(
        p -> p.proportion("x", "n").as(ProportionMeasure.ARCSINE_PROPORTION),
        t -> t.proportion("x", "n").as(ProportionMeasure.ARCSINE_PROPORTION)),
    RATES_RATIO(
        p -> p.rates("x", "t", "x2", "t2").as(RateMeasure.INCIDENCE_RATE_RATIO),
        t -> t.rates("x", "t", "x2", "t2").as(RateMeasure.INCIDENCE_RATE_RATIO)),
    RATES_DIFFERENCE(
        p -> p.rates("x", "t", "x2", "t2").as(RateMeasure.INCIDENCE_RATE_DIFFERENCE),
        t -> t.rates("x", "t", "x2", "t2").as(RateMeasure.INCIDENCE_RATE_DIFFERENCE)),
    RATE_LOG(
        p -> p.rate("x", "t").as(SingleRateMeasure.LOG_RATE),
        t -> t.rate("x", "t").as(SingleRateMeasure.LOG_RATE)),
    RATE_FREEMAN_TUKEY(
        p -> p.rate("x", "t").as(SingleRateMeasure.FREEMAN_TUKEY_RATE),
        t -> t.rate("x", "t").as(SingleRateMeasure.FREEMAN_TUKEY_RATE)),
    MEAN(
        p -> p.mean("n", "m", "s").as(MeanMeasure.RAW_MEAN),
        t -> t.mean("n", "m", "s").as(MeanMeasure.RAW_MEAN)),
    MEAN_POOLED_VARIANCE(
        p -> p.mean("n", "m", "s").as(MeanMeasure.RAW_MEAN_POOLED_VARIANCE),
        t -> t.mean("n", "m", "s").as(MeanMeasure.RAW_MEAN_POOLED_VARIANCE)),
    MEAN_LOG(
        p -> p.mean("n", "m", "s").as(MeanMeasure.LOG_MEAN),
        t -> t.mean("n", "m", "s").as(MeanMeasure.LOG_MEAN)),
    MEANS(
        p -> p.means("n", "m", "s", "n2", "m2", "s2").as(MEAN_DIFFERENCE),
        t -> t.means("n", "m", "s", "n2", "m2", "s2").as(MEAN_DIFFERENCE)),
    DIAGNOSTIC(
        p -> p.diagnostic("e", "ee", "f", "ff").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO),
        t -> t.diagnostic("e", "ee", "f", "ff").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO)),
    PRE_POST(
        p ->
            p.change(c -> c.prePost("n", "mb", "sb", "m", "s", "r"))
                .as(ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE),
        t ->
            t.change()
                .prePost("n", "mb", "sb", "m", "s", "r")
                .as(ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE)),
    PRE_POST_ARMS(
        p ->
            p.change(c -> c.prePostArms(ARM1, ARM2))
                .as(TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES),
        t -> t.change().prePostArms(ARM1, ARM2).as(TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES)),
    MEAN_CHANGE(
        p -> p.change(c -> c.meanChange("n", "m", "s")).as(MeanChangeMeasure.REPORTED_MEAN_CHANGE),
        t -> t.change().meanChange("n", "m", "s").as(MeanChangeMeasure.REPORTED_MEAN_CHANGE)),
    NET_CHANGE(
        p ->
            p.netChange(
                    c ->
                        c.net(ArmChangeColumns.changes("n", "m", "s"))
                            .control(ArmChangeColumns.changes("n2", "m2", "s2")))
                .as(NetChangeMeasure.NET_CHANGE),
        t ->
            t.change()
                .net(ArmChangeColumns.changes("n", "m", "s"))
                .control(ArmChangeColumns.changes("n2", "m2", "s2"))
                .as(NetChangeMeasure.NET_CHANGE)),
    NET_CHANGE_OF_VALUES(
        p ->
            p.netChange(
                    c ->
                        c.net(ArmChangeColumns.values("n", "mb", "sb", "m", "s"))
                            .correlation(ChangeSd.assumedCorrelation(0.7, "a similar trial")))
                .as(NetChangeMeasure.NET_CHANGE),
        t ->
            t.change()
                .net(ArmChangeColumns.values("n", "mb", "sb", "m", "s"))
                .correlation(ChangeSd.assumedCorrelation(0.7, "a similar trial"))
                .as(NetChangeMeasure.NET_CHANGE)),
    CORRELATION(
        p -> p.association(a -> a.correlation("rr", "n")).as(CorrelationMeasure.CORRELATION),
        t -> t.association().correlation("rr", "n").as(CorrelationMeasure.CORRELATION)),
    CORRELATION_AVERAGE(
        p ->
            p.association(a -> a.correlation("rr", "n"))
                .as(CorrelationMeasure.CORRELATION_AVERAGE_VARIANCE),
        t ->
            t.association()
                .correlation("rr", "n")
                .as(CorrelationMeasure.CORRELATION_AVERAGE_VARIANCE)),
    FISHER_Z(
        p ->
            p.association(a -> a.correlation("rr", "n"))
                .as(CorrelationMeasure.FISHER_Z_CORRELATION),
        t -> t.association().correlation("rr", "n").as(CorrelationMeasure.FISHER_Z_CORRELATION)),
    PARTIAL(
        p ->
            p.association(a -> a.partialCorrelation("rr", "n", "k"))
                .as(PartialCorrelationMeasure.PARTIAL_CORRELATION),
        t ->
            t.association()
                .partialCorrelation("rr", "n", "k")
                .as(PartialCorrelationMeasure.PARTIAL_CORRELATION)),
    SEMI_PARTIAL(
        p ->
            p.association(a -> a.semiPartialCorrelation("rr", "n", "k", "r2"))
                .as(SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION),
        t ->
            t.association()
                .semiPartialCorrelation("rr", "n", "k", "r2")
                .as(SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION)),
    R_SQUARED(
        p -> p.association(a -> a.rSquared("r2", "n", "k")).as(ModelFitMeasure.R_SQUARED),
        t -> t.association().rSquared("r2", "n", "k").as(ModelFitMeasure.R_SQUARED)),
    ALPHA(
        p ->
            p.association(a -> a.cronbachAlpha("a", "k", "n"))
                .as(CronbachAlphaMeasure.BONETT_ALPHA),
        t -> t.association().cronbachAlpha("a", "k", "n").as(CronbachAlphaMeasure.BONETT_ALPHA)),
    AREA(
        p ->
            p.association(a -> a.areaUnderCurve("a", "n", "n2"))
                .as(ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE),
        t ->
            t.association()
                .areaUnderCurve("a", "n", "n2")
                .as(ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE)),
    GENOTYPES(
        p ->
            p.association(a -> a.genotypes("e", "ee", "f"))
                .as(GenotypeMeasure.RELATIVE_EXCESS_HETEROZYGOSITY),
        t ->
            t.association()
                .genotypes("e", "ee", "f")
                .as(GenotypeMeasure.RELATIVE_EXCESS_HETEROZYGOSITY)),
    PAIRS(
        p ->
            p.matched(m -> m.pairs("e", "ee", "f", "ff"))
                .as(MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO),
        t ->
            t.matched().pairs("e", "ee", "f", "ff").as(MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO)),
    MARGINS(
        p ->
            p.matched(m -> m.margins("x", "x2", "n", "r"))
                .as(MatchedPairsMeasure.MARGINAL_ODDS_RATIO),
        t -> t.matched().margins("x", "x2", "n", "r").as(MatchedPairsMeasure.MARGINAL_ODDS_RATIO));

    private final Function<PrintedTrials, PrintedEffects> printed;
    private final Function<Trials, Effects> plain;

    Outcome(Function<PrintedTrials, PrintedEffects> printed, Function<Trials, Effects> plain) {
      this.printed = printed;
      this.plain = plain;
    }
  }

  private static Stream<Outcome> outcomes() {
    return Stream.of(Outcome.values());
  }

  private static PrintedEffects printed(Outcome outcome) throws IOException {
    return outcome.printed.apply(trials(TABLE).asPrinted());
  }

  private static RoundingAnalysis common(Outcome outcome) throws IOException {
    RoundingAnalysis known = COMMON.get(outcome);
    if (known == null) {
      known = Rounding.withDefaults().model(BatchModel.COMMON).draws(200).fit(printed(outcome));
      COMMON.put(outcome, known);
    }
    return known;
  }

  /** One set of unrounded numbers, drawn here and not by the analysis. */
  private static double[] draw(PrintedEffects printed, Random random) {
    return printed.all().stream()
        .mapToDouble(
            i ->
                i.whole()
                    ? i.lower() + random.nextInt((int) (i.upper() - i.lower()) + 1)
                    : i.lower() + random.nextDouble() * (i.upper() - i.lower()))
        .toArray();
  }

  private static Map<RoundingQuantity, Double> shown(Fit fit) {
    Map<RoundingQuantity, Double> values = new TreeMap<>();
    values.put(RoundingQuantity.ESTIMATE, fit.backTransformed().estimate());
    values.put(RoundingQuantity.CI_LOWER, fit.backTransformed().interval().lower());
    values.put(RoundingQuantity.CI_UPPER, fit.backTransformed().interval().upper());
    values.put(RoundingQuantity.Q, fit.heterogeneity().q());
    return values;
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void asPrintedIsWhatTheOutcomeGives(Outcome outcome) throws IOException {
    PrintedEffects printed = printed(outcome);
    Effects plain = outcome.plain.apply(trials(TABLE));
    assertEquals(plain.size(), printed.size());
    for (int i = 0; i < plain.size(); i++) {
      assertEquals(plain.estimate(i), printed.asPrinted().estimate(i));
      assertEquals(plain.variance(i), printed.asPrinted().variance(i));
    }
    List<String> notes = printed.asPrinted().notes();
    assertEquals(notes.stream().distinct().toList(), notes);
    assertTrue(
        notes.containsAll(plain.notes().stream().filter(n -> !n.contains("nearest")).toList()));
  }

  /** No unrounded numbers give more or less than the bounds, by the models themselves. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void boundsHold(Outcome outcome) throws IOException {
    hold(common(outcome), CommonEffect::of);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PERCENTAGE", "RATES_DIFFERENCE", "MEAN", "MEAN_POOLED_VARIANCE", "CORRELATION"})
  void boundsHoldOfRandomEffects(Outcome outcome) throws IOException {
    hold(Rounding.withDefaults().draws(100).fit(printed(outcome)), RandomEffects::of);
  }

  private static void hold(RoundingAnalysis analysis, Function<Effects, Fit> model) {
    PrintedEffects printed = analysis.printed();
    Random random = new Random(11);
    for (int d = 0; d < 150; d++) {
      Effects effects = printed.form().effects(printed.studies(), draw(printed, random));
      shown(model.apply(effects))
          .forEach(
              (quantity, x) -> {
                RoundingRange range = analysis.range(quantity);
                double slack = 1e-7 * Math.max(1e-3, Math.abs(x));
                assertTrue(
                    x >= range.lower() - slack && x <= range.upper() + slack,
                    () -> "seed 11, " + range + " does not hold " + x);
              });
    }
  }

  /** The as-printed result is reachable, and its witness, pooled by the model, gives it. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void thePrintedResultIsReachable(Outcome outcome) throws IOException {
    PrintedEffects printed = printed(outcome);
    RoundingAnalysis analysis = common(outcome);
    Fit fit = CommonEffect.of(printed.asPrinted());
    Map<RoundingQuantity, Double> at = shown(fit);
    Published published =
        Published.effect(
            text(at.get(RoundingQuantity.ESTIMATE)),
            text(at.get(RoundingQuantity.CI_LOWER)),
            text(at.get(RoundingQuantity.CI_UPPER)));
    Reachability reach = analysis.reaches(published);
    assertEquals(Reachability.Verdict.REACHABLE, reach.verdict());
    Map<RoundingQuantity, Double> found =
        shown(CommonEffect.of(reach.witness().orElseThrow().effects()));
    published
        .figures()
        .forEach((q, figure) -> assertTrue(figure.covers(found.get(q)), q + " of " + outcome));
    Reachability far = analysis.reaches(Published.effect("900", "800", "1000"));
    assertTrue(far.verdict() != Reachability.Verdict.REACHABLE);
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Exact bounds are those that a search finds by the model itself: they are attained. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void exactBoundsAreAttained(Outcome outcome) throws IOException {
    PrintedEffects printed = printed(outcome);
    RoundingAnalysis exact = common(outcome);
    boolean closed = exact.range(RoundingQuantity.ESTIMATE).how() == BoundMethod.EXACT;
    assertEquals(
        List.of(
                "RATES_RATIO",
                "RATE_LOG",
                "MEAN",
                "MEANS",
                "MEAN_CHANGE",
                "NET_CHANGE",
                "FISHER_Z",
                "ALPHA")
            .contains(outcome.name()),
        closed);
    if (closed) {
      RoundingAnalysis found =
          Rounding.withDefaults().draws(100).fittedBy(CommonEffect::of).fit(printed);
      for (RoundingRange range : exact.ranges()) {
        RoundingRange search = found.range(range.quantity());
        double slack = 1e-3 * (range.upper() - range.lower()) + 1e-9;
        assertEquals(range.lower(), search.lower(), slack, range + " against " + search);
        assertEquals(range.upper(), search.upper(), slack, range + " against " + search);
      }
    }
  }

  @Test
  void boundsOfOneStudyAreThoseOfItsEnds() throws IOException {
    Trials one = trials("study,n,m,s,x,t\nA,25,10.0,5.0,9,30\n");
    Rounding common = Rounding.withDefaults().model(BatchModel.COMMON).draws(100);
    RoundingAnalysis mean =
        common.fit(one.asPrinted().mean("n", "m", "s").as(MeanMeasure.RAW_MEAN));
    assertEquals(9.95, mean.range(RoundingQuantity.ESTIMATE).lower(), 1e-12);
    assertEquals(10.05, mean.range(RoundingQuantity.ESTIMATE).upper(), 1e-12);
    double z = 1.959963984540054;
    assertEquals(10.05 + z * 5.05 / 5, mean.range(RoundingQuantity.CI_UPPER).upper(), 1e-12);
    RoundingAnalysis rate =
        common.fit(one.asPrinted().rate("x", "t").as(SingleRateMeasure.RAW_RATE));
    assertEquals(9 / 30.5, rate.range(RoundingQuantity.ESTIMATE).lower(), 1e-9);
    assertEquals(9 / 29.5, rate.range(RoundingQuantity.ESTIMATE).upper(), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"PROPORTION", "DIAGNOSTIC", "PAIRS", "GENOTYPES"})
  void outcomesThatAreCountsAloneHaveOneResult(Outcome outcome) throws IOException {
    PrintedEffects printed = printed(outcome);
    assertEquals(1, printed.combinations());
    assertTrue(String.join("\n", printed.notes()).contains("no rounding"));
  }

  @Test
  void countsHaveOneResultUnderAnyRule() throws IOException {
    Trials trials = trials("study,x,n\nA,0,30\nB,5,40\n");
    PrintedEffects printed =
        trials
            .proportion("x", "n")
            .zeroCells(ZeroCells.ALL_IF_ANY)
            .asPrinted(ProportionMeasure.LOGIT_PROPORTION);
    assertEquals(1, printed.combinations());
    Effects plain =
        trials
            .proportion("x", "n")
            .zeroCells(ZeroCells.ALL_IF_ANY)
            .as(ProportionMeasure.LOGIT_PROPORTION);
    assertEquals(plain.estimate(1), printed.asPrinted().estimate(1));
    RoundingRange range =
        Rounding.withDefaults()
            .model(BatchModel.COMMON)
            .fit(printed)
            .range(RoundingQuantity.ESTIMATE);
    assertEquals(CommonEffect.of(plain).backTransformed().estimate(), range.lower(), 1e-12);
    assertEquals(range.lower(), range.upper());
    assertTrue(String.join("\n", printed.notes()).contains("no rounding"));
  }

  @Test
  void singlePercentagesStandForEveryCountThatPrintsSo() throws IOException {
    Trials trials = trials("study,p,n\nA,12,400\nB,14,54\n");
    StudyDataException refused =
        assertThrows(
            StudyDataException.class,
            () -> trials.percentage("p", "n").as(ProportionMeasure.RAW_PROPORTION));
    assertTrue(refused.getMessage().contains("14 % of 54 is no whole count"));
    PrintedEffects taken =
        trials
            .asPrinted()
            .acceptUnattainable()
            .percentage("p", "n")
            .as(ProportionMeasure.RAW_PROPORTION);
    assertEquals(10, taken.combinations());
    assertEquals(46, taken.inputs(0).get(0).lower());
    assertEquals(50, taken.inputs(0).get(0).upper());
    RoundingAnalysis all = Rounding.withDefaults().model(BatchModel.COMMON).fit(taken);
    assertTrue(all.isExhaustive());
    assertEquals(10, all.size());
  }

  @Test
  void whatRoundingMakesImpossibleIsNamedByItsRow() throws IOException {
    Trials trials =
        trials("study,n,m,s,r\nA,25,,5.0,\nB,30,0.3,0.04,1.00\nC,30,0.0,2,0.996\n")
            .leaveOutIncomplete();
    StudyDataException mean =
        assertThrows(
            StudyDataException.class,
            () -> trials.mean("n", "m", "s").asPrinted(MeanMeasure.LOG_MEAN));
    assertEquals(1, mean.problems().size());
    assertEquals(3, mean.problems().get(0).row());
    assertTrue(mean.getMessage().contains("defined everywhere within rounding"), mean.getMessage());
    StudyDataException r =
        assertThrows(
            StudyDataException.class,
            () ->
                trials
                    .association()
                    .correlation("r", "n")
                    .asPrinted(CorrelationMeasure.FISHER_Z_CORRELATION));
    assertEquals(2, r.problems().get(0).row());
    assertTrue(
        r.getMessage().contains("correlation must be from -1 to 1, before rounding too"),
        r.getMessage());
    assertTrue(r.getMessage().contains("0.995000 to 1.00500"), r.getMessage());
  }

  @Test
  void computedCellsStayAsTheyAre() throws IOException {
    Trials trials =
        trials(TABLE).derive("assumed", row -> ChangeSd.assumedCorrelation(0.5, "a trial like it"));
    PrintedEffects printed =
        trials
            .change()
            .prePost("n", "mb", "sb", "m", "s", "assumed")
            .asPrinted(ChangeMeasure.MEAN_CHANGE);
    PrintedInput r = printed.inputs(0).get(5);
    assertEquals(0.5, r.lower());
    assertEquals(0.5, r.upper());
    assertEquals(12.25, printed.inputs(0).get(3).lower(), 1e-12);
    assertTrue(
        printed.notes().stream().anyMatch(n -> n.contains("Computed cells in assumed stay")));
  }

  @Test
  void anAverageOverTheStudiesIsTakenInEveryDraw() throws IOException {
    PrintedEffects printed = printed(Outcome.MEAN_POOLED_VARIANCE);
    assertTrue(printed.form().takesTogether());
    double[] wide = printed.all().stream().mapToDouble(PrintedInput::upper).toArray();
    Fit fit = CommonEffect.of(printed.form().effects(printed.studies(), wide));
    double[][] pooled =
        new BatchPooling(BatchModel.COMMON, null, 0.95)
            .pool(printed, InputSets.of(List.of(wide)), Set.of(RoundingQuantity.CI_UPPER), 1);
    assertEquals(fit.interval().upper(), pooled[RoundingQuantity.CI_UPPER.ordinal()][0], 1e-12);
  }

  @Test
  void printedSaysWhatItHolds() throws IOException {
    PrintedTrials printed = trials(TABLE).asPrinted();
    assertTrue(printed.rate("x", "t").toString().contains("Rates of single groups as printed"));
    assertTrue(printed.mean("n", "m", "s").toString().contains("Means as printed"));
    assertEquals(0.05, Printed.of("12.3").upper() - 12.3, 1e-12);
  }
}
