package org.copse.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the XML of RevMan 5: comparisons hold outcomes (DICH, CONT, IV, IPD), which hold study data
 * directly or in subgroups. Entities and document types are refused, so that a file cannot reach
 * others.
 */
final class RevManXml {

  private static final Map<String, RevManType> TYPES =
      Map.of(
          "DICH", RevManType.DICHOTOMOUS,
          "CONT", RevManType.CONTINUOUS,
          "IV", RevManType.GENERIC_INVERSE_VARIANCE,
          "IPD", RevManType.O_MINUS_E);

  private static final Map<RevManType, List<String>> ATTRIBUTES =
      Map.of(
          RevManType.DICHOTOMOUS, List.of("EVENTS_1", "TOTAL_1", "EVENTS_2", "TOTAL_2"),
          RevManType.CONTINUOUS, List.of("TOTAL_1", "MEAN_1", "SD_1", "TOTAL_2", "MEAN_2", "SD_2"),
          RevManType.O_MINUS_E, List.of("O_E", "VAR"));

  private final Map<String, Element> studies = new LinkedHashMap<>();
  private final List<RevManAnalysis> analyses = new ArrayList<>();

  private RevManXml() {}

  static RevManReview read(Path file, String name) {
    RevManXml reader = new RevManXml();
    Element root = parse(file, name).getDocumentElement();
    for (Element study : all(root, "STUDY")) {
      if (reader.studies.put(study.getAttribute("ID"), study) != null) {
        throw cannot(name, "every study", "have an ID of its own", study.getAttribute("ID"), null);
      }
    }
    for (Element comparison : all(root, "COMPARISON")) {
      for (Element outcome : children(comparison)) {
        String kind = outcome.getTagName().replace("_OUTCOME", "");
        if (TYPES.containsKey(kind) && outcome.getTagName().endsWith("_OUTCOME")) {
          reader.read(comparison, outcome, kind);
        }
      }
    }
    return new RevManReview(name, reader.analyses);
  }

  private static Document parse(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Thrown());
      return builder.parse(in);
    } catch (SAXException e) {
      throw cannot(
          name,
          "file",
          "be the XML of RevMan 5 without a document type",
          "broken: " + e.getMessage().replaceAll("\\.$", ""),
          e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalArgumentException cannot(
      String name, String who, String rule, String was, Exception cause) {
    return new IllegalArgumentException(
        Messages.of("Cannot read " + name, who, rule, was, "Export it again from Review Manager."),
        cause);
  }

  /** The parser's own handler would print to stderr. */
  private static final class Thrown implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // nothing is lost by a warning: the document is read whole
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  private void read(Element comparison, Element outcome, String kind) {
    RevManType type = TYPES.get(kind);
    List<List<String>> rows = new ArrayList<>();
    boolean log = yes(outcome, "LOG_DATA");
    for (Element child : children(outcome)) {
      if (child.getTagName().equals(kind + "_DATA")) {
        rows.add(row(child, type, "", log));
      } else if (child.getTagName().equals(kind + "_SUBGROUP")) {
        for (Element data : children(child)) {
          if (data.getTagName().equals(kind + "_DATA")) {
            rows.add(row(data, type, text(child, "NAME"), log));
          }
        }
      }
    }
    if (!rows.isEmpty()) {
      analyses.add(
          new RevManAnalysis(settings(comparison, outcome, type, log), pooled(outcome), rows));
    }
  }

  private static RevManAnalysis.Settings settings(
      Element comparison, Element outcome, RevManType type, boolean log) {
    String measure = outcome.getAttribute("EFFECT_MEASURE");
    String method = outcome.getAttribute("METHOD");
    return new RevManAnalysis.Settings(
        comparison.getAttribute("NO") + "." + outcome.getAttribute("NO"),
        text(comparison, "NAME"),
        text(outcome, "NAME"),
        type,
        measure.isEmpty() ? text(outcome, "EFFECT_MEASURE") : measure,
        log,
        yes(outcome, "RANDOM"),
        method.isEmpty() ? (type == RevManType.O_MINUS_E ? "PETO" : "IV") : method,
        yes(outcome, "SWAP_EVENTS"),
        text(outcome, "GROUP_LABEL_1"),
        text(outcome, "GROUP_LABEL_2"));
  }

  private List<String> row(Element data, RevManType type, String subgroup, boolean log) {
    String id = data.getAttribute("STUDY_ID");
    Element study = studies.get(id);
    List<String> cells = new ArrayList<>();
    cells.add(study == null ? id : study.getAttribute("NAME"));
    // some files write "2006."
    cells.add(study == null ? "" : study.getAttribute("YEAR").replaceAll("\\.$", ""));
    cells.add(subgroup);
    if (type == RevManType.GENERIC_INVERSE_VARIANCE) {
      cells.add(estimate(data, log));
      cells.add(data.getAttribute("SE"));
    } else {
      ATTRIBUTES.get(type).forEach(name -> cells.add(data.getAttribute(name)));
    }
    return cells;
  }

  /** As readers see it: what was entered on the log scale, else the effect shown. */
  private static String estimate(Element data, boolean log) {
    return data.hasAttribute("ESTIMATE")
        ? RevManRow.shown(data.getAttribute("ESTIMATE"), log)
        : data.getAttribute("EFFECT_SIZE");
  }

  private static RevManPooled pooled(Element outcome) {
    return new RevManPooled(
        number(outcome, "EFFECT_SIZE"),
        number(outcome, "CI_START"),
        number(outcome, "CI_END"),
        number(outcome, "TAU2"),
        number(outcome, "CHI2"),
        number(outcome, "I2"));
  }

  private static double number(Element element, String attribute) {
    String text = element.getAttribute(attribute);
    return Numbers.isQuantity(text) ? Numbers.parse(text) : Double.NaN;
  }

  private static boolean yes(Element element, String attribute) {
    return element.getAttribute(attribute).equals("YES");
  }

  private static String text(Element parent, String tag) {
    for (Element child : children(parent)) {
      if (child.getTagName().equals(tag)) {
        return content(child).strip();
      }
    }
    return "";
  }

  /** Without recursion, as elements may be nested deeper than the stack. */
  private static String content(Element element) {
    StringBuilder text = new StringBuilder();
    Node node = element.getFirstChild();
    while (node != null) {
      if (node instanceof Text part) {
        text.append(part.getData());
      }
      Node next = node.getFirstChild();
      while (next == null && node != element) {
        next = node.getNextSibling();
        node = next == null ? node.getParentNode() : node;
      }
      node = next;
    }
    return text.toString();
  }

  private static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static List<Element> all(Element root, String tag) {
    List<Element> elements = new ArrayList<>();
    var found = root.getElementsByTagName(tag);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
