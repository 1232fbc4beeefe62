package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.Effects;
import org.copse.effect.MeanChangeMeasure;
import org.copse.effect.MeanMeasure;
import org.copse.effect.Measure;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.PartialCorrelationMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.Studies;
import org.copse.effect.WithCorrelation;

/**
 * Any outcome: each study's numbers make its data, and the data of all studies their effects, as
 * the outcome itself makes them.
 *
 * @param <D> the form of a study's data
 */
final class OutcomeForm<D> implements PrintedForm {

  private static final Studies ONE = Studies.named("study");

  /**
   * Measures whose estimate grows or falls with each number it takes, whose variance does so too,
   * and of which no number is both's: so that the two range over a box whose ends are at corners.
   */
  private static final List<Measure> BOXES =
      List.of(
          MeanMeasure.RAW_MEAN,
          MeanMeasure.LOG_STANDARD_DEVIATION,
          MeanChangeMeasure.REPORTED_MEAN_CHANGE,
          NetChangeMeasure.NET_CHANGE,
          ContinuousMeasure.MEAN_DIFFERENCE,
          ContinuousMeasure.VARIABILITY_RATIO,
          SingleRateMeasure.LOG_RATE,
          RateMeasure.INCIDENCE_RATE_RATIO,
          CorrelationMeasure.FISHER_Z_CORRELATION,
          PartialCorrelationMeasure.FISHER_Z_PARTIAL_CORRELATION,
          ModelFitMeasure.FISHER_Z_R_SQUARED,
          CronbachAlphaMeasure.BONETT_ALPHA);

  private final NumbersReader<D> reader;
  private final BiFunction<Studies, List<D>, ? extends Effects> maker;
  private final int[] widths;
  private final boolean together;

  OutcomeForm(
      Studies studies,
      List<List<PrintedInput>> inputs,
      NumbersReader<D> reader,
      BiFunction<Studies, List<D>, ? extends Effects> maker) {
    this.reader = reader;
    this.maker = maker;
    this.widths = inputs.stream().mapToInt(List::size).toArray();
    SplittableRandom random = new SplittableRandom(1);
    this.together =
        differ(studies, numbers(inputs, PrintedInput::value))
            || differ(studies, numbers(inputs, i -> i.at(random.nextDouble())));
  }

  private static double[] numbers(
      List<List<PrintedInput>> inputs, ToDoubleFunction<PrintedInput> value) {
    return inputs.stream().flatMap(List::stream).mapToDouble(value).toArray();
  }

  /**
   * Whether a study alone has another effect than among the others, as where a variance takes an
   * average over the studies, or a rule for zero cells looks at all of them.
   */
  private boolean differ(Studies studies, double[] inputs) {
    Effects all = effects(studies, inputs);
    double[] effect = new double[2];
    int from = 0;
    for (int i = 0; i < widths.length; i++) {
      effect(i, inputs, from, effect);
      from += widths[i];
      if (Double.compare(effect[0], all.estimate(i)) != 0
          || Double.compare(effect[1], all.variance(i)) != 0) {
        return true;
      }
    }
    return false;
  }

  private D data(int study, double[] inputs, int from) {
    return reader.of(study, Arrays.copyOfRange(inputs, from, from + widths[study]));
  }

  @Override
  public void effect(int study, double[] inputs, int from, double[] effect) {
    Effects one = maker.apply(ONE, List.of(data(study, inputs, from)));
    effect[0] = one.estimate(0);
    effect[1] = one.variance(0);
  }

  @Override
  public Effects effects(Studies studies, double[] inputs) {
    List<D> data = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < widths.length; i++) {
      data.add(data(i, inputs, from));
      from += widths[i];
    }
    return maker.apply(studies, data);
  }

  @Override
  public boolean takesTogether() {
    return together;
  }

  /** Null also where a rule makes the variance move with the numbers of the estimate. */
  @Override
  public double[] box(int study, List<PrintedInput> inputs) {
    double[] printed = inputs.stream().mapToDouble(PrintedInput::value).toArray();
    D data = reader.of(study, printed);
    Measure measure = maker.apply(ONE, List.of(data)).measure();
    boolean assumed = data instanceof WithCorrelation<?> d && d.usesCorrelation();
    if (together || assumed || !BOXES.contains(measure)) {
      return null;
    }
    List<double[]> corners = PrintedCorners.of(inputs);
    double[][] effects = new double[corners.size()][2];
    IntStream.range(0, effects.length).forEach(c -> effect(study, corners.get(c), 0, effects[c]));
    return PrintedCorners.areSeparate(inputs, effects) ? ends(effects) : null;
  }

  private static double[] ends(double[][] effects) {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (double[] e : effects) {
      for (int j = 0; j < 2; j++) {
        box[2 * j] = Math.min(box[2 * j], e[j]);
        box[2 * j + 1] = Math.max(box[2 * j + 1], e[j]);
      }
    }
    return Arrays.stream(box).anyMatch(Double::isNaN) ? null : box;
  }
}
