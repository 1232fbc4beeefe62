package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.RateEffects;
import org.copse.effect.RateMeasure;
import org.copse.effect.TwoRates;

/** A common effect of person-time counts pooled by Mantel-Haenszel. */
public final class MantelHaenszelRatesFit extends Fit {

  private final MantelHaenszelRates model;
  private final RateEffects effects;

  MantelHaenszelRatesFit(MantelHaenszelRates model, RateEffects effects, PooledEffect pooled) {
    super(pooled);
    this.model = model;
    this.effects = effects;
  }

  @Override
  public RateEffects effects() {
    return effects;
  }

  @Override
  public MantelHaenszelRatesFit refit(int... rows) {
    return model.fit(effects.subset(rows));
  }

  @Override
  public String model() {
    return "Common effect (Mantel-Haenszel)";
  }

  @Override
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    methods.add("Mantel-Haenszel weights, common effect.");
    methods.add("Wald interval (normal), Greenland-Robins variance.");
    methods.add("Q around the " + heterogeneity().centre().label() + ".");
    if (model.correction() == MhCorrection.NONE
        && effects.measure() == RateMeasure.INCIDENCE_RATE_RATIO) {
      methods.add("No continuity correction in the sums.");
    }
    return methods;
  }

  /**
   * Mantel-Haenszel test of no association from the uncorrected counts: [Σ(x₁ − E)]²/Σ[(x₁ +
   * x₂)t₁t₂/ T²]. metafor: {@code rma.mh(measure = "IRR", correct = FALSE)}.
   *
   * @return χ² on 1 degree of freedom; empty where no study has an event
   */
  public Optional<ChiSquaredTest> mantelHaenszelTest() {
    return test(false);
  }

  /**
   * The same test with continuity correction: (|Σ(x₁ − E)| − ½)² over the same variance. metafor
   * prints this one by default.
   *
   * @return χ² on 1 degree of freedom; empty where no study has an event
   */
  public Optional<ChiSquaredTest> mantelHaenszelTestCorrected() {
    return test(true);
  }

  private Optional<ChiSquaredTest> test(boolean corrected) {
    double deviation = 0;
    double variance = 0;
    for (int i = 0; i < effects.size(); i++) {
      TwoRates r = effects.counts(i);
      double share1 = r.time1() / r.time();
      double share2 = r.time2() / r.time();
      deviation += r.events1() * share2 - r.events2() * share1;
      variance += r.events() * share1 * share2;
    }
    return StratifiedTests.chiSquared(deviation, variance, corrected);
  }
}
