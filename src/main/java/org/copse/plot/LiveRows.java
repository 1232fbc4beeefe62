package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Rows, columns and axis of a drawn forest plot as the page's script takes them. */
final class LiveRows {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LiveRows() {}

  static ArrayNode rows(ForestLayout layout) {
    ArrayNode rows = JSON.arrayNode();
    int headings = 0;
    for (ForestLayout.Line line : layout.lines()) {
      ForestRow row = line.row();
      ArrayNode one = rows.addArray();
      one.add(row.kind().name());
      cells(one.addArray(), row);
      row.mark().ifPresentOrElse(mark -> mark(one.addArray(), mark), one::addNull);
      one.add(row.study());
      one.add(row.study() >= 0 ? "" : row.hover());
      if (line.label().size() > 1) {
        line.label().forEach(one.addArray()::add);
      } else {
        one.addNull();
      }
      if (row.kind() == ForestRow.Kind.HEADING) {
        one.add(headings++);
      }
    }
    return rows;
  }

  private static void cells(ArrayNode cells, ForestRow row) {
    for (TextCell cell : row.cells()) {
      if (cell.pieces().size() > 1) {
        cell.pieces().forEach(cells.addArray()::add);
      } else {
        cells.add(cell.pieces().isEmpty() ? "" : cell.pieces().get(0));
      }
    }
  }

  private static void mark(ArrayNode into, ForestMark mark) {
    into.add(mark.shape().name());
    for (double x : new double[] {mark.estimate(), mark.lower(), mark.upper(), mark.weight()}) {
      number(into, x);
    }
  }

  /** A number; null for what is not finite, which JSON cannot say. */
  static void number(ArrayNode into, double value) {
    if (Double.isFinite(value)) {
      into.add(value);
    } else {
      into.addNull();
    }
  }

  static ObjectNode layout(ForestLayout layout) {
    ForestLayout.Placed label = layout.columns().get(0);
    double leftEnd = label.right();
    ObjectNode node = JSON.objectNode();
    ArrayNode columns = JSON.arrayNode();
    for (ForestLayout.Placed placed : layout.columns()) {
      if (placed.column().side() == TextColumn.Side.LEFT) {
        leftEnd = placed.right();
      }
      ObjectNode column = columns.addObject().put("right", rounded(placed.right()));
      ArrayNode pieces = column.putArray("pieces");
      for (double right : placed.pieceRights()) {
        pieces.add(rounded(right));
      }
    }
    node.put("pad", ForestLayout.PAD);
    node.put("label", rounded(label.right() - label.left()));
    node.put("leftEnd", rounded(leftEnd));
    node.put("left", rounded(layout.plotLeft())).put("right", rounded(layout.plotRight()));
    node.put("width", rounded(layout.width())).put("height", rounded(layout.height()));
    node.put("top", rounded(layout.headerBottom() + 5)).put("footTop", rounded(layout.footTop()));
    node.set("columns", columns);
    return node;
  }

  private static double rounded(double pixels) {
    return Math.rint(1000 * pixels) / 1000;
  }

  static ObjectNode axis(PlotAxis axis) {
    ObjectNode node = JSON.objectNode();
    node.putArray("limits").add(axis.min()).add(axis.max());
    ArrayNode ticks = node.putArray("ticks");
    axis.ticks().forEach(t -> ticks.addArray().add(t.value()).add(t.label()));
    return node;
  }

  static ArrayNode lines(List<ReferenceLine> lines) {
    ArrayNode node = JSON.arrayNode();
    for (ReferenceLine line : lines) {
      number(node.addArray().add(line.kind().name()), line.value());
    }
    return node;
  }

  static ArrayNode favours(ForestLayout layout) {
    ArrayNode node = JSON.arrayNode();
    layout.favours(true).forEach(node.addArray()::add);
    layout.favours(false).forEach(node.addArray()::add);
    return node;
  }
}
