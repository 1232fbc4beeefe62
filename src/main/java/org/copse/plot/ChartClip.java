package org.copse.plot;

import java.util.ArrayList;
import java.util.List;

/** Cuts shapes and lines, in pixels, off at the edges of a box. */
final class ChartClip {

  private final double[] low;
  private final double[] high;

  ChartClip(double left, double top, double right, double bottom) {
    low = new double[] {left, top};
    high = new double[] {right, bottom};
  }

  /** A closed shape, by Sutherland and Hodgman; empty if nothing of it is inside. */
  List<double[]> shape(List<double[]> corners) {
    List<double[]> rest = corners;
    for (int axis = 0; axis < 2; axis++) {
      rest = side(rest, axis, low[axis], 1);
      rest = side(rest, axis, high[axis], -1);
    }
    return rest;
  }

  private static List<double[]> side(List<double[]> in, int axis, double edge, int sign) {
    List<double[]> out = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      double[] from = in.get((i + in.size() - 1) % in.size());
      double[] to = in.get(i);
      boolean fromIn = sign * (from[axis] - edge) >= 0;
      boolean toIn = sign * (to[axis] - edge) >= 0;
      if (fromIn != toIn) {
        double share = (edge - from[axis]) / (to[axis] - from[axis]);
        double[] crossing = {
          from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])
        };
        crossing[axis] = edge;
        out.add(crossing);
      }
      if (toIn) {
        out.add(to);
      }
    }
    return out;
  }

  /** A line as the pieces of it that are inside; NaN parts pieces. */
  List<List<double[]>> line(List<double[]> corners) {
    List<List<double[]>> pieces = new ArrayList<>();
    List<double[]> piece = new ArrayList<>();
    for (int i = 1; i < corners.size(); i++) {
      double[][] part = segment(corners.get(i - 1), corners.get(i));
      if (part == null) {
        piece = closed(pieces, piece);
        continue;
      }
      if (piece.isEmpty()) {
        piece.add(part[0]);
      }
      piece.add(part[1]);
      if (part[1] != corners.get(i)) {
        piece = closed(pieces, piece);
      }
    }
    closed(pieces, piece);
    return pieces;
  }

  private static List<double[]> closed(List<List<double[]>> pieces, List<double[]> piece) {
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return new ArrayList<>();
  }

  /** The part of a segment that is inside, by Liang and Barsky; null if there is none. */
  private double[][] segment(double[] from, double[] to) {
    double start = 0;
    double end = 1;
    for (int axis = 0; axis < 2; axis++) {
      double step = to[axis] - from[axis];
      if (Double.isNaN(step)) {
        return null;
      }
      if (step == 0) {
        if (from[axis] < low[axis] || from[axis] > high[axis]) {
          return null;
        }
        continue;
      }
      double a = (low[axis] - from[axis]) / step;
      double b = (high[axis] - from[axis]) / step;
      start = Math.max(start, Math.min(a, b));
      end = Math.min(end, Math.max(a, b));
    }
    if (!(start < end)) {
      return null;
    }
    return new double[][] {
      start == 0 ? from : between(from, to, start), end == 1 ? to : between(from, to, end)
    };
  }

  private static double[] between(double[] from, double[] to, double share) {
    return new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
  }
}
