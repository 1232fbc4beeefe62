package org.copse.model;

import java.util.Objects;

/**
 * A study that a pooled result does not use, with the reason.
 *
 * @param study its label
 * @param reason for example "no value in events2" or "no event in either arm"
 */
public record StudyLeftOut(String study, String reason) {

  /**
   * Checks that both are there.
   *
   * @param study as above
   * @param reason as above
   */
  public StudyLeftOut {
    Objects.requireNonNull(study, "study");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * The study and the reason in one sentence.
   *
   * @return for example "Left out: Aronson 1948, no event in either arm."
   */
  public String sentence() {
    return "Left out: %s, %s.".formatted(study, reason);
  }
}
