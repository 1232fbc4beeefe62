package org.copse.model;

/**
 * The same subgroups under a common and a random-effects model, with both tests between them.
 *
 * @param common under the common effect
 * @param random under random effects, with own or common tau²
 */
public record CommonAndRandomSubgroups(SubgroupAnalysis common, SubgroupAnalysis random) {

  /**
   * Name of the moderator.
   *
   * @return the column's name
   */
  public String moderator() {
    return random.moderator();
  }

  @Override
  public String toString() {
    return random.toString();
  }
}
