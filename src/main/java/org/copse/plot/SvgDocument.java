package org.copse.plot;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG of ours, read: its size, its texts and its elements. */
final class SvgDocument {

  private final Element root;
  private final double width;
  private final double height;

  private SvgDocument(Element root) {
    this.root = root;
    this.width = length("width");
    this.height = length("height");
  }

  /** Reads an SVG; what it names outside itself is never fetched. */
  static SvgDocument read(String svg) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      InputSource source = new InputSource(new StringReader(svg));
      return new SvgDocument(factory.newDocumentBuilder().parse(source).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("Cannot read the plot's SVG: " + e.getMessage(), e);
    }
  }

  private double length(String name) {
    String text = root.getAttribute(name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "Cannot read the plot's SVG: its %s must be a number of pixels, was '%s'."
              .formatted(name, text),
          e);
    }
  }

  Element root() {
    return root;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** All texts that are drawn. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    NodeList elements = root.getElementsByTagName("text");
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  /** Font size of the smallest text, in pixels; 0 without texts. */
  double smallestText() {
    double smallest = Double.POSITIVE_INFINITY;
    NodeList elements = root.getElementsByTagName("text");
    for (int i = 0; i < elements.getLength(); i++) {
      // The drawing states its usual size once, at the root.
      Element text = (Element) elements.item(i);
      String size = (text.hasAttribute("font-size") ? text : root).getAttribute("font-size");
      smallest = Math.min(smallest, Double.parseDouble(size));
    }
    return Double.isInfinite(smallest) ? 0 : smallest;
  }
}
