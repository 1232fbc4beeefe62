package org.copse.appraisal;

/**
 * A box of the PRISMA 2020 flow diagram.
 *
 * <p><b>Source</b>: Page et al., BMJ 2021;372:n71, figure 1 (CC BY 4.0). The last three are not
 * drawn by the diagram; they make its sums complete.
 */
public enum PrismaBox {
  /** Studies of the review's previous version. */
  PREVIOUS_STUDIES("Studies included in previous version of review"),
  /** Reports of the previous version's studies. */
  PREVIOUS_REPORTS("Reports of studies included in previous version of review"),
  /** Records that the databases and registers gave. */
  IDENTIFIED("Records identified from databases and registers"),
  /** Records taken out before anyone read them, duplicates above all. */
  REMOVED("Records removed before screening"),
  /** Records whose title and abstract were read. */
  SCREENED("Records screened"),
  /** Records left out by title and abstract. */
  EXCLUDED("Records excluded"),
  /** Full texts looked for. */
  SOUGHT("Reports sought for retrieval"),
  /** Full texts not found. */
  NOT_RETRIEVED("Reports not retrieved"),
  /** Full texts read. */
  ASSESSED("Reports assessed for eligibility"),
  /** Full texts left out, with reasons. */
  REPORTS_EXCLUDED("Reports excluded"),
  /** Records from websites, organisations, citations and other ways. */
  OTHER_IDENTIFIED("Records identified by other methods"),
  /** Full texts of those looked for. */
  OTHER_SOUGHT("Reports sought for retrieval, other methods"),
  /** Full texts of those not found. */
  OTHER_NOT_RETRIEVED("Reports not retrieved, other methods"),
  /** Full texts of those read. */
  OTHER_ASSESSED("Reports assessed for eligibility, other methods"),
  /** Full texts of those left out, with reasons. */
  OTHER_REPORTS_EXCLUDED("Reports excluded, other methods"),
  /** Studies that this search brought into the review. */
  STUDIES("New studies included in review"),
  /** Reports that this search brought into the review. */
  REPORTS("Reports of new included studies"),
  /** All studies of an updated review. */
  TOTAL_STUDIES("Total studies included in review"),
  /** All reports of an updated review. */
  TOTAL_REPORTS("Reports of total included studies"),
  /** Studies whose numbers are pooled. */
  SYNTHESISED("Studies in the meta-analysis"),
  /** Included reports that came from databases and registers. */
  DATABASE_REPORTS("Included reports from databases and registers"),
  /** Records from other methods whose full text was not looked for. */
  OTHER_NOT_SOUGHT("Records not sought, other methods"),
  /** Included reports that came from other methods. */
  OTHER_REPORTS("Included reports from other methods");

  private final String label;

  PrismaBox(String label) {
    this.label = label;
  }

  /**
   * What the box counts.
   *
   * @return for example "Records screened"
   */
  public String label() {
    return label;
  }

  /**
   * What the box counts in one kind of review: only an update has new studies.
   *
   * @param update whether the review updates a previous version
   * @return for example "Studies included in review"
   */
  public String label(boolean update) {
    return switch (this) {
      case STUDIES -> update ? label : "Studies included in review";
      case REPORTS -> update ? label : "Reports of included studies";
      default -> label;
    };
  }

  /**
   * Where in the diagram the box stands.
   *
   * @return "Identification", "Screening" or "Included"
   */
  public String phase() {
    return switch (this) {
      case PREVIOUS_STUDIES, PREVIOUS_REPORTS, IDENTIFIED, REMOVED, OTHER_IDENTIFIED ->
          "Identification";
      case STUDIES,
          REPORTS,
          TOTAL_STUDIES,
          TOTAL_REPORTS,
          SYNTHESISED,
          DATABASE_REPORTS,
          OTHER_REPORTS ->
          "Included";
      default -> "Screening";
    };
  }

  /**
   * Whether the diagram has this box; the others only complete its sums.
   *
   * @return false for the last three
   */
  public boolean isDrawn() {
    return ordinal() < DATABASE_REPORTS.ordinal();
  }

  /** Whether the box belongs to the branch of other methods. */
  boolean isOther() {
    return name().startsWith("OTHER_");
  }

  /** Whether the box belongs to an updated review alone. */
  boolean isUpdate() {
    return name().startsWith("PREVIOUS_") || name().startsWith("TOTAL_");
  }
}
