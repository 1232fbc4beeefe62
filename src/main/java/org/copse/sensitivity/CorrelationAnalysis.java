package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.Interval;
import org.copse.model.Fit;

/** The pooled result under each assumed correlation. Immutable. */
public final class CorrelationAnalysis {

  private final Fit asGiven;
  private final List<CorrelationStep> steps;
  private final boolean[] varied;

  CorrelationAnalysis(Fit asGiven, List<CorrelationStep> steps, boolean[] varied) {
    this.asGiven = asGiven;
    this.steps = List.copyOf(steps);
    this.varied = varied;
  }

  /**
   * The model fitted to the effects as they were given.
   *
   * @return the fit
   */
  public Fit asGiven() {
    return asGiven;
  }

  /**
   * The pooled results.
   *
   * @return by increasing correlation
   */
  public List<CorrelationStep> steps() {
    return steps;
  }

  /**
   * The studies whose correlation is varied.
   *
   * @return their labels
   */
  public List<String> varied() {
    return labels(true);
  }

  private List<String> labels(boolean which) {
    return IntStream.range(0, varied.length)
        .filter(i -> varied[i] == which)
        .mapToObj(asGiven.effects().studies()::label)
        .toList();
  }

  /**
   * Share of the varied studies in the pooled result.
   *
   * @param step one of {@link #steps()}
   * @return their weights in percent, NaN where the model has none
   */
  public double variedWeight(CorrelationStep step) {
    return step.fit().hasWeights()
        ? IntStream.range(0, varied.length)
            .filter(i -> varied[i])
            .mapToDouble(step.fit()::weight)
            .sum()
        : Double.NaN;
  }

  /**
   * What was varied, and whether the conclusion hangs on it.
   *
   * @return one sentence each
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<String> fixed = labels(false);
    notes.add(
        "Correlation varied in: "
            + String.join("; ", varied())
            + (fixed.isEmpty() ? "." : ". Not in: " + String.join("; ", fixed) + "."));
    double no = asGiven.measure().nullValue();
    List<Double> excluding =
        steps.stream()
            .filter(s -> excludes(s.fit().backTransformed().interval(), no))
            .map(CorrelationStep::correlation)
            .toList();
    if (excluding.size() == steps.size()) {
      notes.add("The interval excludes no effect under every correlation tried.");
    } else if (excluding.isEmpty()) {
      notes.add("The interval includes no effect under every correlation tried.");
    } else {
      notes.add(
          "Whether the interval excludes no effect hangs on the correlation: it does at r = %s."
              .formatted(String.join(", ", excluding.stream().map(String::valueOf).toList())));
    }
    return notes;
  }

  private static boolean excludes(Interval interval, double value) {
    return interval.lower() > value || interval.upper() < value;
  }

  @Override
  public String toString() {
    return "Correlation swept from %s to %s in %s of %s studies"
        .formatted(
            steps.get(0).correlation(),
            steps.get(steps.size() - 1).correlation(),
            varied().size(),
            varied.length);
  }
}
