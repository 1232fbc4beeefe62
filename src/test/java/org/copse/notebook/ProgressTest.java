package org.copse.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line says how far, how fast and how long still, and changes in place. */
class ProgressTest {

  private final List<String> shown = new ArrayList<>();
  private final AtomicLong time = new AtomicLong();

  private final Progress.Screen screen =
      new Progress.Screen() {
        @Override
        public String show(String id, String line) {
          shown.add((id == null ? "new: " : id + ": ") + line);
          return "one";
        }

        @Override
        public long pause() {
          return 0;
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12000|100000|0.5|12,000 of 100,000 (12 %), 24,000 a second, 3.7 s left",
        "1|4|30|1 of 4 (25 %), 2 a minute, 1 min 30 s left",
        "1|1000|10|1 of 1,000 (0 %), 6 a minute, 2 h 46 min left",
        "100|100|12.3|100 of 100 in 12 s",
        "1|100000|60|1 of 100,000 (0 %), 1 a minute, 69 days left",
      })
  void lines(long done, long total, double seconds, String expected) {
    assertEquals(expected, Progress.line(done, total, seconds));
  }

  @Test
  void oneLineChangesInPlaceAtMostFourTimesASecond() {
    Progress progress = new Progress(screen, time::get);
    for (int i = 1; i <= 100; i++) {
      time.addAndGet(10_000_000); // 10 ms each, 1 s in all
      progress.done(i, 100);
    }
    assertEquals(4, shown.size(), shown.toString());
    assertTrue(shown.get(0).startsWith("new: 25 of 100"), shown.toString());
    assertEquals("one: 100 of 100 in 1.0 s", shown.get(3));
  }

  @Test
  void shortRunsShowNothing() {
    Progress progress = new Progress(screen, time::get);
    time.set(100_000_000);
    progress.done(50, 100);
    progress.done(100, 100);
    assertEquals(List.of(), shown);
  }
}
