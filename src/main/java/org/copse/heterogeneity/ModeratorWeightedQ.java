package org.copse.heterogeneity;

import java.util.OptionalDouble;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;

/**
 * {@link WeightedQ} with its weights in a numeric moderator of the studies, so that subsets and
 * leave-one-out take the right ones.
 *
 * @param moderator name of the moderator
 */
public record ModeratorWeightedQ(String moderator) implements Tau2Method {

  @Override
  public String name() {
    return "GENQ";
  }

  @Override
  public String label() {
    return "generalised Q with weights '" + moderator + "'";
  }

  @Override
  public Tau2Method forEffects(Effects effects) {
    if (!(effects.studies().moderator(moderator) instanceof Moderator.Numeric numbers)) {
      throw new IllegalArgumentException(
          "Cannot use weights '%s': the moderator must be numeric, was categories. Use a column of numbers."
              .formatted(moderator));
    }
    int[] rows = effects.estimable();
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      weights[i] = numbers.value(rows[i]);
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Cannot use weights '%s': the weight of study '%s' must be finite and above 0, was %s. Correct it or leave the study out."
                .formatted(moderator, effects.studies().label(rows[i]), weights[i]));
      }
    }
    return new WeightedQ(weights);
  }

  /**
   * Not possible on arrays alone: {@link #forEffects} comes first.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public double estimate(double[] estimates, double[] variances) {
    throw needsStudies();
  }

  /**
   * Not possible on arrays alone: {@link #forEffects} comes first.
   *
   * @throws IllegalArgumentException always
   */
  @Override
  public OptionalDouble standardError(double[] estimates, double[] variances) {
    throw needsStudies();
  }

  private IllegalArgumentException needsStudies() {
    return new IllegalArgumentException(
        "Cannot estimate tau2 from arrays: weights '%s' must come with the studies, was none. Call forEffects(effects) first."
            .formatted(moderator));
  }
}
