package org.copse.appraisal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Agreement of two raters: Cohen's kappa, shares of agreement, the table of answers. */
public final class KappaResult {

  private final KappaWeights weights;
  private final List<String> categories;
  private final int[][] counts;
  private final double agreed;
  private final double observed;
  private final double expected;
  private final Optional<KappaEstimate> estimate;
  private final List<String> notes;

  KappaResult(
      KappaWeights weights,
      List<String> categories,
      int[][] counts,
      double agreed,
      double observed,
      double expected,
      Optional<KappaEstimate> estimate,
      List<String> notes) {
    this.weights = weights;
    this.categories = List.copyOf(categories);
    this.counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    this.agreed = agreed;
    this.observed = observed;
    this.expected = expected;
    this.estimate = estimate;
    this.notes = List.copyOf(notes);
  }

  /**
   * The weights.
   *
   * @return how near two different answers count as agreement
   */
  public KappaWeights weights() {
    return weights;
  }

  /**
   * The answers.
   *
   * @return in their order
   */
  public List<String> categories() {
    return categories;
  }

  /**
   * Number of subjects with a pair of answers.
   *
   * @param first index of the first rater's answer
   * @param second index of the second rater's answer
   * @return the count
   */
  public int count(int first, int second) {
    return counts[first][second];
  }

  /**
   * Number of subjects.
   *
   * @return at least 1
   */
  public int subjects() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /**
   * Share of equal answers in percent, whatever the weights.
   *
   * @return 0 to 100
   */
  public double percentAgreement() {
    return 100 * agreed;
  }

  /**
   * Weighted agreement p_o.
   *
   * @return 0 to 1
   */
  public double observed() {
    return observed;
  }

  /**
   * Weighted agreement expected by chance p_e.
   *
   * @return 0 to 1
   */
  public double expected() {
    return expected;
  }

  /**
   * Kappa with its uncertainty.
   *
   * @return empty where it is not defined
   */
  public Optional<KappaEstimate> estimate() {
    return estimate;
  }

  /**
   * Kappa.
   *
   * @return κ
   * @throws IllegalStateException where it is not defined: see {@link #notes()}
   */
  public double kappa() {
    return estimate
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot give kappa: raters must use more than one answer, was one throughout. Report the percentage of agreement."))
        .kappa();
  }

  /**
   * What a reader must know.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    String kappa = estimate.map(e -> format("%.3f", e.kappa())).orElse("not defined");
    return "Kappa (%s) of %s subjects: %s, agreement %s"
        .formatted(weights.words(), subjects(), kappa, format("%.1f%%", percentAgreement()));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
