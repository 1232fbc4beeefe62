package org.copse.descriptive;

import org.apache.commons.rng.UniformRandomProvider;
import org.copse.numeric.LogFactorial;

/**
 * Draws how many of the marked are in a sample without replacement, in bounded time for counts of
 * any size: inversion outwards from the mode where the spread is small, else ratio of uniforms.
 *
 * <p><b>Source</b>: Stadlober, J Comput Appl Math 1990;31:181-189.
 *
 * @param marked marked ones
 * @param others all others
 * @param sample how many are taken, at most all
 */
record HypergeometricDraw(long marked, long others, long sample) {

  private static final double SMALL_VARIANCE = 100;
  private static final double WIDE = 2 * Math.sqrt(2 / Math.E);
  private static final double SHIFT = 3 - 2 * Math.sqrt(3 / Math.E);

  /** Terms below this share of the largest add nothing to a double. */
  private static final double NOTHING = 1e-18;

  long from(UniformRandomProvider random) {
    long low = Math.max(0, sample - others);
    long high = Math.min(marked, sample);
    double all = (double) marked + others;
    double share = marked / all;
    double variance = sample * share * (1 - share) * (all - sample) / Math.max(1, all - 1);
    long mode = (long) ((sample + 1.0) * (marked + 1.0) / (all + 2));
    mode = Math.max(low, Math.min(high, mode));
    return variance < SMALL_VARIANCE
        ? inverted(random.nextDouble(), mode, low, high)
        : ratio(random, mode, sample * share, variance);
  }

  /** P(x + 1) / P(x). */
  private double step(long x) {
    return ((double) marked - x)
        * ((double) sample - x)
        / ((x + 1.0) * ((double) others - sample + x + 1));
  }

  /** The first x, outwards from the mode, at which the sum of P passes its share. */
  private long inverted(double share, long mode, long low, long high) {
    double total = 1 + upwards(mode, high, 1e300)[0] + downwards(mode, low, 1e300)[0];
    double wanted = share * total - 1;
    if (wanted < 0) {
      return mode;
    }
    double[] up = upwards(mode, high, wanted);
    if (up[1] >= 0) {
      return (long) up[1];
    }
    double[] down = downwards(mode, low, wanted - up[0]);
    return down[1] >= 0 ? (long) down[1] : mode;
  }

  /** Sum of P above the mode, and the x at which it passes a limit, −1 for none. */
  private double[] upwards(long mode, long high, double limit) {
    double sum = 0;
    double term = 1;
    for (long x = mode; x < high && term > NOTHING; x++) {
      term *= step(x);
      sum += term;
      if (sum > limit) {
        return new double[] {sum, x + 1};
      }
    }
    return new double[] {sum, -1};
  }

  private double[] downwards(long mode, long low, double limit) {
    double sum = 0;
    double term = 1;
    for (long x = mode - 1; x >= low && term > NOTHING; x--) {
      term /= step(x);
      sum += term;
      if (sum > limit) {
        return new double[] {sum, x};
      }
    }
    return new double[] {sum, -1};
  }

  private long ratio(UniformRandomProvider random, long mode, double mean, double variance) {
    double centre = mean + 0.5;
    double width = WIDE * Math.sqrt(variance + 0.5) + SHIFT;
    double most = Math.min(marked, sample);
    double least = Math.max(0, sample - others);
    while (true) {
      double u = random.nextDouble();
      double w = Math.floor(centre + width * (random.nextDouble() - 0.5) / u);
      if (w >= least && w <= most && 2 * Math.log(u) <= logRatio(mode, w)) {
        return (long) w;
      }
    }
  }

  /** ln P(w) − ln P(mode). */
  private double logRatio(long mode, double w) {
    double d = w - mode;
    return -LogFactorial.difference(mode, d)
        - LogFactorial.difference((double) marked - mode, -d)
        - LogFactorial.difference((double) sample - mode, -d)
        - LogFactorial.difference((double) others - sample + mode, d);
  }
}
