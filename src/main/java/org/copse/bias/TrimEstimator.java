package org.copse.bias;

/**
 * Duval and Tweedie's estimators of the number k₀ of missing studies, from the ranks rᵢ of the k
 * studies' distances to the centre, T = Σ of rᵢ above it.
 *
 * <p><b>Source</b>: Duval and Tweedie, Biometrics 2000;56:455-463 and J Am Stat Assoc
 * 2000;95:89-98. metafor: {@code trimfill(estimator =)}; R meta: {@code type = "L"} and {@code
 * "R"}.
 */
public enum TrimEstimator {
  /** L₀ = [4T − k(k + 1)]/(2k − 1), the default. */
  L0 {
    @Override
    double missing(double[] centred) {
      double k = centred.length;
      return (4 * rankSum(centred) - k * (k + 1)) / (2 * k - 1);
    }

    @Override
    double standardError(int k, double k0) {
      double n = k;
      double sum =
          n * (n + 1) * (2 * n + 1)
              + 10 * k0 * k0 * k0
              + 27 * k0 * k0
              + 17 * k0
              - 18 * n * k0 * k0
              - 18 * n * k0
              + 6 * n * n * k0;
      return 4 * Math.sqrt(sum / 24) / (2 * n - 1);
    }
  },
  /** R₀ = γ − 1, γ the number of studies above the centre beyond the farthest below it. */
  R0 {
    @Override
    double missing(double[] centred) {
      int[] ranks = ranks(centred);
      int farthestBelow = 0;
      for (int i = 0; i < centred.length; i++) {
        if (centred[i] < 0) {
          farthestBelow = Math.max(farthestBelow, ranks[i]);
        }
      }
      return centred.length - farthestBelow - 1.0;
    }

    @Override
    double standardError(int k, double k0) {
      return Math.sqrt(2 * Math.max(0, k0) + 2);
    }
  },
  /** Q₀ = k − ½ − √(2k² − 4T + ¼). */
  Q0 {
    @Override
    double missing(double[] centred) {
      double k = centred.length;
      return k - 0.5 - Math.sqrt(2 * k * k - 4 * rankSum(centred) + 0.25);
    }

    @Override
    double standardError(int k, double k0) {
      double n = k - 0.5;
      return L0.standardError(k, k0)
          * (2.0 * k - 1)
          / 2
          / Math.sqrt(n * n - k0 * (2.0 * k - k0 - 1));
    }
  };

  /**
   * The estimate, not rounded, perhaps below 0.
   *
   * @param centred effects in increasing order less the centre, missing ones on the left
   */
  abstract double missing(double[] centred);

  /**
   * Standard error of an estimate that is not rounded; NaN where the variance formula is negative.
   */
  abstract double standardError(int k, double k0);

  private static double rankSum(double[] centred) {
    int[] ranks = ranks(centred);
    double sum = 0;
    for (int i = 0; i < centred.length; i++) {
      sum += centred[i] > 0 ? ranks[i] : 0;
    }
    return sum;
  }

  /** Ranks of the distances; of equal ones the first in order has the lower rank. */
  private static int[] ranks(double[] centred) {
    Integer[] order = new Integer[centred.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(
        order, (a, b) -> Double.compare(Math.abs(centred[a]), Math.abs(centred[b])));
    int[] ranks = new int[centred.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i + 1;
    }
    return ranks;
  }
}
