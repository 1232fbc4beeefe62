package org.copse.kernel;

import java.lang.reflect.Method;
import jdk.jshell.SourceCodeAnalysis;

/**
 * JShell's index of all packages, made while the kernel has nothing to do. JShell begins it at start, where it takes half
 * a second of a processor from the first cells; only Tab within a package's name needs it.
 */
final class IdleIndex {

  private static final long IDLE_NANOS = 2_000_000_000L;
  private static final long LOOK_MILLIS = 250;
  private final SourceCodeAnalysis analysis;
  private boolean held;
  private int busy;
  private long last = System.nanoTime();

  IdleIndex(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
    held = call("suspendIndexing");
  }

  synchronized void begin() {
    busy++;
  }

  synchronized void end() {
    busy--;
    last = System.nanoTime();
  }

  /** Lets it go on as soon as no cell has run for a while. */
  void start() {
    if (!held) return;
    Thread thread = new Thread(this::await, "copse-idle-index");
    thread.setDaemon(true);
    thread.start();
  }

  private void await() {
    try {
      while (!released(false)) Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      released(true);
    }
  }

  /** Lets it go on now, because it is asked for. */
  void release() {
    released(true);
  }

  private synchronized boolean released(boolean now) {
    boolean idle = busy == 0 && System.nanoTime() - last > IDLE_NANOS;
    if (held && (now || idle)) {
      call("resumeIndexing");
      held = false;
    }
    return !held;
  }

  private boolean call(String name) {
    try {
      Method method = analysis.getClass().getMethod(name);
      method.setAccessible(true);
      method.invoke(analysis);
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false; // another JDK: it indexes when it likes
    }
  }
}
