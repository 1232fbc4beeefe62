package org.copse.numeric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Numbered pieces of work on all cores. The calling thread only waits, so that its interrupt is
 * seen at once: a parallel stream would swallow it until the last piece is done.
 */
final class ParallelPieces {

  private final int count;
  private final IntConsumer piece;
  private final BooleanSupplier stopped;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private ParallelPieces(int count, IntConsumer piece, BooleanSupplier stopped) {
    this.count = count;
    this.piece = piece;
    this.stopped = stopped;
  }

  /**
   * Does the pieces and returns when every thread has ended.
   *
   * @param count number of pieces
   * @param piece does one
   * @param stopped whether to begin no further piece
   * @param onInterrupt what to do when the calling thread is interrupted; its status is set again
   */
  static void run(int count, IntConsumer piece, BooleanSupplier stopped, Runnable onInterrupt) {
    ParallelPieces pieces = new ParallelPieces(count, piece, stopped);
    Thread[] threads = new Thread[Math.min(count, Runtime.getRuntime().availableProcessors())];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(pieces::work, "copse-pieces-" + (i + 1));
      threads[i].setDaemon(true);
      threads[i].start();
    }
    if (await(threads, onInterrupt)) {
      Thread.currentThread().interrupt();
    }
    pieces.throwFailure();
  }

  private static boolean await(Thread[] threads, Runnable onInterrupt) {
    boolean interrupted = false;
    for (int i = 0; i < threads.length; ) {
      try {
        threads[i].join();
        i++;
      } catch (InterruptedException e) {
        interrupted = true;
        onInterrupt.run();
      }
    }
    return interrupted;
  }

  private void work() {
    try {
      // a count near the largest integer must not run over it
      for (int i = take(); i < count && !stopped.getAsBoolean(); i = take()) {
        piece.accept(i);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      next.set(count);
    }
  }

  private int take() {
    return next.getAndUpdate(i -> Math.min(i + 1, count));
  }

  private void throwFailure() {
    Throwable cause = failure.get();
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause != null) {
      throw (RuntimeException) cause;
    }
  }
}
