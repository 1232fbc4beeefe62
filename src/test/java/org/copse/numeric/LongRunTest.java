package org.copse.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongRunTest {

  @BeforeEach
  @AfterEach
  void forget() {
    Thread.interrupted();
    LongRun.howFar(0);
  }

  @Test
  void saysHowFarItCameOnce() {
    Locale old = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      String said;
      try (LongRun run = LongRun.begin("data sets", 10_000_000)) {
        run.add(1_234_000);
        said = run.stopped().getMessage();
      }
      assertEquals(
          "Stopped after 1,234,000 of 10,000,000 data sets (12 %); nothing computed before is lost.",
          said);
      assertEquals(Optional.of(said), LongRun.howFar(0));
      assertEquals(Optional.empty(), LongRun.howFar(0));
    } finally {
      Locale.setDefault(old);
    }
  }

  @Test
  void doesAllPiecesWhenNobodyInterrupts() {
    AtomicInteger sum = new AtomicInteger();
    LongRun.each("pieces", 100, true, sum::addAndGet);
    assertEquals(4950, sum.get());
    assertEquals(Optional.empty(), LongRun.howFar(0));
  }

  @Test
  void stopsBetweenPiecesAndKeepsTheStatus() {
    AtomicInteger pieces = new AtomicInteger();
    CancellationException e =
        assertThrows(
            CancellationException.class,
            () ->
                LongRun.each(
                    "pieces",
                    1000,
                    false,
                    i -> {
                      if (pieces.incrementAndGet() == 10) {
                        Thread.currentThread().interrupt();
                      }
                    }));
    assertEquals(10, pieces.get());
    assertTrue(e.getMessage().startsWith("Stopped after 10 of 1,000 pieces (1 %)"), e::getMessage);
    assertTrue(Thread.currentThread().isInterrupted());
  }

  @Test
  void anInterruptAfterTheLastPieceIsNoStop() {
    LongRun.each("pieces", 3, false, i -> interruptAt(i, 2));
    assertTrue(Thread.interrupted());
  }

  private static void interruptAt(int i, int at) {
    if (i == at) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void workWithinWorkStopsOnOtherThreadsAndTheOuterOneIsToldOf() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger inner = new AtomicInteger();
    Thread caller =
        new Thread(
            () ->
                assertThrows(
                    CancellationException.class,
                    () ->
                        LongRun.each(
                            "outer",
                            8,
                            true,
                            i ->
                                LongRun.each(
                                    "inner", Integer.MAX_VALUE, false, j -> inner(begun, inner)))));
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join();
    int after = inner.get();
    Thread.sleep(50);
    assertEquals(after, inner.get(), "still at work");
    String said = LongRun.howFar(0).orElseThrow();
    assertTrue(said.startsWith("Stopped after 0 of 8 outer"), said);
  }

  /** Not even where the interrupt comes while the caller waits for the others. */
  @Test
  void theCallerThatWaitsIsHeard() throws InterruptedException {
    for (int round = 0; round < 50; round++) {
      CountDownLatch all = new CountDownLatch(2);
      AtomicInteger turns = new AtomicInteger();
      Thread caller =
          new Thread(
              () ->
                  assertThrows(
                      CancellationException.class,
                      () -> LongRun.each("pieces", 1000, true, i -> turn(all, turns))));
      caller.start();
      all.await();
      caller.interrupt();
      caller.join();
      assertTrue(turns.get() < 1000, "did not stop");
    }
  }

  private static void turn(CountDownLatch begun, AtomicInteger count) {
    count.incrementAndGet();
    begun.countDown();
    long end = System.nanoTime() + 2_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aPieceThatFailsEndsTheOthers() {
    AtomicInteger turns = new AtomicInteger();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> LongRun.each("pieces", 1_000_000, true, i -> failAt(i, turns)));
    assertEquals("piece 7", e.getMessage());
    assertTrue(turns.get() < 1_000_000);
  }

  private static void failAt(int i, AtomicInteger turns) {
    turns.incrementAndGet();
    if (i == 7) {
      throw new IllegalStateException("piece 7");
    }
  }

  private static void inner(CountDownLatch begun, AtomicInteger count) {
    count.incrementAndGet();
    begun.countDown();
  }

  @Test
  void whatAsksWaitsForWorkThatIsStillStopping() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller =
        new Thread(
            () -> {
              try {
                LongRun.each("slow pieces", 100, false, i -> slow(begun));
              } catch (CancellationException e) {
                assertFalse(e.getMessage().isEmpty());
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    assertTrue(LongRun.howFar(20_000).orElseThrow().contains("slow pieces"));
    caller.join();
  }

  private static void slow(CountDownLatch begun) {
    begun.countDown();
    long end = System.nanoTime() + 100_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoWaitsForTheEndFindsTheSentence() {
    try (LongRun run = LongRun.begin("data sets", 10)) {
      run.add(3);
      Thread.currentThread().interrupt();
    }
    assertTrue(Thread.interrupted());
    assertTrue(
        LongRun.howFar(0).orElseThrow().startsWith("Stopped after 3 of 10 data sets (30 %)"));
  }

  @Test
  void randomSamplesStop() {
    Thread.currentThread().interrupt();
    CancellationException e =
        assertThrows(
            CancellationException.class,
            () -> SeededBlocks.draw(100_000, 1, (random, from, to) -> {}));
    assertTrue(e.getMessage().contains("0 of 196 blocks"), e::getMessage);
  }
}
