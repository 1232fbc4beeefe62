package org.copse.appraisal;

/**
 * Boxes of a flow of records, one named method a box; all are checked together by {@link #check()}.
 *
 * <pre>{@code
 * PrismaFlow flow = PrismaFlow.newReview()
 *     .database("MEDLINE", 761).database("Embase", 512).duplicates(301)
 *     .screened(972).excluded(893).assessed(79).reportsExcludedFor("no control group", 67)
 *     .studies(10).reports(12).check();
 * }</pre>
 *
 * <p>A box that is not given is computed where the others determine it, and said to be; otherwise
 * it is drawn as not stated.
 */
public final class PrismaCounts {

  private final PrismaEntries entries;

  PrismaCounts(boolean update) {
    this.entries = new PrismaEntries(update);
  }

  private PrismaCounts total(PrismaBox box, int count) {
    entries.total(box, count);
    return this;
  }

  private PrismaCounts part(PrismaBox box, String name, int count) {
    entries.part(box, name, count);
    return this;
  }

  /**
   * Records from a database; call it for each.
   *
   * @param name for example "MEDLINE"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts database(String name, int count) {
    return part(PrismaBox.IDENTIFIED, name, count);
  }

  /**
   * Records from a register of trials; call it for each.
   *
   * @param name for example "ClinicalTrials.gov"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts register(String name, int count) {
    return part(PrismaBox.IDENTIFIED, name, count);
  }

  /**
   * All records from databases and registers, where not given one by one, or to be checked against
   * them.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts identified(int count) {
    return total(PrismaBox.IDENTIFIED, count);
  }

  /**
   * Duplicate records removed before screening.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts duplicates(int count) {
    return part(PrismaBox.REMOVED, "Duplicate records", count);
  }

  /**
   * Records that a program marked as ineligible before screening.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts automation(int count) {
    return part(PrismaBox.REMOVED, "Records marked as ineligible by automation tools", count);
  }

  /**
   * Records removed before screening for another reason; call it for each.
   *
   * @param reason why, for example "Published before 1990"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts removedFor(String reason, int count) {
    return part(PrismaBox.REMOVED, reason, count);
  }

  /**
   * All records removed before screening.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts removed(int count) {
    return total(PrismaBox.REMOVED, count);
  }

  /**
   * Records whose title and abstract were read.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts screened(int count) {
    return total(PrismaBox.SCREENED, count);
  }

  /**
   * Records left out by title and abstract.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts excluded(int count) {
    return total(PrismaBox.EXCLUDED, count);
  }

  /**
   * Records left out by title and abstract for a reason, or by whom; call it for each.
   *
   * @param reason for example "by automation tools"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts excludedFor(String reason, int count) {
    return part(PrismaBox.EXCLUDED, reason, count);
  }

  /**
   * Reports (full texts) looked for.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts sought(int count) {
    return total(PrismaBox.SOUGHT, count);
  }

  /**
   * Reports not found.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts notRetrieved(int count) {
    return total(PrismaBox.NOT_RETRIEVED, count);
  }

  /**
   * Reports read in full.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts assessed(int count) {
    return total(PrismaBox.ASSESSED, count);
  }

  /**
   * Reports left out after reading them in full, for a reason; call it for each.
   *
   * @param reason for example "wrong population"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts reportsExcludedFor(String reason, int count) {
    return part(PrismaBox.REPORTS_EXCLUDED, reason, count);
  }

  /**
   * All reports left out after reading them in full.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts reportsExcluded(int count) {
    return total(PrismaBox.REPORTS_EXCLUDED, count);
  }

  /**
   * Records from websites.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts websites(int count) {
    return part(PrismaBox.OTHER_IDENTIFIED, "Websites", count);
  }

  /**
   * Records from organisations.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts organisations(int count) {
    return part(PrismaBox.OTHER_IDENTIFIED, "Organisations", count);
  }

  /**
   * Records from lists of references and citing papers.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts citationSearching(int count) {
    return part(PrismaBox.OTHER_IDENTIFIED, "Citation searching", count);
  }

  /**
   * Records from another source than databases and registers; call it for each.
   *
   * @param name for example "Experts asked"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherSource(String name, int count) {
    return part(PrismaBox.OTHER_IDENTIFIED, name, count);
  }

  /**
   * Reports looked for, of those found by other methods.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherSought(int count) {
    return total(PrismaBox.OTHER_SOUGHT, count);
  }

  /**
   * Reports not found, of those from other methods.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherNotRetrieved(int count) {
    return total(PrismaBox.OTHER_NOT_RETRIEVED, count);
  }

  /**
   * Reports read in full, of those from other methods.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherAssessed(int count) {
    return total(PrismaBox.OTHER_ASSESSED, count);
  }

  /**
   * Reports from other methods left out after reading them in full, for a reason; call it for each.
   *
   * @param reason for example "wrong population"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherReportsExcludedFor(String reason, int count) {
    return part(PrismaBox.OTHER_REPORTS_EXCLUDED, reason, count);
  }

  /**
   * All reports from other methods left out after reading them in full.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts otherReportsExcluded(int count) {
    return total(PrismaBox.OTHER_REPORTS_EXCLUDED, count);
  }

  /**
   * Studies of the previous version of the review.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts previousStudies(int count) {
    return total(PrismaBox.PREVIOUS_STUDIES, count);
  }

  /**
   * Reports of the studies of the previous version.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts previousReports(int count) {
    return total(PrismaBox.PREVIOUS_REPORTS, count);
  }

  /**
   * Studies that this search brought into the review.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts studies(int count) {
    return total(PrismaBox.STUDIES, count);
  }

  /**
   * Studies of one kind that this search brought in; call it for each.
   *
   * @param kind for example "randomised trials"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts studiesOf(String kind, int count) {
    return part(PrismaBox.STUDIES, kind, count);
  }

  /**
   * Reports of the studies that this search brought in.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts reports(int count) {
    return total(PrismaBox.REPORTS, count);
  }

  /**
   * Reports of one kind that this search brought in; call it for each.
   *
   * @param kind for example "posters"
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts reportsOf(String kind, int count) {
    return part(PrismaBox.REPORTS, kind, count);
  }

  /**
   * All studies of an updated review.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts totalStudies(int count) {
    return total(PrismaBox.TOTAL_STUDIES, count);
  }

  /**
   * All reports of an updated review.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts totalReports(int count) {
    return total(PrismaBox.TOTAL_REPORTS, count);
  }

  /**
   * Studies whose numbers are pooled.
   *
   * @param count its number, 0 or more
   * @return this
   */
  public PrismaCounts inMetaAnalysis(int count) {
    return total(PrismaBox.SYNTHESISED, count);
  }

  /**
   * What a reader should know, shown with the flow.
   *
   * @param note one sentence
   * @return this
   */
  public PrismaCounts note(String note) {
    entries.note(note);
    return this;
  }

  /**
   * Draws a published flow as it is printed: boxes that do not add up become notes that name them,
   * instead of an error. A negative number stays an error.
   *
   * @return this
   */
  public PrismaCounts asPrinted() {
    entries.asPrinted();
    return this;
  }

  /**
   * Checks that the boxes add up, and computes those that the others determine.
   *
   * @return the flow
   * @throws IllegalArgumentException naming every box that does not add up (unless {@link
   *     #asPrinted()}), is negative, is given twice, or belongs to another kind of flow; and when
   *     no box is given
   */
  public PrismaFlow check() {
    return entries.check();
  }
}
