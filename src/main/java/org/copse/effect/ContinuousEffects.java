package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Effects of two-arm means and standard deviations, with the raw data kept.
 *
 * <p>metafor: {@code escalc(measure = "MD" | "SMD")}; R meta: {@code metacont}.
 */
public final class ContinuousEffects extends Effects {

  private final ContinuousMeasure measure;
  private final List<ArmMeans> data;
  private final SmdVariance smdVariance;
  private final ArmNames arms;

  private ContinuousEffects(
      ContinuousMeasure measure,
      Studies studies,
      List<ArmMeans> data,
      SmdVariance smdVariance,
      ArmNames arms,
      List<String> notes) {
    super(
        measure,
        studies,
        data.stream().mapToDouble(a -> measure.estimate(a, smdVariance)).toArray(),
        data.stream().mapToDouble(a -> measure.variance(a, smdVariance)).toArray(),
        notes);
    this.measure = measure;
    this.data = List.copyOf(data);
    this.smdVariance = smdVariance;
    this.arms = arms;
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
        measure, studies, data, SmdVariance.LARGE_SAMPLE, ArmNames.DEFAULT, List.of());
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
   * Variance formula of the standardised mean difference in use.
   *
   * @return the formula; without effect on a mean difference
   */
  public SmdVariance smdVariance() {
    return smdVariance;
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
   * The same data under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public ContinuousEffects as(ContinuousMeasure other) {
    return new ContinuousEffects(other, studies(), data, smdVariance, arms, notes());
  }

  /**
   * The same data with another variance formula of the standardised mean difference.
   *
   * @param formula the formula
   * @return new effects
   */
  public ContinuousEffects smdVariance(SmdVariance formula) {
    return new ContinuousEffects(measure, studies(), data, formula, arms, notes());
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
        measure, studies(), data, smdVariance, new ArmNames(first, second), notes());
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
  public ContinuousEffects subset(int... rows) {
    List<ArmMeans> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return new ContinuousEffects(
        measure, studies().subset(rows), fewer, smdVariance, arms, notes());
  }

  @Override
  public ContinuousEffects withNotes(List<String> more) {
    return new ContinuousEffects(measure, studies(), data, smdVariance, arms, joined(more));
  }
}
