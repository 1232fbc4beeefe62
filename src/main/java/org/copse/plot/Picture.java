package org.copse.plot;

import java.util.List;

/**
 * A plot without axes as data: what every renderer draws, in order, the first at the back.
 *
 * @param title title, as screen readers say it
 * @param description the plot in words with the numbers
 * @param width its width in pixels
 * @param height its height in pixels
 * @param marks what is drawn
 */
public record Picture(
    String title, String description, double width, double height, List<PictureMark> marks) {

  /**
   * Copies the marks.
   *
   * @param title as above
   * @param description as above
   * @param width as above
   * @param height as above
   * @param marks as above
   */
  public Picture {
    marks = List.copyOf(marks);
  }
}
