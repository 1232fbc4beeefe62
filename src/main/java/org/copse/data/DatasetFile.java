package org.copse.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One data set on the class path: its file, title and column types, which are stated, not guessed.
 */
enum DatasetFile {
  BCG_VACCINE(
      "bcg-vaccine",
      "BCG vaccine against tuberculosis: 13 trials",
      "Colditz 1994, JAMA 271:698-702; Berkey 1995, Stat Med 14:395-411",
      "trial:I author:T year:I tpos:I tn:I cpos:I cn:I ablat:I alloc:T source:T"),
  BREAST_CANCER_PFS(
      "breast-cancer-pfs",
      "Everolimus in advanced breast cancer: progression-free survival",
      Text.REVIEW + ", Table 1; one interval from Yardley 2013",
      Text.LEAD + Text.SURVIVAL),
  BREAST_CANCER_CBR(
      "breast-cancer-cbr",
      "Everolimus in advanced breast cancer: clinical benefit rate",
      Text.REVIEW + ", Table 1",
      Text.LEAD + Text.ARMS + "note:T source:T"),
  BREAST_CANCER_ORR(
      "breast-cancer-orr",
      "Everolimus in advanced breast cancer: overall response rate",
      Text.REVIEW + ", Table 1",
      Text.LEAD + Text.ARMS + "note:T source:T"),
  BREAST_CANCER_ADVERSE_EVENTS_ANY_GRADE(
      "breast-cancer-adverse-events-any-grade",
      "Everolimus in advanced breast cancer: adverse events of any grade",
      Text.REVIEW + ", Tables 1 and 2",
      "event:T grade:T " + Text.LEAD + Text.ARMS + "event_printed:T note:T source:T"),
  BREAST_CANCER_ADVERSE_EVENTS_GRADE_34(
      "breast-cancer-adverse-events-grade-3-4",
      "mTOR inhibitors, neoadjuvant or with letrozole: adverse events of grade 3-4",
      Text.REVIEW + ", Tables 3 and 4",
      "setting:T event:T grade:T " + Text.LEAD + Text.ARMS + "event_printed:T note:T source:T"),
  BREAST_CANCER_ADVERSE_EVENTS_GRADE_34_ADVANCED(
      "breast-cancer-adverse-events-grade-3-4-advanced",
      "Everolimus in advanced breast cancer: adverse events of grade 3-4, counts to be filled in",
      Text.REVIEW + ", Table 1 (totals only)",
      "event:T grade:T " + Text.LEAD + Text.ARMS + "note:T source:T"),
  BREAST_CANCER_NEOADJUVANT_ORR(
      "breast-cancer-neoadjuvant-orr",
      "Neoadjuvant everolimus in breast cancer: overall response rate",
      Text.REVIEW + ", Table 3",
      Text.LEAD + Text.ARMS + "note:T source:T"),
  BREAST_CANCER_TEMSIROLIMUS_RESPONSE(
      "breast-cancer-temsirolimus-response",
      "Temsirolimus plus letrozole in breast cancer: response and clinical benefit",
      Text.REVIEW + ", Table 4",
      "outcome:T " + Text.LEAD + Text.ARMS + "note:T source:T"),
  BREAST_CANCER_TEMSIROLIMUS_PFS(
      "breast-cancer-temsirolimus-pfs",
      "Temsirolimus plus letrozole in breast cancer: progression-free survival",
      Text.REVIEW + ", Table 4; interval from the abstract of Wolff 2013",
      Text.LEAD + Text.SURVIVAL),
  BREAST_CANCER_JADAD(
      "breast-cancer-jadad",
      "mTOR inhibitors in breast cancer: Jadad scores",
      Text.REVIEW + ", Table 5",
      "report:T trial:T year:I randomisation:I blinding:I withdrawals:I total:I note:T source:T"),
  BREAST_CANCER_PUBLISHED(
      "breast-cancer-published",
      "mTOR inhibitors in breast cancer: the review's pooled results",
      Text.REVIEW + ", text and Tables 6 and 7",
      "id:T setting:T outcome:T event:T grade:T studies_printed:I measure:T model:T estimate:N"
          + " ci_low:N ci_high:N i_squared_percent:N heterogeneity_p:N z:N p:N p_printed:T"
          + " note:T source:T"),
  BREAST_CANCER_BOLERO2_SAFETY(
      "breast-cancer-bolero2-safety",
      "BOLERO-2: adverse events in the safety population",
      "global.afinitor.com, two pages; Rugo 2014, abstract, PMC3969554",
      "event:T grade:T report:T trial:T population:T treatment:T control:T "
          + Text.ARMS
          + "note:T source:T"),
  BREAST_CANCER_NUMBERS(
      "breast-cancer-numbers",
      "mTOR inhibitors in breast cancer: every number of the review's text",
      Text.REVIEW + ", text",
      Text.NUMBERS),
  LAM_CHANGES(
      "lam-changes",
      "mTOR inhibitors in lymphangioleiomyomatosis: lung function, walking distance, VEGF-D",
      "McCormack 2011, NEJM 364:1595, Table 2; Bissler 2008, NEJM 358:140, abstract",
      "outcome:T unit:T study:T design:T timepoint:T "
          + Text.CHANGE.formatted(1, 1, 1, 1, 1, 1, 1)
          + Text.CHANGE.formatted(2, 2, 2, 2, 2, 2, 2)
          + "note:T source:T"),
  LAM_ANGIOMYOLIPOMA(
      "lam-angiomyolipoma",
      "mTOR inhibitors and renal angiomyolipoma: partial responses",
      "abstracts of the trials; " + Text.LAM_REVIEW,
      "study:T drug:T definition:T events:I n:I note:T source:T"),
  LAM_ADVERSE_EVENTS(
      "lam-adverse-events",
      "Everolimus in EXIST-2: adverse events, with the trials whose counts were not seen",
      "Afinitor US prescribing information, Tables 8 and 9",
      "study:T event:T events_treatment_derived:I total_treatment:I percent_treatment:N"
          + " percent_treatment_grade3:N percent_treatment_grade4:N events_control_derived:I"
          + " total_control:I percent_control:N percent_control_grade3:N percent_control_grade4:N"
          + " note:T source:T"),
  LAM_MILES_EVENTS(
      "lam-miles-events",
      "Sirolimus in MILES: adverse events, counted as events, not patients",
      "McCormack 2011, NEJM 364:1595, Table 3",
      "category:T total_treatment_placebo:I total_treatment_sirolimus:I"
          + " total_observation_placebo:I total_observation_sirolimus:I"
          + " serious_treatment_placebo:I serious_treatment_sirolimus:I"
          + " serious_observation_placebo:I serious_observation_sirolimus:I source:T note:T"),
  LAM_STUDIES(
      "lam-studies",
      "mTOR inhibitors in lymphangioleiomyomatosis: studies and their patients",
      "Courtwright 2017, Eur Respir Rev 26:160004, Table 1",
      "study:T design:T total_subjects:I lam_subjects:I withdrew:I percent_predicted_fev1:N"
          + " treatment:T followup_years:N source:T"),
  LAM_PUBLISHED(
      "lam-published",
      "mTOR inhibitors in lymphangioleiomyomatosis: the review's pooled results",
      Text.LAM_REVIEW + ", text",
      "outcome:T unit:T measure:T estimate:N ci_low:N ci_high:N i_squared_percent:N note:T"
          + " source:T"),
  LAM_REVIEW_ADVERSE_EVENTS(
      "lam-review-adverse-events",
      "mTOR inhibitors in lymphangioleiomyomatosis: the review's twelve adverse events by trial",
      "Afinitor US prescribing information, Tables 8 and 9; Courtwright 2017, Table 1 (n)",
      "event:T study:T events_derived:I n:I event_printed:T percent:N note:T source:T"),
  LAM_NUMBERS(
      "lam-numbers",
      "mTOR inhibitors in lymphangioleiomyomatosis: every number of the review's text",
      Text.LAM_REVIEW + ", text",
      Text.NUMBERS),
  VASCULAR_ANOMALIES_TABLES(
      "vascular-anomalies-tables",
      "mTOR inhibitors in vascular anomalies: the review's Tables I and II",
      "Nadal 2016, Acta Derm Venereol, Tables I and II",
      "table:T variable:T level:T parent:T n_total:I pct_total:T n_publications:I"
          + " pct_publications:T n_posters:I pct_posters:T note:T source:T"),
  VASCULAR_ANOMALIES_TEXT(
      "vascular-anomalies-text",
      "mTOR inhibitors in vascular anomalies: counts and percentages of the review's text",
      "Nadal 2016, Acta Derm Venereol, text",
      "section:T quantity:T n:I of:I percent:T note:T source:T"),
  VASCULAR_ANOMALIES_NUMBERS(
      "vascular-anomalies-numbers",
      "mTOR inhibitors in vascular anomalies: every number of the review's text",
      "Nadal 2016, Acta Derm Venereol, text",
      Text.NUMBERS),
  LEUKAEMIA_6MP(
      "leukaemia-6mp",
      "6-mercaptopurine in acute leukaemia: weeks in remission of 42 patients",
      "Gehan 1965, Biometrika 52:203-223; trial: Freireich 1963, Blood 21:699-716",
      "patient:I pair:I treatment:T weeks:I relapse:I source:T");

  /** Pieces that several files share. */
  private static final class Text {
    static final String REVIEW = "Int J Clin Exp Med 2014;7(10):3333-3343";
    static final String LAM_REVIEW = "Gao 2018, Orphanet J Rare Dis, doi 10.1186/s13023-018-0874-7";
    static final String CHANGE =
        "n%s:I mean_before%s:N sd_before%s:N mean_after%s:N sd_after%s:N mean_change%s:N"
            + " sd_change%s:N ";
    static final String NUMBERS = "place:T quantity:T printed:T kind:T key:T why:T cell:T source:T";
    static final String LEAD = "report:T trial:T population:T year:I treatment:T control:T ";
    static final String ARMS =
        "events_treatment_derived:I total_treatment:I percent_treatment:N"
            + " events_control_derived:I total_control:I percent_control:N ";
    static final String SURVIVAL =
        "total_treatment:I total_control:I hr:N ci_low:N ci_high:N"
            + " median_treatment_months:N median_control_months:N"
            + " note:T source:T source_ci:T";
  }

  private final String file;
  private final String title;
  private final String source;
  private final String schema;

  DatasetFile(String file, String title, String source, String schema) {
    this.file = file;
    this.title = title;
    this.source = source;
    this.schema = schema;
  }

  String file() {
    return file;
  }

  String title() {
    return title;
  }

  String source() {
    return source;
  }

  /** Reads the file: every column of the schema, in its order, with its type. */
  Table read() {
    TextTable text = TextTable.of(file + ".csv", CsvText.parse(file + ".csv", load(), ','));
    String[] columns = schema.split(" ");
    List<Column<?>> out = new ArrayList<>();
    for (int j = 0; j < columns.length; j++) {
      int colon = columns[j].indexOf(':');
      String name = columns[j].substring(0, colon);
      if (columns.length != text.names().size() || !name.equals(text.names().get(j))) {
        throw new IllegalStateException(file + ".csv does not have the columns " + schema);
      }
      out.add(column(name, columns[j].charAt(colon + 1), text, j));
    }
    return Table.create(title, out);
  }

  private static Column<?> column(String name, char type, TextTable text, int j) {
    int k = text.rows().size();
    StringColumn strings = StringColumn.create(name);
    IntColumn integers = IntColumn.create(name);
    DoubleColumn numbers = DoubleColumn.create(name);
    for (int i = 0; i < k; i++) {
      String cell = text.rows().get(i).get(j);
      switch (type) {
        case 'I' -> {
          if (cell.isEmpty()) {
            integers.appendMissing();
          } else {
            integers.append(Integer.parseInt(cell));
          }
        }
        case 'N' -> {
          if (cell.isEmpty()) {
            numbers.appendMissing();
          } else {
            numbers.append(Double.parseDouble(cell));
          }
        }
        default -> strings.append(cell);
      }
    }
    return type == 'I' ? integers : type == 'N' ? numbers : strings;
  }

  private String load() {
    String resource = "/org/copse/datasets/" + file + ".csv";
    try (InputStream in = DatasetFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The class path lacks " + resource + ": the jar is damaged.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
