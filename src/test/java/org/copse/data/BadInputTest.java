package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.appraisal.Instruments;
import org.copse.appraisal.PrismaFlow;
import org.copse.survival.LogRank;
import org.copse.survival.SurvivalData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Several bad rows of different kinds at once: one message, and every row in it. */
class BadInputTest {

  private static String error(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static void names(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' in " + message);
    }
  }

  private static Table patients() {
    return Table.create(
        "patients",
        StringColumn.create("weeks", "-1", "2,5", "3", "", "5", "6"),
        StringColumn.create("relapse", "1", "2", "yes", "0", "0", "-1"),
        StringColumn.create("arm", "a", "b", "a", "", "b", "a"));
  }

  @Test
  void timesEventsTextAndMissingCellsOfPatients() {
    PatientTimes read = PatientTimes.of(patients()).times("weeks").events("relapse").groups("arm");
    String message = error(read::data);
    names(
        message,
        "Cannot use the survival data: 7 problems.",
        "Row 1: time must be a number, 0 or later, was -1.",
        "Row 2: column 'weeks' must hold a number with a decimal point, was '2,5'.",
        "Row 2: event must be 0 (censored) or 1 (event), was 2.",
        "Row 3: column 'relapse' must hold a number, was 'yes'.",
        "Row 4: time must be a number, 0 or later, was NaN.",
        "Row 4: label must be given, was missing.",
        "Row 6: event must be 0 (censored) or 1 (event), was -1.");
  }

  @Test
  void aBadTimeIsNotTakenForALateEntryAsWell() {
    String message =
        error(
            () ->
                SurvivalData.columns()
                    .times("t", Double.NaN, 2, -3)
                    .events("e", 1, 1, 1)
                    .entries("from", 1, 2, 0)
                    .check());
    names(message, "3 problems", "Row 1: time", "Row 2: entry", "Row 3: time");
  }

  @Test
  void rowsThatAreNotSpeltOutAreNumbered() {
    double[] times = IntStream.range(0, 70).mapToDouble(i -> i == 60 || i == 63 ? 1 : -1).toArray();
    double[] events = new double[70];
    String message = error(() -> SurvivalData.of(times, events));
    names(message, "68 problems", "Row 50: ", "... and 18 more, in rows 51-60, 62-63, 65-70.");
  }

  @Test
  void groupsOfOneAndWithoutEventsAreAllInOneNote() {
    SurvivalData data =
        SurvivalData.ofGroups(
            new double[] {1, 2, 3, 4, 5},
            new double[] {0, 1, 0, 0, 1},
            List.of("a", "b", "c", "c", "d"));
    assertEquals(
        List.of("groups 'a', 'b', 'd' have one patient each", "no events in groups 'a', 'c'"),
        data.notes());
    assertEquals(
        List.of("group 'a' has one patient", "no events in group 'a'"),
        SurvivalData.ofGroups(
                new double[] {1, 2, 3}, new double[] {0, 1, 0}, List.of("a", "b", "b"))
            .notes());
  }

  @Test
  void everyWeightThatIsNoNumberOfPatientsIsNamed() {
    SurvivalData data =
        SurvivalData.columns()
            .times("t", 1, 2, 3, 4)
            .events("e", 1, 1, 0, 1)
            .weights("w", 1.5, 1, 2, 0.25)
            .groups("g", List.of("a", "b", "a", "b"))
            .check();
    names(error(() -> LogRank.of(data)), "was 1.5 (row 1), 0.25 (row 4).");
  }

  @Test
  void patientsWithoutAGroupAndCellsThatAreNoNumbers() {
    Table table = patients();
    table.removeColumns("relapse");
    PatientTable read = PatientTable.of(table).groups("arm").numbers("weeks");
    names(
        error(read::data),
        "2 cells are not as they must be",
        "Row 2: column 'weeks' must hold a number with a decimal point, was '2,5'",
        "Row 4: column 'arm' must name the group, was empty");
  }

  @Test
  void answersOutsideTheOptionsOfDomainsAndOverall() {
    Table table = Table.create("rob", StringColumn.create("study", "x", "y", "z"));
    for (String letter : "D1 D2 D3 D4 D5".split(" ")) {
      table.addColumns(StringColumn.create(letter, "low", "low", "high"));
    }
    table.stringColumn("D2").set(0, "fine");
    table.stringColumn("D5").set(0, "unclear").set(2, "3");
    table.addColumns(StringColumn.create("overall", "low", "medium", "bad"));
    String message =
        error(
            () ->
                AppraisalTable.of(table, Instruments.rob2())
                    .study("study")
                    .overall("overall")
                    .read());
    names(
        message,
        "5 problems",
        "Study 'x' (row 1): D2",
        "was 'fine'",
        "was 'unclear'",
        "Study 'y' (row 2): Overall judgement must be one of Low, Some concerns, High, was 'medium'",
        "Study 'z' (row 3): D5",
        "was 'bad'");
  }

  @Test
  void pointsAndTotalsOutsideTheirRange() {
    Table table =
        Table.create(
            "jadad",
            StringColumn.create("study", "x", "y"),
            StringColumn.create("R", "3", "1"),
            StringColumn.create("B", "1", "-1"),
            StringColumn.create("W", "1", "1"),
            StringColumn.create("total", "five", "2.5"));
    names(
        error(
            () ->
                AppraisalTable.of(table, Instruments.jadad())
                    .study("study")
                    .overall("total")
                    .read()),
        "4 problems",
        "was '3'",
        "was '-1'",
        "was 'five'",
        "was '2.5'");
  }

  @Test
  void longTablesNameBadDomainsAndAnswersByTheirOwnRows() {
    Table table =
        Table.create(
            "long",
            StringColumn.create("study", "a", "a", "a", "b", "b", "b", "b"),
            StringColumn.create("item", "R", "Q", "W", "W", "B", "R", "Overall"),
            StringColumn.create("points", "7", "1", "1", "0", "x", "1", "many"));
    String message =
        error(
            () ->
                AppraisalTable.of(table, Instruments.jadad())
                    .study("study")
                    .longForm("item", "points")
                    .read());
    names(
        message,
        "4 problems",
        "Study 'a' (row 1): R",
        "Study 'a' (row 2): domain must be one of",
        "Study 'b' (row 5): B",
        "Study 'b' (row 7): total must be a whole number");
  }

  @Test
  void boxesThatDoNotAddUpOrAreNegative() {
    String message =
        error(
            () ->
                PrismaFlow.newReview()
                    .identified(100)
                    .removed(10)
                    .screened(95)
                    .excluded(60)
                    .sought(30)
                    .notRetrieved(-1)
                    .assessed(31)
                    .reportsExcluded(20)
                    .studies(9)
                    .reports(9)
                    .check());
    names(
        message,
        "4 problems",
        "'Reports not retrieved' must be 0 or more, was -1",
        "'Records identified from databases and registers' (100) must be the sum of",
        "'Records screened' (95) must be the sum of",
        "'Reports assessed for eligibility' (31) must be the sum of");
  }

  @Test
  void countsOfAdverseEventsOverAllEventsAtOnce() {
    Table table =
        Table.create(
            "events",
            StringColumn.create("study", "s1", "s2", "s1", "s2", "s3"),
            StringColumn.create("event", "rash", "rash", "pain", "pain", ""),
            DoubleColumn.create("e1", -1, 3, 5, 11, 1),
            IntColumn.create("n1", 10, 10, 10, 10, 10),
            DoubleColumn.create("e2", 1, 2.5, 12, 1, 1),
            IntColumn.create("n2", 10, 10, 10, 0, 10));
    String message =
        error(
            () ->
                Trials.of(table)
                    .study("study")
                    .adverseEvents("event")
                    .binary("e1", "n1", "e2", "n2"));
    names(message, "(row 1)", "(row 2)", "(row 3)", "(row 4)", "(row 5)");
  }

  @Test
  void cellsAndRepeatedRowsOfAPrintedTable() {
    Table table =
        Table.create(
            "printed",
            StringColumn.create("variable", "sex", "sex", "sex", "sex"),
            StringColumn.create("level", "f", "m", "f", "x"),
            StringColumn.create("n", "3", "4.5", "3", "-2"),
            StringColumn.create("pct", "30", "4O", "30", "10 %"));
    PrintedTable read =
        PrintedTable.of(table).rows("variable", "level").group("All", 10, "n", "pct");
    String message = error(read::counts);
    names(message, "5 cells", "Row 2 ('m'): n", "Row 2 ('m'): pct", "Row 3 ('f'): it must stand");
    names(message, "was also row 1", "Row 4 ('x'): n", "Row 4 ('x'): pct");
  }

  @Test
  void netChangesOfEveryRowAtOnce() {
    Table table =
        Table.create(
            "changes",
            StringColumn.create("study", "a", "b", "c"),
            DoubleColumn.create("n", 0, 10, 10),
            DoubleColumn.create("change", 1, 1, 1),
            DoubleColumn.create("sd", 1, -1, Double.NaN));
    ArmChangeColumns columns = ArmChangeColumns.changes("n", "change", "sd");
    String message =
        error(
            () ->
                Trials.of(table)
                    .study("study")
                    .change()
                    .net(columns)
                    .as(org.copse.effect.NetChangeMeasure.NET_CHANGE));
    names(message, "(row 1)", "(row 2)", "(row 3)");
  }

  @Test
  void decisionsOnRecordsOfEveryRowAtOnce() {
    String rows =
        Arrays.stream(
                error(
                        () ->
                            ScreeningTable.of(
                                    Table.create(
                                        "records",
                                        StringColumn.create("db", "M", "M", "", "M"),
                                        StringColumn.create("in", "yes", "maybe", "no", ""),
                                        StringColumn.create("ok", "perhaps", "", "no", "yes"),
                                        StringColumn.create("study", "s", "", "", "t")))
                                .source("db")
                                .screening("in")
                                .eligible("ok")
                                .study("study")
                                .flow())
                    .split("\n"))
            .map(String::strip)
            .filter(line -> line.startsWith("Row "))
            .map(line -> line.substring(4, 5))
            .distinct()
            .sorted()
            .collect(Collectors.joining());
    assertEquals("1234", rows);
  }
}
