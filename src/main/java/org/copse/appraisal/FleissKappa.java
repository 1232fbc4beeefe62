package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Fleiss' kappa: agreement of the same number of raters on every subject, beyond chance.
 *
 * <p><b>Formula</b>: κ = (P̄ − P_e) / (1 − P_e), P̄ the mean over N subjects of (Σ_j n_ij² − m) /
 * [m (m − 1)], P_e = Σ p_j², m raters. Standard error under κ = 0, which serves the test and an
 * approximate interval: √{2 [(Σ p_j q_j)² − Σ p_j q_j (q_j − p_j)]} / [Σ p_j q_j √(N m (m − 1))].
 * <b>Edge cases</b>: where all raters give one and the same answer throughout it is not defined:
 * absent. <b>Accuracy</b>: closed form, 1e-12 relative. R: {@code irr::kappam.fleiss}.
 *
 * <p><b>Source</b>: Fleiss, Psychol Bull 1971;76:378-382; the standard error: Fleiss, Nee and
 * Landis, Psychol Bull 1979;86:974-977.
 */
public final class FleissKappa {

  private final int subjects;
  private final int raters;
  private final double agreement;
  private final double chance;
  private final Optional<KappaEstimate> estimate;

  private FleissKappa(
      int subjects, int raters, double agreement, double chance, Optional<KappaEstimate> estimate) {
    this.subjects = subjects;
    this.raters = raters;
    this.agreement = agreement;
    this.chance = chance;
    this.estimate = estimate;
  }

  /**
   * Kappa of counts, with a 95 % interval.
   *
   * @param counts for each subject how many raters gave each answer
   * @return the agreement
   * @throws IllegalArgumentException naming every subject whose number of ratings differs from the
   *     first's, or with a negative count; when there are fewer than two raters or no subject
   */
  public static FleissKappa of(int[][] counts) {
    int raters = counts.length == 0 ? 0 : Arrays.stream(counts[0]).sum();
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      boolean negative = Arrays.stream(counts[i]).anyMatch(c -> c < 0);
      if (negative
          || Arrays.stream(counts[i]).sum() != raters
          || counts[i].length != counts[0].length) {
        bad.add("subject %s: %s".formatted(i + 1, Arrays.toString(counts[i])));
      }
    }
    if (!bad.isEmpty() || raters < 2) {
      throw new IllegalArgumentException(
          "Cannot compute Fleiss' kappa: every subject must have the same 2 or more ratings, was %s of the first%s. Give for each subject how many raters gave each answer."
              .formatted(raters, bad.isEmpty() ? "" : " and " + String.join("; ", bad)));
    }
    return fit(counts, raters);
  }

  private static FleissKappa fit(int[][] counts, int m) {
    int n = counts.length;
    double[] p = new double[counts[0].length];
    double agreement = 0;
    for (int[] subject : counts) {
      double squares = 0;
      for (int j = 0; j < p.length; j++) {
        squares += (double) subject[j] * subject[j];
        p[j] += subject[j] / ((double) n * m);
      }
      agreement += (squares - m) / ((double) m * (m - 1)) / n;
    }
    double chance = Arrays.stream(p).map(x -> x * x).sum();
    if (1 - chance < 1e-14) {
      return new FleissKappa(n, m, agreement, chance, Optional.empty());
    }
    double kappa = (agreement - chance) / (1 - chance);
    double spread = Arrays.stream(p).map(x -> x * (1 - x)).sum();
    double skew = Arrays.stream(p).map(x -> x * (1 - x) * (1 - 2 * x)).sum();
    double se =
        Math.sqrt(2 * Math.max(0, spread * spread - skew) / ((double) n * m * (m - 1))) / spread;
    double margin = Quantiles.twoSided(0.95, Double.POSITIVE_INFINITY) * se;
    double z = kappa / se;
    double twoSided = Quantiles.twoSidedP(z, Double.POSITIVE_INFINITY);
    Interval interval =
        new Interval(Math.max(-1, kappa - margin), Math.min(1, kappa + margin), 0.95);
    return new FleissKappa(
        n,
        m,
        agreement,
        chance,
        Optional.of(new KappaEstimate(kappa, se, interval, se, z, twoSided)));
  }

  /**
   * Number of subjects.
   *
   * @return N
   */
  public int subjects() {
    return subjects;
  }

  /**
   * Number of raters of each subject.
   *
   * @return m
   */
  public int raters() {
    return raters;
  }

  /**
   * Mean share of pairs of raters that agree.
   *
   * @return P̄, 0 to 1
   */
  public double agreement() {
    return agreement;
  }

  /**
   * Agreement expected by chance.
   *
   * @return P_e, 0 to 1
   */
  public double chance() {
    return chance;
  }

  /**
   * Kappa with its uncertainty; both standard errors are that under κ = 0.
   *
   * @return empty where it is not defined
   */
  public Optional<KappaEstimate> estimate() {
    return estimate;
  }

  @Override
  public String toString() {
    String kappa =
        estimate
            .map(e -> String.format(java.util.Locale.ROOT, "%.3f", e.kappa()))
            .orElse("not defined");
    return "Fleiss' kappa of %s subjects by %s raters: %s".formatted(subjects, raters, kappa);
  }
}
