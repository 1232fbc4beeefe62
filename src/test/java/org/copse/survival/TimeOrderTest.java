package org.copse.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

  private static void sorted(int n, IntToDoubleFunction time) {
    double[] times = IntStream.range(0, n).mapToDouble(time).toArray();
    int[] expected =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> times[i]))
            .mapToInt(i -> i)
            .toArray();
    assertArrayEquals(expected, TimeOrder.of(times));
  }

  /** Also where the upper bits of all times agree, so that the lower ones must be sorted. */
  @Test
  void timesOfEveryKindAreSortedAndTiesKeepTheirOrder() {
    Random random = new Random(20261121);
    for (int n : new int[] {1, 2, 64, 65, 5000}) {
      sorted(n, i -> random.nextDouble() * 1000);
      sorted(n, i -> random.nextInt(30));
      sorted(n, i -> 1 + random.nextDouble() * 1e-9);
      sorted(n, i -> 1 + random.nextInt(50) * 1e-12);
      sorted(n, i -> n - i);
      sorted(
          n,
          i -> random.nextBoolean() ? 0.0 : Math.scalb(random.nextDouble(), -random.nextInt(1000)));
    }
  }
}
