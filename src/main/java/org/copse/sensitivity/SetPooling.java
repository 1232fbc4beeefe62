package org.copse.sensitivity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.copse.effect.Effects;

/** Pools many sets of inputs under one model. */
interface SetPooling {

  /**
   * Pools sets.
   *
   * @param printed how inputs become effects
   * @param sets the inputs
   * @param wanted what to report
   * @param threads at most so many at once; the numbers do not depend on it
   * @return by the quantity's ordinal, one value a set on the reader's scale, NaN where not
   *     estimable; null for what is not wanted
   */
  double[][] pool(
      PrintedEffects printed, InputSets sets, Set<RoundingQuantity> wanted, int threads);

  /** What the model gives for such effects. */
  EnumSet<RoundingQuantity> quantities(Effects effects);

  /** The model in a sentence each, as its fits say it. */
  List<String> methods(Effects effects);

  /** What a common effect's closed form needs: the level, NaN for any other model. */
  double closedFormLevel();
}
