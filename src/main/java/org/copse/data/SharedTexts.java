package org.copse.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Text cells of a workbook are numbers of entries in a table that all sheets share. A number beyond
 * its end, as a damaged file may have, would be read as an empty cell, or as endless empty texts:
 * it is refused before the sheet is read.
 */
final class SharedTexts {

  private static final String TYPES = "[Content_Types].xml";

  private SharedTexts() {}

  /** Refuses a workbook of which a cell points to a shared text that is not there. */
  static void check(Path file, String origin) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, String> parts = parts(zip);
      long texts = 0;
      for (String part : named(parts, "sharedStrings+xml")) {
        texts += count(zip, part);
      }
      List<String> problems = new ArrayList<>();
      for (String part : named(parts, "worksheet+xml")) {
        cells(zip, part, texts, problems);
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(
            Messages.of(
                "Cannot read " + origin,
                "every text cell",
                "point to one of the workbook's %s shared texts".formatted(texts),
                Messages.some(problems, "; "),
                "The file is damaged: open it in a spreadsheet program, check these cells and save it."));
      }
    } catch (XMLStreamException e) {
      // what is no well-formed part is the reader's to report, in its own words
    }
  }

  private static XMLStreamReader open(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(in);
  }

  /** Content types by the name of the part. */
  private static Map<String, String> parts(ZipFile zip) throws IOException, XMLStreamException {
    Map<String, String> parts = new LinkedHashMap<>();
    ZipEntry types = zip.getEntry(TYPES);
    if (types == null) {
      return parts;
    }
    try (InputStream in = zip.getInputStream(types)) {
      XMLStreamReader xml = open(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Override")) {
          String name = xml.getAttributeValue(null, "PartName");
          parts.put(name, String.valueOf(xml.getAttributeValue(null, "ContentType")));
        }
      }
    }
    return parts;
  }

  private static List<String> named(Map<String, String> parts, String type) {
    return parts.entrySet().stream()
        .filter(e -> e.getKey() != null && e.getValue().endsWith(type))
        .map(e -> e.getKey().replaceFirst("^/", ""))
        .toList();
  }

  private static ZipEntry entry(ZipFile zip, String name) {
    return Collections.list(zip.entries()).stream()
        .filter(e -> e.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private static long count(ZipFile zip, String part) throws IOException, XMLStreamException {
    ZipEntry entry = entry(zip, part);
    if (entry == null) {
      return 0;
    }
    long count = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = open(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
          count++;
        }
      }
    }
    return count;
  }

  private static void cells(ZipFile zip, String part, long texts, List<String> problems)
      throws IOException, XMLStreamException {
    ZipEntry entry = entry(zip, part);
    if (entry == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = open(in);
      int row = 0;
      int column = 0;
      boolean shared = false;
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "row" -> {
            row = number(xml.getAttributeValue(null, "r"), row + 1);
            column = 0;
          }
          case "c" -> {
            column = column(xml.getAttributeValue(null, "r"), column + 1);
            shared = "s".equals(xml.getAttributeValue(null, "t"));
          }
          case "v" -> {
            String index = shared ? xml.getElementText().strip() : "";
            if (!index.isEmpty() && !isOne(index, texts)) {
              problems.add("text " + index + " in row " + row + ", column " + letters(column));
            }
          }
          default -> {}
        }
      }
    }
  }

  private static boolean isOne(String index, long texts) {
    // the numbers count from 0; ten digits are beyond any table
    return index.matches("[0-9]{1,9}") && Long.parseLong(index) < texts;
  }

  private static int number(String text, int otherwise) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  /** Column of an address such as "AB12", which files may leave out. */
  private static int column(String address, int otherwise) {
    if (address == null || !address.matches("[A-Z]{1,3}[0-9]+")) {
      return otherwise;
    }
    int column = 0;
    for (char c : address.replaceAll("[0-9]", "").toCharArray()) {
      column = 26 * column + c - 'A' + 1;
    }
    return column;
  }

  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
