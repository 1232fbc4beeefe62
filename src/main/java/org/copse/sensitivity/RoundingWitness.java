package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copse.effect.Effects;

/**
 * One set of inputs within rounding, and what pooling them gives: the proof that a published result
 * can come from the printed numbers. Immutable.
 */
public final class RoundingWitness {

  private final PrintedEffects printed;
  private final double[] inputs;
  private final Map<RoundingQuantity, Double> pooled;

  RoundingWitness(PrintedEffects printed, double[] inputs, Map<RoundingQuantity, Double> pooled) {
    this.printed = printed;
    this.inputs = inputs.clone();
    this.pooled = Collections.unmodifiableMap(pooled);
  }

  /**
   * The numbers as printed.
   *
   * @return the printed effects
   */
  public PrintedEffects printed() {
    return printed;
  }

  /**
   * One number before rounding.
   *
   * @param study index, 0 for the first
   * @param input index into the study's {@link PrintedEffects#inputs(int)}
   * @return the number
   */
  public double input(int study, int input) {
    return inputs[printed.from(study) + input];
  }

  /**
   * What these inputs give when pooled, on the reader's scale.
   *
   * @return the published quantities
   */
  public Map<RoundingQuantity, Double> pooled() {
    return pooled;
  }

  /**
   * The effects of these inputs, to be pooled by any model.
   *
   * @return the effects
   */
  public Effects effects() {
    return printed.form().effects(printed.studies(), inputs);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    pooled.forEach((q, v) -> parts.add(q.label() + String.format(Locale.ROOT, " %.5g", v)));
    return "Inputs within rounding that give " + String.join(", ", parts);
  }
}
