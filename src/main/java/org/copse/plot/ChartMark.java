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
   * Points of one size.
   *
   * @param name as a legend shows it
   * @param points the points
   * @param radius radius in pixels
   * @param colour fill as hex
   * @param symbol their shape
   */
  record Points(String name, List<Point> points, double radius, String colour, Symbol symbol)
      implements ChartMark {

    /**
     * Copies the points.
     *
     * @param name as above
     * @param points as above
     * @param radius as above
     * @param colour as above
     * @param symbol as above
     */
    public Points {
      points = List.copyOf(points);
    }

    /**
     * Circles.
     *
     * @param name as above
     * @param points as above
     * @param radius as above
     * @param colour as above
     */
    public Points(String name, List<Point> points, double radius, String colour) {
      this(name, points, radius, colour, Symbol.CIRCLE);
    }
  }

  /** Shape of points. */
  enum Symbol {
    /** A filled circle. */
    CIRCLE,
    /** A ring. */
    RING,
    /** A filled diamond. */
    DIAMOND,
    /** A filled square. */
    SQUARE
  }

  /**
   * Circles of different sizes.
   *
   * @param name as a legend shows it
   * @param points the points
   * @param radii radius of each in pixels
   * @param colour fill as hex
   */
  record Circles(String name, List<Point> points, List<Double> radii, String colour)
      implements ChartMark {

    /**
     * Copies the points.
     *
     * @param name as above
     * @param points as above
     * @param radii as above
     * @param colour as above
     */
    public Circles {
      points = List.copyOf(points);
      radii = List.copyOf(radii);
    }
  }

  /**
   * A rectangle of a density.
   *
   * @param left where it begins
   * @param right where it ends
   * @param bottom where it begins
   * @param top where it ends
   * @param shade from 0, unseen, to 1
   * @param hover the rectangle in words
   */
  record Cell(double left, double right, double bottom, double top, double shade, String hover) {}

  /**
   * Shaded rectangles.
   *
   * @param name as a legend shows it
   * @param cells the rectangles
   * @param colour fill as hex
   * @param symbol a square fills the rectangle; a diamond leaves its corners free
   */
  record Cells(String name, List<Cell> cells, String colour, Symbol symbol) implements ChartMark {

    /**
     * Copies the cells.
     *
     * @param name as above
     * @param cells as above
     * @param colour as above
     * @param symbol as above
     */
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Names beside points, each where it touches no other and no point; one without a free place is
   * left out, as its point says it on hovering.
   *
   * @param name of the mark
   * @param points the points, their words being the names
   * @param gap distance from a point in pixels
   */
  record Labels(String name, List<Point> points, double gap) implements ChartMark {

    /**
     * Copies the points.
     *
     * @param name as above
     * @param points as above
     * @param gap as above
     */
    public Labels {
      points = List.copyOf(points);
    }
  }

  /**
   * A line through points; a point that is NaN ends one piece of it.
   *
   * @param name as a legend shows it
   * @param points the corners
   * @param colour stroke as hex
   * @param dash how it is drawn
   * @param width its width in pixels
   */
  record Path(String name, List<Point> points, String colour, Dash dash, double width)
      implements ChartMark {

    /**
     * Copies the corners.
     *
     * @param name as above
     * @param points as above
     * @param colour as above
     * @param dash as above
     * @param width as above
     */
    public Path {
      points = List.copyOf(points);
    }

    /**
     * A thin line.
     *
     * @param name as above
     * @param points as above
     * @param colour as above
     * @param dash as above
     */
    public Path(String name, List<Point> points, String colour, Dash dash) {
      this(name, points, colour, dash, 1.1);
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
   * A filled area that shows a little of what lies behind it, perhaps hatched so that it differs by
   * more than its colour.
   *
   * @param name as a legend shows it
   * @param points the corners, the last joined to the first
   * @param colour fill as hex
   * @param opacity from 0, unseen, to 1
   * @param hatch lines over it; rectangles alone are hatched
   */
  record Fill(String name, List<Point> points, String colour, double opacity, Hatch hatch)
      implements ChartMark {

    /**
     * Copies the corners.
     *
     * @param name as above
     * @param points as above
     * @param colour as above
     * @param opacity as above
     * @param hatch as above
     */
    public Fill {
      points = List.copyOf(points);
    }
  }

  /** Lines over a filled area. */
  enum Hatch {
    /** None. */
    PLAIN,
    /** From the lower left to the upper right. */
    RISING,
    /** Level. */
    LEVEL,
    /** From the upper left to the lower right. */
    FALLING,
    /** Upright. */
    UPRIGHT,
    /** Both ways. */
    CROSSED
  }

  /**
   * A text at a position.
   *
   * @param name the text
   * @param x in units of the horizontal axis
   * @param y in units of the vertical axis
   * @param anchor which point of it stands at x
   */
  record Text(String name, double x, double y, PictureMark.Anchor anchor) implements ChartMark {

    /**
     * A centred text.
     *
     * @param name as above
     * @param x as above
     * @param y as above
     */
    public Text(String name, double x, double y) {
      this(name, x, y, PictureMark.Anchor.MIDDLE);
    }
  }

  /** How a line is drawn. */
  enum Dash {
    /** Without gaps. */
    SOLID,
    /** With dashes. */
    DASHED,
    /** With dots. */
    DOTTED,
    /** With long dashes. */
    LONG_DASHED,
    /** With dashes and dots by turns. */
    DASH_DOTTED
  }
}
