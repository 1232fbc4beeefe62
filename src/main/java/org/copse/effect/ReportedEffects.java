package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.numeric.LongRun;

/**
 * Effects as studies report them: estimate and standard error on the analysis scale.
 *
 * <p>metafor: {@code rma(yi, sei = )}; R meta: {@code metagen}.
 */
public final class ReportedEffects extends Effects {

  private final Measure measure;
  private final List<Reported> data;
  private final List<String> given;

  private ReportedEffects(
      Measure measure, Studies studies, List<Reported> data, List<String> given) {
    super(
        measure,
        studies,
        data.stream().mapToDouble(Reported::estimate).toArray(),
        data.stream().mapToDouble(r -> r.standardError() * r.standardError()).toArray(),
        notes(measure, studies, data, given));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.given = List.copyOf(given);
  }

  private static List<String> notes(
      Measure measure, Studies studies, List<Reported> data, List<String> given) {
    List<String> notes = new ArrayList<>(ReportedRoutes.notes(studies, data, given));
    if (measure instanceof ContinuousMeasure continuous) {
      double[] estimates = data.stream().mapToDouble(Reported::estimate).toArray();
      notes.addAll(ValueKindNotes.of(continuous, studies, estimates));
    }
    return notes;
  }

  /**
   * Effects as reported.
   *
   * @param measure what is reported, for example {@code HAZARD_RATIO} or {@code ODDS_RATIO}
   * @param studies the studies
   * @param data one estimate with standard error a study, same order
   * @return the effects
   * @throws IllegalArgumentException when the measure is a Freeman-Tukey one, whose scale needs n
   * @throws StudyDataException naming every study whose estimate or standard error is unusable
   */
  public static ReportedEffects of(Measure measure, Studies studies, List<Reported> data) {
    requireReportable(measure);
    requireSameSize(studies, data.size());
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      check(studies.label(i), i + 1, data.get(i), problems);
    }
    StudyDataException.throwIfAny(problems);
    return new ReportedEffects(measure, studies, data, List.of());
  }

  private static void requireReportable(Measure measure) {
    AnalysisScale scale = measure.scale();
    if (scale == AnalysisScale.FREEMAN_TUKEY || scale == AnalysisScale.FREEMAN_TUKEY_RATE) {
      throw new IllegalArgumentException(
          "Cannot use reported estimates: measure must not need the number of patients, was %s. Use the counts, or the logit or logarithm."
              .formatted(measure.label()));
    }
  }

  private static void check(String study, int row, Reported reported, List<DataProblem> problems) {
    LongRun.heed();
    if (!Double.isFinite(reported.estimate())) {
      problems.add(
          new DataProblem(
              study,
              row,
              "estimate",
              "estimate must be finite on the analysis scale",
              CountRules.text(reported.estimate()),
              "A ratio must be greater than 0; give it as printed, not its logarithm."));
    }
    double se = reported.standardError();
    double variance = se * se;
    if (!(se > 0 && variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      problems.add(
          new DataProblem(
              study,
              row,
              "standardError",
              "standard error must be a finite number greater than 0",
              CountRules.text(se),
              "Check the interval, standard error or p value it comes from."));
    }
  }

  /**
   * How one study reports its effect.
   *
   * @param study index, 0 for the first
   * @return estimate, standard error and where they come from
   */
  public Reported reported(int study) {
    return data.get(study);
  }

  @Override
  public List<RawColumn> rawColumns() {
    return List.of();
  }

  @Override
  public double raw(int study, int column) {
    throw new IndexOutOfBoundsException(column);
  }

  @Override
  public ReportedEffects subset(int... rows) {
    List<Reported> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return new ReportedEffects(measure, studies().subset(rows), fewer, given);
  }

  @Override
  public ReportedEffects withModerator(String name, Moderator values) {
    return new ReportedEffects(measure(), studies().withModerator(name, values), data, given);
  }

  @Override
  public ReportedEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(given);
    return new ReportedEffects(measure, studies(), data, all);
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }
}
