package org.copse.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However a batch ends, its threads end with it. */
@Timeout(60)
class BatchStopTest {

  /** More sets than could be fitted in a day. */
  private static BatchSource endless() {
    double[] y = new double[60];
    double[] v = new double[60];
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.sin(i);
      v[i] = 0.1 + i;
    }
    return BatchSources.allSubsets(y, v);
  }

  private static boolean anyWorkerAlive() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(t -> t.getName().startsWith("copse-batch-"));
  }

  @Test
  void anInterruptStopsItAndLeavesNoThread() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> status = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                Batch.withDefaults()
                    .threads(3)
                    .progress((done, total) -> running.countDown())
                    .stream(endless(), results -> {});
              } catch (CancellationException e) {
                thrown.set(e);
                status.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    running.await();
    caller.interrupt();
    caller.join();
    assertTrue(
        thrown
            .get()
            .getMessage()
            .matches("Stopped after [0-9,]+ of [0-9,]+ data sets \\(0 %\\); nothing .*"),
        thrown.get()::getMessage);
    assertTrue(status.get());
    assertFalse(anyWorkerAlive());
  }

  @Test
  void aThreadInterruptedBeforehandDoesNotBegin() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> Batch.withDefaults().stream(endless(), results -> {}));
    assertTrue(Thread.interrupted());
    assertFalse(anyWorkerAlive());
  }

  @Test
  void aSourceThatWaitsIsWokenByTheInterrupt() throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    BatchSource stuck =
        new BatchSource() {
          @Override
          public long sets() {
            return 10;
          }

          @Override
          public int studies() {
            return 2;
          }

          @Override
          public void fill(long first, int count, double[][] estimates, double[][] variances) {
            waiting.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    Thread caller =
        new Thread(
            () -> assertThrows(CancellationException.class, () -> Batch.withDefaults().fit(stuck)));
    caller.start();
    waiting.await();
    caller.interrupt();
    caller.join();
    assertFalse(anyWorkerAlive());
  }

  @Test
  void theFirstFailureOfASourceIsThrown() {
    BatchSource failing =
        new BatchSource() {
          @Override
          public long sets() {
            return 100_000;
          }

          @Override
          public int studies() {
            return 3;
          }

          @Override
          public void fill(long first, int count, double[][] estimates, double[][] variances) {
            if (first >= 40_960) {
              throw new IllegalStateException("at " + first);
            }
            for (double[] row : variances) {
              Arrays.fill(row, 1);
            }
          }
        };
    for (int threads = 1; threads < 5; threads++) {
      Batch batch = Batch.withDefaults().threads(threads);
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> batch.fit(failing));
      assertEquals("at 40960", e.getMessage());
      assertFalse(anyWorkerAlive());
    }
  }

  @Test
  void aFailureOfTheSinkEndsIt() {
    RuntimeException mine = new RuntimeException("full");
    Batch batch = Batch.withDefaults().threads(2);
    RuntimeException e =
        assertThrows(
            RuntimeException.class,
            () ->
                batch.stream(
                    endless(),
                    results -> {
                      throw mine;
                    }));
    assertSame(mine, e);
    assertFalse(anyWorkerAlive());
  }
}
