package org.copse.model;

import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.Effects;
import org.copse.effect.ProportionEffects;

/** Number of patients of a study, where its data hold it. */
final class SampleSizes {

  private SampleSizes() {}

  static double total(Effects effects, int study) {
    if (effects instanceof BinaryEffects binary) {
      return binary.counts(study).total();
    }
    if (effects instanceof ContinuousEffects continuous) {
      ArmMeans arms = continuous.means(study);
      return arms.n1() + arms.n2();
    }
    if (effects instanceof ProportionEffects single) {
      return single.proportion(study).total();
    }
    throw new IllegalArgumentException(
        "Cannot weight by sample size: effects must carry their numbers of patients, was %s. Add a column of sizes to the studies and use userWeights(\"column\")."
            .formatted(effects.measure().label()));
  }
}
