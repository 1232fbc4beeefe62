package org.copse.plot;

/** Something drawn on a {@link Picture}, in pixels from its upper left corner. */
public sealed interface PictureMark {

  /** Which point of a text stands at its x. */
  enum Anchor {
    /** Its beginning. */
    START,
    /** Its middle. */
    MIDDLE,
    /** Its end. */
    END
  }

  /**
   * A filled circle with a symbol in it.
   *
   * @param x its middle
   * @param y its middle
   * @param radius its radius
   * @param fill fill as hex
   * @param symbol what stands in it, perhaps empty
   * @param ink colour of the symbol as hex
   * @param hover the circle in words
   */
  record Disc(
      double x, double y, double radius, String fill, String symbol, String ink, String hover)
      implements PictureMark {}

  /**
   * A filled box with a text in its middle.
   *
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @param fill fill as hex
   * @param text what stands in it, perhaps empty
   * @param ink colour of the text as hex
   * @param hover the box in words
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      String fill,
      String text,
      String ink,
      String hover)
      implements PictureMark {}

  /**
   * A text.
   *
   * @param x where its anchor stands
   * @param y its middle
   * @param anchor which point of it stands at x
   * @param size font size
   * @param bold whether it is bold
   * @param colour colour as hex
   * @param text the text
   */
  record Label(
      double x, double y, Anchor anchor, double size, boolean bold, String colour, String text)
      implements PictureMark {}

  /**
   * A straight line.
   *
   * @param x1 where it begins
   * @param y1 where it begins
   * @param x2 where it ends
   * @param y2 where it ends
   * @param colour colour as hex
   * @param width its width
   */
  record Line(double x1, double y1, double x2, double y2, String colour, double width)
      implements PictureMark {}
}
