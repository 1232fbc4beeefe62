package org.copse.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.ReportedMeasure;

/** One analysis of a RevMan review: an outcome of a comparison with the data of its studies. */
public final class RevManAnalysis {

  /** What a reader of RevMan files must know before it has the studies. */
  record Settings(
      String number,
      String comparison,
      String outcome,
      RevManType type,
      String measure,
      boolean log,
      boolean random,
      String method,
      boolean swapEvents,
      String firstArm,
      String secondArm) {}

  private final Settings settings;
  private final RevManPooled pooled;
  private final List<List<String>> rows;

  /**
   * Makes an analysis.
   *
   * @param rows study, year, subgroup, then the columns of the type
   */
  RevManAnalysis(Settings settings, RevManPooled pooled, List<List<String>> rows) {
    this.settings = settings;
    this.pooled = pooled;
    this.rows = swaps(settings) ? swapped(rows) : List.copyOf(rows);
  }

  /** Only counts have events; a file may carry the flag on any analysis. */
  private static boolean swaps(Settings settings) {
    return settings.swapEvents() && settings.type() == RevManType.DICHOTOMOUS;
  }

  /** Events become non-events where the analysis counts those. */
  private static List<List<String>> swapped(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      for (int j = 3; j < 7; j += 2) {
        if (Numbers.isQuantity(cells.get(j)) && Numbers.isQuantity(cells.get(j + 1))) {
          double events = Numbers.parse(cells.get(j));
          cells.set(j, Numbers.text(Numbers.parse(cells.get(j + 1)) - events));
        }
      }
      all.add(cells);
    }
    return all;
  }

  /**
   * Number of comparison and outcome.
   *
   * @return for example "1.2"
   */
  public String number() {
    return settings.number();
  }

  /**
   * Name of the comparison.
   *
   * @return the name
   */
  public String comparison() {
    return settings.comparison();
  }

  /**
   * Name of the outcome.
   *
   * @return the name
   */
  public String outcome() {
    return settings.outcome();
  }

  /**
   * What the studies report.
   *
   * @return the type of data
   */
  public RevManType type() {
    return settings.type();
  }

  /**
   * Whether RevMan pooled by random effects.
   *
   * @return false for a common (fixed) effect
   */
  public boolean isRandomEffects() {
    return settings.random();
  }

  /**
   * RevMan's statistical method.
   *
   * @return for example "MH", "IV" or "PETO"
   */
  public String method() {
    return settings.method();
  }

  /**
   * The pooled result that the file carries.
   *
   * @return the result, NaN where it has none
   */
  public RevManPooled pooled() {
    return pooled;
  }

  /**
   * The study data as trials, with the columns {@code study}, {@code year}, {@code subgroup} and
   * those of {@link RevManType#columns()}. A study that stands in several subgroups is labelled
   * with them.
   *
   * @return trials whose study, year and group are named
   */
  public Trials trials() {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("study", "year", "subgroup"));
    header.addAll(type().columns());
    lines.add(header);
    lines.addAll(rows);
    Trials trials = Trials.of(TextTable.of("analysis " + number() + " " + outcome(), lines));
    Set<String> labels = new HashSet<>();
    boolean unique = rows.stream().allMatch(row -> labels.add(row.get(0) + "\n" + row.get(1)));
    return (unique ? trials.study("study") : trials.study("study", "subgroup"))
        .year("year")
        .group("subgroup");
  }

  /**
   * The studies' effects under the measure of the analysis.
   *
   * @return effects of counts, of means or as reported
   * @throws org.copse.effect.StudyDataException naming every study whose data cannot be used
   * @throws IllegalArgumentException when the measure is one that Copse does not know
   */
  public Effects effects() {
    List<String> notes = new ArrayList<>();
    if (swaps(settings)) {
      notes.add("Non-events are counted as events, as in the analysis.");
    }
    Effects effects = of(trials());
    return notes.isEmpty() ? effects : effects.withNotes(notes);
  }

  private Effects of(Trials trials) {
    List<String> c = type().columns();
    return switch (type()) {
      case DICHOTOMOUS -> {
        BinaryEffects effects =
            trials.binary(c.get(0), c.get(1), c.get(2), c.get(3)).as(binaryMeasure());
        yield hasArms() ? effects.arms(settings.firstArm(), settings.secondArm()) : effects;
      }
      case CONTINUOUS -> {
        ContinuousEffects effects =
            trials
                .means(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), c.get(5))
                .as(continuousMeasure());
        yield hasArms() ? effects.arms(settings.firstArm(), settings.secondArm()) : effects;
      }
      case GENERIC_INVERSE_VARIANCE ->
          trials.reportedWithSe(c.get(0), c.get(1)).as(reportedMeasure());
      case O_MINUS_E ->
          trials
              .observedMinusExpected("o_e", "variance")
              .as(
                  words().contains("peto") || words().contains("odds")
                      ? BinaryMeasure.PETO_ODDS_RATIO
                      : ReportedMeasure.HAZARD_RATIO);
    };
  }

  private boolean hasArms() {
    return !settings.firstArm().isBlank() && !settings.secondArm().isBlank();
  }

  private String words() {
    return settings.measure().toLowerCase(Locale.ROOT).replace('_', ' ').strip();
  }

  private BinaryMeasure binaryMeasure() {
    String words = words();
    if (words.contains("peto")) {
      return BinaryMeasure.PETO_ODDS_RATIO;
    }
    if (words.equals("or") || words.startsWith("odds ratio")) {
      return BinaryMeasure.ODDS_RATIO;
    }
    if (words.equals("rr") || words.startsWith("risk ratio")) {
      return BinaryMeasure.RISK_RATIO;
    }
    if (words.equals("rd") || words.startsWith("risk difference")) {
      return BinaryMeasure.RISK_DIFFERENCE;
    }
    throw unknown();
  }

  private ContinuousMeasure continuousMeasure() {
    String words = words();
    if (words.equals("smd") || words.startsWith("std") || words.startsWith("standardi")) {
      return ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE;
    }
    if (words.equals("md") || words.startsWith("mean difference")) {
      return ContinuousMeasure.MEAN_DIFFERENCE;
    }
    throw unknown();
  }

  private Measure reportedMeasure() {
    String words = words();
    if (words.contains("hazard")) {
      return ReportedMeasure.HAZARD_RATIO;
    }
    if (words.contains("odds ratio")) {
      return BinaryMeasure.ODDS_RATIO;
    }
    if (words.contains("risk ratio")) {
      return BinaryMeasure.RISK_RATIO;
    }
    if (words.startsWith("mean difference") && !settings.log()) {
      return ContinuousMeasure.MEAN_DIFFERENCE;
    }
    return settings.log() ? ReportedMeasure.GENERIC_RATIO : ReportedMeasure.GENERIC_DIFFERENCE;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        Messages.of(
            "Cannot make effects of analysis " + number(),
            "effect measure",
            "be one of RevMan's",
            "'" + settings.measure() + "'",
            "Use trials() and choose a measure."));
  }

  @Override
  public String toString() {
    return "%s %s: %s (%s rows, %s, %s %s)"
        .formatted(
            number(),
            comparison(),
            outcome(),
            rows.size(),
            settings.measure(),
            method(),
            isRandomEffects() ? "random" : "fixed");
  }
}
