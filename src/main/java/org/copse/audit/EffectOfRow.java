package org.copse.audit;

import org.copse.numeric.Quantiles;

/**
 * A rough effect of one row, good enough to see which studies do not fit.
 *
 * <p><b>Formula:</b> log odds ratio (0.5 added where a cell is zero), standardised mean difference
 * d with pooled SD, or the contrast on its analysis scale; variance NaN where none follows.
 *
 * @param value the effect, NaN where the row gives none
 * @param variance its variance
 */
record EffectOfRow(double value, double variance) {

  static final EffectOfRow NONE = new EffectOfRow(Double.NaN, Double.NaN);

  static EffectOfRow of(AuditData part, int row) {
    if (part instanceof AuditData.TwoCounts two) {
      return logOddsRatio(two, row);
    }
    if (part instanceof AuditData.TwoMeans two) {
      return smd(two.treatment(), two.control(), row);
    }
    return part instanceof AuditData.Contrast contrast ? contrast(contrast, row) : NONE;
  }

  boolean exists() {
    return Double.isFinite(value) && variance > 0 && Double.isFinite(variance);
  }

  private static EffectOfRow logOddsRatio(AuditData.TwoCounts two, int i) {
    double a = two.treatment().count(i);
    double n1 = two.treatment().total().value(i);
    double c = two.control().count(i);
    double n2 = two.control().total().value(i);
    if (!(a >= 0 && a <= n1 && c >= 0 && c <= n2) || a + c == 0 || a + c == n1 + n2) {
      return NONE;
    }
    double add = a == 0 || c == 0 || a == n1 || c == n2 ? 0.5 : 0;
    double[] cells = {a + add, n1 - a + add, c + add, n2 - c + add};
    double variance = 0;
    for (double cell : cells) {
      variance += 1 / cell;
    }
    return new EffectOfRow(Math.log(cells[0] / cells[1] * (cells[3] / cells[2])), variance);
  }

  private static EffectOfRow smd(AuditData.Means a, AuditData.Means b, int i) {
    if (!usable(a, i) || !usable(b, i)) {
      return NONE;
    }
    double n1 = a.n().value(i);
    double n2 = b.n().value(i);
    double s1 = a.sd().value(i);
    double s2 = b.sd().value(i);
    double pooled = Math.sqrt(((n1 - 1) * s1 * s1 + (n2 - 1) * s2 * s2) / (n1 + n2 - 2));
    double d = (a.mean().value(i) - b.mean().value(i)) / pooled;
    return new EffectOfRow(d, 1 / n1 + 1 / n2 + d * d / (2 * (n1 + n2)));
  }

  private static boolean usable(AuditData.Means m, int i) {
    return m.mean().has(i)
        && m.sd().has(i)
        && m.n().has(i)
        && m.sd().value(i) > 0
        && m.n().value(i) > 1;
  }

  private static EffectOfRow contrast(AuditData.Contrast c, int i) {
    ContrastScale scale = c.scale(i);
    if (!c.estimate().has(i) || scale == ContrastScale.UNKNOWN) {
      return NONE;
    }
    double value = scale.analysis(c.estimate().value(i));
    double se = Double.NaN;
    if (c.hasInterval(i)) {
      double width = scale.analysis(c.high().value(i)) - scale.analysis(c.low().value(i));
      se = width / (2 * Quantiles.twoSided(0.95, Double.POSITIVE_INFINITY));
    } else if (c.se().has(i) && !scale.isRatio()) {
      se = c.se().value(i);
    }
    return new EffectOfRow(value, se * se);
  }
}
