package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Rate;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;

/**
 * The counts that a mixed model takes: one likelihood a study that carries information, or two for
 * an unconditional model of two arms.
 */
final class GlmmData {

  private static final String BINOMIAL = "binomial-normal";

  private final List<CountLikelihood> first = new ArrayList<>();
  private final List<CountLikelihood> second = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();
  private final GlmmModel model;
  private final boolean twoArms;
  private final String family;
  private double counts;
  private boolean zero;

  private GlmmData(GlmmModel model, boolean twoArms, String family) {
    this.model = model;
    this.twoArms = twoArms;
    this.family = family;
  }

  static GlmmData of(Effects effects, GlmmModel model) {
    GlmmData data = read(effects, model);
    if (data.first.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot fit a GLMM: at least 1 study must have an event (and, of two arms, not only events), was 0 of %s. Add studies, or pool a risk difference."
              .formatted(effects.size()));
    }
    data.requireFinite();
    return data;
  }

  private static GlmmData read(Effects effects, GlmmModel model) {
    if (effects instanceof BinaryEffects binary) {
      require(binary.measure(), BinaryMeasure.ODDS_RATIO);
      return new GlmmData(model, true, BINOMIAL).binary(binary);
    }
    if (effects instanceof RateEffects rates) {
      require(rates.measure(), RateMeasure.INCIDENCE_RATE_RATIO);
      if (model == GlmmModel.CONDITIONAL_APPROXIMATE) {
        throw new IllegalArgumentException(
            "Cannot fit a GLMM: the model of rate ratios must not be CONDITIONAL_APPROXIMATE, was CONDITIONAL_APPROXIMATE. Use CONDITIONAL_EXACT, which is as quick here.");
      }
      return new GlmmData(model, true, "Poisson-normal").rates(rates);
    }
    if (effects instanceof ProportionEffects proportions) {
      require(proportions.measure(), ProportionMeasure.LOGIT_PROPORTION);
      return new GlmmData(model, false, BINOMIAL).proportions(proportions);
    }
    if (effects instanceof SingleRateEffects rates) {
      require(rates.measure(), SingleRateMeasure.LOG_RATE);
      return new GlmmData(model, false, "Poisson-normal").singleRates(rates);
    }
    throw new IllegalArgumentException(
        "Cannot fit a GLMM: effects must hold counts, was %s. Use RandomEffects."
            .formatted(effects.measure().name()));
  }

  private static void require(Enum<?> measure, Enum<?> needed) {
    if (measure != needed) {
      throw new IllegalArgumentException(
          "Cannot fit a GLMM: measure must be %s, was %s. Use effects.as(%s)."
              .formatted(needed, measure, needed));
    }
  }

  private GlmmData binary(BinaryEffects effects) {
    for (int i : rows(effects, i -> !effects.counts(i).isUninformative())) {
      TwoByTwo t = effects.counts(i);
      counts += t.total();
      zero |= t.hasZeroCell();
      switch (model) {
        case CONDITIONAL_EXACT -> first.add(new HypergeometricLikelihood(t));
        case CONDITIONAL_APPROXIMATE ->
            first.add(
                new BinomialLikelihood(
                    t.events1(), t.events(), Math.log(t.total1()) - Math.log(t.total2())));
        default -> {
          first.add(new BinomialLikelihood(t.events1(), t.total1(), 0));
          second.add(new BinomialLikelihood(t.events2(), t.total2(), 0));
          levels.add(Math.log(t.events2() + 0.5) - Math.log(t.nonEvents2() + 0.5));
        }
      }
    }
    return this;
  }

  private GlmmData rates(RateEffects effects) {
    for (int i : rows(effects, i -> !effects.counts(i).isDoubleZero())) {
      TwoRates r = effects.counts(i);
      counts += r.events();
      zero |= r.hasZero();
      if (model.isConditional()) {
        double offset = Math.log(r.time1()) - Math.log(r.time2());
        first.add(new BinomialLikelihood(r.events1(), r.events(), offset));
      } else {
        first.add(new PoissonLikelihood(r.events1(), r.time1()));
        second.add(new PoissonLikelihood(r.events2(), r.time2()));
        levels.add(Math.log(r.events2() + 0.5) - Math.log(r.time2()));
      }
    }
    return this;
  }

  private GlmmData proportions(ProportionEffects effects) {
    for (int i = 0; i < effects.size(); i++) {
      Proportion p = effects.proportion(i);
      counts += p.total();
      zero |= p.events() == 0 || p.events() == p.total();
      first.add(new BinomialLikelihood(p.events(), p.total(), 0));
    }
    return this;
  }

  private GlmmData singleRates(SingleRateEffects effects) {
    for (int i = 0; i < effects.size(); i++) {
      Rate r = effects.rate(i);
      counts += r.events();
      zero |= r.events() == 0;
      first.add(new PoissonLikelihood(r.events(), r.time()));
    }
    return this;
  }

  private static int[] rows(Effects effects, IntPredicate informative) {
    return IntStream.range(0, effects.size()).filter(informative).toArray();
  }

  /** Without a study inside its range, or studies at both ends, the likelihood has no maximum. */
  private void requireFinite() {
    boolean apart =
        second.isEmpty() || model == GlmmModel.FIXED_STUDY_EFFECTS
            ? oneEnd(effectModes())
            : oneEnd(modes(first)) || oneEnd(modes(second));
    if (apart) {
      throw new IllegalArgumentException(
          "Cannot fit a GLMM: the largest likelihood must lie at a finite effect, was infinite (every study has its count at the same end of its range, such as no event in %s). %s"
              .formatted(twoArms ? "one arm" : "any group", wayOut()));
    }
  }

  private String wayOut() {
    if (twoArms) {
      return "Use Peto, a penalised model or a risk difference.";
    }
    String exact = "the exact interval of each group, effects.displayedInterval(study, level)";
    return family.equals(BINOMIAL)
        ? "Use BetaBinomial.ofProportions of raw proportions, or " + exact + "."
        : "Use " + exact + ".";
  }

  private double[] effectModes() {
    double[] modes = modes(first);
    for (int i = 0; i < second.size(); i++) {
      modes[i] -= second.get(i).mode();
    }
    return modes;
  }

  private static double[] modes(List<CountLikelihood> likelihoods) {
    return likelihoods.stream().mapToDouble(CountLikelihood::mode).toArray();
  }

  private static boolean oneEnd(double[] modes) {
    boolean low = true;
    boolean high = true;
    for (double mode : modes) {
      low &= mode == Double.NEGATIVE_INFINITY;
      high &= mode == Double.POSITIVE_INFINITY;
    }
    return low || high;
  }

  int k() {
    return first.size();
  }

  /** Conditional likelihoods or single groups; of an unconditional model, the first arms. */
  List<CountLikelihood> first() {
    return first;
  }

  /** The second arms of an unconditional model, else empty. */
  List<CountLikelihood> second() {
    return second;
  }

  double level(int study) {
    return levels.get(study);
  }

  double meanLevel() {
    return levels.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** A first guess of the mean effect. */
  double start() {
    return java.util.Arrays.stream(second.isEmpty() ? modes(first) : effectModes())
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  double constant() {
    double sum = 0;
    for (CountLikelihood likelihood : first) {
      sum += likelihood.constant();
    }
    for (CountLikelihood likelihood : second) {
      sum += likelihood.constant();
    }
    return sum;
  }

  double counts() {
    return counts;
  }

  boolean hasZero() {
    return zero;
  }

  boolean isTwoArm() {
    return twoArms;
  }

  String family() {
    return family;
  }

  GlmmModel model() {
    return model;
  }
}
