package org.copse.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the data package of RevMan Web and the Cochrane Library: data rows and settings, joined by
 * analysis group and number.
 */
final class RevManPackage {

  private static final String ROWS = "data-rows.csv";
  private static final String SETTINGS = "overall-estimates-and-settings.csv";

  /** More than any review holds; a zip that unpacks to more is refused. */
  private static final int MOST_BYTES = 200_000_000;

  /** A package has a folder or two; a walk from the root of a disk would not end. */
  private static final int MOST_DEPTH = 4;

  private final String name;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private int left = MOST_BYTES;

  private RevManPackage(String name) {
    this.name = name;
  }

  static RevManReview ofZip(Path file, String name) {
    RevManPackage reader = new RevManPackage(name);
    try (InputStream in = Files.newInputStream(file)) {
      reader.unpack(in, true);
    } catch (ZipException e) {
      throw reader.damaged(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
    }
    return reader.review();
  }

  static RevManReview ofFolder(Path folder) {
    RevManPackage reader = new RevManPackage("folder " + folder);
    try (Stream<Path> all = Files.walk(folder, MOST_DEPTH)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (isWanted(file.toString())) {
          try (InputStream in = Files.newInputStream(file)) {
            reader.keep(file.toString(), reader.limited(in));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + reader.name + ": " + e.getMessage(), e);
    }
    return reader.review();
  }

  /** A package downloaded with its article holds the data as a zip inside the zip. */
  private void unpack(InputStream in, boolean outer) throws IOException {
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
      String entryName = entry.getName().toLowerCase(Locale.ROOT);
      boolean inner = outer && entryName.endsWith(".zip");
      if (!entry.isDirectory() && (inner || isWanted(entryName))) {
        byte[] bytes = limited(zip);
        if (inner) {
          unpack(new ByteArrayInputStream(bytes), false);
        } else {
          keep(entryName, bytes);
        }
      }
    }
  }

  private ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      // some Java versions say so of a name that is not UTF-8
      throw damaged(e);
    }
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(left + 1);
    left -= bytes.length;
    if (left < 0) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + name,
              "data package",
              "unpack to at most 200 MB",
              "larger",
              "Check where the file comes from."));
    }
    return bytes;
  }

  private IllegalArgumentException damaged(Exception cause) {
    IllegalArgumentException damaged =
        new IllegalArgumentException(
            Messages.of(
                "Cannot read " + name,
                "data package",
                "be an undamaged .zip with names in UTF-8",
                "not (" + cause.getMessage() + ")",
                "Download the data package again."));
    damaged.initCause(cause);
    return damaged;
  }

  private static boolean isWanted(String path) {
    return path.endsWith(ROWS) || path.endsWith(SETTINGS);
  }

  private void keep(String path, byte[] bytes) {
    String kind = path.endsWith(ROWS) ? ROWS : SETTINGS;
    if (files.put(kind, bytes) != null) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot read " + name,
              "data package",
              "hold one review",
              "several files that end in " + kind,
              "Give the package of one review."));
    }
  }

  private RevManReview review() {
    for (String file : List.of(ROWS, SETTINGS)) {
      if (!files.containsKey(file)) {
        throw new IllegalArgumentException(
            Messages.of(
                "Cannot read " + name,
                "data package",
                "hold a file that ends in " + file,
                "without it",
                "Download the data package again, or use Trials.read on a single table."));
      }
    }
    Map<String, List<RevManRow>> byAnalysis = new LinkedHashMap<>();
    for (RevManRow row : rows(ROWS)) {
      byAnalysis.computeIfAbsent(row.analysis(), a -> new ArrayList<>()).add(row);
    }
    List<RevManAnalysis> analyses = new ArrayList<>();
    for (RevManRow settings : rows(SETTINGS)) {
      List<RevManRow> rows = byAnalysis.getOrDefault(settings.analysis(), List.of());
      RevManType type = settings.type();
      if (type != null && !rows.isEmpty()) {
        analyses.add(
            new RevManAnalysis(
                settings.settings(type),
                settings.pooled(),
                rows.stream().map(row -> row.data(type, settings.isLog())).toList()));
      }
    }
    return new RevManReview(name, analyses);
  }

  private List<RevManRow> rows(String file) {
    String text = TrialFile.text(files.get(file), name + " (" + file + ")");
    TextTable table = TextTable.of(name + " (" + file + ")", CsvText.parse(file, text, ','));
    return table.rows().stream().map(cells -> new RevManRow(table.names(), cells)).toList();
  }
}
