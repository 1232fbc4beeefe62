package org.copse.appraisal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Cohen's kappa: agreement of two raters beyond chance.
 *
 * <p><b>Formula</b>: κ = (p_o − p_e) / (1 − p_e), p_o = Σ w_ij p_ij, p_e = Σ w_ij p_i. p_.j, with
 * w_ij the agreement of answers i and j. With w̄_i. = Σ_j w_ij p_.j and w̄_.j = Σ_i w_ij p_i. the
 * large-sample variance is {Σ p_ij [w_ij (1 − p_e) − (w̄_i. + w̄_.j)(1 − p_o)]² − (p_o p_e − 2 p_e
 * + p_o)²} / [n (1 − p_e)⁴]; for the test of κ = 0 it is {Σ p_i. p_.j [w_ij − (w̄_i. + w̄_.j)]² −
 * p_e²} / [n (1 − p_e)²].
 *
 * <p><b>Edge cases</b>: where both raters give one and the same answer throughout, chance alone
 * explains all agreement and κ is not defined: absent, with a note. When all agree on several
 * answers κ = 1 and the large-sample standard error is 0, which a note says. The interval κ ± z SE
 * is cut at −1 and 1, as {@code vcd} and {@code psych} do. <b>Accuracy</b>: closed form, 1e-12
 * relative. R: {@code vcd::Kappa}, {@code psych::cohen.kappa}, {@code irr::kappa2}.
 *
 * <p><b>Source</b>: Cohen, Educ Psychol Meas 1960;20:37-46; Fleiss, Cohen and Everitt, Psychol Bull
 * 1969;72:323-327, equations 8 to 14.
 */
public final class Kappa {

  private static final int FEW = 20;

  private final KappaWeights weights;
  private final double level;

  private Kappa(KappaWeights weights, double level) {
    this.weights = weights;
    this.level = level;
  }

  /**
   * Unweighted, 95 % interval.
   *
   * @return the configuration
   */
  public static Kappa withDefaults() {
    return new Kappa(KappaWeights.UNWEIGHTED, 0.95);
  }

  /**
   * Other weights.
   *
   * @param choice the weights; linear and quadratic ones need answers that are in an order
   * @return a new configuration
   */
  public Kappa weights(KappaWeights choice) {
    return new Kappa(choice, level);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new configuration
   */
  public Kappa level(double newLevel) {
    return new Kappa(weights, Interval.requireLevel(newLevel));
  }

  KappaWeights weights() {
    return weights;
  }

  /**
   * Kappa of two raters' answers.
   *
   * @param first the first rater's answers, one a subject
   * @param second the second rater's answers to the same subjects
   * @param categories all answers allowed, in their order; at least two
   * @return the agreement
   * @throws IllegalArgumentException when lengths differ, there is no subject, or an answer is none
   *     of the categories; the message names every such row
   */
  public KappaResult fit(List<String> first, List<String> second, List<String> categories) {
    requireCategories(categories);
    if (first.size() != second.size() || first.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot compute kappa: both raters must judge the same subjects, at least 1, was %s and %s. Give one answer a subject of each."
              .formatted(first.size(), second.size()));
    }
    int c = categories.size();
    int[][] counts = new int[c][c];
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int a = categories.indexOf(first.get(i));
      int b = categories.indexOf(second.get(i));
      if (a < 0 || b < 0) {
        bad.add("row %s: '%s' and '%s'".formatted(i + 1, first.get(i), second.get(i)));
      } else {
        counts[a][b]++;
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot compute kappa: each answer must be one of %s, was otherwise in %s. Correct these rows."
              .formatted(categories, String.join("; ", bad)));
    }
    return fit(counts, categories);
  }

  private static void requireCategories(List<String> categories) {
    if (categories.size() < 2 || new HashSet<>(categories).size() != categories.size()) {
      throw new IllegalArgumentException(
          "Cannot compute kappa: categories must be at least 2 different ones, was %s. Name all answers allowed, in order."
              .formatted(categories));
    }
  }

  /**
   * Kappa of a table of counts.
   *
   * @param counts subjects by the first rater's answer (row) and the second's (column)
   * @param categories the answers, in their order
   * @return the agreement
   * @throws IllegalArgumentException when the table is not square, has a negative count or no
   *     subject
   */
  public KappaResult fit(int[][] counts, List<String> categories) {
    requireCategories(categories);
    int c = categories.size();
    long n = 0;
    boolean square = counts.length == c;
    for (int[] row : counts) {
      square &= row.length == c;
      for (int count : row) {
        square &= count >= 0;
        n += count;
      }
    }
    if (!square || n == 0 || n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Cannot compute kappa: counts must be %s rows of %s numbers of 0 or more, with 1 to 2147483647 subjects, was %s. Give one row and one column a category."
              .formatted(c, c, java.util.Arrays.deepToString(counts)));
    }
    return fit(counts, categories, n);
  }

  private KappaResult fit(int[][] counts, List<String> categories, long n) {
    KappaSums sums = new KappaSums(counts, n, weights);
    List<String> notes = new ArrayList<>();
    Optional<KappaEstimate> estimate = Optional.empty();
    if (1 - sums.expected() < 1e-14) {
      notes.add(
          "Both raters gave one and the same answer throughout: kappa is not defined, the percentage of agreement is all there is.");
    } else {
      double kappa = (sums.observed() - sums.expected()) / (1 - sums.expected());
      boolean complete = 1 - sums.observed() < 1e-14;
      double se = complete ? 0 : Math.sqrt(sums.variance());
      double margin = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * se;
      double nullSe = Math.sqrt(sums.nullVariance());
      double z = kappa / nullSe;
      estimate =
          Optional.of(
              new KappaEstimate(
                  kappa,
                  se,
                  new Interval(Math.max(-1, kappa - margin), Math.min(1, kappa + margin), level),
                  nullSe,
                  z,
                  Quantiles.twoSidedP(z, Double.POSITIVE_INFINITY)));
      if (complete) {
        notes.add(
            "All agree, so that the large-sample standard error is 0: the interval says nothing.");
      } else if (n < FEW) {
        notes.add("%s subjects: the interval rests on large samples.".formatted(n));
      }
    }
    return new KappaResult(
        weights,
        categories,
        counts,
        sums.agreed(),
        sums.observed(),
        sums.expected(),
        estimate,
        notes);
  }
}
