package org.copse.data;

import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The data sets that come with Copse, each read from the class path into a Tablesaw {@link Table}
 * with fixed column types. Nothing is guessed: a cell that no source prints stays missing, and
 * every row names its source in the column {@code source}. Provenance, licence and gaps of each
 * file are in {@code datasets/README.md}.
 *
 * <p>Every call reads anew, so a caller may change the table it gets.
 */
public final class Datasets extends BreastCancerDatasets {

  private Datasets() {}

  /**
   * The data sets there are: one row each.
   *
   * @return a table with the columns {@code name} (text, the file's name without ending), {@code
   *     title} (text), {@code rows} (integer) and {@code source} (text)
   */
  public static Table list() {
    StringColumn name = StringColumn.create("name");
    StringColumn title = StringColumn.create("title");
    IntColumn rows = IntColumn.create("rows");
    StringColumn source = StringColumn.create("source");
    for (DatasetFile file : DatasetFile.values()) {
      name.append(file.file());
      title.append(file.title());
      rows.append(file.read().rowCount());
      source.append(file.source());
    }
    return Table.create("Data sets of Copse", name, title, rows, source);
  }

  /**
   * Thirteen trials of BCG vaccine against tuberculosis, as 2 &times; 2 counts.
   *
   * <p><b>Columns:</b> {@code trial} (integer, 1 to 13), {@code author} (text; unique only with the
   * year), {@code year} (integer), {@code tpos} and {@code tn} (integer: cases and <em>all</em>
   * persons of the vaccinated arm), {@code cpos} and {@code cn} (integer: the same of the control
   * arm), {@code ablat} (integer, degrees of absolute latitude), {@code alloc} (text: random,
   * alternate, systematic), {@code source} (text).
   *
   * <p><b>Source:</b> Colditz 1994, JAMA 271:698-702; Berkey 1995, Stat Med 14:395-411. Equals
   * {@code dat.bcg} of R's metadat.
   *
   * @return a new table of 13 rows
   */
  public static Table bcgVaccine() {
    return DatasetFile.BCG_VACCINE.read();
  }

  /**
   * Lung function, walking distance and VEGF-D before and after mTOR inhibitors in
   * lymphangioleiomyomatosis. MILES is complete; of the other trials hardly a cell was seen.
   *
   * <p><b>Columns:</b> {@code outcome} (text: FEV1, FVC, DLCO, 6MWD, VEGF-D), {@code unit}, {@code
   * study}, {@code design} (text: RCT, single arm), {@code timepoint} (text), and of the treated
   * arm (1) and the control (2): {@code n} (integer, patients), {@code mean_before}, {@code
   * sd_before}, {@code mean_after}, {@code sd_after}, {@code mean_change}, {@code sd_change}
   * (numbers in {@code unit}); {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> McCormack 2011, NEJM 364:1595, Table 2; Bissler 2008, NEJM 358:140, abstract.
   *
   * @return a new table of 37 rows
   */
  public static Table lamChanges() {
    return DatasetFile.LAM_CHANGES.read();
  }

  /**
   * Partial responses of renal angiomyolipoma to mTOR inhibitors; two of the four trials that the
   * review pools have both numbers. Definitions of response differ between rows.
   *
   * <p><b>Columns:</b> {@code study}, {@code drug}, {@code definition} (text), {@code events},
   * {@code n} (integer, patients), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> abstracts of the trials; Gao 2018, doi 10.1186/s13023-018-0874-7.
   *
   * @return a new table of 6 rows
   */
  public static Table lamAngiomyolipoma() {
    return DatasetFile.LAM_ANGIOMYOLIPOMA.read();
  }

  /**
   * Adverse events of the trial EXIST-2, and the other trials of the review, whose counts were not
   * seen.
   *
   * <p><b>Columns:</b> {@code study}, {@code event} (text), {@code events_treatment_derived},
   * {@code events_control_derived} (integer, patients, rounded from the percent), {@code
   * total_treatment}, {@code total_control} (integer, patients), {@code percent_treatment}, {@code
   * percent_control} (percent as printed, any grade) and the same with {@code _grade3}, {@code
   * _grade4}; {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Afinitor US prescribing information, Tables 8 and 9.
   *
   * @return a new table of 22 rows
   */
  public static Table lamAdverseEvents() {
    return DatasetFile.LAM_ADVERSE_EVENTS.read();
  }

  /**
   * Adverse events of MILES (sirolimus in lymphangioleiomyomatosis) by category. <b>These are
   * counts of events, not of patients</b>: one patient may have several, so that no share of
   * patients and no risk can be had from them.
   *
   * <p><b>Columns:</b> {@code category} (text), {@code total_treatment_placebo}, {@code
   * total_treatment_sirolimus}, {@code total_observation_placebo}, {@code
   * total_observation_sirolimus}, {@code serious_treatment_placebo}, {@code
   * serious_treatment_sirolimus}, {@code serious_observation_placebo}, {@code
   * serious_observation_sirolimus} (integer, events in the year of treatment and in the year of
   * observation after it), {@code source}, {@code note} (text).
   *
   * <p><b>Source:</b> McCormack 2011, NEJM 364:1595, Table 3.
   *
   * @return a new table of 23 rows
   */
  public static Table lamMilesEvents() {
    return DatasetFile.LAM_MILES_EVENTS.read();
  }

  /**
   * Studies of mTOR inhibitors in lymphangioleiomyomatosis and how many of their patients had it,
   * as another review lists them.
   *
   * <p><b>Columns:</b> {@code study}, {@code design} (text), {@code total_subjects}, {@code
   * lam_subjects}, {@code withdrew} (integer, patients), {@code percent_predicted_fev1} (percent),
   * {@code treatment} (text), {@code followup_years} (years), {@code source} (text).
   *
   * <p><b>Source:</b> Courtwright 2017, Eur Respir Rev 26:160004, Table 1.
   *
   * @return a new table of 13 rows
   */
  public static Table lamStudies() {
    return DatasetFile.LAM_STUDIES.read();
  }

  /**
   * The pooled results that the review of lymphangioleiomyomatosis prints.
   *
   * <p><b>Columns:</b> {@code outcome}, {@code unit}, {@code measure} (text), {@code estimate},
   * {@code ci_low}, {@code ci_high} (in {@code unit}), {@code i_squared_percent} (percent), {@code
   * note}, {@code source} (text).
   *
   * <p><b>Source:</b> Gao 2018, doi 10.1186/s13023-018-0874-7, text.
   *
   * @return a new table of 20 rows
   */
  public static Table lamPublished() {
    return DatasetFile.LAM_PUBLISHED.read();
  }

  /**
   * Tables I and II of the vascular-anomalies review, row by row as printed; its patients are not
   * public.
   *
   * <p><b>Columns:</b> {@code table}, {@code variable}, {@code level} (text), {@code parent} (text,
   * the category of which the row is a part, empty for none), {@code n_total}, {@code
   * n_publications}, {@code n_posters} (integer, patients of 84, 25 and 59), {@code pct_total},
   * {@code pct_publications}, {@code pct_posters} (text, percent with its printed digits, empty
   * where none is printed), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Nadal 2016, Acta Derm Venereol, Tables I and II.
   *
   * @return a new table of 34 rows
   */
  public static Table vascularAnomaliesTables() {
    return DatasetFile.VASCULAR_ANOMALIES_TABLES.read();
  }

  /**
   * Counts and percentages that the text of the vascular-anomalies review prints.
   *
   * <p><b>Columns:</b> {@code section}, {@code quantity} (text), {@code n}, {@code of} (integer,
   * patients; {@code of} is empty where no number is given), {@code percent} (text, with its
   * printed digits, empty where none is printed), {@code note}, {@code source} (text).
   *
   * <p><b>Source:</b> Nadal 2016, Acta Derm Venereol, text.
   *
   * @return a new table of 20 rows
   */
  public static Table vascularAnomaliesText() {
    return DatasetFile.VASCULAR_ANOMALIES_TEXT.read();
  }

  /**
   * Weeks in remission of 42 children with acute leukaemia, 6-mercaptopurine against placebo, in 21
   * pairs: the classical example of survival analysis.
   *
   * <p><b>Columns:</b> {@code patient} (integer, 1 to 42), {@code pair} (integer, 1 to 21), {@code
   * treatment} (text: 6-MP, control), {@code weeks} (integer), {@code relapse} (integer, 1 relapse,
   * 0 still in remission), {@code source} (text).
   *
   * <p><b>Source:</b> Gehan 1965, Biometrika 52:203-223; trial: Freireich 1963, Blood 21:699-716.
   * Equals {@code gehan} of R's MASS.
   *
   * @return a new table of 42 rows
   */
  public static Table leukaemia6mp() {
    return DatasetFile.LEUKAEMIA_6MP.read();
  }

  /**
   * The twelve adverse events that the review of lymphangioleiomyomatosis pools, by trial: a row
   * for each of its five trials, the patients with the event empty where they were not seen.
   *
   * <p><b>Columns:</b> {@code event} (as in the review), {@code study} (text), {@code
   * events_derived} (integer, patients, rounded from the percent), {@code n} (integer, patients
   * treated), {@code event_printed} (as in the source, text), {@code percent} (as printed), {@code
   * note}, {@code source} (text).
   *
   * <p><b>Source:</b> Afinitor US prescribing information, Tables 8 and 9; Courtwright 2017, Table
   * 1 (n).
   *
   * @return a new table of 60 rows
   */
  public static Table lamReviewAdverseEvents() {
    return DatasetFile.LAM_REVIEW_ADVERSE_EVENTS.read();
  }

  /**
   * Every number that the text of the review of lymphangioleiomyomatosis prints, in its order.
   *
   * <p><b>Columns</b> (text): {@code place}, {@code quantity}, {@code printed} (one number as
   * printed), {@code kind} (result, data, choice, cited), {@code key} (what recomputes it, empty
   * for nothing), {@code why}, {@code cell} (what to fill in where it cannot be recomputed), {@code
   * source}.
   *
   * <p><b>Source:</b> Gao 2018, doi 10.1186/s13023-018-0874-7, text.
   *
   * @return a new table of 139 rows
   */
  public static Table lamNumbers() {
    return DatasetFile.LAM_NUMBERS.read();
  }

  /**
   * Every number that the text of the vascular-anomalies review prints, in its order.
   *
   * <p><b>Columns</b> (text): {@code place}, {@code quantity}, {@code printed} (one number as
   * printed), {@code kind} (result, data, choice, cited), {@code key} (what recomputes it, empty
   * for nothing), {@code why}, {@code cell} (what to fill in where it cannot be recomputed), {@code
   * source}.
   *
   * <p><b>Source:</b> Nadal 2016, Acta Derm Venereol, text and notes of Table I.
   *
   * @return a new table of 133 rows
   */
  public static Table vascularAnomaliesNumbers() {
    return DatasetFile.VASCULAR_ANOMALIES_NUMBERS.read();
  }
}
