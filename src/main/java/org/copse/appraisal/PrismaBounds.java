package org.copse.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the given boxes leave possible for the others, and the sums that cannot hold.
 *
 * <p>Every box lies between a least and a greatest number; each sum narrows its boxes until nothing
 * changes. A box whose two bounds meet is determined. A sum that leaves nothing possible is set
 * aside, and all starts again without it.
 */
final class PrismaBounds {

  private static final long MANY = Long.MAX_VALUE / 64;

  private final boolean update;
  private final Map<PrismaBox, Integer> given;
  private final List<PrismaSum> sums;
  private final List<String> problems = new ArrayList<>();
  private final Map<PrismaBox, long[]> bounds = new EnumMap<>(PrismaBox.class);

  PrismaBounds(boolean update, Map<PrismaBox, Integer> given, List<PrismaSum> sums) {
    this.update = update;
    this.given = given;
    this.sums = new ArrayList<>(sums);
    start();
    // sums that are given whole come first: they name the boxes at fault most closely
    for (PrismaSum sum : sums) {
      if (isGiven(sum) && narrow(sum).isEmpty()) {
        setAside(sum);
      }
    }
    settle();
  }

  /** One line on each sum that does not hold. */
  List<String> problems() {
    return problems;
  }

  /** The number of a box, where one alone is possible. */
  Optional<Integer> determined(PrismaBox box) {
    long[] range = bounds.get(box);
    return range[0] == range[1] ? Optional.of((int) range[0]) : Optional.empty();
  }

  private boolean isGiven(PrismaSum sum) {
    return given.containsKey(sum.total()) && given.keySet().containsAll(sum.parts());
  }

  private void start() {
    for (PrismaBox box : PrismaBox.values()) {
      Integer number = given.get(box);
      bounds.put(box, number == null ? new long[] {0, MANY} : new long[] {number, number});
    }
  }

  private void settle() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (PrismaSum sum : List.copyOf(sums)) {
        Optional<Boolean> moved = narrow(sum);
        if (moved.isEmpty()) {
          setAside(sum);
          start();
          changed = true;
          break;
        }
        changed |= moved.get();
      }
    }
  }

  private void setAside(PrismaSum sum) {
    sums.remove(sum);
    List<String> parts = new ArrayList<>();
    long least = 0;
    long most = 0;
    for (PrismaBox part : sum.parts()) {
      parts.add("'%s' (%s)".formatted(label(part), number(part)));
      least += bounds.get(part)[0];
      most = Math.min(MANY, most + bounds.get(part)[1]);
    }
    String was = least == most ? PrismaCount.grouped(least) : range(least, most);
    problems.add(
        "'%s' (%s) must be the sum of %s, was %s"
            .formatted(label(sum.total()), number(sum.total()), String.join(" and ", parts), was));
  }

  private String label(PrismaBox box) {
    return box.label(update);
  }

  private String number(PrismaBox box) {
    long[] range = bounds.get(box);
    String text = range(range[0], range[1]);
    boolean told = given.containsKey(box) || range[0] == 0 && range[1] > MANY / 2;
    return told ? text : text + " by the other boxes";
  }

  private static String range(long least, long most) {
    if (least == most) {
      return PrismaCount.grouped(least);
    }
    if (least == 0 && most > MANY / 2) {
      return "not stated";
    }
    String low = "at least " + PrismaCount.grouped(least);
    if (most > MANY / 2) {
      return low;
    }
    String high = "at most " + PrismaCount.grouped(most);
    return least == 0 ? high : low + ", " + high;
  }

  /** Whether a sum moved a bound; empty where it leaves nothing possible. */
  private Optional<Boolean> narrow(PrismaSum sum) {
    long least = 0;
    long most = 0;
    for (PrismaBox part : sum.parts()) {
      least += bounds.get(part)[0];
      most += bounds.get(part)[1];
    }
    long[] total = bounds.get(sum.total());
    if (least > total[1] || most < total[0]) {
      return Optional.empty();
    }
    boolean moved = tighten(total, least, most);
    for (PrismaBox part : sum.parts()) {
      long[] range = bounds.get(part);
      moved |= tighten(range, total[0] - (most - range[1]), total[1] - (least - range[0]));
      least = 0;
      most = 0;
      for (PrismaBox each : sum.parts()) {
        least += bounds.get(each)[0];
        most += bounds.get(each)[1];
      }
    }
    return Optional.of(moved);
  }

  private static boolean tighten(long[] range, long least, long most) {
    boolean moved = least > range[0] || most < range[1];
    range[0] = Math.max(range[0], least);
    range[1] = Math.min(range[1], most);
    return moved;
  }
}
