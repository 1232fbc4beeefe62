package org.copse.effect;

import java.util.List;

/**
 * Measures of a reported area A under the curve with the groups' sizes; 0.5 without discrimination.
 *
 * <p>Pooled as A less one half. <b>Edge cases</b>: A = 0 or 1 has no variance: left out and noted.
 * <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12.
 */
public enum ConcordanceMeasure implements SummaryMeasure<Concordance> {
  /**
   * Variance A(1 − A){1 + [(n₁ + n₂)/2 − 1][(1 − A)/(2 − A) + A/(1 + A)]}/[(n₁ − 1)(n₂ − 1)].
   * Newcombe, Stat Med 2006;25:559-573, method 4, with the denominator of Cho et al., Int Stat Rev
   * 2019;87:152-177. metafor: "AUC" or "CLES".
   */
  REPORTED_AREA_UNDER_CURVE("Area under the curve") {
    @Override
    public double variance(Concordance d) {
      double a = d.area();
      double mean = (d.n1() + d.n2()) / 2 - 1;
      double factor = 1 + mean * ((1 - a) / (2 - a) + a / (1 + a));
      return a * (1 - a) * factor / ((d.n1() - 1) * (d.n2() - 1));
    }
  },
  /**
   * Variance [A(1 − A) + (n₁ − 1)(A/(2 − A) − A²) + (n₂ − 1)(2A²/(1 + A) − A²)]/[(n₁ − 1)(n₂ − 1)].
   * Hanley and McNeil, Radiology 1982;143:29-36, equations 1 and 2, with the denominator of Cho et
   * al. 2019. metafor: "AUC" with vtype "LS2".
   */
  REPORTED_AREA_UNDER_CURVE_HANLEY("Area under the curve") {
    @Override
    public double variance(Concordance d) {
      double a = d.area();
      double df1 = d.n1() - 1;
      double df2 = d.n2() - 1;
      // A/(2 − A) − A² and 2A²/(1 + A) − A², without their cancellation near A = 1
      double q1 = a * (1 - a) * (1 - a) / (2 - a);
      double q2 = a * a * (1 - a) / (1 + a);
      return (a * (1 - a) + df1 * q1 + df2 * q2) / (df1 * df2);
    }

    @Override
    public List<String> conventions() {
      return List.of("Variances by Hanley and McNeil (1982).");
    }
  };

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("area", "AUC", RawColumn.Kind.VALUE),
          new RawColumn("n1", "total", "Group 1", RawColumn.Kind.COUNT),
          new RawColumn("n2", "total", "Group 2", RawColumn.Kind.COUNT));

  private final String label;

  ConcordanceMeasure(String label) {
    this.label = label;
  }

  @Override
  public double estimate(Concordance d) {
    return scale().transform(d.area());
  }

  @Override
  public String abbreviation() {
    return "AUC";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public AnalysisScale scale() {
    return AnalysisScale.EXCESS_OVER_HALF;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public double nullValue() {
    return 0.5;
  }

  @Override
  public double lowest() {
    return 0;
  }

  @Override
  public double highest() {
    return 1;
  }

  @Override
  public String undefined(Concordance d) {
    return "an area of 0 or 1 has no variance: left out";
  }
}
