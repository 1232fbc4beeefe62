package org.copse.sensitivity;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.copse.effect.Interval;

/**
 * Whether a published result can come from the printed inputs, and how often it does. Immutable.
 */
public final class Reachability {

  /** The answer. */
  public enum Verdict {
    /** Inputs within rounding give every published figure; see {@link Reachability#witness()}. */
    REACHABLE("reachable within rounding"),
    /** A published figure lies beyond exact bounds. */
    UNREACHABLE("not reachable within rounding"),
    /** Neither draws nor search found such inputs; that proves nothing. */
    NOT_FOUND("not found within rounding");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /**
     * In words.
     *
     * @return for example "reachable within rounding"
     */
    public String label() {
      return label;
    }
  }

  private final Published published;
  private final Verdict verdict;
  private final int agreeing;
  private final int sets;
  private final Interval interval;
  private final Map<RoundingQuantity, Double> shares;
  private final RoundingWitness witness;
  private final String how;

  Reachability(
      Published published,
      Verdict verdict,
      int agreeing,
      int sets,
      Interval interval,
      Map<RoundingQuantity, Double> shares,
      RoundingWitness witness,
      String how) {
    this.published = published;
    this.verdict = verdict;
    this.agreeing = agreeing;
    this.sets = sets;
    this.interval = interval;
    this.shares = Collections.unmodifiableMap(shares);
    this.witness = witness;
    this.how = how;
  }

  /**
   * What was looked for.
   *
   * @return the published figures
   */
  public Published published() {
    return published;
  }

  /**
   * The answer.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Share of draws in which every published figure agrees.
   *
   * @return from 0 to 1
   */
  public double share() {
    return (double) agreeing / sets;
  }

  /**
   * Draws in which every published figure agrees.
   *
   * @return their number
   */
  public int agreeing() {
    return agreeing;
  }

  /**
   * Draws made.
   *
   * @return their number
   */
  public int draws() {
    return sets;
  }

  /**
   * Monte Carlo interval of the share: 95 %, Clopper-Pearson; the share itself where every
   * combination of counts was pooled.
   *
   * @return the interval
   */
  public Interval interval() {
    return interval;
  }

  /**
   * Share of draws in which each figure agrees by itself: the smallest shows where it fails.
   *
   * @return one share a published figure
   */
  public Map<RoundingQuantity, Double> shares() {
    return shares;
  }

  /**
   * One set of inputs that gives the published figures.
   *
   * @return the witness, empty unless {@link Verdict#REACHABLE}
   */
  public Optional<RoundingWitness> witness() {
    return Optional.ofNullable(witness);
  }

  /**
   * How the answer was found.
   *
   * @return a sentence
   */
  public String how() {
    return how;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s is %s: all figures agree in %.1f %% [%.1f; %.1f] of %s draws",
        published,
        verdict.label(),
        100 * share(),
        100 * interval.lower(),
        100 * interval.upper(),
        sets);
  }
}
