package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.CountRules;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.MeansRules;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.sensitivity.PrintedEffects;

/**
 * A table whose rows report their effect in different ways: one gives counts, the next a ratio with
 * its interval, the next a p value.
 *
 * <p>{@code trials.mixed().counts("e1", "n1", "e2", "n2").interval("or", "low", "high").p("or",
 * "p").as(ODDS_RATIO)}. Every row takes the first format, in the order in which they are named,
 * whose cells are all there; a note says which studies took which. Counts and means need a measure
 * of counts or means; O − E and V need a ratio.
 *
 * <p>Immutable: every method returns a new object.
 */
public final class MixedOutcome {

  private static final double DEFAULT_LEVEL = 0.95;

  private final CellTable cells;
  private final Roles roles;
  private final List<RowFormat> formats;
  private final double level;
  private final String kinds;

  MixedOutcome(CellTable cells, Roles roles) {
    this(cells, roles, List.of(), DEFAULT_LEVEL, "");
  }

  private MixedOutcome(
      CellTable cells, Roles roles, List<RowFormat> formats, double level, String kinds) {
    this.cells = cells;
    this.roles = roles;
    this.formats = formats;
    this.level = level;
    this.kinds = kinds;
  }

  private MixedOutcome with(RowFormat.Kind kind, String... columns) {
    for (String column : columns) {
      cells.column(column);
    }
    List<RowFormat> more = new ArrayList<>(formats);
    more.add(RowFormat.of(kind, columns));
    return new MixedOutcome(cells, roles, List.copyOf(more), level, kinds);
  }

  /**
   * Rows may give counts of two arms.
   *
   * @param events1 events, treatment
   * @param total1 patients, treatment
   * @param events2 events, control
   * @param total2 patients, control
   * @return a new outcome
   */
  public MixedOutcome counts(String events1, String total1, String events2, String total2) {
    return with(RowFormat.Kind.COUNTS, events1, total1, events2, total2);
  }

  /**
   * Rows may give means and standard deviations of two arms.
   *
   * @param n1 patients, treatment
   * @param mean1 mean, treatment
   * @param sd1 standard deviation, treatment
   * @param n2 patients, control
   * @param mean2 mean, control
   * @param sd2 standard deviation, control
   * @return a new outcome
   */
  public MixedOutcome means(
      String n1, String mean1, String sd1, String n2, String mean2, String sd2) {
    return with(RowFormat.Kind.MEANS, n1, mean1, sd1, n2, mean2, sd2);
  }

  /**
   * Rows may give an estimate with its confidence interval.
   *
   * @param estimate as printed
   * @param low lower limit
   * @param high upper limit
   * @return a new outcome
   */
  public MixedOutcome interval(String estimate, String low, String high) {
    return with(RowFormat.Kind.INTERVAL, estimate, low, high);
  }

  /**
   * Rows may give an estimate with its standard error on the analysis scale.
   *
   * @param estimate as printed
   * @param standardError of the logarithm for ratios
   * @return a new outcome
   */
  public MixedOutcome standardError(String estimate, String standardError) {
    return with(RowFormat.Kind.STANDARD_ERROR, estimate, standardError);
  }

  /**
   * Rows may give an estimate with its two-sided p value.
   *
   * @param estimate as printed
   * @param p exact p value
   * @return a new outcome
   */
  public MixedOutcome p(String estimate, String p) {
    return with(RowFormat.Kind.P_VALUE, estimate, p);
  }

  /**
   * Rows may give log-rank statistics.
   *
   * @param oe O − E of the treatment arm
   * @param v its variance
   * @return a new outcome
   */
  public MixedOutcome observedMinusExpected(String oe, String v) {
    return with(RowFormat.Kind.LOG_RANK, oe, v);
  }

  /**
   * States the level of the printed intervals; 0.95 unless said otherwise.
   *
   * @param newLevel for example 0.90
   * @return a new outcome
   */
  public MixedOutcome level(double newLevel) {
    return new MixedOutcome(cells, roles, formats, Interval.requireLevel(newLevel), kinds);
  }

  /**
   * Names the column that says whether a row's means, or the difference it reports, are of changes
   * from baseline or of final values; as {@link MeansOutcome#kind}.
   *
   * @param column the column, none of those of the formats
   * @return a new outcome
   */
  public MixedOutcome kind(String column) {
    return new MixedOutcome(cells, roles, formats, level, cells.column(column).name());
  }

  /**
   * Effects of all rows on one scale.
   *
   * @param measure for example {@code ODDS_RATIO}
   * @return effects, with notes on the format of each study; a study whose counts say nothing on
   *     the measure is left out with a note
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   * @throws IllegalArgumentException when no format was named, or one cannot give the measure
   */
  public ReportedEffects as(Measure measure) {
    return as(measure, read(measure));
  }

  /**
   * Effects that carry the rounding of the printed numbers, for {@link
   * org.copse.sensitivity.Rounding}; counts and numbers of patients are exact. Of text cells the
   * decimals count as printed; a column of typed numbers is taken to have the decimals of its
   * longest.
   *
   * @param measure for example {@code ODDS_RATIO}
   * @return the effects as printed, with notes on the format of each study; a study whose counts
   *     say nothing on the measure is left out with a note
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used
   * @throws IllegalArgumentException when no format was named, or one cannot give the measure
   */
  public PrintedEffects asPrinted(Measure measure) {
    Read read = read(measure);
    ReportedEffects effects = as(measure, read);
    Set<String> kept = Set.copyOf(effects.studies().labels());
    List<Integer> used =
        Arrays.stream(read.columns().used())
            .filter(i -> kept.contains(read.mixed().rows().label(i)))
            .boxed()
            .toList();
    return new MixedPrinted(read.mixed(), measure, level)
        .of(effects.studies(), used)
        .withNotes(effects.notes());
  }

  /** Checked rows. */
  private record Read(MixedRows mixed, StudyColumns columns) {}

  private Read read(Measure measure) {
    formats.forEach(format -> requireFits(format.kind(), measure));
    if (formats.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use a mixed table",
              "at least one format",
              "be named",
              "none",
              "Name one, for example interval(\"or\", \"low\", \"high\")."));
    }
    MixedRows mixed = new MixedRows(cells, roles, formats);
    StudyRows rows = mixed.rows();
    List<DataProblem> problems = rows.problems();
    for (int i : rows.readable()) {
      check(mixed, i, measure, problems);
    }
    return new Read(mixed, rows.studies(problems));
  }

  private void check(MixedRows mixed, int i, Measure measure, List<DataProblem> problems) {
    StudyRows rows = mixed.rowsFor(i);
    switch (mixed.format(i).kind()) {
      case COUNTS -> {
        checkCounts(rows, i, 0, problems);
        checkCounts(rows, i, 2, problems);
      }
      case MEANS -> {
        checkMeans(rows, i, 0, problems);
        checkMeans(rows, i, 3, problems);
      }
      case INTERVAL -> {
        if (IntervalRules.check(rows, i, measure, problems)
            && IntervalRules.checkSymmetry(rows, i, measure, problems)) {
          ReportedRules.usable(rows, i, interval(rows, i, measure), problems);
        }
      }
      default -> {
        ReportedKind kind = mixed.format(i).reported();
        if (kind.check(rows, i, measure, problems)) {
          Reported reported = kind.reported(measure, rows.value(i, 0), rows.value(i, 1));
          ReportedRules.usable(rows, i, reported, problems);
        }
      }
    }
  }

  private static void checkCounts(StudyRows rows, int i, int j, List<DataProblem> problems) {
    CountRules.check(
        rows.label(i),
        i + 1,
        rows.value(i, j),
        rows.value(i, j + 1),
        rows.column(j),
        rows.column(j + 1),
        problems);
  }

  private static void checkMeans(StudyRows rows, int i, int j, List<DataProblem> problems) {
    MeansRules.check(
        rows.label(i),
        i + 1,
        rows.value(i, j),
        rows.value(i, j + 1),
        rows.value(i, j + 2),
        rows.column(j),
        rows.column(j + 1),
        rows.column(j + 2),
        problems);
  }

  private Reported interval(StudyRows rows, int i, Measure measure) {
    return Reported.fromInterval(
        measure, rows.value(i, 0), rows.value(i, 1), rows.value(i, 2), level);
  }

  private ReportedEffects as(Measure measure, Read read) {
    MixedRows mixed = read.mixed();
    StudyColumns columns = read.columns();
    List<String> notes = new ArrayList<>();
    List<Reported> data = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int[] used = columns.used();
    for (int at = 0; at < used.length; at++) {
      Reported reported = reported(mixed, used[at], measure, notes);
      if (reported != null) {
        data.add(reported);
        kept.add(at);
      }
    }
    notes.addAll(columns.notes(mixed.rows()));
    Studies who = columns.studies();
    Studies known =
        kinds.isEmpty() ? who : who.withValueKinds(ValueKinds.of(mixed.rows(), columns, kinds));
    Studies studies = known.subset(kept.stream().mapToInt(Integer::intValue).toArray());
    return ReportedEffects.of(measure, studies, data).withNotes(notes);
  }

  /** The row's estimate, or null where its counts say nothing on the measure. */
  private Reported reported(MixedRows mixed, int i, Measure measure, List<String> notes) {
    StudyRows rows = mixed.rowsFor(i);
    RowFormat format = mixed.format(i);
    return switch (format.kind()) {
      case COUNTS ->
          ofRaw(
              BinaryEffects.of(
                  (BinaryMeasure) measure,
                  Studies.named(rows.label(i)),
                  List.of(
                      new TwoByTwo(
                          rows.value(i, 0), rows.value(i, 1), rows.value(i, 2), rows.value(i, 3)))),
              format,
              notes);
      case MEANS ->
          ofRaw(
              ContinuousEffects.of(
                  (ContinuousMeasure) measure,
                  Studies.named(rows.label(i)),
                  List.of(
                      new ArmMeans(
                          rows.value(i, 0),
                          rows.value(i, 1),
                          rows.value(i, 2),
                          rows.value(i, 3),
                          rows.value(i, 4),
                          rows.value(i, 5)))),
              format,
              notes);
      case INTERVAL -> interval(rows, i, measure);
      default -> format.reported().reported(measure, rows.value(i, 0), rows.value(i, 1));
    };
  }

  private static Reported ofRaw(Effects one, RowFormat format, List<String> notes) {
    notes.addAll(one.notes());
    return one.isEstimable(0)
        ? new Reported(one.estimate(0), one.standardError(0), format.kind().words())
        : null;
  }

  private static void requireFits(RowFormat.Kind kind, Measure measure) {
    boolean fits =
        switch (kind) {
          case COUNTS -> measure instanceof BinaryMeasure;
          case MEANS -> measure instanceof ContinuousMeasure;
          case LOG_RANK -> measure.isRatio();
          default -> true;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use rows of " + kind.words(),
              "measure",
              "be one that they give",
              measure.label(),
              switch (kind) {
                case COUNTS -> "Use ODDS_RATIO, RISK_RATIO or another measure of counts.";
                case MEANS -> "Use MEAN_DIFFERENCE or another measure of means.";
                default -> "Use HAZARD_RATIO.";
              }));
    }
  }

  @Override
  public String toString() {
    return "Mixed table of %s rows with %s formats; choose a measure with .as(...)"
        .formatted(cells.rows(), formats.size());
  }
}
