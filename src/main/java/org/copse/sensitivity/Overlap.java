package org.copse.sensitivity;

import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Interval;

/**
 * Rows that share patients, handled side by side: as independent, one row a trial, with their
 * covariance, and over all correlations.
 *
 * <p>{@code Overlap.withDefaults().patients("total_treatment", "total_control").fit(effects)};
 * which rows share patients is said by {@link org.copse.effect.Studies#cluster(int)} ({@code
 * trials.cluster("trial")}).
 *
 * <p><b>Formula</b>: generalised least squares, μ = 1′M⁻¹y / 1′M⁻¹1 with M = V + τ²G, for a common
 * effect (G = 0) and random effects (REML). All handlings have Wald intervals and REML, so that
 * they differ by the handling only; with every row a trial of its own they all agree.
 * <b>Defaults</b>: the largest row a trial, correlation 0.5, τ² between rows, 95 %. <b>Edge
 * cases</b>: equal rows with correlation 1 are one row; V that is singular otherwise has no result,
 * and says so. metafor: {@code vcalc}, {@code rma.mv}. Immutable.
 */
public final class Overlap {

  private final OverlapRow keep;
  private final List<String> given;
  private final SharedCovariance covariance;
  private final OverlapHeterogeneity heterogeneity;
  private final List<String> patients;
  private final double level;

  private Overlap(
      OverlapRow keep,
      List<String> given,
      SharedCovariance covariance,
      OverlapHeterogeneity heterogeneity,
      List<String> patients,
      double level) {
    this.keep = keep;
    this.given = List.copyOf(given);
    this.covariance = covariance;
    this.heterogeneity = heterogeneity;
    this.patients = List.copyOf(patients);
    this.level = level;
  }

  /**
   * The defaults.
   *
   * @return the configuration
   */
  public static Overlap withDefaults() {
    return new Overlap(
        OverlapRow.LARGEST,
        List.of(),
        SharedCovariance.correlation(0.5),
        OverlapHeterogeneity.BETWEEN_ROWS,
        List.of(),
        0.95);
  }

  /**
   * All handlings with the defaults.
   *
   * @param effects effects with clusters
   * @return the handlings side by side
   */
  public static OverlapAnalysis of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Which row stands for a trial.
   *
   * @param choice for example {@code OverlapRow.MOST_RECENT}
   * @return a new configuration
   */
  public Overlap keep(OverlapRow choice) {
    return new Overlap(choice, List.of(), covariance, heterogeneity, patients, level);
  }

  /**
   * Names the row that stands for its trial; of trials not named the row is chosen.
   *
   * @param labels at most one label a trial
   * @return a new configuration
   */
  public Overlap keepRows(String... labels) {
    return new Overlap(keep, List.of(labels), covariance, heterogeneity, patients, level);
  }

  /**
   * How rows of a trial covary.
   *
   * @param choice for example {@code SharedCovariance.patients(0.8)}
   * @return a new configuration
   */
  public Overlap covariance(SharedCovariance choice) {
    return new Overlap(keep, given, choice, heterogeneity, patients, level);
  }

  /**
   * At which level true effects differ.
   *
   * @param choice between rows or between trials
   * @return a new configuration
   */
  public Overlap heterogeneity(OverlapHeterogeneity choice) {
    return new Overlap(keep, given, covariance, choice, patients, level);
  }

  /**
   * Names the columns whose sum is the patients of a row; needed only where the effects have no
   * counts or sizes.
   *
   * @param columns for example the patients of both arms
   * @return a new configuration
   */
  public Overlap patients(String... columns) {
    return new Overlap(keep, given, covariance, heterogeneity, List.of(columns), level);
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new configuration
   */
  public Overlap level(double newLevel) {
    return new Overlap(
        keep, given, covariance, heterogeneity, patients, Interval.requireLevel(newLevel));
  }

  /**
   * Pools in every way.
   *
   * @param effects effects with clusters
   * @return the handlings side by side
   * @throws IllegalArgumentException when no study has an estimable effect, V is not a covariance,
   *     or the rows to keep cannot be told
   */
  public OverlapAnalysis fit(Effects effects) {
    return new OverlapAnalysis(this, effects);
  }

  OverlapRow keep() {
    return keep;
  }

  List<String> given() {
    return given;
  }

  SharedCovariance covariance() {
    return covariance;
  }

  OverlapHeterogeneity heterogeneity() {
    return heterogeneity;
  }

  List<String> patients() {
    return patients.isEmpty() ? covariance.columns() : patients;
  }

  double level() {
    return level;
  }
}
