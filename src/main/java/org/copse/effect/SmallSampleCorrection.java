package org.copse.effect;

/**
 * Correction of two-arm measures of means for their bias in small samples.
 *
 * <p>Standardised differences are multiplied by J(m), m the degrees of freedom of the standard
 * deviation (Hedges, J Educ Stat 1981;6:107-128). Log ratios have one correction each, a term of
 * the Taylor series that is added: ratio of means ½[s₁²/(n₁m₁²) − s₂²/(n₂m₂²)] (Lajeunesse, Ecology
 * 2015;96:2056-2063, equation 8), variability ratio ½[1/(n₁−1) − 1/(n₂−1)], coefficient of
 * variation ratio the second less the first (Senior et al., Res Synth Methods 2020;11:553-567,
 * equations 5 and 6). Mean differences, Cohen's d and probabilities of superiority have none.
 */
public enum SmallSampleCorrection {
  /**
   * What the measure goes with: of standardised differences the J that belongs to the {@link
   * SmdVariance}, exact in most; of log ratios their correction; none of odds ratios from d.
   */
  OF_MEASURE,
  /** J(m) = Γ(m/2) / [√(m/2) Γ((m−1)/2)]; of log ratios their correction. */
  EXACT,
  /** J(m) = 1 − 3/(4m − 1); of log ratios their correction. */
  APPROXIMATE,
  /** None: Cohen's d, plain log ratios. metafor: {@code correct = FALSE}. */
  NONE;

  /** The factor J of a standardised difference. */
  double factor(double m, SmdVariance variance) {
    return switch (this) {
      case OF_MEASURE -> variance.correction(m);
      case EXACT -> HedgesCorrection.exact(m);
      case APPROXIMATE -> HedgesCorrection.approximate(m);
      case NONE -> 1;
    };
  }

  /** 1 where a log ratio takes its correction. */
  double term() {
    return this == NONE ? 0 : 1;
  }
}
