package org.copse.survival;

import java.util.Locale;

/**
 * Test for a trend over ordered groups.
 *
 * @param z above 0 where groups with higher scores have more events than expected
 * @param p two-sided p value; z² is χ² with 1 degree of freedom
 */
public record TrendTest(double z, double p) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "trend z = %.4g, p = %.2g", z, p);
  }
}
