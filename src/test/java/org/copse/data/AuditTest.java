package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.copse.audit.Audit;
import org.copse.audit.Check;
import org.copse.audit.Finding;
import org.copse.audit.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** An audit finds by itself what columns are, and what is wrong in the breast-cancer tables. */
final class AuditTest {

  @TempDir Path folder;

  private Trials csv(String... lines) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.writeString(file, String.join("\n", lines));
    return Trials.read(file);
  }

  private static Map<String, Table> tables() {
    Map<String, Table> tables = new TreeMap<>();
    tables.put("pfs", Datasets.breastCancerPfs());
    tables.put("cbr", Datasets.breastCancerCbr());
    tables.put("orr", Datasets.breastCancerOrr());
    tables.put("any", Datasets.breastCancerAdverseEventsAnyGrade());
    tables.put("3-4", Datasets.breastCancerAdverseEventsGrade34());
    tables.put("neoadjuvant", Datasets.breastCancerNeoadjuvantOrr());
    tables.put("temsirolimus", Datasets.breastCancerTemsirolimusResponse());
    tables.put("temsirolimus pfs", Datasets.breastCancerTemsirolimusPfs());
    tables.put("safety", Datasets.breastCancerBolero2Safety());
    tables.put("jadad", Datasets.breastCancerJadad());
    tables.put("published", Datasets.breastCancerPublished());
    tables.put("bcg", Datasets.bcgVaccine());
    return tables;
  }

  /** Columns named as another hand would: pct_everolimus, n_control. */
  private static Table renamed(Table table) {
    Table copy = table.copy();
    copy.columns()
        .forEach(
            c ->
                c.setName(
                    c.name()
                        .replace("percent_", "pct_")
                        .replace("total_", "n_")
                        .replace("_treatment", "_everolimus")));
    return copy;
  }

  private static final Set<String> TEN =
      Set.of(
          "orr 8 percent_treatment 14 % of 54",
          "orr 8 percent_control 13 % of 57",
          "neoadjuvant 2 percent_treatment 52.2 % of 197",
          "neoadjuvant 2 percent_control 61.7 % of 198",
          "any 5 percent_control 15 % of 45",
          "any 53 percent_control 8 % of 45",
          "3-4 5 percent_treatment 1.5 % of 138",
          "3-4 9 percent_treatment 12.3 % of 197",
          "3-4 9 percent_control 7.7 % of 198",
          "3-4 10 percent_control 9.5 % of 198");

  private static Set<String> errors(String name, Audit audit) {
    return audit.withSeverity(Severity.ERROR).findings().stream()
        .map(
            f ->
                "%s %d %s %s"
                    .formatted(name, f.row(), f.column(), f.what().replaceAll(" is no.*", "")))
        .collect(Collectors.toSet());
  }

  @Test
  void theTenCellsThatNoCountAttainsAndNoOther() {
    List<String> found = new ArrayList<>();
    List<String> again = new ArrayList<>();
    tables()
        .forEach(
            (name, table) -> {
              found.addAll(errors(name, Trials.of(table).audit()));
              errors(name, Trials.of(renamed(table)).audit())
                  .forEach(
                      e ->
                          again.add(
                              e.replace("pct_everolimus", "percent_treatment")
                                  .replace("pct_control", "percent_control")));
            });
    assertEquals(TEN, Set.copyOf(found));
    assertEquals(10, found.size());
    assertEquals(TEN, Set.copyOf(again));
  }

  @Test
  void theOverlapOfBolero2IsFoundByItself() {
    Audit audit = Trials.of(Datasets.breastCancerPfs()).audit();
    Finding overlap = audit.withCheck(Check.SAME_POPULATION).findings().get(0);
    assertEquals("BOLERO-2: 724 patients entered 5 times, in 7 rows", overlap.what());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), overlap.rows());
    assertTrue(overlap.why().contains("Campone 2013 (rows 1, 2: 724)"), overlap.why());
    assertEquals(Severity.WARNING, overlap.severity());
    assertEquals(1, audit.findings().size(), audit.findings().toString());
  }

  @Test
  void andSuspectedWithoutTheColumnOfTrials() {
    Table table = Datasets.breastCancerPfs();
    table.removeColumns("trial");
    Audit audit = Trials.of(table).audit();
    Finding overlap = audit.withSeverity(Severity.WARNING).findings().get(0);
    assertEquals(Check.SAME_POPULATION, overlap.check());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), overlap.rows());
    assertTrue(overlap.what().startsWith("5 reports have 485 and 239 patients"), overlap.what());
  }

  @Test
  void oneFindingForTheSameReportsOfSeveralOutcomes() {
    Audit audit = Trials.of(Datasets.breastCancerAdverseEventsAnyGrade()).audit();
    List<Finding> found = audit.withCheck(Check.SAME_POPULATION).findings();
    assertTrue(
        found
            .get(0)
            .what()
            .equals("BOLERO-2: 724 patients entered 5 times, in 7 rows, in each of 5 outcomes"),
        found.toString());
    assertEquals(3, found.size());
  }

  @Test
  void cleanTablesOfTheReviewStayClean() {
    for (String clean : List.of("bcg", "published", "jadad", "temsirolimus", "temsirolimus pfs")) {
      Audit audit = Trials.of(tables().get(clean)).audit();
      assertEquals(List.of(), audit.findings(), clean);
    }
  }

  @Test
  void whatWasLookedAtAndWhatWasNotIsSaid() {
    Audit audit = Trials.of(Datasets.breastCancerPfs()).audit();
    assertTrue(audit.lookedAt().contains("Ratios: hr, ci_low, ci_high"), audit.toString());
    assertTrue(audit.lookedAt().contains("Populations: trial"));
    for (String name : Datasets.breastCancerPfs().columnNames()) {
      String all = String.join(" ", audit.lookedAt()) + String.join(" ", audit.unchecked());
      assertTrue(all.contains(name), name + " is silently unchecked");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events_treatment,total_treatment,events_control,total_control",
        "events_1,n_1,events_2,n_2",
        "event.e,n.e,event.c,n.c",
        "ai,n1i,ci,n2i",
        "tpos,tn,cpos,cn",
        "ev.trt,n.trt,ev.ctrl,n.ctrl",
        "cases_everolimus,n_everolimus,cases_placebo,n_placebo",
        "eventsTreatment,nTreatment,eventsControl,nControl",
        "x1i,n1i,x2i,n2i",
        "Deaths Drug,Patients Drug,Deaths Control,Patients Control"
      })
  void countsByManyNames(String header) throws IOException {
    Audit audit = csv("study," + header, "A,61,60,2,60", "B,6,60,2,60").audit();
    Finding finding = audit.findings().get(0);
    assertEquals(Check.EVENTS_WITHIN_TOTAL, finding.check(), audit.findings().toString());
    assertTrue(audit.lookedAt().stream().anyMatch(s -> s.startsWith("Two arms of counts")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n_1,mean_1,sd_1,n_2,mean_2,sd_2",
        "n1i,m1i,sd1i,n2i,m2i,sd2i",
        "n.e,mean.e,sd.e,n.c,mean.c,sd.c",
        "n_treatment,change_mean_treatment,change_sd_treatment,"
            + "n_control,change_mean_control,change_sd_control",
        "N Drug,Mean Drug,SD Drug,N Placebo,Mean Placebo,SD Placebo"
      })
  void meansByManyNames(String header) throws IOException {
    Audit audit = csv("study," + header, "A,30,12,-1,30,11,2", "B,30,12,2,31,11,2").audit();
    Finding finding = audit.findings().get(0);
    assertEquals(header.split(",")[2], finding.column());
    assertTrue(audit.lookedAt().stream().anyMatch(s -> s.startsWith("Two arms of means")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hr,ci_low,ci_high,p",
        "hr,hr_ci_low,hr_ci_high,hr_p",
        "OR,lower,upper,pval",
        "rr,rr_lcl,rr_ucl,p_value",
        "hazard_ratio,lower_95,upper_95,p",
        "or,or.lb,or.ub,p"
      })
  void ratiosByManyNames(String header) throws IOException {
    Audit audit = csv("study," + header, "A,0.47,0.37,0.60,0.4", "B,0.41,0.31,0.55,").audit();
    assertEquals(
        List.of(Check.INTERVAL_AND_P),
        audit.findings().stream().map(Finding::check).toList(),
        audit.findings().toString());
  }

  @Test
  void aColumnThatSaysTheMeasureGivesTheScaleOfEachRow() throws IOException {
    Audit audit =
        csv(
                "study,measure,estimate,ci_low,ci_high",
                "A,HR,0.47,0.37,0.60",
                "B,MD,-1.0,-3.0,1.0",
                "C,HR,-1.0,-3.0,1.0",
                "A,MD,2.2,1.0,5.0")
            .audit();
    assertEquals(List.of(3), audit.withCheck(Check.LOG_OR_RAW).findings().get(0).rows());
    assertEquals(List.of(4), audit.withCheck(Check.INTERVAL_CENTRE).findings().get(0).rows());
  }

  @Test
  void boundsAndSignsOfPercentInCells() throws IOException {
    Audit audit =
        csv("report,pct_t,n_t,pct_c,n_c", "A,14%,54,<0.5,556", "B,13 %,54,2.2,138", "C,abc,9,3,100")
            .audit();
    assertEquals(1, audit.count(Severity.ERROR), audit.findings().toString());
    assertTrue(audit.findings().get(0).concerns(1, "pct_t"));
    Finding bound = audit.withSeverity(Severity.NOTE).findings().get(0);
    assertTrue(bound.concerns(1, "pct_c"));
    assertTrue(bound.why().contains("0 to 2 of 556 patients"), bound.why());
    Finding text = audit.withSeverity(Severity.WARNING).findings().get(0);
    assertTrue(text.concerns(3, "pct_t") && text.check() == Check.CELL, text.toString());
  }

  @Test
  void decimalsAsPrintedCount() throws IOException {
    // 8 of 57 are 14.035 %: 14.1 is printed too precisely
    Audit audit = csv("study,percent,n", "A,14.1,57", "B,14,57", "C,14.04,57").audit();
    assertEquals(List.of(List.of(1)), audit.findings().stream().map(Finding::rows).toList());
  }

  @Test
  void declaredColumns() throws IOException {
    Trials trials = csv("who,share,evaluable,score,spread", "A,14,54,5.19,1.5", "B,13,54,4.5,1.2");
    assertEquals(List.of(), trials.audit().findings());
    assertTrue(trials.audit().unchecked().get(1).contains("share"));
    Audit audit =
        trials
            .study("who")
            .auditing()
            .percent("share", "evaluable")
            .means("evaluable", "score", "spread")
            .wholeNumbersOnScale("score", 1, 7)
            .audit();
    assertTrue(audit.findings().get(0).concerns(1, "share"), audit.findings().toString());
    assertTrue(audit.lookedAt().contains("Percentages, as declared: share, evaluable"));
    Audit two = trials.auditing().countsWithPercent("evaluable", "share", "evaluable").audit();
    assertEquals(2, two.withCheck(Check.COUNT_AND_PERCENT).findings().size());
  }

  @Test
  void otherDeclarations() throws IOException {
    Trials trials = csv("who,a,b,c,d,e,f,g", "A,61,60,2,60,0.7,0.2,0.4", "B,6,60,2,60,0.5,0.3,0.8");
    assertEquals(
        1, trials.auditing().twoArmCounts("a", "b", "c", "d").audit().count(Severity.ERROR));
    assertEquals(1, trials.auditing().counts("a", "b").audit().count(Severity.ERROR));
    assertEquals(
        2, trials.auditing().twoArmPercents("a", "b", "c", "d").audit().count(Severity.ERROR));
    assertEquals(1, trials.auditing().ratio("e", "f", "g").audit().count(Severity.ERROR));
    assertEquals(1, trials.auditing().difference("e", "f", "g").audit().count(Severity.ERROR));
    assertEquals(
        2,
        trials
            .auditing()
            .counts("c", "b")
            .randomised("c")
            .audit()
            .withCheck(Check.RANDOMISED)
            .findings()
            .size());
    Auditing more = trials.auditing().ratioWithP("e", "f", "g", "d");
    assertEquals(2, more.audit().withCheck(Check.RANGE).findings().size());
    assertEquals(
        2,
        trials
            .auditing()
            .differenceWithP("e", "f", "g", "d")
            .audit()
            .withCheck(Check.RANGE)
            .findings()
            .size());
    assertEquals(
        List.of("Column 'a': left out as told."),
        trials.auditing().ignoring("a").audit().unchecked().stream()
            .filter(s -> s.contains("'a'"))
            .toList());
    assertEquals(
        1,
        trials
            .auditing()
            .twoArmMeans("b", "a", "e", "b", "c", "f")
            .audit()
            .withCheck(Check.IMPLAUSIBLE_EFFECT)
            .findings()
            .size());
  }

  @Test
  void badDeclarations() throws IOException {
    Trials trials = csv("who,share,n", "A,14,54");
    assertThrows(IllegalArgumentException.class, () -> trials.auditing().percent("shar", "n"));
    assertThrows(
        IllegalArgumentException.class, () -> trials.auditing().wholeNumbersOnScale("n", 7, 1));
    assertThrows(IllegalArgumentException.class, () -> trials.auditing().outcome("none"));
  }

  @Test
  void yearsAndRoles() throws IOException {
    Trials trials =
        csv("author,year,events,n", "Smith,2031,4,40", "Jones,1998a,5,50", "Wu,2001,3,30");
    Audit audit = trials.auditing().asOf(2026).audit();
    assertEquals("Smith 2031", audit.findings().get(0).study());
    assertEquals(Check.YEAR, audit.findings().get(0).check());
    assertEquals(1, audit.findings().size(), audit.findings().toString());
    assertTrue(trials.auditing().asOf(2031).audit().isClean());
  }

  @Test
  void computedColumnsAreNotTakenAsPrinted() throws IOException {
    Trials trials = csv("study,percent,n", "A,14,57", "B,22,54");
    Audit audit =
        trials
            .derive(
                "events",
                r ->
                    org.copse.convert.AttainableCounts.of(r.text("percent"), (long) r.number("n"))
                        .nearest())
            .audit();
    assertEquals(List.of(), audit.findings());
  }

  @Test
  void theFindingsAsATable() {
    Audit audit = Trials.of(Datasets.breastCancerOrr()).audit();
    Table table = Tables.of(audit);
    assertEquals(
        List.of("row", "rows", "study", "column", "severity", "check", "what", "why", "remedy"),
        table.columnNames());
    assertEquals(3, table.rowCount());
    assertEquals("error", table.stringColumn("severity").get(0));
    assertEquals(8, table.intColumn("row").get(0));
    assertEquals("3, 4, 5, 6, 7", table.stringColumn("rows").get(2));
    assertEquals(0, Tables.of(Trials.of(Datasets.bcgVaccine()).audit()).rowCount());
  }

  @Test
  void filtersAndCounts() {
    Audit audit = Trials.of(Datasets.breastCancerOrr()).audit();
    assertEquals(2, audit.count(Severity.ERROR));
    assertFalse(audit.isClean());
    assertEquals(2, audit.withRow(8).findings().size());
    assertEquals(2, audit.withCheck(Check.PERCENT_ATTAINABLE).findings().size());
    assertTrue(audit.withSeverity(Severity.NOTE).isClean());
    assertTrue(audit.summary().endsWith("8 rows: 2 errors, 1 warning, 0 notes"), audit.summary());
  }

  private static final double[] EXTREMES = {
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    1e15,
    9e18,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY
  };

  private static double cell(String kind, int i, int j) {
    return switch (kind) {
      case "alike" -> 1 + j;
      case "broken" -> EXTREMES[(i * 7 + j * 3 + i / 8) % 8];
      case "apart" -> 1 + (i * 31 + j * 17) % 97;
      // totals and means above 300, counts, percentages and SDs below 100, limits in order
      default -> (j == 0 || j == 4 ? 300 : j == 8 ? 0.5 : j == 9 ? 1.5 : 10) + (i * 31 + j) % 60;
    };
  }

  /** Many rows, all alike, all wrong, all right: nothing may be compared pair by pair. */
  @ParameterizedTest
  @ValueSource(strings = {"clean 100000", "alike 10000", "apart 10000", "broken 10000"})
  void manyRows(String many) {
    String kind = many.substring(0, many.indexOf(' '));
    int k = Integer.parseInt(many.substring(many.indexOf(' ') + 1));
    boolean alike = kind.equals("alike");
    Table table =
        Table.create(
            "many",
            StringColumn.create(
                "study", IntStream.range(0, k).mapToObj(i -> alike ? "<b>" : "S" + i)),
            StringColumn.create(
                "trial", IntStream.range(0, k).mapToObj(i -> alike ? "T" : "T" + i)));
    int j = 0;
    for (String name :
        List.of("n_1", "events_1", "mean_1", "sd_1", "n_2", "events_2", "mean_2", "sd_2")) {
      int column = j++;
      table.addColumns(
          DoubleColumn.create(
              name, IntStream.range(0, k).mapToDouble(i -> cell(kind, i, column)).toArray()));
    }
    if (!kind.equals("clean")) {
      for (String name : List.of("pct_1", "pct_2", "hr", "ci_low", "ci_high", "p")) {
        int column = j++;
        table.addColumns(
            DoubleColumn.create(
                name, IntStream.range(0, k).mapToDouble(i -> cell(kind, i, column)).toArray()));
      }
    }
    Audit audit = Trials.of(table).auditing().wholeNumbers("mean_1").audit();
    assertEquals(k, audit.rowCount());
    assertEquals(kind.equals("clean"), audit.count(Severity.ERROR) == 0, audit.summary());
    for (Finding finding : audit.findings()) {
      assertFalse(finding.toString().contains("NaN"), finding.toString());
    }
  }

  @Test
  void anEmptyOrTextualTableHasNothingToCheck() {
    Audit audit = Trials.of(Table.create("t", StringColumn.create("a", "x", ""))).audit();
    assertTrue(audit.isClean());
    assertEquals(0, audit.lookedAt().size());
  }
}
