package org.copse.convert;

/**
 * Size, mean and SD of one group, each with how it came about.
 *
 * @param n patients
 * @param mean the mean
 * @param sd the standard deviation
 */
public record ConvertedArm(Converted n, Converted mean, Converted sd) {

  /**
   * The numbers alone.
   *
   * @return n, mean and SD
   */
  public Arm arm() {
    return new Arm(n.value(), mean.value(), sd.value());
  }

  static ConvertedArm of(double n, double mean, double sd, String how, String assumes) {
    return new ConvertedArm(
        new Converted(n, "n " + how, assumes),
        new Converted(mean, "Mean " + how, assumes),
        new Converted(sd, "SD " + how, assumes));
  }

  @Override
  public String toString() {
    return "n %s, mean %s, SD %s (%s)"
        .formatted(Given.text(n.value()), mean.value(), sd.value(), sd.note());
  }
}
