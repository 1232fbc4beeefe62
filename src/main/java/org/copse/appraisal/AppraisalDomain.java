package org.copse.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A domain or item of an instrument.
 *
 * @param letter what heads its column, for example "D1" or "A"
 * @param label its name in our own short wording
 * @param section the part of the instrument that it belongs to, empty where there are no parts
 * @param answers the answers allowed, best first
 */
public record AppraisalDomain(
    String letter, String label, String section, List<AppraisalAnswer> answers) {

  /**
   * Copies the answers.
   *
   * @param letter as above
   * @param label as above
   * @param section as above
   * @param answers as above
   */
  public AppraisalDomain {
    answers = List.copyOf(answers);
  }

  /**
   * The answer that a cell stands for.
   *
   * @param cell what was written, in any case: a label, one of its spellings, a symbol
   * @return the answer, empty when it is none of this domain's
   */
  public Optional<AppraisalAnswer> read(String cell) {
    String plain = AppraisalAnswer.plain(cell);
    return answers.stream().filter(a -> a.spellings().contains(plain)).findFirst();
  }

  /**
   * The most points that it gives.
   *
   * @return 0 where the instrument has no points
   */
  public int maximum() {
    return answers.stream().mapToInt(AppraisalAnswer::points).max().orElse(0);
  }

  /** The answers for messages. */
  String options() {
    return answers.stream().map(AppraisalAnswer::label).collect(Collectors.joining(", "));
  }

  /**
   * Letter and name.
   *
   * @return for example "D1 Randomisation process"
   */
  public String heading() {
    return letter + " " + label;
  }
}
