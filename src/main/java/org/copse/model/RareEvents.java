package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.ProportionEffects;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.effect.ZeroCells;

/**
 * Notes on fits to rare events for which another method is the better choice, with the reason.
 *
 * <p><b>Sources</b>: Bradburn et al., Stat Med 2007;26:53-77 (inverse-variance pooling with 0.5
 * added is the most biased at risks of 5 % and below; Peto the least biased below 1 %, with
 * balanced arms and no large effect; risk differences conservative and weak below 1 %); Cochrane
 * Handbook, section 10.4.4; Greenland and Salvan, Stat Med 1990;9:247-252 (Peto with unbalanced
 * arms); Efthimiou, Evid Based Ment Health 2018;21:72-76 (double-zero studies). Where the sources
 * give no number the limit is ours: the risk is that of the median study, which has few events
 * below 5 in its rarer arm; arms are unbalanced beyond 2 to 1; an effect is large beyond an odds
 * ratio of 5 or 1/5, with unbalanced arms beyond 2 or 1/2.
 */
final class RareEvents {

  private static final double RARE = 0.05;
  private static final double HALF = 0.5;
  private static final double VERY_RARE = 0.01;
  private static final double FEW = 5;
  private static final double UNBALANCED = 2;
  private static final double LARGE = Math.log(5);
  private static final double LARGE_IF_UNBALANCED = Math.log(2);

  private RareEvents() {}

  /** The notes with the advice behind them. */
  static List<String> notes(List<String> notes, List<String> advice) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(advice);
    return all;
  }

  /** Advice on pooling by inverse variance, under a common effect or random effects. */
  static List<String> inverseVariance(Effects effects) {
    if (effects instanceof BinaryEffects binary) {
      return binary(binary);
    }
    if (effects instanceof RateEffects rates) {
      return rates(rates);
    }
    return effects instanceof ProportionEffects proportions ? proportions(proportions) : List.of();
  }

  private static List<String> binary(BinaryEffects effects) {
    return switch (effects.measure()) {
      case RISK_DIFFERENCE -> difference(new Counts(effects));
      case RISK_RATIO, ODDS_RATIO, PETO_ODDS_RATIO ->
          ratio(effects.measure(), effects.zeroCells(), new Counts(effects));
      // take zero cells, and no method on the counts pools them
      case ARCSINE_DIFFERENCE, PHI_COEFFICIENT, PHI_COEFFICIENT_FIXED_ARMS -> List.of();
      case FISHER_Z_PHI, FISHER_Z_PHI_FIXED_ARMS -> List.of();
      default -> correctedOnly(effects);
    };
  }

  /** Measures of zero-cell tables that only a correction makes finite. */
  private static List<String> correctedOnly(BinaryEffects effects) {
    Counts counts = new Counts(effects);
    return counts.zeroCells > 0 && counts.rarerRisk() < RARE
        ? List.of(
            "Rare events, %s with a zero cell: inverse-variance pooling %s and is biased. Odds ratios (effects.as(ODDS_RATIO)) by MantelHaenszel, ExactOddsRatio or Glmm take the counts as they are (Bradburn 2007; Cochrane Handbook 10.4.4)."
                .formatted(studies(counts.zeroCells), rests(effects.zeroCells())))
        : List.of();
  }

  /** What inverse-variance pooling makes of studies with zeros under a rule. */
  private static String rests(ZeroCells rule) {
    if (rule.to() == ZeroCells.To.NO_STUDY || rule.increment() == 0) {
      return "leaves such studies out";
    }
    return rule.increment() == HALF && rule.split() == ZeroCells.Split.EQUAL
        ? "rests on the 0.5 added"
        : "rests on the correction";
  }

  private static List<String> ratio(BinaryMeasure measure, ZeroCells rule, Counts counts) {
    List<String> notes = new ArrayList<>();
    boolean peto = measure == BinaryMeasure.PETO_ODDS_RATIO;
    boolean odds = measure == BinaryMeasure.ODDS_RATIO;
    String better = odds ? "MantelHaenszel, ExactOddsRatio or Glmm" : "MantelHaenszel";
    if (!peto && counts.zeroCells > 0 && counts.rarerRisk() < RARE) {
      notes.add(
          "Rare events, %s with a zero cell: inverse-variance pooling %s and is biased. %s on the counts as they are is the better choice (Bradburn 2007; Cochrane Handbook 10.4.4)."
              .formatted(studies(counts.zeroCells), rests(rule), better));
    } else if (!peto && counts.risk() < VERY_RARE && counts.fewEvents() < FEW) {
      boolean usable = !counts.isUnbalanced() && Math.abs(counts.logOddsRatio()) < LARGE;
      notes.add(
          "Rare events (%s of patients in the median study): inverse-variance pooling of ratios is biased. %s is the better choice (Bradburn 2007; Cochrane Handbook 10.4.4)."
              .formatted(percent(counts.risk()), usable ? "Peto or " + better : better));
    }
    addDoubleZero(notes, counts, odds || measure == BinaryMeasure.RISK_RATIO);
    return notes;
  }

  private static void addDoubleZero(List<String> notes, Counts counts, boolean asIs) {
    if (counts.doubleZero > 0) {
      notes.add(
          "%s without events in both arms cannot enter a pooled ratio of study estimates. BetaBinomial%s and a risk difference use such studies (Kuss 2015; Efthimiou 2018)."
              .formatted(capital(studies(counts.doubleZero)), asIs ? "" : " of odds ratios"));
    }
  }

  /** Advice on a pooled risk difference, by whatever weights. */
  static List<String> difference(BinaryEffects effects) {
    return effects.measure() == BinaryMeasure.RISK_DIFFERENCE
        ? difference(new Counts(effects))
        : List.of();
  }

  private static List<String> difference(Counts counts) {
    return counts.risk() < VERY_RARE && counts.fewEvents() < FEW
        ? List.of(
            "Rare events (%s of patients in the median study): intervals of a pooled risk difference are too wide and its test is weak. Test and report an odds ratio too, by MantelHaenszel, ExactOddsRatio or Peto (Bradburn 2007; Cochrane Handbook 10.4.4)."
                .formatted(percent(counts.risk())))
        : List.of();
  }

  /** Advice on Peto's method. */
  static List<String> peto(BinaryEffects effects) {
    List<String> notes = new ArrayList<>();
    Counts counts = new Counts(effects);
    double effect = Math.abs(counts.logOddsRatio());
    String ratio = ratio(Math.exp(counts.logOddsRatio()));
    if (effect > LARGE) {
      notes.add(
          "Peto's method is biased towards no effect for large effects (Mantel-Haenszel odds ratio %s). MantelHaenszel or ExactOddsRatio is the better choice (Bradburn 2007)."
              .formatted(ratio));
    } else if (counts.isUnbalanced() && effect > LARGE_IF_UNBALANCED) {
      notes.add(
          "Peto's method is biased with unbalanced arms (beyond 2 to 1) unless the effect is small (Mantel-Haenszel odds ratio %s). MantelHaenszel or ExactOddsRatio is the better choice (Greenland and Salvan 1990; Cochrane Handbook 10.4.4)."
              .formatted(ratio));
    }
    addDoubleZero(notes, counts, false);
    return notes;
  }

  private static List<String> rates(RateEffects rates) {
    int zero = 0;
    for (int i = 0; i < rates.size(); i++) {
      zero += rates.counts(i).hasZero() && !rates.counts(i).isDoubleZero() ? 1 : 0;
    }
    return zero > 0 && rates.measure() == RateMeasure.INCIDENCE_RATE_RATIO
        ? List.of(
            "%s without events in one arm: inverse-variance pooling %s and is biased. MantelHaenszelRates, ExactRateRatio or Glmm on the counts as they are is the better choice (Bradburn 2007; Cochrane Handbook 10.4.4)."
                .formatted(capital(studies(zero)), rests(rates.zeroCells())))
        : List.of();
  }

  private static List<String> proportions(ProportionEffects effects) {
    double events = 0;
    double total = 0;
    int zero = 0;
    for (int i = 0; i < effects.size(); i++) {
      events += effects.proportion(i).events();
      total += effects.proportion(i).total();
      zero += effects.proportion(i).events() == 0 ? 1 : 0;
    }
    boolean corrected = !effects.measure().takesZeroCells();
    return corrected && zero > 0 && events < RARE * total
        ? List.of(
            "Rare events, %s without any: inverse-variance pooling %s and is biased. Glmm or BetaBinomial on the counts as they are is the better choice (Stijnen, Hamza and Ozdemir 2010)."
                .formatted(studies(zero), rests(effects.zeroCells())))
        : List.of();
  }

  private static String studies(int count) {
    return count == 1 ? "1 study" : count + " studies";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String ratio(double value) {
    if (value == 0 || Double.isInfinite(value)) {
      return value == 0 ? "0" : "∞";
    }
    return String.format(Locale.ROOT, "%.2g", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2g", 100 * share) + " %";
  }

  /** Sums over two-by-two tables. */
  private static final class Counts {

    private double events1;
    private double total1;
    private double events2;
    private double total2;
    private double favourable;
    private double adverse;
    private int zeroCells;
    private int doubleZero;
    private final double[] risks;
    private final double[] fewer;

    private Counts(BinaryEffects effects) {
      risks = new double[effects.size()];
      fewer = new double[effects.size()];
      for (int i = 0; i < effects.size(); i++) {
        TwoByTwo t = effects.counts(i);
        events1 += t.events1();
        total1 += t.total1();
        events2 += t.events2();
        total2 += t.total2();
        favourable += t.events1() * t.nonEvents2() / t.total();
        adverse += t.nonEvents1() * t.events2() / t.total();
        zeroCells += t.hasZeroCell() && !t.isUninformative() ? 1 : 0;
        doubleZero += t.events() == 0 ? 1 : 0;
        risks[i] = t.events() / t.total();
        fewer[i] = Math.min(t.events1(), t.events2());
      }
    }

    /** Risk in the median study: large studies of low risk alone do not make events rare. */
    double risk() {
      return median(risks);
    }

    /** Events of the rarer arm in the median study. */
    double fewEvents() {
      return median(fewer);
    }

    private static double median(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Risk of the arm with fewer events. */
    double rarerRisk() {
      return Math.min(events1 / total1, events2 / total2);
    }

    boolean isUnbalanced() {
      return Math.max(total1, total2) > UNBALANCED * Math.min(total1, total2);
    }

    /** Mantel-Haenszel; infinite without events in an arm. */
    double logOddsRatio() {
      return Math.log(favourable / adverse);
    }
  }
}
