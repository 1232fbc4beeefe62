package org.copse.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a batch promises besides its numbers: layouts, missing studies, bits, order, errors. */
class BatchTest {

  private static final double NAN = Double.NaN;

  private final Random random = new Random(21);

  private static Batch all(BatchModel model) {
    Batch batch = Batch.withDefaults().model(model);
    EnumSet<BatchColumn> columns = EnumSet.allOf(BatchColumn.class);
    if (model == BatchModel.COMMON) {
      columns.removeAll(Set.of(BatchColumn.TAU2, BatchColumn.I2_FROM_TAU2));
    }
    return batch.columns(columns.toArray(BatchColumn[]::new));
  }

  private double[] normal(int n, double scale) {
    return random.doubles(n, 0, 1).map(u -> scale * random.nextGaussian()).toArray();
  }

  private double[] positive(int n) {
    return random.doubles(n, 0.02, 1).toArray();
  }

  @ParameterizedTest
  @EnumSource(BatchModel.class)
  void anyNumberOfThreadsAndAnyNeighboursGiveTheSameBits(BatchModel model) {
    int studies = 7;
    int sets = 10_001;
    double[] y = normal(studies * sets, 1);
    double[] v = positive(studies * sets);
    for (int i = 0; i < 2000; i++) {
      y[random.nextInt(y.length)] = NAN;
    }
    BatchSource source = BatchSources.studyMajor(y, v, studies);
    BatchResult one = all(model).threads(1).fit(source);
    BatchResult five = all(model).threads(5).fit(source);
    for (BatchColumn column : one.columns()) {
      assertArrayEquals(bits(one.column(column)), bits(five.column(column)), column::name);
    }
    for (int j = 0; j < sets; j += 997) {
      int set = j;
      double[] alone = IntStream.range(0, studies).mapToDouble(s -> y[s * sets + set]).toArray();
      double[] variances =
          IntStream.range(0, studies).mapToDouble(s -> v[s * sets + set]).toArray();
      BatchResult single = all(model).fit(BatchSources.setMajor(alone, variances, studies));
      for (BatchColumn column : one.columns()) {
        assertEquals(one.value(column, j), single.value(column, 0), column::name);
      }
    }
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }

  @Test
  void aStreamGivesTheSameBitsInOrder() {
    int studies = 5;
    int sets = 20_000;
    BatchSource source =
        BatchSources.setMajor(normal(studies * sets, 1), positive(studies * sets), studies);
    Batch batch = all(BatchModel.REML).threads(3);
    BatchResult whole = batch.fit(source);
    double[] streamed = new double[sets];
    List<Long> done = new ArrayList<>();
    long[] next = {0};
    batch.progress((d, total) -> done.add(d * 10 / total)).stream(
        source,
        part -> {
          assertEquals(next[0], part.first());
          next[0] += part.sets();
          double[] column = part.column(BatchColumn.CI_UPPER);
          System.arraycopy(column, 0, streamed, (int) part.first(), column.length);
        });
    assertEquals(sets, next[0]);
    assertArrayEquals(bits(whole.column(BatchColumn.CI_UPPER)), bits(streamed));
    assertEquals(done.stream().sorted().toList(), done);
    assertEquals(10, done.get(done.size() - 1));
  }

  @Test
  void aMissingStudyIsAsIfItWereNotThere() {
    double[] y = {0.1, NAN, 0.7, -0.4, 0.2};
    double[] v = {0.1, 0.2, 0.05, 0.2, NAN};
    for (BatchModel model : BatchModel.values()) {
      BatchResult with = all(model).fit(BatchSources.setMajor(y, v, 5));
      BatchResult without =
          all(model)
              .fit(
                  BatchSources.setMajor(
                      new double[] {0.1, 0.7, -0.4}, new double[] {0.1, 0.05, 0.2}, 3));
      assertEquals(3, with.value(BatchColumn.K, 0));
      for (BatchColumn column : with.columns()) {
        assertEquals(without.value(column, 0), with.value(column, 0), 1e-13, column::name);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(BatchModel.class)
  void setsThatCannotBeFittedAreCountedAndStopNothing(BatchModel model) {
    double inf = Double.POSITIVE_INFINITY;
    double[] y = {NAN, NAN, NAN, 0.5, NAN, NAN, 1, 2, inf, 1, 2, 3, 1, 2, 3, 1, 2, 4, 1, 2, 3};
    double[] v = {1, 1, 1, 1, 0.25, 1, 1, 1, 1, 1, 0, 1, 1, -1, 1, 1, 2, 1, 1, inf, 1};
    BatchResult result = all(model).fit(BatchSources.setMajor(y, v, 3));
    assertEquals(BatchStatus.EMPTY, result.status(0));
    assertEquals(BatchStatus.SINGLE_STUDY, result.status(1));
    assertEquals(1, result.count(BatchStatus.EMPTY));
    assertEquals(1, result.count(BatchStatus.SINGLE_STUDY));
    assertEquals(1, result.count(BatchStatus.ESTIMATED));
    assertEquals(4, result.count(BatchStatus.UNUSABLE));
    for (BatchColumn column : result.columns()) {
      assertEquals(column == BatchColumn.K ? 0 : NAN, result.value(column, 0), column::name);
      for (int set : new int[] {2, 3, 4, 6}) {
        assertEquals(NAN, result.value(column, set), column::name);
      }
      assertTrue(Double.isFinite(result.value(column, 5)), column::name);
    }
    assertEquals(0.5, result.value(BatchColumn.ESTIMATE, 1));
    assertEquals(1, result.value(BatchColumn.SE, 1));
    assertEquals(0.5 + 1.959963984540054, result.value(BatchColumn.CI_UPPER, 1), 1e-14);
    assertEquals(0, result.value(BatchColumn.Q, 1));
    assertEquals(1, result.value(BatchColumn.K, 1));
    assertEquals(NAN, result.value(BatchColumn.I2_FROM_Q, 1));
  }

  @ParameterizedTest
  @EnumSource(
      value = BatchModel.class,
      names = {"DL", "PM", "REML"})
  void equalEffectsHaveNoHeterogeneity(BatchModel model) {
    double[] y = new double[12];
    Arrays.fill(y, 0.3);
    BatchResult result = all(model).fit(BatchSources.setMajor(y, positive(12), 4));
    for (int j = 0; j < 3; j++) {
      assertEquals(0, result.value(BatchColumn.TAU2, j));
      assertEquals(0.3, result.value(BatchColumn.ESTIMATE, j), 1e-16);
      assertEquals(0, result.value(BatchColumn.Q, j), 1e-28);
    }
  }

  @Test
  void oneStudyOnly() {
    BatchResult result =
        Batch.withDefaults().fit(BatchSources.setMajor(new double[] {2}, new double[] {4}, 1));
    assertEquals(2, result.value(BatchColumn.ESTIMATE, 0));
    assertEquals(2, result.value(BatchColumn.SE, 0));
    assertEquals(NAN, result.value(BatchColumn.TAU2, 0));
    assertEquals(BatchStatus.SINGLE_STUDY, result.status(0));
  }

  @Test
  void noSets() {
    BatchResult result =
        Batch.withDefaults().fit(BatchSources.setMajor(new double[0], new double[0], 3));
    assertEquals(0, result.sets());
    assertTrue(result.toString().startsWith("0 data sets"), result::toString);
  }

  @Test
  void manyStudiesInOneSet() {
    int k = 100_000;
    double[] v = positive(k);
    double[] y = new double[k];
    for (int i = 0; i < k; i++) {
      y[i] = Math.sqrt(0.5 + v[i]) * random.nextGaussian();
    }
    BatchResult result = Batch.withDefaults().fit(BatchSources.setMajor(y, v, k));
    assertEquals(0.5, result.value(BatchColumn.TAU2, 0), 0.02);
  }

  @Test
  void whatIsNotAskedForIsNotThere() {
    BatchResult result =
        Batch.withDefaults()
            .columns(BatchColumn.P)
            .fit(BatchSources.setMajor(normal(6, 1), positive(6), 3));
    assertEquals(Set.of(BatchColumn.P), result.columns());
    assertThrows(IllegalArgumentException.class, () -> result.column(BatchColumn.SE));
  }

  @Test
  void errorsSayWhatToDo() {
    Batch batch = Batch.withDefaults();
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> batch.threads(0))
            .getMessage()
            .contains("threads must be at least 1, was 0"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, batch::columns)
            .getMessage()
            .contains("columns must name at least 1"));
    assertThrows(IllegalArgumentException.class, () -> batch.level(1));
    BatchSource some = BatchSources.setMajor(new double[3], new double[3], 3);
    Batch common = batch.model(BatchModel.COMMON).columns(BatchColumn.TAU2);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> common.fit(some))
            .getMessage()
            .contains("the model must have random effects, was COMMON"));
    assertThrows(
        IllegalArgumentException.class,
        () -> BatchSources.studyMajor(new double[4], new double[4], 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> BatchSources.studyMajor(new double[4], new double[3], 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> BatchSources.allSubsets(new double[63], new double[63]));
    assertThrows(
        IllegalArgumentException.class,
        () -> BatchSources.resamples(new double[2], new double[2], new int[] {0, 2}));
    double[] one = {1};
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> batch.fit(BatchSources.allSubsets(new double[40], new double[40])))
            .getMessage()
            .contains("Use stream"));
    assertFalse(batch.fit(BatchSources.allSubsets(one, one)).toString().isEmpty());
  }

  @Test
  void allSubsetsAreThoseOfTheBits() {
    double[] y = {0.1, 0.9, -0.3, 0.4};
    double[] v = {0.1, 0.2, 0.3, 0.4};
    BatchResult every = all(BatchModel.DL).fit(BatchSources.allSubsets(y, v));
    assertEquals(15, every.sets());
    assertEquals(4, every.count(BatchStatus.SINGLE_STUDY));
    assertEquals(0.9, every.value(BatchColumn.ESTIMATE, 1));
    BatchResult some = all(BatchModel.DL).fit(BatchSources.subsets(y, v, new long[] {11, 15}));
    assertEquals(every.value(BatchColumn.ESTIMATE, 10), some.value(BatchColumn.ESTIMATE, 0));
    assertEquals(3, some.value(BatchColumn.K, 0));
    assertEquals(every.value(BatchColumn.Q, 14), some.value(BatchColumn.Q, 1));
  }

  @Test
  void signFlipsMirrorTheEstimate() {
    double[] y = {0.1, 0.9, -0.3};
    double[] v = {0.1, 0.2, 0.3};
    BatchResult result =
        all(BatchModel.REML).fit(BatchSources.signFlips(y, v, new long[] {0, 7, 2}));
    assertEquals(
        -result.value(BatchColumn.ESTIMATE, 0), result.value(BatchColumn.ESTIMATE, 1), 1e-15);
    BatchResult direct =
        all(BatchModel.REML).fit(BatchSources.setMajor(new double[] {0.1, -0.9, -0.3}, v, 3));
    assertEquals(direct.value(BatchColumn.TAU2, 0), result.value(BatchColumn.TAU2, 2));
  }

  @Test
  void resamplesRepeatAndLeaveOut() {
    double[] y = {0.1, 0.9, -0.3};
    double[] v = {0.1, 0.2, 0.3};
    BatchResult result =
        all(BatchModel.PM).fit(BatchSources.resamples(y, v, new int[] {1, 1, 2, 0, -1, 2}));
    BatchResult direct =
        all(BatchModel.PM)
            .fit(
                BatchSources.setMajor(
                    new double[] {0.9, 0.9, -0.3, 0.1, NAN, -0.3},
                    new double[] {0.2, 0.2, 0.3, 0.1, 1, 0.3},
                    3));
    for (BatchColumn column : direct.columns()) {
      assertArrayEquals(direct.column(column), result.column(column), column::name);
    }
  }

  @Test
  void scaleAndShiftLaws() {
    int studies = 6;
    double[] y = normal(studies * 500, 1);
    double[] v = positive(studies * 500);
    double scale = 1024;
    double[] largeY = Arrays.stream(y).map(x -> scale * x).toArray();
    double[] largeV = Arrays.stream(v).map(x -> scale * scale * x).toArray();
    for (BatchModel model : new BatchModel[] {BatchModel.DL, BatchModel.PM, BatchModel.REML}) {
      BatchResult small = all(model).fit(BatchSources.setMajor(y, v, studies));
      BatchResult large = all(model).fit(BatchSources.setMajor(largeY, largeV, studies));
      for (int j = 0; j < 500; j++) {
        double expected = scale * scale * small.value(BatchColumn.TAU2, j);
        assertEquals(
            expected, large.value(BatchColumn.TAU2, j), 1e-9 * (expected + scale), model::name);
      }
    }
  }
}
