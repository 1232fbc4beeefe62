package org.copse.batch;

import java.util.function.BooleanSupplier;

/**
 * Numbered pieces of work on a few threads, delivered in order on the calling thread.
 *
 * <p>At most a few pieces wait for delivery, so that memory does not grow with their number. The
 * threads live as long as one run: none outlives it, however it ends. Of several failures the one
 * of the first piece is thrown.
 *
 * @param <T> what a piece gives
 */
final class OrderedRun<T> {

  /** A worker, with buffers of its own. */
  interface Worker<T> {
    /** The piece; asks now and then whether the run is cancelled, and then may return anything. */
    T piece(long number, BooleanSupplier cancelled);
  }

  /** Makes a worker for each thread. */
  interface WorkerFactory<T> {
    Worker<T> worker();
  }

  /** Takes the pieces in order. */
  interface Delivery<T> {
    void accept(long number, T piece);
  }

  /** The calling thread was interrupted before the last piece. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Interrupted() {
      super(null, null, false, false);
    }
  }

  private record Failure(Throwable cause) {}

  private final long pieces;
  private final Object[] window;
  private long claimed;
  private long delivered;
  private volatile boolean cancelled;

  private OrderedRun(long pieces, int threads) {
    this.pieces = pieces;
    window = new Object[4 * threads];
  }

  static <T> void run(long pieces, int threads, WorkerFactory<T> factory, Delivery<T> delivery) {
    int workers = (int) Math.max(1, Math.min(threads, pieces));
    new OrderedRun<T>(pieces, workers).run(workers, factory, delivery);
  }

  private void run(int workers, WorkerFactory<T> factory, Delivery<T> delivery) {
    Thread[] threads = new Thread[workers];
    boolean interrupted = false;
    try {
      for (int i = 0; i < workers; i++) {
        threads[i] = new Thread(() -> work(factory), "copse-batch-" + (i + 1));
        threads[i].setDaemon(true);
        threads[i].start();
      }
      for (long number = 0; number < pieces; number++) {
        delivery.accept(number, next(number));
      }
      delivered = pieces;
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      interrupted |= end(threads);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    if (interrupted && delivered < pieces) {
      throw new Interrupted();
    }
  }

  private synchronized T next(long number) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    delivered = number;
    notifyAll();
    int slot = (int) (number % window.length);
    while (window[slot] == null) {
      wait();
    }
    Object piece = window[slot];
    window[slot] = null;
    if (piece instanceof Failure failure) {
      throw unchecked(failure.cause());
    }
    @SuppressWarnings("unchecked")
    T result = (T) piece;
    return result;
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }

  private void work(WorkerFactory<T> factory) {
    long number = claim();
    Worker<T> worker = null;
    while (number >= 0) {
      Object piece;
      try {
        worker = worker == null ? factory.worker() : worker;
        piece = worker.piece(number, () -> cancelled);
      } catch (Throwable e) {
        // thrown again, in order, on the calling thread
        piece = new Failure(e);
      }
      publish(number, piece);
      number = claim();
    }
  }

  private synchronized long claim() {
    while (!cancelled && claimed < pieces && claimed - delivered >= window.length) {
      try {
        wait();
      } catch (InterruptedException e) {
        return -1;
      }
    }
    return cancelled || claimed == pieces ? -1 : claimed++;
  }

  private synchronized void publish(long number, Object piece) {
    window[(int) (number % window.length)] = piece;
    notifyAll();
  }

  /** Stops and awaits the threads; whether this thread was interrupted meanwhile. */
  private boolean end(Thread[] threads) {
    cancelled = true;
    synchronized (this) {
      notifyAll();
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      if (thread != null && delivered < pieces) {
        // a source may be waiting for something
        thread.interrupt();
      }
    }
    for (Thread thread : threads) {
      while (thread != null && thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    return interrupted;
  }
}
