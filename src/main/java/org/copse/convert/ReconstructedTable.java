package org.copse.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Reported;
import org.copse.effect.TwoByTwo;

/**
 * The four cells of a 2×2 table, found from its margins and one statistic, or from an effect with
 * its standard error.
 *
 * <p><b>Formulas</b>, with n₁, n₂ patients, m events in both arms, N = n₁ + n₂: the events a of arm
 * 1 solve (ψ − 1)a² − [N + (ψ − 1)(n₁ + m)]a + ψ n₁ m = 0 for an odds ratio ψ; a = ρ n₁ m/(n₂ + ρ
 * n₁) for a risk ratio ρ; a = n₁(m + δ n₂)/N for a risk difference δ; a = [n₁ m + φ√(n₁ n₂ m(N −
 * m))]/N for φ.
 *
 * <p><b>Rounding</b>: events of arm 1 are rounded to a whole number, those of arm 2 follow from the
 * margin. <b>Source</b>: Bonett, Am Psychol 2007;62:254-255; Di Pietrantonj, Stat Med
 * 2006;25:2299-2322. metafor's {@code conv.2x2}, whose n2i are the events of both arms.
 *
 * @param counts the whole counts
 * @param exactEvents1 events of arm 1 before rounding
 * @param exactEvents2 events of arm 2 before rounding
 * @param how what was done
 * @param assumes what must hold
 */
public record ReconstructedTable(
    TwoByTwo counts, double exactEvents1, double exactEvents2, String how, String assumes) {

  static final String TASK = "reconstruct a 2×2 table";
  private static final String MARGINS = "margins and statistic are of the same patients";

  /**
   * Checks the parts.
   *
   * @param counts as above
   * @param exactEvents1 as above
   * @param exactEvents2 as above
   * @param how as above
   * @param assumes as above
   */
  public ReconstructedTable {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(assumes, "assumes");
  }

  /**
   * From the odds ratio and the margins.
   *
   * @param oddsRatio above 0
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range
   */
  public static ReconstructedTable fromOddsRatio(
      double oddsRatio, double total1, double total2, double events) {
    ContrastRules.positive(TASK, "odds ratio", oddsRatio);
    Margins margins = new Margins(total1, total2, events);
    return of(margins, margins.ofOddsRatio(oddsRatio), "odds ratio and margins (Bonett 2007)");
  }

  /**
   * From the risk ratio and the margins.
   *
   * @param riskRatio above 0
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range, or no table with these margins
   *     has the risk ratio
   */
  public static ReconstructedTable fromRiskRatio(
      double riskRatio, double total1, double total2, double events) {
    ContrastRules.positive(TASK, "risk ratio", riskRatio);
    Margins margins = new Margins(total1, total2, events);
    return of(margins, margins.ofRiskRatio(riskRatio), "risk ratio and margins");
  }

  /**
   * From the risk difference and the margins.
   *
   * @param riskDifference from −1 to 1
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range, or no table with these margins
   *     has the risk difference
   */
  public static ReconstructedTable fromRiskDifference(
      double riskDifference, double total1, double total2, double events) {
    Given.finite(TASK, "risk difference", riskDifference);
    Margins margins = new Margins(total1, total2, events);
    return of(margins, margins.ofRiskDifference(riskDifference), "risk difference and margins");
  }

  /**
   * From φ and the margins.
   *
   * @param phi correlation of arm 1 with the event, from −1 to 1
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range, or no table with these margins
   *     has the φ
   */
  public static ReconstructedTable fromPhi(
      double phi, double total1, double total2, double events) {
    Given.require(
        phi >= -1 && phi <= 1, TASK, "φ", "lie between −1 and 1", phi, "Check the statistic");
    Margins margins = new Margins(total1, total2, events);
    return of(margins, margins.ofPhi(phi), "φ and margins");
  }

  /**
   * From Pearson's χ² without continuity correction and the margins.
   *
   * @param chiSquared at least 0, 1 df
   * @param direction whether arm 1 has the lower or the higher risk
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range, or no table with these margins
   *     has the χ²
   */
  public static ReconstructedTable fromChiSquared(
      double chiSquared, Direction direction, double total1, double total2, double events) {
    Margins margins = new Margins(total1, total2, events);
    double phi = PhiCoefficient.fromChiSquared(chiSquared, margins.n(), direction).value();
    return of(margins, margins.ofPhi(phi), "χ² without correction and margins");
  }

  /**
   * From χ² with Yates' correction and the margins.
   *
   * @param chiSquared at least 0, 1 df
   * @param direction whether arm 1 has the lower or the higher risk
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return the table
   * @throws IllegalArgumentException when a number is out of range, or no table with these margins
   *     has the χ²
   */
  public static ReconstructedTable fromYatesChiSquared(
      double chiSquared, Direction direction, double total1, double total2, double events) {
    Margins margins = new Margins(total1, total2, events);
    double phi = PhiCoefficient.yates(margins, chiSquared, direction);
    return of(margins, margins.ofPhi(phi), "χ² with Yates' correction and margins");
  }

  /**
   * From the risk ratio with its standard error and the patients of each arm, the events unknown:
   * the risk of arm 2 is (1/(ρ n₁) + 1/n₂)/(SE² + 1/n₁ + 1/n₂).
   *
   * @param riskRatio above 0
   * @param standardError of ln RR, above 0
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @return the table
   * @throws IllegalArgumentException when a number is out of range or no table fits
   */
  public static ReconstructedTable fromRiskRatioAndError(
      double riskRatio, double standardError, double total1, double total2) {
    ContrastRules.positive(TASK, "risk ratio", riskRatio);
    double variance = square(standardError, total1, total2);
    double risk2 = (1 / (riskRatio * total1) + 1 / total2) / (variance + 1 / total1 + 1 / total2);
    return ofRisks(riskRatio * risk2, risk2, total1, total2, "risk ratio, its SE and totals");
  }

  /**
   * From the odds ratio with its standard error and the patients of each arm, the events unknown.
   * Two tables can fit, one with few and one with many events: p₂(1 − p₂)SE² = [1 + (ψ − 1)p₂]²/(ψ
   * n₁) + 1/n₂. The paper must say which.
   *
   * @param oddsRatio above 0
   * @param standardError of ln OR, above 0
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @return one table or two, that with fewer events first
   * @throws IllegalArgumentException when a number is out of range or no table fits: the standard
   *     error is then below what so many patients can give
   */
  public static List<ReconstructedTable> fromOddsRatioAndError(
      double oddsRatio, double standardError, double total1, double total2) {
    ContrastRules.positive(TASK, "odds ratio", oddsRatio);
    double variance = square(standardError, total1, total2);
    double scale = 1 / (oddsRatio * total1);
    double excess = oddsRatio - 1;
    // (V + s e²) p² − (V − 2 s e) p + (s + 1/n2) = 0
    List<ReconstructedTable> tables = new ArrayList<>();
    for (double risk2 :
        roots(
            variance + scale * excess * excess,
            variance - 2 * scale * excess,
            scale + 1 / total2)) {
      double risk1 = oddsRatio * risk2 / (1 + excess * risk2);
      tables.add(ofRisks(risk1, risk2, total1, total2, "odds ratio, its SE and totals"));
    }
    return List.copyOf(tables);
  }

  /**
   * From the risk difference with its standard error and the patients of each arm, the events
   * unknown. Two tables can fit, one with few and one with many events.
   *
   * @param riskDifference between −1 and 1
   * @param standardError above 0
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @return one table or two, that with fewer events first
   * @throws IllegalArgumentException when a number is out of range or no table fits
   */
  public static List<ReconstructedTable> fromRiskDifferenceAndError(
      double riskDifference, double standardError, double total1, double total2) {
    Given.finite(TASK, "risk difference", riskDifference);
    double variance = square(standardError, total1, total2);
    // (p + δ)(1 − p − δ)/n1 + p(1 − p)/n2 = V
    double constant = variance - riskDifference * (1 - riskDifference) / total1;
    double linear = (1 - 2 * riskDifference) / total1 + 1 / total2;
    List<ReconstructedTable> tables = new ArrayList<>();
    for (double risk2 : roots(1 / total1 + 1 / total2, linear, constant)) {
      double risk1 = risk2 + riskDifference;
      if (risk1 >= 0 && risk1 <= 1 && risk2 >= 0 && risk2 <= 1) {
        tables.add(ofRisks(risk1, risk2, total1, total2, "risk difference, its SE and totals"));
      }
    }
    if (tables.isEmpty()) {
      throw noTable(standardError);
    }
    return List.copyOf(tables);
  }

  private static double square(double standardError, double total1, double total2) {
    ContrastRules.positive(TASK, "standard error", standardError);
    ContrastRules.atLeast(TASK, "total of arm 1", 1, total1);
    ContrastRules.atLeast(TASK, "total of arm 2", 1, total2);
    return standardError * standardError;
  }

  /** Roots of a p² − b p + c = 0 in order, a above 0. */
  private static double[] roots(double a, double b, double c) {
    double discriminant = b * b - 4 * a * c;
    if (!(discriminant >= -1e-12 * b * b)) {
      throw noTable(discriminant);
    }
    double signed = b + Math.copySign(Math.sqrt(Math.max(0, discriminant)), b);
    double first = signed / (2 * a);
    double second = signed == 0 ? 0 : 2 * c / signed;
    double slack = 1e-7;
    return Math.abs(first - second) < slack
        ? new double[] {first / 2 + second / 2}
        : new double[] {Math.min(first, second), Math.max(first, second)};
  }

  private static IllegalArgumentException noTable(double value) {
    return new IllegalArgumentException(
        "Cannot %s: standard error must be one that so many patients can give (discriminant or SE at least 0), was %s. Check effect, standard error and totals; an adjusted effect has no table."
            .formatted(TASK, Given.text(value)));
  }

  private static ReconstructedTable ofRisks(
      double risk1, double risk2, double total1, double total2, String from) {
    ContrastRules.risk(TASK, "risk of arm 1 that the numbers imply", risk1);
    ContrastRules.risk(TASK, "risk of arm 2 that the numbers imply", risk2);
    double exact1 = risk1 * total1;
    double exact2 = risk2 * total2;
    TwoByTwo counts = new TwoByTwo(Math.rint(exact1), total1, Math.rint(exact2), total2);
    return new ReconstructedTable(
        counts,
        exact1,
        exact2,
        how(from + " (Di Pietrantonj 2006)", exact1, exact2),
        "an unadjusted effect with its large-sample SE");
  }

  private static ReconstructedTable of(Margins margins, double events1, String from) {
    double slack = 0.5 + 1e-9;
    Given.require(
        events1 > margins.least() - slack && events1 < margins.most() + slack,
        TASK,
        "events of arm 1 that the numbers imply",
        "be from %s to %s".formatted(Given.text(margins.least()), Given.text(margins.most())),
        events1,
        "Check statistic, direction and margins against each other");
    double whole = Math.min(margins.most(), Math.max(margins.least(), Math.rint(events1)));
    double exact2 = margins.events() - events1;
    return new ReconstructedTable(
        new TwoByTwo(whole, margins.total1(), margins.events() - whole, margins.total2()),
        events1,
        exact2,
        how(from, events1, exact2),
        MARGINS);
  }

  private static String how(String from, double exact1, double exact2) {
    return String.format(
        Locale.ROOT, "events from %s, %.2f and %.2f before rounding", from, exact1, exact2);
  }

  /**
   * Log odds ratio of the whole counts with Woolf's standard error √(1/a + 1/b + 1/c + 1/d).
   *
   * @return ln OR, arm 1 against arm 2
   * @throws IllegalArgumentException when a cell is 0: take the counts as binary data then
   */
  public Reported logOddsRatio() {
    Given.require(
        !counts.hasZeroCell(),
        "compute a log odds ratio",
        "table",
        "have no zero cell",
        0,
        "Take the counts as binary data, with a rule for zero cells");
    double variance =
        1 / counts.events1()
            + 1 / counts.nonEvents1()
            + 1 / counts.events2()
            + 1 / counts.nonEvents2();
    double y =
        Math.log(counts.events1() / counts.nonEvents1())
            - Math.log(counts.events2() / counts.nonEvents2());
    return new Reported(y, Math.sqrt(variance), "2×2 table by " + how, assumes)
        .as(BinaryMeasure.ODDS_RATIO);
  }

  /**
   * Events of arm 1 for a column of a table.
   *
   * @return the whole count, with how
   */
  public Converted events1() {
    return new Converted(counts.events1(), how, assumes);
  }

  /**
   * Events of arm 2 for a column of a table.
   *
   * @return the whole count, with how
   */
  public Converted events2() {
    return new Converted(counts.events2(), how, assumes);
  }

  @Override
  public String toString() {
    return "%s/%s against %s/%s (%s; assumes %s)"
        .formatted(
            Given.text(counts.events1()),
            Given.text(counts.total1()),
            Given.text(counts.events2()),
            Given.text(counts.total2()),
            how,
            assumes);
  }
}
