package org.copse.data;

import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.audit.Audit;
import org.copse.descriptive.DescriptiveTable;
import org.copse.descriptive.PrintedCheck;
import org.copse.survival.CoxFit;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRankResult;
import org.copse.survival.ProportionalHazards;
import org.copse.survival.ReconstructedPatients;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalData;
import tech.tablesaw.api.Table;

/**
 * The part of {@link Tables} on what a review is made from: its audit, appraisals, flow of records,
 * descriptions of patients and survival times.
 */
abstract sealed class ReviewTables permits Tables {

  ReviewTables() {}

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
    return Tables.of(fit.coefficients());
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
