package org.copse.report;

import org.copse.bias.PCurveResult;
import org.copse.bias.PCurveTests;
import org.copse.effect.Interval;
import org.copse.report.ReportTable.Column;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.Specification;
import org.copse.sensitivity.SpecificationAnalysis;

/** Subsets, specifications and p-curves as tables. */
public final class MultiverseReport {

  private MultiverseReport() {}

  /**
   * Quantiles of the pooled effects of subsets.
   *
   * @param result the subsets
   * @return names and values, on the scale of readers
   */
  public static ReportTable of(GoshResult result) {
    ReportTable.Builder table =
        ReportTable.of(
                "GOSH: pooled effects of subsets", Column.text("Quantity"), Column.number("Value"))
            .row("Subsets", Numbers.whole(result.size()));
    double[] shares = {0, .025, .25, .5, .75, .975, 1};
    String[] names = {"Smallest", "2.5%", "25%", "Median", "75%", "97.5%", "Largest"};
    for (int i = 0; i < shares.length; i++) {
      double effect = result.full().effects().backTransform(result.quantile(shares[i]));
      table.row(names[i], Numbers.significant(effect, 4));
    }
    double all = result.full().backTransformed().estimate();
    return table.row("All studies", Numbers.significant(all, 4)).notes(result.notes()).build();
  }

  /**
   * Every specification.
   *
   * @param analysis the specifications
   * @return one row each, smallest effect first
   */
  public static ReportTable of(SpecificationAnalysis analysis) {
    ReportTable.Builder table =
        ReportTable.of(
            "Specifications",
            Column.text("Measure"),
            Column.text("τ²"),
            Column.text("Interval"),
            Column.text("Studies"),
            Column.number("k"),
            Column.number("Effect"),
            Column.number("CI"));
    for (Specification s : analysis.specifications()) {
      Interval interval = s.fit().backTransformed().interval();
      table.row(
          s.measure(),
          s.estimator(),
          s.interval(),
          s.studies(),
          Integer.toString(s.fit().k()),
          Numbers.fixed(s.fit().backTransformed().estimate(), 2),
          Numbers.interval(interval, 2));
    }
    return table.build();
  }

  /**
   * A p-curve.
   *
   * @param result the p-curve
   * @return names and values
   */
  public static ReportTable of(PCurveResult result) {
    ReportTable.Builder table =
        ReportTable.of("p-curve", Column.text("Quantity"), Column.number("Value"))
            .row("Studies", Integer.toString(result.k()))
            .row("Significant", Integer.toString(result.studies().size()));
    result.tests().ifPresent(t -> rows(table, t));
    return table.notes(result.notes()).build();
  }

  private static void rows(ReportTable.Builder table, PCurveTests t) {
    table
        .row("Below 0.025", Integer.toString(t.belowHalf()))
        .row("Right skew, Z", Numbers.fixed(t.skewZ(), 3))
        .row("Right skew, p", Numbers.p(t.skewP()))
        .row("Right skew of the half curve, p", Numbers.p(t.halfSkewP()))
        .row("Flatter than at a power of 33%, Z", Numbers.fixed(t.flatZ(), 3))
        .row("Flatter than at a power of 33%, p", Numbers.p(t.flatP()))
        .row("Flatter, half curve, p", Numbers.p(t.halfFlatP()))
        .row("More below 0.025 than by chance, p", Numbers.p(t.binomialP()))
        .row("Fewer below 0.025 than at a power of 33%, p", Numbers.p(t.binomialFlatP()))
        .row("Power", Numbers.percent(100 * t.power(), 1))
        .row(
            "Power, 90% interval",
            "[%s; %s]"
                .formatted(
                    Numbers.percent(100 * t.powerLower(), 1),
                    Numbers.percent(100 * t.powerUpper(), 1)))
        .row("Evidential value", t.evidentialValue() ? "yes" : "no")
        .row("Evidential value absent or inadequate", t.inadequate() ? "yes" : "no");
  }
}
