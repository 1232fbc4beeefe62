package org.copse.appraisal;

import java.util.ArrayList;
import java.util.List;

/** One sum that the boxes must fulfil: the total equals its parts. */
record PrismaSum(PrismaBox total, List<PrismaBox> parts) {

  static PrismaSum of(PrismaBox total, PrismaBox... parts) {
    return new PrismaSum(total, List.of(parts));
  }

  /** The sums of a flow. */
  static List<PrismaSum> all(boolean update, boolean others) {
    List<PrismaSum> sums = new ArrayList<>();
    sums.add(of(PrismaBox.IDENTIFIED, PrismaBox.REMOVED, PrismaBox.SCREENED));
    sums.add(of(PrismaBox.SCREENED, PrismaBox.EXCLUDED, PrismaBox.SOUGHT));
    sums.add(of(PrismaBox.SOUGHT, PrismaBox.NOT_RETRIEVED, PrismaBox.ASSESSED));
    if (others) {
      PrismaBox included = PrismaBox.DATABASE_REPORTS;
      sums.add(of(PrismaBox.ASSESSED, PrismaBox.REPORTS_EXCLUDED, included));
      sums.add(of(PrismaBox.OTHER_IDENTIFIED, PrismaBox.OTHER_NOT_SOUGHT, PrismaBox.OTHER_SOUGHT));
      sums.add(of(PrismaBox.OTHER_SOUGHT, PrismaBox.OTHER_NOT_RETRIEVED, PrismaBox.OTHER_ASSESSED));
      sums.add(
          of(PrismaBox.OTHER_ASSESSED, PrismaBox.OTHER_REPORTS_EXCLUDED, PrismaBox.OTHER_REPORTS));
      sums.add(of(PrismaBox.REPORTS, included, PrismaBox.OTHER_REPORTS));
    } else {
      sums.add(of(PrismaBox.ASSESSED, PrismaBox.REPORTS_EXCLUDED, PrismaBox.REPORTS));
    }
    if (update) {
      sums.add(of(PrismaBox.TOTAL_STUDIES, PrismaBox.PREVIOUS_STUDIES, PrismaBox.STUDIES));
      sums.add(of(PrismaBox.TOTAL_REPORTS, PrismaBox.PREVIOUS_REPORTS, PrismaBox.REPORTS));
    }
    return List.copyOf(sums);
  }
}
