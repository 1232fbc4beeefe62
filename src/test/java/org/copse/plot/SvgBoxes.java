package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads an SVG and checks that every text lies on the canvas and touches no other. */
final class SvgBoxes {

  private static final Pattern TURNED =
      Pattern.compile("translate\\(([-0-9.]+) ([-0-9.]+)\\) rotate\\(-90\\)");

  private record Box(double left, double top, double right, double bottom, String text) {
    boolean touches(Box other) {
      return left < other.right - 1
          && other.left < right - 1
          && top < other.bottom - 1
          && other.top < bottom - 1;
    }
  }

  private SvgBoxes() {}

  static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  static void assertTidy(String svg) throws Exception {
    Element root = parse(svg).getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width"));
    double height = Double.parseDouble(root.getAttribute("height"));
    List<Box> boxes = new ArrayList<>();
    NodeList texts = root.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      boxes.add(text.hasAttribute("transform") ? turned(text) : box(text));
    }
    assertTrue(boxes.size() > 5);
    boxes.sort(Comparator.comparingDouble(Box::top));
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertTrue(
          box.left >= -0.5
              && box.right <= width + 0.5
              && box.top >= -0.5
              && box.bottom <= height + 0.5,
          () -> box + " leaves the canvas " + width + " x " + height);
      // what begins below this one, and all after it, cannot touch it
      for (int j = i + 1; j < boxes.size() && boxes.get(j).top < box.bottom; j++) {
        Box other = boxes.get(j);
        assertTrue(!box.touches(other), () -> box + " touches " + other);
      }
    }
  }

  /** A text turned by −90 degrees around its middle. */
  private static Box turned(Element text) {
    Matcher place = TURNED.matcher(text.getAttribute("transform"));
    assertTrue(place.matches(), text.getAttribute("transform"));
    double x = Double.parseDouble(place.group(1));
    double y = Double.parseDouble(place.group(2));
    double size = size(text);
    boolean bold = text.getAttribute("font-weight").equals("bold");
    double half = TextWidth.of(text.getTextContent(), size, bold) / 2;
    return new Box(x - 0.72 * size, y - half, x + 0.2 * size, y + half, text.getTextContent());
  }

  private static double size(Element text) {
    Element root = text.getOwnerDocument().getDocumentElement();
    Element stated = text.hasAttribute("font-size") ? text : root;
    return Double.parseDouble(stated.getAttribute("font-size"));
  }

  private static Box box(Element text) {
    double size = size(text);
    String content = text.getTextContent();
    double width = TextWidth.of(content, size, text.getAttribute("font-weight").equals("bold"));
    double x = Double.parseDouble(text.getAttribute("x"));
    double y = Double.parseDouble(text.getAttribute("y"));
    double left =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> x - width / 2;
          case "end" -> x - width;
          default -> x;
        };
    return new Box(left, y - 0.72 * size, left + width, y + 0.2 * size, content);
  }
}
