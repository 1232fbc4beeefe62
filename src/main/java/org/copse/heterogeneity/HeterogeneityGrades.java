package org.copse.heterogeneity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Words for I² by stated thresholds: "low", "moderate", "high", as a review or a handbook defines
 * them. The thresholds are data, so that a gap or an overlap between them shows.
 *
 * <p><b>Units</b>: I² in percent, as all results of this library give it. I² is a share, not an
 * amount: with large studies a high I² can go with differences that do not matter. Immutable.
 */
public final class HeterogeneityGrades {

  private final String name;
  private final String source;
  private final List<HeterogeneityGrade> grades;

  private HeterogeneityGrades(String name, String source, List<HeterogeneityGrade> grades) {
    this.name = name;
    this.source = source;
    this.grades = List.copyOf(grades);
    if (grades.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot grade heterogeneity by '%s': at least 1 grade must be given, was 0. Add one."
              .formatted(name));
    }
  }

  /**
   * Grades of one's own.
   *
   * @param name what they are called
   * @param source where they are stated
   * @param grades at least one, in the order of their ranges; they may overlap or leave gaps
   * @return the grades
   */
  public static HeterogeneityGrades named(
      String name, String source, HeterogeneityGrade... grades) {
    return new HeterogeneityGrades(name, source, Arrays.asList(grades));
  }

  /**
   * The Cochrane Handbook's, whose ranges overlap on purpose: 0 to 40 might not be important, 30 to
   * 60 may be moderate, 50 to 90 may be substantial, 75 to 100 considerable.
   *
   * @return the grades
   */
  public static HeterogeneityGrades cochraneHandbook() {
    return named(
        "Cochrane Handbook",
        "Cochrane Handbook for Systematic Reviews of Interventions, version 6, 10.10.2",
        HeterogeneityGrade.closed("might not be important", 0, 40),
        HeterogeneityGrade.closed("moderate", 30, 60),
        HeterogeneityGrade.closed("substantial", 50, 90),
        HeterogeneityGrade.closed("considerable", 75, 100));
  }

  /**
   * Higgins and others 2003, who tie low, moderate and high to 25, 50 and 75; each word is taken to
   * reach to the next one's value, which the paper does not say.
   *
   * @return the grades; below 25 there is none
   */
  public static HeterogeneityGrades higgins2003() {
    return named(
        "Higgins 2003",
        "Higgins et al., BMJ 2003;327:557-560, which names the values 25, 50 and 75; the ranges from"
            + " each to the next are a reading",
        HeterogeneityGrade.below("low", 25, 50),
        HeterogeneityGrade.below("moderate", 50, 75),
        HeterogeneityGrade.closed("high", 75, 100));
  }

  /**
   * Those of the review of mTOR inhibitors in lymphangioleiomyomatosis: low up to 25, moderate 25
   * to 50, high above 75; above 50 up to 75 there is none, and 25 is in two.
   *
   * @return the grades
   */
  public static HeterogeneityGrades gao2018() {
    return named(
        "Gao 2018",
        "Gao et al., Orphanet J Rare Dis 2018, doi 10.1186/s13023-018-0874-7, Methods",
        HeterogeneityGrade.closed("low", 0, 25),
        HeterogeneityGrade.closed("moderate", 25, 50),
        HeterogeneityGrade.above("high", 75));
  }

  /**
   * Grades the I² from Q.
   *
   * @param heterogeneity Q of a fit
   * @return the words that hold, perhaps none or two; none where there is a single study
   */
  public GradedHeterogeneity of(Heterogeneity heterogeneity) {
    return new GradedHeterogeneity(
        this,
        heterogeneity.df() == 0 ? Double.NaN : heterogeneity.iSquared(),
        heterogeneity.df() == 0
            ? List.of()
            : grades.stream().filter(g -> g.holds(heterogeneity.iSquared())).toList());
  }

  /**
   * Grades an I², printed or computed.
   *
   * @param iSquared percent, 0 to 100
   * @return the words that hold, perhaps none or two
   */
  public GradedHeterogeneity ofPercent(double iSquared) {
    if (!(iSquared >= 0 && iSquared <= 100)) {
      throw new IllegalArgumentException(
          "Cannot grade heterogeneity: I² must be from 0 to 100 %%, was %s. Give percent."
              .formatted(iSquared));
    }
    return new GradedHeterogeneity(
        this, iSquared, grades.stream().filter(g -> g.holds(iSquared)).toList());
  }

  /**
   * What they are called.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Where they are stated.
   *
   * @return the source
   */
  public String source() {
    return source;
  }

  /**
   * The thresholds.
   *
   * @return the grades in order
   */
  public List<HeterogeneityGrade> grades() {
    return grades;
  }

  /**
   * What the thresholds leave out or say twice.
   *
   * @return one sentence a gap or overlap, none where every I² has one word
   */
  public List<String> gapsAndOverlaps() {
    List<String> found = new ArrayList<>();
    double[] ends =
        grades.stream()
            .flatMapToDouble(g -> DoubleStream.of(g.from(), g.to()))
            .distinct()
            .toArray();
    double[] all =
        DoubleStream.concat(DoubleStream.of(0, 100), Arrays.stream(ends))
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i < all.length; i++) {
      describe("at %s %%".formatted(all[i] == 0 ? "0" : text(all[i])), all[i], true, found);
      if (i + 1 < all.length) {
        String between = "between %s and %s %%".formatted(text(all[i]), text(all[i + 1]));
        describe(between, (all[i] + all[i + 1]) / 2, false, found);
      }
    }
    return List.copyOf(found);
  }

  /** An end is worth a sentence only where a range beside it does not already have the same one. */
  private void describe(String where, double iSquared, boolean end, List<String> found) {
    List<String> words = words(iSquared);
    boolean odd = words.size() != 1;
    double step = 1e-6;
    boolean alone =
        !words.equals(words(Math.max(0, iSquared - step)))
            && !words.equals(words(Math.min(100, iSquared + step)));
    if (odd && (!end || alone)) {
      found.add(
          words.isEmpty()
              ? "No word for an I² %s.".formatted(where)
              : "An I² %s is %s.".formatted(where, String.join(" and ", words)));
    }
  }

  private List<String> words(double iSquared) {
    return grades.stream()
        .filter(g -> g.holds(iSquared))
        .map(HeterogeneityGrade::name)
        .collect(Collectors.toList());
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return name
        + ": "
        + grades.stream().map(HeterogeneityGrade::toString).collect(Collectors.joining("; "));
  }
}
