package org.copse.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;

/** The data of the benchmarks: the BCG vaccine trials, and seeded random sets. */
final class SampleData {

  private static final int[][] BCG = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  private SampleData() {}

  static BinaryEffects bcg(BinaryMeasure measure) {
    List<String> labels = new ArrayList<>();
    List<TwoByTwo> tables = new ArrayList<>();
    for (int[] row : BCG) {
      labels.add("trial " + (labels.size() + 1));
      tables.add(new TwoByTwo(row[0], row[0] + row[1], row[2], row[2] + row[3]));
    }
    return BinaryEffects.of(measure, Studies.of(labels), tables);
  }

  static double[] estimates(Effects effects) {
    double[] y = new double[effects.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = effects.estimate(i);
    }
    return y;
  }

  static double[] variances(Effects effects) {
    double[] v = new double[effects.size()];
    for (int i = 0; i < v.length; i++) {
      v[i] = effects.variance(i);
    }
    return v;
  }

  /** Variances uniform on 0.02 to 0.32. */
  static double[] randomVariances(long seed, int n) {
    return new Random(seed).doubles(n, 0.02, 0.32).toArray();
  }

  /** Effects around 0.3 with tau² = 0.05. */
  static double[] randomEstimates(long seed, double[] variances) {
    Random random = new Random(seed + 1);
    double[] y = new double[variances.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 0.3 + Math.sqrt(variances[i] + 0.05) * random.nextGaussian();
    }
    return y;
  }

  static Effects large(int k) {
    double[] v = randomVariances(7, k);
    double[] y = randomEstimates(7, v);
    List<String> labels = new ArrayList<>();
    List<Reported> rows = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      labels.add("study " + i);
      rows.add(new Reported(y[i], Math.sqrt(v[i]), "random"));
    }
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, Studies.of(labels), rows);
  }
}
