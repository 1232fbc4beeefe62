package org.copse.appraisal;

import java.util.EnumMap;
import java.util.Map;

/**
 * A least or greatest number of a box with the given boxes that it follows from.
 *
 * @param value the number
 * @param terms how often each given box is added, or taken away where negative
 * @param slack whether it also rests on a box that is not stated being 0 or more
 */
record PrismaBound(long value, Map<PrismaBox, Integer> terms, boolean slack) {

  /** Nothing is known above this. */
  static final long MANY = Long.MAX_VALUE / 64;

  static PrismaBound given(PrismaBox box, int number) {
    return new PrismaBound(number, Map.of(box, 1), false);
  }

  static PrismaBound zero() {
    return new PrismaBound(0, Map.of(), true);
  }

  static PrismaBound unknown() {
    return new PrismaBound(MANY, Map.of(), true);
  }

  static PrismaBound nothing() {
    return new PrismaBound(0, Map.of(), false);
  }

  PrismaBound plus(PrismaBound other) {
    return plus(other, 1);
  }

  PrismaBound minus(PrismaBound other) {
    return plus(other, -1);
  }

  private PrismaBound plus(PrismaBound other, int sign) {
    Map<PrismaBox, Integer> sum = new EnumMap<>(PrismaBox.class);
    sum.putAll(terms);
    other.terms.forEach((box, n) -> sum.merge(box, sign * n, Integer::sum));
    sum.values().removeIf(n -> n == 0);
    return new PrismaBound(value + sign * other.value, sum, slack || other.slack);
  }
}
