package org.copse.convert;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.copse.effect.ArmMeans;
import org.copse.effect.TwoByTwo;

/**
 * Summaries of one trial's patients: n, mean and SD of values, or events and totals of flags. NaN
 * is a missing value; it is left out, counted and noted.
 */
public final class RawData {

  private static final String TASK = "summarise patients";

  private RawData() {}

  /**
   * Two arms of means.
   *
   * @param arm1 the first
   * @param arm2 the second
   */
  public record TwoArms(ConvertedArm arm1, ConvertedArm arm2) {

    /**
     * The numbers alone, for an effect.
     *
     * @return n, mean and SD of both
     */
    public ArmMeans means() {
      Arm a = arm1.arm();
      Arm b = arm2.arm();
      return new ArmMeans(a.n(), a.mean(), a.sd(), b.n(), b.mean(), b.sd());
    }
  }

  /**
   * Two arms of counts.
   *
   * @param arm1 the first
   * @param arm2 the second
   */
  public record TwoCounts(ConvertedCounts arm1, ConvertedCounts arm2) {

    /**
     * The numbers alone, for an effect.
     *
     * @return events and totals of both
     */
    public TwoByTwo counts() {
      return new TwoByTwo(
          arm1.events().value(), arm1.total().value(), arm2.events().value(), arm2.total().value());
    }
  }

  /**
   * n, mean and SD (divisor n − 1, two passes) of one group.
   *
   * @param values one a patient, NaN where missing
   * @return the summary
   * @throws IllegalArgumentException when fewer than 2 values are there or one is infinite
   */
  public static ConvertedArm arm(double... values) {
    double[] known = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
    if (known.length < 2) {
      throw new IllegalArgumentException(
          "Cannot %s: at least 2 values must be known, was %s of %s. A group of one has no SD."
              .formatted(TASK, known.length, values.length));
    }
    Arrays.stream(known).forEach(x -> Given.finite(TASK, "each value", x));
    int n = known.length;
    double first = known[0];
    double rough = first + Arrays.stream(known).map(x -> x - first).sum() / n;
    double mean = rough + Arrays.stream(known).map(x -> x - rough).sum() / n;
    double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
    return ConvertedArm.of(
        n, mean, Math.sqrt(squares / (n - 1)), how(values.length, n), assumes(values.length, n));
  }

  /**
   * n, mean and SD of two of the groups that the patients are in.
   *
   * @param values one a patient, NaN where missing
   * @param groups each patient's group
   * @param group1 the group that becomes arm 1
   * @param group2 the group that becomes arm 2
   * @return both summaries
   * @throws IllegalArgumentException when lengths differ or a group has fewer than 2 values
   */
  public static TwoArms arms(double[] values, String[] groups, String group1, String group2) {
    return new TwoArms(arm(of(values, groups, group1)), arm(of(values, groups, group2)));
  }

  /**
   * Events and patients of one group.
   *
   * @param flags one a patient: 1 event, 0 none, NaN missing
   * @return the counts
   * @throws IllegalArgumentException when none is known or a flag is not 0, 1 or NaN
   */
  public static ConvertedCounts counts(double... flags) {
    double[] known = Arrays.stream(flags).filter(x -> !Double.isNaN(x)).toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException(
          "Cannot %s: at least 1 flag must be known, was 0 of %s. Check the column."
              .formatted(TASK, flags.length));
    }
    for (double flag : known) {
      if (flag != 0 && flag != 1) {
        throw new IllegalArgumentException(
            "Cannot %s: event must be 0 or 1, was %s. Code 1 for an event."
                .formatted(TASK, Given.text(flag)));
      }
    }
    int n = known.length;
    return ConvertedCounts.of(
        Arrays.stream(known).sum(), n, how(flags.length, n), assumes(flags.length, n));
  }

  /**
   * Events and patients of two of the groups that the patients are in.
   *
   * @param flags one a patient: 1 event, 0 none, NaN missing
   * @param groups each patient's group
   * @param group1 the group that becomes arm 1
   * @param group2 the group that becomes arm 2
   * @return both counts
   * @throws IllegalArgumentException when lengths differ, a group has no known flag or a flag is
   *     not 0, 1 or NaN
   */
  public static TwoCounts twoByTwo(double[] flags, String[] groups, String group1, String group2) {
    return new TwoCounts(counts(of(flags, groups, group1)), counts(of(flags, groups, group2)));
  }

  private static double[] of(double[] values, String[] groups, String group) {
    Objects.requireNonNull(group, "group");
    if (values.length != groups.length) {
      throw new IllegalArgumentException(
          "Cannot %s: values and groups must be equally many, was %s and %s. Give one of each a patient."
              .formatted(TASK, values.length, groups.length));
    }
    double[] chosen =
        IntStream.range(0, values.length)
            .filter(i -> group.equals(groups[i]))
            .mapToDouble(i -> values[i])
            .toArray();
    if (chosen.length == 0) {
      throw new IllegalArgumentException(
          "Cannot %s: group must be one of %s, was '%s'. Check its spelling."
              .formatted(
                  TASK,
                  Arrays.stream(groups).filter(Objects::nonNull).distinct().sorted().toList(),
                  group));
    }
    return chosen;
  }

  private static String how(int all, int known) {
    String how = "of patient data";
    return known == all
        ? how
        : how + ", %s of %s patients missing and left out".formatted(all - known, all);
  }

  private static String assumes(int all, int known) {
    return known == all ? "" : "values are missing at random";
  }
}
