package org.copse.audit;

import org.copse.numeric.Quantiles;

/**
 * A p value and an interval, or a standard error, that disagree.
 *
 * <p><b>Formula:</b> z = (estimate − null) / SE on the analysis scale, SE from the interval's width
 * over 3.92; the extremes over printed rounding. Papers take p from another test (log-rank, exact)
 * than the interval, so z may be off by a tenth and 0.25 before it is called a disagreement.
 */
final class PValueCheck {

  private static final double WIDTH = 2 * Quantiles.twoSided(0.95, Double.POSITIVE_INFINITY);
  private static final double RELATIVE = 0.10;
  private static final double ABSOLUTE = 0.25;

  private PValueCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachContrast(
        c -> {
          for (int i = 0; i < table.rows(); i++) {
            if (c.scale(i) != ContrastScale.UNKNOWN && c.estimate().has(i)) {
              row(c, i, findings);
            }
          }
        });
  }

  private static void row(AuditData.Contrast c, int i, Findings findings) {
    double[] z = range(c, i);
    if (z == null) {
      return;
    }
    double least = Math.max(0, z[0] * (1 - RELATIVE) - ABSOLUTE);
    double most = z[1] * (1 + RELATIVE) + ABSOLUTE;
    double fits = Quantiles.twoSidedP((z[0] + z[1]) / 2, Double.POSITIVE_INFINITY);
    boolean bad = false;
    String printed = "";
    if (c.p().has(i) && c.p().value(i) >= 0 && c.p().value(i) <= 1) {
      printed = Text.of(c.p().value(i));
      bad = z(c.p().low(i)) < least || z(c.p().high(i)) > most;
    } else if (c.p().hasBound(i) && c.p().bound(i) > 0 && c.p().bound(i) <= 1) {
      printed = "below " + Text.of(c.p().bound(i));
      bad = z(c.p().bound(i)) > most;
    }
    if (bad) {
      findings.add(
          Check.INTERVAL_AND_P,
          Severity.WARNING,
          i,
          Findings.names(
              c.estimate(), c.low(), c.high(), c.low().isAbsent() ? c.se() : gone(), c.p()),
          "p is %s where %s gives %s".formatted(printed, source(c, i), Text.p(fits)),
          "Both belong to one estimate and should tell the same.",
          "Check for a misprint, a one-sided or adjusted p, a level other than 95 %, or the p of"
              + " another comparison.");
    }
  }

  private static AuditColumn gone() {
    return AuditColumn.absent();
  }

  private static String source(AuditData.Contrast c, int i) {
    return c.hasInterval(i)
        ? IntervalCheck.text(c, i)
        : "%s with standard error %s"
            .formatted(Text.of(c.estimate().value(i)), Text.of(c.se().value(i)));
  }

  private static double z(double p) {
    return p <= 0
        ? Double.POSITIVE_INFINITY
        : Quantiles.ofTwoSidedP(Math.min(1, p), Double.POSITIVE_INFINITY);
  }

  /** Smallest and largest |z| that rounding allows, null where the row gives none. */
  private static double[] range(AuditData.Contrast c, int i) {
    ContrastScale scale = c.scale(i);
    double leastSe;
    double mostSe;
    if (c.hasInterval(i)) {
      double narrow = scale.analysis(c.high().low(i)) - scale.analysis(c.low().high(i));
      double wide = scale.analysis(c.high().high(i)) - scale.analysis(c.low().low(i));
      leastSe = Math.max(narrow, 0) / WIDTH;
      mostSe = wide / WIDTH;
    } else if (c.se().has(i)) {
      // the standard error of a ratio may be of the ratio or of its log: only logs are compared
      if (scale.isRatio()) {
        return null;
      }
      leastSe = Math.max(0, c.se().low(i));
      mostSe = c.se().high(i);
    } else {
      return null;
    }
    double zero = scale.analysis(scale.nullValue());
    double low = scale.analysis(c.estimate().low(i)) - zero;
    double high = scale.analysis(c.estimate().high(i)) - zero;
    if (!(mostSe > 0) || !Double.isFinite(mostSe) || !Double.isFinite(low + high)) {
      return null;
    }
    double least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)) / mostSe;
    double most = Math.max(Math.abs(low), Math.abs(high)) / leastSe;
    return new double[] {least, most};
  }
}
