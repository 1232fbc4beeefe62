package org.copse.appraisal;

import java.util.List;

/**
 * One study's answers as written, before they are checked.
 *
 * @param study its label
 * @param answers one text a domain, in the instrument's order; blank where there is no answer
 * @param overall the overall judgement, or the total of points, as the reviewers state it; blank
 *     where they state none
 */
public record AppraisedStudy(String study, List<String> answers, String overall) {

  /**
   * Copies the answers.
   *
   * @param study as above
   * @param answers as above
   * @param overall as above
   */
  public AppraisedStudy {
    answers = List.copyOf(answers);
  }

  /**
   * A study without an overall judgement of the reviewers' own.
   *
   * @param study its label
   * @param answers one text a domain
   * @return the study
   */
  public static AppraisedStudy of(String study, String... answers) {
    return new AppraisedStudy(study, List.of(answers), "");
  }
}
