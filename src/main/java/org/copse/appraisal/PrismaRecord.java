package org.copse.appraisal;

import java.util.Objects;
import java.util.Optional;

/**
 * A record that a search returned, with the decisions about it; a decision is absent where the
 * record had left the flow before, or where nobody recorded it.
 *
 * @param row its row in the table, 1 for the first, for messages
 * @param source the database, register or other source
 * @param route by what way it was found
 * @param removed why it was removed before screening, for example "Duplicate records"; absent where
 *     it was not
 * @param screenedIn whether its title and abstract passed
 * @param retrieved whether its full text was found
 * @param eligible whether its full text passed
 * @param reason why its full text was left out
 * @param study the study that it reports
 */
public record PrismaRecord(
    int row,
    String source,
    PrismaRoute route,
    Optional<String> removed,
    Optional<Boolean> screenedIn,
    Optional<Boolean> retrieved,
    Optional<Boolean> eligible,
    Optional<String> reason,
    Optional<String> study) {

  /** What removed duplicates are called. */
  public static final String DUPLICATE = "Duplicate records";

  /**
   * Checks that nothing is null.
   *
   * @param row as above
   * @param source as above
   * @param route as above
   * @param removed as above
   * @param screenedIn as above
   * @param retrieved as above
   * @param eligible as above
   * @param reason as above
   * @param study as above
   */
  public PrismaRecord {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(route, "route");
    Objects.requireNonNull(removed, "removed");
    Objects.requireNonNull(screenedIn, "screenedIn");
    Objects.requireNonNull(retrieved, "retrieved");
    Objects.requireNonNull(eligible, "eligible");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(study, "study");
  }
}
