package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.ArmMeans;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Studies;

/** Means and standard deviations of two arms: n, mean, SD, n, mean, SD. */
final class MeansForm implements PrintedForm {

  private static final int WIDTH = 6;
  private static final Studies ONE = Studies.named("study");

  private final ContinuousMeasure measure;

  MeansForm(ContinuousMeasure measure) {
    this.measure = measure;
  }

  @Override
  public void effect(int study, double[] inputs, int from, double[] effect) {
    Effects one = ContinuousEffects.of(measure, ONE, List.of(means(inputs, from)));
    effect[0] = one.estimate(0);
    effect[1] = one.variance(0);
  }

  @Override
  public Effects effects(Studies studies, double[] inputs) {
    List<ArmMeans> data = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      data.add(means(inputs, i * WIDTH));
    }
    return ContinuousEffects.of(measure, studies, data);
  }

  private static ArmMeans means(double[] in, int at) {
    return new ArmMeans(in[at], in[at + 1], in[at + 2], in[at + 3], in[at + 4], in[at + 5]);
  }

  @Override
  public double[] box(int study, List<PrintedInput> inputs) {
    return null;
  }
}
