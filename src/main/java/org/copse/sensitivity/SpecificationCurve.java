package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.ConfidenceMethod;
import org.copse.model.RandomEffects;
import org.copse.numeric.LongRun;

/**
 * Specification curve (multiverse): the same studies analysed in every combination of reasonable
 * choices, to see on which of them the result rests.
 *
 * <p><b>Choices</b>: estimators of τ², methods of the interval, measures of two-arm counts (all
 * ratios or all of one scale, for they share an axis), and subsets of studies. <b>Defaults</b>: DL,
 * PM and REML by Wald and Hartung-Knapp, all studies. <b>Source</b>: Simonsohn, Simmons and Nelson,
 * Nat Hum Behav 2020;4:1208-1214; Voracek, Kossmeier and Tran, Z Psychol 2019;227:64-82.
 */
public final class SpecificationCurve {

  private static final int MOST = 5000;

  private final List<Tau2Estimator> estimators;
  private final List<ConfidenceMethod> intervals;
  private final List<BinaryMeasure> measures;
  private final Map<String, int[]> exclusions;
  private final boolean eachLeftOut;

  private SpecificationCurve(
      List<Tau2Estimator> estimators,
      List<ConfidenceMethod> intervals,
      List<BinaryMeasure> measures,
      Map<String, int[]> exclusions,
      boolean eachLeftOut) {
    this.estimators = List.copyOf(estimators);
    this.intervals = List.copyOf(intervals);
    this.measures = List.copyOf(measures);
    this.exclusions = exclusions;
    this.eachLeftOut = eachLeftOut;
  }

  /**
   * The defaults.
   *
   * @return the configuration
   */
  public static SpecificationCurve withDefaults() {
    return new SpecificationCurve(
        List.of(Tau2Estimator.DL, Tau2Estimator.PM, Tau2Estimator.REML),
        List.of(ConfidenceMethod.WALD, ConfidenceMethod.HARTUNG_KNAPP),
        List.of(),
        Map.of(),
        false);
  }

  /**
   * Fits the default choices.
   *
   * @param effects the effects
   * @return the results
   */
  public static SpecificationAnalysis of(Effects effects) {
    return withDefaults().fit(effects);
  }

  /**
   * Other estimators of τ².
   *
   * @param first one
   * @param more others
   * @return a new configuration
   */
  public SpecificationCurve estimators(Tau2Estimator first, Tau2Estimator... more) {
    return new SpecificationCurve(
        listed(first, more), intervals, measures, exclusions, eachLeftOut);
  }

  /**
   * Other methods of the interval.
   *
   * @param first one
   * @param more others
   * @return a new configuration
   */
  public SpecificationCurve intervals(ConfidenceMethod first, ConfidenceMethod... more) {
    return new SpecificationCurve(
        estimators, listed(first, more), measures, exclusions, eachLeftOut);
  }

  /**
   * Several measures of two-arm counts.
   *
   * @param first one
   * @param more others of the same scale
   * @return a new configuration
   */
  public SpecificationCurve measures(BinaryMeasure first, BinaryMeasure... more) {
    return new SpecificationCurve(
        estimators, intervals, listed(first, more), exclusions, eachLeftOut);
  }

  /**
   * Also without some studies.
   *
   * @param name what is done, for example "Without high risk of bias"
   * @param rows indices of the studies left out
   * @return a new configuration
   */
  public SpecificationCurve without(String name, int... rows) {
    Map<String, int[]> more = new LinkedHashMap<>(exclusions);
    more.put(name, rows.clone());
    return new SpecificationCurve(estimators, intervals, measures, more, eachLeftOut);
  }

  /**
   * Also without each study in turn.
   *
   * @return a new configuration
   */
  public SpecificationCurve leaveOneOut() {
    return new SpecificationCurve(estimators, intervals, measures, exclusions, true);
  }

  @SafeVarargs
  private static <T> List<T> listed(T first, T... more) {
    List<T> all = new ArrayList<>(List.of(first));
    for (T each : more) {
      all.add(each);
    }
    return all;
  }

  /**
   * Fits every combination.
   *
   * @param effects the effects
   * @return the results in order of the estimate
   * @throws IllegalArgumentException when measures are asked of effects that are no counts, when
   *     their scales differ, and for more than 5,000 combinations
   */
  public SpecificationAnalysis fit(Effects effects) {
    List<Effects> versions = versions(effects);
    Map<String, int[]> subsets = subsets(effects);
    int number = versions.size() * subsets.size() * estimators.size() * intervals.size();
    if (number > MOST) {
      throw new IllegalArgumentException(
          "Cannot fit all specifications: their number must be at most %s, was %s. Leave some choices out."
              .formatted(MOST, number));
    }
    List<Specification> all = new ArrayList<>();
    try (LongRun run = LongRun.begin("specifications", number)) {
      for (Effects version : versions) {
        subsets.forEach((name, rows) -> add(version, name, version.subset(rows), run, all));
      }
    }
    all.sort(Comparator.comparingDouble(s -> s.fit().estimate()));
    return new SpecificationAnalysis(versions.get(0).measure(), all);
  }

  private void add(
      Effects version, String subset, Effects part, LongRun run, List<Specification> all) {
    for (Tau2Estimator estimator : estimators) {
      for (ConfidenceMethod interval : intervals) {
        run.check();
        RandomEffects model =
            RandomEffects.withDefaults().tau2(estimator).interval(interval).withoutPrediction();
        all.add(
            new Specification(
                version.measure().label(),
                estimator.name(),
                interval.label(),
                subset,
                model.fit(part)));
        run.add(1);
      }
    }
  }

  private List<Effects> versions(Effects effects) {
    if (measures.isEmpty()) {
      return List.of(effects);
    }
    if (!(effects instanceof BinaryEffects counts)
        || measures.stream().map(BinaryMeasure::isRatio).distinct().count() > 1
        || (!measures.get(0).isRatio() && measures.size() > 1)) {
      throw new IllegalArgumentException(
          "Cannot compare measures: effects must be two-arm counts and the measures all ratios, was %s of %s. Choose RISK_RATIO and ODDS_RATIO, or one measure."
              .formatted(measures, effects.measure().label()));
    }
    List<Effects> versions = new ArrayList<>();
    measures.forEach(measure -> versions.add(counts.as(measure)));
    return versions;
  }

  private Map<String, int[]> subsets(Effects effects) {
    Map<String, int[]> subsets = new LinkedHashMap<>();
    int size = effects.size();
    subsets.put("All studies", IntStream.range(0, size).toArray());
    exclusions.forEach(
        (name, out) -> {
          int[] sorted = Arrays.stream(out).sorted().toArray();
          int[] rest =
              IntStream.range(0, size).filter(i -> Arrays.binarySearch(sorted, i) < 0).toArray();
          subsets.put(name, rest);
        });
    if (eachLeftOut && effects.estimable().length > 1) {
      for (int row : effects.estimable()) {
        String name = "Without " + effects.studies().label(row);
        subsets.put(name, IntStream.range(0, size).filter(i -> i != row).toArray());
      }
    }
    return subsets;
  }
}
