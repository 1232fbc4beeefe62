package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.heterogeneity.Prediction;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;

/** The outline of the distribution of the effect in a new study. */
final class PredictionShape {

  private static final int STEPS = 80;
  private static final double REACH = 1.7;

  private PredictionShape() {}

  /** The row of a fit; empty where it has no prediction interval or none with a density. */
  static Optional<ForestRow> row(Fit fit) {
    if (!(fit instanceof RandomEffectsResult random) || random.prediction().isEmpty()) {
      return Optional.empty();
    }
    Prediction prediction = random.prediction().get();
    List<ForestMark.Height> outline = outline(fit, prediction);
    if (outline.isEmpty()) {
      return Optional.empty();
    }
    Interval shown = random.backTransformedPrediction().orElseThrow();
    ForestMark mark =
        new ForestMark(
            ForestMark.Shape.DISTRIBUTION,
            Double.NaN,
            shown.lower(),
            shown.upper(),
            Double.NaN,
            outline);
    String words = "Prediction distribution";
    return Optional.of(
        new ForestRow(
            ForestRow.Kind.DISTRIBUTION,
            List.of(TextCell.of(words)),
            Optional.of(mark),
            -1,
            words + ": of the effect in a new study; dark within the prediction interval"));
  }

  /** Heights on the axis: densities of the analysis scale over how much the axis stretches it. */
  private static List<ForestMark.Height> outline(Fit fit, Prediction prediction) {
    Interval interval = prediction.interval();
    double middle = (interval.lower() + interval.upper()) / 2;
    double step = REACH * interval.width() / STEPS;
    List<ForestMark.Height> outline = new ArrayList<>();
    double highest = 0;
    for (int i = 0; i <= STEPS; i++) {
      double effect = middle + (i - STEPS / 2) * step;
      double stretch = place(fit, effect + step / 8) - place(fit, effect - step / 8);
      double density = prediction.density(effect).orElse(Double.NaN);
      double height = density / stretch;
      if (Double.isFinite(height)) {
        outline.add(new ForestMark.Height(fit.effects().backTransform(effect), height));
        highest = Math.max(highest, height);
      }
    }
    double top = highest;
    return outline.stream().map(h -> new ForestMark.Height(h.value(), h.height() / top)).toList();
  }

  private static double place(Fit fit, double effect) {
    Measure measure = fit.measure();
    double shown = fit.effects().backTransform(effect);
    return measure.isRatio() ? Math.log(shown) : shown;
  }
}
