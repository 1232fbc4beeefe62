package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;

/** Effects from plain estimates and variances, on the analysis scale as they are. */
public final class PlainEffects {

  private PlainEffects() {}

  public static ReportedEffects of(List<String> labels, double[] y, double[] v) {
    List<Reported> data = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      data.add(new Reported(y[i], Math.sqrt(v[i]), AnalysisScale.IDENTITY.name()));
    }
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, Studies.of(labels), data);
  }

  public static ReportedEffects of(double[] y, double[] v) {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      labels.add("study " + (i + 1));
    }
    return of(labels, y, v);
  }
}
