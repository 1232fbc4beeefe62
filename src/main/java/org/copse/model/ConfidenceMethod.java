package org.copse.model;

import org.copse.numeric.WeightedMean;

/**
 * Confidence intervals of the random-effects mean μ with weights wᵢ = 1/(vᵢ + tau²).
 *
 * <p><b>Source</b>: Hartung and Knapp, Stat Med 2001;20:3875-3889; Sidik and Jonkman, Stat Med
 * 2002;21:3153-3159.
 */
public enum ConfidenceMethod {
  /** μ ± z/√Σw. metafor {@code test = "z"}, R meta "classic". */
  WALD("Wald interval (normal)") {
    @Override
    double degreesOfFreedom(int k, double tau2) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    boolean rescales(int k, double tau2) {
      return false;
    }
  },
  /** μ ± t(k − 1)/√Σw. metafor {@code test = "t"}. With one study as {@link #WALD}. */
  T("Wald-type interval (t)") {
    @Override
    double degreesOfFreedom(int k, double tau2) {
      return k < 2 ? Double.POSITIVE_INFINITY : k - 1;
    }

    @Override
    boolean rescales(int k, double tau2) {
      return false;
    }
  },
  /**
   * Hartung-Knapp-Sidik-Jonkman, without any modification: SE² = Σw(y − μ)² / [(k − 1)Σw], t(k −
   * 1). metafor {@code test = "knha"}. Can be narrower than Wald's when the studies agree more than
   * chance lets expect. With one study as {@link #WALD}.
   */
  HARTUNG_KNAPP("Hartung-Knapp interval (t)") {
    @Override
    double degreesOfFreedom(int k, double tau2) {
      return k < 2 ? Double.POSITIVE_INFINITY : k - 1;
    }

    @Override
    boolean rescales(int k, double tau2) {
      return k >= 2;
    }
  },
  /**
   * {@link #HARTUNG_KNAPP}, but {@link #WALD} where tau² = 0 or k = 1, with a note that says so:
   * the Cochrane default.
   */
  HARTUNG_KNAPP_OR_WALD("Hartung-Knapp interval (t), Wald if τ² = 0") {
    @Override
    double degreesOfFreedom(int k, double tau2) {
      return rescales(k, tau2) ? k - 1 : Double.POSITIVE_INFINITY;
    }

    @Override
    boolean rescales(int k, double tau2) {
      return k >= 2 && tau2 > 0;
    }
  };

  private final String label;

  ConfidenceMethod(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Wald interval (normal)"
   */
  public String label() {
    return label;
  }

  abstract double degreesOfFreedom(int k, double tau2);

  /** Whether the standard error is the Hartung-Knapp one. */
  abstract boolean rescales(int k, double tau2);

  /** √{Σw(y − μ)² / [(k − 1)Σw]}. */
  static double hartungKnappError(double[] y, double[] weights, double mean) {
    double spread = WeightedMean.sumOfSquares(y, weights, mean);
    return Math.sqrt(spread / ((y.length - 1) * WeightedMean.sum(weights)));
  }
}
