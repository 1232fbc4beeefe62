package org.copse.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.copse.effect.Effects;
import org.copse.model.Fit;
import org.copse.numeric.Quantiles;
import org.copse.numeric.Roots;

/**
 * p-curve: whether the significant p values of studies lean to the right, as they do where there is
 * an effect, or are flat, as where none is or the studies have little power.
 *
 * <p><b>Formula</b>: of the studies with a two-sided p &lt; 0.05 by z = yᵢ/SEᵢ. Right skew: pp =
 * p/0.05 (half curve: p/0.025 of those below 0.025), Stouffer's Z = Σ Φ⁻¹(pp)/√k. Flatness: the
 * same with pp = 1 − P(|Z′| &gt; |z|)/π, Z′ ~ N(δ, 1) with a power π of ⅓. Power: the π at which
 * that Z is 0, its 90 % interval where Z = ±1.645, within 5 % and 99 %. <b>Edge cases</b>: without
 * a significant study there is no test, and a note. <b>Accuracy</b>: 1e-8. Several p values of one
 * study must be independent; heterogeneity lifts the power estimate. <b>Source</b>: Simonsohn,
 * Nelson and Simmons, J Exp Psychol Gen 2014;143:534-547 and Perspect Psychol Sci 2014;9:666-681;
 * half curve: Simonsohn, Simmons and Nelson, J Exp Psychol Gen 2015;144:1146-1152.
 */
public final class PCurve {

  static final double ALPHA = 0.05;
  private static final double HALF = 0.025;
  private static final double LOW_POWER = 1.0 / 3;
  private static final double Z90 = Quantiles.normal(0.95);

  private PCurve() {}

  /**
   * The p-curve of a fit's studies.
   *
   * @param fit any fit; the studies' own effects are used, not the model
   * @return the tests
   * @throws IllegalArgumentException when the measure has no value of no effect
   */
  public static PCurveResult of(Fit fit) {
    Effects effects = Objects.requireNonNull(fit, "fit").effects();
    if (!effects.measure().hasNullValue()) {
      throw new IllegalArgumentException(
          "Cannot compute a p-curve: the measure must have a value of no effect, was %s. Use effects of a comparison."
              .formatted(effects.measure().label()));
    }
    List<PCurveStudy> studies = new ArrayList<>();
    int k = 0;
    for (int i : effects.estimable()) {
      k++;
      double z = Math.abs(effects.estimate(i) / effects.standardError(i));
      double p = Quantiles.twoSidedP(z, Double.POSITIVE_INFINITY);
      if (p < ALPHA) {
        studies.add(new PCurveStudy(effects.studies().label(i), z, p));
      }
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s of %s studies are significant (two-sided p < 0.05) and make the curve."
            .formatted(studies.size(), k));
    if (studies.isEmpty()) {
      notes.add("No test: no study is significant.");
    }
    Optional<PCurveTests> tests =
        studies.isEmpty() ? Optional.empty() : Optional.of(tests(studies));
    return new PCurveResult(effects.measure(), k, studies, tests, expected(), notes);
  }

  private static PCurveTests tests(List<PCurveStudy> studies) {
    List<PCurveStudy> half = studies.stream().filter(s -> s.p() < HALF).toList();
    double delta = shift(LOW_POWER);
    double shareHalf = beyond(critical(HALF), delta);
    int k = studies.size();
    BinomialDistribution even = BinomialDistribution.of(k, 0.5);
    BinomialDistribution low = BinomialDistribution.of(k, shareHalf / LOW_POWER);
    return new PCurveTests(
        skew(studies, ALPHA),
        skew(half, HALF),
        flat(studies, delta, LOW_POWER),
        flat(half, delta, shareHalf),
        half.size(),
        even.survivalProbability(half.size() - 1),
        low.cumulativeProbability(half.size()),
        power(studies, 0),
        power(studies, Z90),
        power(studies, -Z90));
  }

  private static double critical(double p) {
    return Quantiles.ofTwoSidedP(p, Double.POSITIVE_INFINITY);
  }

  /** P(|Z| &gt; z) of a normal variable about delta. */
  private static double beyond(double z, double delta) {
    double infinite = Double.POSITIVE_INFINITY;
    return Quantiles.upperTail(z - delta, infinite) + Quantiles.upperTail(z + delta, infinite);
  }

  /** The mean of z that gives a two-sided test at 0.05 some power. */
  private static double shift(double power) {
    double z = critical(ALPHA);
    return power <= ALPHA ? 0 : Roots.between(d -> beyond(z, d) - power, 0, 12);
  }

  /** Right skew; NaN without studies. */
  private static double skew(List<PCurveStudy> studies, double alpha) {
    double sum = 0;
    for (PCurveStudy s : studies) {
      sum += Quantiles.normal(Math.min(1, s.p() / alpha));
    }
    return sum / Math.sqrt(studies.size());
  }

  /** Z of the p values under a power; the upper tail keeps its digits for large z. */
  private static double flat(List<PCurveStudy> studies, double delta, double share) {
    double sum = 0;
    for (PCurveStudy s : studies) {
      sum -= Quantiles.normal(Math.min(1, beyond(s.z(), delta) / share));
    }
    return sum / Math.sqrt(studies.size());
  }

  private static double power(List<PCurveStudy> studies, double target) {
    double least = ALPHA + 1e-9;
    double most = 0.99;
    if (flat(studies, shift(least), least) < target) {
      return ALPHA;
    }
    if (flat(studies, shift(most), most) > target) {
      return most;
    }
    return Roots.between(p -> flat(studies, shift(p), p) - target, least, most);
  }

  /** Shares of p values in steps of 0.01 under a power of a third. */
  private static List<Double> expected() {
    double delta = shift(LOW_POWER);
    List<Double> shares = new ArrayList<>();
    double before = 0;
    for (int i = 1; i <= 5; i++) {
      double until = beyond(critical(i / 100.0), delta) / LOW_POWER;
      shares.add(until - before);
      before = until;
    }
    return shares;
  }
}
