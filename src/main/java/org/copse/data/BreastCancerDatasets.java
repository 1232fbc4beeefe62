package org.copse.data;

import tech.tablesaw.api.Table;

/** The part of {@link Datasets} on the review of mTOR inhibitors in breast cancer. */
abstract sealed class BreastCancerDatasets permits Datasets {

  BreastCancerDatasets() {}

  /**
   * Progression-free survival with everolimus and endocrine therapy: hazard ratios of eight report
   * rows.
   *
   * <p><b>Columns:</b> {@code report}, {@code trial}, {@code population}, {@code treatment}, {@code
   * control} (text), {@code year}, {@code total_treatment}, {@code total_control} (integer,
   * randomised patients), {@code hr}, {@code ci_low}, {@code ci_high} (hazard ratio and 95 %
   * limits), {@code median_treatment_months}, {@code median_control_months} (months), {@code note},
   * {@code source}, {@code source_ci} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 1; the interval of Novartis
   * 2012 from Yardley 2013, Adv Ther 30:870-884.
   *
   * @return a new table of 8 rows
   */
  public static Table breastCancerPfs() {
    return DatasetFile.BREAST_CANCER_PFS.read();
  }

  /**
   * Clinical benefit rate with everolimus and endocrine therapy; six of the eight report rows are
   * complete.
   *
   * <p><b>Columns:</b> {@code report}, {@code trial}, {@code population}, {@code treatment}, {@code
   * control} (text), {@code year} (integer), {@code events_treatment_derived}, {@code
   * events_control_derived} (integer, patients, rounded from the percent), {@code total_treatment},
   * {@code total_control} (integer, patients), {@code percent_treatment}, {@code percent_control}
   * (percent as printed), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 1.
   *
   * @return a new table of 8 rows
   */
  public static Table breastCancerCbr() {
    return DatasetFile.BREAST_CANCER_CBR.read();
  }

  /**
   * Overall response rate with everolimus and endocrine therapy; six of the eight report rows are
   * complete.
   *
   * <p><b>Columns:</b> {@code report}, {@code trial}, {@code population}, {@code treatment}, {@code
   * control} (text), {@code year} (integer), {@code events_treatment_derived}, {@code
   * events_control_derived} (integer, patients, rounded from the percent), {@code total_treatment},
   * {@code total_control} (integer, patients), {@code percent_treatment}, {@code percent_control}
   * (percent as printed), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 1.
   *
   * @return a new table of 8 rows
   */
  public static Table breastCancerOrr() {
    return DatasetFile.BREAST_CANCER_ORR.read();
  }

  /**
   * Adverse events of any grade with everolimus and endocrine therapy: eight events in eight report
   * rows, many cells not printed.
   *
   * <p><b>Columns:</b> {@code event}, {@code grade} (text); {@code report}, {@code trial}, {@code
   * population}, {@code treatment}, {@code control} (text), {@code year} (integer), {@code
   * events_treatment_derived}, {@code events_control_derived} (integer, patients, rounded from the
   * percent), {@code total_treatment}, {@code total_control} (integer, patients), {@code
   * percent_treatment}, {@code percent_control} (percent as printed), {@code note}, {@code source}
   * (text). Also {@code event_printed} (text, the name as printed).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 2; totals from Table 1.
   *
   * @return a new table of 64 rows
   */
  public static Table breastCancerAdverseEventsAnyGrade() {
    return DatasetFile.BREAST_CANCER_ADVERSE_EVENTS_ANY_GRADE.read();
  }

  /**
   * Severe adverse events of the neoadjuvant everolimus and the temsirolimus trials.
   *
   * <p><b>Columns:</b> {@code setting} (text: neoadjuvant, temsirolimus), {@code event}, {@code
   * grade} (text: 3-4 or 3-5); {@code report}, {@code trial}, {@code population}, {@code
   * treatment}, {@code control} (text), {@code year} (integer), {@code events_treatment_derived},
   * {@code events_control_derived} (integer, patients, rounded from the percent), {@code
   * total_treatment}, {@code total_control} (integer, patients), {@code percent_treatment}, {@code
   * percent_control} (percent as printed), {@code note}, {@code source} (text). Also {@code
   * event_printed} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Tables 3 and 4.
   *
   * @return a new table of 31 rows
   */
  public static Table breastCancerAdverseEventsGrade34() {
    return DatasetFile.BREAST_CANCER_ADVERSE_EVENTS_GRADE_34.read();
  }

  /**
   * Overall response to neoadjuvant therapy with and without everolimus.
   *
   * <p><b>Columns:</b> {@code report}, {@code trial}, {@code population}, {@code treatment}, {@code
   * control} (text), {@code year} (integer), {@code events_treatment_derived}, {@code
   * events_control_derived} (integer, patients, rounded from the percent), {@code total_treatment},
   * {@code total_control} (integer, patients), {@code percent_treatment}, {@code percent_control}
   * (percent as printed), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 3.
   *
   * @return a new table of 3 rows
   */
  public static Table breastCancerNeoadjuvantOrr() {
    return DatasetFile.BREAST_CANCER_NEOADJUVANT_ORR.read();
  }

  /**
   * Overall response and clinical benefit of letrozole with temsirolimus or placebo; one of the two
   * trials prints neither.
   *
   * <p><b>Columns:</b> {@code outcome} (text: ORR, CBR); {@code report}, {@code trial}, {@code
   * population}, {@code treatment}, {@code control} (text), {@code year} (integer), {@code
   * events_treatment_derived}, {@code events_control_derived} (integer, patients, rounded from the
   * percent), {@code total_treatment}, {@code total_control} (integer, patients), {@code
   * percent_treatment}, {@code percent_control} (percent as printed), {@code note}, {@code source}
   * (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 4.
   *
   * @return a new table of 4 rows
   */
  public static Table breastCancerTemsirolimusResponse() {
    return DatasetFile.BREAST_CANCER_TEMSIROLIMUS_RESPONSE.read();
  }

  /**
   * Progression-free survival of letrozole with temsirolimus or placebo; one hazard ratio is
   * printed.
   *
   * <p><b>Columns:</b> as {@link #breastCancerPfs()}.
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 4; the interval from the
   * abstract of Wolff 2013.
   *
   * @return a new table of 2 rows
   */
  public static Table breastCancerTemsirolimusPfs() {
    return DatasetFile.BREAST_CANCER_TEMSIROLIMUS_PFS.read();
  }

  /**
   * The Jadad scores that the breast-cancer review gave its twelve reports.
   *
   * <p><b>Columns:</b> {@code report}, {@code trial} (text), {@code year}, {@code randomisation}
   * and {@code blinding} (integer, points 0 to 2), {@code withdrawals} (integer, 0 or 1), {@code
   * total} (integer, 0 to 5), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 5.
   *
   * @return a new table of 12 rows
   */
  public static Table breastCancerJadad() {
    return DatasetFile.BREAST_CANCER_JADAD.read();
  }

  /**
   * The pooled results that the breast-cancer review prints, to be set beside recomputed ones.
   *
   * <p><b>Columns:</b> {@code id} (text, a key such as {@code pfs} or {@code any-grade-rash}),
   * {@code setting}, {@code outcome}, {@code event}, {@code grade} (text), {@code studies_printed}
   * (integer), {@code measure}, {@code model} (text), {@code estimate}, {@code ci_low}, {@code
   * ci_high} (ratio and 95 % limits), {@code i_squared_percent} (percent), {@code heterogeneity_p},
   * {@code z}, {@code p} (number), {@code p_printed}, {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, text and Tables 6 and 7.
   *
   * @return a new table of 22 rows
   */
  public static Table breastCancerPublished() {
    return DatasetFile.BREAST_CANCER_PUBLISHED.read();
  }

  /**
   * Adverse events of the BOLERO-2 trial from other sources than the review, for orientation. The
   * two pages ({@code report}) have different cut-off dates: never pool both.
   *
   * <p><b>Columns:</b> {@code event}, {@code grade} (text: any, 3-4); {@code report}, {@code
   * trial}, {@code population}, {@code treatment}, {@code control} (text), {@code
   * events_treatment_derived}, {@code events_control_derived} (integer, patients, rounded from the
   * percent), {@code total_treatment}, {@code total_control} (integer, patients), {@code
   * percent_treatment}, {@code percent_control} (percent as printed), {@code note}, {@code source}
   * (text).
   *
   * <p><b>Source:</b> Safety pages of global.afinitor.com (percents); Rugo 2014, abstract,
   * PMC3969554 (totals).
   *
   * @return a new table of 39 rows
   */
  public static Table breastCancerBolero2Safety() {
    return DatasetFile.BREAST_CANCER_BOLERO2_SAFETY.read();
  }

  /**
   * Adverse events of grade 3 or 4 with everolimus in advanced disease: the rows behind Table 7 of
   * the review, whose counts are not printed by arm and stay empty, to be filled in.
   *
   * <p><b>Columns:</b> as {@link #breastCancerAdverseEventsAnyGrade()}, without {@code
   * event_printed}.
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, Table 1 (totals).
   *
   * @return a new table of 64 rows
   */
  public static Table breastCancerAdverseEventsGrade34Advanced() {
    return DatasetFile.BREAST_CANCER_ADVERSE_EVENTS_GRADE_34_ADVANCED.read();
  }

  /**
   * Every number that the text of the breast-cancer review prints, in its order.
   *
   * <p><b>Columns</b> (text): {@code place}, {@code quantity}, {@code printed} (one number as
   * printed), {@code kind} (result, data, choice, cited), {@code key} (what recomputes it, empty
   * for nothing), {@code why}, {@code cell} (what to fill in where it cannot be recomputed), {@code
   * source}.
   *
   * <p><b>Source:</b> Int J Clin Exp Med 2014;7(10):3333-3343, text and legends.
   *
   * @return a new table of 182 rows
   */
  public static Table breastCancerNumbers() {
    return DatasetFile.BREAST_CANCER_NUMBERS.read();
  }
}
