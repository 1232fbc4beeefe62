package org.copse.plot;

import java.util.List;

/** Draws the marks of a chart as SVG. */
final class ChartMarkSvg {

  private final SvgWriter svg;
  private final ChartBox box;

  ChartMarkSvg(SvgWriter svg, ChartBox box) {
    this.svg = svg;
    this.box = box;
  }

  void draw(ChartMark mark) {
    if (mark instanceof ChartMark.Points points) {
      for (ChartMark.Point p : points.points()) {
        point(p, points.radius(), points.colour(), points.symbol());
      }
    } else if (mark instanceof ChartMark.Circles circles) {
      for (int i = 0; i < circles.points().size(); i++) {
        ChartMark.Point p = circles.points().get(i);
        point(p, circles.radii().get(i), circles.colour(), ChartMark.Symbol.CIRCLE);
      }
    } else if (mark instanceof ChartMark.Path path) {
      for (List<double[]> piece : box.clip().line(box.pixels(path.points()))) {
        svg.polyline(path.colour(), path.width(), dash(path.dash()), flat(piece));
      }
    } else if (mark instanceof ChartMark.Area area) {
      List<double[]> shape = box.clip().shape(box.pixels(area.points()));
      if (!shape.isEmpty()) {
        svg.polygon(area.colour(), "copse-area", flat(shape));
      }
    } else if (mark instanceof ChartMark.Fill fill) {
      List<double[]> shape = box.clip().shape(box.pixels(fill.points()));
      if (!shape.isEmpty()) {
        svg.glass(fill.colour(), fill.opacity(), flat(shape));
        ChartHatch.draw(svg, fill.hatch(), shape);
      }
    } else if (mark instanceof ChartMark.Cells cells) {
      cells(cells);
    } else if (mark instanceof ChartMark.Labels labels) {
      LabelPlaces.of(labels, box).forEach(this::label);
    } else if (mark instanceof ChartMark.Text text) {
      String anchor =
          switch (text.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
          };
      double x = box.x(text.x());
      svg.text(x, box.y(text.y()), anchor, ChartBox.SMALL, false, Colours.QUIET, text.name());
    }
  }

  private void label(LabelPlaces.Place place) {
    String anchor = place.toTheLeft() ? "end" : "start";
    double y = place.y() + 0.36 * ChartBox.SMALL;
    svg.text(place.x(), y, anchor, ChartBox.SMALL, false, Colours.INK, place.point().hover());
  }

  private void point(ChartMark.Point p, double radius, String colour, ChartMark.Symbol symbol) {
    if (box.inside(p)) {
      if (!p.hover().isEmpty()) {
        svg.openRow(p.hover());
      }
      symbol(svg, box.x(p.x()), box.y(p.y()), radius, colour, symbol);
      if (!p.hover().isEmpty()) {
        svg.close();
      }
    }
  }

  private void cells(ChartMark.Cells mark) {
    boolean squares = mark.symbol() == ChartMark.Symbol.SQUARE;
    if (squares) {
      svg.openCrisp();
    }
    mark.cells().forEach(cell -> cell(cell, mark));
    if (squares) {
      svg.close();
    }
  }

  private void cell(ChartMark.Cell cell, ChartMark.Cells mark) {
    double left = box.x(cell.left());
    double right = box.x(cell.right());
    double top = box.y(cell.top());
    double bottom = box.y(cell.bottom());
    shape(svg, mark, cell.shade(), left, right, top, bottom);
  }

  private static void shape(
      SvgWriter svg,
      ChartMark.Cells mark,
      double shade,
      double left,
      double right,
      double top,
      double bottom) {
    if (mark.symbol() == ChartMark.Symbol.DIAMOND) {
      double x = (left + right) / 2;
      double y = (top + bottom) / 2;
      svg.glass(mark.colour(), shade, x, top, right, y, x, bottom, left, y);
    } else {
      svg.glass(mark.colour(), shade, left, top, right, top, right, bottom, left, bottom);
    }
  }

  private static void symbol(
      SvgWriter svg, double x, double y, double radius, String colour, ChartMark.Symbol symbol) {
    switch (symbol) {
      case CIRCLE -> svg.circle(x, y, radius, colour);
      case RING -> svg.disc(x, y, radius, Colours.PAPER);
      case DIAMOND -> {
        double r = 1.25 * radius;
        svg.polygon(colour, "copse-area", x - r, y, x, y - r, x + r, y, x, y + r);
      }
      case SQUARE -> svg.rect(x - radius, y - radius, 2 * radius, 2 * radius, colour, "copse-area");
    }
  }

  private static String dash(ChartMark.Dash dash) {
    return switch (dash) {
      case SOLID -> "";
      case DASHED -> "6 4";
      case DOTTED -> "2 3";
      case LONG_DASHED -> "12 4";
      case DASH_DOTTED -> "8 3 2 3";
    };
  }

  private static double[] flat(List<double[]> corners) {
    double[] xy = new double[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      xy[2 * i] = corners.get(i)[0];
      xy[2 * i + 1] = corners.get(i)[1];
    }
    return xy;
  }

  /** A mark as a legend shows it, from x on, its middle at y. */
  static void sample(SvgWriter svg, ChartMark mark, double x, double y) {
    double end = x + ChartLegend.SYMBOL;
    double middle = x + ChartLegend.SYMBOL / 2;
    if (mark instanceof ChartMark.Points points) {
      double radius = Math.min(6, Math.max(3.5, points.radius()));
      symbol(svg, middle, y, radius, points.colour(), points.symbol());
    } else if (mark instanceof ChartMark.Circles circles) {
      symbol(svg, middle, y, 5, circles.colour(), ChartMark.Symbol.CIRCLE);
    } else if (mark instanceof ChartMark.Path path) {
      svg.line(x, y, end, y, path.colour(), path.width(), dash(path.dash()));
    } else if (mark instanceof ChartMark.Area area) {
      svg.rect(x, y - 6, ChartLegend.SYMBOL, 12, Colours.QUIET, "copse-area");
      svg.rect(x + .7, y - 5.3, ChartLegend.SYMBOL - 1.4, 10.6, area.colour(), "copse-area");
    } else if (mark instanceof ChartMark.Fill fill) {
      double[] corners = {x, y - 6, end, y - 6, end, y + 6, x, y + 6};
      svg.glass(fill.colour(), fill.opacity(), corners);
      ChartHatch.draw(svg, fill.hatch(), x, y - 6, end, y + 6);
    } else if (mark instanceof ChartMark.Cells cells) {
      // two beside each other, as they lie in the plot
      shape(svg, cells, 0.9, x, middle, y - 5.5, y + 5.5);
      shape(svg, cells, 0.9, middle, end, y - 5.5, y + 5.5);
    }
  }
}
