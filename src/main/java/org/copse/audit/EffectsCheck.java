package org.copse.audit;

import java.util.List;

/**
 * Effects that fit the others once arms or sign are swapped, that lie far from the others, or that
 * are too large to be believed.
 *
 * <p><b>Formula:</b> z = (y − m)/√(v + s²), m median and s robust spread of the effects of the
 * outcome. Swapped: |z| above 3 and below 1.5 for −y, y and at least four in five others of
 * opposite sign, y two standard errors from 0. Outlying: |z| above 4 and a factor of 5 (an SMD of
 * 1) away. Too large: an odds ratio whose interval lies beyond 25, an SMD above 3. At least 5
 * studies, except for the last.
 */
final class EffectsCheck {

  /** Fewest studies of one outcome that are compared with each other. */
  static final int FEWEST = 5;

  private static final double LARGE_ODDS = Math.log(25);
  private static final double LARGE_SMD = 3;
  private static final double FACTOR = Math.log(5);
  private static final double OUTLYING = 4;
  private static final double UNFIT = 3;
  private static final double FIT = 1.5;

  private final AuditData part;
  private final Findings findings;
  private final EffectOfRow[] effects;

  private EffectsCheck(AuditTable table, AuditData part, Findings findings) {
    this.part = part;
    this.findings = findings;
    this.effects = new EffectOfRow[table.rows()];
    for (int i = 0; i < effects.length; i++) {
      effects[i] = EffectOfRow.of(part, i);
    }
  }

  static void run(AuditTable table, Findings findings) {
    for (AuditData part : table.data()) {
      boolean compares = part instanceof AuditData.TwoCounts || part instanceof AuditData.TwoMeans;
      if (compares || part instanceof AuditData.Contrast) {
        EffectsCheck check = new EffectsCheck(table, part, findings);
        table.strata().forEach(check::stratum);
      }
    }
  }

  private void stratum(List<Integer> rows) {
    double[] values =
        rows.stream()
            .filter(i -> effects[i].exists())
            .mapToDouble(i -> effects[i].value())
            .toArray();
    Spread spread = Spread.of(values);
    boolean comparable = values.length >= FEWEST;
    int positive = 0;
    for (double value : values) {
      positive += value > 0 ? 1 : 0;
    }
    List<Integer> large = rows.stream().filter(this::isTooLarge).toList();
    boolean common = large.size() > Math.max(1, values.length / 5);
    for (int i : rows) {
      if (!effects[i].exists()) {
        continue;
      }
      if (comparable && isSwapped(effects[i], spread, positive)) {
        swapped(i, spread);
      } else if (isTooLarge(i)) {
        if (!common) {
          tooLarge(List.of(i));
        }
      } else if (comparable) {
        outlying(i, spread);
      }
    }
    if (common) {
      tooLarge(large);
    }
  }

  private static double z(double value, double variance, Spread spread) {
    return (value - spread.median()) / Math.sqrt(variance + spread.spread() * spread.spread());
  }

  private static boolean isSwapped(EffectOfRow e, Spread spread, int positive) {
    double y = e.value();
    int same = spread.median() > 0 ? positive : spread.size() - positive;
    return y * spread.median() < 0
        && 5 * same >= 4 * (spread.size() - 1)
        && Math.abs(y) > 2 * Math.sqrt(e.variance())
        && Math.abs(z(y, e.variance(), spread)) > UNFIT
        && Math.abs(z(-y, e.variance(), spread)) < FIT;
  }

  private void swapped(int i, Spread spread) {
    findings.add(
        Check.SWAPPED,
        Severity.WARNING,
        i,
        columns(),
        "%s; the median of all is %s".formatted(shown(effects[i].value()), shown(spread.median())),
        "Against the others it does not fit; with %s it does (%s)."
            .formatted(
                part instanceof AuditData.Contrast ? "its sign turned" : "its arms swapped",
                shown(-effects[i].value())),
        "Check which arm is which, and whether a higher value is better in this study.");
  }

  private boolean isTooLarge(int i) {
    double size = Math.abs(effects[i].value());
    return effects[i].exists()
        && (part instanceof AuditData.TwoMeans && size > LARGE_SMD
            || part instanceof AuditData.TwoCounts
                && size - 2 * Math.sqrt(effects[i].variance()) > LARGE_ODDS);
  }

  /** One effect is likely an error; where many are large, they are the field's. */
  private void tooLarge(List<Integer> rows) {
    boolean smd = part instanceof AuditData.TwoMeans;
    String first = shown(effects[rows.get(0)].value());
    findings.add(
        Check.IMPLAUSIBLE_EFFECT,
        smd && rows.size() == 1 ? Severity.WARNING : Severity.NOTE,
        rows,
        columns(),
        rows.size() == 1 ? first : "%s, and %s more as large".formatted(first, rows.size() - 1),
        smd
            ? "Groups rarely differ by more than three SDs."
            : "Even the near end of its interval is an odds ratio beyond 25.",
        smd
            ? "Check for standard errors given as SDs, and for the unit."
            : "Check for swapped columns, and for another definition of the event.");
  }

  private void outlying(int i, Spread spread) {
    double away = Math.abs(effects[i].value() - spread.median());
    if (away > least()
        && Math.abs(z(effects[i].value(), effects[i].variance(), spread)) > OUTLYING) {
      findings.add(
          Check.IMPLAUSIBLE_EFFECT,
          Severity.NOTE,
          i,
          columns(),
          "%s; the median of all is %s"
              .formatted(shown(effects[i].value()), shown(spread.median())),
          "It lies far from all others, more than their spread and its own error explain.",
          "Check the cells; if they are right, look at what sets the study apart.");
    }
  }

  private double least() {
    if (part instanceof AuditData.TwoMeans) {
      return 1;
    }
    boolean difference =
        part instanceof AuditData.Contrast c && c.scale(0) == ContrastScale.DIFFERENCE;
    return difference ? 0 : FACTOR;
  }

  private String shown(double value) {
    if (part instanceof AuditData.TwoCounts) {
      return "odds ratio " + Text.rounded(Math.exp(value));
    }
    if (part instanceof AuditData.TwoMeans) {
      return "standardised difference " + Text.rounded(value);
    }
    boolean ratio = part instanceof AuditData.Contrast c && c.scale(0).isRatio();
    return ratio ? "ratio " + Text.rounded(Math.exp(value)) : Text.rounded(value);
  }

  private String columns() {
    if (part instanceof AuditData.TwoCounts two) {
      return Findings.names(shownOf(two.treatment()), shownOf(two.control()));
    }
    if (part instanceof AuditData.TwoMeans two) {
      return Findings.names(
          two.treatment().mean(), two.treatment().sd(), two.control().mean(), two.control().sd());
    }
    return part instanceof AuditData.Contrast c ? c.estimate().name() : "";
  }

  /** What was printed of the two. */
  private static AuditColumn shownOf(AuditData.Counts c) {
    return c.events().isAbsent() || c.events().isDerived() && !c.percent().isAbsent()
        ? c.percent()
        : c.events();
  }
}
