package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttainableCountsTest {

  @Test
  void noWholeCountGivesFourteenPercentOf54() {
    assertTrue(AttainableCounts.of("14", 54).isEmpty());
    assertTrue(AttainableCounts.of("52.2", 197).isEmpty());
    assertFalse(AttainableCounts.of("13", 54).isEmpty());
  }

  @Test
  void severalCountsShareAPercentageOfALargeN() {
    assertArrayEquals(new int[] {159, 160, 161}, AttainableCounts.of("59", 271).counts());
  }

  @Test
  void everyCountIsAmongThoseOfItsOwnPercentageHoweverRounded() {
    for (int n = 1; n <= 200; n++) {
      for (int x = 0; x <= n; x++) {
        for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN)) {
          for (int decimals = 0; decimals <= 2; decimals++) {
            String text =
                BigDecimal.valueOf(100L * x)
                    .divide(BigDecimal.valueOf(n), decimals, mode)
                    .toPlainString();
            AttainableCounts counts = AttainableCounts.of(text, n);
            assertTrue(counts.first() <= x && x <= counts.last(), text + " % of " + n);
          }
        }
      }
    }
  }

  @Test
  void theEndsAreReached() {
    assertArrayEquals(new int[] {0}, AttainableCounts.of("0", 45).counts());
    assertArrayEquals(new int[] {45}, AttainableCounts.of("100", 45).counts());
    assertEquals(2.0, AttainableCounts.of("13", 15).nearest().value());
  }

  @Test
  void impossibleInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> AttainableCounts.of("101", 10));
    assertThrows(IllegalArgumentException.class, () -> AttainableCounts.of("-1", 10));
    assertThrows(IllegalArgumentException.class, () -> AttainableCounts.of("14 %", 10));
    assertThrows(IllegalArgumentException.class, () -> AttainableCounts.of("14", 0));
  }
}
