package org.copse.plot;

import java.util.List;

/** Something drawn on a {@link Chart}. */
public sealed interface ChartMark {

  /**
   * Name of the mark, as a legend shows it.
   *
   * @return the name
   */
  String name();

  /**
   * A position with what it stands for.
   *
   * @param x in units of the horizontal axis
   * @param y in units of the vertical axis
   * @param hover the point in words, perhaps empty
   */
  record Point(double x, double y, String hover) {}

  /**
   * Points, drawn as circles.
   *
   * @param name as a legend shows it
   * @param points the points
   * @param radius radius in pixels
   * @param colour fill as hex
   */
  record Points(String name, List<Point> points, double radius, String colour)
      implements ChartMark {

    /**
     * Copies the points.
     *
     * @param name as above
     * @param points as above
     * @param radius as above
     * @param colour as above
     */
    public Points {
      points = List.copyOf(points);
    }
  }

  /**
   * A line through points.
   *
   * @param name as a legend shows it
   * @param points the corners
   * @param colour stroke as hex
   * @param dash how it is drawn
   */
  record Path(String name, List<Point> points, String colour, Dash dash) implements ChartMark {

    /**
     * Copies the corners.
     *
     * @param name as above
     * @param points as above
     * @param colour as above
     * @param dash as above
     */
    public Path {
      points = List.copyOf(points);
    }
  }

  /**
   * A filled area.
   *
   * @param name as a legend shows it
   * @param points the corners, the last joined to the first
   * @param colour fill as hex
   */
  record Area(String name, List<Point> points, String colour) implements ChartMark {

    /**
     * Copies the corners.
     *
     * @param name as above
     * @param points as above
     * @param colour as above
     */
    public Area {
      points = List.copyOf(points);
    }
  }

  /**
   * A text at a position.
   *
   * @param name the text
   * @param x in units of the horizontal axis
   * @param y in units of the vertical axis
   */
  record Text(String name, double x, double y) implements ChartMark {}

  /** How a line is drawn. */
  enum Dash {
    /** Without gaps. */
    SOLID,
    /** With dashes. */
    DASHED,
    /** With dots. */
    DOTTED
  }
}
