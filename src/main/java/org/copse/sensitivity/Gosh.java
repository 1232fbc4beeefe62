package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.copse.batch.Batch;
import org.copse.batch.BatchColumn;
import org.copse.batch.BatchInterval;
import org.copse.batch.BatchModel;
import org.copse.batch.BatchResult;
import org.copse.batch.BatchSource;
import org.copse.batch.BatchSources;
import org.copse.effect.Effects;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffectFit;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.numeric.LongRun;

/**
 * Graphical display of study heterogeneity (GOSH): the model of a fit on every subset of its
 * studies, or on random subsets where there are too many.
 *
 * <p><b>Shapes</b>: up to 15 studies all 2ᵏ − 1 subsets of at least one; beyond, random ones, each
 * study in or out with probability ½. <b>Defaults</b>: 20,000 random subsets, seed 1; the same seed
 * gives the same subsets on any number of threads. <b>Edge cases</b>: at least 2 studies; a subset
 * of one study has I² = 0. <b>Accuracy</b>: as {@link Batch}. <b>Source</b>: Olkin, Dahabreh and
 * Trikalinos, Res Synth Methods 2012;3:214-223. metafor: {@code gosh}.
 */
public final class Gosh {

  private static final int ALL = 15;

  private final int subsets;
  private final long seed;

  private Gosh(int subsets, long seed) {
    this.subsets = subsets;
    this.seed = seed;
  }

  /**
   * The defaults.
   *
   * @return the configuration
   */
  public static Gosh withDefaults() {
    return new Gosh(20_000, 1);
  }

  /**
   * Fits subsets with the defaults.
   *
   * @param fit a common-effect fit, or random effects by DL, PM or REML
   * @return the results
   * @throws IllegalArgumentException for other models and fewer than 2 studies
   */
  public static GoshResult of(Fit fit) {
    return withDefaults().fit(fit);
  }

  /**
   * Number of random subsets where there are more than 15 studies.
   *
   * @param number 1 to 1,000,000
   * @return a new configuration
   * @throws IllegalArgumentException for another number
   */
  public Gosh subsets(int number) {
    if (number < 1 || number > 1_000_000) {
      throw new IllegalArgumentException(
          "Cannot draw subsets: their number must be from 1 to 1,000,000, was %s. Use 20,000."
              .formatted(number));
    }
    return new Gosh(number, seed);
  }

  /**
   * Seed of the random subsets.
   *
   * @param newSeed any number
   * @return a new configuration
   */
  public Gosh seed(long newSeed) {
    return new Gosh(subsets, newSeed);
  }

  /**
   * Fits the subsets.
   *
   * @param fit a common-effect fit, or random effects by DL, PM or REML
   * @return the results
   * @throws IllegalArgumentException for other models and fewer than 2 studies
   */
  public GoshResult fit(Fit fit) {
    BatchModel model = model(fit);
    Effects effects = fit.effects();
    int[] rows = effects.estimable();
    if (rows.length < 2) {
      throw new IllegalArgumentException(
          "Cannot fit subsets: at least 2 studies must have an effect, was %s. Add studies."
              .formatted(rows.length));
    }
    double[] y = Arrays.stream(rows).mapToDouble(effects::estimate).toArray();
    double[] v = Arrays.stream(rows).mapToDouble(effects::variance).toArray();
    boolean all = rows.length <= ALL;
    int[] members = all ? null : members(rows.length);
    BatchSource source =
        all ? BatchSources.allSubsets(y, v) : BatchSources.resamples(y, v, members);
    boolean fromTau2 =
        fit instanceof RandomEffectsFit r && r.iSquaredSource() == ISquared.Source.TAU2;
    BatchColumn heterogeneity = fromTau2 ? BatchColumn.I2_FROM_TAU2 : BatchColumn.I2_FROM_Q;
    BatchResult result =
        Batch.withDefaults()
            .model(model)
            .interval(BatchInterval.WALD)
            .columns(BatchColumn.ESTIMATE, BatchColumn.K, heterogeneity)
            .fit(source);
    double[] sizes = result.column(BatchColumn.K);
    double[] iSquared = result.column(heterogeneity);
    for (int i = 0; i < sizes.length; i++) {
      iSquared[i] = sizes[i] == 1 ? 0 : iSquared[i];
    }
    return new GoshResult(
        fit,
        rows,
        members,
        result.column(BatchColumn.ESTIMATE),
        iSquared,
        sizes,
        notes(all, result.sets()));
  }

  private static BatchModel model(Fit fit) {
    if (fit instanceof CommonEffectFit) {
      return BatchModel.COMMON;
    }
    if (fit instanceof RandomEffectsFit random
        && random.hasInverseVarianceWeights()
        && random.tau2Estimator() instanceof Tau2Estimator estimator) {
      switch (estimator) {
        case DL:
          return BatchModel.DL;
        case PM:
          return BatchModel.PM;
        case REML:
          return BatchModel.REML;
        default:
      }
    }
    throw new IllegalArgumentException(
        "Cannot fit subsets: the model must be a common effect or random effects by DL, PM or REML, was %s. Fit one of these."
            .formatted(fit.model()));
  }

  /** Studies of random subsets, −1 for one that is out; never all out. */
  private int[] members(int k) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] members = new int[Math.multiplyExact(subsets, k)];
    for (int set = 0; set < subsets; set++) {
      LongRun.heed();
      boolean none = true;
      while (none) {
        for (int i = 0; i < k; i++) {
          boolean in = random.nextBoolean();
          members[set * k + i] = in ? i : -1;
          none &= !in;
        }
      }
    }
    return members;
  }

  private List<String> notes(boolean all, int sets) {
    List<String> notes = new ArrayList<>();
    notes.add(
        all
            ? String.format(java.util.Locale.ROOT, "All %,d subsets of the studies.", sets)
            : String.format(java.util.Locale.ROOT, "%,d random subsets, seed %s.", sets, seed));
    return notes;
  }
}
