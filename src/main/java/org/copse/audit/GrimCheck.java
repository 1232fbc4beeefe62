package org.copse.audit;

/**
 * Means that no whole numbers of n patients give.
 *
 * <p><b>Formula:</b> a mean of n whole numbers is S/n with S whole; called when no S lies in n
 * times the printed mean ± half a unit. Decides nothing where n × unit ≥ 1. Also called when the
 * mean lies outside the scale.
 *
 * <p><b>Source:</b> Brown NJL, Heathers JAJ 2017, Soc Psychol Personal Sci 8:363-369.
 */
final class GrimCheck {

  private GrimCheck() {}

  static void run(AuditTable table, Findings findings) {
    table.eachMeans(
        m -> {
          AuditTable.Scale scale = table.scale(m.mean());
          for (int i = 0; scale != null && i < table.rows(); i++) {
            if (m.mean().has(i)) {
              range(m, i, scale, findings);
            }
            if (m.mean().has(i) && SdBounds.isCountable(m, i)) {
              sum(m, i, findings);
            }
          }
        });
  }

  private static void range(AuditData.Means m, int i, AuditTable.Scale scale, Findings findings) {
    if (m.mean().high(i) < scale.low() || m.mean().low(i) > scale.high()) {
      findings.add(
          Check.GRIM,
          Severity.ERROR,
          i,
          m.mean().name(),
          "%s on a scale from %s to %s"
              .formatted(Text.of(m.mean().value(i)), Text.of(scale.low()), Text.of(scale.high())),
          "A mean lies within its scale.",
          "Check the cell, and whether the study used another version of the scale.");
    }
  }

  private static void sum(AuditData.Means m, int i, Findings findings) {
    double n = m.n().value(i);
    double first = Math.ceil(m.mean().low(i) * n - 1e-9);
    if (first <= m.mean().high(i) * n + 1e-9) {
      return;
    }
    findings.add(
        Check.GRIM,
        Severity.ERROR,
        i,
        Findings.names(m.mean(), m.n()),
        "%s is no mean of %s whole numbers".formatted(Text.of(m.mean().value(i)), Text.of(n)),
        "The nearest are %s and %s."
            .formatted(Text.rounded((first - 1) / n), Text.rounded(first / n)),
        "Look for another number of patients, half points, or items that were averaged.");
  }
}
