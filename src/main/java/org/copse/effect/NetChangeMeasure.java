package org.copse.effect;

import java.util.List;

/**
 * Measures of {@link NetChange} data.
 *
 * <p><b>Source</b>: Cochrane Handbook 6.5.2.8 and 10.5.2 for the difference of changes.
 */
public enum NetChangeMeasure implements SummaryMeasure<NetChange> {
  /**
   * Δ₁ − Δ₂ of a controlled trial, variance s₁²/n₁ + s₂²/n₂; Δ of a single-arm trial, variance
   * s²/n. In the outcome's unit; pooled, the "weighted mean difference" of net changes. metafor:
   * "MD" and "MC" of the changes.
   */
  NET_CHANGE;

  private static final List<RawColumn> COLUMNS =
      RawColumn.twice(
          ArmNames.DEFAULT,
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          RawColumn.of("mean_change", "mean change", RawColumn.Kind.VALUE),
          RawColumn.of("sd_change", "SD", RawColumn.Kind.VALUE));

  @Override
  public String abbreviation() {
    return "Net change";
  }

  @Override
  public String label() {
    return "Net change";
  }

  @Override
  public AnalysisScale scale() {
    return AnalysisScale.IDENTITY;
  }

  @Override
  public double estimate(NetChange data) {
    return data.arm().mean() - data.control().map(ArmChange::mean).orElse(0.0);
  }

  @Override
  public double variance(NetChange data) {
    return data.arm().variance() + data.control().map(ArmChange::variance).orElse(0.0);
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> conventions() {
    return List.of(
        "Changes are after minus before, in a controlled trial less the change of its control: above"
            + " 0 the values rose (more). A change without a control keeps the natural course.");
  }

  @Override
  public String undefined(NetChange data) {
    return ChangeNotes.undefined(false, 0);
  }
}
