package org.copse.audit;

/**
 * Estimates outside their interval, and away from its centre by more than rounding allows.
 *
 * <p>A Wald interval is symmetric on its analysis scale. Every printed number stands for all that
 * round to it; an interval is lopsided only if no numbers within that rounding are symmetric.
 */
final class IntervalCheck {

  private IntervalCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachContrast(
        c -> {
          for (int i = 0; i < table.rows(); i++) {
            if (c.hasInterval(i) && order(c, i, findings)) {
              centre(c, i, findings);
            }
          }
        });
    table.eachMeans(
        m -> {
          for (int i = 0; i < table.rows(); i++) {
            AuditData.Contrast c =
                new AuditData.Contrast(m.mean(), m.low(), m.high(), ContrastScale.UNKNOWN);
            if (!m.low().isAbsent() && c.hasInterval(i)) {
              order(c, i, findings);
            }
          }
        });
  }

  static String text(AuditData.Contrast c, int i) {
    String estimate = Text.of(c.estimate().value(i));
    if (c.low().isAbsent() || c.high().isAbsent()) {
      return estimate;
    }
    return "%s [%s; %s]".formatted(estimate, Text.of(c.low().value(i)), Text.of(c.high().value(i)));
  }

  private static boolean order(AuditData.Contrast c, int i, Findings findings) {
    String columns = Findings.names(c.estimate(), c.low(), c.high());
    if (c.low().value(i) > c.high().value(i)) {
      findings.add(
          Check.INTERVAL_ORDER,
          Severity.ERROR,
          i,
          columns,
          text(c, i),
          "The lower limit is above the upper one.",
          "Swap the limits, or check the sign of each.");
      return false;
    }
    if (c.estimate().high(i) < c.low().low(i) || c.estimate().low(i) > c.high().high(i)) {
      findings.add(
          Check.INTERVAL_ORDER,
          Severity.ERROR,
          i,
          columns,
          text(c, i),
          "An estimate lies within its interval.",
          "Check all three cells for a misprint, or for numbers of another comparison.");
      return false;
    }
    return true;
  }

  private static void centre(AuditData.Contrast c, int i, Findings findings) {
    ContrastScale scale = c.scale(i);
    boolean off =
        scale == ContrastScale.UNKNOWN
            ? isLopsided(c, i, ContrastScale.RATIO) && isLopsided(c, i, ContrastScale.DIFFERENCE)
            : isLopsided(c, i, scale);
    if (!off) {
      return;
    }
    boolean asDifference = scale.isRatio() && !isLopsided(c, i, ContrastScale.DIFFERENCE);
    double middle = (c.low().value(i) + c.high().value(i)) / 2;
    double centre = scale.isRatio() ? Math.sqrt(c.low().value(i) * c.high().value(i)) : middle;
    findings.add(
        Check.INTERVAL_CENTRE,
        Severity.WARNING,
        i,
        Findings.names(c.estimate(), c.low(), c.high()),
        "%s, centred at %s".formatted(text(c, i), Text.rounded(centre)),
        asDifference
            ? "It is symmetric on the raw scale, as an interval of a difference is, not of a ratio."
            : "Estimate and centre differ by more than printed rounding%s."
                .formatted(scale.isRatio() ? " on the log scale" : ""),
        "Check the three cells for a misprint; exact, profile and bootstrap intervals are lopsided"
            + " by right.");
  }

  /** Whether no numbers within rounding are symmetric; a limit that may be 0 decides nothing. */
  static boolean isLopsided(AuditData.Contrast c, int i, ContrastScale scale) {
    double least = (scale.analysis(c.low().low(i)) + scale.analysis(c.high().low(i))) / 2;
    double most = (scale.analysis(c.low().high(i)) + scale.analysis(c.high().high(i))) / 2;
    boolean positive = !scale.isRatio() || c.low().low(i) > 0 && c.estimate().low(i) > 0;
    return positive
        && (most < scale.analysis(c.estimate().low(i))
            || least > scale.analysis(c.estimate().high(i)));
  }
}
