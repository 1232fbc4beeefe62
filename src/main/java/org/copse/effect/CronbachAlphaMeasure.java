package org.copse.effect;

import java.util.List;

/**
 * Measures of Cronbach's alpha with m items and n patients: reliability generalisation.
 *
 * <p>No value means "no effect". <b>Edge cases</b>: alpha = 1 has no variance: left out and noted.
 * <b>Accuracy</b>: closed forms, compared with metafor 5.1 at 1e-12.
 */
public enum CronbachAlphaMeasure implements SummaryMeasure<CronbachAlpha> {
  /**
   * Alpha as it is; variance 2m(1 − α)²/[(m − 1)(n − 2)]. Bonett, Psychol Methods 2010;15:368-385.
   * metafor: "ARAW".
   */
  RAW_ALPHA("α", "Cronbach's alpha", AnalysisScale.IDENTITY) {
    @Override
    public double variance(CronbachAlpha d) {
      double left = 1 - d.alpha();
      return BONETT_ALPHA.variance(d) * left * left;
    }
  },
  /**
   * 1 − (1 − α)^⅓, shown as alpha; variance 18m(n − 1)(1 − α)^⅔/[(m − 1)(9n − 11)²]. Hakstian and
   * Whalen, Psychometrika 1976;41:219-231. metafor: "AHW".
   */
  HAKSTIAN_WHALEN_ALPHA("α (HW)", "Cronbach's alpha (cube root)", AnalysisScale.HAKSTIAN_WHALEN) {
    @Override
    public double variance(CronbachAlpha d) {
      double root = Math.cbrt(1 - d.alpha());
      double size = 9 * d.n() - 11;
      return 18 * d.items() * (d.n() - 1) * root * root / ((d.items() - 1) * size * size);
    }
  },
  /**
   * −ln(1 − α), shown as alpha; variance 2m/[(m − 1)(n − 2)]. Bonett, J Educ Behav Stat
   * 2002;27:335-340. metafor: "ABT".
   */
  BONETT_ALPHA("α (Bonett)", "Cronbach's alpha (log)", AnalysisScale.BONETT) {
    @Override
    public double variance(CronbachAlpha d) {
      return 2 * d.items() / ((d.items() - 1) * (d.n() - 2));
    }
  };

  private static final List<RawColumn> COLUMNS =
      List.of(
          RawColumn.of("alpha", "alpha", RawColumn.Kind.VALUE),
          RawColumn.of("items", "items", RawColumn.Kind.VALUE),
          RawColumn.of("n", "total", RawColumn.Kind.COUNT));

  private final String abbreviation;
  private final String label;
  private final AnalysisScale scale;

  CronbachAlphaMeasure(String abbreviation, String label, AnalysisScale scale) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.scale = scale;
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
  public String displayedLabel() {
    return "Cronbach's alpha";
  }

  @Override
  public AnalysisScale scale() {
    return scale;
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public double estimate(CronbachAlpha d) {
    return scale.transform(d.alpha());
  }

  /** A reliability is compared with nothing. */
  @Override
  public boolean hasNullValue() {
    return false;
  }

  @Override
  public double lowest() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double highest() {
    return 1;
  }

  @Override
  public String undefined(CronbachAlpha d) {
    return "an alpha of 1 has no variance: left out";
  }
}
