package org.copse.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path that cells are compiled against: the jars of the JVM's own, less those that only Copse's inside uses
 * (drawing, PDF, file formats, template engine). JShell's compiler opens and walks every jar before the first cell, and Tablesaw scans them
 * all for readers, so that these would lengthen the start. They are loaded as before; a cell that wants one by name
 * adds it by {@code %classpath} or {@code %maven}.
 */
final class CellClassPath {

  private static final String PROPERTY = "java.class.path";
  private static final List<String> INSIDE =
      List.of(
          "aalto-xml", "batik-", "checker-qual", "commons-compress", "commons-io", "commons-logging", "error_prone_annotations",
          "failureaccess", "fastexcel", "fontbox", "icu4j", "j2objc-annotations", "jsr305", "listenablefuture", "opczip", "pdfbox",
          "pebble", "stax2-api", "unbescape", "univocity-parsers", "xml-apis", "xmlgraphics-commons");

  private CellClassPath() {}

  /** Sets the property that JShell's compiler and Tablesaw's scan read. */
  static void narrow() {
    System.setProperty(PROPERTY, of(System.getProperty(PROPERTY, "")));
  }

  static String of(String path) {
    return Stream.of(path.split(File.pathSeparator)).filter(CellClassPath::open).collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean open(String entry) {
    Path name = Path.of(entry).getFileName();
    return name == null || INSIDE.stream().noneMatch(name.toString()::startsWith);
  }
}
