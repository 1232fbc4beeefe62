package org.copse.plot;

/**
 * Size of the area between the axes of a {@link Chart}.
 *
 * @param width in pixels; 0 for what the page leaves
 * @param height in pixels
 */
public record ChartSize(double width, double height) {

  /** As wide as the page leaves, 400 pixels high. */
  public static final ChartSize USUAL = new ChartSize(0, 400);

  /**
   * Checks the size.
   *
   * @param width as above
   * @param height as above
   */
  public ChartSize {
    if (!(width >= 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height))) {
      throw new IllegalArgumentException(
          "Cannot lay out a chart: width must be at least 0 and height above 0, was %s and %s. Give pixels."
              .formatted(width, height));
    }
  }
}
