package org.copse.effect;

import java.util.List;

/**
 * Measures of the change within one group from {@link MeanChange} data, n, mean change m and its
 * own SD s. Other standardised changes need the SDs before and after: {@link ChangeMeasure}.
 *
 * <p><b>Sign</b>: after minus before, as the mean change is to be given.
 */
public enum MeanChangeMeasure implements SummaryMeasure<MeanChange> {
  /** Mean change m; variance s²/n. The same as {@link ChangeMeasure#MEAN_CHANGE}. metafor: "MC". */
  REPORTED_MEAN_CHANGE("MC", "Mean change (after − before)") {
    @Override
    public double estimate(MeanChange d) {
      return d.mean();
    }

    @Override
    public double variance(MeanChange d) {
      return d.sd() * d.sd() / d.n();
    }
  },
  /**
   * g = J(n − 1) m/s; variance 1/n + g²/(2n). The same as {@link
   * ChangeMeasure#CHANGE_SCORE_STANDARDISED_MEAN_CHANGE}, its sources too. metafor: "SMCC".
   */
  REPORTED_STANDARDISED_MEAN_CHANGE(
      "SMCC", "Standardised mean change (after − before, SD of the changes)") {
    @Override
    public double estimate(MeanChange d) {
      return ChangeFormulas.byChangeSd(d.n(), d.mean(), d.sd());
    }

    @Override
    public double variance(MeanChange d) {
      return ChangeFormulas.byChangeSdVariance(d.n(), estimate(d));
    }
  };

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          new RawColumn("mean_change", "mean", "Change", RawColumn.Kind.VALUE),
          new RawColumn("sd_change", "SD", "Change", RawColumn.Kind.VALUE));

  private final String abbreviation;
  private final String label;

  MeanChangeMeasure(String abbreviation, String label) {
    this.abbreviation = abbreviation;
    this.label = label;
  }

  @Override
  public String abbreviation() {
    return abbreviation;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return AnalysisScale.IDENTITY;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> conventions() {
    String unit = this == REPORTED_MEAN_CHANGE ? "" : "; standardised by the SD of the changes";
    return List.of(
        "Changes are taken as after minus before, as the columns give them: above 0 the values rose"
            + unit
            + ".");
  }

  @Override
  public String undefined(MeanChange data) {
    return ChangeNotes.undefined(this == REPORTED_STANDARDISED_MEAN_CHANGE, data.n());
  }
}
