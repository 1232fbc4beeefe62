package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.copse.effect.Effects;

/** Rows that share patients, handled in every way, side by side. Immutable. */
public final class OverlapAnalysis {

  private static final double[] SWEEP = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1};

  private static final int MOST_ROWS = 5_000;
  private static final int MOST_ROWS_OF_A_TRIAL = 1_000;

  private final Overlap settings;
  private final Effects effects;
  private final OverlapHandling independent;
  private final OverlapHandling oneRow;
  private final OverlapHandling shared;
  private final List<OverlapStep> sweep;
  private final List<OverlapCount> counts;

  OverlapAnalysis(Overlap settings, Effects all) {
    int[] rows = all.estimable();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "Cannot handle overlap: at least 1 study must have an estimable effect, was 0 of %s. Check the data."
              .formatted(all.size()));
    }
    this.settings = settings;
    this.effects = rows.length == all.size() ? all : all.subset(rows);
    requireSize(effects);
    this.independent = pool("As independent", effects, diagonal(effects));
    Effects kept = effects.subset(OneRowATrial.rows(settings, effects));
    this.oneRow = pool("One row a trial", kept, diagonal(kept));
    this.shared = pool("Shared-patient covariance", effects, settings.covariance().matrix(effects));
    if (shared.common().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot pool correlated rows: covariance matrix must be positive definite, was not. %s Use a lower correlation, or say how many patients rows share."
              .formatted(settings.covariance().describe()));
    }
    this.sweep = Arrays.stream(SWEEP).mapToObj(this::step).toList();
    this.counts = counts(settings, effects);
  }

  private OverlapStep step(double rho) {
    String name = String.format(Locale.ROOT, "Correlation %.2f", rho);
    return new OverlapStep(rho, pool(name, effects, settings.covariance().at(rho).matrix(effects)));
  }

  /** Memory grows with the square of the rows, time with the cube of the rows of one trial. */
  private static void requireSize(Effects effects) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      sizes.merge(effects.studies().cluster(i), 1, Integer::sum);
    }
    int largest = Collections.max(sizes.values());
    if (effects.size() > MOST_ROWS || largest > MOST_ROWS_OF_A_TRIAL) {
      throw new IllegalArgumentException(
          "Cannot handle overlap: rows must be at most %s, and at most %s of one trial, was %s and %s. Keep one row a trial, or split the table by outcome."
              .formatted(MOST_ROWS, MOST_ROWS_OF_A_TRIAL, effects.size(), largest));
    }
  }

  private static double[][] diagonal(Effects effects) {
    double[][] v = new double[effects.size()][effects.size()];
    for (int i = 0; i < v.length; i++) {
      v[i][i] = effects.variance(i);
    }
    return v;
  }

  private OverlapHandling pool(String name, Effects pooled, double[][] v) {
    int k = pooled.size();
    String[] clusters =
        IntStream.range(0, k).mapToObj(pooled.studies()::cluster).toArray(String[]::new);
    CorrelatedRows rows = new CorrelatedRows(pooled.estimates(), v, clusters);
    Optional<OverlapFit> plain =
        CorrelatedRows.plainWeights(pooled.estimates(), v, pooled.measure(), settings.level());
    List<String> notes = new ArrayList<>();
    if (!rows.isRegular()) {
      notes.add(
          name
              + ": generalised least squares are not defined. The covariance matrix is singular or no covariance: rows that differ cannot correlate so much.");
      return new OverlapHandling(
          name,
          pooled.studies().labels(),
          Optional.empty(),
          Optional.empty(),
          plain,
          List.of(),
          notes);
    }
    List<String> negative =
        Arrays.stream(rows.negativeWeights()).mapToObj(pooled.studies()::label).toList();
    if (!negative.isEmpty()) {
      notes.add("%s: %s".formatted(name, negativeWeights(negative)));
    }
    if (rows.k() < k) {
      notes.add(
          "%s: %s rows that equal another one and correlate by 1 with it count once."
              .formatted(name, k - rows.k()));
    }
    OverlapHeterogeneity level = settings.heterogeneity();
    int units = level == OverlapHeterogeneity.BETWEEN_ROWS ? rows.k() : rows.trials();
    Optional<OverlapFit> random = Optional.empty();
    if (units < 2) {
      notes.add(
          "%s: no random effects, as τ² %s needs at least 2 of them."
              .formatted(name, level.label()));
    } else {
      random = Optional.of(rows.random(level, pooled.measure(), settings.level()));
    }
    return new OverlapHandling(
        name,
        pooled.studies().labels(),
        Optional.of(rows.common(pooled.measure(), settings.level())),
        random,
        plain,
        negative,
        notes);
  }

  private static String negativeWeights(List<String> rows) {
    return "correlations above the ratio of two standard errors give a negative weight to %s; the estimate can leave the range of the rows and its interval grow too narrow. Weights as if independent do not."
        .formatted(String.join("; ", rows));
  }

  private static List<OverlapCount> counts(Overlap settings, Effects effects) {
    double[] patients = RowPatients.of(effects, settings.patients());
    List<OverlapCount> counts = new ArrayList<>();
    for (List<Integer> rows : OneRowATrial.trials(effects)) {
      if (rows.size() > 1) {
        double[] n =
            rows.stream().mapToDouble(i -> patients == null ? Double.NaN : patients[i]).toArray();
        counts.add(
            new OverlapCount(
                effects.studies().cluster(rows.get(0)),
                rows.size(),
                Arrays.stream(n).sum(),
                Arrays.stream(n).max().orElseThrow()));
      }
    }
    return List.copyOf(counts);
  }

  /**
   * The effects that were pooled.
   *
   * @return those of the rows with an estimable effect
   */
  public Effects effects() {
    return effects;
  }

  /**
   * All rows as if no patient were in two of them.
   *
   * @return the handling
   */
  public OverlapHandling independent() {
    return independent;
  }

  /**
   * One row a trial.
   *
   * @return the handling
   */
  public OverlapHandling oneRowATrial() {
    return oneRow;
  }

  /**
   * All rows with their covariance.
   *
   * @return the handling
   */
  public OverlapHandling sharedPatients() {
    return shared;
  }

  /**
   * The three handlings.
   *
   * @return as independent, one row a trial, with covariance
   */
  public List<OverlapHandling> handlings() {
    return List.of(independent, oneRow, shared);
  }

  /**
   * All rows over the correlation of rows in the same patients, 0 to 1.
   *
   * @return one step a correlation
   */
  public List<OverlapStep> sweep() {
    return sweep;
  }

  /**
   * How often the patients of each trial with several rows are counted.
   *
   * @return one count a trial; NaN where a row's patients are unknown
   */
  public List<OverlapCount> counts() {
    return counts;
  }

  /**
   * Methods and settings in a sentence each.
   *
   * @return the sentences
   */
  public List<String> methods() {
    String kept =
        settings.given().isEmpty()
            ? settings.keep().label()
            : String.join(", ", settings.given()) + ", else " + settings.keep().label();
    return List.of(
        "Generalised least squares, common effect and random effects (REML, τ² "
            + settings.heterogeneity().label()
            + "); Wald intervals (normal) in all handlings, so that they differ by the handling only.",
        "Weights as if independent: inverse-variance weights of independent rows, their standard error from the covariance.",
        "One row a trial: " + kept + ".",
        "Shared-patient covariance: " + settings.covariance().describe(),
        settings.covariance().describeSweep());
  }

  /**
   * What a reader must know: who is counted how often, what is not defined.
   *
   * @return notes
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (counts.isEmpty()) {
      notes.add(
          "No two rows belong to one trial: all handlings are the same. Name trials with Trials.cluster.");
    }
    for (OverlapCount count : counts) {
      notes.add(
          Double.isNaN(count.counted())
              ? "%s has %s rows; how many patients they have is unknown. Name the columns with patients(...)."
                  .formatted(count.cluster(), count.rows())
              : String.format(
                  Locale.ROOT,
                  "%s: %s rows count %,.0f patients, the largest row has %,.0f: each is counted %.1f times on average.",
                  count.cluster(),
                  count.rows(),
                  count.counted(),
                  count.patients(),
                  count.times()));
    }
    handlings().forEach(h -> notes.addAll(h.notes()));
    sweep.stream()
        .filter(step -> !step.handling().negative().isEmpty())
        .findFirst()
        .ifPresent(
            step ->
                notes.add(
                    String.format(Locale.ROOT, "Sweep, from %.2f on: ", step.correlation())
                        + negativeWeights(
                            sweep.stream()
                                .flatMap(s -> s.handling().negative().stream())
                                .distinct()
                                .toList())));
    sweep.stream()
        .map(OverlapStep::handling)
        .filter(h -> h.negative().isEmpty())
        .forEach(h -> notes.addAll(h.notes()));
    notes.addAll(effects.notes());
    return notes.stream().distinct().toList();
  }

  @Override
  public String toString() {
    OverlapFit alone = independent.common().orElseThrow();
    OverlapFit covaried = shared.common().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s of %s rows of %s trials, common effect: %.4g as independent, %.4g with covariance",
        effects.measure().label(),
        effects.size(),
        OneRowATrial.trials(effects).size(),
        alone.displayed(),
        covaried.displayed());
  }
}
