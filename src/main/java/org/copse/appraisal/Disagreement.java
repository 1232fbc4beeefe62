package org.copse.appraisal;

import java.util.List;

/**
 * A judgement on which reviewers differ, to be settled by consensus.
 *
 * @param study its label
 * @param domain letter and name of the domain, or "Overall"
 * @param answers one a reviewer, in their order
 */
public record Disagreement(String study, String domain, List<String> answers) {

  /**
   * Copies the answers.
   *
   * @param study as above
   * @param domain as above
   * @param answers as above
   */
  public Disagreement {
    answers = List.copyOf(answers);
  }
}
