package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;

/**
 * Mantel-Haenszel common effect of two-arm counts: risk ratio, odds ratio or risk difference.
 *
 * <p><b>Formula</b>: OR = Σ(ad/N)/Σ(bc/N), RR = Σ(an₂/N)/Σ(cn₁/N), RD = Σ[(an₂ − cn₁)/N]/Σ(n₁n₂/N);
 * variances by Robins-Breslow-Greenland, Greenland-Robins, and for RD a choice. <b>Scale</b>: log
 * for ratios. <b>Edge cases</b>: zero cells need no correction unless a whole sum is zero ({@link
 * MhCorrection}); studies without (or with only) events add nothing to a ratio and are left out, a
 * risk difference keeps them. <b>Q</b>: over the studies' own estimates, around the centre that the
 * setting names. <b>Accuracy</b>: closed form, 1e-12. metafor: {@code rma.mh}; R meta: {@code
 * metabin(method = "MH")}.
 */
public final class MantelHaenszel {

  private final MhCorrection correction;
  private final QCentre centre;
  private final RiskDifferenceVariance variance;
  private final double level;

  private MantelHaenszel(
      MhCorrection correction, QCentre centre, RiskDifferenceVariance variance, double level) {
    this.correction = correction;
    this.centre = centre;
    this.variance = variance;
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: {@link Preset#COCHRANE} at 95 %.
   *
   * @return the model
   */
  public static MantelHaenszel withDefaults() {
    return preset(Preset.COCHRANE);
  }

  /**
   * What a program does by default.
   *
   * @param program the program
   * @return the model
   */
  public static MantelHaenszel preset(Preset program) {
    return new MantelHaenszel(
        program.correction(), program.centre(), program.riskDifferenceVariance(), 0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects two-arm counts as RR, OR or RD
   * @return the fit
   */
  public static MantelHaenszelFit of(BinaryEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another rule for zero cells inside the sums.
   *
   * @param rule the rule
   * @return a new model
   */
  public MantelHaenszel correction(MhCorrection rule) {
    return new MantelHaenszel(rule, centre, variance, level);
  }

  /**
   * Another centre of Cochran's Q.
   *
   * @param newCentre inverse-variance or Mantel-Haenszel estimate
   * @return a new model
   * @throws IllegalArgumentException for the Peto estimate
   */
  public MantelHaenszel qCentre(QCentre newCentre) {
    if (newCentre == QCentre.PETO) {
      throw new IllegalArgumentException(
          "Cannot centre Q: centre must be INVERSE_VARIANCE or MANTEL_HAENSZEL, was PETO. Use Peto.of(effects) for that.");
    }
    return new MantelHaenszel(correction, newCentre, variance, level);
  }

  /**
   * Another variance of the risk difference.
   *
   * @param formula the formula
   * @return a new model
   */
  public MantelHaenszel riskDifferenceVariance(RiskDifferenceVariance formula) {
    return new MantelHaenszel(correction, centre, formula, level);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public MantelHaenszel level(double newLevel) {
    return new MantelHaenszel(correction, centre, variance, newLevel);
  }

  /**
   * Fits the model.
   *
   * @param effects two-arm counts as RR, OR or RD
   * @return the fit
   * @throws IllegalArgumentException when no study is informative, a sum is zero without
   *     correction, or the measure is the Peto odds ratio
   */
  public MantelHaenszelFit fit(BinaryEffects effects) {
    int[] rows = informative(effects);
    if (rows.length == 0) {
      EstimableRows.of(effects);
    }
    List<String> notes = new ArrayList<>(effects.notes());
    MhSums sums = sums(effects, rows, notes);
    notes.addAll(RareEvents.difference(effects));
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
    return new MantelHaenszelFit(this, effects, pooled);
  }

  /**
   * Rows that add to the sums: by the counts, whether or not the study's own estimate is finite.
   */
  private static int[] informative(BinaryEffects effects) {
    if (!CountMeasures.hasMantelHaenszel(effects.measure())) {
      throw CountMeasures.noMantelHaenszel(effects.measure());
    }
    boolean all = effects.measure() == BinaryMeasure.RISK_DIFFERENCE;
    return IntStream.range(0, effects.size())
        .filter(i -> all || !effects.counts(i).isUninformative())
        .toArray();
  }

  private MhSums sums(BinaryEffects effects, int[] rows, List<String> notes) {
    List<TwoByTwo> tables = IntStream.of(rows).mapToObj(effects::counts).toList();
    boolean ratio = effects.measure() != BinaryMeasure.RISK_DIFFERENCE;
    MhSums plain = new MhSums(effects.measure(), variance, tables);
    boolean always = correction.isAlways() && ratio;
    if (!always && !plain.hasZeroSum()) {
      return plain;
    }
    if (correction == MhCorrection.NONE) {
      throw new IllegalArgumentException(
          "Cannot pool by Mantel-Haenszel: both sums must be greater than 0, was 0 (one arm has no events in any study). Use correction(MhCorrection.IF_SUM_IS_ZERO), Peto or a risk difference.");
    }
    List<TwoByTwo> corrected = correction.tables(tables);
    if (!corrected.equals(tables)) {
      notes.add(addedNote(always));
    }
    return new MhSums(effects.measure(), variance, corrected);
  }

  private String addedNote(boolean always) {
    if (correction == MhCorrection.STUDIES_WITH_ZERO) {
      return "0.5 added to zero-cell studies inside the Mantel-Haenszel sums too (as Review Manager 5 and R meta).";
    }
    return always
        ? "Inside the Mantel-Haenszel sums: " + correction.label() + "."
        : "0.5 added to zero-cell studies inside the Mantel-Haenszel sums, because a sum was zero.";
  }

  private Heterogeneity heterogeneity(BinaryEffects effects, double estimate) {
    if (effects.estimable().length == 0) {
      return new Heterogeneity(0, 0, 1, centre);
    }
    EstimableRows own = EstimableRows.of(effects);
    return centre == QCentre.INVERSE_VARIANCE
        ? Heterogeneity.of(own.estimates(), own.variances())
        : Heterogeneity.around(own.estimates(), own.variances(), estimate, centre);
  }

  MhCorrection correction() {
    return correction;
  }

  RiskDifferenceVariance riskDifferenceVariance() {
    return variance;
  }
}
