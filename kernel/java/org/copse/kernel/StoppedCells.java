package org.copse.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads whose cell was interrupted; asked by the cells' own loops. Public because cells are compiled apart. */
public final class StoppedCells {

  private static final Set<Thread> STOPPED = ConcurrentHashMap.newKeySet();
  private static final String CELLS = "jjava-exec-";
  private static volatile boolean any;
  private static volatile boolean ever;

  private StoppedCells() {}

  /** Ends a cell that goes on although it was interrupted; no handler of the cell's should catch it. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("interrupted", null, false, false);
    }
  }

  /** Marks what runs now. */
  static void stopAll() {
    ever = true;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(CELLS)) STOPPED.add(thread);
    }
    any = true;
  }

  /** Whether a thread may bear the mark of an earlier cell, so that every cell has to begin anew. */
  static boolean ever() {
    return ever;
  }

  /** A new cell on this thread. */
  public static void begin() {
    if (any && STOPPED.remove(Thread.currentThread())) any = !STOPPED.isEmpty();
  }

  /** Throws in a cell that was interrupted. */
  public static void check() {
    if (any && STOPPED.contains(Thread.currentThread())) throw new Stopped();
  }
}
