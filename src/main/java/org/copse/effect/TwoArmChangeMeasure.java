package org.copse.effect;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures of the difference between two arms in their changes, from {@link TwoArmChange} data: arm
 * 1 minus arm 2, each change after minus before.
 *
 * <p>Change of arm i: Δᵢ; nᵢ, s₁ᵢ (SD before), rᵢ (correlation); m = n₁ + n₂ − 2; J(m) Hedges'
 * exact correction. Standardised ones but the heteroscedastic and the one by the SD of the changes
 * take the SDs before and after as equal in their variance. <b>Where baselines differ by chance an
 * analysis of covariance is more precise</b>: its estimate, as reported, is pooled as {@link
 * ReportedEffects}, not here. <b>Sources</b>: Becker, Br J Math Stat Psychol 1988;41:257-278;
 * Morris, Organ Res Methods 2008;11:364-386; Cochrane Handbook 6.5.2.8 and 10.5.2. metafor has no
 * codes of its own: its "SMCR" of each arm is combined by hand.
 */
public enum TwoArmChangeMeasure implements SummaryMeasure<TwoArmChange> {
  /** Δ₁ − Δ₂ in the outcome's unit; variance the sum of the arms' s²/n, s the SD of the changes. */
  DIFFERENCE_OF_MEAN_CHANGES(
      "MD of change",
      "Difference of mean changes",
      "",
      TwoArmChangeFormulas::difference,
      TwoArmChangeFormulas::differenceVariance),
  /** Δ₁ − Δ₂; variance s²(1/n₁ + 1/n₂) with the SD of the changes pooled over the arms. */
  DIFFERENCE_OF_MEAN_CHANGES_POOLED_VARIANCE(
      "MD of change",
      "Difference of mean changes (pooled variance)",
      "the arms' SDs of the changes are pooled",
      TwoArmChangeFormulas::difference,
      TwoArmChangeFormulas::pooledVariance),
  /**
   * g₁ − g₂, each gᵢ = J(nᵢ − 1) Δᵢ/s₁ᵢ by its own SD before; variance the sum of 2(1 − rᵢ)/nᵢ +
   * gᵢ²/(2nᵢ). Becker 1988; d_ppc1 of Morris 2008. metafor: the difference of two "SMCR".
   */
  DIFFERENCE_OF_STANDARDISED_MEAN_CHANGES(
      "SMD of change",
      "Difference of standardised mean changes (each arm's SD before)",
      "each arm standardised by its own SD before (Becker 1988)",
      TwoArmChangeFormulas::becker,
      TwoArmChangeFormulas::beckerVariance),
  /** The same g₁ − g₂ with the sum of Bonett's variances. metafor: two "SMCRH". */
  DIFFERENCE_OF_STANDARDISED_MEAN_CHANGES_HETEROSCEDASTIC(
      "SMD of change",
      "Difference of standardised mean changes (each arm's SD before, unequal SDs)",
      "each arm standardised by its own SD before, SDs not taken as equal (Bonett 2008)",
      TwoArmChangeFormulas::becker,
      TwoArmChangeFormulas::beckerUnequalVariance),
  /**
   * J(m)(Δ₁ − Δ₂)/s with the SDs before pooled; variance J² m/(m − 2) (A + g²) − g² with A = 2(1 −
   * r₁)/n₁ + 2(1 − r₂)/n₂. d_ppc2 of Morris 2008, equations 8 to 10 and 25, there with one
   * correlation for both arms. His choice of the three: least biased and most precise.
   */
  STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD(
      "SMD of change",
      "Standardised difference of mean changes (pooled SD before)",
      "standardised by the SD before, pooled over the arms (d_ppc2 of Morris 2008)",
      TwoArmChangeFormulas::byBaseline,
      TwoArmChangeFormulas::byBaselineVariance),
  /**
   * The same d_ppc2 with the large-sample variance A + g²/(2(n₁ + n₂)), as metafor's page on Morris
   * 2008 computes it.
   */
  STANDARDISED_DIFFERENCE_OF_CHANGES_BASELINE_SD_LARGE_SAMPLE(
      "SMD of change",
      "Standardised difference of mean changes (pooled SD before, large-sample variance)",
      "standardised by the SD before, pooled over the arms (d_ppc2 of Morris 2008), large-sample"
          + " variance",
      TwoArmChangeFormulas::byBaseline,
      TwoArmChangeFormulas::byBaselineLargeSampleVariance),
  /**
   * J(2m)(Δ₁ − Δ₂)/s with the SDs before and after of both arms pooled, d_ppc3 of Morris 2008. He
   * gives no variance; this one is the delta method, A + g²[(n₁ − 1)(1 + r₁²) + (n₂ − 1)(1 +
   * r₂²)]/(4m²).
   */
  STANDARDISED_DIFFERENCE_OF_CHANGES_ALL_SDS(
      "SMD of change",
      "Standardised difference of mean changes (all SDs pooled)",
      "standardised by all four SDs, pooled (d_ppc3 of Morris 2008), variance by the delta method",
      TwoArmChangeFormulas::byAllSds,
      TwoArmChangeFormulas::byAllSdsVariance),
  /**
   * J(m)(Δ₁ − Δ₂)/s with the SDs of the changes pooled; variance 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)).
   * metafor: "SMD" of the mean changes. Not to be pooled with SMDs of final values, whose unit is
   * another.
   */
  STANDARDISED_DIFFERENCE_OF_CHANGES_CHANGE_SD(
      "SMD of change",
      "Standardised difference of mean changes (SD of the changes)",
      "standardised by the SD of the changes, pooled over the arms",
      TwoArmChangeFormulas::byChangeSd,
      TwoArmChangeFormulas::byChangeSdVariance);

  private static final List<RawColumn> COLUMNS =
      RawColumn.twice(
          ArmNames.DEFAULT,
          RawColumn.of("n", "total", RawColumn.Kind.COUNT),
          RawColumn.of("mean_before", "mean before", RawColumn.Kind.VALUE).inTablesOnly(),
          RawColumn.of("sd_before", "SD before", RawColumn.Kind.VALUE).inTablesOnly(),
          RawColumn.of("mean_after", "mean after", RawColumn.Kind.VALUE).inTablesOnly(),
          RawColumn.of("sd_after", "SD after", RawColumn.Kind.VALUE).inTablesOnly(),
          RawColumn.of("r", "corr.", RawColumn.Kind.VALUE).inTablesOnly(),
          RawColumn.of("mean_change", "mean change", RawColumn.Kind.VALUE),
          RawColumn.of("sd_change", "SD of change", RawColumn.Kind.VALUE));

  private final String abbreviation;
  private final String label;
  private final String how;
  private final ToDoubleFunction<TwoArmChange> estimate;
  private final ToDoubleFunction<TwoArmChange> variance;

  TwoArmChangeMeasure(
      String abbreviation,
      String label,
      String how,
      ToDoubleFunction<TwoArmChange> estimate,
      ToDoubleFunction<TwoArmChange> variance) {
    this.abbreviation = abbreviation;
    this.label = label;
    this.how = how;
    this.estimate = estimate;
    this.variance = variance;
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
  public double estimate(TwoArmChange data) {
    return estimate.applyAsDouble(data);
  }

  @Override
  public double variance(TwoArmChange data) {
    return variance.applyAsDouble(data);
  }

  @Override
  public List<RawColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> conventions() {
    return List.of(
        "Changes are after minus before, differences arm 1 minus arm 2: above 0 the values rose"
            + " more (or fell less) in arm 1"
            + (how.isEmpty() ? "." : "; " + how + "."));
  }

  @Override
  public String undefined(TwoArmChange data) {
    boolean few = Math.min(data.first().n(), data.second().n()) == 2;
    return few && Double.isNaN(variance(data))
        ? "2 patients in an arm are too few for the bias correction: left out"
        : ChangeNotes.undefined(false, 0);
  }
}
