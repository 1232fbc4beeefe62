package org.copse.bayes;

import java.util.Locale;
import java.util.OptionalDouble;
import org.copse.effect.Interval;

/**
 * A posterior distribution of one quantity: its summaries, intervals and probabilities.
 *
 * <p><b>Scale</b>: analysis scale (log for ratios); a threshold on the reader's scale is
 * transformed first: {@code fit.mu().cdf(Math.log(0.8))} is the probability that the risk ratio is
 * below 0.8. <b>Accuracy</b>: probabilities to about 1e-12 absolute, quantiles and moments to about
 * 1e-10 relative, 1e-8 for a mean that exists only just (log-t prior, two studies). Immutable.
 */
public abstract sealed class Posterior permits TauPosterior, EffectPosterior {

  private final CredibleInterval type;
  private final double level;

  Posterior(CredibleInterval type, double level) {
    this.type = type;
    this.level = level;
  }

  static double requireProbability(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "Cannot give a quantile: p must be between 0 and 1, was %s. Use 0.5 for the median."
              .formatted(p));
    }
    return p;
  }

  /**
   * Posterior mean.
   *
   * @return the mean, empty where the tails are too heavy for one
   */
  public abstract OptionalDouble mean();

  /**
   * Posterior standard deviation.
   *
   * @return the standard deviation, empty where the tails are too heavy for one
   */
  public abstract OptionalDouble sd();

  /**
   * Where the density is highest.
   *
   * @return the mode
   */
  public abstract double mode();

  /**
   * Density.
   *
   * @param x a value
   * @return p(x | y)
   */
  public abstract double density(double x);

  /**
   * Probability of at most a value.
   *
   * @param x a value
   * @return P(X ≤ x | y)
   */
  public abstract double cdf(double x);

  /**
   * Probability of more than a value, accurate for small probabilities.
   *
   * @param x a value
   * @return P(X &gt; x | y)
   */
  public abstract double survival(double x);

  /** Quantile of a p strictly between 0 and 1. */
  abstract double inverse(double p);

  /** The value exceeded with a probability strictly between 0 and 1. */
  abstract double upperInverse(double q);

  abstract double lowest();

  abstract double highest();

  /** The shortest interval of a level. */
  abstract Interval shortestOf(double wanted);

  /**
   * Quantile.
   *
   * @param p probability between 0 and 1
   * @return x with P(X ≤ x | y) = p
   * @throws IllegalArgumentException when p is not between 0 and 1
   */
  public final double quantile(double p) {
    requireProbability(p);
    if (p == 0) {
      return lowest();
    }
    return p == 1 ? highest() : inverse(p);
  }

  /**
   * Posterior median.
   *
   * @return the median
   */
  public final double median() {
    return inverse(0.5);
  }

  /**
   * The credible interval of the kind and level that the model asks for.
   *
   * @return the interval
   */
  public final Interval interval() {
    return type == CredibleInterval.SHORTEST ? shortest(level) : equalTailed(level);
  }

  /**
   * Credible interval with equal probability in both tails.
   *
   * @param wanted level, for example 0.95
   * @return the interval
   */
  public final Interval equalTailed(double wanted) {
    double tail = (1 - Interval.requireLevel(wanted)) / 2;
    return new Interval(inverse(tail), upperInverse(tail), wanted);
  }

  /**
   * The shortest credible interval; that of highest posterior density when there is one peak.
   *
   * @param wanted level, for example 0.95
   * @return the interval
   */
  public final Interval shortest(double wanted) {
    return shortestOf(Interval.requireLevel(wanted));
  }

  @Override
  public final String toString() {
    Interval shown = interval();
    return String.format(
        Locale.ROOT, "median %.4g [%.4g; %.4g]", median(), shown.lower(), shown.upper());
  }
}
