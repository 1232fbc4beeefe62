package org.copse.data;

import org.copse.effect.Reported;

/** Computes a study's effect and its standard error from the cells of its row. */
@FunctionalInterface
public interface ContrastFormula {

  /**
   * The effect.
   *
   * @param row the row's cells by column
   * @return estimate and standard error on the analysis scale, for example of {@code
   *     org.copse.convert.LogHazardRatio}
   */
  Reported of(TrialRow row);
}
