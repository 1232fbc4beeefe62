package org.copse.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisedStudy;
import org.copse.appraisal.Instruments;
import org.copse.appraisal.PrismaCounts;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.SeveralConcerns;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.bias.TrimAndFill;
import org.copse.effect.ArmChange;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Studies;
import org.copse.effect.SummaryEffects;
import org.copse.effect.TwoByTwo;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventData;
import org.copse.model.AdverseEventRows;
import org.copse.model.AdverseEvents;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.MetaRegression;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationSweep;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.SpecificationCurve;
import org.copse.survival.KaplanMeier;
import org.copse.survival.SurvivalData;

/**
 * Every kind of plot with labels of many scripts and lengths, 1 to 200 studies, ratios 1e-6 to 1e6.
 */
final class LayoutCases {

  /** Labels by a name that may stand in a file's name. */
  static final Map<String, String> LABELS =
      Map.of(
          "short", "Smith 2001",
          "long",
              "The randomised multicentre trial of the north-western cooperative group ".repeat(4),
          "unbroken",
              "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten".repeat(2),
          "cjk", "山田太郎ほか（東京大学医学部附属病院）2010年のランダム化比較試験",
          "hebrew", "דוד כהן ואחרים (ירושלים) 2010",
          "arabic", "محمد عبد الله وآخرون (القاهرة) 2011",
          "greek", "Παπαδόπουλος ΩΜΕΓΑ, Щербаков ЖЮЩ, ŒUVRE Ǽ ÅØ");

  private static final int[][] COUNTS = {
    {1, 1_000_000, 999_999, 1_000_000}, {999_999, 1_000_000, 1, 1_000_000}, {12, 140, 17, 139}
  };

  private LayoutCases() {}

  private static BinaryEffects effects(int k, String label) {
    List<String> labels = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<TwoByTwo> counts = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      int[] c = COUNTS[i % 3];
      labels.add(label + " " + (i + 1));
      groups.add(i % 2 == 0 ? label : "other");
      counts.add(new TwoByTwo(c[0] + i, c[1] + 500, c[2] + i, c[3] + 500));
    }
    Studies studies = Studies.of(labels).withModerator("group", Moderator.of(groups));
    return BinaryEffects.of(BinaryMeasure.RISK_RATIO, studies, counts);
  }

  /** The plots of one number of studies and one label. */
  static Map<String, Plot> plots(int k, String label) {
    Map<String, Plot> plots = new LinkedHashMap<>();
    BinaryEffects effects = effects(k, label);
    Fit random = RandomEffects.of(effects);
    Appraisal appraisal = appraisal(effects.studies().labels());
    plots.put(
        "forest",
        ForestPlot.of(random)
            .alongside(CommonEffect.of(effects))
            .title(label)
            .favours("Favours " + label, "Favours control"));
    for (ForestStyle style : ForestStyle.values()) {
      if (style != ForestStyle.COPSE && k <= 13) {
        plots.put("forest-" + style, styled(random, style, label));
      }
    }
    plots.put(
        "forest-columns",
        ForestPlot.of(random)
            .columns("group")
            .columnsRight("group")
            .axisOnTop()
            .axisEvery(25)
            .predictionDistribution());
    plots.put(
        "forest-outcomes",
        ForestPlot.of(ForestOutcomes.of(label, random).and("other", CommonEffect.of(effects)))
            .layout(ForestStyle.REVMAN5));
    plots.put("forest-axis", ForestPlot.of(random).axis(1e-6, 1e6).label(label));
    plots.put("forest-bias", ForestPlot.of(random).riskOfBias(appraisal));
    plots.put("forest-groups", ForestPlot.of(Subgroups.by("group").of(random)));
    if (k > 1) {
      plots.put("forest-omitted", ForestPlot.of(LeaveOneOut.of(random)));
    }
    plots.put("forest-events", ForestPlot.of(events(Math.min(k, 30), label)).title(label));
    plots.put("forest-single-arms", ForestPlot.of(singleArms(Math.min(k, 30), label)).title(label));
    // drawn once a length: a posterior of 200 studies takes its time and looks like one of 13
    if (k > 1 && k < 20) {
      plots.put("forest-bayes", ForestPlot.of(BayesianRandomEffects.of(effects)).title(label));
    }
    plots.put("correlation", CorrelationPlot.of(sweep(k, label)).title(label));
    plots.put("funnel", FunnelPlot.of(random).title(label).label(label));
    plots.put("radial", RadialPlot.of(random).title(label).label(label));
    plots.put("labbe", LabbePlot.of(RandomEffects.of(effects.arms(label, label + " 2"))));
    plots.put("drapery", DraperyPlot.of(random).title(label).label(label));
    plots.put("orchard", OrchardPlot.ofSubgroups(Subgroups.by("group").of(random)).title(label));
    plots.put("caterpillar", CaterpillarPlot.of(random).title(label).label(label));
    plots.put("pcurve", PCurvePlot.of(random).title(label));
    if (k > 1) {
      plots.put("profile", ProfilePlot.of(RandomEffects.of(effects)).title(label));
      plots.put(
          "gosh",
          GoshPlot.ofResult(Gosh.withDefaults().subsets(k > 20 ? 40 : 300).fit(random))
              .with(label + " 1")
              .label(label));
      plots.put(
          "specifications",
          SpecificationPlot.of(SpecificationCurve.withDefaults().without(label, 0).fit(effects)));
    }
    if (k > 2) {
      plots.put("funnel-filled", FunnelPlot.of(random).contours().filled(TrimAndFill.of(random)));
      plots.put("baujat", BaujatPlot.of(random).title(label));
      plots.put("influence", InfluencePlot.of(random).title(label));
      plots.put("bubble", bubble(effects, label));
    }
    plots.put("traffic", TrafficLightPlot.of(appraisal).title(label));
    plots.put("bars", SummaryBarPlot.of(appraisal).title(label));
    plots.put("survival", survival(Math.min(k, 6), label));
    plots.put("prisma", prisma(Math.min(k, 20), label));
    return plots;
  }

  private static Plot styled(Fit fit, ForestStyle style, String label) {
    return ForestPlot.of(Subgroups.by("group").of(fit))
        .alongside(CommonEffect.of(fit.effects()))
        .layout(style)
        .title(label)
        .favours("Favours " + label, "Favours control");
  }

  private static Appraisal appraisal(List<String> labels) {
    String[] words = {"low", "some", "high"};
    List<AppraisedStudy> studies = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      studies.add(AppraisedStudy.of(labels.get(i), words[i % 3], "low", "low", "some", "low"));
    }
    return Appraisal.of(Instruments.rob2().severalConcerns(SeveralConcerns.HIGH_FROM_TWO), studies);
  }

  private static Plot bubble(BinaryEffects effects, String label) {
    double[] values = new double[effects.size()];
    Arrays.setAll(values, i -> 1e6 * (i % 7));
    return BubblePlot.of(
            MetaRegression.on(label).of(effects.withModerator(label, Moderator.of(values))))
        .title(label)
        .labels(label, label);
  }

  private static Plot survival(int groups, String label) {
    List<String> names = new ArrayList<>();
    double[] times = new double[60];
    double[] events = new double[60];
    for (int i = 0; i < 60; i++) {
      names.add(label + " " + (1 + i % groups));
      times[i] = 1e4 * (1 + i * 37 % 50);
      events[i] = i % 3 == 0 ? 0 : 1;
    }
    return KaplanMeierPlot.of(KaplanMeier.of(SurvivalData.ofGroups(times, events, names)))
        .title(label)
        .labels(label, label);
  }

  /** Events of two grades, those of one grade without any result. */
  private static AdverseEventAnalysis events(int k, String label) {
    List<AdverseEventRows> rows = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      rows.add(AdverseEventRows.of(label + " " + i, "any", effects(1 + i % 3, label)));
      rows.add(new AdverseEventRows(label + " " + i, "3-4", Optional.empty(), List.of()));
    }
    return AdverseEvents.of(
        AdverseEventData.of(BinaryMeasure.RISK_RATIO, rows).arms(label, "placebo"));
  }

  private static AdverseEventAnalysis singleArms(int k, String label) {
    List<AdverseEventRows> rows = new ArrayList<>();
    ProportionMeasure measure = ProportionMeasure.LOGIT_PROPORTION;
    for (int i = 0; i < k; i++) {
      Effects arms =
          ProportionEffects.of(
              measure,
              Studies.named("a", "b"),
              List.of(new Proportion(i, 2_000_000), new Proportion(3 + i, 40)));
      rows.add(AdverseEventRows.of(label + " " + i, "", arms));
    }
    return AdverseEvents.of(AdverseEventData.of(measure, rows));
  }

  private static CorrelationAnalysis sweep(int k, String label) {
    List<String> labels = new ArrayList<>();
    List<NetChange> changes = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      labels.add(label + " " + i);
      changes.add(NetChange.singleArm(ArmChange.imputed(20 + i, 0.3 + i % 5, 0.9, 1.1, 0.5)));
    }
    return CorrelationSweep.of(
        SummaryEffects.of(NetChangeMeasure.NET_CHANGE, Studies.of(labels), changes));
  }

  private static Plot prisma(int reasons, String label) {
    PrismaCounts counts = PrismaFlow.newReview();
    counts.database(label, 1000).duplicates(300).excluded(600).notRetrieved(5);
    for (int i = 0; i < reasons; i++) {
      counts.reportsExcludedFor(label + " " + i, 1);
    }
    return PrismaPlot.of(counts.studies(4).inMetaAnalysis(3).check()).title(label);
  }
}
