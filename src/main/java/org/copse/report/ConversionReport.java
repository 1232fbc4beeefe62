package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.copse.convert.AbsoluteEffect;
import org.copse.convert.AttainableCounts;
import org.copse.convert.Converted;
import org.copse.convert.ConvertedArm;
import org.copse.convert.ConvertedCounts;
import org.copse.convert.MeanAndSd;
import org.copse.convert.MeanContrast;
import org.copse.convert.NumberNeeded;
import org.copse.convert.ReconstructedTable;
import org.copse.convert.SkewnessTest;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.TwoByTwo;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/**
 * Conversions as small tables: what came out, rounded for the eye; how, and what it assumes, below.
 */
public final class ConversionReport {

  private static final double LEVEL = 0.95;
  private static final long COUNTS = 12;

  private ConversionReport() {}

  private static ReportTable.Builder table(String caption) {
    return ReportTable.of(caption, Column.text("Quantity"), Column.number("Value"));
  }

  private static List<String> route(String how, String assumes) {
    List<String> notes = new ArrayList<>();
    if (!how.isBlank()) {
      notes.add("How: " + how + ".");
    }
    if (!assumes.isBlank()) {
      notes.add("Assumes: " + assumes + ".");
    }
    return notes;
  }

  private static String number(double value) {
    return ColumnNumbers.single(value);
  }

  /**
   * One converted number.
   *
   * @param converted the number with its route
   * @return its value; formula and assumptions below
   */
  public static ReportTable of(Converted converted) {
    return table("Converted")
        .row("Value", number(converted.value()))
        .notes(route(converted.how(), converted.assumes()))
        .build();
  }

  /**
   * Converted numbers side by side, for example at several baseline risks.
   *
   * @param all the numbers
   * @return one row a number with its route
   */
  public static ReportTable of(List<Converted> all) {
    ReportTable.Builder table =
        ReportTable.of(
            "Converted", Column.number("Value"), Column.text("How"), Column.text("Assumes"));
    ColumnNumbers format = ColumnNumbers.of(all.stream().mapToDouble(Converted::value).toArray());
    for (Converted one : all) {
      List<String> cells = List.of(format.text(one.value()), one.how(), one.assumes());
      List<Double> values = List.of(one.value(), Double.NaN, Double.NaN);
      table.row(new ReportTable.Row(Kind.BODY, cells, values));
    }
    return table.build();
  }

  /**
   * An estimate with its standard error, on the scale of readers where the measure is known.
   *
   * @param reported the estimate
   * @return estimate, 95 % interval and standard error; the route below
   */
  public static ReportTable of(Reported reported) {
    Interval bounds = reported.interval(LEVEL);
    List<String> notes = route("from " + reported.source(), reported.assumes());
    Optional<Measure> known = reported.measure();
    if (known.isEmpty()) {
      notes.add("Analysis scale: of a ratio these are logarithms.");
    }
    boolean moved = known.isPresent() && known.get().scale().backTransform(1, Double.NaN) != 1;
    Interval shown =
        known
            .filter(measure -> moved)
            .map(m -> bounds.map(y -> m.scale().backTransform(y, Double.NaN)))
            .orElse(bounds);
    double estimate =
        moved
            ? known.get().scale().backTransform(reported.estimate(), Double.NaN)
            : reported.estimate();
    EffectFormat format = EffectFormat.of(List.of(shown), 2);
    ReportTable.Builder table =
        table(known.map(Measure::displayedLabel).orElse("Estimate as reported"))
            .row(
                "%s [%s CI]"
                    .formatted(
                        known.map(Measure::abbreviation).orElse("Estimate"), Numbers.level(LEVEL)),
                format.effect(estimate, shown));
    String error = Numbers.significant(reported.standardError(), 4);
    if (moved) {
      String scale = known.get().isRatio() ? "Log scale (SE)" : "Analysis scale (SE)";
      table.row(scale, Numbers.fixed(reported.estimate(), 4) + " (" + error + ")");
    } else {
      table.row("Standard error", error);
    }
    return table.notes(notes).build();
  }

  /**
   * How many must be treated.
   *
   * @param needed the number
   * @return the number in whole patients, its interval and the absolute benefit
   */
  public static ReportTable of(NumberNeeded needed) {
    String level = Numbers.level(needed.interval().level());
    EffectFormat format = EffectFormat.of(List.of(needed.interval()), 3);
    return table("Number needed to treat")
        .row("Number", needed.estimateText())
        .row(level + " CI", needed.intervalText())
        .row(
            "Absolute benefit [" + level + " CI]",
            format.effect(needed.benefit(), needed.interval()))
        .notes(route(needed.how(), ""))
        .notes(needed.notes())
        .build();
  }

  /**
   * A risk difference at a baseline risk.
   *
   * @param effect the effect
   * @return both risks and their difference with its interval
   */
  public static ReportTable of(AbsoluteEffect effect) {
    String level = Numbers.level(effect.interval().level());
    EffectFormat format = EffectFormat.of(List.of(effect.interval()), 3);
    return table("Absolute effect at a baseline risk")
        .row("Baseline risk", number(effect.baselineRisk()))
        .row("Risk with treatment", format.number(effect.risk()))
        .row(
            "Risk difference [" + level + " CI]",
            format.effect(effect.riskDifference(), effect.interval()))
        .row("Per 1000", effect.per1000())
        .notes(route(effect.how(), ""))
        .notes(effect.notes())
        .build();
  }

  /**
   * The counts that a printed percentage can stand for.
   *
   * @param counts the counts
   * @return percentage as an interval, patients, and the counts or that there is none
   */
  public static ReportTable of(AttainableCounts counts) {
    ReportTable.Builder table =
        table("Counts behind a percentage")
            .row("Percentage as printed", number(counts.percent().value()) + "%")
            .row(
                "Anything from, to",
                number(counts.percent().lower()) + ", " + number(counts.percent().upper()))
            .row("Patients (n)", Numbers.whole(counts.n()))
            .row("Whole counts that print so", counts.isEmpty() ? "none" : listed(counts));
    if (counts.isEmpty()) {
      table.row("Nearest count", number(counts.nearest().value()));
      table.notes(List.of("The percentage or its n is not what it seems: look both up again."));
    }
    return table.build();
  }

  private static String listed(AttainableCounts counts) {
    return counts.size() > COUNTS
        ? Numbers.whole(counts.first()) + " to " + Numbers.whole(counts.last())
        : LongStream.rangeClosed(counts.first(), counts.last())
            .mapToObj(Numbers::whole)
            .collect(Collectors.joining(", "));
  }

  /**
   * A 2×2 table that was found from its margins.
   *
   * @param found the table
   * @return one row an arm; the route below
   */
  public static ReportTable of(ReconstructedTable found) {
    TwoByTwo counts = found.counts();
    return ReportTable.of(
            "2×2 table, reconstructed",
            Column.text("Arm"),
            Column.number("Events"),
            Column.number("Total"),
            Column.number("Events before rounding"))
        .row(
            "1",
            number(counts.events1()),
            number(counts.total1()),
            Numbers.fixed(found.exactEvents1(), 2))
        .row(
            "2",
            number(counts.events2()),
            number(counts.total2()),
            Numbers.fixed(found.exactEvents2(), 2))
        .notes(route(found.how(), found.assumes()))
        .build();
  }

  /**
   * Size, mean and SD of a group.
   *
   * @param arm the group
   * @return the three numbers; the route of each below
   */
  public static ReportTable of(ConvertedArm arm) {
    return table("Group")
        .row("n", number(arm.n().value()))
        .row("Mean", number(arm.mean().value()))
        .row("SD", number(arm.sd().value()))
        .notes(routes(arm.n(), arm.mean(), arm.sd()))
        .build();
  }

  /**
   * Events of a group.
   *
   * @param counts the group
   * @return events and patients; the route of each below
   */
  public static ReportTable of(ConvertedCounts counts) {
    return table("Group")
        .row("Events", number(counts.events().value()))
        .row("Patients", number(counts.total().value()))
        .notes(routes(counts.events(), counts.total()))
        .build();
  }

  /**
   * Mean and SD found from order statistics.
   *
   * @param found mean and SD
   * @return both; the route of each below
   */
  public static ReportTable of(MeanAndSd found) {
    return table("Mean and SD")
        .row("Mean", number(found.mean().value()))
        .row("SD", number(found.sd().value()))
        .notes(routes(found.mean(), found.sd()))
        .build();
  }

  /**
   * Standard error and SD of a contrast of means.
   *
   * @param contrast both
   * @return both; the route of each below
   */
  public static ReportTable of(MeanContrast contrast) {
    return table("Contrast of means")
        .row("Standard error", number(contrast.standardError().value()))
        .row("SD within arms", number(contrast.sd().value()))
        .notes(routes(contrast.standardError(), contrast.sd()))
        .build();
  }

  private static List<String> routes(Converted... all) {
    List<String> notes = new ArrayList<>();
    for (Converted one : all) {
      route(one.how(), one.assumes()).stream().filter(n -> !notes.contains(n)).forEach(notes::add);
    }
    return notes;
  }

  /**
   * A test of skewness by order statistics.
   *
   * @param test the test
   * @return statistic, critical value and the verdict
   */
  public static ReportTable of(SkewnessTest test) {
    return table("Skewness (Shi 2023)")
        .row("Statistic", Numbers.significant(test.statistic(), 4))
        .row("Critical value", Numbers.significant(test.critical(), 4))
        .row("n", number(test.n()))
        .row("Verdict", test.isSkewed() ? "skewed" : "not shown to be skewed")
        .build();
  }
}
