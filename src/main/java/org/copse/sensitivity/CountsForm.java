package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;

/**
 * Counts of two arms that printed percentages stand for: events, total, events, total. The effects
 * of all pairs of counts are made once, as there are few.
 */
final class CountsForm implements PrintedForm {

  private static final int WIDTH = 4;
  private static final double MOST_PAIRS = 250_000;

  private final BinaryMeasure measure;
  private final List<Effects> pairs;
  private final double[][] first;
  private final int[] counts2;

  CountsForm(BinaryMeasure measure, List<List<PrintedInput>> inputs) {
    this.measure = measure;
    this.pairs = inputs.stream().map(this::pairs).toList();
    this.first =
        inputs.stream()
            .map(i -> new double[] {i.get(0).lower(), i.get(2).lower()})
            .toArray(double[][]::new);
    this.counts2 = inputs.stream().mapToInt(i -> (int) i.get(2).possible()).toArray();
  }

  private Effects pairs(List<PrintedInput> in) {
    double size = in.get(0).possible() * in.get(2).possible();
    if (!(size <= MOST_PAIRS)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot carry rounding through: the counts of a study's two percentages must make at most %.0f pairs, was %.0f. Give the percentages with more decimals, or the counts.",
              MOST_PAIRS,
              size));
    }
    List<TwoByTwo> tables = new ArrayList<>();
    for (double x1 = in.get(0).lower(); x1 <= in.get(0).upper(); x1++) {
      for (double x2 = in.get(2).lower(); x2 <= in.get(2).upper(); x2++) {
        tables.add(new TwoByTwo(x1, in.get(1).value(), x2, in.get(3).value()));
      }
    }
    List<String> labels =
        IntStream.range(0, tables.size()).mapToObj(i -> Integer.toString(i + 1)).toList();
    return BinaryEffects.of(measure, Studies.of(labels), tables);
  }

  @Override
  public void effect(int study, double[] inputs, int from, double[] effect) {
    int row = (int) (inputs[from] - first[study][0]);
    int column = (int) (inputs[from + 2] - first[study][1]);
    int pair = row * counts2[study] + column;
    effect[0] = pairs.get(study).estimate(pair);
    effect[1] = pairs.get(study).variance(pair);
  }

  @Override
  public Effects effects(Studies studies, double[] inputs) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      int at = i * WIDTH;
      tables.add(new TwoByTwo(inputs[at], inputs[at + 1], inputs[at + 2], inputs[at + 3]));
    }
    return BinaryEffects.of(measure, studies, tables);
  }

  @Override
  public double[] box(int study, List<PrintedInput> inputs) {
    return null;
  }
}
