package org.copse.audit;

/** The scale of a reported contrast. */
public enum ContrastScale {
  /** Hazard, risk, odds or rate ratios: positive, intervals symmetric on the log scale. */
  RATIO,
  /** Differences and log ratios: intervals symmetric as they are. */
  DIFFERENCE,
  /** Log ratios: as differences, and the logarithm of something. */
  LOG_RATIO,
  /** Not known: wrong only where wrong as a ratio and as a difference. */
  UNKNOWN;

  boolean isRatio() {
    return this == RATIO;
  }

  /** A number on the scale on which intervals are symmetric. */
  double analysis(double value) {
    return isRatio() ? Math.log(value) : value;
  }

  /** The value of no effect, as printed. */
  double nullValue() {
    return isRatio() ? 1 : 0;
  }
}
