package org.copse.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.copse.convert.Converted;
import org.copse.convert.ConvertedArm;
import org.copse.convert.ConvertedCounts;
import org.copse.convert.RawData;
import tech.tablesaw.api.Table;

/**
 * A table of patients, one a row, turned into a table of trials, one row a study: n, mean and SD,
 * or events and totals, of one group or of two arms.
 *
 * <p>{@code PatientArms.of(table).study("trial").arms("treatment", "6-MP",
 * "control").counts("relapse").binary("events1", "total1", "events2", "total2").as(RISK_RATIO)}
 *
 * <p>The summaries are those of {@link RawData}: SD with divisor n − 1, missing values left out.
 * Effects made of them carry a note on how every number came about. Immutable: every method returns
 * a new object.
 */
public final class PatientArms {

  private record Kind(List<String> names, Function<double[], List<Converted>> summary) {}

  private static final Kind MEANS =
      new Kind(
          List.of("n", "mean", "sd"),
          values -> {
            ConvertedArm arm = RawData.arm(values);
            return List.of(arm.n(), arm.mean(), arm.sd());
          });

  private static final Kind COUNTS =
      new Kind(
          List.of("events", "total"),
          flags -> {
            ConvertedCounts counts = RawData.counts(flags);
            return List.of(counts.events(), counts.total());
          });

  private final CellTable cells;
  private final String study;
  private final String label;
  private final String arm;
  private final List<String> arms;

  private PatientArms(CellTable cells, String study, String label, String arm, List<String> arms) {
    this.cells = cells;
    this.study = study;
    this.label = label;
    this.arm = arm;
    this.arms = List.copyOf(arms);
  }

  /**
   * Patients of a Tablesaw table, all of one study called as the table, all in one group.
   *
   * @param table at least one row
   * @return patients whose columns are to be named
   */
  public static PatientArms of(Table table) {
    String name = table.name() == null || table.name().isBlank() ? "Patients" : table.name();
    return new PatientArms(CellTable.of(table), "", name, "", List.of());
  }

  /**
   * Names the column that says of which study a patient is.
   *
   * @param column its name
   * @return new patients
   */
  public PatientArms study(String column) {
    return new PatientArms(cells, cells.column(column).name(), label, arm, arms);
  }

  /**
   * Says that all patients are of one study.
   *
   * @param name the study's label, not blank
   * @return new patients
   */
  public PatientArms oneStudy(String name) {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot summarise patients",
              "the study's label",
              "not be blank",
              "blank",
              "Give it a name."));
    }
    return new PatientArms(cells, "", name, arm, arms);
  }

  /**
   * Names the column of arms and which of its values are the two arms.
   *
   * @param column its name
   * @param treatment value of the arm that becomes arm 1
   * @param control value of the arm that becomes arm 2
   * @return new patients
   */
  public PatientArms arms(String column, String treatment, String control) {
    if (treatment.equals(control)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot summarise patients",
              "the two arms",
              "differ",
              "'" + treatment + "' twice",
              "Name the control."));
    }
    String name = cells.column(column).name();
    return new PatientArms(cells, study, label, name, List.of(treatment, control));
  }

  /**
   * Patients, mean and standard deviation of each study and arm.
   *
   * @param column column of values; a missing one is left out and noted
   * @return trials with the columns {@code study, n1, mean1, sd1} and, of two arms, {@code n2,
   *     mean2, sd2}
   * @throws IllegalArgumentException naming every bad row, study and arm
   */
  public Trials means(String column) {
    return summarised(column, MEANS);
  }

  /**
   * Events and patients of each study and arm.
   *
   * @param column column of flags, 1 for an event and 0 for none; a missing one is left out and
   *     noted
   * @return trials with the columns {@code study, events1, total1} and, of two arms, {@code
   *     events2, total2}
   * @throws IllegalArgumentException naming every bad row, study and arm
   */
  public Trials counts(String column) {
    return summarised(column, COUNTS);
  }

  private Trials summarised(String column, Kind kind) {
    CellColumn values = cells.column(column);
    require(rowProblems(values, kind));
    List<String> problems = new ArrayList<>();
    List<String> studies = List.copyOf(studies());
    CellColumn labels = CellColumn.ofTexts("study", studies.toArray(String[]::new));
    List<CellColumn> columns = new ArrayList<>(List.of(labels));
    for (int group = 0; group < Math.max(1, arms.size()); group++) {
      double[][] numbers = new double[kind.names().size()][studies.size()];
      String[][] how = new String[kind.names().size()][studies.size()];
      for (int i = 0; i < studies.size(); i++) {
        try {
          List<Converted> summary = kind.summary().apply(values(values, studies.get(i), group));
          for (int j = 0; j < numbers.length; j++) {
            numbers[j][i] = summary.get(j).value();
            how[j][i] = summary.get(j).note();
          }
        } catch (IllegalArgumentException e) {
          problems.add(where(studies.get(i), group) + ": " + e.getMessage());
        }
      }
      for (int j = 0; j < numbers.length; j++) {
        String name = kind.names().get(j) + (group + 1);
        columns.add(CellColumn.ofNumbers(name, numbers[j]).derived(how[j]));
      }
    }
    require(problems);
    return Trials.of(CellTable.of(cells.name(), columns)).study("study");
  }

  private String where(String of, int group) {
    return arms.isEmpty() ? "'%s'".formatted(of) : "'%s', %s".formatted(of, arms.get(group));
  }

  private Set<String> studies() {
    Set<String> studies = new LinkedHashSet<>();
    IntStream.range(0, cells.rows()).forEach(row -> studies.add(study(row)));
    return studies;
  }

  private String study(int row) {
    return study.isEmpty() ? label : cells.column(study).text(row);
  }

  private double[] values(CellColumn column, String of, int group) {
    return IntStream.range(0, cells.rows())
        .filter(row -> study(row).equals(of))
        .filter(row -> arms.isEmpty() || cells.column(arm).text(row).equals(arms.get(group)))
        .mapToDouble(row -> number(column, row))
        .toArray();
  }

  private static double number(CellColumn column, int row) {
    boolean missing = column.isMissing(row, MissingWords.DEFAULT);
    return missing ? Double.NaN : column.number(row, PercentRule.REFUSED);
  }

  private List<String> rowProblems(CellColumn values, Kind kind) {
    List<String> problems = new ArrayList<>();
    for (int row = 0; row < cells.rows(); row++) {
      String start = "Row %s: ".formatted(row + 1);
      if (!study.isEmpty() && cells.column(study).isMissing(row, MissingWords.DEFAULT)) {
        problems.add(start + study + " must name a study, was empty. Fill it in.");
      }
      if (!arms.isEmpty() && !arms.contains(cells.column(arm).text(row))) {
        problems.add(
            "%s%s must be %s, was '%s'. Correct it, or filter the rows."
                .formatted(start, arm, String.join(" or ", arms), cells.column(arm).text(row)));
      }
      double value = number(values, row);
      if (values.isMissing(row, MissingWords.DEFAULT)) {
        continue;
      }
      if (Double.isNaN(value)) {
        Numbers.Complaint complaint = Numbers.complaint(values.text(row), values.name());
        problems.add(
            "%s%s, was '%s'. %s"
                .formatted(start, complaint.rule(), values.text(row), complaint.remedy()));
      } else if (kind == COUNTS && value != 0 && value != 1) {
        problems.add(
            "%s%s must be 0 or 1, was %s. Code 1 for an event."
                .formatted(start, values.name(), values.text(row)));
      } else if (Double.isInfinite(value)) {
        problems.add(
            "%s%s must be finite, was %s. Correct it.".formatted(start, values.name(), value));
      }
    }
    return problems;
  }

  private static void require(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot summarise the patients: %s problem(s).\n  %s"
              .formatted(problems.size(), Messages.some(problems, "\n  ")));
    }
  }

  @Override
  public String toString() {
    return "Patients '%s': %s rows, to be summarised by study and arm"
        .formatted(cells.name(), cells.rows());
  }
}
