package org.copse.bias;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.copse.effect.Effects;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;

/**
 * Trim and fill: how many studies a symmetric funnel plot would need on the emptier side, and what
 * the pooled effect would be with their mirror images filled in.
 *
 * <p><b>Formula</b>: the k₀ outermost studies of the fuller side are cut off, the rest pooled, k₀
 * estimated anew from the signed ranks around that centre by a {@link TrimEstimator}, until k₀
 * stays; each cut study yᵢ then gets a mirror image 2μ − yᵢ of the same variance, and all are
 * pooled. <b>Scale</b>: analysis scale. <b>Defaults</b>: {@link TrimEstimator#L0}, {@link
 * FunnelSide#AUTO}, trimmed and pooled by the fit's own model. <b>Edge cases</b>: at least 3
 * studies; where k₀ goes round in a circle the last value stands, and a note says so.
 * <b>Accuracy</b>: that of the model. It is a sensitivity analysis that takes every asymmetry for
 * missing studies, and heterogeneity misleads it (Cochrane Handbook 13.3.5.6). <b>Source</b>: Duval
 * and Tweedie, Biometrics 2000;56:455-463. metafor, R meta: {@code trimfill}.
 */
public final class TrimAndFill {

  private static final int MOST = 100;

  private final TrimEstimator estimator;
  private final FunnelSide side;
  private final boolean trimByCommonEffect;

  private TrimAndFill(TrimEstimator estimator, FunnelSide side, boolean trimByCommonEffect) {
    this.estimator = estimator;
    this.side = side;
    this.trimByCommonEffect = trimByCommonEffect;
  }

  /**
   * The defaults.
   *
   * @return the configuration
   */
  public static TrimAndFill withDefaults() {
    return new TrimAndFill(TrimEstimator.L0, FunnelSide.AUTO, false);
  }

  /**
   * Trims and fills with the defaults.
   *
   * @param fit a common-effect or random-effects fit
   * @return the result
   * @throws IllegalArgumentException for fewer than 3 studies and for other models
   */
  public static TrimAndFillResult of(Fit fit) {
    return withDefaults().fit(fit);
  }

  /**
   * Another estimator of the number of missing studies.
   *
   * @param other for example {@code TrimEstimator.R0}
   * @return a new configuration
   */
  public TrimAndFill estimator(TrimEstimator other) {
    return new TrimAndFill(Objects.requireNonNull(other, "other"), side, trimByCommonEffect);
  }

  /**
   * The side on which studies are missing.
   *
   * @param other for example {@code FunnelSide.LEFT}
   * @return a new configuration
   */
  public TrimAndFill side(FunnelSide other) {
    return new TrimAndFill(estimator, Objects.requireNonNull(other, "other"), trimByCommonEffect);
  }

  /**
   * Trims around the common effect, whatever the model that pools at the end. R meta's default,
   * {@code ma.common = TRUE}.
   *
   * @return a new configuration
   */
  public TrimAndFill trimByCommonEffect() {
    return new TrimAndFill(estimator, side, true);
  }

  /**
   * Trims and fills.
   *
   * @param fit a common-effect or random-effects fit
   * @return the result
   * @throws IllegalArgumentException for fewer than 3 studies, for other models and for weights of
   *     the user's own, which a filled study has not
   */
  public TrimAndFillResult fit(Fit fit) {
    requireUsable(fit);
    Effects effects = fit.effects();
    int[] rows = effects.estimable();
    FunnelSide missing = sideOf(fit);
    int sign = missing == FunnelSide.LEFT ? 1 : -1;
    int[] order =
        Arrays.stream(rows)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> sign * effects.estimate(i)))
            .mapToInt(Integer::intValue)
            .toArray();
    Fit trimmer = trimByCommonEffect ? CommonEffect.of(effects) : fit;
    int k = order.length;
    int k0 = -1;
    int next = 0;
    double centre = Double.NaN;
    double raw = 0;
    int round = 0;
    for (; round < MOST && next != k0; round++) {
      k0 = next;
      centre = sign * trimmer.refit(Arrays.copyOf(order, k - k0)).estimate();
      double[] centred = new double[k];
      for (int i = 0; i < k; i++) {
        centred[i] = sign * effects.estimate(order[i]) - centre;
      }
      raw = estimator.missing(centred);
      next = (int) Math.min(k - 1, Math.max(0, Math.rint(raw)));
    }
    Fit filled = filled(fit, order, k0, 2 * sign * centre);
    return new TrimAndFillResult(
        fit, filled, k0, estimator, missing, estimator.standardError(k, raw), notes(fit, k0, next));
  }

  private void requireUsable(Fit fit) {
    boolean usual =
        fit instanceof CommonEffectFit
            || fit instanceof RandomEffectsFit r && r.hasInverseVarianceWeights();
    if (!usual || fit.k() < 3) {
      throw new IllegalArgumentException(
          "Cannot trim and fill: the fit must be a common effect or random effects by inverse variance, of at least 3 studies, was %s of %s. Use CommonEffect or RandomEffects."
              .formatted(fit.model(), fit.k()));
    }
  }

  private FunnelSide sideOf(Fit fit) {
    if (side != FunnelSide.AUTO) {
      return side;
    }
    Optional<EggerLine> line = EggerTest.evenIfFew().test(fit).line();
    boolean falling = line.isPresent() && line.get().intercept() < 0;
    return falling ? FunnelSide.RIGHT : FunnelSide.LEFT;
  }

  private static Fit filled(Fit fit, int[] order, int k0, double twice) {
    Effects effects = fit.effects();
    List<String> labels = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<Reported> data = new ArrayList<>();
    for (int i : effects.estimable()) {
      labels.add(effects.studies().label(i));
      taken.add(effects.studies().label(i));
      data.add(new Reported(effects.estimate(i), effects.standardError(i), "as given", ""));
    }
    for (int i = order.length - k0; i < order.length; i++) {
      String name = "Filled: " + effects.studies().label(order[i]);
      while (!taken.add(name)) {
        name += " (2)";
      }
      labels.add(name);
      double mirrored = twice - effects.estimate(order[i]);
      data.add(new Reported(mirrored, effects.standardError(order[i]), "filled in", ""));
    }
    Effects all = ReportedEffects.of(effects.measure(), Studies.of(labels), data);
    return fit instanceof CommonEffectFit common
        ? common.refitOn(all)
        : ((RandomEffectsFit) fit).refitOn(all);
  }

  private List<String> notes(Fit fit, int k0, int next) {
    List<String> notes = new ArrayList<>();
    int k = fit.k();
    if (k < FunnelRules.ENOUGH) {
      notes.add(
          "%s studies: with fewer than %s, asymmetry cannot be told from chance (Cochrane Handbook 13.3.5.4)."
              .formatted(k, FunnelRules.ENOUGH));
    }
    if (side == FunnelSide.AUTO) {
      notes.add("The side was chosen by the slope of Egger's line.");
    }
    if (trimByCommonEffect && fit instanceof RandomEffectsFit) {
      notes.add("Trimmed around the common effect, pooled by random effects.");
    }
    if (next != k0) {
      notes.add("The number of missing studies went round in a circle; the last value stands.");
    }
    notes.add(
        "A sensitivity analysis: filled studies are no data, and heterogeneity or any other cause of asymmetry misleads the method.");
    return notes;
  }
}
