package org.copse.convert;

import static org.copse.convert.StandardDeviationTest.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.copse.effect.Proportion;
import org.copse.effect.TwoByTwo;
import org.junit.jupiter.api.Test;

class ArmsTest {

  private static void assertClose(Arm expected, Arm actual, double relative) {
    assertEquals(expected.n(), actual.n());
    assertEquals(expected.mean(), actual.mean(), relative * (1 + Math.abs(expected.mean())));
    assertEquals(expected.sd(), actual.sd(), relative * expected.sd());
  }

  @Test
  void halvesOfPatientsCombineToAllAndComeApartAgain() {
    Random random = new Random(12);
    for (int i = 0; i < 100; i++) {
      double shift = i % 2 == 0 ? 0 : 1e6;
      double[] all = random.doubles(4 + random.nextInt(60)).map(x -> shift + 9 * x).toArray();
      int half = 2 + random.nextInt(all.length - 3);
      Arm a = RawData.arm(Arrays.copyOfRange(all, 0, half)).arm();
      Arm b = RawData.arm(Arrays.copyOfRange(all, half, all.length)).arm();
      Arm both = Arms.combine(a, b).arm();
      assertClose(RawData.arm(all).arm(), both, shift == 0 ? 1e-12 : 1e-9);
      assertClose(both, Arms.combine(b, a).arm(), 1e-9);
      assertClose(b, Arms.remove(both, a).arm(), shift == 0 ? 1e-10 : 1e-7);
    }
  }

  @Test
  void stataHelpsExampleOfThreeArms() {
    // combine 50 26.5 4.5 50 32.9 5.8, then 50 36.4 3.8: in one step or in two
    Arm two = Arms.combine(new Arm(50, 26.5, 4.5), new Arm(50, 32.9, 5.8)).arm();
    assertEquals(29.7, two.mean(), 1e-12);
    Arm three = Arms.combine(two, new Arm(50, 36.4, 3.8)).arm();
    Arm once =
        Arms.combine(new Arm(50, 26.5, 4.5), new Arm(50, 32.9, 5.8), new Arm(50, 36.4, 3.8)).arm();
    assertClose(once, three, 1e-13);
  }

  @Test
  void onePatientMayJoin() {
    assertClose(
        RawData.arm(1, 2, 6).arm(),
        Arms.combine(RawData.arm(1, 2).arm(), new Arm(1, 6, 0)).arm(),
        1e-12);
  }

  @Test
  void sharesOfAControlAddUpAndSayWhatTheyDoNotDo() {
    Arm control = new Arm(25, 7, 2);
    assertEquals(13, Arms.shareOfControl(control, 1, 2).arm().n());
    assertEquals(12, Arms.shareOfControl(control, 2, 2).arm().n());
    assertTrue(Arms.shareOfControl(control, 1, 2).sd().note().contains("only partly"));
    for (int total = 3; total < 40; total++) {
      for (int events = 0; events <= total; events++) {
        for (int shares = 2; shares <= 3; shares++) {
          double sumEvents = 0;
          double sumTotal = 0;
          for (int share = 1; share <= shares; share++) {
            Proportion part =
                Arms.shareOfControlCounts(new Proportion(events, total), share, shares).counts();
            assertTrue(part.events() <= part.total(), part::toString);
            sumEvents += part.events();
            sumTotal += part.total();
          }
          assertEquals(events, sumEvents);
          assertEquals(total, sumTotal);
        }
      }
    }
  }

  @Test
  void countsCombineAndComeApart() {
    Proportion a = new Proportion(3, 10);
    Proportion b = new Proportion(0, 7);
    Proportion both = Arms.combineCounts(a, b).counts();
    assertEquals(new Proportion(3, 17), both);
    assertEquals(b, Arms.removeCounts(both, a).counts());
  }

  @Test
  void missingPatientsAreLeftOutAndCounted() {
    double[] x = {1, 2, Double.NaN, 10, 14, 3};
    String[] group = {"a", "a", "a", "b", "b", null};
    RawData.TwoArms arms = RawData.arms(x, group, "a", "b");
    assertEquals(1.5, arms.means().mean1());
    assertEquals(12, arms.means().mean2());
    assertTrue(arms.arm1().n().note().contains("1 of 3 patients missing"), arms::toString);
    assertEquals("n of patient data", arms.arm2().n().note());
    double[] flags = {1, 0, Double.NaN, 1, 1, 0};
    assertEquals(new TwoByTwo(1, 2, 2, 2), RawData.twoByTwo(flags, group, "a", "b").counts());
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    says("there must be at least 2, was 1.", () -> Arms.combine(new Arm(5, 1, 1)));
    says("SD must be 0 or above, was -1.", () -> new Arm(5, 1, -1));
    says("n must be at least 1, was 0.", () -> new Arm(0, 1, 1));
    says("SD of the rest must be real", () -> Arms.remove(new Arm(20, 5, 1), new Arm(10, 5, 4)));
    says("at least 2 patients", () -> Arms.remove(new Arm(20, 5, 1), new Arm(19, 5, 1)));
    says("share must be from 1", () -> Arms.shareOfControl(new Arm(20, 5, 1), 3, 2));
    says("whole number, was 2.5.", () -> Arms.shareOfControl(new Arm(2.5, 5, 1), 1, 2));
    says("each share must have", () -> Arms.shareOfControl(new Arm(3, 5, 1), 2, 2));
    says("was -1 of 3.", () -> Arms.removeCounts(new Proportion(1, 5), new Proportion(2, 2)));
    says("was 6 of 5.", () -> Arms.combineCounts(new Proportion(6, 5), new Proportion(1, 5)));
    says("was 1 of 2.", () -> RawData.arm(1, Double.NaN));
    says("event must be 0 or 1, was 2.", () -> RawData.counts(0, 1, 2));
    says(
        "one of [a, b], was 'c'.",
        () -> RawData.arms(new double[] {1, 2}, new String[] {"b", "a"}, "c", "a"));
    says("each value must be a finite", () -> RawData.arm(1, 2, Double.POSITIVE_INFINITY));
  }
}
