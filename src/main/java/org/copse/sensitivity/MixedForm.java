package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;

/** Studies that report in different ways, each by its own form as its only study. */
final class MixedForm implements PrintedForm {

  private final Measure measure;
  private final List<PrintedEffects> parts;
  private final int[] from;

  MixedForm(Measure measure, List<PrintedEffects> parts) {
    this.measure = measure;
    this.parts = List.copyOf(parts);
    this.from = new int[parts.size()];
    for (int i = 1; i < from.length; i++) {
      from[i] = from[i - 1] + parts.get(i - 1).inputs(0).size();
    }
  }

  @Override
  public void effect(int study, double[] inputs, int at, double[] effect) {
    parts.get(study).form().effect(0, inputs, at, effect);
  }

  @Override
  public Effects effects(Studies studies, double[] inputs) {
    List<Reported> data = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    double[] effect = new double[2];
    for (int i = 0; i < parts.size(); i++) {
      effect(i, inputs, from[i], effect);
      if (!Double.isNaN(effect[0]) && !Double.isNaN(effect[1])) {
        data.add(new Reported(effect[0], Math.sqrt(effect[1]), "as printed"));
        kept.add(i);
      }
    }
    int[] indices = kept.stream().mapToInt(Integer::intValue).toArray();
    return ReportedEffects.of(measure, studies.subset(indices), data);
  }

  @Override
  public double[] box(int study, List<PrintedInput> inputs) {
    return parts.get(study).form().box(0, inputs);
  }
}
