package org.copse.notebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.FleissKappa;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.KappaResult;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.audit.Audit;
import org.copse.bayes.BayesianFit;
import org.copse.bayes.Posterior;
import org.copse.bias.BeggResult;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitResult;
import org.copse.bias.PCurveResult;
import org.copse.bias.TrimAndFillResult;
import org.copse.convert.AbsoluteEffect;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Converted;
import org.copse.convert.ConvertedArm;
import org.copse.convert.ConvertedCounts;
import org.copse.convert.MeanAndSd;
import org.copse.convert.MeanContrast;
import org.copse.convert.NumberNeeded;
import org.copse.convert.ReconstructedTable;
import org.copse.convert.SkewnessTest;
import org.copse.data.Trials;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.GroupComparison;
import org.copse.descriptive.PrintedCheck;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Reported;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.GradedHeterogeneity;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.heterogeneity.Prediction;
import org.copse.heterogeneity.Tau2Interval;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.AdverseEventData;
import org.copse.model.BackTransformed;
import org.copse.model.ChiSquaredTest;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.CommonAndRandomSubgroups;
import org.copse.model.EffectTest;
import org.copse.model.Exceedance;
import org.copse.model.Fit;
import org.copse.model.GlmmCommonEffect;
import org.copse.model.GlmmHeterogeneity;
import org.copse.model.MetaRegressionFit;
import org.copse.model.PresetDifferences;
import org.copse.model.RegressionPrediction;
import org.copse.model.SubgroupAnalysis;
import org.copse.plot.Plot;
import org.copse.report.AdverseEventReport;
import org.copse.report.AppraisalReport;
import org.copse.report.AuditReport;
import org.copse.report.BayesReport;
import org.copse.report.Comparison;
import org.copse.report.ConversionReport;
import org.copse.report.CorrelationReport;
import org.copse.report.CoxReport;
import org.copse.report.DescriptiveReport;
import org.copse.report.EffectsReport;
import org.copse.report.FitReport;
import org.copse.report.GradeReport;
import org.copse.report.InfluenceReport;
import org.copse.report.MetaRegressionReport;
import org.copse.report.MultiverseReport;
import org.copse.report.OverlapReport;
import org.copse.report.PairReport;
import org.copse.report.PresetReport;
import org.copse.report.PrismaReport;
import org.copse.report.ReportTable;
import org.copse.report.RoundingReport;
import org.copse.report.SmallReport;
import org.copse.report.SmallStudyReport;
import org.copse.report.SurvivalReport;
import org.copse.report.SurvivalTestReport;
import org.copse.report.TablesawView;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.Reachability;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.RoundingWitness;
import org.copse.sensitivity.SpecificationAnalysis;
import org.copse.survival.CoxFit;
import org.copse.survival.HazardRatio;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRankResult;
import org.copse.survival.ProportionalHazards;
import org.copse.survival.ReconstructedPatients;
import org.copse.survival.RestrictedMean;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalData;
import org.copse.survival.SurvivalDifference;
import org.copse.survival.SurvivalQuantile;
import org.copse.survival.SurvivalTest;
import org.copse.survival.TrendTest;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.components.Figure;

/**
 * How every value worth seeing shows in a notebook, whatever the kernel: as a bundle of MIME types,
 * of which the front end takes the richest that it can.
 *
 * <p>Plain text is always there. HTML is inert: every text is escaped, nothing is fetched, and what
 * needs no script uses none, so that an untrusted notebook shows it too.
 */
public final class Displays {

  private static final List<String> TABLE = List.of(Mime.HTML, Mime.LATEX, Mime.PLAIN);
  private static final List<String> PLOT = List.of(Mime.HTML, Mime.SVG, Mime.PLAIN);
  private static final List<String> FIGURE = List.of(Mime.PLOTLY, Mime.HTML, Mime.SVG, Mime.PLAIN);

  private static final int AUDITED = 2000;
  private static final List<Display<?>> ALL = made();

  /** Asked once a class: a list may hold millions of numbers. */
  private static final ClassValue<Boolean> OWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return ALL.stream().anyMatch(display -> display.type().isAssignableFrom(type));
        }
      };

  private Displays() {}

  /** All types that show in a way of their own. */
  static List<Display<?>> all() {
    return ALL;
  }

  private static List<Display<?>> made() {
    return List.of(
        table(Table.class, TablesawView::of),
        table(Row.class, TablesawView::of),
        columns(),
        table(Trials.class, Displays::trials),
        table(Audit.class, AuditReport::of),
        table(Effects.class, EffectsReport::of),
        Display.ofTables(Fit.class, TABLE, Displays::fit),
        Display.ofTables(CommonAndRandomFit.class, TABLE, Displays::pair),
        Display.ofTables(BayesianFit.class, TABLE, Displays::bayes),
        table(Posterior.class, BayesReport::of),
        table(SubgroupAnalysis.class, FitReport::of),
        Display.ofTables(CommonAndRandomSubgroups.class, TABLE, Displays::pairs),
        table(AdverseEventData.class, AdverseEventReport::of),
        Display.ofTables(AdverseEventAnalysis.class, TABLE, Displays::adverseEvents),
        table(PresetDifferences.class, PresetReport::of),
        table(LeaveOneOut.class, FitReport::of),
        table(PrintedEffects.class, RoundingReport::of),
        table(RoundingAnalysis.class, RoundingReport::of),
        table(Reachability.class, RoundingReport::of),
        table(RoundingWitness.class, RoundingReport::of),
        table(OverlapAnalysis.class, OverlapReport::of),
        table(CorrelationAnalysis.class, CorrelationReport::of),
        table(MetaRegressionFit.class, MetaRegressionReport::of),
        table(RegressionPrediction.class, MetaRegressionReport::of),
        table(EggerResult.class, SmallStudyReport::of),
        table(BeggResult.class, SmallStudyReport::of),
        table(LimitResult.class, SmallStudyReport::of),
        table(TrimAndFillResult.class, SmallStudyReport::of),
        table(InfluenceAnalysis.class, InfluenceReport::of),
        table(GoshResult.class, MultiverseReport::of),
        table(SpecificationAnalysis.class, MultiverseReport::of),
        table(PCurveResult.class, MultiverseReport::of),
        table(HeterogeneityGrades.class, GradeReport::of),
        table(GradedHeterogeneity.class, GradeReport::of),
        table(Instrument.class, AppraisalReport::of),
        table(Appraisal.class, AppraisalReport::of),
        table(AppraisalSummary.class, AppraisalReport::of),
        table(AppraisalThresholds.class, AppraisalReport::of),
        Display.ofTables(ReviewerAgreement.class, TABLE, Displays::reviewers),
        table(KappaResult.class, AppraisalReport::of),
        table(FleissKappa.class, AppraisalReport::of),
        table(PrismaFlow.class, PrismaReport::of),
        new Display<>(Comparison.class, TABLE, value -> TableBundle.of(value.tables())),
        table(DescriptiveTable.class, DescriptiveReport::of),
        table(PrintedCheck.class, DescriptiveReport::of),
        table(GroupComparison.class, DescriptiveReport::of),
        table(ReportTable.class, t -> t),
        Display.ofTables(Report.class, TABLE, Report::tables),
        table(Heterogeneity.class, SmallReport::of),
        table(Prediction.class, SmallReport::of),
        table(Interval.class, SmallReport::of),
        table(BackTransformed.class, SmallReport::of),
        table(EffectTest.class, SmallReport::of),
        table(Exceedance.class, SmallReport::of),
        table(Tau2Interval.class, SmallReport::of),
        table(CommonTau2.class, SmallReport::of),
        table(ChiSquaredTest.class, SmallReport::of),
        table(GlmmHeterogeneity.class, SmallReport::of),
        table(GlmmCommonEffect.class, SmallReport::of),
        table(Reported.class, ConversionReport::of),
        table(Converted.class, ConversionReport::of),
        table(NumberNeeded.class, ConversionReport::of),
        table(AbsoluteEffect.class, ConversionReport::of),
        table(AttainableCounts.class, ConversionReport::of),
        table(ReconstructedTable.class, ConversionReport::of),
        table(ConvertedArm.class, ConversionReport::of),
        table(ConvertedCounts.class, ConversionReport::of),
        table(MeanAndSd.class, ConversionReport::of),
        table(MeanContrast.class, ConversionReport::of),
        table(SkewnessTest.class, ConversionReport::of),
        table(SurvivalData.class, SurvivalReport::of),
        table(KaplanMeierFit.class, SurvivalReport::of),
        table(SurvivalCurve.class, SurvivalReport::of),
        table(SurvivalQuantile.class, SurvivalReport::of),
        table(RestrictedMean.class, SurvivalReport::of),
        table(ReconstructedPatients.class, SurvivalReport::of),
        table(SummarySurvivalFit.class, SurvivalReport::of),
        table(LogRankResult.class, SurvivalTestReport::of),
        table(SurvivalTest.class, SurvivalTestReport::of),
        table(TrendTest.class, SurvivalTestReport::of),
        table(HazardRatio.class, SurvivalTestReport::of),
        table(SurvivalDifference.class, SurvivalTestReport::of),
        Display.ofTables(CoxFit.class, TABLE, Displays::cox),
        table(ProportionalHazards.class, CoxReport::of),
        new Display<>(Plot.class, PLOT, PlotBundle::of),
        new Display<>(Figure.class, FIGURE, FigureBundle::of));
  }

  private static <T> Display<T> table(Class<T> type, Function<T, ReportTable> report) {
    return Display.ofTables(type, TABLE, value -> List.of(report.apply(value)));
  }

  @SuppressWarnings("rawtypes")
  private static Display<Column> columns() {
    return Display.ofTables(
        Column.class, TABLE, column -> List.of(TablesawView.of((Column<?>) column)));
  }

  private static ReportTable trials(Trials trials) {
    ReportTable view = TablesawView.of(trials.table()).captioned(trials.toString());
    return view.noted(audited(trials));
  }

  /** What the audit found, in one line: the table is the place where it must not be overlooked. */
  private static String audited(Trials trials) {
    if (trials.rowCount() == 0 || trials.rowCount() > AUDITED) {
      return "Not audited here. trials.audit() does so.";
    }
    Audit audit = trials.audit();
    String counts = audit.summary().replaceFirst("^.*, [0-9,]+ rows?: ", "");
    return "Audit: " + counts + (audit.findings().isEmpty() ? "." : ". trials.audit() lists them.");
  }

  private static List<ReportTable> pair(CommonAndRandomFit fit) {
    return List.of(PairReport.of(fit), PairReport.studies(fit));
  }

  private static List<ReportTable> pairs(CommonAndRandomSubgroups both) {
    return List.of(FitReport.of(both.common()), FitReport.of(both.random()));
  }

  private static List<ReportTable> fit(Fit fit) {
    return List.of(FitReport.of(fit), FitReport.studies(fit));
  }

  private static List<ReportTable> adverseEvents(AdverseEventAnalysis analysis) {
    return AdverseEventReport.all(analysis);
  }

  private static List<ReportTable> reviewers(ReviewerAgreement agreement) {
    return List.of(AppraisalReport.of(agreement), AppraisalReport.disagreements(agreement));
  }

  private static List<ReportTable> cox(CoxFit fit) {
    return List.of(CoxReport.of(fit), CoxReport.tests(fit));
  }

  private static List<ReportTable> bayes(BayesianFit fit) {
    return List.of(BayesReport.of(fit), BayesReport.studies(fit));
  }

  /**
   * The bundle of a value: MIME type to content.
   *
   * @param value any value
   * @return its bundle, plain text alone for a type that has none of its own
   */
  public static Map<String, Object> bundle(Object value) {
    return bundle(value, 0);
  }

  /** The bundle of a value that stands within others. */
  static Map<String, Object> bundle(Object value, int depth) {
    for (Display<?> display : all()) {
      if (display.type().isInstance(value)) {
        return display.show(value);
      }
    }
    return ValueBundle.of(value, depth);
  }

  /** The tables of a value with a display of its own; none of a plot, nor of any other value. */
  static List<ReportTable> tables(Object value) {
    return all().stream()
        .filter(display -> display.type().isInstance(value))
        .findFirst()
        .map(display -> display.tablesOf(value))
        .orElse(List.of());
  }

  /** Whether a value has a display of its own, or holds one that has, not too deep down. */
  static boolean hasOwn(Object value, int depth) {
    if (value != null && OWN.get(value.getClass())) {
      return true;
    }
    Stream<?> parts =
        value instanceof Optional<?> o
            ? o.stream()
            : value instanceof Map<?, ?> map
                ? map.values().stream()
                : value instanceof Collection<?> all ? all.stream() : Stream.empty();
    return depth > 0 && parts.anyMatch(part -> hasOwn(part, depth - 1));
  }

  /** How all other values show; a kernel asks its nearest registered class, so it comes last. */
  static Display<Object> others() {
    return new Display<>(Object.class, TABLE, ValueBundle::of);
  }
}
