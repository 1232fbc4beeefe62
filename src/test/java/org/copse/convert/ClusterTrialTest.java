package org.copse.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Design effects, effective sizes and inflated standard errors. */
class ClusterTrialTest {

  /** A trial of 10 and 11 clusters, 63 of 295 against 84 of 330, ICC 0.02, worked out by hand. */
  @Test
  void aTrialByHand() {
    Converted size = ClusterTrial.averageSize(295 + 330, 10 + 11);
    assertEquals(625 / 21.0, size.value(), 1e-14);
    Converted effect = ClusterTrial.designEffect(size.value(), 0.02);
    assertEquals(1 + (625 / 21.0 - 1) * 0.02, effect.value(), 1e-15);
    assertEquals(1.575, effect.value(), 0.0005);
    double d = effect.value();
    assertEquals(40, ClusterTrial.effectiveCount(63, d).value());
    assertEquals(187, ClusterTrial.effectiveCount(295, d).value());
    assertEquals(53, ClusterTrial.effectiveCount(84, d).value());
    assertEquals(209, ClusterTrial.effectiveCount(330, d).value());
    assertEquals(295 / d, ClusterTrial.effectiveSize(295, d).value(), 1e-13);
    assertTrue(ClusterTrial.effectiveCount(295, d).how().contains("= 187.3, rounded"));
  }

  /** Counts over the design effect, or the standard error times its root: the same log odds. */
  @Test
  void smallerCountsAndInflatedErrorsSayTheSame() {
    double d = 2.3;
    double plain = Math.sqrt(1.0 / 40 + 1.0 / 60 + 1.0 / 30 + 1.0 / 70);
    double sum = 0;
    for (double count : new double[] {40, 60, 30, 70}) {
      sum += 1 / ClusterTrial.effectiveSize(count, d).value();
    }
    assertEquals(Math.sqrt(sum), ClusterTrial.inflatedStandardError(plain, d).value(), 1e-15);
  }

  @Test
  void unequalClustersCostMore() {
    double equal = ClusterTrial.designEffect(30, 0.05).value();
    assertEquals(equal, ClusterTrial.designEffectOfUnequal(30, 0, 0.05).value(), 1e-15);
    double unequal = ClusterTrial.designEffectOfUnequal(30, 0.65, 0.05).value();
    assertEquals(1 + ((1 + 0.65 * 0.65) * 30 - 1) * 0.05, unequal, 1e-15);
    assertTrue(unequal > equal);
  }

  @Test
  void clustersOfOneAndAnIccOfZeroCostNothing() {
    assertEquals(1, ClusterTrial.designEffect(1, 0.3).value());
    assertEquals(1, ClusterTrial.designEffect(50, 0).value());
    assertTrue(ClusterTrial.designEffect(50, -0.01).value() < 1);
    assertEquals(0, ClusterTrial.effectiveCount(0, 2).value());
  }

  @Test
  void theImpossibleIsRefused() {
    refused("average cluster size must be at least 1", () -> ClusterTrial.designEffect(0.5, 0.1));
    refused("ICC must be from -1 to 1", () -> ClusterTrial.designEffect(10, 1.1));
    refused("leave a design effect above 0", () -> ClusterTrial.designEffect(30, -0.5));
    refused("ICC", () -> ClusterTrial.designEffect(30, Double.NaN));
    refused("coefficient of variation", () -> ClusterTrial.designEffectOfUnequal(30, -0.1, 0.05));
    refused("design effect must be", () -> ClusterTrial.effectiveCount(30, 0));
    refused("count must be at least 0", () -> ClusterTrial.effectiveSize(-1, 2));
    refused("standard error", () -> ClusterTrial.inflatedStandardError(0, 2));
    refused("number of clusters", () -> ClusterTrial.averageSize(100, 0));
  }

  private static void refused(String words, Executable action) {
    String message = assertThrows(IllegalArgumentException.class, action).getMessage();
    assertTrue(message.startsWith("Cannot allow for clusters: "), message);
    assertTrue(message.contains(words), message);
  }
}
