package org.copse.model;

/**
 * Kenward and Roger's standard error and degrees of freedom of a random-effects mean.
 *
 * <p><b>Formula</b>: I = ½(Σw² − 2Σw³/Σw + (Σw²/Σw)²), the expected restricted information of tau²;
 * SE² = [1 + 2(Σw³/Σw − (Σw²/Σw)²)/I]/Σw; df = 2I/(SE²Σw²)². All sums run over the studies once or
 * twice: O(k). Equal variances give 1/Σw and k − 1. <b>Source</b>: Kenward and Roger, Biometrics
 * 1997;53:983-997; Partlett and Riley, Stat Med 2017;36:301-317.
 *
 * @param standardError adjusted standard error
 * @param degreesOfFreedom above 0, at most k − 1; below 1 where one study has nearly all the weight
 */
record KenwardRoger(double standardError, double degreesOfFreedom) {

  /** For weights 1/(vᵢ + tau²) of at least two studies. */
  static KenwardRoger of(double[] weights) {
    WeightMoments moments = WeightMoments.of(weights);
    double information = moments.tracePp() / 2;
    double variance = (1 + 2 * moments.variance() / information) / moments.sum();
    double change = variance * moments.sum() * moments.mean();
    return new KenwardRoger(Math.sqrt(variance), 2 * information / (change * change));
  }
}
