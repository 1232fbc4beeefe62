package org.copse.batch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Run by {@link VectorPassesTest} in a JVM that has the vectors: prints what differs. */
final class VectorPassesCheck {

  /** So few that some blocks come after a pause. */
  private static final int LANES = 16;

  private VectorPassesCheck() {}

  public static void main(String[] arguments) {
    WidePasses passes = WidePasses.find();
    System.out.println(passes == null ? "no vectors" : "vectors");
    for (int studies : new int[] {2, 3, 4, 5, 7, 8, 15}) {
      int sets = 40 * LANES + 3;
      double[] v = new Random(studies).doubles(studies * sets, 0.02, 0.32).toArray();
      double[] y = new Random(-studies).doubles(studies * sets, -1, 2).toArray();
      StudyMajor clean = new StudyMajor(y, v, sets, studies);
      // of few studies some agree so well that their set wants care
      if (studies >= 7
          && !new LaneBlock(studies, LANES)
              .loadInPlace(passes, clean, 0, LANES, new double[LANES])) {
        System.out.println("clean sets refused, studies " + studies);
      }
      compare(passes, clean, "clean");
      spoilt(passes, y, v, sets, studies);
    }
    System.out.println("done");
  }

  /** Each oddity in one set of the third block, and none of it taken. */
  private static void spoilt(WidePasses passes, double[] y, double[] v, int sets, int studies) {
    int at = sets + 2 * LANES + 5;
    double[] odd = {Double.NaN, 0, -0.0, -0.1, -1e30, -1e200, 1e60, 1e-60, 1e300, 1e-320};
    for (double value : odd) {
      double[] variances = v.clone();
      variances[at] = value;
      refused(passes, new StudyMajor(y, variances, sets, studies), "variance " + value);
    }
    double[] opposite = v.clone();
    opposite[at] = -1e200;
    opposite[at - sets] = 1e200;
    refused(passes, new StudyMajor(y, opposite, sets, studies), "opposite variances");
    double[] infinite = v.clone();
    infinite[at] = Double.POSITIVE_INFINITY;
    refused(passes, new StudyMajor(y, infinite, sets, studies), "infinite variance");
    for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e200}) {
      double[] estimates = y.clone();
      estimates[at] = value;
      refused(passes, new StudyMajor(estimates, v, sets, studies), "effect " + value);
    }
    double[] far = Arrays.stream(y).map(x -> x + 1e6).toArray();
    refused(passes, new StudyMajor(far, v, sets, studies), "shifted");
    double[] dominated = v.clone();
    dominated[at] = 1e-9;
    refused(passes, new StudyMajor(y, dominated, sets, studies), "dominated");
  }

  private static void refused(WidePasses passes, StudyMajor source, String what) {
    LaneBlock block = new LaneBlock(source.studies, LANES);
    if (block.loadInPlace(passes, source, 2 * LANES, LANES, new double[LANES])) {
      System.out.println("taken: " + what + ", studies " + source.studies);
    }
    compare(passes, source, what);
  }

  private static void compare(WidePasses passes, StudyMajor source, String what) {
    for (BatchModel model : new BatchModel[] {BatchModel.COMMON, BatchModel.DL}) {
      Set<BatchColumn> columns = EnumSet.allOf(BatchColumn.class);
      if (model == BatchModel.COMMON) {
        columns.removeAll(EnumSet.of(BatchColumn.TAU2, BatchColumn.I2_FROM_TAU2));
      }
      Columns wide = fit(model, columns, source, () -> passes);
      Columns plain = fit(model, columns, source, () -> null);
      for (int set = 0; set < source.sets; set++) {
        boolean same = wide.status(set) == plain.status(set);
        for (BatchColumn column : columns) {
          same &=
              Double.doubleToRawLongBits(wide.of(column)[set])
                  == Double.doubleToRawLongBits(plain.of(column)[set]);
        }
        if (!same) {
          System.out.printf("differs: %s, %s, set %s%n", model, what, set);
        }
      }
    }
  }

  private static Columns fit(
      BatchModel model, Set<BatchColumn> columns, StudyMajor source, Supplier<WidePasses> wide) {
    Columns to = new Columns(columns, source.sets);
    LaneFit fit =
        new LaneFit(model, BatchInterval.WALD, 0.95, columns, source.studies, LANES, wide);
    for (int from = 0; from < source.sets; from += LANES) {
      fit.fit(source, from, Math.min(LANES, source.sets - from), to, from);
    }
    return to;
  }
}
