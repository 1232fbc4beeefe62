package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.plot.ChartMark.Point;
import org.copse.report.Numbers;
import org.copse.survival.CurvePoint;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.SurvivalCurve;
import org.copse.survival.SurvivalQuantile;

/** Lays curves out as data. */
final class KaplanMeierBuilder {

  /** Told apart by readers of any colour vision, and in print by their dashes. */
  private static final String[] COLOURS = {
    "#225588", "#bb3311", "#117733", "#882255", "#886600", "#222222"
  };

  private static final String[] DASHES = {"", "7 3", "2 2.5", "9 3 2 3", "14 4", "5 2 1 2 1 2"};

  private final KaplanMeierFit fit;
  private final KaplanMeierOptions options;
  private final PlotAxis x;

  private KaplanMeierBuilder(KaplanMeierFit fit, KaplanMeierOptions options) {
    this.fit = fit;
    this.options = options;
    double end = fit.curves().stream().mapToDouble(SurvivalCurve::lastTime).max().orElse(1);
    double last = end > 0 ? end : 1;
    double limit = Double.isNaN(options.until()) ? last * 1.02 : options.until();
    this.x = new PlotAxis(options.time(), false, 0, limit, false, ticks(limit));
  }

  static KaplanMeierModel of(KaplanMeierFit fit, KaplanMeierOptions options) {
    KaplanMeierBuilder builder = new KaplanMeierBuilder(fit, options);
    List<AxisTick> ticks = new ArrayList<>();
    for (int i = 0; i <= 5; i++) {
      ticks.add(new AxisTick(i / 5.0, 20 * i + "%"));
    }
    PlotAxis y = new PlotAxis(options.share(), false, 0, 1, false, ticks);
    List<KaplanMeierModel.Curve> curves = new ArrayList<>();
    for (int g = 0; g < fit.curves().size(); g++) {
      curves.add(builder.curve(fit.curves().get(g), g));
    }
    return new KaplanMeierModel(
        options.title(), builder.words(), builder.x, y, curves, options.tests(), builder.notes());
  }

  /** Twice as many as other axes have: numbers at risk stand under each. */
  private static List<AxisTick> ticks(double limit) {
    double step = Ticks.of(false, 0, limit / 2).get(1).value();
    List<AxisTick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= limit * (1 + 1e-9); i++) {
      ticks.add(new AxisTick(i * step, Ticks.label(i * step)));
    }
    return ticks;
  }

  private double share(double survival) {
    return options.rising() ? 1 - survival : survival;
  }

  private KaplanMeierModel.Curve curve(SurvivalCurve curve, int g) {
    double[] ticks = x.ticks().stream().mapToDouble(AxisTick::value).toArray();
    List<String> atRisk = curve.at(ticks).stream().map(p -> Numbers.count(p.atRisk())).toList();
    return new KaplanMeierModel.Curve(
        curve.group(),
        legend(curve),
        COLOURS[g % COLOURS.length],
        DASHES[g % DASHES.length],
        steps(curve),
        options.bands() ? band(curve) : List.of(),
        censored(curve),
        atRisk,
        options.medians() ? median(curve) : List.of());
  }

  private static String legend(SurvivalCurve curve) {
    return "%s: %s patients, %s events, median %s"
        .formatted(
            curve.group(), curve.patients(), Numbers.count(curve.events()), words(curve.median()));
  }

  private static String words(SurvivalQuantile median) {
    if (median.time().isEmpty()) {
      return "not reached";
    }
    return "%s [%s; %s]".formatted(text(median.time()), text(median.lower()), text(median.upper()));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? Ticks.label(value.getAsDouble()) : "not reached";
  }

  private List<Point> steps(SurvivalCurve curve) {
    List<Point> steps = new ArrayList<>();
    steps.add(new Point(0, share(1), ""));
    double before = 1;
    for (CurvePoint p : curve.points()) {
      double now = p.survival().orElse(before);
      if (p.time() > x.max()) {
        steps.add(new Point(x.max(), share(before), ""));
        return steps;
      }
      steps.add(new Point(p.time(), share(before), ""));
      if (now != before) {
        steps.add(new Point(p.time(), share(now), hover(curve, p)));
      }
      before = now;
    }
    return steps;
  }

  private String hover(SurvivalCurve curve, CurvePoint p) {
    String interval =
        p.interval()
            .map(
                i ->
                    " "
                        + Numbers.interval(
                            new Interval(percent(i, true), percent(i, false), i.level()), 1))
            .orElse("");
    return "%s at %s: %s%%%s, %s at risk"
        .formatted(
            curve.group(),
            Ticks.label(p.time()),
            Numbers.fixed(100 * share(p.survival().orElse(Double.NaN)), 1),
            interval,
            Numbers.count(p.atRisk()));
  }

  private double percent(Interval interval, boolean lower) {
    return 100 * share(lower != options.rising() ? interval.lower() : interval.upper());
  }

  /** Upper bounds from left to right, then lower bounds back. */
  private List<Point> band(SurvivalCurve curve) {
    List<Point> upper = new ArrayList<>(List.of(new Point(0, share(1), "")));
    List<Point> lower = new ArrayList<>(upper);
    double[] now = {1, 1};
    for (CurvePoint p : curve.points()) {
      double time = Math.min(p.time(), x.max());
      upper.add(new Point(time, share(now[1]), ""));
      lower.add(0, new Point(time, share(now[0]), ""));
      if (p.time() > x.max() || p.interval().isEmpty()) {
        break;
      }
      now[0] = p.interval().get().lower();
      now[1] = p.interval().get().upper();
      upper.add(new Point(time, share(now[1]), ""));
      lower.add(0, new Point(time, share(now[0]), ""));
    }
    upper.addAll(lower);
    return upper;
  }

  private List<Point> censored(SurvivalCurve curve) {
    List<Point> marks = new ArrayList<>();
    for (CurvePoint p : curve.points()) {
      if (p.censored() > 0 && x.contains(p.time()) && p.survival().isPresent()) {
        String words =
            "%s: %s censored at %s"
                .formatted(curve.group(), Numbers.count(p.censored()), Ticks.label(p.time()));
        marks.add(new Point(p.time(), share(p.survival().getAsDouble()), words));
      }
    }
    return marks;
  }

  private List<Point> median(SurvivalCurve curve) {
    OptionalDouble median = curve.median().time();
    return median.isEmpty() || !x.contains(median.getAsDouble())
        ? List.of()
        : List.of(
            new Point(0, 0.5, ""),
            new Point(median.getAsDouble(), 0.5, ""),
            new Point(median.getAsDouble(), 0, ""));
  }

  private String words() {
    List<String> parts = new ArrayList<>();
    fit.curves().forEach(curve -> parts.add(legend(curve)));
    parts.addAll(options.tests());
    return "Kaplan-Meier curves. " + String.join(". ", parts) + ".";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    String bands = options.bands() ? "Shaded: pointwise" : "Medians in brackets with";
    notes.add(
        "%s %s confidence intervals (%s). Upright strokes: patients censored."
            .formatted(
                bands,
                Numbers.level(fit.level()),
                fit.interval().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    notes.addAll(fit.notes());
    return notes;
  }
}
