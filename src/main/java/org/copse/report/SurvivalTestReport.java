package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.survival.GroupEvents;
import org.copse.survival.HazardRatio;
import org.copse.survival.LogRankResult;
import org.copse.survival.LogRankWeight;
import org.copse.survival.SurvivalDifference;
import org.copse.survival.SurvivalTest;
import org.copse.survival.TrendTest;

/** Comparisons of survival between groups, in the shape of R's {@code survdiff}. */
public final class SurvivalTestReport {

  private SurvivalTestReport() {}

  /**
   * A log-rank test, as R's {@code print(survdiff(...))}.
   *
   * @param result the test
   * @return one row a group; hazard ratios of two groups below
   */
  public static ReportTable of(LogRankResult result) {
    boolean plain = result.weight().equals(LogRankWeight.LOG_RANK.name());
    ReportTable.Builder table =
        ReportTable.of(
            caption(result, plain),
            Column.text("Group"),
            Column.number("Patients"),
            Column.number("Observed"),
            Column.number("Expected"),
            Column.number(plain ? "(O − E)²/E" : "U, weighted O − E"),
            Column.number(plain ? "(O − E)²/V" : "U²/V"));
    List<GroupEvents> groups = result.groups();
    for (GroupEvents g : groups) {
      double u = g.difference();
      double fifth = plain ? u * u / g.expected() : u;
      table.row(
          g.group(),
          Numbers.whole(g.patients()),
          SurvivalReport.number(g.observed()),
          Numbers.fixed(g.expected(), 2),
          Double.isFinite(fifth) ? Numbers.fixed(fifth, 2) : Numbers.ABSENT,
          g.variance() > 0 ? Numbers.fixed(u * u / g.variance(), 2) : Numbers.ABSENT);
    }
    table.row(
        Kind.TOTAL,
        List.of(
            "All",
            Numbers.whole(groups.stream().mapToLong(GroupEvents::patients).sum()),
            SurvivalReport.number(groups.stream().mapToDouble(GroupEvents::observed).sum()),
            Numbers.fixed(groups.stream().mapToDouble(GroupEvents::expected).sum(), 2),
            "",
            ""));
    return table.notes(ratios(result, plain)).notes(trend(result)).notes(notes(result)).build();
  }

  private static String caption(LogRankResult result, boolean plain) {
    String name = plain ? "Log-rank test" : "Log-rank test, weights " + result.weight();
    return result.test().map(t -> name + ": " + words(t)).orElse(name);
  }

  private static List<String> ratios(LogRankResult result, boolean plain) {
    List<String> notes = new ArrayList<>();
    if (plain && result.groups().size() == 2) {
      for (Optional<HazardRatio> ratio : List.of(result.hazardRatio(), result.pikeHazardRatio())) {
        ratio.ifPresent(r -> notes.add("%s: %s, %s.".formatted(title(r), text(r), r.method())));
      }
    }
    return notes;
  }

  private static List<String> trend(LogRankResult result) {
    return result.groups().size() < 3
        ? List.of()
        : result
            .trend()
            .map(
                t ->
                    List.of(
                        "Trend over the groups in their order: z = %s, %s."
                            .formatted(Numbers.fixed(t.z(), 3), Numbers.pEquals(t.p()))))
            .orElse(List.of());
  }

  private static List<String> notes(LogRankResult result) {
    return SurvivalReport.sentences(result.notes());
  }

  /** A chi-squared test in a line. */
  static String words(SurvivalTest test) {
    return "χ² = %s, df = %s, %s"
        .formatted(
            SurvivalReport.significant(test.statistic()), test.df(), Numbers.pEquals(test.p()));
  }

  private static String title(HazardRatio ratio) {
    return "Hazard ratio, %s against %s".formatted(ratio.group(), ratio.against());
  }

  private static String text(HazardRatio ratio) {
    return Numbers.fixed(ratio.estimate(), 2) + " " + Numbers.interval(ratio.interval(), 2);
  }

  /**
   * A test of survival.
   *
   * @param test the test
   * @return statistic, degrees of freedom and p
   */
  public static ReportTable of(SurvivalTest test) {
    return values("Chi-squared test")
        .row("χ²", SurvivalReport.significant(test.statistic()))
        .row("df", Integer.toString(test.df()))
        .row("p", Numbers.p(test.p()))
        .build();
  }

  /**
   * A test for a trend.
   *
   * @param test the test
   * @return z and p
   */
  public static ReportTable of(TrendTest test) {
    return values("Test for a trend over groups")
        .row("z", SurvivalReport.significant(test.z()))
        .row("p", Numbers.p(test.p()))
        .build();
  }

  /**
   * A hazard ratio.
   *
   * @param ratio the ratio
   * @return the ratio with its interval, and its log
   */
  public static ReportTable of(HazardRatio ratio) {
    return values(title(ratio))
        .row("HR [%s CI]".formatted(Numbers.level(ratio.level())), text(ratio))
        .row(
            "Log scale (SE)",
            Numbers.fixed(ratio.logEstimate(), 4)
                + " ("
                + SurvivalReport.significant(ratio.standardError())
                + ")")
        .notes(List.of("By " + ratio.method() + "."))
        .build();
  }

  /**
   * A difference in restricted mean or in survival at a landmark.
   *
   * @param difference the difference
   * @return the difference with its standard error, interval and p
   */
  public static ReportTable of(SurvivalDifference difference) {
    return values("Difference in " + difference.what())
        .row(
            difference.group() + " less " + difference.against(),
            SurvivalReport.significant(difference.estimate()))
        .row("SE", SurvivalReport.significant(difference.standardError()))
        .row(
            Numbers.level(difference.level()) + " CI", SurvivalReport.bounds(difference.interval()))
        .row("p", Numbers.p(difference.p()))
        .build();
  }

  private static ReportTable.Builder values(String caption) {
    return ReportTable.of(caption, Column.text("Quantity"), Column.number("Value"));
  }
}
