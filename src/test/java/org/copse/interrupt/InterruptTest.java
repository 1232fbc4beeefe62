package org.copse.interrupt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever may take long stops when it is interrupted, and loops over pieces say how far. */
@Timeout(120)
class InterruptTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of work, in nanoseconds of processor time: a machine may be busy with other things. */
  private static final long BEGUN = 50_000_000;

  /** No measure of speed: work that does not heed the interrupt goes on for much longer. */
  private static final long MOST = 5_000_000_000L;

  static Stream<String> works() {
    return LongWork.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("works")
  void stops(String name) throws InterruptedException {
    Supplier<LongWork.Work> maker = LongWork.all().get(name);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicLong used = new AtomicLong();
    LongWork.Work work = maker.get();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (CancellationException e) {
                thrown.set(e);
              } finally {
                used.set(THREADS.getCurrentThreadCpuTime());
              }
            });
    thread.setDaemon(true);
    thread.start();
    long before = begun(thread);
    thread.interrupt();
    thread.join(60_000);
    assertFalse(thread.isAlive(), "still at work after a minute");
    assertTrue(thrown.get() != null, "was done before it was interrupted, or does not heed it");
    long after = used.get() - before;
    assertTrue(after < MOST, () -> "stopped after " + after / 1_000_000 + " ms of work");
    String said = thrown.get().getMessage();
    String things = name.contains(": ") ? name.substring(name.indexOf(": ") + 2) : "";
    // the interrupt may also come between two rounds, where nothing is counted
    String count = "( after [\\d,]+ of [\\d,]+ " + things + " .*|; nothing computed .*)";
    assertTrue(said.matches("Stopped" + (things.isEmpty() ? ".*" : count)), said);
  }

  /** Waits until the work has begun; returns the processor time it took. */
  private static long begun(Thread thread) throws InterruptedException {
    long start = System.nanoTime();
    long used = 0;
    while (thread.isAlive() && used < BEGUN && System.nanoTime() - start < 4 * BEGUN) {
      Thread.sleep(2);
      used = Math.max(used, THREADS.getThreadCpuTime(thread.getId()));
    }
    return used;
  }
}
