package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.CommonEffectFit;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.numeric.LongRun;
import org.copse.numeric.WeightedMean;

/**
 * How much each study carries a pooled effect: the fit without it, and the diagnostics of linear
 * models that follow.
 *
 * <p><b>Formula</b>, with μ, τ² of all studies, μ₋ᵢ, τ²₋ᵢ without study i, wᵢ = 1/(vᵢ + τ²) and V =
 * 1/Σw: studentised residual (yᵢ − μ₋ᵢ)/√(vᵢ + τ²₋ᵢ + V₋ᵢ); hat hᵢ = wᵢ/Σw; DFFITS (μ −
 * μ₋ᵢ)/√(hᵢ(vᵢ + τ²₋ᵢ)); Cook's distance (μ − μ₋ᵢ)²/V; covariance ratio V₋ᵢ/V; DFBETAS (μ −
 * μ₋ᵢ)/√(1/Σ 1/(vⱼ + τ²₋ᵢ)); Q and τ² without the study. A study is called influential where
 * |DFFITS| &gt; 3/√(k − 1), P(χ²(1) ≤ Cook's distance) &gt; ½, hᵢ &gt; 3/k or |DFBETAS| &gt; 1.
 * Baujat's coordinates: (yᵢ − μ)²/(vᵢ + τ²), which add up to Q for a common effect, against (μ −
 * μ₋ᵢ)²/V₋ᵢ. <b>Scale</b>: analysis scale; the standard errors are the model's (Wald's), whatever
 * the interval of the fit. <b>Edge cases</b>: at least 3 studies. <b>Accuracy</b>: that of the
 * model. <b>Source</b>: Viechtbauer and Cheung, Res Synth Methods 2010;1:112-125; Baujat et al.,
 * Stat Med 2002;21:2641-2652. metafor: {@code influence}, {@code baujat}.
 */
public final class Influence {

  private Influence() {}

  /**
   * Diagnostics of each pooled study.
   *
   * @param fit a common-effect or random-effects fit
   * @return one row a study, in order
   * @throws IllegalArgumentException for fewer than 3 studies, for other models and for weights of
   *     the user's own
   */
  public static InfluenceAnalysis of(Fit fit) {
    boolean usual =
        fit instanceof CommonEffectFit
            || fit instanceof RandomEffectsFit r && r.hasInverseVarianceWeights();
    if (!usual || fit.k() < 3) {
      throw new IllegalArgumentException(
          "Cannot compute influence: the fit must be a common effect or random effects by inverse variance, of at least 3 studies, was %s of %s. Use CommonEffect or RandomEffects, or LeaveOneOut."
              .formatted(fit.model(), fit.k()));
    }
    Effects effects = fit.effects();
    int[] rows = effects.estimable();
    double[] y = Arrays.stream(rows).mapToDouble(effects::estimate).toArray();
    double[] v = Arrays.stream(rows).mapToDouble(effects::variance).toArray();
    Mean full = Mean.of(y, v, tau2(fit));
    List<StudyInfluence> studies = new ArrayList<>();
    LongRun.each(
        "fits",
        rows.length,
        false,
        i -> {
          int row = rows[i];
          Fit without = fit.refit(IntStream.of(rows).filter(j -> j != row).toArray());
          studies.add(study(effects.studies().label(row), row, i, y, v, full, without));
        });
    return new InfluenceAnalysis(fit, studies);
  }

  private static double tau2(Fit fit) {
    return fit instanceof RandomEffectsFit random ? random.tau2() : 0;
  }

  private record Mean(double estimate, double variance, double tau2) {
    static Mean of(double[] y, double[] v, double tau2) {
      double[] w = Arrays.stream(v).map(x -> 1 / (x + tau2)).toArray();
      return new Mean(WeightedMean.of(y, w), 1 / WeightedMean.sum(w), tau2);
    }
  }

  private static StudyInfluence study(
      String label, int row, int i, double[] y, double[] v, Mean full, Fit without) {
    int k = y.length;
    double tau2 = tau2(without);
    Mean rest = Mean.of(dropped(y, i), dropped(v, i), tau2);
    double shift = full.estimate() - rest.estimate();
    double hat = full.variance() / (v[i] + full.tau2());
    double dffits = shift / Math.sqrt(hat * (v[i] + tau2));
    double cook = shift * shift / full.variance();
    double dfbetas = shift / Math.sqrt(Mean.of(y, v, tau2).variance());
    double residual = y[i] - rest.estimate();
    boolean influential =
        Math.abs(dffits) > 3 / Math.sqrt(k - 1.0)
            || ChiSquaredDistribution.of(1).survivalProbability(cook) < 0.5
            || hat > 3.0 / k
            || Math.abs(dfbetas) > 1;
    Heterogeneity q = without.heterogeneity();
    double own = y[i] - full.estimate();
    return new StudyInfluence(
        label,
        row,
        residual / Math.sqrt(v[i] + tau2 + rest.variance()),
        dffits,
        cook,
        rest.variance() / full.variance(),
        tau2,
        q.q(),
        hat,
        100 * hat,
        dfbetas,
        own * own / (v[i] + full.tau2()),
        shift * shift / rest.variance(),
        without,
        influential);
  }

  private static double[] dropped(double[] values, int i) {
    return IntStream.range(0, values.length)
        .filter(j -> j != i)
        .mapToDouble(j -> values[j])
        .toArray();
  }
}
