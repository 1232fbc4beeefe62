package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Effects of two-arm means and standard deviations, with the raw data kept.
 *
 * <p>metafor: {@code escalc(measure = "MD" | "SMD" | "SMDH" | "SMD1" | "SMD1H" | "ROM" | "VR" |
 * "CVR" | "CLESN" | "D2ORN" | "D2ORL")}; R meta: {@code metacont}. <b>Edge cases</b>: a study whose
 * estimate or variance is not defined stays in place as NaN, is left out of every pooling and named
 * in {@link #notes()} with the reason.
 */
public final class ContinuousEffects extends Effects {

  private final ContinuousMeasure measure;
  private final List<ArmMeans> data;
  private final ContinuousOptions options;
  private final ArmNames arms;
  private final List<String> given;

  private ContinuousEffects(
      ContinuousMeasure measure,
      Studies studies,
      List<ArmMeans> data,
      ContinuousOptions options,
      ArmNames arms,
      List<String> given) {
    this(measure, studies, data, options, arms, given, Computed.of(measure, data, options));
  }

  private ContinuousEffects(
      ContinuousMeasure measure,
      Studies studies,
      List<ArmMeans> data,
      ContinuousOptions options,
      ArmNames arms,
      List<String> given,
      Computed computed) {
    super(
        measure,
        studies,
        computed.estimates,
        computed.variances,
        notes(measure, studies, options, arms, given, computed));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.options = options;
    this.arms = arms;
    this.given = List.copyOf(given);
  }

  /**
   * Effects of means; a standardised one with the large-sample variance.
   *
   * @param measure the measure
   * @param studies the studies
   * @param data one row a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose data are impossible
   */
  public static ContinuousEffects of(
      ContinuousMeasure measure, Studies studies, List<ArmMeans> data) {
    requireSameSize(studies, data.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      check(studies.label(i), i + 1, data.get(i), problems);
    }
    StudyDataException.throwIfAny(problems);
    return new ContinuousEffects(
        measure, studies, data, ContinuousOptions.DEFAULT, ArmNames.DEFAULT, List.of());
  }

  /** Estimates and variances, both NaN where one is not finite or the variance not above 0. */
  private record Computed(double[] estimates, double[] variances) {
    static Computed of(ContinuousMeasure measure, List<ArmMeans> data, ContinuousOptions options) {
      ContinuousFormula formula = measure.formula();
      ContinuousAverages averages = ContinuousAverages.of(formula, options, data);
      double[] estimates = new double[data.size()];
      double[] variances = new double[data.size()];
      for (int i = 0; i < estimates.length; i++) {
        double estimate = formula.estimate(data.get(i), options);
        double variance = formula.variance(data.get(i), options, averages);
        boolean defined = Double.isFinite(estimate) && variance > 0 && Double.isFinite(variance);
        estimates[i] = defined ? estimate : Double.NaN;
        variances[i] = defined ? variance : Double.NaN;
      }
      return new Computed(estimates, variances);
    }
  }

  private static List<String> notes(
      ContinuousMeasure measure,
      Studies studies,
      ContinuousOptions options,
      ArmNames arms,
      List<String> given,
      Computed computed) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < computed.estimates.length; i++) {
      if (Double.isNaN(computed.estimates[i])) {
        left.add(studies.label(i));
      }
    }
    List<String> notes = new ArrayList<>(given);
    notes.addAll(ContinuousNotes.of(measure, options, arms));
    notes.addAll(ValueKindNotes.of(measure, studies, computed.estimates));
    StudyList.note(notes, left, measure.undefined());
    return notes;
  }

  private static void check(String study, int row, ArmMeans a, List<DataProblem> problems) {
    MeansRules.check(study, row, a.n1(), a.mean1(), a.sd1(), "n1", "mean1", "sd1", problems);
    MeansRules.check(study, row, a.n2(), a.mean2(), a.sd2(), "n2", "mean2", "sd2", problems);
  }

  /** {@inheritDoc} */
  @Override
  public ContinuousMeasure measure() {
    return measure;
  }

  /**
   * One study's means and standard deviations.
   *
   * @param study index, 0 for the first
   * @return the data as given
   */
  public ArmMeans means(int study) {
    return data.get(study);
  }

  /**
   * Variance formula of the standardised measures in use.
   *
   * @return the formula; without effect on the other measures
   */
  public SmdVariance smdVariance() {
    return options.smdVariance();
  }

  /**
   * Variance formula of the measures that are not standardised in use.
   *
   * @return the formula; without effect on standardised measures
   */
  public MeansVariance meansVariance() {
    return options.meansVariance();
  }

  /**
   * Correction for small samples in use.
   *
   * @return the correction
   */
  public SmallSampleCorrection correction() {
    return options.correction();
  }

  /**
   * The arm that standardises Glass' delta.
   *
   * @return arm 2 unless chosen otherwise
   */
  public StandardisingArm standardisedBy() {
    return options.standardisedBy();
  }

  /**
   * Names of the arms.
   *
   * @return the names
   */
  public ArmNames arms() {
    return arms;
  }

  /**
   * The same data under another measure, all choices kept; those that do not apply to it wait.
   *
   * @param other the other measure
   * @return new effects
   */
  public ContinuousEffects as(ContinuousMeasure other) {
    return new ContinuousEffects(other, studies(), data, options, arms, given);
  }

  /**
   * The same data with another variance formula of the standardised measures.
   *
   * @param formula the formula
   * @return new effects
   */
  public ContinuousEffects smdVariance(SmdVariance formula) {
    return with(options.with(formula));
  }

  /**
   * The same data with another variance formula of mean differences, ratios and probabilities of
   * superiority. One that a measure does not have leaves its default, and a note says so.
   *
   * @param formula the formula
   * @return new effects
   */
  public ContinuousEffects meansVariance(MeansVariance formula) {
    return with(options.with(formula));
  }

  /**
   * The same data with another correction for small samples.
   *
   * @param choice the correction
   * @return new effects
   */
  public ContinuousEffects correction(SmallSampleCorrection choice) {
    return with(options.with(choice));
  }

  /**
   * The same data with Glass' delta standardised by another arm.
   *
   * @param arm the arm whose SD is the unit
   * @return new effects
   */
  public ContinuousEffects standardisedBy(StandardisingArm arm) {
    return with(options.with(arm));
  }

  private ContinuousEffects with(ContinuousOptions other) {
    return new ContinuousEffects(measure, studies(), data, other, arms, given);
  }

  /**
   * The same effects with other names of the arms, shown in tables and plots.
   *
   * @param first the arm compared
   * @param second the arm compared with
   * @return new effects
   */
  public ContinuousEffects arms(String first, String second) {
    return new ContinuousEffects(
        measure, studies(), data, options, new ArmNames(first, second), given);
  }

  @Override
  public List<RawColumn> rawColumns() {
    return RawColumn.twice(
        arms,
        RawColumn.of("mean", "mean", RawColumn.Kind.VALUE),
        RawColumn.of("sd", "SD", RawColumn.Kind.VALUE),
        RawColumn.of("n", "total", RawColumn.Kind.COUNT));
  }

  @Override
  public double raw(int study, int column) {
    ArmMeans a = data.get(study);
    return switch (column) {
      case 0 -> a.mean1();
      case 1 -> a.sd1();
      case 2 -> a.n1();
      case 3 -> a.mean2();
      case 4 -> a.sd2();
      default -> a.n2();
    };
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public ContinuousEffects subset(int... rows) {
    List<ArmMeans> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return new ContinuousEffects(measure, studies().subset(rows), fewer, options, arms, given);
  }

  @Override
  public ContinuousEffects withModerator(String name, Moderator values) {
    return new ContinuousEffects(
        measure, studies().withModerator(name, values), data, options, arms, given);
  }

  @Override
  public ContinuousEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(given);
    return new ContinuousEffects(measure, studies(), data, options, arms, all);
  }
}
