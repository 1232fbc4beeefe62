package org.copse.model;

/**
 * A way to a confidence interval of a random-effects mean: one of the {@link ConfidenceMethod}s, or
 * the one that belongs to a model of its own ({@link HenmiCopas}).
 */
public sealed interface MeanInterval permits ConfidenceMethod, HenmiCopasInterval {

  /**
   * Constant's name.
   *
   * @return for example "WALD"
   */
  String name();

  /**
   * Name as printed.
   *
   * @return for example "Wald interval (normal)"
   */
  String label();
}
