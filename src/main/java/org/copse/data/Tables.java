package org.copse.data;

import java.nio.file.Path;
import java.util.List;
import org.copse.bayes.BayesianFit;
import org.copse.bias.BeggResult;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitResult;
import org.copse.bias.PCurveResult;
import org.copse.bias.TrimAndFillResult;
import org.copse.effect.Effects;
import org.copse.heterogeneity.HeterogeneityGrades;
import org.copse.model.AdverseEventAnalysis;
import org.copse.model.Fit;
import org.copse.model.MetaRegressionFit;
import org.copse.model.SubgroupAnalysis;
import org.copse.sensitivity.CorrelationAnalysis;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.InfluenceAnalysis;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.OverlapAnalysis;
import org.copse.sensitivity.RoundingAnalysis;
import org.copse.sensitivity.SpecificationAnalysis;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Results back to Tablesaw. Columns are named alike everywhere: {@code estimate} and {@code se} are
 * on the analysis scale (log for ratios), {@code displayed}, {@code ci_low} and {@code ci_high} on
 * the scale of readers; what does not exist is missing.
 */
public final class Tables extends ReviewTables {

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
    return EffectColumns.of(effects, LEVEL);
  }

  /**
   * A table of a fit's studies: that of its effects, with the {@code weight} of each in percent
   * where the model has weights. Study intervals are of the fit's level.
   *
   * @param fit the fit
   * @return a new table, one row a study
   */
  public static Table of(Fit fit) {
    return EffectColumns.of(fit);
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
    return EffectColumns.of(fit);
  }

  /**
   * A table of subgroups: one row a group and one, {@code Overall}, of all studies.
   *
   * @param analysis the subgroups
   * @return a new table with the columns of {@link #summary(Fit...)}, the moderator in front
   */
  public static Table of(SubgroupAnalysis analysis) {
    return FitColumns.of(analysis);
  }

  /**
   * A table of a leave-one-out analysis: one row a study left out and one, {@code None}, of the
   * full fit.
   *
   * @param analysis the analysis
   * @return a new table with the columns of {@link #summary(Fit...)}, {@code left_out} in front
   */
  public static Table of(LeaveOneOut analysis) {
    return FitColumns.of(analysis);
  }

  /**
   * A table of a correlation sweep: one row a correlation.
   *
   * @param analysis the sweep
   * @return a new table with the columns of {@link #summary(Fit...)}, the number {@code
   *     correlation} in front
   */
  public static Table of(CorrelationAnalysis analysis) {
    return SensitivityColumns.of(analysis);
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
   * A limit meta-analysis as a table of one row: {@code k}, {@code estimate}, {@code se}, {@code
   * ci_low}, {@code ci_high}, {@code p}, {@code bias}, {@code slope}, {@code tau2}, {@code
   * q_small}, {@code p_small}, {@code q_rest}, {@code p_rest}, {@code g2}, all on the analysis
   * scale; missing where not computed.
   *
   * @param result the result
   * @return a new table
   */
  public static Table of(LimitResult result) {
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
    return GradeColumns.of(scheme);
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
    return SensitivityColumns.of(analysis);
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
    EffectsFile.save(EffectColumns.withModerators(effects, LEVEL), notes(effects), file);
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
    return ResultRows.of(results);
  }
}
