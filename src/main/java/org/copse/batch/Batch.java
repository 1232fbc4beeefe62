package org.copse.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.copse.effect.Interval;
import org.copse.numeric.LongRun;

/**
 * One model fitted to very many sets of studies: what permutation, bootstrap, GOSH, multiverse and
 * simulation studies call.
 *
 * <p><b>Formula</b>: as {@code model.CommonEffect} and {@code model.RandomEffects}, to rounding.
 * <b>Scale</b>: analysis scale. <b>Shapes</b>: a {@link BatchSource} gives sets × studies, NaN
 * where a set lacks a study. <b>Defaults</b>: REML, Hartung-Knapp or Wald where tau² = 0, 95 %,
 * columns estimate, standard error, bounds (and tau²), as many threads as processors. <b>Edge
 * cases</b>: see {@link BatchStatus}; a set never stops the batch. <b>Accuracy</b>: 1e-12 for
 * closed forms, 1e-8 or better for PM and REML; REML is the global maximum.
 *
 * <p><b>Threads</b>: each set is a pure function of its own numbers, computed in a fixed order of
 * operations and written to its place, so that any number of threads gives the same bits.
 * <b>Interrupt</b>: when the calling thread is interrupted, the batch stops within the time of a
 * few hundred sets, its threads end, the interrupt status stays set and a {@link
 * java.util.concurrent.CancellationException} is thrown.
 *
 * <p><b>Vectors</b>: a JVM started with {@code --add-modules jdk.incubator.vector} reads the sets
 * of {@link BatchSources#studyMajor} in place for {@link BatchModel#COMMON}, and for {@link
 * BatchModel#DL} with {@link BatchInterval#WALD}, in less than twice the time of reading the arrays
 * (plain: three to four times). The bits are the same. It costs a line of warning on the error
 * stream at each start, and once a processor for some seconds in the background while the JVM
 * compiles them; until then batches take the plain loops, as they do without the module.
 *
 * <p><b>On a partitioned engine</b>: {@link #fit} is a pure function from a block of rows to a
 * block of rows, without state between blocks. In Spark it is the body of {@code mapPartitions}
 * over rows that hold the arrays of one set, in Flink of a {@code mapPartition}, in DuckDB of a
 * vectorised scalar function over list columns: copy a partition into two arrays, {@code
 * fit(BatchSources.setMajor(...))} with one thread, emit a row a set. Neither the partitioning nor
 * the order of partitions changes a number.
 */
public final class Batch {

  private static final int LANES = 256;
  private static final int LANE_STUDIES = 8192;
  private static final int PIECE = 4096;
  private static final int PIECE_STUDIES = 1 << 22;

  private final BatchModel model;
  private final BatchInterval interval;
  private final Set<BatchColumn> columns;
  private final double level;
  private final int threads;
  private final BatchProgress progress;

  private Batch(
      BatchModel model,
      BatchInterval interval,
      Set<BatchColumn> columns,
      double level,
      int threads,
      BatchProgress progress) {
    this.model = model;
    this.interval = interval;
    this.columns = columns;
    this.level = Interval.requireLevel(level);
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * The defaults.
   *
   * @return the batch
   */
  public static Batch withDefaults() {
    return new Batch(
        BatchModel.REML,
        BatchInterval.HARTUNG_KNAPP_OR_WALD,
        null,
        0.95,
        Runtime.getRuntime().availableProcessors(),
        (done, total) -> {});
  }

  /**
   * Another model.
   *
   * @param choice for example {@code BatchModel.DL}
   * @return a new batch
   */
  public Batch model(BatchModel choice) {
    return new Batch(choice, interval, columns, level, threads, progress);
  }

  /**
   * Another interval and test; without effect on {@link BatchModel#COMMON}, which has Wald's.
   *
   * @param choice for example {@code BatchInterval.WALD}
   * @return a new batch
   */
  public Batch interval(BatchInterval choice) {
    return new Batch(model, choice, columns, level, threads, progress);
  }

  /**
   * Which columns to compute; what is left out costs nothing.
   *
   * @param choice at least one
   * @return a new batch
   * @throws IllegalArgumentException when none is given
   */
  public Batch columns(BatchColumn... choice) {
    if (choice.length == 0) {
      throw new IllegalArgumentException(
          "Cannot run a batch: columns must name at least 1, was 0. Name for example ESTIMATE.");
    }
    EnumSet<BatchColumn> chosen = EnumSet.copyOf(Arrays.asList(choice));
    return new Batch(
        model, interval, Collections.unmodifiableSet(chosen), level, threads, progress);
  }

  /**
   * Another level of the interval.
   *
   * @param newLevel for example 0.90
   * @return a new batch
   */
  public Batch level(double newLevel) {
    return new Batch(model, interval, columns, newLevel, threads, progress);
  }

  /**
   * How many threads compute; the numbers do not depend on it.
   *
   * @param number at least 1
   * @return a new batch
   * @throws IllegalArgumentException for less than 1
   */
  public Batch threads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "Cannot run a batch: threads must be at least 1, was %s. Leave it out for one a processor."
              .formatted(number));
    }
    return new Batch(model, interval, columns, level, number, progress);
  }

  /**
   * Who hears of the progress.
   *
   * @param listener called on the calling thread
   * @return a new batch
   */
  public Batch progress(BatchProgress listener) {
    return new Batch(model, interval, columns, level, threads, listener);
  }

  /**
   * Fits all sets and keeps the results.
   *
   * @param source the sets, at most 2³¹ − 1
   * @return one value a set and column
   * @throws IllegalArgumentException when there are more sets than an array holds, or a column that
   *     the model does not have was asked for
   * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
   */
  public BatchResult fit(BatchSource source) {
    if (source.sets() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Cannot keep all results: sets must be at most %s, was %s. Use stream."
              .formatted(Integer.MAX_VALUE - 8, source.sets()));
    }
    Set<BatchColumn> chosen = chosen();
    List<Columns> parts = new ArrayList<>();
    run(source, chosen, (first, results) -> parts.add(results));
    return new BatchResult(0, (int) source.sets(), chosen, parts);
  }

  /**
   * Fits set after set and hands the results on in order, a few thousand at a time: for more sets
   * than memory holds.
   *
   * @param source the sets
   * @param sink takes the results, on the calling thread
   * @throws IllegalArgumentException when a column that the model does not have was asked for
   * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
   */
  public void stream(BatchSource source, BatchSink sink) {
    Set<BatchColumn> chosen = chosen();
    run(
        source,
        chosen,
        (first, results) ->
            sink.accept(new BatchResult(first, results.sets(), chosen, List.of(results))));
  }

  /** Takes the results of one piece. */
  private interface Delivery {
    void accept(long first, Columns results);
  }

  private void run(BatchSource source, Set<BatchColumn> chosen, Delivery delivery) {
    long sets = source.sets();
    int piece = pieceOf(source);
    int lanes = lanesOf(source);
    LongRun run = LongRun.begin("data sets", sets);
    try (run) {
      run.check();
      OrderedRun.run(
          (sets + piece - 1) / piece,
          threads,
          () -> {
            LaneFit fit =
                new LaneFit(
                    model, interval, level, chosen, source.studies(), lanes, WideWarmUp::passes);
            return (number, cancelled) -> {
              Columns part = new Columns(chosen, sizeOf(number, piece, sets));
              fill(fit, source, number * piece, lanes, part, cancelled);
              return part;
            };
          },
          (number, results) -> {
            delivery.accept(number * piece, results);
            run.add(results.sets());
            progress.done(number * piece + results.sets(), sets);
          });
    } catch (OrderedRun.Interrupted e) {
      throw run.stopped();
    }
  }

  private static void fill(
      LaneFit fit,
      BatchSource source,
      long first,
      int lanes,
      Columns part,
      BooleanSupplier cancelled) {
    int count = part.sets();
    for (int from = 0; from < count && !cancelled.getAsBoolean(); from += lanes) {
      fit.fit(source, first + from, Math.min(lanes, count - from), part, from);
    }
  }

  private Set<BatchColumn> chosen() {
    if (columns == null) {
      EnumSet<BatchColumn> usual =
          EnumSet.of(
              BatchColumn.ESTIMATE, BatchColumn.SE, BatchColumn.CI_LOWER, BatchColumn.CI_UPPER);
      if (model != BatchModel.COMMON) {
        usual.add(BatchColumn.TAU2);
      }
      return usual;
    }
    if (model == BatchModel.COMMON
        && (columns.contains(BatchColumn.TAU2) || columns.contains(BatchColumn.I2_FROM_TAU2))) {
      throw new IllegalArgumentException(
          "Cannot report tau²: the model must have random effects, was COMMON. Leave out TAU2 and I2_FROM_TAU2, or choose DL, PM or REML.");
    }
    return columns;
  }

  private static int sizeOf(long number, int piece, long sets) {
    return (int) Math.min(piece, sets - number * piece);
  }

  /** Sets side by side: many for short loops, few enough to stay in the cache. */
  private static int lanesOf(BatchSource source) {
    return Math.max(8, Math.min(LANES, LANE_STUDIES / source.studies() / 8 * 8));
  }

  /** Sets a thread takes at once. */
  private static int pieceOf(BatchSource source) {
    int lanes = lanesOf(source);
    int most = Math.max(lanes, Math.min(PIECE, PIECE_STUDIES / source.studies()));
    return most / lanes * lanes;
  }
}
