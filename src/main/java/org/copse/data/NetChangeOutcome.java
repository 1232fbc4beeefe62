package org.copse.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.convert.Converted;
import org.copse.effect.DataProblem;
import org.copse.effect.NetChange;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.SummaryEffects;
import org.copse.sensitivity.PrintedEffects;
import org.copse.sensitivity.PrintedInput;

/**
 * Net changes: end minus baseline of single-arm trials, differences of such changes between arms of
 * controlled trials, in one table.
 *
 * <p>{@code trials.change().net(arm).control(other).controlledWhere("design",
 * "RCT").correlation(ChangeSd.assumedCorrelation(0.7, "a similar trial")).as(NET_CHANGE)}. A row
 * whose control columns are all empty is a single-arm trial, unless it is said to be controlled;
 * the effects carry a note on which is which. Immutable.
 */
public final class NetChangeOutcome {

  private final CellTable cells;
  private final Roles roles;
  private final ArmChangeColumns arm;
  private final Optional<ArmChangeColumns> control;
  private final Optional<Converted> correlation;
  private final String designColumn;
  private final String designValue;

  NetChangeOutcome(CellTable cells, Roles roles, ArmChangeColumns arm) {
    this(cells, roles, arm, Optional.empty(), Optional.empty(), "", "");
  }

  private NetChangeOutcome(
      CellTable cells,
      Roles roles,
      ArmChangeColumns arm,
      Optional<ArmChangeColumns> control,
      Optional<Converted> correlation,
      String designColumn,
      String designValue) {
    this.cells = cells;
    this.roles = roles;
    this.arm = Objects.requireNonNull(arm, "arm");
    this.control = control;
    this.correlation = correlation;
    this.designColumn = designColumn;
    this.designValue = designValue;
  }

  /**
   * Columns of the control arm.
   *
   * @param columns empty in the rows of single-arm trials
   * @return a new outcome
   */
  public NetChangeOutcome control(ArmChangeColumns columns) {
    return new NetChangeOutcome(
        cells, roles, arm, Optional.of(columns), correlation, designColumn, designValue);
  }

  /**
   * Says which trials are controlled, so that one whose control is not printed is an incomplete
   * row, not a single-arm trial.
   *
   * @param column for example "design"
   * @param value what it holds for a controlled trial, for example "RCT"
   * @return a new outcome
   */
  public NetChangeOutcome controlledWhere(String column, String value) {
    return new NetChangeOutcome(
        cells, roles, arm, control, correlation, cells.column(column).name(), value);
  }

  /**
   * The correlation of a patient's values before and after, for rows that do not print the SD of
   * the changes. Vary it: {@link org.copse.sensitivity.CorrelationSweep}.
   *
   * @param r for example of {@code ChangeSd.assumedCorrelation(0.7, "a similar trial")}
   * @return a new outcome
   */
  public NetChangeOutcome correlation(Converted r) {
    return new NetChangeOutcome(
        cells, roles, arm, control, Optional.of(r), designColumn, designValue);
  }

  /**
   * Effects of the changes.
   *
   * @param measure {@code NET_CHANGE}
   * @return effects with raw data, moderators and notes
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryEffects<NetChange> as(NetChangeMeasure measure) {
    Read read = read();
    return SummaryEffects.of(measure, read.studies().studies(), read.data()).withNotes(notes(read));
  }

  /**
   * Effects that carry the rounding of the printed means and standard deviations, for {@link
   * org.copse.sensitivity.Rounding}; sizes and the assumed correlation are exact.
   *
   * @param measure {@code NET_CHANGE}
   * @return the effects as printed, with notes
   * @throws org.copse.effect.StudyDataException naming every row that cannot be used, or that
   *     rounding makes impossible
   */
  public PrintedEffects asPrinted(NetChangeMeasure measure) {
    Read read = read();
    int[] used = read.studies().used();
    int[] sizes = {0, read.arms().first().size()};
    List<int[]> columns = Arrays.stream(used).mapToObj(i -> needed(read.arms(), i)).toList();
    List<List<PrintedInput>> inputs = new ArrayList<>();
    for (int s = 0; s < used.length; s++) {
      int row = used[s];
      inputs.add(
          Arrays.stream(columns.get(s))
              .mapToObj(j -> PrintedCells.cell(read.rows(), row, j, sizes))
              .toList());
    }
    return PrintedCells.inRows(
            used,
            () ->
                PrintedEffects.of(
                    read.studies().studies(),
                    inputs,
                    (s, v) -> change(read.arms(), used[s], j -> v[position(columns.get(s), j)]),
                    (who, data) -> SummaryEffects.of(measure, who, data)))
        .withNotes(as(measure).notes())
        .withNotes(
            PrintedCells.notes(read.rows(), PrintedCells.rounded(read.arms().columns(), sizes)));
  }

  private static int position(int[] columns, int column) {
    return IntStream.range(0, columns.length)
        .filter(p -> columns[p] == column)
        .findFirst()
        .getAsInt();
  }

  /** The columns that give the effect of a row. */
  private int[] needed(ArmRows arms, int row) {
    return IntStream.range(0, arms.columns())
        .filter(j -> needs(arms.first(), arms.second(), row, j))
        .toArray();
  }

  private boolean needs(NetChangeArm first, Optional<NetChangeArm> second, int row, int column) {
    return column < first.size()
        ? first.needs(row, column)
        : hasControl(second, row) && second.get().needs(row, column);
  }

  /** The columns of both arms and their cells. */
  private record ArmRows(NetChangeArm first, Optional<NetChangeArm> second, StudyRows rows) {
    int columns() {
      return first.size() + second.map(NetChangeArm::size).orElse(0);
    }
  }

  /** Checked rows. */
  private record Read(ArmRows arms, StudyColumns studies, List<NetChange> data) {
    StudyRows rows() {
      return arms.rows();
    }
  }

  private Read read() {
    NetChangeArm first = new NetChangeArm(cells, roles, arm, 0);
    Optional<NetChangeArm> second =
        control.map(c -> new NetChangeArm(cells, roles, c, first.size()));
    String[] names =
        Stream.concat(
                Arrays.stream(first.names()), second.stream().flatMap(s -> Stream.of(s.names())))
            .toArray(String[]::new);
    StudyRows rows = new StudyRows(cells, roles, (i, j) -> needs(first, second, i, j), names);
    ArmRows arms = new ArmRows(first, second, rows);
    List<DataProblem> problems = rows.problems();
    Map<Integer, NetChange> data = new LinkedHashMap<>();
    for (int i : rows.readable()) {
      checked(arms, i, problems).ifPresent(d -> data.put(i, d));
    }
    StudyColumns studies = rows.studies(problems);
    List<NetChange> used = Arrays.stream(studies.used()).mapToObj(data::get).toList();
    return new Read(arms, studies, used);
  }

  private boolean hasControl(Optional<NetChangeArm> second, int row) {
    return second.isPresent() && (second.get().isThere(row) || isControlled(row));
  }

  private boolean isControlled(int row) {
    return !designColumn.isEmpty() && cells.column(designColumn).text(row).equals(designValue);
  }

  private NetChange change(ArmRows arms, int i, IntToDoubleFunction cell) {
    double r = correlation.map(Converted::value).orElse(Double.NaN);
    Optional<NetChangeArm> other = hasControl(arms.second(), i) ? arms.second() : Optional.empty();
    return new NetChange(arms.first().arm(cell, i, r), other.map(o -> o.arm(cell, i, r)));
  }

  private Optional<NetChange> checked(ArmRows arms, int i, List<DataProblem> problems) {
    StudyRows rows = arms.rows();
    NetChangeArm first = arms.first();
    Optional<NetChangeArm> other = hasControl(arms.second(), i) ? arms.second() : Optional.empty();
    boolean needed = first.usesCorrelation(i) || other.map(o -> o.usesCorrelation(i)).orElse(false);
    if (needed && correlation.isEmpty()) {
      problems.add(
          new DataProblem(
              rows.label(i),
              i + 1,
              first.names(i).get(2),
              "SD of the changes must be printed or a correlation be given",
              "neither",
              "Use correlation(ChangeSd.assumedCorrelation(r, \"source\")) and vary r."));
      return Optional.empty();
    }
    NetChange change = change(arms, i, j -> rows.value(i, j));
    List<String> names = new ArrayList<>(first.names(i));
    names.addAll(other.map(o -> o.names(i)).orElse(List.of("", "", "")));
    change.check(rows.label(i), i + 1, names, problems);
    return Optional.of(change);
  }

  private List<String> notes(Read read) {
    StudyRows rows = read.rows();
    int[] used = read.studies().used();
    List<NetChange> data = read.data();
    List<String> controlled = new ArrayList<>();
    List<String> single = new ArrayList<>();
    List<String> imputed = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      String label = rows.label(used[i]);
      (data.get(i).control().isPresent() ? controlled : single).add(label);
      if (data.get(i).usesCorrelation()) {
        imputed.add(label);
      }
    }
    List<String> notes = new ArrayList<>(read.studies().notes(rows));
    if (!controlled.isEmpty()) {
      notes.add("Controlled, difference of changes: " + Messages.some(controlled, "; ") + ".");
    }
    if (!single.isEmpty()) {
      notes.add("Single arm, change alone: " + Messages.some(single, "; ") + ".");
    }
    if (!controlled.isEmpty() && !single.isEmpty()) {
      notes.add(
          "Differences against a control and changes without one are not the same quantity; look at"
              + " them apart as well.");
    }
    if (!imputed.isEmpty()) {
      notes.add(
          "SD of the changes computed, not printed: %s; %s."
              .formatted(Messages.some(imputed, "; "), correlation.orElseThrow().note()));
    }
    return notes;
  }

  @Override
  public String toString() {
    return "Net changes of %s rows; choose a measure with .as(NET_CHANGE)".formatted(cells.rows());
  }
}
