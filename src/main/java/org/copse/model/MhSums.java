package org.copse.model;

import java.util.List;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.TwoByTwo;

/**
 * The sums of the Mantel-Haenszel method for one measure: a numerator R, a denominator S, and the
 * variance's parts.
 *
 * <p>Sources: Mantel and Haenszel, J Natl Cancer Inst 1959;22:719-748; Robins, Breslow and
 * Greenland, Biometrics 1986;42:311-323 (odds ratio); Greenland and Robins 1985 (risk ratio, risk
 * difference); Sato et al. 1989.
 */
final class MhSums {

  private final BinaryMeasure measure;
  private final RiskDifferenceVariance variant;
  private final double[] weights;
  private double numerator;
  private double denominator;
  private double part1;
  private double part2;
  private double part3;

  MhSums(BinaryMeasure measure, RiskDifferenceVariance variant, List<TwoByTwo> tables) {
    this.measure = measure;
    this.variant = variant;
    this.weights = new double[tables.size()];
    for (int i = 0; i < weights.length; i++) {
      switch (measure) {
        case ODDS_RATIO -> addOddsRatio(i, tables.get(i));
        case RISK_RATIO -> addRiskRatio(i, tables.get(i));
        case RISK_DIFFERENCE -> addRiskDifference(i, tables.get(i));
        default -> throw CountMeasures.noMantelHaenszel(measure);
      }
    }
  }

  private void addOddsRatio(int i, TwoByTwo t) {
    double n = t.total();
    double r = t.events1() * t.nonEvents2() / n;
    double s = t.nonEvents1() * t.events2() / n;
    double p = (t.events1() + t.nonEvents2()) / n;
    double q = (t.nonEvents1() + t.events2()) / n;
    numerator += r;
    denominator += s;
    part1 += p * r;
    part2 += p * s + q * r;
    part3 += q * s;
    weights[i] = s;
  }

  private void addRiskRatio(int i, TwoByTwo t) {
    double n = t.total();
    numerator += t.events1() * t.total2() / n;
    denominator += t.events2() * t.total1() / n;
    part1 += (t.total1() * t.total2() * t.events() - t.events1() * t.events2() * n) / (n * n);
    weights[i] = t.events2() * t.total1() / n;
  }

  private void addRiskDifference(int i, TwoByTwo t) {
    double n = t.total();
    double n1 = t.total1();
    double n2 = t.total2();
    double a = t.events1();
    double c = t.events2();
    double weight = n1 * n2 / n;
    numerator += (a * n2 - c * n1) / n;
    denominator += weight;
    weights[i] = weight;
    if (variant == RiskDifferenceVariance.GREENLAND_ROBINS) {
      part1 +=
          (a * t.nonEvents1() * n2 / n1 * (n2 / n) + c * t.nonEvents2() * n1 / n2 * (n1 / n)) / n;
    } else {
      part1 += (n1 * n1 * c - n2 * n2 * a + n1 * n2 * (n2 - n1) / 2) / (n * n);
      part2 += (a * t.nonEvents2() + c * t.nonEvents1()) / (2 * n);
    }
  }

  /** Whether a ratio would be 0 or infinite. */
  boolean hasZeroSum() {
    return measure != BinaryMeasure.RISK_DIFFERENCE && (numerator == 0 || denominator == 0);
  }

  double estimate() {
    return measure == BinaryMeasure.RISK_DIFFERENCE
        ? numerator / denominator
        : Math.log(numerator / denominator);
  }

  double variance() {
    return switch (measure) {
      case ODDS_RATIO ->
          part1 / (2 * numerator * numerator)
              + part2 / (2 * numerator * denominator)
              + part3 / (2 * denominator * denominator);
      case RISK_RATIO -> part1 / (numerator * denominator);
      default -> riskDifferenceVariance();
    };
  }

  private double riskDifferenceVariance() {
    double squared = denominator * denominator;
    return variant == RiskDifferenceVariance.GREENLAND_ROBINS
        ? part1 / squared
        : (estimate() * part1 + part2) / squared;
  }

  double[] weights() {
    return weights;
  }
}
