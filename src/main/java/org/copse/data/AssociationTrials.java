package org.copse.data;

import org.copse.convert.CorrelationFromTest;
import org.copse.effect.Concordance;
import org.copse.effect.Correlation;
import org.copse.effect.CronbachAlpha;
import org.copse.effect.Genotypes;
import org.copse.effect.ModelFit;
import org.copse.effect.PartialCorrelation;
import org.copse.effect.SemiPartialCorrelation;

/**
 * Correlations, plain, partial and semi-partial; explained variance; reliabilities; areas under the
 * curve: reached by {@link Trials#association()}.
 */
public final class AssociationTrials {

  private final CellTable cells;
  private final Roles roles;

  AssociationTrials(CellTable cells, Roles roles) {
    this.cells = cells;
    this.roles = roles;
  }

  /**
   * Correlations; of t statistics with {@link Trials#derive} and {@link CorrelationFromTest#ofT}.
   *
   * @param r column of correlations
   * @param n column of patients
   * @return the checked correlations
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<Correlation> correlation(String r, String n) {
    StudyRows rows = new StudyRows(cells, roles, r, n);
    return new SummaryOutcome<>(rows, 2, v -> new Correlation(v[0], v[1]), "Correlations", 1);
  }

  /**
   * Partial correlations of one predictor in regression models.
   *
   * @param r column of partial correlations; of t statistics see {@link #partialCorrelationFromT}
   * @param n column of patients
   * @param predictors column of numbers of predictors, the one of interest included
   * @return the checked correlations
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<PartialCorrelation> partialCorrelation(
      String r, String n, String predictors) {
    StudyRows rows = new StudyRows(cells, roles, r, n, predictors);
    return new SummaryOutcome<>(
        rows, 3, v -> new PartialCorrelation(v[0], v[1], v[2]), "Partial correlations", 1, 2);
  }

  /**
   * Partial correlations from the t statistics of coefficients in regression models.
   *
   * @param t column of t statistics with their sign
   * @param n column of patients
   * @param predictors column of numbers of predictors, the one of interest included
   * @return the checked correlations
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<PartialCorrelation> partialCorrelationFromT(
      String t, String n, String predictors) {
    String r = "partial r of " + t;
    return with(
            r,
            row ->
                CorrelationFromTest.partialOfT(
                    row.number(t), row.number(n), row.number(predictors)))
        .partialCorrelation(r, n, predictors);
  }

  /**
   * Semi-partial correlations of one predictor in regression models.
   *
   * @param r column of semi-partial correlations; of t statistics see {@link
   *     #semiPartialCorrelationFromT}
   * @param n column of patients
   * @param predictors column of numbers of predictors, the one of interest included
   * @param rSquared column of R² of the whole models
   * @return the checked correlations
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<SemiPartialCorrelation> semiPartialCorrelation(
      String r, String n, String predictors, String rSquared) {
    StudyRows rows = new StudyRows(cells, roles, r, n, predictors, rSquared);
    return new SummaryOutcome<>(
        rows,
        4,
        v -> new SemiPartialCorrelation(v[0], v[1], v[2], v[3]),
        "Semi-partial correlations",
        1,
        2);
  }

  /**
   * Semi-partial correlations from the t statistics of coefficients in regression models.
   *
   * @param t column of t statistics with their sign
   * @param n column of patients
   * @param predictors column of numbers of predictors, the one of interest included
   * @param rSquared column of R² of the whole models
   * @return the checked correlations
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<SemiPartialCorrelation> semiPartialCorrelationFromT(
      String t, String n, String predictors, String rSquared) {
    String r = "semi-partial r of " + t;
    return with(
            r,
            row ->
                CorrelationFromTest.semiPartialOfT(
                    row.number(t), row.number(n), row.number(predictors), row.number(rSquared)))
        .semiPartialCorrelation(r, n, predictors, rSquared);
  }

  /**
   * Coefficients of determination of regression models.
   *
   * @param rSquared column of R²; of F statistics with {@link Trials#derive} and {@link
   *     CorrelationFromTest#rSquaredOfF}
   * @param n column of patients
   * @param predictors column of numbers of predictors
   * @return the checked coefficients
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<ModelFit> rSquared(String rSquared, String n, String predictors) {
    StudyRows rows = new StudyRows(cells, roles, rSquared, n, predictors);
    return new SummaryOutcome<>(rows, 3, v -> new ModelFit(v[0], v[1], v[2]), "R²", 1, 2);
  }

  /**
   * Cronbach's alpha of a scale.
   *
   * @param alpha column of coefficients
   * @param items column of numbers of items
   * @param n column of patients
   * @return the checked coefficients
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<CronbachAlpha> cronbachAlpha(String alpha, String items, String n) {
    StudyRows rows = new StudyRows(cells, roles, alpha, items, n);
    return new SummaryOutcome<>(rows, 3, v -> new CronbachAlpha(v[0], v[1], v[2]), "Alphas", 1, 2);
  }

  /**
   * Reported areas under the curve, c statistics or common-language effect sizes.
   *
   * @param area column of areas, 0.5 without discrimination
   * @param n1 column of patients of group 1, in which values are larger where the area exceeds 0.5
   * @param n2 column of patients of group 2
   * @return the checked areas
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<Concordance> areaUnderCurve(String area, String n1, String n2) {
    StudyRows rows = new StudyRows(cells, roles, area, n1, n2);
    return new SummaryOutcome<>(
        rows, 3, v -> new Concordance(v[0], v[1], v[2]), "Areas under the curve", 1, 2);
  }

  /**
   * Genotypes of a gene with two alleles, for deviations from the Hardy-Weinberg equilibrium.
   *
   * @param dominant column of carriers of two dominant alleles
   * @param heterozygous column of carriers of one of each
   * @param recessive column of carriers of two recessive alleles
   * @return the checked counts
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<Genotypes> genotypes(
      String dominant, String heterozygous, String recessive) {
    StudyRows rows = new StudyRows(cells, roles, dominant, heterozygous, recessive);
    return new SummaryOutcome<>(
        rows, 3, v -> new Genotypes(v[0], v[1], v[2]), "Genotypes", 0, 1, 2);
  }

  /** The same table with a column computed from t statistics. */
  private AssociationTrials with(String column, RowFormula formula) {
    return new AssociationTrials(
        cells.with(DerivedColumn.of(cells, roles, column, formula)), roles);
  }
}
