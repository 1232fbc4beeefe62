package org.copse.bias;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.copse.effect.Effects;
import org.copse.model.Fit;

/**
 * Begg and Mazumdar's test: the rank correlation of the studies' standardised effects with their
 * variances, 0 where small studies show the same effect as large ones.
 *
 * <p><b>Formula</b>: uᵢ = (yᵢ − θ)/√(vᵢ − 1/Σwⱼ), wᵢ = 1/vᵢ, θ = Σwᵢyᵢ/Σwᵢ; Kendall's S of the
 * pairs (uᵢ, vᵢ), τ_b, z = S/√Var(S) with Kendall's variance for ties and no continuity correction;
 * and, without ties and for at most 100 studies, the exact p value. <b>Fewest studies</b>: 10;
 * below that nothing is computed but a note, unless {@link #evenIfFew()} asks for it. <b>Power</b>
 * is low below 25 studies. <b>Edge cases</b>: no result for fewer than 3 studies and where all
 * effects or all variances are tied. <b>Accuracy</b>: 1e-12 relative against R. <b>Source</b>: Begg
 * and Mazumdar, Biometrics 1994;50:1088-1101; Kendall, Rank Correlation Methods, 4th ed. 1970. R
 * meta: {@code metabias(method.bias = "Begg")} (normal); metafor: {@code ranktest} (exact).
 */
public final class BeggTest {

  private static final String NAME = "Begg's test";

  private final boolean evenIfFew;

  private BeggTest(boolean evenIfFew) {
    this.evenIfFew = evenIfFew;
  }

  /**
   * The test on the studies of a fit.
   *
   * @param fit any fit; the studies' own effects are used, not the model
   * @return the result, without numbers for fewer than 10 studies
   */
  public static BeggResult of(Fit fit) {
    return new BeggTest(false).test(fit);
  }

  /**
   * The test whatever the number of studies; the result says so.
   *
   * @return a configuration, to be run with {@code test(fit)}
   */
  public static BeggTest evenIfFew() {
    return new BeggTest(true);
  }

  /**
   * Runs the test.
   *
   * @param fit any fit
   * @return the result
   */
  public BeggResult test(Fit fit) {
    Effects effects = Objects.requireNonNull(fit, "fit").effects();
    int k = effects.estimable().length;
    if (FunnelRules.tooFew(k, evenIfFew)) {
      return new BeggResult(k, Optional.empty(), FunnelRules.notes(effects, NAME, false));
    }
    List<String> notes = new ArrayList<>(FunnelRules.notes(effects, NAME, true));
    Optional<RankCorrelation> found = k < 3 ? Optional.empty() : correlation(effects);
    if (found.isEmpty()) {
      notes.add(
          k < 3
              ? "No test: 3 studies at least are needed."
              : "No test: the effects or the variances are all tied.");
    } else if (found.get().exactP().isEmpty()) {
      notes.add("No exact p value: there are ties, or more than 100 studies.");
    }
    return new BeggResult(k, found, List.copyOf(notes));
  }

  private static Optional<RankCorrelation> correlation(Effects effects) {
    int[] rows = effects.estimable();
    int k = rows.length;
    double sum = 0;
    for (int row : rows) {
      sum += 1 / effects.variance(row);
    }
    double first = effects.estimate(rows[0]);
    double shift = 0;
    for (int row : rows) {
      shift += (effects.estimate(row) - first) / effects.variance(row);
    }
    double theta = first + shift / sum;
    double[] standardised = new double[k];
    double[] variances = new double[k];
    for (int i = 0; i < k; i++) {
      variances[i] = effects.variance(rows[i]);
      double others = Math.sqrt(variances[i] - 1 / sum);
      standardised[i] = (effects.estimate(rows[i]) - theta) / others;
    }
    return RankCorrelation.of(standardised, variances);
  }
}
