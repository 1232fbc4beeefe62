package org.copse.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.audit.Audit;
import org.copse.bayes.BayesianFit;
import org.copse.bias.BeggResult;
import org.copse.bias.EggerResult;
import org.copse.bias.PCurveResult;
import org.copse.bias.TrimAndFillResult;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.PrintedCheck;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Moderator;
import org.copse.effect.RawColumn;
import org.copse.effect.ReportedEffects;
import org.copse.heterogeneity.HeterogeneityGrade;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.MetaRegressionFit;
import org.copse.model.SubgroupAnalysis;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.CorrelationStep;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.RoundingRange;
import org.copse.sensitivity.SpecificationAnalysis;
import org.copse.survival.CoxFit;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRankResult;
import org.copse.survival.ProportionalHazards;
import org.copse.survival.ReconstructedPatients;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalData;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Results back to Tablesaw. Columns are named alike everywhere: {@code estimate} and {@code se} are
 * on the analysis scale (log for ratios), {@code displayed}, {@code ci_low} and {@code ci_high} on
 * the scale of readers; what does not exist is missing.
 */
public final class Tables {

  private static final double LEVEL = 0.95;

  private Tables() {}

  /**
   * A table of effects with 95 % intervals. Columns: {@code study}; the raw data ({@code events1,
   * total1, events2, total2}, or {@code mean1, sd1, n1, mean2, sd2, n2}, or {@code events, total};
   * person-time counts have {@code time} in the place of {@code total}); of a table's columns that
   * these do not hold, such as a printed interval or percentage, {@code printed_} and the name;
   * {@code estimate}, {@code se} and {@code variance} on the analysis scale; {@code displayed},
   * {@code ci_low}, {@code ci_high} on the scale of readers. What cannot be estimated is missing.
   *
   * @param effects the effects
   * @return a new table named after the measure
   */
  public static Table of(Effects effects) {
    return of(effects, LEVEL);
  }

  private static Table of(Effects effects, double level) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    columns.add(StringColumn.create("study", effects.studies().labels()));
    columns.addAll(raw(effects));
    columns.addAll(printed(effects, columns));
    columns.add(column("estimate", k, effects::estimate));
    columns.add(column("se", k, effects::standardError));
    columns.add(column("variance", k, effects::variance));
    columns.add(column("displayed", k, effects::displayed));
    List<Interval> intervals =
        IntStream.range(0, k).mapToObj(i -> effects.displayedInterval(i, level)).toList();
    columns.add(column("ci_low", k, i -> intervals.get(i).lower()));
    columns.add(column("ci_high", k, i -> intervals.get(i).upper()));
    return Table.create(effects.measure().label(), columns);
  }

  /**
   * A table of a fit's studies: that of its effects, with the {@code weight} of each in percent
   * where the model has weights. Study intervals are of the fit's level.
   *
   * @param fit the fit
   * @return a new table, one row a study
   */
  public static Table of(Fit fit) {
    Effects effects = fit.effects();
    Table table = of(effects, fit.level());
    if (fit.hasWeights()) {
      table.addColumns(column("weight", effects.size(), fit::weight));
    }
    return table;
  }

  /**
   * A table of a Bayesian fit's studies: that of its effects, with the {@code weight} of each in
   * percent, and its shrinkage estimate, {@code shrunk}, {@code shrunk_low}, {@code shrunk_high},
   * on the scale of readers; missing for a study left out.
   *
   * @param fit the fit
   * @return a new table, one row a study
   */
  public static Table of(BayesianFit fit) {
    Effects effects = fit.effects();
    int k = effects.size();
    Table table = of(effects, fit.level());
    List<BackTransformed> shrunk =
        IntStream.range(0, k)
            .mapToObj(i -> effects.isEstimable(i) ? fit.backTransformedShrinkage(i) : null)
            .toList();
    table.addColumns(
        column("weight", k, fit::weight),
        column("shrunk", k, i -> shrunk(shrunk.get(i), BackTransformed::estimate)),
        column("shrunk_low", k, i -> shrunk(shrunk.get(i), b -> b.interval().lower())),
        column("shrunk_high", k, i -> shrunk(shrunk.get(i), b -> b.interval().upper())));
    return table;
  }

  private static double shrunk(BackTransformed value, ToDoubleFunction<BackTransformed> part) {
    return value == null ? Double.NaN : part.applyAsDouble(value);
  }

  /**
   * A table of subgroups: one row a group and one, {@code Overall}, of all studies.
   *
   * @param analysis the subgroups
   * @return a new table with the columns of {@link #summary(Fit...)}, the moderator in front
   */
  public static Table of(SubgroupAnalysis analysis) {
    FitColumns rows = new FitColumns(analysis.moderator());
    analysis.groups().forEach(group -> rows.add(group.name(), group.fit()));
    rows.add("Overall", analysis.overall());
    return rows.toTable("Subgroups by " + analysis.moderator());
  }

  /**
   * A table of a leave-one-out analysis: one row a study left out and one, {@code None}, of the
   * full fit.
   *
   * @param analysis the analysis
   * @return a new table with the columns of {@link #summary(Fit...)}, {@code left_out} in front
   */
  public static Table of(LeaveOneOut analysis) {
    FitColumns rows = new FitColumns("left_out");
    analysis.omissions().forEach(omission -> rows.add(omission.study(), omission.fit()));
    rows.add("None", analysis.full());
    return rows.toTable("Leave-one-out");
  }

  /**
   * A table of a correlation sweep: one row a correlation.
   *
   * @param analysis the sweep
   * @return a new table with the columns of {@link #summary(Fit...)}, the number {@code
   *     correlation} in front
   */
  public static Table of(CorrelationAnalysis analysis) {
    FitColumns rows = new FitColumns("label");
    analysis.steps().forEach(step -> rows.add("", step.fit()));
    Table table = rows.toTable("Correlation sweep");
    List<CorrelationStep> steps = analysis.steps();
    table.replaceColumn(0, column("correlation", steps.size(), i -> steps.get(i).correlation()));
    return table;
  }

  /**
   * A meta-regression, one row a coefficient: {@code coefficient}, {@code estimate}, {@code se},
   * {@code statistic}, {@code df} (missing for z), {@code p}, {@code ci_low}, {@code ci_high}.
   *
   * @param fit the fit
   * @return a new table
   */
  public static Table of(MetaRegressionFit fit) {
    return RegressionColumns.of(fit);
  }

  /**
   * Egger's test as a table of one row: {@code k}, {@code intercept}, {@code intercept_se}, {@code
   * ci_low}, {@code ci_high}, {@code t}, {@code df}, {@code p}, {@code effect_at_zero}, {@code
   * effect_at_zero_se}; missing where not computed.
   *
   * @param result the result
   * @return a new table
   */
  public static Table of(EggerResult result) {
    return SmallStudyColumns.of(result);
  }

  /**
   * Begg's test as a table of one row: {@code k}, {@code tau}, {@code s}, {@code s_se}, {@code z},
   * {@code p}, {@code p_exact}; missing where not computed.
   *
   * @param result the result
   * @return a new table
   */
  public static Table of(BeggResult result) {
    return SmallStudyColumns.of(result);
  }

  /**
   * Trim and fill as a table of the studies: that of {@link #of(Fit)} on all, with the boolean
   * {@code filled}.
   *
   * @param result the result
   * @return a new table, filled studies last
   */
  public static Table of(TrimAndFillResult result) {
    return SensitivityColumns.of(result);
  }

  /**
   * Influence of single studies: one row a study with {@code study}, {@code rstudent}, {@code
   * dffits}, {@code cook}, {@code cov_ratio}, {@code tau2}, {@code q}, {@code hat}, {@code weight},
   * {@code dfbetas}, Baujat's {@code contribution} and {@code influence}, and {@code influential}.
   *
   * @param analysis the analysis
   * @return a new table
   */
  public static Table of(InfluenceAnalysis analysis) {
    return SensitivityColumns.of(analysis);
  }

  /**
   * Subsets of studies: one row a subset with {@code k}, {@code estimate} on the analysis scale,
   * {@code displayed} and {@code i_squared_percent}.
   *
   * @param result the subsets
   * @return a new table
   */
  public static Table of(GoshResult result) {
    return SensitivityColumns.of(result);
  }

  /**
   * Specifications: one row each with {@code specified_measure}, {@code estimator}, {@code
   * specified_interval}, {@code studies} and the columns of {@link #summary(Fit...)}.
   *
   * @param analysis the specifications
   * @return a new table, smallest effect first
   */
  public static Table of(SpecificationAnalysis analysis) {
    return SensitivityColumns.of(analysis);
  }

  /**
   * The significant studies of a p-curve: {@code study}, {@code z} and {@code p}.
   *
   * @param result the p-curve
   * @return a new table, perhaps without rows
   */
  public static Table of(PCurveResult result) {
    return SensitivityColumns.of(result);
  }

  /**
   * Thresholds of I²: {@code grade}, {@code from}, {@code to} (percent), {@code includes_from} and
   * {@code includes_to}.
   *
   * @param scheme the grades
   * @return a new table, one row a grade
   */
  public static Table of(HeterogeneityGrades scheme) {
    List<HeterogeneityGrade> grades = scheme.grades();
    int rows = grades.size();
    return Table.create(
        scheme.name(),
        StringColumn.create("grade", grades.stream().map(HeterogeneityGrade::name).toList()),
        column("from", rows, i -> grades.get(i).from()),
        column("to", rows, i -> grades.get(i).to()),
        BooleanColumn.create(
            "includes_from", grades.stream().map(HeterogeneityGrade::includesFrom).toList()),
        BooleanColumn.create(
            "includes_to", grades.stream().map(HeterogeneityGrade::includesTo).toList()));
  }

  /**
   * A table of what rounding of the inputs leaves of a pooled result, on the scale of readers: one
   * row a quantity with {@code as_printed}, {@code lower}, {@code upper}, {@code bounds}, and of
   * the draws {@code median}, {@code low} and {@code high} (2.5 and 97.5 %).
   *
   * @param analysis the analysis
   * @return a new table
   */
  public static Table of(RoundingAnalysis analysis) {
    List<RoundingRange> ranges = analysis.ranges();
    int rows = ranges.size();
    return Table.create(
        "Within rounding",
        StringColumn.create("quantity", ranges.stream().map(r -> r.quantity().label()).toList()),
        column("as_printed", rows, i -> ranges.get(i).asPrinted()),
        column("lower", rows, i -> ranges.get(i).lower()),
        column("upper", rows, i -> ranges.get(i).upper()),
        StringColumn.create("bounds", ranges.stream().map(r -> r.how().label()).toList()),
        column("median", rows, i -> ranges.get(i).median()),
        column("low", rows, i -> ranges.get(i).low()),
        column("high", rows, i -> ranges.get(i).high()));
  }

  /**
   * A table of every handling of rows that share patients: one row a handling, correlation and
   * model, with {@code handling}, {@code correlation} (missing unless of the sweep), {@code model},
   * {@code rows}, {@code estimate} and {@code se} on the analysis scale, {@code displayed}, {@code
   * ci_low}, {@code ci_high} on the scale of readers, {@code p} and {@code tau2}.
   *
   * @param analysis the analysis
   * @return a new table; what is not defined has no row
   */
  public static Table of(OverlapAnalysis analysis) {
    return OverlapColumns.table(analysis);
  }

  /**
   * A table of adverse events: one row an event with {@code event}, {@code grade}, {@code model},
   * {@code k}, {@code left_out} (studies), the sums of the counts, {@code estimate} and {@code se}
   * on the analysis scale, {@code displayed}, {@code ci_low}, {@code ci_high}, {@code statistic},
   * {@code p}, {@code q_p}, {@code i_squared_percent} and {@code reason} (why there is no result).
   *
   * @param analysis the events
   * @return a new table; see {@link #zeroCellMethods} and {@link #leftOut} for the rest
   */
  public static Table of(AdverseEventAnalysis analysis) {
    return AdverseEventColumns.of(analysis);
  }

  /**
   * A table of the methods beside the model where an event has a zero cell: one row an event and
   * method.
   *
   * @param analysis the events
   * @return a new table, of no rows where no cell is zero
   */
  public static Table zeroCellMethods(AdverseEventAnalysis analysis) {
    return AdverseEventColumns.zeroCells(analysis);
  }

  /**
   * A table of the studies that an event's result does not use: one row an event and study, with
   * the {@code reason}.
   *
   * @param analysis the events
   * @return a new table, perhaps of no rows
   */
  public static Table leftOut(AdverseEventAnalysis analysis) {
    return AdverseEventColumns.leftOut(analysis);
  }

  /**
   * Fits side by side, one row each: {@code measure}, {@code model}, {@code k}, {@code estimate},
   * {@code se}, {@code displayed}, {@code ci_low}, {@code ci_high}, {@code p}, {@code q}, {@code
   * q_df}, {@code q_p}, {@code i_squared_percent}, {@code tau2} (missing without one).
   *
   * @param fits the fits, perhaps of different models
   * @return a new table
   */
  public static Table summary(Fit... fits) {
    FitColumns rows = new FitColumns("measure");
    for (Fit fit : fits) {
      rows.add(fit.measure().label(), fit);
    }
    return rows.toTable("Pooled results");
  }

  /**
   * What a reader must know of how the effects came about, one row a note.
   *
   * @param effects the effects
   * @return a new table with the column {@code note}, perhaps without rows
   */
  public static Table notes(Effects effects) {
    return Table.create("Notes", StringColumn.create("note", effects.notes()));
  }

  /**
   * Saves effects with every input, estimate, variance, interval, moderator and note. An {@code
   * .xlsx} file gets the sheets "Effects" and "Notes"; beside a {@code .csv} file the notes go to
   * one whose name ends in {@code -notes.csv}. Numbers are written in full. In CSV a text that a
   * spreadsheet would run as a formula gets an apostrophe in front; characters that a file cannot
   * hold become U+FFFD. A moderator called as another column gets {@code moderator_} in front.
   *
   * <p>To read a saved file back, take the columns {@code displayed} and {@code se}: {@code
   * Trials.read(file).study("study").reportedWithSe("displayed", "se").as(measure)}. Of a ratio
   * {@code estimate} is the logarithm, which that method would take once more.
   *
   * @param effects the effects
   * @param file a path that ends in {@code .csv} or {@code .xlsx}; an existing file is replaced
   * @throws IllegalArgumentException when the name ends otherwise, when the folder does not exist,
   *     or when a sheet cannot hold so much
   */
  public static void save(Effects effects, Path file) {
    Table data = of(effects);
    for (String name : effects.studies().moderatorNames()) {
      data.addColumns(moderator(unused(name, data), effects.studies().moderator(name)));
    }
    EffectsFile.save(data, notes(effects), file);
  }

  /** A moderator may be called as a column of the effects is, in Tablesaw whatever the case. */
  private static String unused(String name, Table data) {
    String unused = name;
    while (data.columnNames().stream().anyMatch(unused::equalsIgnoreCase)) {
      unused = "moderator_" + unused;
    }
    return unused;
  }

  private static Column<?> moderator(String name, Moderator moderator) {
    if (moderator instanceof Moderator.Numeric numbers) {
      return column(name, moderator.size(), numbers::value);
    }
    return StringColumn.create(
        name,
        IntStream.range(0, moderator.size())
            .mapToObj(((Moderator.Categorical) moderator)::text)
            .toList());
  }

  /**
   * A table of an audit: one row a finding, errors first. Columns: {@code row} (of the first cell
   * concerned, missing where a whole column is meant), {@code rows} (all, as text), {@code study},
   * {@code column}, {@code severity}, {@code check}, {@code what}, {@code why}, {@code remedy}.
   *
   * @param audit the audit
   * @return a new table, of no rows where nothing was found
   */
  public static Table of(Audit audit) {
    return FindingColumns.of(audit);
  }

  /**
   * A table of an appraisal: {@code study}, one column a domain by its letter, {@code points} and
   * {@code overall} where the instrument has them.
   *
   * @param appraisal the appraisal
   * @return a new table, one row a study
   */
  public static Table of(Appraisal appraisal) {
    return AppraisalTables.of(appraisal);
  }

  /**
   * A table of the answers given: {@code domain}, {@code answer}, {@code studies}, {@code percent}
   * (of the studies or of their weight).
   *
   * @param summary the summary
   * @return a new table, one row a domain and answer
   */
  public static Table of(AppraisalSummary summary) {
    return AppraisalTables.of(summary);
  }

  /**
   * A table of results by appraisal: {@code threshold}, {@code studies}, {@code estimate} on the
   * analysis scale, {@code displayed}, {@code ci_low}, {@code ci_high} on the scale of readers.
   *
   * @param thresholds the results
   * @return a new table, one row a threshold
   */
  public static Table of(AppraisalThresholds thresholds) {
    return AppraisalTables.of(thresholds);
  }

  /**
   * A table of agreement: {@code domain}, {@code judgements}, {@code agreement} in percent, {@code
   * kappa}, {@code se}, {@code ci_low}, {@code ci_high}, {@code p}.
   *
   * @param agreement the agreement
   * @return a new table, one row a domain
   */
  public static Table of(ReviewerAgreement agreement) {
    return AppraisalTables.of(agreement);
  }

  /**
   * A table of a flow of records: one row a box and one a line of a box. Columns: {@code phase},
   * {@code box}, {@code line} (the source, reason or kind; missing for the whole box), {@code n}
   * (missing where not stated), {@code computed}.
   *
   * @param flow the flow
   * @return a new table
   */
  public static Table of(PrismaFlow flow) {
    return FlowColumns.of(flow);
  }

  private static List<Column<?>> raw(Effects effects) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    List<RawColumn> raw = effects.rawColumns();
    for (int j = 0; j < raw.size(); j++) {
      int index = j;
      columns.add(column(raw.get(j).name(), k, i -> effects.raw(i, index)));
    }
    if (effects instanceof ReportedEffects reported) {
      columns.add(
          StringColumn.create(
              "reported_as",
              IntStream.range(0, k).mapToObj(i -> reported.reported(i).source()).toList()));
    }
    return columns;
  }

  /** Columns of the table that the effects were made from, unless the raw data hold them. */
  private static List<Column<?>> printed(Effects effects, List<Column<?>> there) {
    int k = effects.size();
    List<Column<?>> columns = new ArrayList<>();
    for (String name : effects.studies().inputNames()) {
      DoubleColumn input =
          column(printedName(name, columns), k, i -> effects.studies().input(name, i));
      boolean says = input.countMissing() < k;
      if (says && there.stream().noneMatch(c -> holds(c, input))) {
        columns.add(input);
      }
    }
    return columns;
  }

  private static String printedName(String name, List<Column<?>> there) {
    String printed = "printed_" + name;
    return there.stream().anyMatch(c -> c.name().equalsIgnoreCase(printed))
        ? printedName(printed, there)
        : printed;
  }

  private static boolean holds(Column<?> column, DoubleColumn input) {
    return column instanceof DoubleColumn numbers && numbers.asList().equals(input.asList());
  }

  private static DoubleColumn column(String name, int k, IntToDoubleFunction value) {
    DoubleColumn column = DoubleColumn.create(name);
    for (int i = 0; i < k; i++) {
      FitColumns.put(column, value.applyAsDouble(i));
    }
    return column;
  }

  /**
   * A descriptive table: {@code variable, level, group, n, percent, median, lower, upper, p}.
   *
   * @param described the table
   * @return a row a cell
   */
  public static Table of(DescriptiveTable described) {
    return DescriptiveTables.of(described);
  }

  /**
   * What does not agree in a printed table: {@code variable, level, group, kind, printed, expected,
   * how}.
   *
   * @param check the check
   * @return a row a finding
   */
  public static Table of(PrintedCheck check) {
    return DescriptiveTables.of(check);
  }

  /**
   * Small results, for example converted numbers, a number needed to treat, a test between groups
   * or a hazard ratio: one column a part, named as the part is ({@code standardError} as {@code
   * standard_error}), and of ratios {@code displayed}, {@code ci_low}, {@code ci_high} on the scale
   * of readers.
   *
   * @param results one or more, all of one type
   * @return a new table, one row a result
   */
  public static Table of(Record... results) {
    return of(List.of(results));
  }

  /**
   * A list of small results, for example the coefficients of a Cox model or conversions at several
   * baseline risks: as {@link #of(Record...)}.
   *
   * @param results perhaps none, all of one type
   * @return a new table, one row a result
   * @throws IllegalArgumentException when they are of several types
   */
  public static Table of(List<? extends Record> results) {
    List<String> types =
        results.stream().map(r -> r.getClass().getSimpleName()).distinct().toList();
    if (types.size() > 1) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot make a table",
              "results",
              "be of one type",
              String.join(", ", types),
              "Make a table of each."));
    }
    ResultRows rows = new ResultRows();
    results.forEach(result -> rows.add(ResultParts.of(result)));
    return rows.table(types.isEmpty() ? "No results" : types.get(0));
  }

  /**
   * Patients with their times: {@code time, event, group, entry, weight} and the covariates.
   *
   * @param data the data
   * @return a new table, one row a patient
   */
  public static Table of(SurvivalData data) {
    return SurvivalTables.patients(data);
  }

  /**
   * Patients read back from a curve, with the columns of {@link #of(SurvivalData)}.
   *
   * @param arm the patients
   * @return a new table, one row a patient
   */
  public static Table of(ReconstructedPatients arm) {
    return SurvivalTables.patients(arm.data());
  }

  /**
   * Kaplan-Meier curves: one row a group with its median; for the points see {@link
   * SurvivalTables#curves}.
   *
   * @param fit the curves
   * @return a new table
   */
  public static Table of(KaplanMeierFit fit) {
    return SurvivalTables.medians(fit);
  }

  /**
   * The points of one curve: {@code time, at_risk, events, censored, survival, standard_error,
   * ci_low, ci_high, level}.
   *
   * @param curve the curve
   * @return a new table, one row a distinct time
   */
  public static Table of(SurvivalCurve curve) {
    return SurvivalTables.curve(curve);
  }

  /**
   * A log-rank test: {@code group, patients, observed, expected, difference, variance}.
   *
   * @param result the test
   * @return a new table, one row a group
   */
  public static Table of(LogRankResult result) {
    return SurvivalTables.groups(result);
  }

  /**
   * A Cox model: {@code name, estimate, standard_error, level} of the log, {@code displayed,
   * ci_low, ci_high} of the hazard ratio, {@code z} and {@code p}.
   *
   * @param fit the fit
   * @return a new table, one row a coefficient
   */
  public static Table of(CoxFit fit) {
    return of(fit.coefficients());
  }

  /**
   * A test of proportional hazards: {@code covariate, statistic, df, p}.
   *
   * @param test the test
   * @return a new table, one row a covariate and one, {@code All}, of all together
   */
  public static Table of(ProportionalHazards test) {
    return SurvivalTables.tests(test);
  }

  /**
   * Summary survival curves: {@code model, time, studies, survival, ci_low, ci_high, level}.
   *
   * @param fit the curves
   * @return a new table, one row a model and time
   */
  public static Table of(SummarySurvivalFit fit) {
    return SurvivalTables.summary(fit);
  }
}
