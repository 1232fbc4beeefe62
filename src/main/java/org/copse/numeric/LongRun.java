package org.copse.numeric;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/**
 * Long work that stops when the thread which began it is interrupted, and then says how far it
 * came. The interrupt status of the thread stays set.
 *
 * <p>A notebook's kernel drops what an interrupted cell throws; {@link #howFar} keeps the sentence
 * for it. Of work within work, the outer one is told of.
 */
public final class LongRun implements AutoCloseable {

  private static final long FRESH = 10_000_000_000L;
  private static final ThreadLocal<LongRun> CURRENT = new ThreadLocal<>();
  private static final AtomicReference<LongRun> OUTER = new AtomicReference<>();
  private static final AtomicReference<Stop> LAST = new AtomicReference<>();

  private record Stop(String sentence, long time) {}

  private final String things;
  private final long total;
  private final Thread owner = Thread.currentThread();
  private final LongRun parent = CURRENT.get();
  private final LongAdder done = new LongAdder();

  /** Stays once seen: who waits for other threads takes the status of its own away meanwhile. */
  private volatile boolean interrupted;

  private LongRun(String things, long total) {
    this.things = things;
    this.total = total;
  }

  /**
   * Begins work on the calling thread; to be closed when it ends, however it ends.
   *
   * @param things what is counted, for example "data sets"
   * @param total how many there are
   * @return the work
   */
  public static LongRun begin(String things, long total) {
    LongRun run = new LongRun(things, total);
    if (run.parent == null) {
      OUTER.set(run);
      LAST.set(null);
    }
    CURRENT.set(run);
    return run;
  }

  /**
   * Does independent pieces of work, until all are done or the calling thread is interrupted.
   *
   * @param things what a piece is, in the plural
   * @param count number of pieces
   * @param parallel whether on all cores
   * @param piece does the piece of a number from 0 to count − 1
   * @throws CancellationException when interrupted before the last piece
   */
  public static void each(String things, int count, boolean parallel, IntConsumer piece) {
    try (LongRun run = begin(things, count)) {
      if (parallel && count > 1) {
        ParallelPieces.run(
            count, i -> run.piece(i, piece), run::isStopped, () -> run.interrupted = true);
      } else {
        for (int i = 0; i < count && !run.isStopped(); i++) {
          run.piece(i, piece);
        }
      }
      run.check();
    }
  }

  private void piece(int number, IntConsumer piece) {
    if (isStopped()) {
      return;
    }
    LongRun outside = CURRENT.get();
    CURRENT.set(this);
    try {
      piece.accept(number);
      add(1);
    } catch (CancellationException e) {
      if (!isStopped()) {
        throw e;
      }
    } finally {
      CURRENT.set(outside);
    }
  }

  /**
   * Whether the work is to stop; any thread may ask.
   *
   * @return whether the thread that began it, or the work that it is part of, was interrupted
   */
  public boolean isStopped() {
    if (!interrupted && (owner.isInterrupted() || parent != null && parent.isStopped())) {
      interrupted = true;
    }
    return interrupted;
  }

  /**
   * Counts what is done; any thread may.
   *
   * @param more things done since
   */
  public void add(long more) {
    done.add(more);
  }

  /**
   * Ends the calling thread's work in the midst of it, when it is to stop. Asked once in some
   * hundred microseconds of any computation, so that also a single slow one stops, and a loop over
   * quick ones that is not Copse's.
   *
   * @throws CancellationException when the thread, or who began the work it takes part in, was
   *     interrupted
   */
  public static void heed() {
    LongRun run = CURRENT.get();
    if (run != null && run.isStopped()) {
      throw run.stopped();
    }
    if (run == null && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Stopped; nothing computed before is lost.");
    }
  }

  /**
   * Ends work that was stopped.
   *
   * @throws CancellationException when it is stopped and not all is done
   */
  public void check() {
    if (isStopped() && done.sum() < total) {
      throw stopped();
    }
  }

  /**
   * What work that was stopped throws.
   *
   * @return an exception that says how far it came
   */
  public CancellationException stopped() {
    remember();
    return new CancellationException(sentence(done.sum(), total, things));
  }

  private void remember() {
    if (parent == null) {
      LAST.set(new Stop(sentence(done.sum(), total, things), System.nanoTime()));
    }
  }

  private static String sentence(long done, long total, String things) {
    return String.format(
        Locale.ROOT,
        "Stopped after %,d of %,d %s (%d %%); nothing computed before is lost.",
        done,
        total,
        things,
        total == 0 ? 0 : (long) (100.0 * done / total));
  }

  @Override
  public void close() {
    CURRENT.set(parent);
    if (isStopped() && done.sum() < total) {
      // before it counts as ended, or who waits for the end would find nothing
      remember();
    }
    OUTER.compareAndSet(this, null);
  }

  /**
   * How far the work came that was stopped just now, said once. Waits for work that is still
   * stopping.
   *
   * @param patience how long to wait at most, in milliseconds
   * @return for example "Stopped after 1,234,000 of 10,000,000 data sets (12 %); nothing computed
   *     before is lost."; empty when nothing was stopped within ten seconds
   */
  public static Optional<String> howFar(long patience) {
    long start = System.nanoTime();
    while (OUTER.get() != null && System.nanoTime() - start < patience * 1_000_000) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    Stop stop = LAST.getAndSet(null);
    return stop == null || System.nanoTime() - stop.time() > FRESH
        ? Optional.empty()
        : Optional.of(stop.sentence());
  }
}
