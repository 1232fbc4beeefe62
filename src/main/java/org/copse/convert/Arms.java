package org.copse.convert;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.copse.effect.Proportion;

/**
 * Arms put together, shared out or taken from each other, so that a trial of three arms, of
 * subgroups or with a shared control enters a pairwise analysis once.
 *
 * <p><b>Source</b>: Cochrane Handbook 6.5.2.10 (combining) and 23.3.4 (three and more arms).
 */
public final class Arms {

  private static final String DISTINCT = "no patient is in two of the arms";
  private static final String SHARED =
      "sharing out counts no patient twice, but only partly removes the correlation of comparisons with one control; combining the other arms avoids it";

  // of the sum of squares, what cancellation may leave where the SD is 0
  private static final double ROUNDING = 1e-12;

  private Arms() {}

  /**
   * Several arms as one: n = Σ nᵢ, mean = Σ nᵢ x̄ᵢ / n, SD² = [Σ (nᵢ − 1)sᵢ² + Σ nᵢ (x̄ᵢ − x̄)²]/(n
   * − 1), which is exactly the SD of all patients together.
   *
   * @param arms two or more
   * @return the combined arm
   * @throws IllegalArgumentException when there are fewer than two arms
   */
  public static ConvertedArm combine(Arm... arms) {
    requireSeveral(arms.length);
    double n = Arrays.stream(arms).mapToDouble(Arm::n).sum();
    double first = arms[0].mean();
    double mean = first + sum(arms, a -> a.n() * (a.mean() - first)) / n;
    double squares = sum(arms, a -> (a.n() - 1) * a.sd() * a.sd());
    double between = sum(arms, a -> a.n() * (a.mean() - mean) * (a.mean() - mean));
    return ConvertedArm.of(
        n,
        mean,
        Math.sqrt((squares + between) / (n - 1)),
        "of %s arms combined (Cochrane Handbook 6.5.2.10)".formatted(arms.length),
        DISTINCT);
  }

  private static double sum(Arm[] arms, ToDoubleFunction<Arm> of) {
    return Arrays.stream(arms).mapToDouble(of).sum();
  }

  /**
   * Several arms of counts as one: the sums.
   *
   * @param arms two or more
   * @return the combined counts
   * @throws IllegalArgumentException when there are fewer than two arms, or events exceed a total
   */
  public static ConvertedCounts combineCounts(Proportion... arms) {
    requireSeveral(arms.length);
    Arrays.stream(arms).forEach(arm -> requireCounts("combine arms", arm));
    return ConvertedCounts.of(
        Arrays.stream(arms).mapToDouble(Proportion::events).sum(),
        Arrays.stream(arms).mapToDouble(Proportion::total).sum(),
        "of %s arms combined (Cochrane Handbook 6.5.2.10)".formatted(arms.length),
        DISTINCT);
  }

  private static void requireSeveral(int arms) {
    if (arms < 2) {
      throw new IllegalArgumentException(
          "Cannot combine arms: there must be at least 2, was %s. Give each arm.".formatted(arms));
    }
  }

  /**
   * One of several shares of a control arm that serves several comparisons: mean and SD stay, n is
   * shared out in whole patients, the first shares being larger by one where it must be.
   *
   * @param control the shared arm
   * @param share which one, 1 for the first
   * @param shares how many comparisons share it, at least 2
   * @return the share
   * @throws IllegalArgumentException when n is not whole, a share would have fewer than 2 patients
   *     or there is no such share
   */
  public static ConvertedArm shareOfControl(Arm control, int share, int shares) {
    double n = part(control.n(), share, shares);
    if (n < 2) {
      throw new IllegalArgumentException(
          "Cannot share out a control arm: each share must have at least 2 patients, was %s of %s in %s. Combine the other arms instead."
              .formatted(Given.text(n), Given.text(control.n()), shares));
    }
    return ConvertedArm.of(n, control.mean(), control.sd(), shareOf(share, shares), SHARED);
  }

  /**
   * One of several shares of a control arm's counts: patients and events are each shared out in
   * whole numbers that add up, the first shares being larger by one where they must be.
   *
   * @param control the shared arm
   * @param share which one, 1 for the first
   * @param shares how many comparisons share it, at least 2
   * @return the share
   * @throws IllegalArgumentException when the counts are not whole or there is no such share
   */
  public static ConvertedCounts shareOfControlCounts(Proportion control, int share, int shares) {
    requireCounts("share out a control arm", control);
    return ConvertedCounts.of(
        part(control.events(), share, shares),
        part(control.total(), share, shares),
        shareOf(share, shares),
        SHARED + "; shares in whole patients have slightly different risks");
  }

  private static String shareOf(int share, int shares) {
    return "of share %s of %s of a shared control (Cochrane Handbook 23.3.4)"
        .formatted(share, shares);
  }

  private static double part(double whole, int share, int shares) {
    if (!(shares >= 2 && share >= 1 && share <= shares)) {
      throw new IllegalArgumentException(
          "Cannot share out a control arm: share must be from 1 to the number of shares, at least 2, was %s of %s. Number the comparisons."
              .formatted(share, shares));
    }
    if (whole != Math.rint(whole) || whole < 0 || whole >= 1e15) {
      throw new IllegalArgumentException(
          "Cannot share out a control arm: patients must be a whole number, was %s. Check the counts."
              .formatted(Given.text(whole)));
    }
    double even = Math.floor(whole / shares);
    return share <= whole - even * shares ? even + 1 : even;
  }

  /**
   * What remains of a total when a subgroup is taken out: the inverse of {@link #combine}.
   *
   * <p><b>Accuracy</b>: printed means and SDs are rounded, and the rest inherits their error
   * several times over where the subgroup is most of the total.
   *
   * @param total all patients
   * @param subgroup some of them
   * @return the others
   * @throws IllegalArgumentException when fewer than 2 patients would remain, or the subgroup
   *     cannot be part of the total
   */
  public static ConvertedArm remove(Arm total, Arm subgroup) {
    double n = total.n() - subgroup.n();
    if (!(n >= 2)) {
      throw new IllegalArgumentException(
          "Cannot remove a subgroup: at least 2 patients must remain, was %s − %s. Check which is the total."
              .formatted(Given.text(total.n()), Given.text(subgroup.n())));
    }
    double off = subgroup.mean() - total.mean();
    double mean = total.mean() - subgroup.n() * off / n;
    double all = (total.n() - 1) * total.sd() * total.sd();
    double rest = mean - total.mean();
    double squares =
        all
            - (subgroup.n() - 1) * subgroup.sd() * subgroup.sd()
            - subgroup.n() * off * off
            - n * rest * rest;
    if (squares < -ROUNDING * all) {
      throw new IllegalArgumentException(
          "Cannot remove a subgroup: SD of the rest must be real, was the root of %s. The subgroup varies more, or lies further off, than the total allows; check both and their rounding."
              .formatted(squares / (n - 1)));
    }
    return ConvertedArm.of(
        n,
        mean,
        Math.sqrt(Math.max(0, squares) / (n - 1)),
        "of the total less a subgroup (Cochrane Handbook 6.5.2.10, inverted)",
        "the subgroup is part of the total, and rounding of the printed numbers does no harm");
  }

  /**
   * Counts that remain of a total when a subgroup is taken out.
   *
   * @param total all patients
   * @param subgroup some of them
   * @return the others
   * @throws IllegalArgumentException when no patient, or fewer than no event or non-event, would
   *     remain
   */
  public static ConvertedCounts removeCounts(Proportion total, Proportion subgroup) {
    requireCounts("remove a subgroup", total);
    requireCounts("remove a subgroup", subgroup);
    double events = total.events() - subgroup.events();
    double n = total.total() - subgroup.total();
    if (!(n > 0 && events >= 0 && events <= n)) {
      throw new IllegalArgumentException(
          "Cannot remove a subgroup: patients must remain, and events from 0 to their number, was %s of %s. Check which is the total."
              .formatted(Given.text(events), Given.text(n)));
    }
    return ConvertedCounts.of(
        events, n, "of the total less a subgroup", "the subgroup is part of the total");
  }

  private static void requireCounts(String task, Proportion arm) {
    if (!(arm.events() >= 0
        && arm.events() <= arm.total()
        && arm.total() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot %s: events must be from 0 to the total, was %s of %s. Check the counts."
              .formatted(task, Given.text(arm.events()), Given.text(arm.total())));
    }
  }
}
