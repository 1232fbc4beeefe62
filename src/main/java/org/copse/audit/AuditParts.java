package org.copse.audit;

/** What a row says in some columns, whichever kind of data they are together. */
final class AuditParts {

  private AuditParts() {}

  /** The patients of an arm; of a single group, those of the treatment. Absent where none is. */
  static AuditColumn patients(AuditData part, boolean treatment) {
    if (part instanceof AuditData.TwoCounts two) {
      return (treatment ? two.treatment() : two.control()).total();
    }
    if (part instanceof AuditData.TwoMeans two) {
      return (treatment ? two.treatment() : two.control()).n();
    }
    if (part instanceof AuditData.Counts counts && treatment) {
      return counts.total();
    }
    if (part instanceof AuditData.Means means && treatment) {
      return means.n();
    }
    return AuditColumn.absent();
  }

  /** Whether a row reports an outcome, and not only how many patients there were. */
  static boolean hasOutcome(AuditData part, int row) {
    if (part instanceof AuditData.TwoCounts two) {
      return two.treatment().has(row) || two.control().has(row);
    }
    if (part instanceof AuditData.TwoMeans two) {
      return two.treatment().mean().has(row) || two.control().mean().has(row);
    }
    if (part instanceof AuditData.Counts counts) {
      return counts.has(row);
    }
    if (part instanceof AuditData.Means means) {
      return means.mean().has(row);
    }
    return part instanceof AuditData.Contrast contrast && contrast.estimate().has(row);
  }
}
