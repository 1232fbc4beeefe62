package org.copse.sensitivity;

import java.util.List;
import java.util.Optional;

/**
 * One way of handling rows that share patients, with what it gives.
 *
 * @param name for example "As independent"
 * @param rows labels of the rows pooled
 * @param common the common effect, empty where it is not defined
 * @param random random effects, empty where they are not defined
 * @param plainWeights common effect with the weights 1/vᵢ of independent rows and the variance that
 *     the covariance gives it: μ = Σwᵢyᵢ/Σwᵢ, SE² = w′Vw/(Σwᵢ)²; less efficient, but no weight is
 *     ever negative and no matrix is inverted
 * @param negative labels of rows with a negative weight in the common effect
 * @param notes why something is absent, and what to beware of
 */
public record OverlapHandling(
    String name,
    List<String> rows,
    Optional<OverlapFit> common,
    Optional<OverlapFit> random,
    Optional<OverlapFit> plainWeights,
    List<String> negative,
    List<String> notes) {

  /**
   * Copies the lists.
   *
   * @param name as above
   * @param rows as above
   * @param common as above
   * @param random as above
   * @param plainWeights as above
   * @param negative as above
   * @param notes as above
   */
  public OverlapHandling {
    rows = List.copyOf(rows);
    negative = List.copyOf(negative);
    notes = List.copyOf(notes);
  }
}
