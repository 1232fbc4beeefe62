package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Finds for each name a place beside its point that touches nothing. */
final class LabelPlaces {

  private static final double HEIGHT = 13;
  private static final double[] UP_AND_DOWN = {0, -9, 9};

  /** A name: where it begins, or ends if to the left of its point, and its middle line. */
  record Place(ChartMark.Point point, double x, double y, boolean toTheLeft) {}

  private record Taken(double left, double top, double right, double bottom) {
    boolean touches(Taken o) {
      return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
    }
  }

  private final ChartBox box;
  private final List<Taken> taken = new ArrayList<>();

  private LabelPlaces(ChartBox box) {
    this.box = box;
    for (ChartMark mark : box.chart().marks()) {
      if (mark instanceof ChartMark.Points points) {
        points.points().forEach(p -> point(p, points.radius()));
      } else if (mark instanceof ChartMark.Circles circles) {
        for (int i = 0; i < circles.points().size(); i++) {
          point(circles.points().get(i), circles.radii().get(i));
        }
      } else if (mark instanceof ChartMark.Text text) {
        text(text);
      }
    }
  }

  private void point(ChartMark.Point p, double radius) {
    double x = box.x(p.x());
    double y = box.y(p.y());
    taken.add(new Taken(x - radius, y - radius, x + radius, y + radius));
  }

  private void text(ChartMark.Text text) {
    double width = TextWidth.of(text.name(), ChartBox.SMALL, false);
    double x =
        box.x(text.x())
            - switch (text.anchor()) {
              case START -> 0;
              case MIDDLE -> width / 2;
              case END -> width;
            };
    double y = box.y(text.y());
    taken.add(new Taken(x, y - 10, x + width, y + 3));
  }

  static List<Place> of(ChartMark.Labels labels, ChartBox box) {
    LabelPlaces places = new LabelPlaces(box);
    List<Place> found = new ArrayList<>();
    for (ChartMark.Point p : labels.points()) {
      if (box.inside(p) && !p.hover().isBlank()) {
        places.place(p, labels.gap(), found);
      }
    }
    return found;
  }

  private void place(ChartMark.Point p, double gap, List<Place> found) {
    double width = TextWidth.of(p.hover(), ChartBox.SMALL, false);
    for (double shift : UP_AND_DOWN) {
      for (boolean toTheLeft : new boolean[] {false, true}) {
        double x = box.x(p.x()) + (toTheLeft ? -gap : gap);
        double y = box.y(p.y()) + shift;
        double left = toTheLeft ? x - width : x;
        Taken room = new Taken(left, y - HEIGHT / 2, left + width, y + HEIGHT / 2);
        boolean within =
            room.left > box.left() + 2
                && room.right < box.right() - 2
                && room.top > box.top()
                && room.bottom < box.bottom() - 1;
        if (within && taken.stream().noneMatch(room::touches)) {
          taken.add(room);
          found.add(new Place(p, x, y, toTheLeft));
          return;
        }
      }
    }
  }
}
