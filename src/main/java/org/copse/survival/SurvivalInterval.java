package org.copse.survival;

import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/**
 * Pointwise interval of a survival probability: the transformation on which it is symmetric.
 *
 * <p>Below, s = √Σ d/(n(n − d)) is Greenwood's standard error of log S, and z the normal quantile.
 * No interval is given where S = 0 (its variance is not defined); nor, for {@link #LOG_LOG} and
 * {@link #ARCSINE}, where S = 1. <b>Source</b>: Kalbfleisch, Prentice, The Statistical Analysis of
 * Failure Time Data, 2nd ed. 2002, section 1.4; Borgan, Liestøl, Scand J Stat 1990;17:35. R
 * survival: {@code survfit(conf.type =)}.
 */
public enum SurvivalInterval {
  /** S ± z s S, cut at 0 and 1. survfit: "plain". */
  PLAIN {
    @Override
    Interval bounds(double s, double se, double z, double level) {
      return new Interval(Math.max(0, s - z * se * s), Math.min(1, s + z * se * s), level);
    }
  },
  /** exp(log S ± z s), cut at 1. survfit: "log", its default. */
  LOG {
    @Override
    Interval bounds(double s, double se, double z, double level) {
      double logS = Math.log(s);
      return new Interval(Math.exp(logS - z * se), Math.min(1, Math.exp(logS + z * se)), level);
    }
  },
  /** S^exp(± z s / log S): stays within 0 and 1. survfit: "log-log"; default of Stata and SAS. */
  LOG_LOG {
    @Override
    Interval bounds(double s, double se, double z, double level) {
      double logS = Math.log(s);
      double width = Math.exp(z * se / -logS);
      return new Interval(Math.exp(logS * width), Math.exp(logS / width), level);
    }
  },
  /** sin²(arcsin √S ± z s √(S/(1 − S)) / 2), cut at 0 and 1. survfit: "arcsin". */
  ARCSINE {
    @Override
    Interval bounds(double s, double se, double z, double level) {
      double angle = Math.asin(Math.sqrt(s));
      double width = 0.5 * z * se * Math.sqrt(s / (1 - s));
      double lower = Math.sin(Math.max(0, angle - width));
      double upper = Math.sin(Math.min(Math.PI / 2, angle + width));
      return new Interval(lower * lower, upper * upper, level);
    }
  };

  abstract Interval bounds(double s, double se, double z, double level);

  /**
   * The interval of a survival probability.
   *
   * @param survival S, between 0 and 1
   * @param logStandardError standard error of log S
   * @param level for example 0.95
   * @return absent where S = 0, and for LOG_LOG and ARCSINE where S = 1
   */
  public Optional<Interval> of(double survival, double logStandardError, double level) {
    double z = Quantiles.twoSided(Interval.requireLevel(level), Double.POSITIVE_INFINITY);
    boolean open = this == PLAIN || this == LOG;
    return survival > 0 && (survival < 1 || open)
        ? Optional.of(bounds(survival, logStandardError, z, level))
        : Optional.empty();
  }
}
