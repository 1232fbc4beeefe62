package org.copse.sensitivity;

import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Studies;

/**
 * How the numbers that papers print become effects: exactly as the pooling itself would take them.
 */
interface PrintedForm {

  /**
   * Estimate and variance of one study on the analysis scale.
   *
   * @param study its index
   * @param inputs numbers of all studies, one after the other
   * @param from where those of the study begin
   * @param effect where the estimate [0] and the variance [1] go; NaN where not estimable
   */
  void effect(int study, double[] inputs, int from, double[] effect);

  /** The effects of all studies, for models that want more than estimates and variances. */
  Effects effects(Studies studies, double[] inputs);

  /**
   * Whether a study's effect hangs on the numbers of the others too, so that {@link #effect} does
   * not give it.
   */
  default boolean takesTogether() {
    return false;
  }

  /**
   * Whether estimate and variance range over a box, each growing with its own numbers; lower and
   * upper ends of the estimate and of the variance, or null.
   */
  double[] box(int study, List<PrintedInput> inputs);
}
