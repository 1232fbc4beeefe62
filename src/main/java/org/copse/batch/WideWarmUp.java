package org.copse.batch;

/**
 * Holds {@link WidePasses} back until the JVM has compiled them.
 *
 * <p>Before that vectors are objects and a hundred times slower than plain loops: the first batch
 * would take seconds. So one thread in the background runs both on small sets until the vectors
 * win, for some seconds at most; until then batches take the plain loops. As both give the same
 * bits, the clock never decides a number.
 */
final class WideWarmUp {

  private static final int SETS = 256;
  private static final int STUDIES = 7;
  private static final int REPETITIONS = 16;
  private static final int WINS = 5;
  private static final long MOST_NANOS = 60_000_000_000L;

  private static volatile WidePasses ready;

  static {
    WidePasses passes = WidePasses.find();
    if (passes != null) {
      Thread thread = new Thread(() -> run(passes), "copse-batch-warm-up");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private WideWarmUp() {}

  /** The passes once they are quick; null before, and where the JVM has no vectors. */
  static WidePasses passes() {
    return ready;
  }

  private static void run(WidePasses passes) {
    long end = System.nanoTime() + MOST_NANOS;
    StudyMajor sets = sets();
    LaneBlock block = new LaneBlock(STUDIES, SETS);
    double[][] scratch = new double[3][SETS];
    int wins = 0;
    while (wins < WINS && System.nanoTime() < end) {
      long plain = time(() -> plain(sets, block, scratch));
      wins = time(() -> wide(passes, sets, block, scratch)) < plain ? wins + 1 : 0;
    }
    if (wins == WINS) {
      ready = passes;
    }
  }

  private static long time(Runnable work) {
    long start = System.nanoTime();
    for (int i = 0; i < REPETITIONS; i++) {
      work.run();
    }
    return System.nanoTime() - start;
  }

  private static void plain(StudyMajor sets, LaneBlock block, double[][] scratch) {
    block.load(sets, 0, SETS);
    LaneEstimator.derSimonianLaird(block, scratch[0]);
    Sums.weights(block, scratch[0], block.w);
    Sums.weighted(block, block.w, scratch[1], scratch[2]);
  }

  private static void wide(
      WidePasses passes, StudyMajor sets, LaneBlock block, double[][] scratch) {
    block.loadInPlace(passes, sets, 0, SETS, scratch[0]);
    passes.weighted(sets, 0, SETS, scratch[0], scratch[1], scratch[2]);
  }

  /** Sets that want no care. */
  private static StudyMajor sets() {
    double[] y = new double[STUDIES * SETS];
    double[] v = new double[STUDIES * SETS];
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 11 - 5;
      v[i] = 1 + i % 13;
    }
    return new StudyMajor(y, v, SETS, STUDIES);
  }
}
