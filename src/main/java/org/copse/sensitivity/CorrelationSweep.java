package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.copse.effect.Effects;
import org.copse.effect.SummaryEffects;
import org.copse.effect.WithCorrelation;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.numeric.LongRun;

/**
 * Changes from baseline pooled again under one correlation after the other, where the correlation
 * of a patient's values before and after was assumed.
 *
 * <p>{@code CorrelationSweep.of(trials.change().net(arm).correlation(r).as(NET_CHANGE))}
 *
 * <p><b>What varies</b>: the SD of the changes √(s₁² + s₂² − 2 r s₁ s₂) of the studies whose effect
 * hangs on a correlation; a printed SD of the changes stays. Where the data hold a correlation of
 * every study, as {@link org.copse.effect.PrePost} does, name those whose was assumed by {@link
 * #studies}. <b>Defaults</b>: r = 0, 0.1, ..., 0.9; random effects with their defaults.
 * <b>Source</b>: Cochrane Handbook 6.5.2.8; Abrams, Gillies and Lambert, Stat Med
 * 2005;24:3823-3844. Immutable.
 */
public final class CorrelationSweep {

  private static final double[] TENTHS = {0, .1, .2, .3, .4, .5, .6, .7, .8, .9};

  private final double[] correlations;
  private final List<String> studies;
  private final Function<Effects, ? extends Fit> model;

  private CorrelationSweep(
      double[] correlations, List<String> studies, Function<Effects, ? extends Fit> model) {
    this.correlations = correlations;
    this.studies = studies;
    this.model = model;
  }

  /**
   * The defaults.
   *
   * @return the configuration
   */
  public static CorrelationSweep withDefaults() {
    return new CorrelationSweep(TENTHS, List.of(), RandomEffects::of);
  }

  /**
   * Sweeps with the defaults.
   *
   * @param <D> the form of the data
   * @param effects changes from baseline
   * @return the pooled result under each correlation
   */
  public static <D extends WithCorrelation<D>> CorrelationAnalysis of(SummaryEffects<D> effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Other correlations.
   *
   * @param values each above −1 and below 1; sorted, doubles left out
   * @return a new configuration
   * @throws IllegalArgumentException naming every value outside, or when there is none
   */
  public CorrelationSweep correlations(double... values) {
    List<String> bad = new ArrayList<>();
    TreeSet<Double> sorted = new TreeSet<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] > -1 && values[i] < 1) {
        sorted.add(values[i]);
      } else {
        bad.add("%s (value %s)".formatted(values[i], i + 1));
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot vary a correlation: each must lie above -1 and below 1, was %s. Leave %s out."
              .formatted(String.join(", ", bad), bad.size() == 1 ? "it" : "them"));
    }
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot vary a correlation: at least 1 must be given, was 0. Give some, for example 0,"
              + " 0.5 and 0.9.");
    }
    double[] kept = sorted.stream().mapToDouble(Double::doubleValue).toArray();
    return new CorrelationSweep(kept, studies, model);
  }

  /**
   * Varies the correlation of these studies only.
   *
   * @param labels labels of the studies whose correlation was assumed
   * @return a new configuration
   */
  public CorrelationSweep studies(String... labels) {
    return new CorrelationSweep(correlations, List.of(labels), model);
  }

  /**
   * Another model.
   *
   * @param choice for example {@code CommonEffect::of}
   * @return a new configuration
   */
  public CorrelationSweep model(Function<Effects, ? extends Fit> choice) {
    return new CorrelationSweep(correlations, studies, Objects.requireNonNull(choice, "choice"));
  }

  /**
   * Pools under each correlation.
   *
   * @param <D> the form of the data
   * @param effects changes from baseline
   * @return the pooled results
   * @throws IllegalArgumentException when a named study is unknown, or no effect hangs on a
   *     correlation
   */
  public <D extends WithCorrelation<D>> CorrelationAnalysis fit(SummaryEffects<D> effects) {
    boolean[] varied = varied(effects);
    List<CorrelationStep> steps = new ArrayList<>();
    LongRun.each(
        "correlations",
        correlations.length,
        false,
        step -> {
          double r = correlations[step];
          List<D> data = new ArrayList<>();
          for (int i = 0; i < effects.size(); i++) {
            D here = effects.data(i);
            data.add(varied[i] ? here.withCorrelation(r) : here);
          }
          SummaryEffects<D> changed =
              SummaryEffects.of(effects.measure(), effects.studies(), data)
                  .withNotes(effects.dataNotes());
          steps.add(new CorrelationStep(r, model.apply(changed)));
        });
    return new CorrelationAnalysis(model.apply(effects), steps, varied);
  }

  private <D extends WithCorrelation<D>> boolean[] varied(SummaryEffects<D> effects) {
    List<String> labels = effects.studies().labels();
    List<String> unknown = studies.stream().filter(s -> !labels.contains(s)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot vary a correlation: studies must be of the effects, was '%s'. The studies are %s."
              .formatted(String.join("', '", unknown), String.join(", ", labels)));
    }
    boolean[] varied = new boolean[effects.size()];
    for (int i = 0; i < varied.length; i++) {
      varied[i] =
          effects.data(i).usesCorrelation()
              && (studies.isEmpty() || studies.contains(labels.get(i)));
    }
    if (!anyOf(varied)) {
      throw new IllegalArgumentException(
          "Cannot vary a correlation: at least 1 study must use one, was 0 of %s. Their SDs of the changes are printed: there is nothing to vary."
              .formatted(varied.length));
    }
    return varied;
  }

  private static boolean anyOf(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Correlation sweep over " + Arrays.toString(correlations);
  }
}
