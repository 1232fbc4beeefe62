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
 * changes. A box whose two bounds meet is determined. Each bound keeps the given boxes that it
 * follows from, so that a contradiction names what was given, never what was computed. A sum that
 * leaves nothing possible is set aside, and all starts again without it.
 */
final class PrismaBounds {

  private final boolean update;
  private final Map<PrismaBox, Integer> given;
  private final List<PrismaSum> sums;
  private final List<String> problems = new ArrayList<>();
  private final Map<PrismaBox, PrismaBound> least = new EnumMap<>(PrismaBox.class);
  private final Map<PrismaBox, PrismaBound> most = new EnumMap<>(PrismaBox.class);

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
    long low = least.get(box).value();
    return low == most.get(box).value() ? Optional.of((int) low) : Optional.empty();
  }

  private boolean isGiven(PrismaSum sum) {
    return given.containsKey(sum.total()) && given.keySet().containsAll(sum.parts());
  }

  private void start() {
    for (PrismaBox box : PrismaBox.values()) {
      Integer number = given.get(box);
      least.put(box, number == null ? PrismaBound.zero() : PrismaBound.given(box, number));
      most.put(box, number == null ? PrismaBound.unknown() : PrismaBound.given(box, number));
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
    if (isGiven(sum)) {
      problems.add(PrismaWords.sum(sum, given, update));
      return;
    }
    PrismaBound low = sum(least, sum.parts());
    PrismaBound high = most.get(sum.total());
    if (low.value() <= high.value()) {
      low = least.get(sum.total());
      high = sum(most, sum.parts());
    }
    problems.add(PrismaWords.contradiction(low, high, given, update));
  }

  private static PrismaBound sum(Map<PrismaBox, PrismaBound> bounds, List<PrismaBox> boxes) {
    PrismaBound sum = PrismaBound.nothing();
    for (PrismaBox box : boxes) {
      sum = sum.plus(bounds.get(box));
    }
    return sum;
  }

  /** Whether a sum moved a bound; empty where it leaves nothing possible. */
  private Optional<Boolean> narrow(PrismaSum sum) {
    PrismaBox total = sum.total();
    PrismaBound low = sum(least, sum.parts());
    PrismaBound high = sum(most, sum.parts());
    if (low.value() > most.get(total).value() || high.value() < least.get(total).value()) {
      return Optional.empty();
    }
    boolean moved = tighten(total, low, high);
    for (PrismaBox part : sum.parts()) {
      List<PrismaBox> others = sum.parts().stream().filter(box -> box != part).toList();
      moved |=
          tighten(
              part,
              least.get(total).minus(sum(most, others)),
              most.get(total).minus(sum(least, others)));
    }
    return Optional.of(moved);
  }

  private boolean tighten(PrismaBox box, PrismaBound low, PrismaBound high) {
    boolean up = low.value() > least.get(box).value();
    boolean down = high.value() < most.get(box).value();
    if (up) {
      least.put(box, low);
    }
    if (down) {
      most.put(box, high);
    }
    return up || down;
  }
}
