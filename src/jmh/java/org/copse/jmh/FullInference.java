package org.copse.jmh;

import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;

/** Reads everything that a fit computes only when it is asked. */
final class FullInference {

  private FullInference() {}

  /** Estimate, standard error, interval, test, Q with its test, I² from Q. */
  static double of(Fit fit) {
    Interval interval = fit.interval();
    EffectTest test = fit.test();
    Heterogeneity heterogeneity = fit.heterogeneity();
    return fit.estimate()
        + fit.standardError()
        + interval.lower()
        + interval.upper()
        + test.statistic()
        + test.p()
        + heterogeneity.q()
        + heterogeneity.p()
        + heterogeneity.iSquared();
  }

  /** The same with tau² and I² from it. */
  static double of(RandomEffectsFit fit) {
    return of((Fit) fit) + fit.tau2() + fit.iSquaredFromTau2();
  }

  /** The same with the intervals of tau² and I² and the prediction interval. */
  static double withIntervals(RandomEffectsFit fit) {
    return of(fit)
        + fit.tau2Interval().orElseThrow().upper()
        + fit.iSquaredInterval().orElseThrow().upper()
        + fit.prediction().orElseThrow().interval().upper();
  }
}
