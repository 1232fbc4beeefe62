package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.Interval;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.TwoRates;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;

/**
 * Mantel-Haenszel common effect of two-arm person-time counts: rate ratio or rate difference.
 *
 * <p><b>Formula</b>: with T = t₁ + t₂, IRR = Σ(x₁t₂/T)/Σ(x₂t₁/T), variance of its log Σ[t₁t₂(x₁ +
 * x₂)/T²]/[Σ(x₁t₂/T)Σ(x₂t₁/T)]; IRD = Σ[(x₁t₂ − x₂t₁)/T]/Σ(t₁t₂/T), variance Σ[(t₁t₂/T)²(x₁/t₁² +
 * x₂/t₂²)]/[Σ(t₁t₂/T)]². <b>Scale</b>: log for the ratio. <b>Edge cases</b>: studies without events
 * add nothing to a ratio and are left out, a difference keeps them; an arm without any event is
 * corrected by {@link MhCorrection} or an error; a difference of no events at all has variance 0
 * and is an error. <b>Q</b>: over the studies' own estimates. <b>Accuracy</b>: closed form, 1e-12.
 * <b>Source</b>: Greenland and Robins, Biometrics 1985;41:55-68; Rothman, Greenland and Lash
 * (2008), chapter 15. metafor: {@code rma.mh(measure = "IRR" | "IRD")}; R meta: {@code
 * metainc(method = "MH")}.
 */
public final class MantelHaenszelRates {

  private final MhCorrection correction;
  private final QCentre centre;
  private final double level;

  private MantelHaenszelRates(MhCorrection correction, QCentre centre, double level) {
    this.correction = correction;
    this.centre = centre;
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: correction only where a sum is zero, Q around the Mantel-Haenszel estimate, 95 %.
   *
   * @return the model
   */
  public static MantelHaenszelRates withDefaults() {
    return new MantelHaenszelRates(MhCorrection.IF_SUM_IS_ZERO, QCentre.MANTEL_HAENSZEL, 0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects person-time counts as IRR or IRD
   * @return the fit
   */
  public static MantelHaenszelRatesFit of(RateEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another rule for zero events inside the sums.
   *
   * @param rule the rule
   * @return a new model
   */
  public MantelHaenszelRates correction(MhCorrection rule) {
    return new MantelHaenszelRates(rule, centre, level);
  }

  /**
   * Another centre of Cochran's Q.
   *
   * @param newCentre inverse-variance or Mantel-Haenszel estimate
   * @return a new model
   * @throws IllegalArgumentException for the Peto estimate
   */
  public MantelHaenszelRates qCentre(QCentre newCentre) {
    if (newCentre == QCentre.PETO) {
      throw new IllegalArgumentException(
          "Cannot centre Q: centre must be INVERSE_VARIANCE or MANTEL_HAENSZEL, was PETO. Rates have no Peto estimate.");
    }
    return new MantelHaenszelRates(correction, newCentre, level);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public MantelHaenszelRates level(double newLevel) {
    return new MantelHaenszelRates(correction, centre, newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects person-time counts as IRR or IRD
   * @return the fit
   * @throws IllegalArgumentException when no study has an event, or a sum is zero without
   *     correction
   */
  public MantelHaenszelRatesFit fit(RateEffects effects) {
    if (!CountMeasures.hasMantelHaenszel(effects.measure())) {
      throw CountMeasures.noMantelHaenszel(effects.measure());
    }
    boolean ratio = effects.measure() == RateMeasure.INCIDENCE_RATE_RATIO;
    int[] rows =
        IntStream.range(0, effects.size())
            .filter(i -> !ratio || !effects.counts(i).isDoubleZero())
            .toArray();
    if (IntStream.of(rows).allMatch(i -> effects.counts(i).isDoubleZero())) {
      throw EstimableRows.none(effects);
    }
    List<String> notes = new ArrayList<>(effects.notes());
    MhRateSums sums = sums(effects, rows, ratio, notes);
    double[] weights = new double[effects.size()];
    for (int i = 0; i < rows.length; i++) {
      weights[rows[i]] = sums.weights()[i];
    }
    PooledEffect pooled =
        new PooledEffect(
            rows.length,
            sums.estimate(),
            Math.sqrt(sums.variance()),
            Double.POSITIVE_INFINITY,
            level,
            weights,
            heterogeneity(effects, sums.estimate()),
            notes);
    return new MantelHaenszelRatesFit(this, effects, pooled);
  }

  private MhRateSums sums(RateEffects effects, int[] rows, boolean ratio, List<String> notes) {
    List<TwoRates> rates = IntStream.of(rows).mapToObj(effects::counts).toList();
    MhRateSums plain = new MhRateSums(ratio, rates);
    boolean always = correction.isAlways() && ratio;
    if (!always && !plain.hasZeroSum()) {
      return plain;
    }
    if (correction == MhCorrection.NONE) {
      throw new IllegalArgumentException(
          "Cannot pool by Mantel-Haenszel: both sums must be greater than 0, was 0 (one arm has no events in any study). Use correction(MhCorrection.IF_SUM_IS_ZERO), ExactRateRatio or a rate difference.");
    }
    List<TwoRates> corrected = correction.rates(rates);
    if (!corrected.equals(rates)) {
      notes.add(
          "Inside the Mantel-Haenszel sums: %s%s."
              .formatted(correction.label(), always ? "" : ", because a sum was zero"));
    }
    return new MhRateSums(ratio, corrected);
  }

  private Heterogeneity heterogeneity(RateEffects effects, double estimate) {
    if (centre == QCentre.INVERSE_VARIANCE || effects.estimable().length == 0) {
      return EstimableRows.heterogeneity(effects);
    }
    EstimableRows own = EstimableRows.of(effects);
    return Heterogeneity.around(own.estimates(), own.variances(), estimate, centre);
  }

  MhCorrection correction() {
    return correction;
  }
}
