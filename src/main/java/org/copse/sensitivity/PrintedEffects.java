package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;

/**
 * Effects whose numbers are only known as printed: each an interval of half a unit in its last
 * digit, or the set of counts that a percentage can stand for.
 *
 * <p>{@link Rounding} pools over everything they can be. The numbers of a study vary independently
 * of each other within their print, and estimate and standard error are taken from them exactly as
 * the pooling takes them: of a ratio with its interval y = ln(estimate), SE = (ln upper − ln lower)
 * / (2z); that an interval is symmetric is true of the unrounded numbers only, and not asked of the
 * draws. Immutable.
 */
public final class PrintedEffects {

  private final Studies studies;
  private final List<List<PrintedInput>> inputs;
  private final PrintedForm form;
  private final Effects asPrinted;
  private final int[] from;
  private final List<String> notes;

  private PrintedEffects(
      Studies studies, List<List<PrintedInput>> inputs, PrintedForm form, List<String> notes) {
    this.studies = studies;
    this.inputs = inputs.stream().map(List::copyOf).toList();
    this.form = form;
    this.notes = List.copyOf(notes);
    this.from = new int[inputs.size() + 1];
    for (int i = 0; i < inputs.size(); i++) {
      from[i + 1] = from[i] + inputs.get(i).size();
    }
    Effects effects = form.effects(studies, flat(PrintedInput::value));
    List<String> known = effects.notes();
    this.asPrinted = effects.withNotes(notes.stream().filter(n -> !known.contains(n)).toList());
  }

  /**
   * Estimates with confidence intervals.
   *
   * @param measure ratio or difference
   * @param studies the studies
   * @param inputs for each study the estimate, lower and upper limit as printed
   * @param level of the printed intervals, for example 0.95
   * @return the effects
   * @throws StudyDataException naming every study whose limits could be equal before rounding, or a
   *     ratio that could be 0
   */
  public static PrintedEffects intervals(
      Measure measure, Studies studies, List<List<PrintedInput>> inputs, double level) {
    check(studies, inputs, 3, i -> positive(measure, i), "ratios must be above 0 before rounding");
    check(
        studies,
        inputs,
        3,
        i -> i.get(1).upper() < i.get(2).lower(),
        "interval must be wider than its rounding");
    return new PrintedEffects(studies, inputs, ReportedForm.INTERVAL.of(measure, level), List.of());
  }

  /**
   * Estimates with standard errors.
   *
   * @param measure ratio or difference
   * @param studies the studies
   * @param inputs for each study the estimate as printed and the standard error on the analysis
   *     scale
   * @return the effects
   * @throws StudyDataException naming every study whose standard error could be 0, or a ratio that
   *     could be 0
   */
  public static PrintedEffects standardErrors(
      Measure measure, Studies studies, List<List<PrintedInput>> inputs) {
    check(
        studies,
        inputs,
        2,
        i -> positive(measure, i.subList(0, 1)),
        "ratio must be above 0 before rounding");
    check(
        studies,
        inputs,
        2,
        i -> i.get(1).lower() > 0,
        "standard error must be above 0 before rounding");
    return new PrintedEffects(
        studies, inputs, ReportedForm.STANDARD_ERROR.of(measure, 0.95), List.of());
  }

  /**
   * Estimates with two-sided p values: SE = |estimate| / z.
   *
   * @param measure ratio or difference
   * @param studies the studies
   * @param inputs for each study the estimate and the p value as printed
   * @return the effects
   * @throws StudyDataException naming every study whose estimate could be no effect, or whose p
   *     value could be 0 or 1, before rounding
   */
  public static PrintedEffects pValues(
      Measure measure, Studies studies, List<List<PrintedInput>> inputs) {
    double none = measure.isRatio() ? 1 : 0;
    check(
        studies,
        inputs,
        2,
        i ->
            (i.get(0).lower() > none || i.get(0).upper() < none)
                && positive(measure, i.subList(0, 1)),
        "estimate must differ from no effect before rounding, as p gives no standard error there");
    check(
        studies,
        inputs,
        2,
        i -> i.get(1).lower() > 0 && i.get(1).upper() < 1,
        "p value must be above 0 and below 1 before rounding");
    return new PrintedEffects(studies, inputs, ReportedForm.P_VALUE.of(measure, 0.95), List.of());
  }

  /**
   * Log-rank statistics: estimate (O − E)/V, SE = 1/√V.
   *
   * @param measure a ratio
   * @param studies the studies
   * @param inputs for each study O − E and V as printed
   * @return the effects
   * @throws StudyDataException naming every study whose V could be 0 before rounding
   */
  public static PrintedEffects logRank(
      Measure measure, Studies studies, List<List<PrintedInput>> inputs) {
    check(studies, inputs, 2, i -> i.get(1).lower() > 0, "V must be above 0 before rounding");
    return new PrintedEffects(studies, inputs, ReportedForm.LOG_RANK.of(measure, 0.95), List.of());
  }

  /**
   * Two-arm counts that percentages stand for.
   *
   * @param measure for example {@code RISK_RATIO}
   * @param studies the studies
   * @param inputs for each study events, total, events, total; events as {@link
   *     PrintedInput#of(String, org.copse.convert.AttainableCounts)}, totals exact
   * @return the effects
   */
  public static PrintedEffects counts(
      BinaryMeasure measure, Studies studies, List<List<PrintedInput>> inputs) {
    check(
        studies,
        inputs,
        4,
        i -> i.get(0).possible() < 1e9 && i.get(2).possible() < 1e9 && exact(i, 1) && exact(i, 3),
        "events must be counts and totals exact");
    return new PrintedEffects(studies, inputs, new CountsForm(measure, inputs), List.of());
  }

  /**
   * Two-arm means and standard deviations.
   *
   * @param measure for example {@code MEAN_DIFFERENCE}
   * @param studies the studies
   * @param inputs for each study n, mean, SD, n, mean, SD; the sizes exact
   * @return the effects
   * @throws StudyDataException naming every study whose SD could be 0 before rounding
   */
  public static PrintedEffects means(
      ContinuousMeasure measure, Studies studies, List<List<PrintedInput>> inputs) {
    check(
        studies,
        inputs,
        6,
        i -> exact(i, 0) && exact(i, 3) && i.get(2).lower() > 0 && i.get(5).lower() > 0,
        "sizes must be exact and standard deviations above 0 before rounding");
    return of(
        studies,
        inputs,
        (i, v) -> new ArmMeans(v[0], v[1], v[2], v[3], v[4], v[5]),
        (s, data) -> ContinuousEffects.of(measure, s, data));
  }

  /**
   * Any outcome: numbers that make a study's data, and data that make effects. For example single
   * means: {@code of(studies, inputs, (i, v) -> new SingleMean(v[0], v[1], v[2]), (s, d) ->
   * SummaryEffects.of(RAW_MEAN, s, d))}.
   *
   * @param <D> the form of a study's data
   * @param studies the studies
   * @param inputs for each study its numbers, those that are known exactly as {@link
   *     PrintedInput#exact}
   * @param data makes a study's data of its numbers
   * @param effects makes effects of the data of all studies; both must be pure functions
   * @return the effects
   * @throws StudyDataException naming every study whose numbers break a rule of their outcome
   *     somewhere within rounding, or have an effect in part of it only
   */
  public static <D> PrintedEffects of(
      Studies studies,
      List<List<PrintedInput>> inputs,
      NumbersReader<D> data,
      BiFunction<Studies, List<D>, ? extends Effects> effects) {
    requireRows(studies, inputs);
    Studies one = Studies.named("study");
    PrintedCorners.check(
        studies, inputs, s -> corner -> effects.apply(one, List.of(data.of(s, corner))));
    PrintedForm form = new OutcomeForm<>(studies, inputs, data, effects);
    return new PrintedEffects(studies, inputs, form, List.of());
  }

  /**
   * Studies that report in different ways, for example one its counts and the next a ratio with its
   * interval.
   *
   * @param studies the studies
   * @param rows for each study its effect as printed, of one study each and all of one measure
   * @return the effects, with the notes of all rows
   * @throws IllegalArgumentException when the rows do not match the studies, or their measures
   *     differ
   */
  public static PrintedEffects mixed(Studies studies, List<PrintedEffects> rows) {
    if (rows.isEmpty()
        || rows.size() != studies.size()
        || rows.stream().anyMatch(r -> r.size() != 1 || r.measure() != rows.get(0).measure())) {
      throw new IllegalArgumentException(
          "Cannot carry rounding through: rows must be one study each, as many as there are labels (%s), all of one measure, was %s. Give each study's own."
              .formatted(studies.size(), rows));
    }
    List<List<PrintedInput>> inputs = rows.stream().map(r -> r.inputs(0)).toList();
    List<String> notes = rows.stream().flatMap(r -> r.notes().stream()).distinct().toList();
    return new PrintedEffects(studies, inputs, new MixedForm(rows.get(0).measure(), rows), notes);
  }

  private static boolean exact(List<PrintedInput> inputs, int index) {
    return inputs.get(index).lower() == inputs.get(index).upper();
  }

  private static boolean positive(Measure measure, List<PrintedInput> inputs) {
    return inputs.stream()
        .allMatch(
            i ->
                Double.isFinite(measure.scale().transform(i.lower()))
                    && Double.isFinite(measure.scale().transform(i.upper())));
  }

  private static void check(
      Studies studies,
      List<List<PrintedInput>> inputs,
      int width,
      Predicate<List<PrintedInput>> rule,
      String says) {
    requireRows(studies, inputs);
    List<DataProblem> problems = new ArrayList<>();
    for (int s = 0; s < inputs.size(); s++) {
      List<PrintedInput> row = inputs.get(s);
      if (row.size() != width) {
        throw new IllegalArgumentException(
            "Cannot carry rounding through: study '%s' must have %s numbers, was %s. Give them in the order stated."
                .formatted(studies.label(s), width, row.size()));
      }
      if (!rule.test(row)) {
        problems.add(PrintedCorners.problem(studies.label(s), s + 1, row, says));
      }
    }
    StudyDataException.throwIfAny(problems);
  }

  private static void requireRows(Studies studies, List<List<PrintedInput>> inputs) {
    if (studies.size() == 0 || studies.size() != inputs.size()) {
      throw new IllegalArgumentException(
          "Cannot carry rounding through: inputs must have one row a study (%s) and there must be one, was %s. Give as many rows as labels."
              .formatted(studies.size(), inputs.size()));
    }
  }

  /**
   * The same effects with notes added, for example on how the data were read.
   *
   * @param more further notes
   * @return new effects
   */
  public PrintedEffects withNotes(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new PrintedEffects(studies, inputs, form, all);
  }

  /**
   * The effects of the numbers as they stand in print.
   *
   * @return the effects
   */
  public Effects asPrinted() {
    return asPrinted;
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return asPrinted.measure();
  }

  /**
   * Who the studies are.
   *
   * @return labels, years, clusters, moderators
   */
  public Studies studies() {
    return studies;
  }

  /**
   * Number of studies.
   *
   * @return k
   */
  public int size() {
    return inputs.size();
  }

  /**
   * One study's numbers.
   *
   * @param study index, 0 for the first
   * @return as printed, with what they can stand for
   */
  public List<PrintedInput> inputs(int study) {
    return inputs.get(study);
  }

  /**
   * What a reader must know of the data.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * In how many ways the numbers can be, infinitely many unless all are counts.
   *
   * @return at least 1
   */
  public double combinations() {
    return Arrays.stream(flat(PrintedInput::possible)).reduce(1, (a, b) -> a * b);
  }

  PrintedForm form() {
    return form;
  }

  /** Where a study's numbers begin among all. */
  int from(int study) {
    return from[study];
  }

  /** Numbers of all studies. */
  int numbers() {
    return from[inputs.size()];
  }

  /** All inputs in one row, study after study. */
  List<PrintedInput> all() {
    return inputs.stream().flatMap(List::stream).toList();
  }

  double[] flat(ToDoubleFunction<PrintedInput> value) {
    return inputs.stream().flatMap(List::stream).mapToDouble(value).toArray();
  }

  @Override
  public String toString() {
    return "%s of %s studies as printed: %s numbers, %s"
        .formatted(
            measure().label(),
            size(),
            numbers(),
            inputs.stream()
                .flatMap(List::stream)
                .map(PrintedInput::name)
                .distinct()
                .collect(Collectors.joining(", ")));
  }
}
