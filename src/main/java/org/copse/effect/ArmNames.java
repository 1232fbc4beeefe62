package org.copse.effect;

import java.util.Objects;

/**
 * What the two arms are called in tables and plots.
 *
 * @param first the arm compared, for example "Everolimus"
 * @param second the arm compared with, for example "Control"
 */
public record ArmNames(String first, String second) {

  /** "Treatment" and "Control". */
  public static final ArmNames DEFAULT = new ArmNames("Treatment", "Control");

  /**
   * Checks that both are there.
   *
   * @param first as above
   * @param second as above
   */
  public ArmNames {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
  }
}
