package org.copse.appraisal;

/** Flows of the three reviews, from what their texts print and nothing else. */
public final class PublishedFlows {

  private PublishedFlows() {}

  /** Breast cancer 2014, "Selection of the twelve clinical trial studies". */
  public static PrismaFlow breast() {
    return PrismaFlow.newReview()
        .database("MEDLINE", 761)
        .database("Google academic", 30)
        .identified(791)
        .excluded(712)
        .assessed(79)
        .reports(12)
        .reportsOf("everolimus with endocrine therapy", 6)
        .reportsOf("everolimus with neoadjuvant chemotherapy", 3)
        .reportsOf("temsirolimus with letrozole", 2)
        .reportsOf("sirolimus", 1)
        .asPrinted()
        .note("5 of the 6 reports with endocrine therapy are of one trial, BOLERO-2 (Table 2)")
        .check();
  }

  /** Vascular anomalies 2016, "Results", first sentence. */
  public static PrismaFlow vascularAnomalies() {
    return PrismaFlow.newReview()
        .identified(6076)
        .reportsOf("full reports (25 patients)", 14)
        .reportsOf("posters (59 patients)", 9)
        .asPrinted()
        .check();
  }

  /** LAM 2018, "Study selection and characteristics of included studies". */
  public static PrismaFlow lam() {
    return PrismaFlow.newReview()
        .assessed(11)
        .studies(9)
        .studiesOf("RCTs", 2)
        .studiesOf("single-arm trials", 6)
        .reportsOf("RCTs [14, 20, 21]", 3)
        .reportsOf("single-arm trials [12, 17, 22–25]", 6)
        .inMetaAnalysis(7)
        .asPrinted()
        .check();
  }
}
