package org.copse.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import org.apache.batik.parser.AWTPathProducer;
import org.apache.batik.parser.AWTTransformProducer;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the elements of our SVG on a PDF page. What it does not know it refuses: an element must
 * never be missing in one kind of file without a word.
 */
final class PdfDrawing {

  private final PDPageContentStream page;
  private final PdfText text;

  PdfDrawing(PDPageContentStream page, PdfText text) {
    this.page = page;
    this.text = text;
  }

  /** Draws what stands inside an element. */
  void children(Element parent) throws IOException {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        element(element);
      }
    }
  }

  private void element(Element e) throws IOException {
    if (e.hasAttribute("style") || e.hasAttribute("clip-path")) {
      throw unknown("an element with style or clip-path");
    }
    page.saveGraphicsState();
    if (e.hasAttribute("transform")) {
      page.transform(
          new Matrix(AWTTransformProducer.createAffineTransform(e.getAttribute("transform"))));
    }
    switch (e.getTagName()) {
      case "title", "desc" -> {}
      case "g" -> children(e);
      case "text" -> text(e);
      case "rect" -> paint(e, rectangle(e));
      case "circle" -> {
        double r = number(e, "r");
        paint(e, new Ellipse2D.Double(number(e, "cx") - r, number(e, "cy") - r, 2 * r, 2 * r));
      }
      case "line" ->
          paint(
              e,
              new Line2D.Double(
                  number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2")));
      case "polyline" -> paint(e, points(e, false));
      case "polygon" -> paint(e, points(e, true));
      case "path" ->
          paint(
              e,
              AWTPathProducer.createShape(
                  new StringReader(e.getAttribute("d")), PathIterator.WIND_NON_ZERO));
      default -> throw unknown("<" + e.getTagName() + ">");
    }
    page.restoreGraphicsState();
  }

  private static IllegalStateException unknown(String what) {
    return new IllegalStateException(
        "Cannot draw the PDF: %s must be drawn as in the SVG, was not known.".formatted(what));
  }

  private static double number(Element e, String name) {
    String value = e.getAttribute(name);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  private static Shape rectangle(Element e) {
    return new Rectangle2D.Double(
        number(e, "x"), number(e, "y"), number(e, "width"), number(e, "height"));
  }

  private static Shape points(Element e, boolean closed) {
    Path2D path = new Path2D.Double();
    double[] xy =
        Arrays.stream(e.getAttribute("points").trim().split("[ ,]+"))
            .filter(s -> !s.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    for (int i = 0; i + 1 < xy.length; i += 2) {
      if (i == 0) {
        path.moveTo(xy[0], xy[1]);
      } else {
        path.lineTo(xy[i], xy[i + 1]);
      }
    }
    if (closed && xy.length > 1) {
      path.closePath();
    }
    return path;
  }

  /** An attribute of the element or the nearest group that has it. */
  private static String inherited(Element e, String name, String otherwise) {
    for (Node node = e; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute(name)) {
        return element.getAttribute(name);
      }
    }
    return otherwise;
  }

  private void paint(Element e, Shape shape) throws IOException {
    boolean fill = !(shape instanceof Line2D) && fill(e);
    String stroke = inherited(e, "stroke", "none");
    boolean drawn = !stroke.equals("none");
    if (drawn) {
      float[] rgb = colour(stroke);
      page.setStrokingColor(rgb[0], rgb[1], rgb[2]);
      page.setLineWidth(Float.parseFloat(inherited(e, "stroke-width", "1")));
      dashes(inherited(e, "stroke-dasharray", "none"));
    }
    if (!fill && !drawn) {
      return;
    }
    trace(shape);
    if (fill && drawn) {
      page.fillAndStroke();
    } else if (fill) {
      page.fill();
    } else {
      page.stroke();
    }
  }

  private boolean fill(Element e) throws IOException {
    String fill = inherited(e, "fill", "#000000");
    if (fill.equals("none")) {
      return false;
    }
    float[] rgb = colour(fill);
    page.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    float opacity = Float.parseFloat(inherited(e, "fill-opacity", "1"));
    float whole = Float.parseFloat(inherited(e, "opacity", "1"));
    float line = Float.parseFloat(inherited(e, "stroke-opacity", "1"));
    if (opacity * whole * line < 1) {
      PDExtendedGraphicsState state = new PDExtendedGraphicsState();
      state.setNonStrokingAlphaConstant(opacity * whole);
      state.setStrokingAlphaConstant(line * whole);
      page.setGraphicsStateParameters(state);
    }
    return true;
  }

  private static float[] colour(String hex) {
    if (!hex.matches("#[0-9a-fA-F]{6}")) {
      throw unknown("the colour " + hex);
    }
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f};
  }

  private void dashes(String dashes) throws IOException {
    if (!dashes.equals("none") && !dashes.isBlank()) {
      String[] parts = dashes.trim().split("[ ,]+");
      float[] lengths = new float[parts.length];
      for (int i = 0; i < parts.length; i++) {
        lengths[i] = Float.parseFloat(parts[i]);
      }
      page.setLineDashPattern(lengths, 0);
    }
  }

  private void trace(Shape shape) throws IOException {
    float[] p = new float[6];
    float x = 0;
    float y = 0;
    for (PathIterator it = shape.getPathIterator(new AffineTransform()); !it.isDone(); it.next()) {
      switch (it.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> page.moveTo(x = p[0], y = p[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(x = p[0], y = p[1]);
        case PathIterator.SEG_QUADTO -> {
          page.curveTo(
              x + 2 * (p[0] - x) / 3,
              y + 2 * (p[1] - y) / 3,
              p[2] + 2 * (p[0] - p[2]) / 3,
              p[3] + 2 * (p[1] - p[3]) / 3,
              x = p[2],
              y = p[3]);
        }
        case PathIterator.SEG_CUBICTO -> page.curveTo(p[0], p[1], p[2], p[3], x = p[4], y = p[5]);
        default -> page.closePath();
      }
    }
  }

  private void text(Element e) throws IOException {
    if (fill(e)) {
      text.draw(
          e.getTextContent(),
          number(e, "x"),
          number(e, "y"),
          inherited(e, "text-anchor", "start"),
          Double.parseDouble(inherited(e, "font-size", "16")),
          inherited(e, "font-weight", "normal").equals("bold"));
    }
  }
}
