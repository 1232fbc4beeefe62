package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shaded rectangles: heat maps, histograms of two dimensions, and contours as bands. */
final class StillGrid {

  /** Pixels of a contour plot along each side. */
  private static final int FINE = 90;

  private final StillPanel panel;
  private final ObjectNode trace;
  private final List<ChartMark.Cell> cells = new ArrayList<>();

  StillGrid(StillPanel panel, ObjectNode trace) {
    this.panel = panel;
    this.trace = trace;
  }

  void heatmap() {
    double[][] z = matrix(trace.path("z"));
    double[] x = centres(panel.x(), "x", columns(z));
    double[] y = centres(panel.y(), "y", z.length);
    cells(edges(x), edges(y), z);
  }

  void histogram() {
    double[] x = StillValues.on(panel.x(), trace.path("x"));
    double[] y = StillValues.on(panel.y(), trace.path("y"));
    StillBins across = StillBins.of(panel.x(), StillValues.finite(x), 0, 0.25);
    StillBins up = StillBins.of(panel.y(), StillValues.finite(y), 0, 0.25);
    double[][] counts = new double[up.count()][across.count()];
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      if (Double.isFinite(x[i] + y[i])) {
        counts[up.bin(y[i])][across.bin(x[i])]++;
      }
    }
    double[] left = new double[across.count() + 1];
    double[] bottom = new double[up.count() + 1];
    Arrays.setAll(left, across::from);
    Arrays.setAll(bottom, up::from);
    cells(left, bottom, counts);
  }

  void contour() {
    double[][] z = matrix(trace.path("z"));
    double[] x = centres(panel.x(), "x", columns(z));
    double[] y = centres(panel.y(), "y", z.length);
    if (x.length < 2 || y.length < 2) {
      cells(edges(x), edges(y), z);
      return;
    }
    StillScale scale = scale(z, true);
    double[] across = fine(x);
    double[] up = fine(y);
    for (int row = 0; row < FINE; row++) {
      double from = Double.NaN;
      double shade = Double.NaN;
      double middle = (row + 0.5) / FINE * (y.length - 1);
      for (int column = 0; column <= FINE; column++) {
        double value =
            column == FINE
                ? Double.NaN
                : between(z, (column + 0.5) / FINE * (x.length - 1), middle);
        double here = Double.isNaN(value) ? Double.NaN : scale.shade(value);
        if (Double.compare(here, shade) != 0) {
          cell(from, across[column], up[row], up[row + 1], shade);
          from = across[column];
          shade = here;
        }
      }
    }
    panel.note("Bands between the contours are shaded; values are interpolated within the grid.");
    finish();
  }

  private static double[] fine(double[] centres) {
    double[] edges = new double[FINE + 1];
    Arrays.setAll(
        edges,
        i -> {
          double place = (double) i / FINE * (centres.length - 1);
          int below = Math.min(centres.length - 2, (int) place);
          return centres[below] + (place - below) * (centres[below + 1] - centres[below]);
        });
    return edges;
  }

  private static double between(double[][] z, double column, double row) {
    int c = (int) column;
    int r = (int) row;
    double right = column - c;
    double up = row - r;
    double low = z[r][c] * (1 - right) + z[r][c + 1] * right;
    double high = z[r + 1][c] * (1 - right) + z[r + 1][c + 1] * right;
    return low * (1 - up) + high * up;
  }

  private static int columns(double[][] z) {
    return Arrays.stream(z).mapToInt(row -> row.length).max().orElse(0);
  }

  /** Rows of equal length; NaN for what is missing. */
  private static double[][] matrix(JsonNode rows) {
    int columns = StillText.stream(rows).mapToInt(JsonNode::size).max().orElse(0);
    double[][] z = new double[rows.size()][columns];
    for (int r = 0; r < z.length; r++) {
      for (int c = 0; c < columns; c++) {
        JsonNode value = rows.path(r).path(c);
        z[r][c] = value.isNumber() ? value.asDouble() : Double.NaN;
      }
    }
    return z;
  }

  private double[] centres(StillAxis axis, String letter, int size) {
    double[] given = StillValues.orRanks(axis, trace.path(letter), size);
    double[] all = new double[size];
    Arrays.setAll(all, i -> i < given.length && Double.isFinite(given[i]) ? given[i] : i);
    return all;
  }

  /** Halfway between the centres. */
  private static double[] edges(double[] centres) {
    int n = centres.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (centres[i - 1] + centres[i]) / 2;
    }
    if (n > 0) {
      edges[0] = n > 1 ? centres[0] - (edges[1] - centres[0]) : centres[0] - 0.5;
      edges[n] = n > 1 ? centres[n - 1] + (centres[n - 1] - edges[n - 1]) : centres[0] + 0.5;
    }
    return edges;
  }

  private StillScale scale(double[][] z, boolean stepped) {
    double[] all = StillValues.finite(Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray());
    double min = all.length == 0 ? 0 : all[0];
    double max = all.length == 0 ? 1 : all[all.length - 1];
    String label = trace.path("type").asText().equals("histogram2d") ? "count" : "";
    StillScale scale = new StillScale(label, min, max, stepped);
    panel.scale(scale);
    return scale;
  }

  private void cells(double[] x, double[] y, double[][] z) {
    StillScale scale = scale(z, false);
    for (int r = 0; r < z.length; r++) {
      for (int c = 0; c < z[r].length; c++) {
        boolean empty = trace.path("type").asText().equals("histogram2d") && z[r][c] == 0;
        cell(x[c], x[c + 1], y[r], y[r + 1], empty ? Double.NaN : scale.shade(z[r][c]));
      }
    }
    finish();
  }

  private void cell(double left, double right, double bottom, double top, double shade) {
    if (Double.isFinite(left + shade)) {
      panel.point(left, bottom);
      panel.point(right, top);
      cells.add(new ChartMark.Cell(left, right, bottom, top, shade, ""));
    }
  }

  private void finish() {
    String name = StillValues.name(trace);
    panel.addBehind(new ChartMark.Cells(name, cells, StillScale.COLOUR, ChartMark.Symbol.SQUARE));
  }
}
