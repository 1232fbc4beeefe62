package org.copse.descriptive;

import java.util.OptionalDouble;

/** What a descriptive table shows of a group. */
public sealed interface DescriptiveCell {

  /**
   * Patients in a category.
   *
   * @param n how many
   * @param percent of the base, absent for missing values where these are not part of it
   */
  record Count(long n, OptionalDouble percent) implements DescriptiveCell {}

  /**
   * A number's median.
   *
   * @param n patients in whom it is known
   * @param median the median
   * @param lower smallest value or lower quartile
   * @param upper largest value or upper quartile
   */
  record Median(int n, double median, double lower, double upper) implements DescriptiveCell {}

  /** No value is known. */
  record Unknown() implements DescriptiveCell {}
}
