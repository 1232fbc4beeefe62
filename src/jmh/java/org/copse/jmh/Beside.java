package org.copse.jmh;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.copse.batch.Batch;
import org.copse.batch.BatchColumn;
import org.copse.batch.BatchInterval;
import org.copse.batch.BatchModel;
import org.copse.batch.BatchSource;
import org.copse.batch.BatchSources;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonAndRandom;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.ConfidenceMethod;
import org.copse.model.Glmm;
import org.copse.model.GlmmModel;
import org.copse.model.RandomEffects;

/**
 * Copse's half of {@code src/jmh/beside.py}: prints {@code name seconds}, the least of many
 * repetitions.
 */
public final class Beside {

  private static final int STUDIES = 15;
  private static final int SETS = 100_000;

  private Beside() {}

  /** Measures everything; takes a minute. */
  public static void main(String[] args) throws Exception {
    single();
    large(2000, "reml-2000");
    large(100_000, "reml-100000");
    batch();
    survival();
  }

  /** Two groups of 100,000 patients in all, from raw columns. */
  private static void survival() throws Exception {
    SurvivalFit patients = new SurvivalFit();
    patients.n = 100_000;
    patients.patients();
    print("survfit", 1, 100, () -> patients.curvesFromColumns().curves().get(0).events());
    print("survdiff", 1, 100, () -> patients.testFromColumns().test().orElseThrow().p());
  }

  private static void single() throws Exception {
    BinaryEffects bcg = SampleData.bcg(BinaryMeasure.RISK_RATIO);
    RandomEffects dl =
        RandomEffects.withDefaults()
            .tau2(Tau2Estimator.DL)
            .interval(ConfidenceMethod.WALD)
            .withoutPrediction();
    RandomEffects reml = dl.tau2(Tau2Estimator.REML);
    print("dl-fit", 1000, 100, () -> FullInference.of(dl.fit(bcg)));
    print("reml-fit", 1000, 100, () -> FullInference.of(reml.fit(bcg)));
    CommonAndRandom both = CommonAndRandom.withDefaults();
    print("metabin", 1000, 50, () -> commonAndRandom(both.fit(bcg)));
    BinaryEffects odds = SampleData.bcg(BinaryMeasure.ODDS_RATIO);
    print("glmm", 1, 100, () -> glmm(GlmmModel.FIXED_STUDY_EFFECTS, odds));
    print("glmm-exact", 1, 100, () -> glmm(GlmmModel.CONDITIONAL_EXACT, odds));
  }

  private static double commonAndRandom(CommonAndRandomFit fit) {
    return FullInference.of(fit.common()) + FullInference.withIntervals(fit.random());
  }

  private static double glmm(GlmmModel model, BinaryEffects effects) {
    return FullInference.of(Glmm.withDefaults().model(model).fit(effects));
  }

  private static void large(int k, String name) throws Exception {
    double[] v = SampleData.randomVariances(7, k);
    double[] y = SampleData.randomEstimates(7, v);
    print(name, 1, 60, () -> Tau2Estimator.REML.estimate(y, v));
  }

  private static void batch() throws Exception {
    double[] v = SampleData.randomVariances(3, STUDIES * SETS);
    double[] y = SampleData.randomEstimates(3, v);
    BatchSource source = BatchSources.studyMajor(y, v, STUDIES);
    Batch wald =
        Batch.withDefaults()
            .interval(BatchInterval.WALD)
            .threads(2)
            .columns(BatchColumn.ESTIMATE, BatchColumn.SE, BatchColumn.TAU2);
    print("read", 1, 300, () -> ReadBound.sum(2, y, v));
    print("batch-dl", 1, 300, () -> wald.model(BatchModel.DL).fit(source));
    print("batch-pm", 1, 100, () -> wald.model(BatchModel.PM).fit(source));
    print("batch-reml", 1, 100, () -> wald.model(BatchModel.REML).fit(source));
  }

  private static void print(String name, int inner, int repetitions, Callable<?> work)
      throws Exception {
    double least = Double.POSITIVE_INFINITY;
    int results = 0;
    for (int i = 0; i < repetitions; i++) {
      long start = System.nanoTime();
      for (int j = 0; j < inner; j++) {
        results += work.call() == null ? 1 : 0;
      }
      least = Math.min(least, (System.nanoTime() - start) * 1e-9 / inner);
    }
    if (results > 0) {
      throw new IllegalStateException("no result");
    }
    System.out.printf(Locale.ROOT, "%s %.9f%n", name, least);
  }
}
