package org.copse.model;

import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.copse.heterogeneity.Weights;
import org.copse.numeric.WeightedMean;

/**
 * Peto's common odds ratio for rare events and small effects.
 *
 * <p><b>Formula</b>: ln OR = Σ(O − E)/ΣV, SE = 1/√ΣV, with the hypergeometric V; Q = ΣVᵢ(yᵢ − ln
 * OR)². <b>Scale</b>: log. <b>Edge cases</b>: no correction of zero cells; studies without (or with
 * only) events have V = 0 and are left out. <b>Accuracy</b>: closed form, 1e-12. <b>Source</b>:
 * Yusuf et al., Prog Cardiovasc Dis 1985;27:335-371. metafor: {@code rma.peto}; R meta: {@code
 * metabin(method = "Peto")}.
 */
public final class Peto {

  private final double level;

  private Peto(double level) {
    this.level = Interval.requireLevel(level);
  }

  /**
   * The defaults: 95 % interval.
   *
   * @return the model
   */
  public static Peto withDefaults() {
    return new Peto(0.95);
  }

  /**
   * Fits with the defaults.
   *
   * @param effects two-arm counts as Peto odds ratios or odds ratios
   * @return the fit
   */
  public static PetoFit of(BinaryEffects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new model
   */
  public Peto level(double newLevel) {
    return new Peto(newLevel);
  }

  /**
   * Fits the model; odds ratios are taken as Peto's from their counts.
   *
   * @param effects two-arm counts as Peto odds ratios or odds ratios
   * @return the fit
   * @throws IllegalArgumentException for another measure, or when no study is informative
   */
  public PetoFit fit(BinaryEffects effects) {
    BinaryMeasure measure = effects.measure();
    if (measure != BinaryMeasure.PETO_ODDS_RATIO && measure != BinaryMeasure.ODDS_RATIO) {
      throw new IllegalArgumentException(
          "Cannot pool by Peto: measure must be PETO_ODDS_RATIO or ODDS_RATIO, was %s. Use effects.as(PETO_ODDS_RATIO)."
              .formatted(measure));
    }
    BinaryEffects peto = effects.as(BinaryMeasure.PETO_ODDS_RATIO);
    EstimableRows rows = EstimableRows.of(peto);
    double[] weights = Weights.inverse(rows.variances(), 0);
    double estimate = WeightedMean.of(rows.estimates(), weights);
    double standardError = Math.sqrt(1 / WeightedMean.sum(weights));
    PooledEffect pooled =
        new PooledEffect(
            rows.k(),
            estimate,
            Inference.symmetric(estimate, standardError, Double.POSITIVE_INFINITY, level),
            rows.inPlace(weights),
            () -> Heterogeneity.around(rows.estimates(), rows.variances(), estimate, QCentre.PETO),
            () -> RareEvents.notes(peto.notes(), RareEvents.peto(peto)));
    return new PetoFit(this, peto, pooled);
  }
}
