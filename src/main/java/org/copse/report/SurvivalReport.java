package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.copse.effect.Interval;
import org.copse.report.ReportTable.Column;
import org.copse.survival.CurvePoint;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.ReconstructedPatients;
import org.copse.survival.RestrictedMean;
import org.copse.survival.SummaryPoint;
import org.copse.survival.SummarySurvivalFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalData;
import org.copse.survival.SurvivalInterval;
import org.copse.survival.SurvivalQuantile;

/** Times to an event and survival curves as tables, in the shape of R's {@code survfit}. */
public final class SurvivalReport {

  private static final int DECIMALS = 3;
  private static final int DIGITS = 4;

  private SurvivalReport() {}

  /**
   * Kaplan-Meier curves, as R's {@code print(survfit(...))}.
   *
   * @param fit the curves
   * @return one row a group with its median
   */
  public static ReportTable of(KaplanMeierFit fit) {
    String bounds = Numbers.level(fit.level()) + " CI";
    ReportTable.Builder table =
        ReportTable.of(
            "Kaplan-Meier estimate",
            Column.text("Group"),
            Column.number("Patients"),
            Column.number("Events"),
            Column.number("Median"),
            Column.number("lower").in(bounds),
            Column.number("upper").in(bounds),
            Column.number("Last time"));
    for (SurvivalCurve curve : fit.curves()) {
      SurvivalQuantile median = curve.median();
      table.row(
          curve.group(),
          Numbers.whole(curve.patients()),
          number(curve.events()),
          time(median.time()),
          time(median.lower()),
          time(median.upper()),
          number(curve.lastTime()));
    }
    return table.notes(List.of(intervals(fit.interval()))).notes(sentences(fit.notes())).build();
  }

  /**
   * One curve, as R's {@code summary(survfit(...))}.
   *
   * @param curve the curve
   * @return one row a time with an event; censorings since the row before
   */
  public static ReportTable of(SurvivalCurve curve) {
    double[] times =
        curve.points().stream().filter(p -> p.events() > 0).mapToDouble(CurvePoint::time).toArray();
    String bounds = Numbers.level(curve.level()) + " CI";
    ReportTable.Builder table =
        ReportTable.of(
            "Kaplan-Meier estimate: " + curve.group(),
            Column.number("Time"),
            Column.number("At risk"),
            Column.number("Events"),
            Column.number("Censored"),
            Column.number("Survival"),
            Column.number("SE"),
            Column.number("lower").in(bounds),
            Column.number("upper").in(bounds));
    curve.at(times).forEach(point -> table.row(row(point)));
    double last = times.length == 0 ? Double.NEGATIVE_INFINITY : times[times.length - 1];
    double after =
        curve.points().stream()
            .filter(p -> p.time() > last)
            .mapToDouble(CurvePoint::censored)
            .sum();
    String end =
        "%s patients, %s events; %s censored after the last event, the last at %s. Median %s."
            .formatted(
                Numbers.whole(curve.patients()),
                number(curve.events()),
                number(after),
                number(curve.lastTime()),
                curve.median());
    return table
        .notes(
            List.of(
                end,
                "Censored: after the time above, up to this one.",
                intervals(curve.interval())))
        .build();
  }

  private static ReportTable.Row row(CurvePoint p) {
    Optional<Interval> bounds = p.interval();
    double[] values = {
      p.time(),
      p.atRisk(),
      p.events(),
      p.censored(),
      p.survival().orElse(Double.NaN),
      p.standardError().orElse(Double.NaN),
      bounds.map(Interval::lower).orElse(Double.NaN),
      bounds.map(Interval::upper).orElse(Double.NaN)
    };
    List<String> cells =
        IntStream.range(0, values.length)
            .mapToObj(j -> j < 4 ? number(values[j]) : Numbers.fixed(values[j], DECIMALS))
            .toList();
    List<Double> behind = IntStream.range(0, values.length).mapToObj(j -> values[j]).toList();
    return new ReportTable.Row(ReportTable.Kind.BODY, cells, behind);
  }

  /**
   * A quantile of survival time.
   *
   * @param quantile the quantile
   * @return the time and its interval
   */
  public static ReportTable of(SurvivalQuantile quantile) {
    boolean median = quantile.probability() == 0.5;
    return values("Quantile of survival time")
        .row("Share with the event by then", Numbers.percent(100 * quantile.probability(), 0))
        .row(median ? "Median time" : "Time", time(quantile.time()))
        .row(
            Numbers.level(quantile.level()) + " CI",
            "[" + time(quantile.lower()) + "; " + time(quantile.upper()) + "]")
        .build();
  }

  /**
   * A restricted mean survival time.
   *
   * @param mean the mean
   * @return horizon, mean with its standard error and interval
   */
  public static ReportTable of(RestrictedMean mean) {
    Interval bounds = mean.interval();
    return values("Restricted mean survival time")
        .row("To τ", number(mean.tau()))
        .row("Mean", significant(mean.mean()))
        .row("SE", significant(mean.standardError()))
        .row(Numbers.level(mean.level()) + " CI", bounds(bounds))
        .build();
  }

  /**
   * Data of patients.
   *
   * @param data the data
   * @return one row a group
   */
  public static ReportTable of(SurvivalData data) {
    ReportTable.Builder table =
        ReportTable.of(
            "Times to an event",
            Column.text("Group"),
            Column.number("Patients"),
            Column.number("Events"),
            Column.number("Censored"),
            Column.number("Last time"));
    for (String group : data.groups()) {
      int[] rows =
          IntStream.range(0, data.size()).filter(i -> data.group(i).equals(group)).toArray();
      long events = IntStream.of(rows).filter(data::event).count();
      table.row(
          group,
          Numbers.whole(rows.length),
          Numbers.whole(events),
          Numbers.whole(rows.length - events),
          number(IntStream.of(rows).mapToDouble(data::time).max().orElse(Double.NaN)));
    }
    return table.notes(kinds(data)).notes(sentences(data.notes())).build();
  }

  private static List<String> kinds(SurvivalData data) {
    List<String> notes = new ArrayList<>();
    if (data.strata().size() > 1) {
      notes.add("Strata: " + String.join(", ", data.strata()) + ".");
    }
    if (!data.covariates().isEmpty()) {
      notes.add("Covariates: " + String.join(", ", data.covariates()) + ".");
    }
    if (data.isLeftTruncated()) {
      notes.add("Left truncated: patients enter later than 0.");
    }
    if (data.isWeighted()) {
      notes.add("Weighted; the counts above are of rows.");
    }
    return notes;
  }

  /**
   * Patients read back from a curve.
   *
   * @param arm the patients
   * @return patients and events of the arm; what was assumed below
   */
  public static ReportTable of(ReconstructedPatients arm) {
    return ReportTable.of(
            "Patients reconstructed from a curve (Guyot 2012)",
            Column.text("Arm"),
            Column.number("Patients"),
            Column.number("Events"),
            Column.number("Censored"))
        .row(
            arm.group(),
            Numbers.whole(arm.size()),
            Numbers.whole(arm.events()),
            Numbers.whole(arm.censored()))
        .notes(sentences(arm.notes()))
        .build();
  }

  /**
   * Summary survival curves of several studies.
   *
   * @param fit the curves
   * @return one row a time, random and common effect side by side
   */
  public static ReportTable of(SummarySurvivalFit fit) {
    String level = Numbers.level(fit.level()) + " CI";
    ReportTable.Builder table =
        ReportTable.of(
            "Summary survival of %s studies (Combescure 2014)".formatted(fit.size()),
            Column.number("Time"),
            Column.number("Studies"),
            Column.number("survival").in("Random effects"),
            Column.number(level).in("Random effects"),
            Column.number("survival").in("Common effect"),
            Column.number(level).in("Common effect"));
    List<SummaryPoint> random = fit.randomEffects();
    List<SummaryPoint> common = fit.commonEffect();
    for (int i = 0; i < random.size(); i++) {
      SummaryPoint r = random.get(i);
      SummaryPoint c = common.get(i);
      table.row(
          number(r.time()),
          Integer.toString(r.studies()),
          Numbers.fixed(r.survival(), DECIMALS),
          Numbers.interval(r.interval(), DECIMALS),
          Numbers.fixed(c.survival(), DECIMALS),
          Numbers.interval(c.interval(), DECIMALS));
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "Median: random effects %s, common effect %s."
            .formatted(time(fit.medianRandomEffects()), time(fit.medianCommonEffect())));
    fit.heterogeneity()
        .ifPresent(q -> notes.add("Heterogeneity: " + SurvivalTestReport.words(q) + "."));
    return table.notes(notes).notes(sentences(fit.notes())).build();
  }

  private static ReportTable.Builder values(String caption) {
    return ReportTable.of(caption, Column.text("Quantity"), Column.number("Value"));
  }

  private static String intervals(SurvivalInterval interval) {
    String name =
        switch (interval) {
          case PLAIN -> "plain";
          case LOG -> "log";
          case LOG_LOG -> "log-log";
          case ARCSINE -> "arcsine";
        };
    return "Pointwise intervals: " + name + ".";
  }

  /** Notes of the survival package begin small and end open. */
  static List<String> sentences(List<String> notes) {
    return notes.stream().map(SurvivalReport::sentence).toList();
  }

  private static String sentence(String note) {
    if (note.isBlank()) {
      return note;
    }
    int first = note.codePointAt(0);
    String whole =
        Character.toString(Character.toUpperCase(first))
            + note.substring(Character.charCount(first));
    return whole.endsWith(".") ? whole : whole + ".";
  }

  private static String time(OptionalDouble time) {
    return time.isPresent() ? number(time.getAsDouble()) : "not reached";
  }

  static String bounds(Interval bounds) {
    return "[" + significant(bounds.lower()) + "; " + significant(bounds.upper()) + "]";
  }

  static String significant(double value) {
    return Numbers.significant(value, DIGITS);
  }

  static String number(double value) {
    return ColumnNumbers.single(value);
  }
}
