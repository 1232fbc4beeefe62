package org.copse.batch;

/**
 * Common {@link BatchSource}s.
 *
 * <p>Arrays are not copied; leave them alone while a batch runs.
 */
public final class BatchSources {

  private BatchSources() {}

  /**
   * Sets side by side in study-major order: effect of study s in set j at {@code s * sets + j}. The
   * quickest layout, as it is the one in which a batch computes.
   *
   * @param estimates effects, length studies × sets, NaN where missing
   * @param variances variances, the same
   * @param studies number of studies of the largest set, at least 1
   * @return the source
   * @throws IllegalArgumentException when the lengths differ or are no multiple of studies
   */
  public static BatchSource studyMajor(double[] estimates, double[] variances, int studies) {
    int sets = setsOf(estimates, variances, studies);
    return new StudyMajor(estimates, variances, sets, studies);
  }

  /**
   * Sets one after the other: effect of study s in set j at {@code j * studies + s}.
   *
   * @param estimates effects, length sets × studies, NaN where missing
   * @param variances variances, the same
   * @param studies number of studies of the largest set, at least 1
   * @return the source
   * @throws IllegalArgumentException when the lengths differ or are no multiple of studies
   */
  public static BatchSource setMajor(double[] estimates, double[] variances, int studies) {
    int sets = setsOf(estimates, variances, studies);
    return new Source(sets, studies) {
      @Override
      public void fill(long first, int count, double[][] y, double[][] v) {
        int from = (int) first * studies;
        for (int i = 0; i < count; i++) {
          for (int s = 0; s < studies; s++) {
            y[s][i] = estimates[from];
            v[s][i] = variances[from++];
          }
        }
      }
    };
  }

  /**
   * Subsets of one meta-analysis: set j has the studies whose bits are set in {@code masks[j]},
   * study 0 the lowest. For GOSH samples and multiverses.
   *
   * @param estimates effects of the studies, at most 64
   * @param variances their variances
   * @param masks one mask a set
   * @return the source
   * @throws IllegalArgumentException when the lengths differ, are 0 or exceed 64
   */
  public static BatchSource subsets(double[] estimates, double[] variances, long[] masks) {
    requireStudies(estimates, variances, 64);
    return new Subsets(masks.length, estimates, variances) {
      @Override
      long mask(long set) {
        return masks[(int) set];
      }
    };
  }

  /**
   * All 2ᵏ − 1 subsets with at least one study: set j has the bits of j + 1. GOSH in full.
   *
   * @param estimates effects of the studies, at most 62
   * @param variances their variances
   * @return the source
   * @throws IllegalArgumentException when the lengths differ, are 0 or exceed 62
   */
  public static BatchSource allSubsets(double[] estimates, double[] variances) {
    requireStudies(estimates, variances, 62);
    return new Subsets((1L << estimates.length) - 1, estimates, variances) {
      @Override
      long mask(long set) {
        return set + 1;
      }
    };
  }

  /**
   * Sign changes of one meta-analysis: in set j the effects whose bits are set in {@code flips[j]}
   * change sign. For permutation tests of μ = 0.
   *
   * @param estimates effects of the studies, at most 64
   * @param variances their variances
   * @param flips one mask a set
   * @return the source
   * @throws IllegalArgumentException when the lengths differ, are 0 or exceed 64
   */
  public static BatchSource signFlips(double[] estimates, double[] variances, long[] flips) {
    int studies = requireStudies(estimates, variances, 64);
    return new Source(flips.length, studies) {
      @Override
      public void fill(long first, int count, double[][] y, double[][] v) {
        for (int s = 0; s < studies; s++) {
          java.util.Arrays.fill(v[s], 0, count, variances[s]);
          for (int i = 0; i < count; i++) {
            boolean flip = (flips[(int) first + i] >>> s & 1) != 0;
            y[s][i] = flip ? -estimates[s] : estimates[s];
          }
        }
      }
    };
  }

  /**
   * Resamples of one meta-analysis, with repetition: set j has the studies {@code rows[j *
   * studies]} to {@code rows[j * studies + studies - 1]}. For the nonparametric bootstrap.
   *
   * @param estimates effects of the studies
   * @param variances their variances
   * @param rows study numbers from 0, as many a set as there are studies; a negative one is missing
   * @return the source
   * @throws IllegalArgumentException when the lengths differ or are 0, or rows is no multiple of
   *     their length or names a study that there is not
   */
  public static BatchSource resamples(double[] estimates, double[] variances, int[] rows) {
    int studies = requireStudies(estimates, variances, Integer.MAX_VALUE);
    requireMultiple("rows", rows.length, studies);
    for (int row : rows) {
      if (row >= studies) {
        throw new IllegalArgumentException(
            "Cannot resample: rows must be below the number of studies, %s, was %s. Count studies from 0."
                .formatted(studies, row));
      }
    }
    return new Source(rows.length / studies, studies) {
      @Override
      public void fill(long first, int count, double[][] y, double[][] v) {
        int from = (int) first * studies;
        for (int i = 0; i < count; i++) {
          for (int s = 0; s < studies; s++) {
            int row = rows[from++];
            y[s][i] = row < 0 ? Double.NaN : estimates[row];
            v[s][i] = row < 0 ? Double.NaN : variances[row];
          }
        }
      }
    };
  }

  private static int setsOf(double[] estimates, double[] variances, int studies) {
    if (studies < 1 || estimates.length != variances.length) {
      throw new IllegalArgumentException(
          "Cannot read sets: estimates and variances must have the same length and studies be at least 1, was %s, %s and %s. Give one variance an estimate."
              .formatted(estimates.length, variances.length, studies));
    }
    requireMultiple("estimates", estimates.length, studies);
    return estimates.length / studies;
  }

  private static void requireMultiple(String what, int length, int studies) {
    if (length % studies != 0) {
      throw new IllegalArgumentException(
          "Cannot read sets: the length of %s must be a multiple of the %s studies, was %s. Pad sets that lack a study."
              .formatted(what, studies, length));
    }
  }

  private static int requireStudies(double[] estimates, double[] variances, int most) {
    if (estimates.length == 0 || estimates.length != variances.length || estimates.length > most) {
      throw new IllegalArgumentException(
          "Cannot vary a meta-analysis: estimates and variances must have the same length from 1 to %s, was %s and %s. Give one variance an estimate."
              .formatted(most, estimates.length, variances.length));
    }
    return estimates.length;
  }

  private abstract static class Source implements BatchSource {
    private final long sets;
    private final int studies;

    Source(long sets, int studies) {
      this.sets = sets;
      this.studies = studies;
    }

    @Override
    public final long sets() {
      return sets;
    }

    @Override
    public final int studies() {
      return studies;
    }
  }

  private abstract static class Subsets extends Source {
    private final double[] estimates;
    private final double[] variances;

    Subsets(long sets, double[] estimates, double[] variances) {
      super(sets, estimates.length);
      this.estimates = estimates;
      this.variances = variances;
    }

    abstract long mask(long set);

    @Override
    public final void fill(long first, int count, double[][] y, double[][] v) {
      for (int s = 0; s < estimates.length; s++) {
        for (int i = 0; i < count; i++) {
          boolean present = (mask(first + i) >>> s & 1) != 0;
          y[s][i] = present ? estimates[s] : Double.NaN;
          v[s][i] = variances[s];
        }
      }
    }
  }
}
