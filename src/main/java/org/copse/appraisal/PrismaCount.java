package org.copse.appraisal;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a box of the flow holds.
 *
 * @param box the box
 * @param count its number; absent where neither given nor determined by the other boxes
 * @param computed whether the number follows from other boxes and was not given
 * @param parts lines of the box, perhaps none
 */
public record PrismaCount(
    PrismaBox box, OptionalInt count, boolean computed, List<PrismaPart> parts) {

  /**
   * Copies the parts.
   *
   * @param box as above
   * @param count as above
   * @param computed as above
   * @param parts as above
   */
  public PrismaCount {
    parts = List.copyOf(parts);
  }

  /**
   * The number as it is drawn.
   *
   * @return "791", "67, computed" or "not stated"
   */
  public String text() {
    if (count.isEmpty()) {
      return "not stated";
    }
    return grouped(count.getAsInt()) + (computed ? ", computed" : "");
  }

  /**
   * A whole number with its thousands apart, as journals print it.
   *
   * @param number the number
   * @return for example "6,076"
   */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
