package org.copse.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.AppraisedStudy;
import org.copse.appraisal.FleissKappa;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.Instruments;
import org.copse.appraisal.Judgement;
import org.copse.appraisal.OverallRule;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.bayes.TauPrior;
import org.copse.bias.BeggTest;
import org.copse.bias.EggerTest;
import org.copse.bias.LimitMetaAnalysis;
import org.copse.bias.PCurve;
import org.copse.bias.PCurveResult;
import org.copse.bias.TrimAndFill;
import org.copse.bias.TrimAndFillResult;
import org.copse.convert.AbsoluteEffect;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Converted;
import org.copse.convert.ConvertedArm;
import org.copse.convert.ConvertedCounts;
import org.copse.convert.MeanAndSd;
import org.copse.convert.MeanContrast;
import org.copse.convert.NumberNeeded;
import org.copse.convert.Printed;
import org.copse.convert.ReconstructedTable;
import org.copse.convert.SkewnessTest;
import org.copse.data.Trials;
import org.copse.descriptive.ContingencyTest;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.Descriptives;
import org.copse.descriptive.PatientData;
import org.copse.descriptive.PrintedCounts;
import org.copse.descriptive.RankTest;
import org.copse.effect.ArmChange;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Correlation;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.Interval;
import org.copse.effect.MatchedPairs;
import org.copse.effect.MatchedPairsEffects;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.Moderator;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Rate;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;
import org.copse.heterogeneity.HeterogeneityGrade;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.model.AdverseEventData;
import org.copse.model.AdverseEventRows;
import org.copse.model.AdverseEvents;
import org.copse.model.BetaBinomial;
import org.copse.model.CommonAndRandom;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.CommonEffect;
import org.copse.model.ExactOddsRatio;
import org.copse.model.Glmm;
import org.copse.model.GlmmFit;
import org.copse.model.MantelHaenszel;
import org.copse.model.MantelHaenszelRates;
import org.copse.model.MetaRegression;
import org.copse.model.MetaRegressionFit;
import org.copse.model.PenalisedLogistic;
import org.copse.model.Peto;
import org.copse.model.Preset;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.model.SampleSizeWeighted;
import org.copse.model.StudyLeftOut;
import org.copse.model.Subgroups;
import org.copse.plot.BaujatPlot;
import org.copse.plot.BubblePlot;
import org.copse.plot.CaterpillarPlot;
import org.copse.plot.CorrelationPlot;
import org.copse.plot.DraperyPlot;
import org.copse.plot.ForestPlot;
import org.copse.plot.FunnelPlot;
import org.copse.plot.GoshPlot;
import org.copse.plot.InfluencePlot;
import org.copse.plot.KaplanMeierPlot;
import org.copse.plot.LabbePlot;
import org.copse.plot.OrchardPlot;
import org.copse.plot.PCurvePlot;
import org.copse.plot.PrismaPlot;
import org.copse.plot.ProfilePlot;
import org.copse.plot.RadialPlot;
import org.copse.plot.SpecificationPlot;
import org.copse.plot.SummaryBarPlot;
import org.copse.plot.TrafficLightPlot;
import org.copse.report.Comparison;
import org.copse.report.FitReport;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationSweep;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.Overlap;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;
import org.copse.sensitivity.Published;
import org.copse.sensitivity.Reachability;
import org.copse.sensitivity.Rounding;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.SpecificationAnalysis;
import org.copse.sensitivity.SpecificationCurve;
import org.copse.survival.CoxFit;
import org.copse.survival.CoxRegression;
import org.copse.survival.GuyotReconstruction;
import org.copse.survival.KaplanMeier;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRank;
import org.copse.survival.LogRankResult;
import org.copse.survival.LogRankWeight;
import org.copse.survival.SummarySurvival;
import org.copse.survival.SurvivalData;
import org.copse.survival.TimeTransform;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.PiePlot;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** A value of every type that shows in a way of its own; single-study fits among them. */
final class Samples {

  static final String HOSTILE =
      "<img src=x onerror=alert(1)></script><script>alert(1)</script>" + "\u202e\u001b[31m\u2066";

  private Samples() {}

  static Map<String, Object> all() {
    return All.VALUES;
  }

  /** Made once: some take a second. */
  private static final class All {
    private static final Map<String, Object> VALUES = Collections.unmodifiableMap(of("Trial"));
  }

  static BinaryEffects effects(String... labels) {
    return BinaryEffects.of(
            BinaryMeasure.RISK_RATIO,
            Studies.named(labels)
                .withModerator("group", Moderator.of(Arrays.asList(labels)))
                .withModerator("half", Moderator.of(halves(labels))),
            Collections.nCopies(labels.length, new TwoByTwo(4, 123, 11, 139)))
        .arms(labels[0], "Control");
  }

  private static void descriptive(String text, Map<String, Object> all) {
    PatientData patients =
        PatientData.grouped(List.of(text, "b", text, "b"))
            .categories(text, List.of(text, "", "x", text))
            .numbers(text + " 2", 1, 2, Double.NaN, 4);
    DescriptiveTable table =
        Descriptives.withDefaults()
            .testCategories(ContingencyTest.FISHER_EXACT)
            .testNumbers(RankTest.WILCOXON)
            .fit(patients);
    all.put("descriptive table", table);
    all.put("group test", table.blocks().get(0).test().orElseThrow());
    all.put(
        "printed table",
        PrintedCounts.headed(List.of(text), List.of(3L))
            .row(text, text, "", false, List.of(1L), List.of("30"))
            .check());
    SurvivalData times =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4}, new double[] {1, 0, 1, 1}, List.of(text, "b", text, "b"));
    all.put(
        "Kaplan-Meier plot",
        KaplanMeierPlot.of(KaplanMeier.of(times)).title(text).labels(text, text));
  }

  private static void appraisals(String text, RandomEffectsFit fit, Map<String, Object> all) {
    List<AppraisedStudy> studies =
        List.of(
            AppraisedStudy.of(text, "low", "low", "low", "low", "low"),
            AppraisedStudy.of(text + " 2", "low", "some concerns", "low", "low", "low"),
            AppraisedStudy.of(text + " 3", "low", "low", "high", "some concerns", "low"));
    Appraisal first = Appraisal.of(Instruments.rob2(), studies);
    List<AppraisedStudy> other = new ArrayList<>(studies);
    other.set(0, AppraisedStudy.of(text, "low", "high", "high", "low", "low"));
    ReviewerAgreement agreement =
        ReviewerAgreement.of(first, Appraisal.of(Instruments.rob2(), other));
    all.put("instrument", Instruments.quadas2());
    all.put(
        "instrument of one's own",
        Instrument.of(
            text,
            text,
            text,
            OverallRule.NONE,
            List.of(
                new AppraisalDomain(
                    text,
                    text,
                    text,
                    List.of(
                        AppraisalAnswer.of(text, Judgement.LOW),
                        AppraisalAnswer.of("b", Judgement.HIGH))))));
    all.put("appraisal", first);
    all.put("appraisal, counts", first.summary());
    all.put("appraisal, thresholds", AppraisalThresholds.of(fit, first));
    all.put("reviewers", agreement);
    all.put("kappa", agreement.domain("D2").orElseThrow().cohen().orElseThrow());
    all.put("Fleiss' kappa", FleissKappa.of(new int[][] {{3, 0}, {1, 2}}));
    all.put("traffic light", TrafficLightPlot.of(first).title(text));
    all.put("summary bars", SummaryBarPlot.of(first).weightedBy(fit).title(text));
    all.put("traffic light figure", TrafficLightPlot.of(first).title(text).figure());
    all.put("forest with appraisal", ForestPlot.of(fit).riskOfBias(first).title(text));
  }

  private static void rounding(String text, Map<String, Object> all) {
    List<PrintedInput> row =
        List.of(
            PrintedInput.of(text, Printed.of("0.60")),
            PrintedInput.of(text, Printed.of("0.41")),
            PrintedInput.of(text, Printed.of("0.88")));
    PrintedEffects printed =
        PrintedEffects.intervals(
                ReportedMeasure.HAZARD_RATIO, Studies.named(text, "b"), List.of(row, row), .95)
            .withNotes(List.of(text));
    RoundingAnalysis analysis = Rounding.withDefaults().draws(200).fit(printed);
    Reachability reach = analysis.reaches(Published.effect("0.60", "0.46", "0.79"));
    all.put("as printed", printed);
    all.put("rounding", analysis);
    all.put("reachable", reach);
    all.put("unreachable", analysis.reaches(Published.effect("0.90", "0.46", "0.79")));
    all.put("witness", reach.witness().orElseThrow());
  }

  private static List<String> halves(String[] labels) {
    List<String> halves = new ArrayList<>(Collections.nCopies(labels.length, "b"));
    halves.set(0, labels[0]);
    return halves;
  }

  /** The values, with a text of the caller's wherever a text can stand. */
  static Map<String, Object> of(String text) {
    BinaryEffects effects = effects(text, text + " 2", text + " 3");
    RandomEffectsFit fit = RandomEffects.of(effects);
    Map<String, Object> all = new LinkedHashMap<>();
    Table table =
        Table.create(
            text, StringColumn.create(text, text, "b"), DoubleColumn.create("x", .5, Double.NaN));
    all.put("table", table);
    all.put("row", table.row(1));
    all.put("text column", table.column(0));
    all.put("number column", table.column(1));
    all.put("trials", Trials.of(table));
    prisma(text, all);
    all.put("audit", Trials.of(audited(text)).audit());
    all.put("clean audit", Trials.of(table).audit());
    all.put("binary", effects);
    all.put("means", means(text));
    all.put("proportions", proportions(text));
    all.put("reported", reported(text));
    all.put("matched pairs", matched(text));
    all.put("correlations", correlations(text));
    all.put("correlation fit", RandomEffects.of(correlations(text)));
    all.put("random", fit);
    all.put("random, one study", fit.refit(0));
    all.put("common", CommonEffect.of(effects));
    all.put("common, one study", CommonEffect.of(effects.subset(0)));
    all.put("Mantel-Haenszel", MantelHaenszel.of(effects));
    all.put("Peto", Peto.of(effects.as(BinaryMeasure.PETO_ODDS_RATIO)));
    counts(text, effects, all);
    all.put("proportion fit", RandomEffects.of(proportions(text)));
    all.put("subgroups", Subgroups.by("half").of(fit));
    all.put("subgroups of one", Subgroups.by("group").of(fit));
    CommonAndRandomFit pair = CommonAndRandom.of(effects);
    all.put("subgroups, common tau2", Subgroups.by("half").commonTau2().of(fit));
    all.put("common and random", pair);
    all.put("common and random subgroups", pair.subgroups(Subgroups.by("half")));
    all.put("forest of common and random", ForestPlot.of(pair).title(text));
    all.put("forest of both subgroups", ForestPlot.of(pair.subgroups(Subgroups.by("half"))));
    all.put("presets", Preset.differences());
    all.put("bayes", BayesianRandomEffects.of(effects));
    all.put("bayes, one study", BayesianRandomEffects.of(effects.subset(0)));
    adverse(text, effects, all);
    all.put("posterior", BayesianRandomEffects.of(effects.subset(0)).tau());
    all.put(
        "posterior without a mean",
        BayesianRandomEffects.withDefaults()
            .tauPrior(TauPrior.halfCauchy(1))
            .fit(effects.subset(0))
            .mu());
    all.put("leave-one-out", LeaveOneOut.of(fit));
    rounding(text, all);
    changes(text, all);
    smallStudies(text, fit, all);
    descriptive(text, all);
    all.put("overlap", Overlap.of(effects));
    all.put("overlap, one row", Overlap.of(effects.subset(0)));
    appraisals(text, fit, all);
    all.put(
        "comparison",
        Comparison.titled(text)
            .effect(text, .4, .3, .5, 2, fit, text)
            .heading(text)
            .given(text, text, text, text));
    all.put("report", FitReport.of(fit));
    all.put("report of tables", Report.of(fit, effects));
    all.put("heterogeneity", fit.heterogeneity());
    all.put("no heterogeneity", fit.refit(0).heterogeneity());
    all.put("prediction", fit.prediction().orElseThrow());
    all.put("interval", fit.interval());
    all.put("shown", fit.backTransformed());
    all.put("test", fit.test());
    all.put("forest", ForestPlot.of(fit).title(text).favours(text, text));
    all.put("bayes forest", ForestPlot.of(BayesianRandomEffects.of(effects)).title(text));
    all.put("forest of one", ForestPlot.of(fit.refit(0)));
    all.put("funnel", FunnelPlot.of(fit).title(text));
    diagnostics(text, fit, all);
    conversions(text, all);
    survival(text, all);
    all.put("figure", ForestPlot.of(fit).title(text).figure());
    all.put("scatter", scatter(text));
    all.put("bars", bars(text));
    all.put("pie", PiePlot.create(text, named(text), "name", "n"));
    return all;
  }

  /** Sensitivity analyses and their plots. */
  private static void diagnostics(String text, RandomEffectsFit fit, Map<String, Object> all) {
    TrimAndFillResult filled = TrimAndFill.of(fit);
    all.put("trim and fill", filled);
    all.put("funnel of trim and fill", FunnelPlot.of(fit).contours().filled(filled).title(text));
    all.put("limit meta-analysis", LimitMetaAnalysis.of(fit));
    all.put(
        "funnel of a limit meta-analysis",
        FunnelPlot.of(fit).limit(LimitMetaAnalysis.of(fit)).title(text));
    all.put("influence", Influence.of(fit));
    all.put("influence panel", InfluencePlot.of(fit).title(text));
    all.put("Baujat plot", BaujatPlot.of(fit).title(text));
    all.put("radial plot", RadialPlot.of(fit).title(text).label(text));
    all.put("L'Abbé plot", LabbePlot.of(fit).title(text));
    all.put("profile", ProfilePlot.of(fit).title(text));
    all.put("drapery", DraperyPlot.of(fit).title(text).label(text));
    all.put("orchard", OrchardPlot.ofSubgroups(Subgroups.by("half").of(fit)).title(text));
    all.put("caterpillar", CaterpillarPlot.of(fit).title(text));
    all.put("GOSH", Gosh.of(fit));
    all.put("GOSH plot", GoshPlot.of(fit).with(text).title(text));
    SpecificationAnalysis many =
        SpecificationCurve.withDefaults().without(text, 0).fit(fit.effects());
    all.put("specifications", many);
    all.put("specification curve", SpecificationPlot.of(many).title(text));
    PCurveResult curve = PCurve.of(RandomEffects.of(means(text)));
    all.put("p-curve", curve);
    all.put("p-curve plot", PCurvePlot.ofResult(curve).title(text));
    all.put("L'Abbé figure", LabbePlot.of(fit).title(text).figure());
  }

  private static void conversions(String text, Map<String, Object> all) {
    Converted number = new Converted(1 / 3.0, text, text);
    Interval interval = new Interval(-.01, .2, .95);
    all.put("converted", number);
    all.put("reported estimate", new Reported(-.3, .1, text, text));
    all.put("reported ratio", new Reported(-.3, .1, text, text).as(BinaryMeasure.ODDS_RATIO));
    all.put("number needed", new NumberNeeded(.1, interval, text, List.of(text)));
    all.put("absolute effect", new AbsoluteEffect(.3, .1, interval, text, List.of(text)));
    all.put("attainable counts", AttainableCounts.of("9.6", 303));
    all.put("no attainable count", AttainableCounts.of("52.2", 197));
    all.put("reconstructed", ReconstructedTable.fromRiskRatio(0.20, 2545, 629, 18));
    all.put("converted arm", new ConvertedArm(number, number, number));
    all.put("converted counts", new ConvertedCounts(number, number));
    all.put("mean and SD", new MeanAndSd(number, number));
    all.put("contrast", new MeanContrast(number, number));
    all.put("skewness", SkewnessTest.ofQuartiles(1, 2, 9, 40));
  }

  private static void survival(String text, Map<String, Object> all) {
    double[] times = {1, 2, 3, 4, 5, 6, 7, 9};
    double[] events = {1, 0, 1, 1, 1, 0, 1, 1};
    List<String> groups = List.of(text, "b", text, "b", text, "b", text, "b");
    SurvivalData data = SurvivalData.ofGroups(times, events, groups);
    KaplanMeierFit fit = KaplanMeier.of(data);
    all.put("survival data", data);
    all.put("Kaplan-Meier", fit);
    all.put("curve", fit.curves().get(0));
    all.put("median survival", fit.curves().get(1).median());
    all.put("restricted mean", fit.curves().get(0).restrictedMean(5));
    all.put("difference of restricted means", fit.restrictedMeanDifference(5));
    LogRankResult test = LogRank.of(data);
    all.put("log-rank test", test);
    all.put(
        "log-rank test, weighted", LogRank.withDefaults().weight(LogRankWeight.GEHAN).test(data));
    all.put("log-rank chi-squared", test.test().orElseThrow());
    all.put("log-rank trend", test.trend().orElseThrow());
    all.put("hazard ratio", test.hazardRatio().orElseThrow());
    CoxFit cox = CoxRegression.betweenGroups().fit(data);
    all.put("Cox model", cox);
    all.put("proportional hazards", cox.proportionalHazards(TimeTransform.RANK).orElseThrow());
    SurvivalData apart =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4}, new double[] {1, 1, 0, 0}, List.of(text, text, "b", "b"));
    all.put("monotone Cox model", CoxRegression.betweenGroups().fit(apart));
    all.put(
        "reconstructed patients",
        GuyotReconstruction.ofGroup(text)
            .from(
                new double[] {1, 2},
                new double[] {.9, .6},
                new double[] {0, 2},
                new int[] {10, 8}));
    all.put(
        "summary survival",
        SummarySurvival.at(1, 2)
            .study(text, new double[] {.9, .6}, new double[] {20, 17})
            .study("b", new double[] {.8, .4}, new double[] {30, 22})
            .pool());
  }

  private static void changes(String text, Map<String, Object> all) {
    SummaryEffects<NetChange> net =
        SummaryEffects.of(
            NetChangeMeasure.NET_CHANGE,
            Studies.named(text, "b"),
            List.of(
                NetChange.singleArm(ArmChange.imputed(20, 0.3, 0.9, 1.0, 0.5)),
                NetChange.controlled(
                    ArmChange.printed(40, 0.1, 0.4), ArmChange.printed(38, -0.1, 0.5))));
    CorrelationAnalysis sweep = CorrelationSweep.of(net);
    all.put("net changes", net);
    all.put("net change fit", RandomEffects.of(net));
    all.put("forest of net changes", ForestPlot.of(RandomEffects.of(net)).title(text));
    all.put("correlation sweep", sweep);
    all.put("correlation plot", CorrelationPlot.of(sweep).title(text));
  }

  private static void smallStudies(String text, RandomEffectsFit fit, Map<String, Object> all) {
    double[] doses = new double[fit.effects().size()];
    Arrays.setAll(doses, i -> i % 3);
    MetaRegressionFit regression =
        MetaRegression.on(text).of(fit.effects().withModerator(text, Moderator.of(doses)));
    all.put("meta-regression", regression);
    all.put("prediction of a regression", regression.predict(1));
    all.put("bubble plot", BubblePlot.of(regression).title(text).labels(text, text));
    all.put("Egger, few", EggerTest.of(fit));
    all.put("Begg, few", BeggTest.of(fit));
    RandomEffectsFit net = RandomEffects.of(means(text));
    all.put("Egger", EggerTest.evenIfFew().test(net));
    all.put("Begg", BeggTest.evenIfFew().test(net));
    HeterogeneityGrades own =
        HeterogeneityGrades.named(text, text, HeterogeneityGrade.closed(text, 0, 40));
    all.put("grades", own);
    all.put("graded", own.of(fit.heterogeneity()));
  }

  /** Events of two grades, with zero cells, empty cells and an event that cannot be pooled. */
  private static void adverse(String text, BinaryEffects effects, Map<String, Object> all) {
    TwoByTwo zero = new TwoByTwo(3, 40, 0, 41);
    Studies two = Studies.named(text, "b").withClusters(List.of(text, text));
    BinaryEffects rare = BinaryEffects.of(BinaryMeasure.RISK_RATIO, two, List.of(zero, zero));
    List<StudyLeftOut> left = List.of(new StudyLeftOut(text, text));
    AdverseEventData data =
        AdverseEventData.of(
                BinaryMeasure.RISK_RATIO,
                List.of(
                    AdverseEventRows.of(text, "any", effects),
                    new AdverseEventRows(text, text, Optional.of(rare), left),
                    new AdverseEventRows(text + " 2", text, Optional.empty(), left)))
            .withNotes(List.of(text))
            .arms(text, "Control");
    all.put("adverse event data", data);
    all.put("adverse events", AdverseEvents.of(data));
    all.put("forest of adverse events", ForestPlot.of(AdverseEvents.of(data)).title(text));
    AdverseEventData single =
        AdverseEventData.of(
            ProportionMeasure.FREEMAN_TUKEY_PROPORTION,
            List.of(AdverseEventRows.of(text, "", proportions(text))));
    all.put("adverse events of single arms", AdverseEvents.of(single));
    all.put("forest of single arms", ForestPlot.of(AdverseEvents.of(single)));
  }

  private static void prisma(String text, Map<String, Object> all) {
    PrismaFlow flow =
        PrismaFlow.updatedReview()
            .previousStudies(3)
            .database(text, 20)
            .removedFor(text, 2)
            .excludedFor(text, 4)
            .otherSource(text, 5)
            .reportsExcludedFor(text, 3)
            .otherReportsExcludedFor(text, 1)
            .reportsOf(text, 4)
            .note(text)
            .check();
    all.put("flow", flow);
    all.put("flow diagram", PrismaPlot.of(flow).title(text));
    all.put("flow figure", PrismaPlot.of(flow).title(text).figure());
  }

  private static MatchedPairsEffects matched(String text) {
    MatchedPairs pairs = new MatchedPairs(20, 5, 9, 30);
    return MatchedPairsEffects.of(
        MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO,
        Studies.named(text, "b"),
        List.of(pairs, pairs));
  }

  private static SummaryEffects<Correlation> correlations(String text) {
    return SummaryEffects.of(
        CorrelationMeasure.FISHER_Z_CORRELATION,
        Studies.named(text, "b"),
        List.of(new Correlation(0.4, 30), new Correlation(0.1, 55)));
  }

  /** A table with something to find in every row, the text wherever one can stand. */
  private static Table audited(String text) {
    return Table.create(
        text,
        StringColumn.create("study", text, text, text),
        StringColumn.create("trial", text, text, "b"),
        StringColumn.create("percent " + text, "14", "<0.5", text),
        DoubleColumn.create("n " + text, 54, 60, 60));
  }

  /** Models of counts, and what else they show. */
  private static void counts(String text, BinaryEffects effects, Map<String, Object> all) {
    TwoRates rates = new TwoRates(4, 1230, 11, 1390);
    Studies two = Studies.named(text, "b");
    RateEffects ratio =
        RateEffects.of(RateMeasure.INCIDENCE_RATE_RATIO, two, List.of(rates, rates));
    BinaryEffects odds = effects.as(BinaryMeasure.ODDS_RATIO);
    all.put("rates", ratio);
    all.put(
        "single rates",
        SingleRateEffects.of(
            SingleRateMeasure.LOG_RATE, two, List.of(new Rate(4, 120), new Rate(9, 200))));
    all.put("Mantel-Haenszel of rates", MantelHaenszelRates.of(ratio));
    all.put("exact", ExactOddsRatio.of(odds));
    all.put("beta-binomial", BetaBinomial.of(odds));
    all.put("penalised", PenalisedLogistic.of(odds));
    all.put("sample sizes", SampleSizeWeighted.of(odds));
    GlmmFit glmm = Glmm.of(odds);
    all.put("mixed model", glmm);
    all.put("mixed model, heterogeneity", glmm.heterogeneityTests());
    all.put("mixed model, common", glmm.commonEffect());
    all.put("forest of mixed model", ForestPlot.of(glmm).title(text));
    RandomEffectsFit fit = RandomEffects.of(effects);
    all.put("exceedance", fit.exceedance(0).orElseThrow());
    all.put("tau2 interval", fit.tau2Bounds().orElseThrow());
    all.put("tau2, common", Subgroups.by("half").commonTau2().of(fit).commonTau2().orElseThrow());
    all.put("chi-squared", MantelHaenszel.of(odds).cochranMantelHaenszel().orElseThrow());
  }

  private static ContinuousEffects means(String text) {
    ArmMeans arms = new ArmMeans(155, 55, 47, 156, 75, 64);
    return ContinuousEffects.of(
        ContinuousMeasure.MEAN_DIFFERENCE, Studies.named(text, "b"), List.of(arms, arms));
  }

  private static ProportionEffects proportions(String text) {
    return ProportionEffects.of(
        ProportionMeasure.FREEMAN_TUKEY_PROPORTION,
        Studies.named(text, "b"),
        List.of(new Proportion(0, 12), new Proportion(8, 40)));
  }

  private static ReportedEffects reported(String text) {
    return ReportedEffects.of(
        ReportedMeasure.HAZARD_RATIO,
        Studies.named(text),
        List.of(Reported.fromInterval(ReportedMeasure.HAZARD_RATIO, .45, .38, .54, .95)));
  }

  private static Table named(String text) {
    return Table.create(
        text, StringColumn.create("name", text, "b"), DoubleColumn.create("n", 1, 2));
  }

  private static Figure bars(String text) {
    String[] names = {text, "b"};
    Axis axis = Axis.builder().title(text).build();
    return new Figure(
        Layout.builder().title(text).xAxis(axis).yAxis(axis).build(),
        BarTrace.builder(names, new double[] {1, 2}).name(text).build(),
        BarTrace.builder(names, new double[] {2, 1}).name("b").build());
  }

  private static Figure scatter(String text) {
    DoubleColumn x = DoubleColumn.create("x", 1, 2);
    return new Figure(ScatterTrace.builder(x, x).name(text).text(new String[] {text, "b"}).build());
  }
}
