package org.copse.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.copse.Golden;
import org.copse.effect.Effects;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.model.ConfidenceMethod;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch gives what the scalar models give, set by set. */
class BatchAgainstScalarTest {

  private record OneSet(String name, double[] y, double[] v) {}

  private static List<OneSet> golden() {
    return Golden.cases("sets").map(BatchAgainstScalarTest::set).toList();
  }

  private static OneSet set(JsonNode node) {
    return new OneSet(
        node.get("name").asText(), Golden.doubles(node.get("yi")), Golden.doubles(node.get("vi")));
  }

  /** Sets of 2 to 24 studies with variances over up to four orders, some shifted by a million. */
  private static List<OneSet> random(long seed, int sets) {
    Random random = new Random(seed);
    List<OneSet> all = new ArrayList<>();
    for (int j = 0; j < sets; j++) {
      int k = 2 + random.nextInt(23);
      double spread = 4 * random.nextDouble();
      double tau = random.nextInt(3) * Math.pow(10, -2 * random.nextDouble());
      double shift = random.nextInt(10) == 0 ? 1e6 : random.nextGaussian();
      double[] y = new double[k];
      double[] v = new double[k];
      for (int i = 0; i < k; i++) {
        v[i] = 0.05 * Math.pow(10, spread * (random.nextDouble() - 0.5));
        y[i] = shift + Math.sqrt(v[i]) * random.nextGaussian() + tau * random.nextGaussian();
      }
      all.add(new OneSet("seed " + seed + " set " + j, y, v));
    }
    return all;
  }

  static BatchSource source(List<OneSet> sets) {
    int studies = sets.stream().mapToInt(s -> s.y.length).max().orElseThrow();
    double[] y = new double[studies * sets.size()];
    double[] v = new double[studies * sets.size()];
    Arrays.fill(y, Double.NaN);
    Arrays.fill(v, Double.NaN);
    for (int j = 0; j < sets.size(); j++) {
      for (int i = 0; i < sets.get(j).y.length; i++) {
        y[i * sets.size() + j] = sets.get(j).y[i];
        v[i * sets.size() + j] = sets.get(j).v[i];
      }
    }
    return BatchSources.studyMajor(y, v, studies);
  }

  private static Effects effects(OneSet set) {
    List<Reported> rows = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < set.y.length; i++) {
      labels.add("s" + i);
      rows.add(new Reported(set.y[i], Math.sqrt(set.v[i]), "test"));
    }
    return ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, Studies.of(labels), rows);
  }

  private static double size(OneSet set) {
    double low = Arrays.stream(set.y).min().orElseThrow();
    double high = Arrays.stream(set.y).max().orElseThrow();
    return Math.max(Math.max(Math.abs(low), Math.abs(high)), high - low);
  }

  private static void compareRandom(
      BatchModel model, BatchInterval interval, List<OneSet> sets, double tolerance) {
    BatchResult result =
        Batch.withDefaults()
            .model(model)
            .interval(interval)
            .columns(BatchColumn.values())
            .fit(source(sets));
    RandomEffects scalar =
        RandomEffects.withDefaults()
            .withoutPrediction()
            .tau2(Tau2Estimator.valueOf(model.name()))
            .interval(ConfidenceMethod.valueOf(interval.name()));
    for (int j = 0; j < sets.size(); j++) {
      OneSet set = sets.get(j);
      RandomEffectsFit fit = scalar.fit(effects(set));
      double size = size(set);
      double spread = Arrays.stream(set.v).max().orElseThrow();
      String what = model + " " + interval + " " + set.name + " ";
      close(what + "tau2", fit.tau2(), result, BatchColumn.TAU2, j, tolerance, 1e2 * spread);
      close(what + "mean", fit.estimate(), result, BatchColumn.ESTIMATE, j, tolerance, size);
      close(what + "se", fit.standardError(), result, BatchColumn.SE, j, tolerance, 0);
      double bound = Math.max(size, Math.abs(fit.interval().upper()));
      double relative = tolerance * 10;
      close(what + "low", fit.interval().lower(), result, BatchColumn.CI_LOWER, j, relative, bound);
      close(what + "up", fit.interval().upper(), result, BatchColumn.CI_UPPER, j, relative, bound);
      double z = fit.test().statistic();
      double zSize = size / fit.standardError();
      close(what + "z", z, result, BatchColumn.STATISTIC, j, relative, zSize);
      double conditioned = tolerance * 100 * (1 + z * z + zSize * Math.abs(z));
      close(what + "p", fit.test().p(), result, BatchColumn.P, j, conditioned, 1 + zSize);
      heterogeneity(what, fit.heterogeneity().q(), fit.iSquaredFromQ(), result, j, set);
      close(
          what + "I2", fit.iSquaredFromTau2(), result, BatchColumn.I2_FROM_TAU2, j, relative, 1e4);
      assertEquals(set.y.length, result.value(BatchColumn.K, j));
      assertEquals(BatchStatus.ESTIMATED, result.status(j));
    }
  }

  private static void heterogeneity(
      String what, double q, double iSquared, BatchResult result, int j, OneSet set) {
    double least = Arrays.stream(set.v).min().orElseThrow();
    double size = 1 + size(set) * Math.sqrt(Math.max(q, 1) / least);
    close(what + "Q", q, result, BatchColumn.Q, j, Golden.CLOSED, size);
    close(what + "I2Q", iSquared, result, BatchColumn.I2_FROM_Q, j, 1e-11, 100 * size);
  }

  private static void close(
      String what,
      double expected,
      BatchResult result,
      BatchColumn column,
      int j,
      double relative,
      double size) {
    Golden.assertClose(what, expected, result.value(column, j), relative, size);
  }

  @ParameterizedTest
  @EnumSource(BatchInterval.class)
  void derSimonianLaird(BatchInterval interval) {
    compareRandom(BatchModel.DL, interval, golden(), Golden.CLOSED);
    compareRandom(BatchModel.DL, interval, random(11, 600), 1e-11);
  }

  @ParameterizedTest
  @EnumSource(BatchInterval.class)
  void pauleMandel(BatchInterval interval) {
    compareRandom(BatchModel.PM, interval, golden(), Golden.ITERATIVE);
    compareRandom(BatchModel.PM, interval, random(12, 600), Golden.ITERATIVE);
  }

  @ParameterizedTest
  @EnumSource(BatchInterval.class)
  void restrictedMaximumLikelihood(BatchInterval interval) {
    compareRandom(BatchModel.REML, interval, golden(), Golden.ITERATIVE);
    compareRandom(BatchModel.REML, interval, random(13, 600), Golden.ITERATIVE);
  }

  @Test
  void commonEffect() {
    List<OneSet> sets = new ArrayList<>(golden());
    sets.addAll(random(14, 600));
    BatchColumn[] columns =
        Arrays.stream(BatchColumn.values())
            .filter(c -> c != BatchColumn.TAU2 && c != BatchColumn.I2_FROM_TAU2)
            .toArray(BatchColumn[]::new);
    BatchResult result =
        Batch.withDefaults().model(BatchModel.COMMON).columns(columns).fit(source(sets));
    for (int j = 0; j < sets.size(); j++) {
      OneSet set = sets.get(j);
      CommonEffectFit fit = CommonEffect.of(effects(set));
      double size = size(set);
      close(set.name, fit.estimate(), result, BatchColumn.ESTIMATE, j, Golden.CLOSED, size);
      close(set.name, fit.standardError(), result, BatchColumn.SE, j, Golden.CLOSED, 0);
      close(set.name, fit.interval().lower(), result, BatchColumn.CI_LOWER, j, 1e-11, 10 * size);
      close(set.name, fit.interval().upper(), result, BatchColumn.CI_UPPER, j, 1e-11, 10 * size);
      heterogeneity(
          set.name, fit.heterogeneity().q(), fit.heterogeneity().iSquared(), result, j, set);
    }
  }

  /** Two groups of precise studies far apart and imprecise ones: likelihoods with two maxima. */
  @Test
  void theGlobalMaximumOfSeveral() {
    Random random = new Random(15);
    List<OneSet> sets = new ArrayList<>();
    for (int j = 0; j < 4000; j++) {
      int k = 4 + random.nextInt(5);
      double[] y = new double[k];
      double[] v = new double[k];
      for (int i = 0; i < k; i++) {
        boolean precise = i < k / 2;
        v[i] = precise ? 1e-4 : 1 + random.nextDouble();
        y[i] = precise ? 0.02 * random.nextGaussian() : 3 * random.nextGaussian();
      }
      sets.add(new OneSet("seed 15 set " + j, y, v));
    }
    BatchResult result = Batch.withDefaults().columns(BatchColumn.TAU2).fit(source(sets));
    int far = 0;
    for (int j = 0; j < sets.size(); j++) {
      OneSet set = sets.get(j);
      double expected = Tau2Estimator.REML.estimate(set.y, set.v);
      far += expected > 0.1 ? 1 : 0;
      close(set.name, expected, result, BatchColumn.TAU2, j, Golden.ITERATIVE, 100);
    }
    int here = far;
    assertTrue(here > 100 && here < 3900, () -> here + " sets with a large tau²");
  }
}
