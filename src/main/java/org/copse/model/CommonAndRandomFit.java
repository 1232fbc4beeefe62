package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.heterogeneity.Heterogeneity;

/**
 * A common and a random-effects estimate of the same studies, with both weights of each study and
 * one description of heterogeneity.
 *
 * <p>tau² and I² are those of the random-effects fit; Q is the random-effects fit's too, and where
 * the common fit takes Q around another centre its {@code heterogeneity()} has that one.
 */
public final class CommonAndRandomFit {

  private final Fit common;
  private final RandomEffectsFit random;

  CommonAndRandomFit(Fit common, RandomEffectsFit random) {
    this.common = common;
    this.random = random;
  }

  /**
   * The common effect: Mantel-Haenszel, Peto or inverse variance.
   *
   * @return the fit
   */
  public Fit common() {
    return common;
  }

  /**
   * The random effects.
   *
   * @return the fit
   */
  public RandomEffectsFit random() {
    return random;
  }

  /**
   * The effects that were pooled.
   *
   * @return the effects
   */
  public Effects effects() {
    return random.effects();
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return random.measure();
  }

  /**
   * Level of all intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return random.level();
  }

  /**
   * Cochran's Q with its test; tau² and I² are in {@link #random()}.
   *
   * @return heterogeneity
   */
  public Heterogeneity heterogeneity() {
    return random.heterogeneity();
  }

  /**
   * The subgroups under both models.
   *
   * @param grouping for example {@code Subgroups.by("alloc")}; a common tau² is of the random
   *     effects
   * @return both analyses
   */
  public CommonAndRandomSubgroups subgroups(Subgroups grouping) {
    return new CommonAndRandomSubgroups(grouping.ownTau2().of(common), grouping.of(random));
  }

  /**
   * The notes of both fits, each once.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(common.notes());
    random.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add);
    return notes;
  }

  @Override
  public String toString() {
    return common + "\n" + random;
  }
}
