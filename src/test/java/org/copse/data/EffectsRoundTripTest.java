package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.copse.convert.ChangeSd;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.ConcordanceMeasure;
import org.copse.effect.ContinuousMeasure;
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
import org.copse.effect.ReportedMeasure;
import org.copse.effect.SemiPartialCorrelationMeasure;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.TwoArmChangeMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

/** Effects of every outcome, saved and read back: every input, effect, variance and note. */
class EffectsRoundTripTest {

  @TempDir private static Path folder;

  /** A zero cell in study B, so that a note is made; labels that a spreadsheet would run. */
  private static final String TABLE =
      """
      study,year,dose,n,m,s,n2,m2,s2,mb,sb,r,rr,r2,k,a,x,t,x2,t2,e,ee,f,ff,pct,pct2,hr,low,high,se,p,oe,v
      =A,2001,1.5,30,12.3,3.1,31,10.1,3.0,14.0,3.5,0.6,0.45,0.40,3,0.81,8,120.5,4,130,10,4,5,11,13,29,0.50,0.31,0.81,0.25,0.004,-11.1,16.0
      "B, ""b""\",1999,NA,25,10.2,4,24,9.4,3.2,13,4.1,0.55,0.3,0.35,2,0.7,0,90,9,88.5,8,5,0,6,32,25,0.80,0.54,1.18,0.20,0.26,-5.6,25.0
      C,2010,3,40,11.25,2.95,41,10.20,3.05,12.5,3.0,0.72,0.52,0.51,4,0.78,15,210,12,204,14,6,7,13,22.5,12,0.7,0.4,1.2,0.28,0.2,-4.5,12.8
      """;

  private static Trials trials() throws IOException {
    Path file = folder.resolve("in.csv");
    if (!Files.exists(file)) {
      Files.writeString(file, TABLE);
    }
    return Trials.read(file).study("study").year("year");
  }

  private static final PrePostColumns ARM1 = new PrePostColumns("n", "mb", "sb", "m", "s", "r");
  private static final PrePostColumns ARM2 = new PrePostColumns("n2", "mb", "sb", "m2", "s2", "r");

  /** How effects are made, and made again of the columns that were saved. */
  private enum Outcome {
    COUNTS(
        t -> t.binary("x", "n", "x2", "n2").as(BinaryMeasure.RISK_RATIO),
        t -> t.binary("events1", "total1", "events2", "total2").as(BinaryMeasure.RISK_RATIO)),
    DIAGNOSTIC(
        t -> t.diagnostic("e", "ee", "f", "ff").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO),
        t -> t.diagnostic("TP", "FP", "FN", "TN").as(BinaryMeasure.DIAGNOSTIC_ODDS_RATIO)),
    PERCENTAGES(
        t -> percentages(t, "pct", "n", "pct2", "n2"),
        t -> percentages(t, "printed_pct", "total1", "printed_pct2", "total2")),
    PERCENTAGE(
        t ->
            t.percentage("pct", "n")
                .acceptUnattainable()
                .as(ProportionMeasure.FREEMAN_TUKEY_PROPORTION),
        t ->
            t.percentage("printed_pct", "total")
                .acceptUnattainable()
                .as(ProportionMeasure.FREEMAN_TUKEY_PROPORTION)),
    MEANS(
        t ->
            t.means("n", "m", "s", "n2", "m2", "s2")
                .as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE),
        t ->
            t.means("n1", "mean1", "sd1", "n2", "mean2", "sd2")
                .as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE)),
    PROPORTION(
        t -> t.proportion("x", "n").as(ProportionMeasure.LOGIT_PROPORTION),
        t -> t.proportion("events", "total").as(ProportionMeasure.LOGIT_PROPORTION)),
    RATES(
        t -> t.rates("x", "t", "x2", "t2").as(RateMeasure.INCIDENCE_RATE_RATIO),
        t -> t.rates("events1", "time1", "events2", "time2").as(RateMeasure.INCIDENCE_RATE_RATIO)),
    RATE(
        t -> t.rate("x", "t").as(SingleRateMeasure.FREEMAN_TUKEY_RATE),
        t -> t.rate("events", "time").as(SingleRateMeasure.FREEMAN_TUKEY_RATE)),
    MEAN(
        t -> t.mean("n", "m", "s").as(MeanMeasure.LOG_MEAN),
        t -> t.mean("n", "mean", "sd").as(MeanMeasure.LOG_MEAN)),
    INTERVAL(
        t -> t.reported("hr", "low", "high").as(ReportedMeasure.HAZARD_RATIO),
        t ->
            t.reported("printed_hr", "printed_low", "printed_high")
                .acceptLopsided()
                .as(ReportedMeasure.HAZARD_RATIO)),
    STANDARD_ERROR(
        t -> t.reportedWithSe("hr", "se").as(ReportedMeasure.HAZARD_RATIO),
        t -> t.reportedWithSe("printed_hr", "printed_se").as(ReportedMeasure.HAZARD_RATIO)),
    P_VALUE(
        t -> t.reportedWithP("hr", "p").as(ReportedMeasure.HAZARD_RATIO),
        t -> t.reportedWithP("printed_hr", "printed_p").as(ReportedMeasure.HAZARD_RATIO)),
    LOG_RANK(
        t -> t.observedMinusExpected("oe", "v").as(ReportedMeasure.HAZARD_RATIO),
        t -> t.observedMinusExpected("printed_oe", "printed_v").as(ReportedMeasure.HAZARD_RATIO)),
    MIXED(
        t -> t.mixed().counts("x", "n", "x2", "n2").as(BinaryMeasure.ODDS_RATIO),
        t ->
            t.mixed()
                .counts("printed_x", "printed_n", "printed_x2", "printed_n2")
                .as(BinaryMeasure.ODDS_RATIO)),
    PRE_POST(
        t ->
            t.change()
                .prePost("n", "mb", "sb", "m", "s", "r")
                .as(ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE),
        t ->
            t.change()
                .prePost("n", "mean_before", "sd_before", "mean_after", "sd_after", "r")
                .as(ChangeMeasure.RAW_SCORE_STANDARDISED_MEAN_CHANGE)),
    PRE_POST_ARMS(
        t -> t.change().prePostArms(ARM1, ARM2).as(TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES),
        t ->
            t.change()
                .prePostArms(saved(1), saved(2))
                .as(TwoArmChangeMeasure.DIFFERENCE_OF_MEAN_CHANGES)),
    MEAN_CHANGE(
        t -> t.change().meanChange("n", "m", "s").as(MeanChangeMeasure.REPORTED_MEAN_CHANGE),
        t ->
            t.change()
                .meanChange("n", "mean_change", "sd_change")
                .as(MeanChangeMeasure.REPORTED_MEAN_CHANGE)),
    NET_CHANGE(
        t -> net(t, ArmChangeColumns.values("n", "mb", "sb", "m", "s")),
        t ->
            net(
                t,
                ArmChangeColumns.values(
                    "n1", "printed_mb", "printed_sb", "printed_m", "printed_s"))),
    CORRELATION(
        t -> t.association().correlation("rr", "n").as(CorrelationMeasure.FISHER_Z_CORRELATION),
        t -> t.association().correlation("r", "n").as(CorrelationMeasure.FISHER_Z_CORRELATION)),
    PARTIAL(
        t ->
            t.association()
                .partialCorrelation("rr", "n", "k")
                .as(PartialCorrelationMeasure.PARTIAL_CORRELATION),
        t ->
            t.association()
                .partialCorrelation("r", "n", "predictors")
                .as(PartialCorrelationMeasure.PARTIAL_CORRELATION)),
    SEMI_PARTIAL(
        t ->
            t.association()
                .semiPartialCorrelation("rr", "n", "k", "r2")
                .as(SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION),
        t ->
            t.association()
                .semiPartialCorrelation("r", "n", "predictors", "rSquared")
                .as(SemiPartialCorrelationMeasure.SEMI_PARTIAL_CORRELATION)),
    R_SQUARED(
        t -> t.association().rSquared("r2", "n", "k").as(ModelFitMeasure.R_SQUARED),
        t -> t.association().rSquared("rSquared", "n", "predictors").as(ModelFitMeasure.R_SQUARED)),
    ALPHA(
        t -> t.association().cronbachAlpha("a", "k", "n").as(CronbachAlphaMeasure.BONETT_ALPHA),
        t ->
            t.association()
                .cronbachAlpha("alpha", "items", "n")
                .as(CronbachAlphaMeasure.BONETT_ALPHA)),
    AREA(
        t ->
            t.association()
                .areaUnderCurve("a", "n", "n2")
                .as(ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE),
        t ->
            t.association()
                .areaUnderCurve("area", "n1", "n2")
                .as(ConcordanceMeasure.REPORTED_AREA_UNDER_CURVE)),
    GENOTYPES(
        t ->
            t.association()
                .genotypes("e", "ee", "ff")
                .as(GenotypeMeasure.RELATIVE_EXCESS_HETEROZYGOSITY),
        t ->
            t.association()
                .genotypes("dominant", "heterozygous", "recessive")
                .as(GenotypeMeasure.RELATIVE_EXCESS_HETEROZYGOSITY)),
    PAIRS(
        t -> t.matched().pairs("e", "ee", "f", "ff").as(MatchedPairsMeasure.MARGINAL_ODDS_RATIO),
        t ->
            t.matched()
                .pairs("both", "onlyFirst", "onlySecond", "neither")
                .as(MatchedPairsMeasure.MARGINAL_ODDS_RATIO)),
    MARGINS(
        t -> t.matched().margins("e", "ee", "n", "rr").as(MatchedPairsMeasure.MARGINAL_RISK_RATIO),
        t ->
            t.matched()
                .margins("events1", "events2", "pairs", "correlation")
                .as(MatchedPairsMeasure.MARGINAL_RISK_RATIO));

    private final Function<Trials, Effects> made;
    private final Function<Trials, Effects> again;

    Outcome(Function<Trials, Effects> made, Function<Trials, Effects> again) {
      this.made = made;
      this.again = again;
    }
  }

  private static Effects percentages(Trials t, String p1, String n1, String p2, String n2) {
    return t.percentages(p1, n1, p2, n2).acceptUnattainable().as(BinaryMeasure.RISK_DIFFERENCE);
  }

  private static Effects net(Trials trials, ArmChangeColumns arm) {
    return trials
        .change()
        .net(arm)
        .correlation(ChangeSd.assumedCorrelation(0.7, "a similar trial"))
        .as(NetChangeMeasure.NET_CHANGE);
  }

  private static PrePostColumns saved(int arm) {
    return new PrePostColumns(
        "n" + arm,
        "mean_before" + arm,
        "sd_before" + arm,
        "mean_after" + arm,
        "sd_after" + arm,
        "r" + arm);
  }

  @ParameterizedTest
  @EnumSource
  void everyInputEffectVarianceAndNoteComesBack(Outcome outcome) throws IOException {
    Effects effects = outcome.made.apply(trials());
    Table table = Tables.of(effects);
    for (String ending : List.of(".csv", ".xlsx")) {
      Path file = folder.resolve(outcome + ending);
      Tables.save(effects, file);
      Trials back = Trials.read(file).study("study").year("year");
      assertTrue(back.columns().containsAll(table.columnNames()), back.columns()::toString);
      assertTrue(back.columns().containsAll(List.of("year", "dose")), back.columns()::toString);
      Effects again = outcome.again.apply(ending.equals(".csv") ? unquoted(back, file) : back);
      assertEquals(effects.size(), again.size());
      for (int i = 0; i < effects.size(); i++) {
        assertEquals(effects.estimate(i), again.estimate(i), outcome + ending);
        assertEquals(effects.variance(i), again.variance(i), outcome + ending);
        assertEquals(effects.studies().label(i), again.studies().label(i));
        assertEquals(effects.studies().year(i), again.studies().year(i));
        for (int j = 0; j < effects.rawColumns().size(); j++) {
          assertEquals(effects.raw(i, j), again.raw(i, j), outcome + ending + " " + j);
        }
        double estimate = back.table().numberColumn("estimate").getDouble(i);
        assertEquals(effects.estimate(i), estimate, outcome + ending);
      }
      assertEquals(notes(effects), notes(file, ending));
    }
  }

  /** Every column that an outcome reads is in what is saved: none of the inputs is lost. */
  @ParameterizedTest
  @EnumSource
  void everyColumnThatTheOutcomeReadsIsThere(Outcome outcome) throws IOException {
    Effects effects = outcome.made.apply(trials());
    Table table = Tables.of(effects);
    assertTrue(!effects.studies().inputNames().isEmpty(), outcome::name);
    for (String name : effects.studies().inputNames()) {
      List<Double> read = trials().table().numberColumn(name).asDoubleColumn().asList();
      assertTrue(
          table.columns().stream()
              .anyMatch(
                  c -> c instanceof tech.tablesaw.api.DoubleColumn d && d.asList().equals(read)),
          () -> outcome + " lost " + name + " " + read);
    }
  }

  /** The apostrophe that keeps a label from being run as a formula stays in the CSV. */
  private static Trials unquoted(Trials back, Path file) throws IOException {
    String csv = Files.readString(file);
    assertTrue(csv.contains("'=A"), csv);
    Path plain = folder.resolve("plain.csv");
    Files.writeString(plain, csv.replace("'=A", "=A"));
    assertEquals(3, back.rowCount());
    return Trials.read(plain).study("study").year("year");
  }

  private static List<String> notes(Effects effects) {
    return effects.notes();
  }

  private static List<String> notes(Path file, String ending) throws IOException {
    String stem = file.getFileName().toString().replace(ending, "");
    Path csv = folder.resolve(stem + "-notes.csv");
    Table table =
        ending.equals(".xlsx")
            ? sheet(file)
            : Files.size(csv) < 8 ? null : Trials.read(csv).table();
    return table == null || table.rowCount() == 0 ? List.of() : table.stringColumn("note").asList();
  }

  private static Table sheet(Path file) {
    try {
      return Trials.readSheet(file, "Notes").table();
    } catch (IllegalArgumentException e) {
      // a sheet without notes holds a header alone
      assertTrue(e.getMessage().contains("row"), e.getMessage());
      return null;
    }
  }

  @Test
  void outcomesThatMakeANoteAreAmongThem() {
    String noted =
        EnumSet.allOf(Outcome.class).stream()
            .filter(o -> !effects(o).notes().isEmpty())
            .map(Enum::name)
            .collect(Collectors.joining(" "));
    for (String name :
        Arrays.asList("COUNTS", "PERCENTAGES", "RATES", "NET_CHANGE", "PROPORTION")) {
      assertTrue(noted.contains(name), noted);
    }
  }

  private static Effects effects(Outcome outcome) {
    try {
      return outcome.made.apply(trials());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
