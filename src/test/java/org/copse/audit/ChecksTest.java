package org.copse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.copse.audit.AuditData.Contrast;
import org.copse.audit.AuditData.Counts;
import org.copse.audit.AuditData.Means;
import org.copse.audit.AuditData.TwoCounts;
import org.copse.audit.AuditData.TwoMeans;
import org.junit.jupiter.api.Test;

/** Every check has a case that fires and a near miss that does not. */
final class ChecksTest {

  private static final AuditColumn NONE = AuditColumn.absent();

  private static AuditTable.Builder table(int rows) {
    List<String> labels =
        IntStream.range(0, rows).mapToObj(i -> (char) ('A' + i) + "bc 2001").toList();
    return AuditTable.of("test", labels);
  }

  private static AuditColumn exact(String name, double... values) {
    return AuditColumn.exact(name, values);
  }

  private static AuditColumn printed(String name, String... texts) {
    return AuditColumn.printed(name, texts);
  }

  private static void fires(Audit audit, Check check, Severity severity, int row, String column) {
    List<Finding> found = audit.withCheck(check).findings();
    assertEquals(1, found.size(), () -> check + ": " + audit.findings());
    assertEquals(severity, found.get(0).severity(), found.toString());
    assertTrue(
        row == 0 ? found.get(0).rows().isEmpty() : found.get(0).concerns(row, column),
        found.toString());
  }

  private static void silent(Audit audit, Check check) {
    assertEquals(List.of(), audit.withCheck(check).findings());
  }

  private static Audit percent(String percent, double n) {
    return table(1).add(new Counts(NONE, printed("pct", percent), exact("n", n))).audit();
  }

  @Test
  void percentages() {
    fires(percent("14", 54), Check.PERCENT_ATTAINABLE, Severity.ERROR, 1, "pct");
    fires(percent("13", 57), Check.PERCENT_ATTAINABLE, Severity.ERROR, 1, "pct");
    fires(percent("52.2", 197), Check.PERCENT_ATTAINABLE, Severity.ERROR, 1, "pct");
    for (String fits : new String[] {"13", "15"}) {
      silent(percent(fits, 54), Check.PERCENT_ATTAINABLE);
    }
    // 12.5 prints as 12 or 13; both ends of the half unit count
    silent(percent("12", 8), Check.PERCENT_ATTAINABLE);
    silent(percent("13", 8), Check.PERCENT_ATTAINABLE);
    fires(percent("14", 8), Check.PERCENT_ATTAINABLE, Severity.ERROR, 1, "pct");
    silent(percent("52.28", 197), Check.PERCENT_ATTAINABLE);
    silent(percent("100", 3), Check.PERCENT_ATTAINABLE);
    silent(percent("0", 3), Check.PERCENT_ATTAINABLE);
    silent(percent("0.4", 1e14), Check.PERCENT_ATTAINABLE);
  }

  @Test
  void aFindingSaysWhatFitsAround() {
    Finding finding = percent("14", 54).findings().get(0);
    assertEquals("14 % of 54 is no whole number of patients", finding.what());
    assertEquals("7 of 54 are 12.96 %, 8 are 14.81 %.", finding.why());
    assertTrue(finding.remedy().contains("it fits 49, 50, 51, 56"), finding.remedy());
  }

  @Test
  void rangesOfCountsAndPercentages() {
    fires(percent("101", 50), Check.RANGE, Severity.ERROR, 1, "pct");
    silent(percent("100", 50), Check.RANGE);
    fires(percent("10", 0), Check.RANGE, Severity.ERROR, 1, "n");
    fires(counts(-1, 10), Check.RANGE, Severity.ERROR, 1, "events");
    silent(counts(0, 10), Check.RANGE);
    fires(counts(2.5, 10), Check.RANGE, Severity.WARNING, 1, "events");
    fires(counts(2, 10.5), Check.RANGE, Severity.WARNING, 1, "n");
    fires(counts(11, 10), Check.EVENTS_WITHIN_TOTAL, Severity.ERROR, 1, "events");
    silent(counts(10, 10), Check.EVENTS_WITHIN_TOTAL);
  }

  private static Audit counts(double events, double n) {
    return table(1).add(new Counts(exact("events", events), NONE, exact("n", n))).audit();
  }

  @Test
  void countsAgainstTheirPercentages() {
    fires(both(13, "12.0", false), Check.COUNT_AND_PERCENT, Severity.ERROR, 1, "events");
    silent(both(12, "12.0", false), Check.COUNT_AND_PERCENT);
    fires(both(14, "12.0", true), Check.COUNT_AND_PERCENT, Severity.WARNING, 1, "events");
    silent(both(12, "12.4", true), Check.COUNT_AND_PERCENT);
  }

  private static Audit both(double events, String percent, boolean derived) {
    AuditColumn count = exact("events", events);
    return table(1)
        .add(
            new Counts(
                derived ? count.asDerived() : count, printed("pct", percent), exact("n", 100)))
        .audit();
  }

  @Test
  void boundsAndFractions() {
    AuditColumn bound = exact("pct", Double.NaN).below(0.5);
    Audit audit = table(1).add(new Counts(NONE, bound, exact("n", 556))).audit();
    fires(audit, Check.CELL, Severity.NOTE, 1, "pct");
    assertTrue(audit.findings().get(0).why().contains("0 to 2 of 556"), audit.toString());
    Audit fractions =
        table(3)
            .add(new Counts(NONE, printed("pct", "0.14", "0.2", "0.31"), exact("n", 54, 20, 60)))
            .audit();
    fires(fractions, Check.UNITS, Severity.WARNING, 0, "pct");
    silent(fractions, Check.PERCENT_ATTAINABLE);
    Audit points =
        table(3)
            .add(new Counts(NONE, printed("pct", "0.5", "0.2", "31"), exact("n", 200, 500, 100)))
            .audit();
    silent(points, Check.UNITS);
  }

  @Test
  void oneFractionAmongPercentages() {
    Audit audit =
        table(3)
            .add(new Counts(NONE, printed("pct", "0.33", "20", "31"), exact("n", 61, 20, 100)))
            .audit();
    fires(audit, Check.PERCENT_ATTAINABLE, Severity.ERROR, 1, "pct");
    assertTrue(
        audit.findings().get(0).remedy().contains("33 % of 61 is a whole number"),
        audit.toString());
  }

  @Test
  void armsOfUnequalSize() {
    fires(arms(310, 30), Check.ARM_SIZES, Severity.NOTE, 2, "n1");
    fires(arms(31, 350), Check.ARM_SIZES, Severity.NOTE, 2, "n2");
    silent(arms(100, 30), Check.ARM_SIZES);
    // where one other study is unequal too, nothing can be said
    silent(arms(310, 130), Check.ARM_SIZES);
  }

  private static Audit arms(double second, double ofSecond) {
    AuditColumn n1 = exact("n1", 30, second, 52, 44, 60);
    AuditColumn n2 = exact("n2", 33, ofSecond, 49, ofSecond == 130 ? 400 : 41, 58);
    AuditColumn e1 = exact("e1", 5, 9, 6, 7, 8);
    AuditColumn e2 = exact("e2", 6, 8, 7, 6, 9);
    return table(5).add(new TwoCounts(new Counts(e1, NONE, n1), new Counts(e2, NONE, n2))).audit();
  }

  @Test
  void moreThanRandomised() {
    fires(randomised(99), Check.RANDOMISED, Severity.ERROR, 1, "randomised");
    silent(randomised(100), Check.RANDOMISED);
  }

  private static Audit randomised(double n) {
    Counts one = new Counts(exact("e1", 5), NONE, exact("n1", 50));
    Counts two = new Counts(exact("e2", 5), NONE, exact("n2", 50));
    return table(1).add(new TwoCounts(one, two)).randomised(exact("randomised", n)).audit();
  }

  @Test
  void years() {
    fires(year(2027), Check.YEAR, Severity.NOTE, 1, "year");
    fires(year(2028), Check.YEAR, Severity.ERROR, 1, "year");
    fires(year(98), Check.YEAR, Severity.WARNING, 1, "year");
    silent(year(2026), Check.YEAR);
    silent(year(1753), Check.YEAR);
    Audit column = table(4).years(exact("year", 3.5, 4, 1, 9.1), 2026).audit();
    fires(column, Check.YEAR, Severity.NOTE, 4, "year");
  }

  private static Audit year(double year) {
    return table(1).years(exact("year", year), 2026).audit();
  }

  private static Audit contrast(ContrastScale scale, String e, String low, String high, String p) {
    return table(1)
        .add(
            new Contrast(
                printed("hr", e),
                printed("low", low),
                printed("high", high),
                NONE,
                p.isEmpty() ? NONE : printed("p", p),
                List.of(scale)))
        .audit();
  }

  private static Audit ratio(String e, String low, String high) {
    return contrast(ContrastScale.RATIO, e, low, high, "");
  }

  @Test
  void intervals() {
    fires(ratio("0.47", "0.60", "0.37"), Check.INTERVAL_ORDER, Severity.ERROR, 1, "low");
    fires(ratio("0.67", "0.37", "0.60"), Check.INTERVAL_ORDER, Severity.ERROR, 1, "hr");
    // 0.6 may be 0.64, which is within
    silent(ratio("0.6", "0.62", "0.64"), Check.INTERVAL_ORDER);
    fires(ratio("0.50", "0.37", "0.60"), Check.INTERVAL_CENTRE, Severity.WARNING, 1, "hr");
    silent(ratio("0.47", "0.37", "0.60"), Check.INTERVAL_CENTRE);
    silent(ratio("0.5", "0.4", "0.7"), Check.INTERVAL_CENTRE);
    silent(contrast(ContrastScale.DIFFERENCE, "0.5", "0.2", "0.8", ""), Check.INTERVAL_CENTRE);
    fires(
        contrast(ContrastScale.DIFFERENCE, "2.2", "1.0", "5.0", ""),
        Check.INTERVAL_CENTRE,
        Severity.WARNING,
        1,
        "hr");
    // neither the centre as a ratio, 2.24, nor as a difference, 3
    fires(
        contrast(ContrastScale.UNKNOWN, "2.6", "1.0", "5.0", ""),
        Check.INTERVAL_CENTRE,
        Severity.WARNING,
        1,
        "hr");
    silent(contrast(ContrastScale.UNKNOWN, "2.2", "1.0", "5.0", ""), Check.INTERVAL_CENTRE);
    silent(contrast(ContrastScale.UNKNOWN, "3.0", "1.0", "5.0", ""), Check.INTERVAL_CENTRE);
  }

  @Test
  void pValues() {
    // z = log(0.47) / (log(0.60/0.37)/3.92) = -6.1
    fires(ratioWithP("0.04"), Check.INTERVAL_AND_P, Severity.WARNING, 1, "p");
    silent(ratioWithP("0.0000"), Check.INTERVAL_AND_P);
    Audit wide = contrast(ContrastScale.RATIO, "0.90", "0.76", "1.07", "0.01");
    fires(wide, Check.INTERVAL_AND_P, Severity.WARNING, 1, "p");
    silent(contrast(ContrastScale.RATIO, "0.90", "0.76", "1.07", "0.25"), Check.INTERVAL_AND_P);
    // the log-rank p of the same trial
    silent(contrast(ContrastScale.RATIO, "0.90", "0.76", "1.07", "0.2"), Check.INTERVAL_AND_P);
    fires(bound(0.001), Check.INTERVAL_AND_P, Severity.WARNING, 1, "p");
    silent(bound(0.5), Check.INTERVAL_AND_P);
  }

  private static Audit ratioWithP(String p) {
    return contrast(ContrastScale.RATIO, "0.47", "0.37", "0.60", p);
  }

  private static Audit bound(double below) {
    return table(1)
        .add(
            new Contrast(
                printed("hr", "0.90"),
                printed("low", "0.76"),
                printed("high", "1.07"),
                NONE,
                exact("p", Double.NaN).below(below),
                List.of(ContrastScale.RATIO)))
        .audit();
  }

  @Test
  void rangesOfPAndErrors() {
    fires(ratioWithP("1.2"), Check.RANGE, Severity.ERROR, 1, "p");
    fires(ratioWithP("0.000"), Check.RANGE, Severity.NOTE, 1, "p");
    silent(ratioWithP("1"), Check.RANGE);
  }

  @Test
  void logsAndRatios() {
    fires(ratio("-0.7", "-1.0", "-0.4"), Check.LOG_OR_RAW, Severity.ERROR, 1, "hr");
    silent(ratio("0.7", "0", "1.4"), Check.LOG_OR_RAW);
    Contrast logs =
        new Contrast(
            printed("hr", "-0.70", "-0.22", "0.41", "0.11"),
            NONE,
            NONE,
            NONE,
            NONE,
            List.of(ContrastScale.RATIO));
    Audit column = table(4).add(logs).audit();
    fires(column, Check.LOG_OR_RAW, Severity.ERROR, 2, "hr");
    assertTrue(column.findings().get(0).what().startsWith("2 of 4"), column.toString());
    fires(raw(ContrastScale.LOG_RATIO), Check.LOG_OR_RAW, Severity.WARNING, 1, "loghr");
    silent(raw(ContrastScale.RATIO), Check.LOG_OR_RAW);
  }

  private static Audit raw(ContrastScale scale) {
    return table(2)
        .add(
            new Contrast(
                printed("loghr", "0.47", "2.00"),
                printed("low", "0.20", "1.00"),
                printed("high", "1.10", "4.00"),
                scale))
        .audit();
  }

  @Test
  void standardErrorsBesideSds() {
    fires(spread("10", "2.0", 50, "", ""), Check.SD_OR_SE, Severity.WARNING, 1, "se");
    fires(spread("1.4", "1.4", 50, "", ""), Check.SD_OR_SE, Severity.WARNING, 1, "sd");
    silent(spread("10", "1.4", 50, "", ""), Check.SD_OR_SE);
    fires(spread("1.4", "", 50, "17.2", "22.8"), Check.SD_OR_SE, Severity.WARNING, 1, "sd");
    silent(spread("10", "", 50, "17.2", "22.8"), Check.SD_OR_SE);
  }

  private static Audit spread(String sd, String se, double n, String low, String high) {
    return table(1)
        .add(
            new Means(
                exact("n", n),
                printed("mean", "20"),
                printed("sd", sd),
                printed("se", se),
                printed("low", low),
                printed("high", high)))
        .audit();
  }

  /** Five studies with SDs near 10 of 40 patients; the third has another. */
  private static Audit third(double sd) {
    return table(5)
        .add(
            new Means(
                exact("n", 40, 40, 40, 40, 40),
                exact("mean", 50, 55, 52, 49, 51),
                exact("sd", 9, 11, sd, 10, 12)))
        .audit();
  }

  @Test
  void sdsAgainstTheOthers() {
    fires(third(1.6), Check.SD_OR_SE, Severity.WARNING, 3, "sd");
    fires(third(63), Check.SD_OR_SE, Severity.WARNING, 3, "sd");
    silent(third(5), Check.SD_OR_SE);
    silent(third(22), Check.SD_OR_SE);
    // far off, but not by √40 = 6.3
    silent(third(0.3), Check.SD_OR_SE);
  }

  @Test
  void rangesOfSpreads() {
    fires(third(0), Check.RANGE, Severity.WARNING, 3, "sd");
    fires(third(-1), Check.RANGE, Severity.ERROR, 3, "sd");
    silent(third(0.1), Check.RANGE);
  }

  @Test
  void units() {
    Audit litres = five(3500, 600, 2900, 2.9, .5);
    fires(litres, Check.UNITS, Severity.WARNING, 3, "mean");
    assertTrue(litres.findings().stream().anyMatch(f -> f.concerns(3, "sd")), litres.toString());
    assertTrue(litres.findings().get(0).what().contains("0.001 times"), litres.toString());
    fires(five(3500, 600, 2900, 2900000, 500), Check.UNITS, Severity.WARNING, 3, "mean");
    silent(five(3500, 600, 2900, 900, 500), Check.UNITS);
  }

  private static Audit five(double a, double sd, double b, double mean, double third) {
    return table(5)
        .add(
            new Means(
                exact("n", 41, 34, 30, 52, 20),
                exact("mean", a, b, mean, 3100, 2700),
                exact("sd", sd, 700, third, 650, 800)))
        .audit();
  }

  @Test
  void armsThatSpreadDifferently() {
    fires(arms(10, 35, 50), Check.SD_RATIO, Severity.NOTE, 1, "sd1");
    silent(arms(10, 25, 50), Check.SD_RATIO);
    // of 4 patients each that is chance
    silent(arms(10, 35, 4), Check.SD_RATIO);
  }

  private static Audit arms(double sd1, double sd2, double n) {
    return table(1)
        .add(
            new TwoMeans(
                new Means(exact("n1", n), exact("m1", 20), exact("sd1", sd1)),
                new Means(exact("n2", n), exact("m2", 21), exact("sd2", sd2))))
        .audit();
  }

  /** Six trials that favour the treatment, an odds ratio near 0.4, and the last. */
  private static Audit trials(double last1, double last2) {
    return table(6)
        .add(
            new TwoCounts(
                new Counts(exact("e1", 20, 22, 18, 25, 19, last1), NONE, hundreds("n1")),
                new Counts(exact("e2", 40, 38, 37, 45, 36, last2), NONE, hundreds("n2"))))
        .audit();
  }

  private static AuditColumn hundreds(String name) {
    double first = name.equals("n1") ? 100 : 102;
    return exact(name, first, first + 1, first + 3, first + 7, first + 15, first + 31);
  }

  @Test
  void swappedArms() {
    fires(trials(52, 27), Check.SWAPPED, Severity.WARNING, 6, "e1");
    silent(trials(27, 52), Check.SWAPPED);
    silent(trials(42, 40), Check.SWAPPED);
    Contrast signs =
        new Contrast(
            printed("md", "-4.1", "-3.8", "-4.4", "4.0", "-3.6"),
            printed("low", "-5.1", "-4.8", "-5.4", "3.0", "-4.6"),
            printed("high", "-3.1", "-2.8", "-3.4", "5.0", "-2.6"),
            ContrastScale.DIFFERENCE);
    fires(table(5).add(signs).audit(), Check.SWAPPED, Severity.WARNING, 4, "md");
  }

  @Test
  void implausibleEffects() {
    fires(trials(125, 3), Check.IMPLAUSIBLE_EFFECT, Severity.NOTE, 6, "e1");
    fires(trials(2, 80), Check.IMPLAUSIBLE_EFFECT, Severity.NOTE, 6, "e1");
    silent(trials(30, 40), Check.IMPLAUSIBLE_EFFECT);
    fires(smd(52), Check.IMPLAUSIBLE_EFFECT, Severity.WARNING, 1, "m1");
    silent(smd(48), Check.IMPLAUSIBLE_EFFECT);
  }

  private static Audit smd(double mean) {
    return table(1)
        .add(
            new TwoMeans(
                new Means(exact("n1", 30), exact("m1", mean), exact("sd1", 10)),
                new Means(exact("n2", 30), exact("m2", 20), exact("sd2", 10))))
        .audit();
  }

  @Test
  void declaredPopulations() {
    Audit twice = population("T", "T", "U");
    fires(twice, Check.SAME_POPULATION, Severity.WARNING, 1, "trial");
    assertEquals(List.of(1, 2), twice.findings().get(0).rows());
    silent(population("T", "S", "U"), Check.SAME_POPULATION);
  }

  private static Audit population(String... ids) {
    return table(3)
        .populations("trial", List.of(ids))
        .add(new Counts(exact("e", 4, 9, 6), NONE, exact("n", 40, 52, 61)))
        .audit();
  }

  /** Two arms of four rows; the first two rows are of one report. */
  private static Audit reports(double whole1, double whole2, String outcome) {
    Counts one = new Counts(exact("e1", 20, 30, 55, 9), NONE, exact("n1", 271, 214, whole1, 54));
    Counts two = new Counts(exact("e2", 20, 33, 50, 8), NONE, exact("n2", 135, 104, whole2, 57));
    return AuditTable.of("t", List.of("Camp 2013", "Camp 2013", "Base 2012", "Bach 2012"))
        .studyColumn("report")
        .outcomes(List.of("x", "x", outcome, "x"))
        .add(new TwoCounts(one, two))
        .audit();
  }

  @Test
  void suspectedPopulations() {
    Audit split = reports(485, 239, "x").withSeverity(Severity.WARNING);
    fires(split, Check.SAME_POPULATION, Severity.WARNING, 3, "report");
    assertEquals(List.of(1, 2, 3), split.findings().get(0).rows());
    silent(reports(485, 240, "x").withSeverity(Severity.WARNING), Check.SAME_POPULATION);
    silent(reports(485, 239, "y").withSeverity(Severity.WARNING), Check.SAME_POPULATION);
    // the label alone is worth a note
    fires(reports(485, 240, "x"), Check.SAME_POPULATION, Severity.NOTE, 1, "report");
  }

  @Test
  void equalTotalsAmongManyAreChance() {
    int k = 150;
    double[] n1 = IntStream.range(0, k).mapToDouble(i -> 80 + i).toArray();
    double[] n2 = IntStream.range(0, k).mapToDouble(i -> 81 + i).toArray();
    double[] events = IntStream.range(0, k).mapToDouble(i -> 10 + i % 23).toArray();
    double[] others = IntStream.range(0, k).mapToDouble(i -> 12 + i % 19).toArray();
    n1[100] = n1[30];
    n2[100] = n2[30];
    List<String> labels =
        IntStream.range(0, k).mapToObj(i -> Integer.toString(1000 + i, 36) + "x 1999").toList();
    Audit audit =
        AuditTable.of("t", labels)
            .add(
                new TwoCounts(
                    new Counts(exact("e1", events), NONE, exact("n1", n1)),
                    new Counts(exact("e2", others), NONE, exact("n2", n2))))
            .audit();
    silent(audit, Check.SAME_POPULATION);
  }

  @Test
  void duplicateRows() {
    fires(duplicate(7), Check.DUPLICATE_ROW, Severity.WARNING, 3, "e1");
    silent(duplicate(8), Check.DUPLICATE_ROW);
  }

  private static Audit duplicate(double events) {
    return table(3)
        .add(
            new TwoCounts(
                new Counts(exact("e1", 7, 9, events), NONE, exact("n1", 80, 60, 80)),
                new Counts(exact("e2", 11, 5, 11), NONE, exact("n2", 78, 61, 78))))
        .audit();
  }

  @Test
  void wholeNumberMeans() {
    // 145/28 = 5.179 and 146/28 = 5.214: none prints as 5.19
    fires(whole(28, "5.19", "1.5"), Check.GRIM, Severity.ERROR, 1, "mean");
    silent(whole(28, "5.18", "1.50"), Check.GRIM);
    silent(whole(100, "5.19", "1.5"), Check.GRIM);
    fires(whole(28, "7.50", "1.5"), Check.GRIM, Severity.ERROR, 1, "mean");
    // 28 patients again, as the tests of the R package scrutiny have it: 5.19 to 5.30
    String possible = "FFTFFFTFFFTF";
    for (int i = 0; i < possible.length(); i++) {
      Audit audit = whole(28, "5." + (19 + i), "1.5");
      assertEquals(possible.charAt(i) == 'F', !audit.withCheck(Check.GRIM).isClean(), "5." + i);
    }
    // as printed on the test of Brown and Heathers: 5.93 of 49 (The Economist, 18 June 2016), 3.48
    // of 20 throws of a die (Wikipedia, GRIM test)
    fires(whole(49, "5.93", "1.5"), Check.GRIM, Severity.ERROR, 1, "mean");
    silent(whole(49, "5.94", "1.5"), Check.GRIM);
    fires(whole(20, "3.48", "1.7"), Check.GRIM, Severity.ERROR, 1, "mean");
    silent(whole(20, "3.45", "1.7"), Check.GRIM);
    silent(third(10), Check.GRIM);
  }

  @Test
  void wholeNumberSds() {
    // Allard's example
    fires(whole(18, "3.44", "2.47"), Check.SD_FEASIBLE, Severity.ERROR, 1, "sd");
    silent(whole(18, "3.44", "2.48"), Check.SD_FEASIBLE);
    fires(whole(10, "4.0", "3.30"), Check.SD_FEASIBLE, Severity.ERROR, 1, "sd");
    silent(whole(10, "4.0", "3.16"), Check.SD_FEASIBLE);
    fires(whole(10, "4.5", "0.40"), Check.SD_FEASIBLE, Severity.ERROR, 1, "sd");
    silent(whole(10, "4.5", "0.53"), Check.SD_FEASIBLE);
  }

  private static Audit whole(double n, String mean, String sd) {
    return table(1)
        .add(new Means(exact("n", n), printed("mean", mean), printed("sd", sd)))
        .wholeNumbers("mean", 1, 7)
        .audit();
  }

  @Test
  void whatCouldNotRunIsSaid() {
    List<String> unchecked = third(10).unchecked();
    assertTrue(unchecked.stream().anyMatch(s -> s.contains("GRIM")), unchecked.toString());
    assertTrue(unchecked.stream().anyMatch(s -> s.contains("randomised")), unchecked.toString());
    assertTrue(third(10).isClean());
  }
}
