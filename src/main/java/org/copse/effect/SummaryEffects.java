package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Effects of studies that report summaries (correlations, mean changes, single means and the like),
 * with the raw data kept.
 *
 * <p><b>Edge cases</b>: a study whose estimate or variance is not finite stays in place as NaN, is
 * left out of every pooling and named in {@link #notes()} with the reason.
 *
 * @param <D> the form of the data
 */
public final class SummaryEffects<D extends SummaryData> extends Effects {

  private final SummaryMeasure<D> measure;
  private final List<D> data;
  private final List<String> given;

  private SummaryEffects(
      SummaryMeasure<D> measure, Studies studies, List<D> data, List<String> given) {
    this(measure, studies, data, given, Estimates.of(measure, data));
  }

  private SummaryEffects(
      SummaryMeasure<D> measure,
      Studies studies,
      List<D> data,
      List<String> given,
      Estimates computed) {
    super(
        measure,
        studies,
        computed.estimates,
        computed.variances,
        notes(measure, studies, data, computed, given));
    this.measure = measure;
    this.data = List.copyOf(data);
    this.given = List.copyOf(given);
  }

  /**
   * Effects of summaries.
   *
   * @param <D> the form of the data
   * @param measure the measure
   * @param studies the studies
   * @param data one a study, same order
   * @return the effects
   * @throws StudyDataException naming every study whose data are impossible
   */
  public static <D extends SummaryData> SummaryEffects<D> of(
      SummaryMeasure<D> measure, Studies studies, List<D> data) {
    requireSameSize(studies, data.size());
    List<String> names = measure.columns().stream().map(RawColumn::name).toList();
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      data.get(i).check(studies.label(i), i + 1, names, problems);
    }
    StudyDataException.throwIfAny(problems);
    return new SummaryEffects<>(measure, studies, data, List.of());
  }

  /** Estimates and variances, both NaN where one is not finite or the variance not above 0. */
  private record Estimates(double[] estimates, double[] variances) {
    static <D extends SummaryData> Estimates of(SummaryMeasure<D> measure, List<D> data) {
      double[] estimates = data.stream().mapToDouble(measure::estimate).toArray();
      double[] variances = measure.variances(data);
      for (int i = 0; i < estimates.length; i++) {
        if (!(Double.isFinite(estimates[i]) && variances[i] > 0 && Double.isFinite(variances[i]))) {
          estimates[i] = Double.NaN;
          variances[i] = Double.NaN;
        }
      }
      return new Estimates(estimates, variances);
    }
  }

  private static <D extends SummaryData> List<String> notes(
      SummaryMeasure<D> measure,
      Studies studies,
      List<D> data,
      Estimates computed,
      List<String> given) {
    Map<String, List<String>> left = new LinkedHashMap<>();
    for (int i = 0; i < data.size(); i++) {
      if (Double.isNaN(computed.estimates[i])) {
        left.computeIfAbsent(measure.undefined(data.get(i)), why -> new ArrayList<>())
            .add(studies.label(i));
      }
    }
    List<String> notes = new ArrayList<>(given);
    notes.addAll(measure.conventions());
    left.forEach((why, labels) -> StudyList.note(notes, labels, ": " + why));
    return notes;
  }

  /** {@inheritDoc} */
  @Override
  public SummaryMeasure<D> measure() {
    return measure;
  }

  /**
   * One study's data.
   *
   * @param study index, 0 for the first
   * @return the data as given
   */
  public D data(int study) {
    return data.get(study);
  }

  /**
   * The same data under another measure.
   *
   * @param other the other measure
   * @return new effects
   */
  public SummaryEffects<D> as(SummaryMeasure<D> other) {
    return new SummaryEffects<>(other, studies(), data, given);
  }

  /**
   * The same studies with their data changed, for example under another correlation: {@code
   * effects.withData("Correlation taken as 0.5.", d -> d.withCorrelation(0.5))}.
   *
   * @param note how the data were changed; the effects carry it
   * @param change gives the new data of a study
   * @return new effects
   * @throws StudyDataException naming every study whose new data are impossible
   */
  public SummaryEffects<D> withData(String note, UnaryOperator<D> change) {
    List<D> changed = data.stream().map(change).toList();
    List<String> all = new ArrayList<>(given);
    all.add(note);
    return of(measure, studies(), changed).withNotes(all);
  }

  @Override
  public List<RawColumn> rawColumns() {
    return measure.columns();
  }

  @Override
  public double raw(int study, int column) {
    return data.get(study).values()[column];
  }

  @Override
  public List<String> dataNotes() {
    return given;
  }

  @Override
  public SummaryEffects<D> subset(int... rows) {
    List<D> fewer = Arrays.stream(rows).mapToObj(data::get).toList();
    return new SummaryEffects<>(measure, studies().subset(rows), fewer, given);
  }

  @Override
  public SummaryEffects<D> withModerator(String name, Moderator values) {
    return new SummaryEffects<>(measure, studies().withModerator(name, values), data, given);
  }

  @Override
  public SummaryEffects<D> withNotes(List<String> more) {
    List<String> all = new ArrayList<>(given);
    all.addAll(more);
    return new SummaryEffects<>(measure, studies(), data, all);
  }
}
