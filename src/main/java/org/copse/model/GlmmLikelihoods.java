package org.copse.model;

import java.util.ArrayList;
import java.util.List;

/**
 * One data set under one model: its maximum, that with τ² = 0, and the saturated model with an
 * effect of its own in each study.
 */
final class GlmmLikelihoods {

  private final GlmmData data;
  private final GlmmCoding coding;

  GlmmLikelihoods(GlmmData data, GlmmCoding coding) {
    this.data = data;
    this.coding = coding;
  }

  private boolean hasRandomLevels() {
    return data.isTwoArm() && data.model() == GlmmModel.RANDOM_STUDY_EFFECTS;
  }

  GlmmOptimum maximum() {
    return hasRandomLevels() ? randomLevels().maximum() : oneVariance().maximum();
  }

  GlmmOptimum common() {
    return hasRandomLevels() ? randomLevels().common() : oneVariance().common();
  }

  /** The likelihood of all models but those with random study effects. */
  GlmmMaximiser oneVariance() {
    List<StudyTerm> terms = new ArrayList<>();
    for (int i = 0; i < data.k(); i++) {
      terms.add(
          data.second().isEmpty()
              ? StudyTerm.of(data.first().get(i))
              : StudyTerm.of(
                  data.first().get(i),
                  data.second().get(i),
                  new double[] {1, 0},
                  new double[] {1, 1},
                  new double[] {coding.first(), coding.first() - 1},
                  data.level(i)));
    }
    return new GlmmMaximiser(terms, data.constant(), data.counts(), data.start());
  }

  /** The likelihood with random study effects. */
  RandomStudyEffects randomLevels() {
    List<TwoArmTerm> terms = new ArrayList<>();
    for (int i = 0; i < data.k(); i++) {
      terms.add(new TwoArmTerm(data.first().get(i), data.second().get(i), coding.first()));
    }
    return new RandomStudyEffects(
        terms, data.constant(), data.counts(), data.start(), data.meanLevel());
  }

  /**
   * Tests the model with a common effect against the saturated one.
   *
   * @param common log-likelihood of the former
   */
  GlmmHeterogeneity heterogeneity(double common) {
    int df = data.k() - 1;
    if (df == 0) {
      return GlmmHeterogeneity.of(0, 0, 0);
    }
    if (hasRandomLevels()) {
      return new SaturatedRandomLevels(data).heterogeneity(common);
    }
    double saturated = data.constant();
    double[] effects = new double[data.k()];
    double[] information = new double[data.k()];
    for (int i = 0; i < data.k(); i++) {
      CountLikelihood first = data.first().get(i);
      saturated += first.supremum();
      effects[i] = first.mode();
      information[i] = first.information();
      if (!data.second().isEmpty()) {
        CountLikelihood second = data.second().get(i);
        saturated += second.supremum();
        effects[i] -= second.mode();
        information[i] = 1 / (1 / information[i] + 1 / second.information());
      }
    }
    return GlmmHeterogeneity.of(wald(effects, information), 2 * (saturated - common), df);
  }

  /** Q of the finite effects; an infinite one has no information and adds nothing. */
  private static double wald(double[] effects, double[] information) {
    int finite = 0;
    for (int i = 0; i < effects.length; i++) {
      if (Double.isFinite(effects[i])) {
        effects[finite] = effects[i];
        information[finite] = information[i];
        finite++;
      }
    }
    if (finite < 2) {
      return 0;
    }
    double[] y = java.util.Arrays.copyOf(effects, finite);
    double[] w = java.util.Arrays.copyOf(information, finite);
    return org.copse.numeric.WeightedMean.sumOfSquares(
        y, w, org.copse.numeric.WeightedMean.of(y, w));
  }
}
