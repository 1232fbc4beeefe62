package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.bias.LimitEstimate;
import org.copse.bias.LimitResult;
import org.copse.effect.Interval;
import org.copse.report.Numbers;

/** The curve of a limit meta-analysis in a funnel plot, and the adjusted effect at its top. */
final class FunnelLimit {

  private static final int STEPS = 60;
  private static final double WIDTH = 2;

  private final Optional<LimitEstimate> estimate;
  private final double bottom;
  private final boolean ratio;

  FunnelLimit(Optional<LimitResult> result, double bottom, boolean ratio) {
    this.estimate = result.flatMap(LimitResult::estimate);
    this.bottom = bottom;
    this.ratio = ratio;
  }

  /** Smallest effect that the axis must reach. */
  double least() {
    return estimate
        .map(e -> Math.min(e.interval().lower(), e.meanAt(bottom)))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Largest effect that the axis must reach. */
  double most() {
    return estimate
        .map(e -> Math.max(e.interval().upper(), e.meanAt(bottom)))
        .orElse(Double.NEGATIVE_INFINITY);
  }

  List<ChartMark> marks() {
    return estimate.map(this::marks).orElse(List.of());
  }

  private List<ChartMark> marks(LimitEstimate e) {
    List<ChartMark.Point> curve = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double se = bottom * i / STEPS;
      curve.add(new ChartMark.Point(shown(e.meanAt(se)), se, ""));
    }
    Interval i = e.interval();
    String words = words(e);
    List<ChartMark.Point> ends =
        List.of(
            new ChartMark.Point(shown(i.lower()), 0, words),
            new ChartMark.Point(shown(i.upper()), 0, words));
    String interval = Numbers.level(i.level()) + " CI of the adjusted effect";
    ChartMark.Dash solid = ChartMark.Dash.SOLID;
    return List.of(
        new ChartMark.Path("Limit meta-analysis", curve, Colours.PREDICTION, solid, WIDTH),
        new ChartMark.Path(interval, ends, Colours.PREDICTION, solid, 3.5),
        new ChartMark.Points(
            "Adjusted effect",
            List.of(new ChartMark.Point(shown(e.estimate()), 0, words)),
            5,
            Colours.PREDICTION,
            ChartMark.Symbol.DIAMOND));
  }

  private double shown(double value) {
    return ratio ? Math.exp(value) : value;
  }

  private String words(LimitEstimate e) {
    Interval i = e.interval();
    return "Adjusted effect %s, %s CI [%s; %s]"
        .formatted(
            Numbers.fixed(shown(e.estimate()), 2),
            Numbers.level(i.level()),
            Numbers.fixed(shown(i.lower()), 2),
            Numbers.fixed(shown(i.upper()), 2));
  }

  static String note(LimitResult result) {
    FunnelLimit curve = new FunnelLimit(Optional.of(result), 0, result.measure().isRatio());
    return result
        .estimate()
        .map(e -> "Curve: limit meta-analysis. %s.".formatted(curve.words(e)))
        .orElseGet(() -> "No limit meta-analysis. " + String.join(" ", result.notes()));
  }
}
