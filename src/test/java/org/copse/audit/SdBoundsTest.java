package org.copse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GRIM and GRIMMER against all samples there are. */
final class SdBoundsTest {

  private static final int TOP = 6;

  /** All samples of n whole numbers from 0 to 6, by their sum and sum of squares. */
  private static Set<List<Integer>> sums(int n) {
    Set<List<Integer>> sums = new HashSet<>(Set.of(List.of(0, 0)));
    for (int i = 0; i < n; i++) {
      Set<List<Integer>> more = new HashSet<>();
      for (List<Integer> s : sums) {
        for (int x = 0; x <= TOP; x++) {
          more.add(List.of(s.get(0) + x, s.get(1) + x * x));
        }
      }
      sums = more;
    }
    return sums;
  }

  private static String print(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private static Audit audit(int n, String mean, String sd) {
    return AuditTable.of("t", List.of("A"))
        .add(
            new AuditData.Means(
                AuditColumn.exact("n", n),
                AuditColumn.printed("mean", mean),
                AuditColumn.printed("sd", sd)))
        .wholeNumbers("mean", 0, TOP)
        .audit();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 8, 13})
  void noSampleThereIsIsCalledImpossible(int n) {
    Set<String> prints = new HashSet<>();
    for (List<Integer> s : sums(n)) {
      double mean = s.get(0) / (double) n;
      double sd = Math.sqrt(Math.max(0, (s.get(1) - mean * s.get(0)) / (n - 1)));
      prints.add(print(mean, 2) + " " + print(sd, 2));
    }
    for (String print : prints) {
      String[] parts = print.split(" ");
      Audit audit = audit(n, parts[0], parts[1]);
      assertEquals(0, audit.count(Severity.ERROR), () -> n + ": " + audit.findings());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 13})
  void mostOthersAre(int n) {
    Set<String> prints = new HashSet<>();
    for (List<Integer> s : sums(n)) {
      double mean = s.get(0) / (double) n;
      double sd = Math.sqrt(Math.max(0, (s.get(1) - mean * s.get(0)) / (n - 1)));
      prints.add(print(mean, 2) + " " + print(sd, 2));
    }
    int impossible = 0;
    int found = 0;
    for (int mean = 0; mean <= 100 * TOP; mean += 7) {
      for (int sd = 0; sd <= 500; sd += 3) {
        String m = print(mean / 100.0, 2);
        String s = print(sd / 100.0, 2);
        if (!prints.contains(m + " " + s)) {
          impossible++;
          found += audit(n, m, s).count(Severity.ERROR) > 0 ? 1 : 0;
        }
      }
    }
    assertTrue(found > 0.99 * impossible, found + " of " + impossible);
  }
}
