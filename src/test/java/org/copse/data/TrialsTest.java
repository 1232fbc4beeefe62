package org.copse.data;

import static org.copse.effect.BinaryMeasure.RISK_DIFFERENCE;
import static org.copse.effect.BinaryMeasure.RISK_RATIO;
import static org.copse.effect.ContinuousMeasure.MEAN_DIFFERENCE;
import static org.copse.effect.ProportionMeasure.RAW_PROPORTION;
import static org.copse.effect.ReportedMeasure.GENERIC_DIFFERENCE;
import static org.copse.effect.ReportedMeasure.HAZARD_RATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.DataProblem;
import org.copse.effect.Moderator;
import org.copse.effect.ReportedEffects;
import org.copse.effect.StudyDataException;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TrialsTest {

  private static Trials bcg() {
    return Trials.of(Datasets.bcgVaccine()).study("author").year("year");
  }

  /** A table of text columns: the header, then rows, cells parted by a bar. */
  static Trials text(String header, String... rows) {
    String[] names = header.split("\\|", -1);
    StringColumn[] columns = new StringColumn[names.length];
    for (int j = 0; j < names.length; j++) {
      columns[j] = StringColumn.create(names[j]);
      for (String row : rows) {
        columns[j].append(row.split("\\|", -1)[j]);
      }
    }
    return Trials.of(Table.create("text", columns));
  }

  @Test
  void bcgRiskRatiosAreThoseOfMetafor() {
    BinaryEffects effects = bcg().binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);
    assertEquals(13, effects.size());
    assertEquals(-0.889311333920205, effects.estimate(0), 1e-13);
    assertEquals(0.325584765003949, effects.variance(0), 1e-13);
    assertEquals(-0.0173139482168798, effects.estimate(12), 1e-13);
    assertTrue(effects.notes().isEmpty(), effects.notes().toString());
  }

  @Test
  void labelsTakeTheYearOnceAndModeratorsKeepTheirKind() {
    BinaryEffects effects = bcg().binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);
    assertEquals("Aronson 1948", effects.studies().label(0));
    assertEquals("Comstock et al 1976", effects.studies().label(12));
    assertEquals(1948, effects.studies().year(0));
    assertEquals(
        List.of("trial", "author", "year", "ablat", "alloc", "source"),
        effects.studies().moderatorNames());
    assertTrue(effects.studies().moderator("ablat") instanceof Moderator.Numeric);
    assertTrue(effects.studies().moderator("alloc") instanceof Moderator.Categorical);
    BinaryEffects both =
        bcg().study("author", "year").binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);
    assertEquals("Aronson 1948", both.studies().label(0));
  }

  @Test
  void groupMakesCategoriesOfNumbersAndClusterFallsBackToTheLabel() {
    Trials trials = text("s|dose|trial|e|n", "A|1|X|1|10", "B|2||2|10", "C|1|X|3|10").study("s");
    var effects = trials.group("dose").cluster("trial").proportion("e", "n").as(RAW_PROPORTION);
    assertTrue(effects.studies().moderator("dose") instanceof Moderator.Categorical);
    assertEquals("1", effects.studies().moderator("dose").text(0));
    assertEquals("X", effects.studies().cluster(0));
    assertEquals("B", effects.studies().cluster(1));
    assertEquals(0.2, effects.estimate(1), 1e-15);
    var plain = trials.proportion("e", "n").as(RAW_PROPORTION);
    assertTrue(plain.studies().moderator("dose") instanceof Moderator.Numeric);
  }

  @Test
  void everyBadRowIsNamedAtOnceInTheHousesWords() {
    Table table = Datasets.bcgVaccine();
    table.intColumn("tpos").set(0, 123);
    table.intColumn("tn").set(0, 4);
    table.intColumn("cpos").set(3, -1);
    table.intColumn("cn").set(12, 0);
    Trials trials = Trials.of(table).study("author").year("year");
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> trials.binary("tpos", "tn", "cpos", "cn"));
    assertEquals(3, e.problems().size(), e.getMessage());
    assertEquals(
        "Study 'Aronson 1948' (row 1): events must not exceed total, was 123 > 4."
            + " Check columns tpos, tn.",
        e.problems().get(0).message());
    assertEquals(List.of(1, 4, 13), e.problems().stream().map(DataProblem::row).toList());
    e.problems().forEach(p -> assertTrue(e.getMessage().contains(p.message())));
  }

  @Test
  void fractionsOfPatientsAreRefused() {
    assertProblem(
        () -> text("s|e|n", "A|1.5|10").study("s").proportion("e", "n"),
        "Study 'A' (row 1): events must be a whole number, was 1.5. Check column e.");
  }

  @Test
  void duplicateAndBlankLabelsAreNamedWithTheirRows() {
    Trials trials = text("s|e|n", "A|1|10", "A|2|10", "|3|10").study("s");
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> trials.proportion("e", "n"));
    assertEquals(2, e.problems().size());
    assertTrue(e.getMessage().contains("Study 'A' (row 2): label must be unique, was also row 1."));
    assertTrue(e.getMessage().contains("(row 3): label must not be blank"));
  }

  @Test
  void withoutLabelColumnStudiesAreNumberedAndThatIsSaid() {
    var effects = text("e|n", "1|10", "2|10").proportion("e", "n").as(RAW_PROPORTION);
    assertEquals("Study 2", effects.studies().label(1));
    assertTrue(effects.notes().get(0).contains("study(...)"));
  }

  @Test
  void missingCellsAreAnErrorUnlessLeftOutWithANote() {
    Trials trials = text("s|e|n", "A|1|10", "B|NR|10", "C|3| ", "D|4|10").study("s");
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> trials.proportion("e", "n"));
    assertEquals(
        "Study 'B' (row 2): column 'e' must hold a number, was 'NR', which stands for missing."
            + " Fill it in, or leave such rows out with leaveOutIncomplete().",
        e.problems().get(0).message());
    assertEquals(2, e.problems().size());
    var effects = trials.leaveOutIncomplete().proportion("e", "n").as(RAW_PROPORTION);
    assertEquals(List.of("A", "D"), effects.studies().labels());
    assertEquals(0.4, effects.estimate(1), 1e-15);
    assertEquals(
        List.of(
            "Left out as incomplete: study 'B' (row 2), no value in e.",
            "Left out as incomplete: study 'C' (row 3), no value in n."),
        effects.notes());
  }

  @Test
  void rowNumbersStayThoseOfTheTableWhenRowsAreLeftOut() {
    Trials trials = text("s|e|n", "A|NA|10", "B|11|10", "B|1|10").study("s").leaveOutIncomplete();
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> trials.proportion("e", "n"));
    assertEquals(List.of(2, 3), e.problems().stream().map(DataProblem::row).toList());
    assertTrue(e.problems().get(1).message().contains("was also row 2"), e.getMessage());
  }

  @Test
  void aRowLeftOutMayRepeatALabel() {
    Trials trials = text("s|e|n", "A||10", "A|1|10").study("s").leaveOutIncomplete();
    assertEquals(1, trials.proportion("e", "n").as(RAW_PROPORTION).size());
  }

  @Test
  void allRowsIncompleteIsAnErrorOfItsOwn() {
    Trials trials = text("s|e|n", "A||10").study("s").leaveOutIncomplete();
    var e = assertThrows(IllegalArgumentException.class, () -> trials.proportion("e", "n"));
    assertEquals(
        "Cannot use text: at least one row must be complete in e, n, was none of 1."
            + " Check the columns and the words that stand for missing.",
        e.getMessage());
  }

  @Test
  void missingWordsCanBeReplaced() {
    Trials trials = text("s|e|n", "A|1|10", "B|?|10").study("s").leaveOutIncomplete();
    assertThrows(StudyDataException.class, () -> trials.proportion("e", "n"));
    assertEquals(1, trials.missing("?").proportion("e", "n").as(RAW_PROPORTION).size());
    Trials replaced = text("s|e|n", "A|NA|10").study("s").missing("?");
    assertProblem(() -> replaced.proportion("e", "n"), "was 'NA'. Correct the cell");
  }

  @Test
  void unknownColumnsAreAnsweredWithTheNearest() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> bcg().binary("tpso", "tn", "cpos", "cn"));
    assertTrue(
        e.getMessage()
            .startsWith(
                "Cannot use column 'tpso': it must be a column of the table, was unknown."
                    + " Did you mean 'tpos'"),
        e.getMessage());
    assertTrue(
        e.getMessage().endsWith("The columns are " + String.join(", ", bcg().columns()) + "."));
    var far = assertThrows(IllegalArgumentException.class, () -> bcg().cluster("hospital"));
    assertTrue(!far.getMessage().contains("Did you mean"), far.getMessage());
    assertThrows(IllegalArgumentException.class, () -> bcg().study("Author"));
  }

  @Test
  void meansAreCheckedAndPooledColumnsKept() {
    Trials good = text("s|n1|m1|s1|n2|m2|s2", "A|10|5|2|12|4|3").study("s");
    var effects = good.means("n1", "m1", "s1", "n2", "m2", "s2").as(MEAN_DIFFERENCE);
    assertEquals(1, effects.estimate(0), 1e-15);
    assertEquals(4 / 10.0 + 9 / 12.0, effects.variance(0), 1e-15);
    Trials bad = text("s|n1|m1|s1|n2|m2|s2", "A|1|5|0|12|4|-3").study("s");
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> bad.means("n1", "m1", "s1", "n2", "m2", "s2"));
    assertEquals(
        List.of("n1", "s1", "s2"), e.problems().stream().map(DataProblem::column).toList());
  }

  @Test
  void theReviewsHazardRatiosAllPassAndGiveItsLogScale() {
    ReportedEffects effects =
        Trials.of(Datasets.breastCancerPfs())
            .study("report", "population")
            .year("year")
            .cluster("trial")
            .reported("hr", "ci_low", "ci_high")
            .as(HAZARD_RATIO);
    assertEquals(8, effects.size());
    assertEquals(Math.log(0.47), effects.estimate(0), 1e-15);
    assertEquals(
        (Math.log(0.60) - Math.log(0.37)) / (2 * 1.959963984540054),
        effects.standardError(0),
        1e-14);
    assertEquals("Campone 2013 visceral metastases", effects.studies().label(0));
    assertEquals("BOLERO-2", effects.studies().cluster(6));
    assertTrue(effects.studies().moderatorNames().contains("control"));
  }

  @Test
  void theReviewsIncompleteRowsAreNamed() {
    var effects =
        Trials.of(Datasets.breastCancerOrr())
            .study("report", "population")
            .leaveOutIncomplete()
            .binary(
                "events_treatment_derived",
                "total_treatment",
                "events_control_derived",
                "total_control")
            .as(RISK_RATIO);
    assertEquals(6, effects.size());
    assertTrue(
        effects
            .notes()
            .contains(
                "Left out as incomplete: study 'Campone 2013 visceral metastases' (row 1), no"
                    + " value in events_treatment_derived, events_control_derived."),
        effects.notes().toString());
  }

  @Test
  void intervalsObeyTheirLevel() {
    Trials trials = text("s|hr|lo|hi", "A|1.00|0.50|2.00").study("s");
    var ninety = trials.reported("hr", "lo", "hi").level(0.90).as(HAZARD_RATIO);
    assertEquals(Math.log(2) / 1.6448536269514722, ninety.standardError(0), 1e-14);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> trials.reported("hr", "lo", "hi").level(95));
    assertTrue(e.getMessage().contains("level must be between 0 and 1, was 95"));
  }

  @Test
  void impossibleIntervalsAreNamedAtOnce() {
    Trials trials =
        text(
                "s|hr|lo|hi",
                "A|0.50|0.60|0.90",
                "B|0.50|0.70|0.30",
                "C|-0.5|0.3|0.9",
                "D|0.62|0.41|0.99",
                "E|0.62|0.41|0.94",
                "F|0.5|x|0.9")
            .study("s");
    StudyDataException e =
        assertThrows(
            StudyDataException.class, () -> trials.reported("hr", "lo", "hi").as(HAZARD_RATIO));
    assertEquals(List.of(1, 2, 3, 4, 6), e.problems().stream().map(DataProblem::row).toList());
    String text = e.getMessage();
    assertTrue(text.contains("(row 1): interval must contain its estimate, was 0.5 [0.6; 0.9]."));
    assertTrue(
        text.contains("(row 2): lower limit must be below the upper limit, was 0.7 and 0.3"));
    assertTrue(text.contains("(row 3): column 'hr' must be greater than 0, as it is a ratio"));
    assertTrue(
        text.contains(
            "(row 4): interval must be symmetric about its estimate on the log scale within"
                + " printed rounding, was 0.62 [0.41; 0.99], centred at 0.6371."));
    assertTrue(text.contains("(row 6): column 'lo' must hold a number, was 'x'."));
  }

  @Test
  void printedDecimalsDecideWhatIsLopsided() {
    // centre 0.4975: 0.50 and its limits may stand for it, 0.5100 of four decimals may not
    assertEquals(1, lopsided("0.5|0.33|0.75", HAZARD_RATIO));
    assertEquals(1, lopsided("0.50|0.33|0.75", HAZARD_RATIO));
    assertEquals(0, lopsided("0.5100|0.3300|0.7500", HAZARD_RATIO));
    // on the identity scale the centre is 0.54
    assertEquals(0, lopsided("0.50|0.33|0.75", GENERIC_DIFFERENCE));
    assertEquals(1, lopsided("0.54|0.33|0.75", GENERIC_DIFFERENCE));
    assertEquals(1, lopsided("-1.0|-2.0|0.0", GENERIC_DIFFERENCE));
    // full precision has no rounding to hide behind
    assertEquals(1, lopsided("0.5|0.25|1", HAZARD_RATIO));
    assertEquals(0, lopsided("0.500001|0.2500000|1.0000000", HAZARD_RATIO));
  }

  private static int lopsided(String cells, org.copse.effect.ReportedMeasure measure) {
    var outcome = text("s|e|l|u", "A|" + cells).study("s").reported("e", "l", "u");
    try {
      return outcome.as(measure).size();
    } catch (StudyDataException e) {
      assertTrue(e.getMessage().contains("symmetric"), e.getMessage());
      var accepted = outcome.acceptLopsided().as(measure);
      assertTrue(accepted.notes().get(0).contains("lopsided"), accepted.notes().toString());
      return 0;
    }
  }

  @Test
  void standardErrorsAndPValuesAreChecked() {
    Trials trials =
        text("s|hr|se|p", "A|0.5|0.2|0.01", "B|0.5|0|0", "C|0|0.2|1.2", "D|0.5|0.1|1").study("s");
    StudyDataException se =
        assertThrows(
            StudyDataException.class, () -> trials.reportedWithSe("hr", "se").as(HAZARD_RATIO));
    assertEquals(List.of(2, 3), se.problems().stream().map(DataProblem::row).toList());
    StudyDataException p =
        assertThrows(
            StudyDataException.class, () -> trials.reportedWithP("hr", "p").as(HAZARD_RATIO));
    assertEquals(List.of(2, 3, 3, 4), p.problems().stream().map(DataProblem::row).toList());
    assertTrue(p.getMessage().contains("must be a p value above 0 and at most 1, was 1.2"));
    var good = text("s|hr|se|p", "A|0.5|0.2|0.05").study("s");
    assertEquals(0.2, good.reportedWithSe("hr", "se").as(HAZARD_RATIO).standardError(0), 1e-15);
    assertEquals(
        Math.log(2) / 1.959963984540054,
        good.reportedWithP("hr", "p").as(HAZARD_RATIO).standardError(0),
        1e-14);
  }

  @Test
  void noEffectGivesNoStandardErrorFromP() {
    Trials trials = text("s|d|p", "A|0|0.5").study("s");
    assertProblem(
        () -> trials.reportedWithP("d", "p").as(GENERIC_DIFFERENCE), "effect other than none");
  }

  @Test
  void logRankStatisticsGiveHazardRatiosOnly() {
    Trials trials = text("s|oe|v", "A|-5|10").study("s");
    var effects = trials.observedMinusExpected("oe", "v").as(HAZARD_RATIO);
    assertEquals(-0.5, effects.estimate(0), 1e-15);
    assertEquals(0.1, effects.variance(0), 1e-15);
    var outcome = trials.observedMinusExpected("oe", "v");
    var e = assertThrows(IllegalArgumentException.class, () -> outcome.as(GENERIC_DIFFERENCE));
    assertTrue(e.getMessage().contains("measure must be a ratio, was Difference"));
    assertProblem(
        () -> text("s|oe|v", "A|-5|0").study("s").observedMinusExpected("oe", "v").as(HAZARD_RATIO),
        "column 'v' must be a finite number greater than 0, as it is a variance, was 0.");
  }

  @Test
  void percentsAreErrorsUntilDeclared() {
    Trials trials = text("s|e|n|share", "A|1|10|5%", "B|2|10|7 %", "C|3|10|NR").study("s");
    assertProblem(
        () -> trials.reportedWithSe("share", "e").as(GENERIC_DIFFERENCE),
        "Study 'A' (row 1): column 'share' must hold a number, was '5%'. Say what the sign means"
            + " with percentAsFraction(\"share\") or percentAsPoints(\"share\").");
    assertEquals(0.07, share(trials.percentAsFraction("share")).value(1));
    assertEquals(7, share(trials.percentAsPoints("share")).value(1));
    assertTrue(share(trials.percentAsPoints("share")).isMissing(2));
    Trials mixed = text("s|e|n|share", "A|1|10|5%", "B|2|10|0.07").study("s");
    assertProblem(
        () -> mixed.percentAsPoints("share").proportion("e", "n"),
        "(row 2): column 'share' was declared as percent and must hold a percent sign, was"
            + " '0.07'. Write 0.07% if that is meant");
    var typed = assertThrows(IllegalArgumentException.class, () -> bcg().percentAsPoints("ablat"));
    assertTrue(typed.getMessage().contains("was numbers already"));
  }

  private static Moderator.Numeric share(Trials trials) {
    return (Moderator.Numeric)
        trials.proportion("e", "n").as(RAW_PROPORTION).studies().moderator("share");
  }

  @Test
  void aColumnOfNumbersWithAStrayTextIsCategoriesAndSaidSo() {
    var effects =
        text("s|e|n|dose", "A|1|10|5", "B|2|10|10", "C|3|10|low")
            .study("s")
            .proportion("e", "n")
            .as(RAW_PROPORTION);
    assertTrue(effects.studies().moderator("dose") instanceof Moderator.Categorical);
    assertEquals(
        List.of("Column 'dose' is taken as categories: row 3 holds 'low', which is no number."),
        effects.notes());
  }

  @Test
  void aYearThatIsNoNumberIsAProblem() {
    assertProblem(
        () -> text("s|y|e|n", "A|in press|1|10").study("s").year("y").proportion("e", "n"),
        "column 'y' must hold a number, was 'in press'");
  }

  @Test
  void typedColumnsAreTakenAsTheyAre() {
    Table table =
        Table.create(
            "typed",
            StringColumn.create("s", "A", "B"),
            IntColumn.create("e", 1, 2),
            FloatColumn.create("f", 0.1f, 0.2f),
            DateColumn.create("d", new java.time.LocalDate[] {null, null}),
            DoubleColumn.create("n", 10, 20));
    var effects = Trials.of(table).study("s").proportion("e", "n").as(RAW_PROPORTION);
    assertEquals(0.1, ((Moderator.Numeric) effects.studies().moderator("f")).value(0));
    assertTrue(effects.studies().moderator("d").isMissing(0));
    table.doubleColumn("n").set(0, Double.POSITIVE_INFINITY);
    assertProblem(
        () -> Trials.of(table).study("s").proportion("e", "n"), "total must be a whole number");
  }

  @Test
  void tablesComeBackWithoutGuessing() {
    Trials trials = text("a|b|c|d", "1|1.5|007|2020-02-30", "NA|2|8|x");
    Table table = trials.table();
    assertEquals("INTEGER", table.column("a").type().name());
    assertEquals("DOUBLE", table.column("b").type().name());
    assertEquals("STRING", table.column("c").type().name());
    assertEquals("2020-02-30", table.stringColumn("d").get(0));
    assertEquals(1, table.column("a").countMissing());
    assertNotSame(table, trials.table());
    assertEquals(2, trials.rowCount());
    assertEquals("Trials 'text': 2 rows; columns: a, b, c, d", trials.toString());
    assertTrue(bcg().group("alloc").cluster("trial").toString().contains("group: alloc"));
  }

  @Test
  void anEmptyTableIsRefused() {
    Table empty = Datasets.bcgVaccine().emptyCopy();
    assertThrows(IllegalArgumentException.class, () -> Trials.of(empty));
  }

  @Test
  void trialsAreImmutable() {
    Table table = Datasets.bcgVaccine();
    Trials trials = Trials.of(table).study("author").year("year");
    table.intColumn("tpos").set(0, 99999);
    trials.year("ablat");
    trials.missing("x");
    var effects = trials.binary("tpos", "tn", "cpos", "cn").as(RISK_DIFFERENCE);
    assertEquals(4, effects.counts(0).events1());
    assertEquals(1948, effects.studies().year(0));
  }

  @Test
  void aHundredThousandRowsAndAsManyProblems() {
    int k = 100_000;
    StringColumn study = StringColumn.create("s");
    StringColumn[] cells = new StringColumn[3];
    for (int j = 0; j < cells.length; j++) {
      cells[j] = StringColumn.create("c" + j);
    }
    for (int i = 0; i < k; i++) {
      study.append("Study " + i);
      cells[0].append("1.00");
      cells[1].append("0.50");
      cells[2].append("2.00");
    }
    Trials trials = Trials.of(Table.create("big", study, cells[0], cells[1], cells[2])).study("s");
    assertEquals(k, trials.reported("c0", "c1", "c2").as(HAZARD_RATIO).size());
    StudyDataException e =
        assertThrows(StudyDataException.class, () -> trials.proportion("c2", "c0"));
    assertEquals(k, e.problems().size());
    assertTrue(e.getMessage().length() < 20_000);
  }

  static void assertProblem(org.junit.jupiter.api.function.Executable action, String text) {
    StudyDataException e = assertThrows(StudyDataException.class, action);
    assertTrue(e.getMessage().contains(text), e.getMessage());
  }
}
