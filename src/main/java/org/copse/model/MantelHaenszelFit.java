package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.TwoByTwo;

/** A common effect of two-arm counts pooled by Mantel-Haenszel. */
public final class MantelHaenszelFit extends Fit {

  private final MantelHaenszel model;
  private final BinaryEffects effects;

  MantelHaenszelFit(MantelHaenszel model, BinaryEffects effects, PooledEffect pooled) {
    super(pooled);
    this.model = model;
    this.effects = effects;
  }

  @Override
  public BinaryEffects effects() {
    return effects;
  }

  @Override
  public MantelHaenszelFit refit(int... rows) {
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
    methods.add("Wald interval (normal), " + varianceName() + " variance.");
    methods.add("Q around the " + heterogeneity().centre().label() + ".");
    if (model.correction() == MhCorrection.NONE) {
      methods.add("No continuity correction in the sums.");
    } else if (model.correction() == MhCorrection.TREATMENT_ARM) {
      methods.add("Treatment-arm continuity correction.");
    }
    return methods;
  }

  /**
   * Cochran-Mantel-Haenszel test of no association, from the uncorrected counts whatever the
   * measure: [Σ(Oᵢ − Eᵢ)]²/ΣVᵢ with hypergeometric Vᵢ. metafor: {@code rma.mh(correct = FALSE)}; R:
   * {@code mantelhaen.test(correct = FALSE)}.
   *
   * @return χ² on 1 degree of freedom; empty where no study is informative
   */
  public Optional<ChiSquaredTest> cochranMantelHaenszel() {
    return StratifiedTests.cochranMantelHaenszel(tables(), false);
  }

  /**
   * The same test with continuity correction: (|Σ(Oᵢ − Eᵢ)| − ½)²/ΣVᵢ. metafor prints this one by
   * default.
   *
   * @return χ² on 1 degree of freedom; empty where no study is informative
   */
  public Optional<ChiSquaredTest> cochranMantelHaenszelCorrected() {
    return StratifiedTests.cochranMantelHaenszel(tables(), true);
  }

  /**
   * Breslow-Day test that the odds ratio is common, at the pooled odds ratio, from the uncorrected
   * counts. Breslow and Day, Statistical Methods in Cancer Research I (1980), equation 4.30.
   *
   * @return χ² on (informative studies − 1) degrees of freedom; empty for other measures, fewer
   *     than two informative studies or an odds ratio of 0 or ∞
   */
  public Optional<ChiSquaredTest> breslowDay() {
    return homogeneity(false);
  }

  /**
   * Tarone's test that the odds ratio is common: the Breslow-Day statistic less what the pooled
   * odds ratio's not being the likelihood's own maximum adds to it. Tarone, Biometrika
   * 1985;72:91-95. metafor: {@code rma.mh}.
   *
   * @return χ² on (informative studies − 1) degrees of freedom; empty for other measures, fewer
   *     than two informative studies or an odds ratio of 0 or ∞
   */
  public Optional<ChiSquaredTest> tarone() {
    return homogeneity(true);
  }

  /**
   * Rule for zero cells inside the sums.
   *
   * @return the rule
   */
  public MhCorrection correction() {
    return model.correction();
  }

  /**
   * Formula of the variance of a risk difference.
   *
   * @return the formula; of no meaning for ratios
   */
  public RiskDifferenceVariance riskDifferenceVariance() {
    return model.riskDifferenceVariance();
  }

  private Optional<ChiSquaredTest> homogeneity(boolean tarone) {
    return effects.measure() == BinaryMeasure.ODDS_RATIO
        ? StratifiedTests.homogeneity(tables(), estimate(), tarone)
        : Optional.empty();
  }

  private List<TwoByTwo> tables() {
    return IntStream.range(0, effects.size()).mapToObj(effects::counts).toList();
  }

  private String varianceName() {
    if (effects.measure() == BinaryMeasure.ODDS_RATIO) {
      return "Robins-Breslow-Greenland";
    }
    return effects.measure() == BinaryMeasure.RISK_DIFFERENCE
        ? model.riskDifferenceVariance().label()
        : RiskDifferenceVariance.GREENLAND_ROBINS.label();
  }
}
