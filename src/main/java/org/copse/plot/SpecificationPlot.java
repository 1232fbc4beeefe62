package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.copse.effect.Interval;
import org.copse.report.Numbers;
import org.copse.sensitivity.Specification;
import org.copse.sensitivity.SpecificationAnalysis;

/**
 * Specification curve: above, every analysis' pooled effect and interval in order of the effect;
 * below, which choices each of them made.
 *
 * <p>Choices that all specifications share are left out below and told in the notes.
 */
public final class SpecificationPlot extends ChartPlot {

  private static final double WIDTH = 520;
  private static final double CURVE = 240;
  private static final double ROW = 17;
  private static final String PLAIN = "Pooled effect with its interval";
  private static final String APART = "Pooled effect, its interval excludes no effect";
  private static final String WITHIN = "Pooled effect, its interval includes no effect";

  private final SpecificationAnalysis analysis;

  private SpecificationPlot(SpecificationAnalysis analysis, String title) {
    super("Specification curve", page(analysis, title));
    this.analysis = analysis;
  }

  /**
   * Plot of specifications.
   *
   * @param analysis the specifications
   * @return the plot
   */
  public static SpecificationPlot of(SpecificationAnalysis analysis) {
    return new SpecificationPlot(analysis, "");
  }

  /**
   * A title over the plot.
   *
   * @param text the title
   * @return a new plot
   */
  public SpecificationPlot title(String text) {
    return new SpecificationPlot(analysis, Objects.requireNonNull(text, "text"));
  }

  private static Map<String, Function<Specification, String>> choices() {
    Map<String, Function<Specification, String>> choices = new LinkedHashMap<>();
    choices.put("Measure", Specification::measure);
    choices.put("τ²", Specification::estimator);
    choices.put("Interval", Specification::interval);
    choices.put("Studies", Specification::studies);
    return choices;
  }

  private static ChartPanels page(SpecificationAnalysis analysis, String title) {
    List<Specification> all = analysis.specifications();
    List<String> notes = new ArrayList<>();
    List<Chart> panels = new ArrayList<>(List.of(curve(analysis)));
    for (var choice : choices().entrySet()) {
      Set<String> values = new LinkedHashSet<>();
      all.forEach(s -> values.add(choice.getValue().apply(s)));
      if (values.size() > 1) {
        panels.add(choices(choice.getKey(), List.copyOf(values), all, choice.getValue()));
      } else {
        notes.add("%s, the same in all: %s.".formatted(choice.getKey(), values.iterator().next()));
      }
    }
    Specification middle = analysis.median();
    String words =
        "%s specifications: pooled effect from %s to %s, median %s; %s intervals exclude no effect."
            .formatted(
                all.size(),
                shown(all.get(0)),
                shown(all.get(all.size() - 1)),
                shown(middle),
                analysis.measure().hasNullValue() ? analysis.significant() : "–");
    notes.add(0, words);
    return new ChartPanels(title, words, 1, panels, notes, legend(analysis));
  }

  private static List<String> legend(SpecificationAnalysis analysis) {
    boolean nulled = analysis.measure().hasNullValue();
    long apart = nulled ? analysis.significant() : 0;
    List<String> legend = new ArrayList<>();
    if (apart > 0) {
      legend.add(APART);
    }
    if (apart < analysis.specifications().size()) {
      legend.add(nulled ? WITHIN : PLAIN);
    }
    return legend;
  }

  private static boolean apart(SpecificationAnalysis analysis, Specification s) {
    return analysis.measure().hasNullValue() && !s.fit().interval().contains(0);
  }

  private static String shown(Specification s) {
    return Numbers.fixed(s.fit().backTransformed().estimate(), 2);
  }

  private static PlotAxis across(int number) {
    return new PlotAxis("", false, 0, number, false, List.of());
  }

  private static Chart curve(SpecificationAnalysis analysis) {
    List<Specification> all = analysis.specifications();
    String label =
        String.join(" or ", all.stream().map(Specification::measure).distinct().sorted().toList());
    EffectAxis scale = new EffectAxis(analysis.measure(), label);
    List<ChartMark.Point> solid = new ArrayList<>();
    List<ChartMark.Point> hollow = new ArrayList<>();
    List<ChartMark.Point> plain = new ArrayList<>();
    List<ChartMark.Point> apart = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean nulled = analysis.measure().hasNullValue();
    for (int i = 0; i < all.size(); i++) {
      Specification s = all.get(i);
      Interval interval = s.fit().interval();
      double x = i + 0.5;
      boolean excludes = apart(analysis, s);
      (excludes ? solid : hollow)
          .add(new ChartMark.Point(x, scale.shown(s.fit().estimate()), hover(s)));
      List<ChartMark.Point> lines = excludes ? apart : plain;
      lines.add(new ChartMark.Point(x, scale.shown(interval.lower()), ""));
      lines.add(new ChartMark.Point(x, scale.shown(interval.upper()), ""));
      lines.add(new ChartMark.Point(Double.NaN, Double.NaN, ""));
      low = Math.min(low, interval.lower());
      high = Math.max(high, interval.upper());
    }
    if (nulled) {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
    double width = Math.max(0.6, Math.min(3, 0.5 * WIDTH / all.size()));
    List<ChartMark> marks = new ArrayList<>();
    if (nulled) {
      List<ChartMark.Point> none =
          List.of(
              new ChartMark.Point(0, scale.shown(0), ""),
              new ChartMark.Point(all.size(), scale.shown(0), ""));
      marks.add(new ChartMark.Path("No effect", none, Colours.INK, ChartMark.Dash.DASHED));
    }
    marks.add(new ChartMark.Path("Interval", plain, Colours.SUBTOTAL, ChartMark.Dash.SOLID, width));
    marks.add(
        new ChartMark.Path(
            "Interval excludes no effect", apart, Colours.SQUARE, ChartMark.Dash.SOLID, width));
    double radius = Math.max(1.2, Math.min(4, 0.4 * WIDTH / all.size()));
    String name = nulled ? WITHIN : PLAIN;
    ChartMark.Symbol ring = nulled ? ChartMark.Symbol.RING : ChartMark.Symbol.SQUARE;
    marks.add(new ChartMark.Points(APART, solid, radius, Colours.DIAMOND, ChartMark.Symbol.SQUARE));
    marks.add(new ChartMark.Points(name, hollow, radius, Colours.DIAMOND, ring));
    PlotAxis effects = scale.from(low, high);
    return new Chart("", "", across(all.size()), effects, marks, List.of())
        .withSize(new ChartSize(WIDTH, CURVE));
  }

  private static Chart choices(
      String name,
      List<String> values,
      List<Specification> all,
      Function<Specification, String> choice) {
    StudyRowsAxis rows = StudyRowsAxis.of(values, 80);
    List<ChartMark.Point> points = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int row = values.indexOf(choice.apply(all.get(i)));
      points.add(new ChartMark.Point(i + 0.5, rows.at(row), hover(all.get(i))));
    }
    double radius = Math.max(1, Math.min(3.5, 0.4 * WIDTH / all.size()));
    List<ChartMark> marks =
        List.of(new ChartMark.Points(name, points, radius, Colours.INK, ChartMark.Symbol.SQUARE));
    return new Chart(name, "", across(all.size()), rows.axis(), marks, List.of())
        .withSize(new ChartSize(WIDTH, Math.max(2 * ROW, rows.height())));
  }

  private static String hover(Specification s) {
    Interval i = s.fit().backTransformed().interval();
    return "%s, %s, %s, %s: %s [%s; %s]"
        .formatted(
            s.measure(),
            s.estimator(),
            s.interval(),
            s.studies(),
            shown(s),
            Numbers.fixed(i.lower(), 2),
            Numbers.fixed(i.upper(), 2));
  }
}
