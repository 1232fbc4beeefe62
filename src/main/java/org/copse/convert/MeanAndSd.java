package org.copse.convert;

import java.util.Objects;

/**
 * A mean and a standard deviation that were computed from other summaries of one group.
 *
 * @param mean the mean, with how it came about
 * @param sd the standard deviation, with how it came about
 */
public record MeanAndSd(Converted mean, Converted sd) {

  /**
   * Checks that both are there.
   *
   * @param mean as above
   * @param sd as above
   */
  public MeanAndSd {
    Objects.requireNonNull(mean, "mean");
    Objects.requireNonNull(sd, "sd");
  }

  @Override
  public String toString() {
    return "mean " + mean.value() + ", SD " + sd.value() + " (" + mean.note() + ")";
  }
}
